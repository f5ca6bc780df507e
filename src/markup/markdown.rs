//! Reads Markdown with `pulldown-cmark`.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Comment, Kind, Running, html};

const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_MATH)
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS)
    .union(Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS);

pub(super) fn read(document: &str, running: &mut Running) {
    let mut state = State { running, skipped: 0, items: 0, page: None };
    for (event, place) in Parser::new_ext(document, EXTENSIONS).into_offset_iter() {
        let written = document.get(place.clone()).unwrap_or_default();
        match event {
            Event::Start(tag) => state.start(&tag, place.start),
            Event::End(tag) => state.end(document, tag, place.end),
            Event::Text(text) if state.skipped == 0 => {
                state.running.push(&text, written, place.start);
            }
            Event::SoftBreak | Event::HardBreak => state.running.push(" ", written, place.start),
            _ => {}
        }
    }
}

/// The comments. A line that begins with one is HTML up to its end.
pub(super) fn comments(document: &str) -> Vec<Comment> {
    let mut comments = Vec::new();
    let mut block = None;
    for (event, place) in Parser::new_ext(document, EXTENSIONS).into_offset_iter() {
        match event {
            Event::InlineHtml(html) if html.starts_with("<!--") => {
                comments.push(Comment { place, is_in_html: false });
            }
            Event::Start(Tag::HtmlBlock) => block = Some(place.start),
            Event::End(TagEnd::HtmlBlock) => {
                let start = block.take().unwrap_or(place.start);
                let html = document.get(start..place.end).unwrap_or_default();
                let rest = |end| document.get(end..place.end).unwrap_or_default();
                comments.extend(html::comments(html, start).into_iter().map(|own| Comment {
                    is_in_html: !rest(own.end).trim().is_empty(),
                    place: own,
                }));
            }
            _ => {}
        }
    }
    comments
}

struct State<'a> {
    running: &'a mut Running,
    /// How many elements are open whose text does not count.
    skipped: usize,
    /// How many items of lists are open.
    items: usize,
    /// Where a part in HTML begins.
    page: Option<usize>,
}

impl State<'_> {
    fn start(&mut self, tag: &Tag<'_>, at: usize) {
        match tag {
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => self.skipped += 1,
            Tag::HtmlBlock => {
                self.skipped += 1;
                self.page = Some(at);
            }
            Tag::Heading { .. } => self.running.begin(Kind::Heading),
            Tag::TableHead | Tag::TableRow => self.running.begin(Kind::Row),
            Tag::TableCell => self.running.next_cell(at),
            Tag::Item => {
                self.items += 1;
                self.running.begin(Kind::Item);
            }
            Tag::Paragraph => {
                self.running.begin(if self.items > 0 { Kind::Item } else { Kind::Text });
            }
            _ => {}
        }
    }

    fn end(&mut self, document: &str, tag: TagEnd, at: usize) {
        match tag {
            TagEnd::CodeBlock | TagEnd::MetadataBlock(_) => self.skipped -= 1,
            TagEnd::HtmlBlock => {
                self.skipped -= 1;
                if let Some(start) = self.page.take()
                    && let Some(page) = document.get(start..at)
                {
                    self.running.end();
                    html::read(page, start, self.running);
                    self.running.end();
                }
            }
            TagEnd::Item => {
                self.items -= 1;
                self.running.end();
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableHead | TagEnd::TableRow => {
                self.running.end();
            }
            _ => {}
        }
    }
}

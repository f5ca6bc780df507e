//! The areas of the panels, the overlays and the other lines on the screen.

mod heights;
mod sides;

pub use heights::ContentHeights;
pub use sides::{DetailColumns, list_rows, overlay_frame};

use ratatui::layout::Rect;

use crate::app::env::Size;
use crate::app::keys::Panel;

/// The greatest width of a list of short lines.
const SHORT_LIST_WIDEST: u16 = 84;

/// How the panels are arranged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
    /// The terminal is too small: only a line says so.
    #[default]
    TooSmall,
    /// One panel at a time under a row of tabs.
    Tabbed,
    /// The list over the timeline, and the detail beside both. The list is gauges or table; where the
    /// screen is high, both.
    SideBySide,
    /// One panel over everything.
    Zoomed,
}

/// The areas of everything on the screen; a part that is not shown has an empty area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// How the panels are arranged.
    pub arrangement: Arrangement,
    /// The top line.
    pub header: Rect,
    /// The row of tabs.
    pub tabs: Rect,
    /// The panels with their borders, in the order of their numbers.
    pub panels: [Rect; 4],
    /// The short detail under a single panel.
    pub strip: Rect,
    /// The area that overlays may use.
    pub overlay: Rect,
    /// The lines of news, above the line of keys.
    pub news: Rect,
    /// The line of keys.
    pub footer: Rect,
}

/// What the user looks at: it decides which panels are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looking {
    /// The panel that keys go to.
    pub focus: Panel,
    /// The list that is shown where there is room for one: gauges or table.
    pub list: Panel,
    /// Whether the focused panel covers the whole screen.
    pub zoomed: bool,
}

/// The smallest terminal in which the panels stand side by side.
const WIDE: Size = Size { width: 100, height: 30 };
/// The smallest terminal in which panels are shown.
const LEAST: Size = Size { width: 20, height: 5 };
/// The height that a form needs to show all of its fields and some choices.
const LEAST_FORM: u16 = 24;
/// The height of the terminal from which gauges and table are both shown.
const HIGH: u16 = 50;
/// The fewest lines of the panels; news gets only what they leave.
const LEAST_BODY: u16 = 4;
/// The greatest width of the detail panel, as wider lines of text are hard to read.
const WIDEST_DETAIL: u16 = 100;
/// The height of the short detail, its rule included.
const STRIP: u16 = 4;

impl Layout {
    /// Arranges the panels in a terminal of this size, with `news` lines of news. Side by side, no
    /// panel is higher than its content while another one could use the lines.
    pub fn new(size: Size, looking: Looking, news: usize, lines: ContentHeights) -> Self {
        if size.width < LEAST.width || size.height < LEAST.height {
            return Self::default();
        }
        let line = |y| Rect::new(0, y, size.width, 1);
        let frame = Self { header: line(0), footer: line(size.height - 1), ..Self::default() };
        let mut body = Rect::new(0, 1, size.width, size.height - 2);
        let most = body.height.saturating_sub(LEAST_BODY);
        let news = u16::try_from(news).unwrap_or(u16::MAX).min(most);
        body.height -= news;
        // Where lines are scarce, the header gives way, too.
        let top = if size.height < WIDE.height { 0 } else { frame.header.bottom() };
        let overlay = Rect { y: top, height: body.bottom() - top, ..body };
        let news = Rect { y: body.bottom(), height: news, ..body };
        let frame = Self { overlay, news, ..frame };
        if looking.zoomed {
            frame.with_one(Arrangement::Zoomed, looking.focus, body)
        } else if size.width >= WIDE.width && size.height >= WIDE.height {
            let only = (size.height < HIGH).then_some(looking.list);
            frame.side_by_side(body, only, lines)
        } else {
            frame.tabbed(looking.focus, body)
        }
    }

    /// The height of a panel inside its borders.
    pub fn inner_height(&self, panel: Panel) -> usize {
        usize::from(self.panel(panel).height.saturating_sub(2))
    }

    /// The height of an overlay inside its borders.
    pub fn overlay_height(&self) -> usize {
        usize::from(self.overlay.height.saturating_sub(2))
    }

    /// The area of a form over the selected item. Where the detail stands beside the other
    /// panels, it stays in view, and the timeline does if the list is high enough.
    pub fn beside_detail(&self) -> Rect {
        let list = self.list();
        match self.arrangement {
            Arrangement::SideBySide if list.height >= LEAST_FORM => list,
            Arrangement::SideBySide => list.union(self.panel(Panel::Timeline)),
            _ => self.overlay,
        }
    }

    /// The area of the panels that list figures: lists that typing filters and questions take it. The panel
    /// that shows more about the selected item stays free.
    pub fn list(&self) -> Rect {
        if self.arrangement == Arrangement::SideBySide {
            return self.panel(Panel::Gauges).union(self.panel(Panel::Table));
        }
        let end = if self.strip.is_empty() { self.overlay.bottom() } else { self.strip.y };
        let top = self.header.bottom();
        Rect { y: top, height: end.saturating_sub(top), ..self.overlay }
    }

    /// The part of that area that short lines take, as no end of a line may stand far from its beginning.
    pub fn short_list(&self) -> Rect {
        let list = self.list();
        Rect { width: list.width.min(SHORT_LIST_WIDEST), ..list }
    }

    /// The height of such a list inside its borders.
    pub fn list_height(&self) -> usize {
        usize::from(list_rows(self.list()).height)
    }

    /// The area of a panel with its borders.
    pub fn panel(&self, panel: Panel) -> Rect {
        self.panels.get(panel.index()).copied().unwrap_or_default()
    }

    fn with_one(mut self, arrangement: Arrangement, panel: Panel, area: Rect) -> Self {
        self.arrangement = arrangement;
        if let Some(slot) = self.panels.get_mut(panel.index()) {
            *slot = area;
        }
        self
    }

    fn tabbed(mut self, focus: Panel, body: Rect) -> Self {
        self.tabs = Rect { height: 1, ..body };
        let mut rest = Rect { y: body.y + 1, height: body.height - 1, ..body };
        if rest.height >= 10 && focus != Panel::Detail {
            rest.height -= STRIP;
            self.strip = Rect { y: rest.bottom(), height: STRIP, ..rest };
        }
        self.with_one(Arrangement::Tabbed, focus, rest)
    }

    fn side_by_side(mut self, body: Rect, only: Option<Panel>, lines: ContentHeights) -> Self {
        self.arrangement = Arrangement::SideBySide;
        let detail = part(body.width, 3, 8).clamp(36, WIDEST_DETAIL);
        let [gauges, table, timeline] = lines.allocate(body.height, only);
        let left = body.width - detail;
        self.panels = [
            Rect::new(0, body.y, left, gauges),
            Rect::new(0, body.y + gauges, left, table),
            Rect::new(0, body.bottom() - timeline, left, timeline),
            Rect::new(left, body.y, detail, body.height),
        ];
        self
    }
}

/// `parts` / `of` of a number of cells.
fn part(cells: u16, parts: u32, of: u32) -> u16 {
    u16::try_from(u32::from(cells) * parts / of).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Other heights of content for each height of the terminal.
    fn heights(height: u16) -> ContentHeights {
        ContentHeights {
            gauges: height % 37,
            blanks: height % 5,
            table: height * 7 % 50,
            timeline: height * 3 % 29,
        }
    }

    #[test]
    fn every_part_lies_inside_the_terminal_and_none_overlaps() {
        for width in (0..320).step_by(7) {
            for height in 0..110 {
                for focus in Panel::ALL {
                    for (zoomed, news) in [(false, 0), (true, 1), (false, 2)] {
                        let list = if news > 0 { Panel::Table } else { Panel::Gauges };
                        let looking = Looking { focus, list, zoomed };
                        let size = Size { width, height };
                        let layout = Layout::new(size, looking, news, heights(height));
                        let parts = layout.panels.iter().chain([
                            &layout.header,
                            &layout.tabs,
                            &layout.strip,
                            &layout.news,
                            &layout.footer,
                        ]);
                        let parts: Vec<_> = parts.filter(|part| !part.is_empty()).collect();
                        let screen = Rect::new(0, 0, width, height);
                        for (at, part) in parts.iter().enumerate() {
                            assert_eq!(part.intersection(screen), **part, "{width}×{height}");
                            for other in &parts[at + 1..] {
                                assert!(!part.intersects(**other), "{width}×{height}");
                            }
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn the_arrangement_goes_by_the_size() {
        let kind = |width, height| {
            let size = Size { width, height };
            Layout::new(size, Looking::default(), 0, heights(0)).arrangement
        };
        assert_eq!(kind(19, 40), Arrangement::TooSmall);
        assert_eq!(kind(80, 4), Arrangement::TooSmall);
        assert_eq!(kind(80, 24), Arrangement::Tabbed);
        assert_eq!(kind(99, 50), Arrangement::Tabbed);
        assert_eq!(kind(100, 30), Arrangement::SideBySide);
    }
}

mod columns;
mod paper;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::Model;
use crate::app::document::FileStatus;
use crate::app::keys::Panel;
use crate::app::panels::{GaugeLine, Ruler};
use crate::app::text::wrap;
use crate::report::{Flags, GroupIx, HedgeClass, Indicator, IndicatorIx};
use crate::ui::canvas::{Canvas, cells, fitting, shown, skip};
use crate::ui::panel::{self, Border, Note};
use crate::ui::{Theme, ruler};
use columns::Columns;

/// Signs with what they mean, in full and in short.
type Legend = &'static [(&'static str, &'static str)];

/// What the cells of a bar mean, in the upper border.
pub(super) const CELLS: Legend = &[
    ("■ reached", "■ reached"),
    ("□ may reach", "□ may reach"),
    ("▪▫ roughly (width not to scale)", "▪▫ roughly"),
    ("· not reached", "· not reached"),
];

/// What the stated limits of a bar look like, in the lower border.
pub(super) const LIMITS: Legend = &[("├ at least", "├ at least"), ("┤ at most", "┤ at most")];

/// What the other signs of a bar mean.
pub(super) const MARKS: Legend = &[("┼ zero", "┼ zero"), ("▸ beyond the scale", "▸ beyond")];

/// What the signs of rows mean.
pub(super) const FLAGS: Legend = &[("! due for review", "! due"), ("± disputed", "± disputed")];

const CHANGED: Legend = &[("~ changed", "~ changed")];

const MARKER: u16 = 1;
const GAP: u16 = 1;
const WIDE_GAP: u16 = 2;

/// Draws the gauges panel.
pub(super) fn draw(model: &Model, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let gauges = &model.panels.gauges;
    let place = model.nav.selection.indicator.map_or(0, |ix| gauges.place(ix) + 1);
    let has_bars = gauges.has_bars(model.layout().inner(Panel::Gauges).width);
    // The signs of rows are explained only where there are any.
    let legends = [
        (LIMITS, has_bars),
        (MARKS, has_bars),
        (FLAGS, gauges.widest.flags > 0),
        (CHANGED, model.news.has_indicators()),
    ];
    let shown = legends.into_iter().filter(|(_, is_there)| *is_there);
    let border = Border {
        notes: if has_bars { notes(CELLS) } else { Vec::new() },
        foot_notes: shown.flat_map(|(legend, _)| notes(legend)).collect(),
        foot: format!("{place} of {}", gauges.order.len()),
    };
    let inner = panel::frame(model, Panel::Gauges, &border, area, canvas);
    if gauges.order.is_empty() {
        let lines = wrap(&nothing(model), usize::from(inner.width));
        canvas.lines(inner, &lines, theme.plain());
        return;
    }
    let gauges = Gauges::on_screen(model, theme, inner.width);
    let mut rows = inner.rows();
    if let Some(row) = rows.next() {
        gauges.headings(row, canvas);
    }
    for (row, line) in rows.zip(model.gauge_lines()) {
        gauges.line(line, row, canvas);
    }
}

fn notes(legend: Legend) -> Vec<Note> {
    let is_minor = legend == MARKS;
    let note = |(long, short): &(&str, &str)| Note { is_minor, ..Note::new(*long, *short) };
    legend.iter().map(note).collect()
}

/// Why the panel is empty, and what to do.
pub(super) fn nothing(model: &Model) -> String {
    let origin = &model.doc.origin;
    if let FileStatus::Unreadable { why, .. } = &model.doc.status {
        return format!("Nothing to show yet: {why}.");
    }
    if model.nav.filter.is_on() {
        return panel::nothing_visible(model, "No figure is all of this");
    }
    match model.doc.faults {
        0 => format!("No figures yet: {} has no [[indicator]].", origin.name()),
        _ => format!("No figure could be read: 'indicia check {}' says why.", origin.argument()),
    }
}

/// The lines of the panel, on the screen and on a printed page.
#[derive(Clone, Copy)]
pub(super) struct Gauges<'a> {
    model: &'a Model,
    theme: &'a Theme,
    columns: Columns,
    cells: u16,
}

impl<'a> Gauges<'a> {
    /// On a printed page, where cards with all facts follow.
    pub(super) fn new(model: &'a Model, theme: &'a Theme, cells: u16) -> Self {
        Self { model, theme, columns: Columns::new(model, theme, cells), cells }
    }

    /// On the screen, with more facts where there is room for them.
    fn on_screen(model: &'a Model, theme: &'a Theme, cells: u16) -> Self {
        Self { model, theme, columns: Columns::with_facts(model, theme, cells), cells }
    }

    /// All lines of the panel.
    pub(super) fn lines(self) -> impl Iterator<Item = &'a GaugeLine> {
        self.model.panels.gauges.shown(0, self.cells)
    }

    /// Draws one of them.
    pub(super) fn line(&self, line: &GaugeLine, row: Rect, canvas: &mut Canvas<'_>) {
        match line {
            GaugeLine::Blank => {}
            GaugeLine::Heading(group, scale) => {
                let area = Rect { width: self.heading_cells(row.width), ..row };
                let style = self.theme.group(group.map(|g| g.0));
                canvas.line(area, &self.heading_text(*group), style);
                if let Some(scale) = scale {
                    self.ruler(scale, row, canvas);
                }
            }
            GaugeLine::Ruler(scale) => {
                let label = Rect { width: MARKER + self.columns.label, ..row };
                canvas.right(label, "scale", self.theme.dim());
                self.ruler(scale, row, canvas);
            }
            GaugeLine::Row(ix) => self.row(*ix, row, canvas),
        }
    }

    /// Draws the headings of the columns.
    pub(super) fn headings(&self, row: Rect, canvas: &mut Canvas<'_>) {
        let (columns, dim) = (self.columns, self.theme.dim());
        let tail = skip(row, columns.figure_x());
        canvas.line(Rect { width: columns.figure.min(tail.width), ..tail }, "figure", dim);
        if columns.has_period() {
            canvas.right(Rect { width: columns.tail.min(tail.width), ..tail }, "period", dim);
        }
        for (id, x, cells) in columns.facts() {
            let title = id.column().map_or("", |column| column.title).to_lowercase();
            canvas.text(row.x + x, row.y, cells, &title, dim);
        }
    }

    fn heading_text(&self, group: Option<GroupIx>) -> String {
        let group = group.and_then(|ix| self.model.doc.report.group(ix));
        group.map_or_else(|| "WITHOUT A GROUP".to_owned(), |group| group.title.to_uppercase())
    }

    /// The cells of a heading in a line of `line` cells.
    fn heading_cells(&self, line: u16) -> u16 {
        if self.columns.bar > 0 { MARKER + self.columns.label } else { line }
    }

    fn ruler(&self, ruler: &Ruler, row: Rect, canvas: &mut Canvas<'_>) {
        if self.columns.bar > 0 {
            ruler::draw(ruler, self.columns.bar, skip(row, self.columns.bar_x()), canvas);
        }
    }

    fn row(&self, ix: IndicatorIx, row: Rect, canvas: &mut Canvas<'_>) {
        let Some(indicator) = self.model.doc.report.indicator(ix) else { return };
        let (columns, theme) = (self.columns, self.theme);
        let label_style = if self.model.nav.selection.indicator == Some(ix) {
            canvas.line(row, "›", theme.strong());
            theme.selected(self.model.nav.focus == Panel::Gauges)
        } else {
            theme.plain()
        };
        let (figure, x) = self.figure(indicator, row.width);
        self.label_and_bar(indicator, x, label_style, row, canvas);
        let rest = canvas.write(skip(row, x), &figure, theme.plain());
        let end = rest.x - row.x;
        self.period(indicator, rest, row, canvas);
        let changed = self.model.news.has(ix);
        let flags = Flags { changed, ..Flags::new(indicator, self.model.env.as_of) }.to_string();
        let flags_row = skip(row, (columns.figure_x() + columns.tail).max(end) + GAP);
        let width = columns.flags.min(flags_row.width);
        canvas.line(Rect { width, ..flags_row }, &flags, theme.warning());
        // A figure that runs over the facts is not cut for their sake.
        for (id, x, cells) in columns.facts().filter(|(_, x, _)| end < *x) {
            let text = id.text(&self.model.doc.report, indicator, self.model.env.as_of);
            let style = if id.is_absent(&text) { theme.dim() } else { theme.plain() };
            canvas.text(row.x + x, row.y, cells, &text, style);
        }
    }

    /// Draws what stands in front of a figure that begins at a cell of its row.
    fn label_and_bar(
        &self,
        indicator: &Indicator,
        figure_x: u16,
        style: Style,
        row: Rect,
        canvas: &mut Canvas<'_>,
    ) {
        let columns = self.columns;
        let label = if columns.full_label { &indicator.label } else { indicator.short_label() };
        let is_long = canvas.cells(label) > columns.label;
        // A long label takes the place of a missing bar, and may be whole there.
        let in_its_place = why_no_bar(indicator).filter(|_| is_long);
        let width =
            if in_its_place.is_some() { columns.label_without_bar() } else { columns.label };
        let width = width.min(figure_x.saturating_sub(MARKER + GAP));
        let rest = canvas.write(Rect { width, ..skip(row, MARKER) }, label, style);
        // Where the figure needs the room, first the bar goes, then the label is cut.
        let bar_end = columns.bar_x() + columns.bar;
        if bar_end >= figure_x {
            return;
        }
        let Some(why_not) = in_its_place else { return self.bar(indicator, row, canvas) };
        let x = rest.x + GAP;
        let width = (row.x + bar_end).saturating_sub(x);
        if cells(why_not) <= width {
            canvas.right(Rect { x, width, ..row }, why_not, self.theme.dim());
        }
    }

    /// The figure in the form that fits, and its first cell in the row: it is never cut.
    fn figure(&self, indicator: &Indicator, line: u16) -> (String, u16) {
        let headline = &indicator.headline;
        // In ASCII an operator takes two cells.
        let cells = |text: &str| cells(&shown(text, self.theme));
        let x = self.columns.figure_x();
        // Bars and labels say what is counted; the figure says so too where there is room.
        let full = headline.figure();
        let period = cells(&headline.period_words()) + WIDE_GAP;
        let period = if self.columns.has_period() { period } else { self.columns.tail };
        let room = self.columns.tail.saturating_sub(period).max(self.columns.figure);
        let has_room = cells(&full) <= room;
        let figure = if has_room { full } else { headline.row_figure() };
        if !self.columns.as_reading && x.saturating_add(cells(&figure)) <= line {
            return (figure, x);
        }
        let reading = headline.row_reading();
        let reading = if cells(&reading) <= line { reading } else { "…".to_owned() };
        let x = x.min(line.saturating_sub(cells(&reading)));
        (reading, x)
    }

    /// Draws the bar, or says why there is none: an empty place would read as nothing reached.
    fn bar(&self, indicator: &Indicator, row: Rect, canvas: &mut Canvas<'_>) {
        let columns = self.columns;
        let row = skip(row, columns.bar_x());
        if let Some(why_not) = why_no_bar(indicator) {
            canvas.line(Rect { width: columns.bar, ..row }, why_not, self.theme.dim());
        } else if let (Some(scale), Some(quantity)) =
            (indicator.scale, &indicator.headline.quantity)
        {
            let cells = ruler::bar_cells(quantity, scale, columns.bar);
            ruler::draw_bar(&cells, indicator.group.map(|g| g.0), row, canvas);
        }
    }

    /// Draws the period up to the right edge of its column, if it fits into what the figure leaves.
    fn period(&self, indicator: &Indicator, rest: Rect, row: Rect, canvas: &mut Canvas<'_>) {
        let (columns, theme) = (self.columns, self.theme);
        let headline = &indicator.headline;
        let x = rest.x + WIDE_GAP;
        let edge = row.x + columns.figure_x() + columns.tail;
        if columns.has_period() && x < edge {
            let style = if headline.period.is_some() { theme.plain() } else { theme.dim() };
            let area = Rect { x, width: edge - x, ..row };
            let words = headline.period_words();
            let words = fitting(&words, "…", area.width, theme).unwrap_or("…");
            canvas.right(area, words, style);
        }
    }
}

/// Why an indicator has no bar, if it has none.
fn why_no_bar(indicator: &Indicator) -> Option<&'static str> {
    match (indicator.scale, &indicator.headline.quantity) {
        (_, None) => Some("no value"),
        (_, Some(quantity)) if quantity.class() == Some(HedgeClass::Order) => Some("no number"),
        (None, Some(_)) => Some("no scale"),
        (Some(_), Some(_)) => None,
    }
}

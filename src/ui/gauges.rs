mod columns;
mod paper;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::Model;
use crate::app::document::{FileStatus, Origin};
use crate::app::keys::{Action, Panel};
use crate::app::panels::GaugeLine;
use crate::app::text::{width, wrap};
use crate::report::{Flags, GroupIx, HedgeClass, Indicator, IndicatorIx};
use crate::ui::canvas::{Canvas, shown};
use crate::ui::panel::{self, Border};
use crate::ui::{Theme, bar, ruler};
use columns::Columns;

/// What the cells of a bar mean; the longest that fits stands in the upper border.
pub(super) const CELLS: &[&str] = &[
    "■ reached   □ may reach   ▪▫ roughly (width not to scale)   · not reached",
    "■ reached  □ may reach  ▪▫ roughly  · not reached",
    "■ reached  □ may reach  ▪▫ roughly",
    "■ reached  □ may reach",
];

/// What the signs of rows mean where there is no room for bars.
const FLAGS_ALONE: &[&str] = &["! due for review   ± disputed", "! due  ± disputed"];

/// What its other signs mean, in the lower border.
pub(super) const WALLS: &[&str] = &[
    "├ at least   ┤ at most   ┼ zero   ▸ beyond the scale   ! due for review   ± disputed",
    "├ at least  ┤ at most  ┼ zero  ▸ beyond  ! due  ± disputed",
    "├ at least  ┤ at most  ! due  ± disputed",
    "├ at least  ┤ at most  ┼ zero  ▸ beyond the scale",
    "├ at least  ┤ at most  ┼ zero",
    "├ at least  ┤ at most",
];

const MARKER: u16 = 1;
const GAP: u16 = 1;
const WIDE_GAP: u16 = 2;

/// Draws the gauges panel.
pub(super) fn draw(model: &Model, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let place = model.nav.selection.indicator.map_or(0, |ix| model.panels.gauges.place(ix) + 1);
    let foot = format!("{place} of {}", model.panels.gauges.order.len());
    // Signs of rows are explained where there are any.
    let flagged = model.panels.gauges.widest.flags > 0;
    let bars = model.panels.gauges.has_bars(model.layout().inner(Panel::Gauges).width);
    let (cells, walls) = if bars { (CELLS, WALLS) } else { (&[][..], FLAGS_ALONE) };
    let walls = walls.iter().filter(|note| flagged || !note.contains('±'));
    let changed = walls.clone().map(|note| format!("{note}  ~ changed"));
    let changed = changed.filter(|_| model.news.has_indicators());
    let walls: Vec<String> = changed.chain(walls.map(|note| (*note).to_owned())).collect();
    let walls: Vec<&str> = walls.iter().map(String::as_str).collect();
    let border = Border { notes: cells, foot_notes: &walls, foot };
    let inner = panel::frame(model, Panel::Gauges, &border, theme, area, canvas);
    if inner.is_empty() {
        return;
    }
    if model.panels.gauges.order.is_empty() {
        for (y, line) in
            (inner.y..inner.bottom()).zip(wrap(&nothing(model), usize::from(inner.width)))
        {
            canvas.text(inner.x, y, inner.width, &line, theme.plain());
        }
        return;
    }
    let gauges = Gauges::on_screen(model, theme, inner.width);
    gauges.headings(inner, canvas);
    let rows = inner.y + 1..inner.bottom();
    for (y, line) in rows.zip(model.gauge_lines()) {
        gauges.line(line, Rect { y, height: 1, ..inner }, canvas);
    }
}

/// Why there is no row, and what to do.
pub(super) fn nothing(model: &Model) -> String {
    let name = match &model.doc.origin {
        Origin::File(name) => name.as_str(),
        Origin::BuiltIn => "the built-in report",
    };
    if let FileStatus::Unreadable { why, .. } = &model.doc.status {
        return format!("Nothing to show yet: {why}.");
    }
    if model.nav.filter.is_on() {
        let words = model.nav.filter.words(&model.doc.report);
        let key = model.env.keymap.key(&model.scopes(), Action::Widen);
        let key = key.map_or_else(String::new, |key| format!(" {key} shows all again."));
        return format!("No figure is all of this: {words}.{key}");
    }
    match model.doc.faults {
        0 => format!("No figures yet: {name} has no [[indicator]]."),
        _ => format!("No figure could be read: 'indicia check {name}' says why."),
    }
}

/// The lines of the panel, in so many cells: on the screen, and on a printed page.
#[derive(Clone, Copy)]
pub(super) struct Gauges<'a> {
    model: &'a Model,
    theme: &'a Theme,
    columns: Columns,
    cells: u16,
}

impl<'a> Gauges<'a> {
    /// On a printed page: nothing there is said twice, and the cards come after it.
    pub(super) fn new(model: &'a Model, theme: &'a Theme, cells: u16) -> Self {
        Self { model, theme, columns: Columns::new(model, theme, cells), cells }
    }

    /// On the screen, with more facts where there is room for them.
    fn on_screen(model: &'a Model, theme: &'a Theme, cells: u16) -> Self {
        Self { model, theme, columns: Columns::with_facts(model, theme, cells), cells }
    }

    /// All lines that are drawn.
    pub(super) fn lines(self) -> impl Iterator<Item = &'a GaugeLine> {
        self.model.panels.gauges.shown(0, self.cells)
    }

    /// Draws one of them.
    pub(super) fn line(&self, line: &GaugeLine, area: Rect, canvas: &mut Canvas<'_>) {
        match line {
            GaugeLine::Blank => {}
            GaugeLine::Heading(group, scale) => {
                self.heading(*group, area, canvas);
                if let Some(scale) = scale {
                    self.ruler(scale, area, canvas);
                }
            }
            GaugeLine::Ruler(scale) => {
                let label = MARKER + self.columns.label;
                canvas.right(area.x, area.y, label, "scale", self.theme.dim());
                self.ruler(scale, area, canvas);
            }
            GaugeLine::Row(ix) => self.row(*ix, area, canvas),
        }
    }

    /// Draws the headings of the columns.
    pub(super) fn headings(&self, area: Rect, canvas: &mut Canvas<'_>) {
        let (columns, dim) = (self.columns, self.theme.dim());
        let x = area.x + columns.figure_x();
        canvas.text(x, area.y, columns.figure, "figure", dim);
        if columns.has_period() {
            canvas.right(x, area.y, columns.tail, "period", dim);
        }
        for (id, x, cells) in columns.facts() {
            let title = id.column().map_or("", |column| column.title).to_lowercase();
            canvas.text(area.x + x, area.y, cells, &title, dim);
        }
    }

    fn heading(&self, group: Option<GroupIx>, area: Rect, canvas: &mut Canvas<'_>) {
        let cells = self.heading_cells(area.width);
        let style = self.theme.group(group.map(|g| g.0));
        canvas.text(area.x, area.y, cells, &self.heading_text(group), style);
    }

    fn heading_text(&self, group: Option<GroupIx>) -> String {
        let group = group.and_then(|ix| self.model.doc.report.group(ix));
        group.map_or_else(|| "WITHOUT A GROUP".to_owned(), |group| group.title.to_uppercase())
    }

    /// The cells of a heading in a line of so many.
    fn heading_cells(&self, line: u16) -> u16 {
        if self.columns.bar > 0 { MARKER + self.columns.label } else { line }
    }

    fn ruler(&self, scale: &crate::app::panels::Ruler, area: Rect, canvas: &mut Canvas<'_>) {
        if self.columns.bar > 0 {
            let x = area.x + self.columns.bar_x();
            ruler::draw(scale, self.theme, x, area.y, self.columns.bar, canvas);
        }
    }

    fn row(&self, ix: IndicatorIx, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(indicator) = self.model.doc.report.indicator(ix) else {
            return;
        };
        let (columns, theme) = (self.columns, self.theme);
        let selected = self.model.nav.selection.indicator == Some(ix);
        let label_style = if selected {
            canvas.text(area.x, area.y, MARKER, "›", theme.strong());
            theme.selected(self.model.nav.focus == Panel::Gauges)
        } else {
            theme.plain()
        };
        let (figure, x) = self.figure(indicator, area.width);
        self.label_and_bar(indicator, x, label_style, area, canvas);
        let end = canvas.text(area.x + x, area.y, area.width - x, &figure, theme.plain());
        self.period(indicator, end, area, canvas);
        let changed = self.model.news.has(ix);
        let flags = Flags { changed, ..Flags::new(indicator, self.model.env.as_of) }.to_string();
        let x = (area.x + columns.figure_x() + columns.tail).max(end) + GAP;
        let room = columns.flags.min(area.right().saturating_sub(x));
        canvas.text(x, area.y, room, &flags, theme.warning());
        // A figure that runs over them is not cut for their sake.
        let free = columns.facts().filter(|(_, x, _)| end < area.x + x);
        for (id, x, cells) in free {
            let text = id.text(&self.model.doc.report, indicator, self.model.env.as_of);
            let style = if id.is_absent(&text) { theme.dim() } else { theme.plain() };
            canvas.text(area.x + x, area.y, cells, &text, style);
        }
    }

    /// What stands in front of a figure that begins at a cell of its line.
    fn label_and_bar(
        &self,
        indicator: &Indicator,
        figure_x: u16,
        style: Style,
        area: Rect,
        canvas: &mut Canvas<'_>,
    ) {
        let (columns, theme) = (self.columns, self.theme);
        let label = if columns.full_label { &indicator.label } else { indicator.short_label() };
        let is_long = width(&shown(label, theme)) > usize::from(columns.label);
        // A long label has the place of a bar that there is none of, and may be whole there.
        let in_its_place = why_no_bar(indicator).filter(|_| is_long);
        let cells =
            if in_its_place.is_some() { columns.label_without_bar() } else { columns.label };
        let cells = cells.min(figure_x.saturating_sub(MARKER + GAP));
        let end = canvas.text(area.x + MARKER, area.y, cells, label, style);
        // Where the figure needs the room, first the bar goes, then the label is cut.
        let bar_end = columns.bar_x() + columns.bar;
        if bar_end >= figure_x {
            return;
        }
        let Some(why_not) = in_its_place else {
            return self.bar(indicator, area, canvas);
        };
        let x = end + GAP;
        let room = (area.x + bar_end).saturating_sub(x);
        if width(why_not) <= usize::from(room) {
            canvas.right(x, area.y, room, why_not, theme.dim());
        }
    }

    /// The figure in the form that fits, and where it begins: it is never cut.
    fn figure(&self, indicator: &Indicator, line: u16) -> (String, u16) {
        let headline = &indicator.headline;
        // In ASCII an operator takes two cells.
        let cells = |text: &str| u16::try_from(width(&shown(text, self.theme))).unwrap_or(u16::MAX);
        let x = self.columns.figure_x();
        let figure = headline.figure();
        if !self.columns.as_reading && x.saturating_add(cells(&figure)) <= line {
            return (figure, x);
        }
        let reading = headline.reading();
        let reading = if cells(&reading) <= line { reading } else { "…".to_owned() };
        let x = x.min(line.saturating_sub(cells(&reading)));
        (reading, x)
    }

    /// The bar; where there is none, why: an empty place would pass for nothing reached.
    fn bar(&self, indicator: &Indicator, area: Rect, canvas: &mut Canvas<'_>) {
        let (columns, theme) = (self.columns, self.theme);
        let x = area.x + columns.bar_x();
        if let Some(why_not) = why_no_bar(indicator) {
            canvas.text(x, area.y, columns.bar, why_not, theme.dim());
            return;
        }
        let (Some(scale), Some(quantity)) = (indicator.scale, &indicator.headline.quantity) else {
            return;
        };
        if columns.bar > 0 {
            let cells = ruler::bar_cells(indicator.change, columns.bar);
            let cells = bar(quantity, scale, usize::from(cells));
            let group = indicator.group.map(|g| g.0);
            ruler::draw_bar(&cells, group, theme, (x, area.y), canvas);
        }
    }

    /// The period, up to the right edge of its column, if it fits into what the figure leaves of it.
    fn period(&self, indicator: &Indicator, end: u16, area: Rect, canvas: &mut Canvas<'_>) {
        let (columns, theme) = (self.columns, self.theme);
        let headline = &indicator.headline;
        let edge = area.x + columns.figure_x() + columns.tail;
        if columns.has_period() && end + WIDE_GAP < edge {
            let style = if headline.period.is_some() { theme.plain() } else { theme.dim() };
            let room = edge - (end + WIDE_GAP);
            let words = headline.period_words();
            let fits = width(&shown(&words, theme)) <= usize::from(room);
            let words = if fits { &words } else { "…" };
            canvas.right(end + WIDE_GAP, area.y, room, words, style);
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

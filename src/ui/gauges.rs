mod paper;

use ratatui::layout::Rect;

use crate::app::{Action, Flags, GaugeLine, Model, Origin, Panel, Standing, width, wrap};
use crate::report::{GroupIx, HedgeClass, Indicator, IndicatorIx};
use crate::ui::canvas::{Canvas, shown};
use crate::ui::panel::{self, Border};
use crate::ui::{Glyphs, Theme, bar, ruler};

/// What the cells of a bar mean; the longest that fits stands in the upper border.
pub(super) const CELLS: &[&str] = &[
    "■ reached   □ may reach   ▪▫ roughly (width not to scale)   · not reached",
    "■ reached  □ may reach  ▪▫ roughly  · not reached",
    "■ reached  □ may reach  ▪▫ roughly",
    "■ reached  □ may reach",
];

/// What its other signs mean, in the lower border.
pub(super) const WALLS: &[&str] = &[
    "├ at least   ┤ at most   ┼ zero   ▸ beyond the scale   ! due for review   ± disputed",
    "├ at least  ┤ at most  ┼ zero  ▸ beyond  ! due  ± disputed",
    "├ at least  ┤ at most  ! due  ± disputed",
    "├ at least  ┤ at most  ┼ zero  ▸ beyond the scale",
    "├ at least  ┤ at most  ┼ zero",
    "├ at least  ┤ at most",
];

/// The columns of a row, in cells. Figures are never cut; a bar of 0 is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Columns {
    label: u16,
    /// What a short label would like to have.
    short: u16,
    full_label: bool,
    bar: u16,
    figure: u16,
    as_reading: bool,
    /// Figure and period together: the figure from its left edge on, the period up to its right.
    tail: u16,
    flags: u16,
}

const MARKER: u16 = 1;
/// Cells left free in front of the right border, where nothing has to give way for them.
const PAD: u16 = 1;
const GAP: u16 = 1;
const WIDE_GAP: u16 = 2;
/// Cells that "+/-" takes more than "±".
const CONTRADICTED_ASCII: u16 = 2;
const LONG_FIGURE: u16 = 30;
const LONG_PERIOD: u16 = 22;

/// Draws the gauges panel.
pub(super) fn draw(model: &Model, theme: &Theme, area: Rect, canvas: &mut Canvas<'_>) {
    let place = model.selected.map_or(0, |ix| model.gauges.place(ix) + 1);
    let foot = format!("{place} of {}", model.gauges.order.len());
    // Signs of rows are explained where there are any.
    let flagged = model.gauges.widest.flags > 0;
    let walls = WALLS.iter().filter(|note| flagged || !note.contains('±'));
    let changed = walls.clone().map(|note| format!("{note}  ~ changed"));
    let changed = changed.filter(|_| model.news.has_indicators());
    let walls: Vec<String> = changed.chain(walls.map(|note| (*note).to_owned())).collect();
    let walls: Vec<&str> = walls.iter().map(String::as_str).collect();
    let border = Border { notes: CELLS, foot_notes: &walls, foot };
    let inner = panel::frame(model, Panel::Gauges, &border, theme, area, canvas);
    if inner.is_empty() {
        return;
    }
    if model.gauges.order.is_empty() {
        for (y, line) in
            (inner.y..inner.bottom()).zip(wrap(&nothing(model), usize::from(inner.width)))
        {
            canvas.text(inner.x, y, inner.width, &line, theme.plain());
        }
        return;
    }
    let gauges = Gauges::new(model, theme, inner.width);
    gauges.headings(inner, canvas);
    let rows = inner.y + 1..inner.bottom();
    for (y, line) in rows.zip(gauges.lines_from(model.gauges.offset)) {
        gauges.line(line, Rect { y, height: 1, ..inner }, canvas);
    }
}

/// Why there is no row, and what to do.
pub(super) fn nothing(model: &Model) -> String {
    let name = match &model.origin {
        Origin::File(name) => name.as_str(),
        Origin::BuiltIn => "the built-in report",
    };
    if let Standing::Lost { why, .. } = &model.standing {
        return format!("Nothing to show yet: {why}.");
    }
    if model.narrow.is_on() {
        let words = model.narrow.words(&model.report);
        let key = model.keymap.key(&model.scopes(), Action::Widen);
        let key = key.map_or_else(String::new, |key| format!(" {key} shows all again."));
        return format!("No figure is all of this: {words}.{key}");
    }
    match model.faults {
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
}

impl<'a> Gauges<'a> {
    pub(super) fn new(model: &'a Model, theme: &'a Theme, cells: u16) -> Self {
        Self { model, theme, columns: Columns::new(model, theme, cells) }
    }

    /// The lines to draw, from that one on.
    pub(super) fn lines_from(self, offset: usize) -> impl Iterator<Item = &'a GaugeLine> {
        // Without bars nothing is left to set off.
        let bars = self.columns.bar > 0;
        let lines = self.model.gauges.lines.iter().skip(offset);
        lines.filter(move |l| bars || !matches!(l, GaugeLine::Ruler(_) | GaugeLine::Blank))
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
    }

    fn heading(&self, group: Option<GroupIx>, area: Rect, canvas: &mut Canvas<'_>) {
        let cells = self.heading_cells(area.width);
        let style = self.theme.group(group.map(|g| g.0));
        canvas.text(area.x, area.y, cells, &self.heading_text(group), style);
    }

    fn heading_text(&self, group: Option<GroupIx>) -> String {
        let group = group.and_then(|ix| self.model.report.group(ix));
        group.map_or_else(|| "WITHOUT A GROUP".to_owned(), |group| group.title.to_uppercase())
    }

    /// The cells of a heading in a line of so many.
    fn heading_cells(&self, line: u16) -> u16 {
        if self.columns.bar > 0 { MARKER + self.columns.label } else { line }
    }

    fn ruler(&self, scale: &crate::app::Ruler, area: Rect, canvas: &mut Canvas<'_>) {
        if self.columns.bar > 0 {
            let x = area.x + self.columns.bar_x();
            ruler::draw(scale, self.theme, x, area.y, self.columns.bar, canvas);
        }
    }

    fn row(&self, ix: IndicatorIx, area: Rect, canvas: &mut Canvas<'_>) {
        let Some(indicator) = self.model.report.indicator(ix) else {
            return;
        };
        let (columns, theme) = (self.columns, self.theme);
        let selected = self.model.selected == Some(ix);
        let label_style = if selected {
            canvas.text(area.x, area.y, MARKER, "›", theme.strong());
            theme.selected(self.model.focus == Panel::Gauges)
        } else {
            theme.plain()
        };
        let (figure, x) = self.figure(indicator, area.width);
        // Where the figure needs the room, first the bar goes, then the label is cut.
        if columns.bar_x() + columns.bar < x {
            self.bar(indicator, area, canvas);
        }
        let label = if columns.full_label { &indicator.label } else { indicator.short_label() };
        let cells = columns.label.min(x.saturating_sub(MARKER + GAP));
        canvas.text(area.x + MARKER, area.y, cells, label, label_style);
        let end = canvas.text(area.x + x, area.y, area.width - x, &figure, theme.plain());
        self.period(indicator, end, area, canvas);
        let changed = self.model.news.has_indicator(ix);
        let flags = Flags { changed, ..Flags::new(indicator, self.model.as_of) }.to_string();
        let x = area.x + columns.figure_x() + columns.tail + GAP;
        canvas.text(x, area.y, columns.flags, &flags, theme.warning());
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
        let x = x.min(line.saturating_sub(cells(&reading)));
        (reading, x)
    }

    /// The bar; where there is none, why: an empty place would pass for nothing reached.
    fn bar(&self, indicator: &Indicator, area: Rect, canvas: &mut Canvas<'_>) {
        let (columns, theme) = (self.columns, self.theme);
        let x = area.x + columns.bar_x();
        let why_not = match (indicator.scale, &indicator.headline.quantity) {
            _ if columns.bar == 0 => return,
            (_, None) => "no value",
            (_, Some(quantity)) if quantity.class() == Some(HedgeClass::Order) => "no number",
            (None, Some(_)) => "no scale",
            (Some(scale), Some(quantity)) => {
                let cells = ruler::bar_cells(indicator.change, columns.bar);
                let cells = bar(quantity, scale, usize::from(cells));
                let group = indicator.group.map(|g| g.0);
                ruler::draw_bar(&cells, group, theme, (x, area.y), canvas);
                return;
            }
        };
        canvas.text(x, area.y, columns.bar, why_not, theme.dim());
    }

    /// The period, up to the right edge of its column, in what the figure leaves of it.
    fn period(&self, indicator: &Indicator, end: u16, area: Rect, canvas: &mut Canvas<'_>) {
        let (columns, theme) = (self.columns, self.theme);
        let headline = &indicator.headline;
        let edge = area.x + columns.figure_x() + columns.tail;
        if columns.has_period() && end + WIDE_GAP < edge {
            let style = if headline.period.is_some() { theme.plain() } else { theme.dim() };
            let room = edge - (end + WIDE_GAP);
            canvas.right(end + WIDE_GAP, area.y, room, &headline.period_words(), style);
        }
    }
}

impl Columns {
    /// Shares out a line: label gives way first, then period, then bar, and the figure never.
    fn new(model: &Model, theme: &Theme, line: u16) -> Self {
        let cells = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        let widest = model.gauges.widest;
        let as_reading = line < 46;
        let (figure, tail) = if as_reading {
            (widest.reading, widest.reading_period)
        } else {
            (widest.figure, widest.figure_period)
        };
        let mut columns = Self {
            // A longer figure runs over its period rather than narrow every row.
            figure: cells(figure).min(LONG_FIGURE),
            as_reading,
            tail: cells(tail).min(LONG_FIGURE + WIDE_GAP + LONG_PERIOD),
            flags: match (widest.flags + usize::from(model.news.has_indicators()), theme.glyphs()) {
                (flags @ 1.., Glyphs::Ascii) => cells(flags) + CONTRADICTED_ASCII,
                (flags, _) => cells(flags),
            },
            short: cells(widest.short).min(40),
            ..Self::default()
        };
        let (full, short) = (cells(widest.label).min(56), columns.short);
        for (bar, label) in [(40, full), (30, full), (20, full), (20, short)] {
            (columns.bar, columns.label, columns.full_label) = (bar, label, label == full);
            if columns.total() + PAD <= line {
                return columns;
            }
        }
        columns.shrink(line);
        columns
    }

    /// What gives way, in order, and how far.
    fn shrink(&mut self, line: u16) {
        let period = (self.figure + WIDE_GAP + 9).min(self.tail);
        self.give(line, |columns| &mut columns.label, 18);
        self.give(line, |columns| &mut columns.tail, period);
        self.give(line, |columns| &mut columns.bar, 10);
        self.give(line, |columns| &mut columns.label, 10);
        if self.total() > line {
            self.tail = self.figure;
        }
        if self.total() > line {
            self.bar = 0;
            // What the bar leaves is the label's again.
            self.label = self.short;
        }
        self.give(line, |columns| &mut columns.label, 4);
    }

    fn give(&mut self, line: u16, field: fn(&mut Self) -> &mut u16, least: u16) {
        let over = self.total().saturating_sub(line);
        let field = field(self);
        *field = field.saturating_sub(over).max(least.min(*field));
    }

    fn has_period(self) -> bool {
        self.tail > self.figure
    }

    fn bar_x(self) -> u16 {
        MARKER + self.label + GAP
    }

    fn figure_x(self) -> u16 {
        let bar = if self.bar > 0 { self.bar + WIDE_GAP } else { 0 };
        self.bar_x() + bar
    }

    fn total(self) -> u16 {
        let flags = if self.flags > 0 { self.flags + GAP } else { 0 };
        self.figure_x() + self.tail + flags
    }
}

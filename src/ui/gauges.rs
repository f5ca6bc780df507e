mod figure;
mod paper;

use ratatui::layout::Rect;

use crate::app::Model;
use crate::app::document::FileStatus;
use crate::app::keys::Panel;
use crate::app::panels::{
    Below, Columns, Fold, GAP, GaugeLine, INDENT, MARKER, Ruler, Trend, WIDE_GAP,
};
use crate::app::text::wrap;
use crate::report::{Flags, GroupIx, HedgeClass, Indicator, IndicatorIx, Scale};
use crate::ui::canvas::{Canvas, skip};
use crate::ui::legend::{CELLS, FLAGS, LIMITS, MARKS, Signs};
use crate::ui::panel::{self, Border, Note};
use crate::ui::{BarCell, Theme, ruler, trend};

/// The narrowest column of labels in which parts are indented in full.
const NARROW_LABEL: u16 = 16;
/// The fewest cells in which the beginning of a unit says something.
const LEAST_UNIT: u16 = 12;

/// Draws the gauges panel.
pub(super) fn draw(model: &Model, area: Rect, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let gauges = &model.panels.gauges;
    let place = model.nav.selection.indicator.map_or(0, |ix| gauges.place(ix) + 1);
    let drawn = Gauges::on_screen(model, theme);
    let signs = drawn.signs(area.height);
    let legend = |legend| signs.explained(legend).map(|entry| Note::new(entry.long, entry.short));
    let minor = || legend(MARKS).map(|note| Note { is_minor: true, ..note });
    let rest = || legend(LIMITS).chain(minor()).chain(legend(FLAGS));
    let all: Vec<Note> = legend(CELLS).chain(rest()).collect();
    let head = format!("{place} of {}", gauges.order.len());
    // The legend has one place, unless it is too long for that.
    let border = if panel::is_room(&all, area, theme) {
        Border { foot_notes: all, head, ..Border::default() }
    } else {
        let (notes, foot_notes) = (legend(CELLS).collect(), rest().collect());
        Border { notes, foot_notes, head, ..Border::default() }
    };
    let inner = panel::frame(model, Panel::Gauges, &border, area, canvas);
    if gauges.order.is_empty() {
        let lines = wrap(&nothing(model), usize::from(inner.width));
        canvas.lines(inner, &lines, theme.plain());
        return;
    }
    let mut rows = inner.rows();
    if drawn.fold.headings
        && let Some(row) = rows.next()
    {
        drawn.headings(row, canvas);
    }
    for (row, line) in rows.zip(model.gauge_lines()) {
        if let GaugeLine::Figure(ix, nth) = line {
            drawn.line_below(*ix, *nth, Rect { height: inner.bottom() - row.y, ..row }, canvas);
        } else {
            drawn.line(line, row, canvas);
        }
    }
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
    fold: Fold,
}

impl<'a> Gauges<'a> {
    /// On a printed page, where cards with all facts follow, and nothing has to give way.
    pub(super) fn new(model: &'a Model, theme: &'a Theme, cells: u16) -> Self {
        let columns = model.panels.gauges.columns(cells).with_long_bars();
        Self { model, theme, columns, fold: Fold::none(columns) }
    }

    /// On the screen, with more facts where there is room for them.
    fn on_screen(model: &'a Model, theme: &'a Theme) -> Self {
        let fold = model.gauge_fold();
        Self { model, theme, columns: fold.columns, fold }
    }

    /// All lines of the panel.
    pub(super) fn lines(self) -> impl Iterator<Item = &'a GaugeLine> {
        self.model.panels.gauges.shown(0, self.fold)
    }

    /// Draws one of them.
    pub(super) fn line(&self, line: &GaugeLine, row: Rect, canvas: &mut Canvas<'_>) {
        match line {
            // A figure is drawn with what is left of the panel.
            GaugeLine::Blank | GaugeLine::Figure(..) => {}
            GaugeLine::Heading(group, scale) => {
                let area = Rect { width: self.heading_cells(row.width), ..row };
                let style = self.theme.group(group.map(|g| g.0));
                canvas.line(area, &self.heading_text(*group), style);
                if let Some(scale) = scale {
                    let end = canvas.cells(&self.heading_text(*group)) + WIDE_GAP;
                    self.ruler(scale, row, end.min(area.width), canvas);
                }
            }
            GaugeLine::Ruler(scale) | GaugeLine::LoneRuler(scale) => {
                self.ruler(scale, row, MARKER, canvas);
            }
            GaugeLine::Row(ix) => {
                let row = panel::mark(self.model, *ix, row, canvas);
                self.row(*ix, row, canvas);
            }
        }
    }

    /// The signs of the lines in view in a panel of this height.
    fn signs(&self, height: u16) -> Signs {
        // The borders.
        let view = self.fold.view(usize::from(height.saturating_sub(2)));
        self.signs_of(self.model.gauge_lines().take(view))
    }

    fn signs_of<'l>(&self, lines: impl Iterator<Item = &'l GaugeLine>) -> Signs {
        let mut signs = Signs::default();
        for line in lines {
            let GaugeLine::Row(ix) = line else { continue };
            if let Some(indicator) = self.model.doc.report.indicator(*ix) {
                signs.add_bar(&self.bar_cells(*ix, indicator));
                if self.trend(*ix, indicator).is_some() {
                    signs.add_trend();
                }
                signs.add_flags(self.flags(*ix, indicator));
                signs.add_article(self.model.doc.articles.sign(*ix));
            }
        }
        signs
    }

    fn flags(&self, ix: IndicatorIx, indicator: &Indicator) -> Flags {
        let changed = self.model.news.has(ix);
        Flags { changed, ..Flags::new(indicator, self.model.env.as_of) }
    }

    /// The scale of a row's bar, if it has one.
    fn scale(&self, ix: IndicatorIx, indicator: &Indicator) -> Option<Scale> {
        let quantity = indicator.headline.quantity.as_ref()?;
        let is_drawn = self.columns.bar > 0 && quantity.class() != Some(HedgeClass::Order);
        self.model.panels.gauges.scale(&self.model.doc.report, ix).filter(|_| is_drawn)
    }

    /// The ruler whose ends a row carries itself.
    fn own_ruler(&self, ix: IndicatorIx, indicator: &Indicator) -> Option<Ruler> {
        let carries = self.model.panels.gauges.carries_ends(ix, self.fold);
        Ruler::of(indicator).filter(|_| carries)
    }

    /// The cells of a row's bar; none if it has no bar.
    fn bar_cells(&self, ix: IndicatorIx, indicator: &Indicator) -> Vec<BarCell> {
        let column = self.columns.bar;
        let own = self.own_ruler(ix, indicator);
        let column = own.map_or(column, |ruler| ruler::between_ends(&ruler, column).1);
        let scale = self.scale(ix, indicator);
        scale.map_or_else(Vec::new, |scale| ruler::headline_cells(indicator, scale, column))
    }

    /// The history that stands in the place of a missing bar, where the figure leaves room for it.
    fn trend(&self, ix: IndicatorIx, indicator: &Indicator) -> Option<Trend> {
        let is_beside = self.model.panels.gauges.is_beside_bar(ix, self.columns);
        if self.scale(ix, indicator).is_some() || !is_beside {
            return None;
        }
        trend::fitting(indicator, self.columns.bar)
    }

    /// What of a row stands below it.
    fn below(&self, ix: IndicatorIx) -> Below {
        self.model.panels.gauges.below(ix, self.columns)
    }

    /// The cells by which the label of a part is indented; a narrow label keeps its letters.
    fn indent(&self, ix: IndicatorIx) -> u16 {
        let depth = u16::try_from(self.model.panels.gauges.depth(ix)).unwrap_or(0);
        let full = u16::try_from(INDENT).unwrap_or(0) * depth;
        if self.columns.label >= NARROW_LABEL { full } else { depth.min(self.columns.label / 4) }
    }

    /// Draws the headings of the columns behind the rows.
    pub(super) fn headings(&self, row: Rect, canvas: &mut Canvas<'_>) {
        for (id, x, cells) in self.columns.facts() {
            let title = id.column().map_or("", |column| column.title).to_lowercase();
            canvas.text(row.x + x, row.y, cells, &title, self.theme.dim());
        }
    }

    fn heading_text(&self, group: Option<GroupIx>) -> String {
        let group = group.and_then(|ix| self.model.doc.report.group(ix));
        group.map_or_else(|| "WITHOUT A GROUP".to_owned(), |group| group.title.to_uppercase())
    }

    /// The cells of a heading in a line of `line` cells: up to the ruler.
    fn heading_cells(&self, line: u16) -> u16 {
        if self.columns.bar > 0 { self.columns.bar_x() - GAP } else { line }
    }

    /// Draws the scale over the bars; its unit stands behind it, or in front if it has no room there.
    fn ruler(&self, ruler: &Ruler, row: Rect, free_from: u16, canvas: &mut Canvas<'_>) {
        if self.columns.bar == 0 {
            return;
        }
        let (bar_x, unit) = (self.columns.bar_x(), ruler::unit(ruler));
        let rest = ruler::draw_ticks(ruler, self.columns.bar, skip(row, bar_x), canvas);
        let before = bar_x.saturating_sub(free_from + WIDE_GAP);
        let cells = canvas.cells(&unit);
        let is_behind = cells <= rest.width || before < cells.min(LEAST_UNIT);
        if is_behind {
            canvas.line(rest, &unit, self.theme.dim());
        } else {
            let place = Rect { width: before, ..skip(row, free_from) };
            canvas.right(place, &unit, self.theme.dim());
        }
    }

    fn row(&self, ix: IndicatorIx, row: Rect, canvas: &mut Canvas<'_>) {
        let Some(indicator) = self.model.doc.report.indicator(ix) else { return };
        let (columns, theme) = (self.columns, self.theme);
        let below = self.below(ix);
        let (figure, x) = match below {
            Below::Figure(_) if columns.bar > 0 => (String::new(), columns.figure_x()),
            // The label has the line but for the flags.
            Below::Figure(_) => (String::new(), row.width.saturating_sub(columns.flags)),
            _ => self.figure(ix, indicator, row.width, below == Below::Period),
        };
        self.label(ix, indicator, x, row, canvas);
        let rest = canvas.write(skip(row, x), &figure, theme.strong());
        let is_beside = rest.x - row.x <= columns.figure_x() + columns.figure;
        let has_bar = is_beside && self.bar(ix, indicator, row, canvas);
        let order = self.order_beside(indicator, x, &figure).filter(|_| !has_bar);
        let rest = order.map_or(rest, |order| canvas.write(skip(rest, GAP), &order, theme.dim()));
        let end = if has_bar { columns.bar_x() + columns.bar } else { rest.x - row.x };
        if below != Below::Period {
            self.period(indicator, row.x + end + WIDE_GAP, row, canvas);
        }
        let flags = self.flags(ix, indicator).to_string();
        let flags_row = skip(row, columns.end().max(end) + GAP);
        let width = columns.flags.min(flags_row.width);
        canvas.line(Rect { width, ..flags_row }, &flags, theme.warning());
        // A figure that runs over the facts is not cut for their sake.
        for (id, x, cells) in columns.facts().filter(|(_, x, _)| end < *x) {
            let text = id.text(&self.model.doc.report, indicator, self.model.env.as_of);
            let style = if id.is_absent(&text) { theme.dim() } else { theme.plain() };
            canvas.text(row.x + x, row.y, cells, &text, style);
        }
    }

    /// Draws the label in front of what begins at a cell of its row.
    fn label(
        &self,
        ix: IndicatorIx,
        indicator: &Indicator,
        before: u16,
        row: Rect,
        canvas: &mut Canvas<'_>,
    ) {
        let style = if self.model.nav.selection.indicator == Some(ix) {
            canvas.line(row, "›", self.theme.strong());
            self.theme.selected(self.model.nav.focus == Panel::Gauges)
        } else {
            self.theme.plain()
        };
        let indent = self.indent(ix);
        let is_free = self.columns.bar == 0 && self.columns.period == 0;
        let width = if is_free { row.width } else { self.columns.label };
        let width = width.min(before.saturating_sub(MARKER + GAP)).saturating_sub(indent);
        let row = Rect { width, ..skip(row, MARKER + indent) };
        canvas.line(row, self.label_of(indicator), style);
    }

    fn label_of(&self, indicator: &'a Indicator) -> &'a str {
        if self.columns.full_label { &indicator.label } else { indicator.short_label() }
    }

    /// Draws the bar, or the trend of a row without one; whether it has either.
    fn bar(
        &self,
        ix: IndicatorIx,
        indicator: &Indicator,
        row: Rect,
        canvas: &mut Canvas<'_>,
    ) -> bool {
        let columns = self.columns;
        let row = skip(row, columns.bar_x());
        let group = indicator.group.map(|g| g.0);
        if let Some(trend) = self.trend(ix, indicator) {
            trend::draw(&trend, group, row, canvas);
            return true;
        }
        let cells = self.bar_cells(ix, indicator);
        let own = self.own_ruler(ix, indicator).filter(|_| !cells.is_empty());
        let before = own.map_or(0, |ruler| {
            ruler::draw_ends(&ruler, columns.bar, row, canvas);
            ruler::between_ends(&ruler, columns.bar).0
        });
        ruler::draw_bar(&cells, group, skip(row, before), canvas);
        !cells.is_empty()
    }
}

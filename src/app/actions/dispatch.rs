//! Performs actions and commands: which function belongs to which action.

use crate::app::document::{AfterCreate, Notice};
use crate::app::env::{Depth, ThemeName};
use crate::app::keys::{Action, Panel};
use crate::app::model::Model;
use crate::app::msg::Effect;
use crate::app::nav::Bookmark;
use crate::app::overlays::{
    Changes, Command, CommandKind, Commands, Dates, DiagnosticsList, FilterList, Find, Help,
    Overlay,
};
use crate::app::panels::{Sort, Table};
use crate::app::text::TextField;

/// The factor by which a zoom step changes the drawn time.
const ZOOM_STEP: f64 = 2.0;
/// The share of the drawn time by which a step pans.
const PAN_STEP: f64 = 0.1;

/// Performs an action of the panels, or tells the user why it cannot be done.
pub(crate) fn perform(model: &mut Model, action: Action) -> Option<Effect> {
    model.allow(action)?;
    match action {
        Action::Quit => return Some(Effect::Quit),
        Action::Suspend => return Some(Effect::Suspend),
        // Copies may have changed beside a file that has not.
        Action::Reread if model.doc.has_copies() => return Some(Effect::Recheck),
        Action::Reread => return Some(Effect::Reread),
        Action::OpenEditor => return model.open_editor(None),
        Action::OpenSource => return model.open_source(),
        Action::Cite => return model.cite(),
        Action::CopyWords => return model.copy_words(),
        Action::EditHere => return model.edit_here(AfterCreate::Form),
        Action::Mouse => return Some(model.switch_mouse()),
        Action::Follow if model.enter().is_none() => return model.open_article(),
        Action::Follow => model.follow(),
        Action::Add => return model.edit_here(AfterCreate::Add),
        Action::Undo => return model.step_history(true),
        Action::Redo => return model.step_history(false),
        Action::NextTheme => model.set_theme(model.env.theme.next()),
        Action::NextPanel => go(model, model.nav.focus.step(1)),
        Action::PreviousPanel => go(model, model.nav.focus.step(Panel::ALL.len() - 1)),
        Action::GoGauges => go(model, Panel::Gauges),
        Action::GoTable => go(model, Panel::Table),
        Action::GoTimeline => go(model, Panel::Timeline),
        Action::GoDetail => go(model, Panel::Detail),
        Action::Zoom => model.nav.zoomed = !model.nav.zoomed,
        Action::Back => model.go_back(),
        Action::NextFound => model.step_found(true),
        Action::PreviousFound => model.step_found(false),
        Action::Widen => model.filter_by(Vec::new()),
        Action::OpenAddress => model.preview_link(),
        action => match overlay(model, action) {
            Some(overlay) => model.overlay = Some(overlay),
            None => in_panel(model, action),
        },
    }
    None
}

/// The overlay that an action opens.
fn overlay(model: &Model, action: Action) -> Option<Overlay> {
    Some(match action {
        Action::Help => {
            Overlay::Help(Help::about(&model.env.keymap, &model.layout(), model.nav.focus))
        }
        Action::Diagnostics => Overlay::Diagnostics(DiagnosticsList::new(&model.doc, false)),
        Action::Changes => Overlay::Changes(Changes::default()),
        Action::Find => {
            let before = Bookmark::new(&model.nav, &model.panels);
            Overlay::Find(Find::new(before))
        }
        Action::Filter => Overlay::Filter(FilterList::new(&model.context())),
        Action::Commands => {
            let can = |action| model.can_do(action);
            Overlay::Commands(Commands::new(&model.env.keymap, model.nav.focus, can))
        }
        Action::Dates => Overlay::Dates(Dates { field: TextField::new(""), message: None }),
        _ => return None,
    })
}

/// Performs an action of the focused panel.
fn in_panel(model: &mut Model, action: Action) {
    let sort = model.panels.table.sort;
    let timeline = &mut model.panels.timeline;
    match action {
        Action::SortNext => resort(model, sort.step(true)),
        Action::SortPrevious => resort(model, sort.step(false)),
        Action::SortReverse => resort(model, Sort { reversed: !sort.reversed, ..sort }),
        Action::ZoomIn => timeline.zoom(&model.doc.report, 1.0 / ZOOM_STEP),
        Action::ZoomOut => timeline.zoom(&model.doc.report, ZOOM_STEP),
        Action::ZoomAll => timeline.zoom_all(),
        Action::PanEarlier => pan(model, -PAN_STEP),
        Action::PanLater => pan(model, PAN_STEP),
        Action::Periods => {
            timeline.toggle_periods();
            model.nav.select_row(&mut model.panels);
        }
        Action::PreviousFigure => model.step_cursor(false),
        Action::NextFigure => model.step_cursor(true),
        action => model.travel(action),
    }
}

/// Runs a command of the list; focuses its panel first, if it belongs to one.
pub(super) fn run(model: &mut Model, command: Command) -> Option<Effect> {
    if let Some(panel) = command.panel.filter(|panel| *panel != model.nav.focus) {
        go(model, panel);
    }
    match command.kind {
        CommandKind::Action(action) => {
            model.edits.history.pressed(action);
            return perform(model, action);
        }
        CommandKind::SortBy(by) => resort(model, Sort { by, reversed: false }),
        CommandKind::SetTheme(theme) => model.set_theme(theme),
        CommandKind::CiteAs(format) => {
            model.env.citation = format;
            return perform(model, Action::Cite);
        }
    }
    None
}

/// Focuses a panel.
pub(super) fn go(model: &mut Model, panel: Panel) {
    model.nav.go(panel, &model.panels);
}

fn pan(model: &mut Model, share: f64) {
    let selected = model.nav.selection.indicator.and_then(|ix| model.doc.report.indicator(ix));
    let band = selected.and_then(|indicator| indicator.headline.span());
    model.panels.timeline.pan(share, band.as_deref(), model.env.as_of);
}

/// Sorts the table.
pub(super) fn resort(model: &mut Model, sort: Sort) {
    let visible = &model.nav.filter.visible;
    model.panels.table = Table::new(&model.doc.report, sort, model.env.as_of, visible);
}

impl Model {
    fn set_theme(&mut self, theme: ThemeName) {
        self.env.theme = theme;
        let chosen = format!("theme: {}", theme.name());
        // What is shown instead if the terminal cannot show the theme.
        let (long, short) = match (self.env.depth, theme) {
            (Depth::None, _) => (", shown without colour here", " (without colour here)"),
            (Depth::Sixteen, theme) if theme != ThemeName::Terminal => (
                ", but with 16 colours the terminal's own are shown",
                " (16 colours: the terminal's own)",
            ),
            _ => ("", ""),
        };
        self.news.say(Notice::new(format!("{chosen}{long}"), format!("{chosen}{short}")));
    }

    /// Whether an action can be done; if not, tells the user why.
    pub(super) fn allow(&mut self, action: Action) -> Option<()> {
        self.can(action).map_err(|why| self.refuse(why)).ok()
    }
}

//! The mouse presses what is drawn under it, at every size.

use indicia::app::keys::Panel;
use indicia::app::nav::Subject;
use indicia::app::overlays::{Help, Overlay};
use indicia::app::panels::{ColumnId, Sort};
use indicia::app::{Effect, Msg};
use indicia::app::{Mouse, MouseKind};
use indicia::report::ItemIx;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use crate::harness::{Dashboard, REPORT, large};

fn told(dashboard: &mut Dashboard, kind: MouseKind, x: u16, y: u16) {
    dashboard.send(Msg::Mouse(Mouse { x, y, kind }));
}

fn press(dashboard: &mut Dashboard, x: u16, y: u16) {
    told(dashboard, MouseKind::Press, x, y);
    told(dashboard, MouseKind::Release, x, y);
}

/// A dashboard with the mouse on and the news of that gone, so that nothing moves.
fn with_mouse(text: &str, (width, height): (u16, u16), script: &str) -> Dashboard {
    Dashboard::of(text, width, height).press("m<esc>").press(script)
}

/// The cell where a text begins on the screen.
#[track_caller]
fn find(dashboard: &Dashboard, text: &str) -> (u16, u16) {
    let screen = dashboard.screen();
    let found = screen.lines().enumerate().find_map(|(y, line)| {
        let (before, _) = line.split_once(text)?;
        Some((indicia::app::text::width(before), y))
    });
    let (x, y) = found.unwrap_or_else(|| panic!("no {text} in\n{screen}"));
    (u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
}

#[test]
fn the_mouse_is_off_at_the_start_and_says_how_to_turn_it_off_again() {
    let dashboard = Dashboard::of_report(80, 24).press("m");
    assert_eq!(dashboard.effects, [Effect::Mouse(true)]);
    let said = "mouse on: click, wheel, drag; m turns it off (text selection needs it off)";
    assert!(dashboard.screen().contains(said), "{}", dashboard.screen());
    let dashboard = dashboard.press("m");
    assert_eq!(dashboard.effects, [Effect::Mouse(true), Effect::Mouse(false)]);
    assert!(dashboard.screen().contains("mouse off"));
    let mut off = Dashboard::of_report(120, 40);
    let (x, y) = find(&off, "Debt to Russia");
    press(&mut off, x, y);
    assert_eq!(off.selected(), "export-share-russia", "what comes late does nothing");
}

/// Presses the cells of every panel, each on a fresh dashboard: the sign of the selected row
/// has to appear on that very line where a row is drawn there, and nowhere else, and no line of
/// gauges and table may move under the pointer.
fn every_cell(text: &str, size: (u16, u16), script: &str) {
    let before = with_mouse(text, size, script);
    let drawn = before.buffer();
    let layout = before.model.layout();
    for panel in [Panel::Gauges, Panel::Table, Panel::Timeline] {
        let inner = layout.inner(panel);
        // Beside or under lanes the rows are a list of their own.
        let lanes = before.model.lane_areas(inner).filter(|_| panel == Panel::Timeline);
        let (inner, top) = match lanes {
            Some(areas) => (areas.list, areas.list.top()),
            // The columns of the gauges have headings where facts stand behind the rows.
            None if panel == Panel::Gauges => {
                (inner, inner.top() + u16::from(before.model.gauge_fold().headings))
            }
            None => (inner, inner.top() + 1),
        };
        let row = |buffer: &Buffer, y: u16| {
            let cells = (inner.left() + 1)..inner.right();
            cells.map(|x| buffer[(x, y)].symbol().to_owned()).collect::<String>()
        };
        for y in inner.top()..inner.bottom() {
            for x in [inner.left(), inner.right() - 1] {
                let mut after = before.copy();
                press(&mut after, x, y);
                assert_eq!(after.model.nav.focus, panel);
                if after.model.panels.table.sort != before.model.panels.table.sort {
                    continue;
                }
                let pressed = after.buffer();
                let marked = pressed[(inner.left(), y)].symbol() == "›";
                let (was, is) = (row(&drawn, y), row(&pressed, y));
                let is_row = match panel {
                    Panel::Gauges => y >= top && is_indicator(&before, &was),
                    _ => y >= top && !was.trim().is_empty(),
                };
                let what = format!("{panel:?} {x},{y} at {size:?} after {script}\n{was}\n{is}");
                assert_eq!(marked, is_row, "{what}\n{}", after.screen());
                assert!(panel == Panel::Timeline || was == is, "{what}");
            }
        }
    }
}

/// Whether a line of the gauges is the row of an indicator: it begins with a label.
fn is_indicator(dashboard: &Dashboard, line: &str) -> bool {
    let label = line.split("  ").next().unwrap_or_default().trim().trim_end_matches('…');
    let label = label.split([' ', '…']).next().unwrap_or_default();
    let mut labels = dashboard.model.doc.report.indicators.iter();
    !label.is_empty()
        && labels.any(|i| i.label.starts_with(label) || i.short_label().starts_with(label))
}

#[test]
fn every_cell_selects_the_row_that_is_drawn_there() {
    for size in [(24, 12), (60, 20), (80, 24)] {
        for script in ["", "Gkkk", "2G", "3<pgdn>"] {
            every_cell(REPORT, size, script);
        }
    }
    for (size, script) in [((100, 30), "Gkkk"), ((120, 40), "2G3G"), ((200, 60), "")] {
        every_cell(REPORT, size, script);
    }
    for script in ["2z", "<pgdn><pgdn>k"] {
        every_cell(&large(120), (100, 30), script);
    }
}

#[test]
fn a_press_focuses_the_panel_and_on_a_tab_leads_to_it() {
    let mut dashboard = with_mouse(REPORT, (120, 40), "");
    let (x, y) = find(&dashboard, "4 Detail");
    press(&mut dashboard, x, y);
    assert_eq!(dashboard.model.nav.focus, Panel::Detail);
    let mut dashboard = with_mouse(REPORT, (80, 24), "");
    for (tab, panel) in [("3 Timeline", Panel::Timeline), ("2 Table", Panel::Table)] {
        let (x, y) = find(&dashboard, tab);
        press(&mut dashboard, x, y);
        assert_eq!(dashboard.model.nav.focus, panel);
    }
}

#[test]
fn a_press_on_an_event_shows_it() {
    let mut dashboard = with_mouse(REPORT, (120, 70), "");
    let (x, y) = find(&dashboard, "Phase of");
    press(&mut dashboard, x, y);
    let Subject::Event(event) = dashboard.model.subject() else { panic!("no event") };
    assert_eq!(&*event.title, "Phase of “limited independence”");
    assert!(matches!(dashboard.model.panels.timeline.current(), Some(ItemIx::Event(_))));
}

#[test]
fn a_press_in_a_lane_selects_the_events_there_one_after_the_other() {
    let mut dashboard = with_mouse(REPORT, (120, 40), "3");
    let inner = dashboard.model.layout().inner(Panel::Timeline);
    let areas = dashboard.model.lane_areas(inner).unwrap();
    // Lanes in the order of the groups: economy, technology, security.
    let y = areas.lane(2).unwrap();
    let buffer = dashboard.buffer();
    let is_digit = |x: &u16| buffer[(*x, y)].symbol() == "2";
    let x = (areas.track.left()..areas.track.right()).find(is_digit).unwrap();
    let mut seen = Vec::new();
    for _ in 0..3 {
        press(&mut dashboard, x, y);
        let Subject::Event(event) = dashboard.model.subject() else { panic!("no event") };
        seen.push(event.id.to_string());
        let style = dashboard.buffer()[(x, y)].style();
        assert!(style.add_modifier.contains(Modifier::REVERSED), "{style:?}");
    }
    assert_ne!(seen[0], seen[1]);
    assert_eq!(seen[0], seen[2], "and round again");
    // A cell with nothing in it selects nothing else.
    press(&mut dashboard, areas.track.right() - 1, areas.lane(1).unwrap());
    let Subject::Event(event) = dashboard.model.subject() else { panic!("no event") };
    assert_eq!(*event.id, *seen[2]);
}

#[test]
fn a_click_hits_what_is_drawn_beside_a_line_of_trouble() {
    let troubled = with_mouse(REPORT, (120, 70), "N");
    assert!(troubled.screen().contains("nothing has been found"));
    for title in ["Mass protests", "Phase of", "Crimea annexed"] {
        let mut dashboard = troubled.copy();
        let (x, y) = find(&dashboard, title);
        press(&mut dashboard, x, y);
        let Subject::Event(event) = dashboard.model.subject() else { panic!("no event") };
        assert!(event.title.starts_with(title), "{} for {title}", event.title);
    }
    for label in ["Debt to Russia          ~<", "IT exports, change      −45"] {
        let mut dashboard = troubled.copy();
        let (x, y) = find(&dashboard, label);
        press(&mut dashboard, x, y);
        let selected =
            dashboard.model.doc.report.indicators.iter().find(|i| *i.id == *dashboard.selected());
        assert!(label.starts_with(&**selected.unwrap().short_label()), "{}", dashboard.selected());
    }
}

#[test]
fn a_press_on_a_heading_sorts_by_it_and_again_turns_round() {
    let mut dashboard = with_mouse(REPORT, (120, 40), "2");
    let heading = |title: &str, arrow: &str| format!("{title}{arrow}");
    for (title, by) in [("Reading", ColumnId::Reading), ("Source", ColumnId::Source)] {
        let (x, y) = find(&dashboard, title);
        for (reversed, arrow) in [(false, " ▲"), (true, " ▼"), (false, " ▲")] {
            press(&mut dashboard, x, y);
            assert_eq!(dashboard.model.panels.table.sort, Sort { by: Some(by), reversed });
            assert!(dashboard.screen().contains(&heading(title, arrow)));
        }
    }
}

#[test]
fn the_wheel_moves_by_three_rows_and_scrolls_the_detail_where_it_is() {
    let mut dashboard = with_mouse(REPORT, (100, 30), "2");
    let (x, y) = find(&dashboard, "2 Table");
    told(&mut dashboard, MouseKind::WheelDown, x, y);
    assert_eq!(dashboard.selected(), "debtor-rank");
    assert_eq!(dashboard.model.nav.focus, Panel::Table);
    told(&mut dashboard, MouseKind::WheelUp, x, y);
    assert_eq!(dashboard.selected(), "export-share-russia");
    let (x, y) = find(&dashboard, "4 Detail");
    told(&mut dashboard, MouseKind::WheelDown, x, y + 3);
    assert_eq!(
        (dashboard.model.panels.detail.offset, dashboard.model.nav.focus),
        (3, Panel::Table)
    );
}

#[test]
fn dragging_moves_time_with_the_pointer() {
    let mut dashboard = with_mouse(REPORT, (120, 40), "3+");
    let span = |dashboard: &Dashboard| dashboard.model.panels.timeline.span;
    let before = span(&dashboard);
    let (x, y) = find(&dashboard, "all groups");
    told(&mut dashboard, MouseKind::Press, x + 2, y);
    for to in 0..10 {
        told(&mut dashboard, MouseKind::Drag, x + 2 + to, y + 1);
    }
    let moved = before.from - span(&dashboard).from;
    assert!(moved > 0.0, "to the right is to earlier time");
    told(&mut dashboard, MouseKind::Drag, x + 2, y);
    assert!((span(&dashboard).from - before.from).abs() < 1e-6, "and back to where it was");
    told(&mut dashboard, MouseKind::Release, x + 2, y);
    told(&mut dashboard, MouseKind::Drag, x + 22, y);
    assert!((span(&dashboard).from - before.from).abs() < 1e-6, "nothing is held any more");
}

#[test]
fn in_an_overlay_only_lines_of_lists_take_clicks_and_nothing_closes() {
    let faulty = REPORT.replace("value", "valeu");
    let mut dashboard = with_mouse(&faulty, (120, 40), "w");
    let at = |dashboard: &Dashboard| match dashboard.model.overlay {
        Some(Overlay::Diagnostics(list)) => list.at,
        _ => panic!("no list of faults"),
    };
    let (x, y) = find(&dashboard, "indicators.toml:");
    for row in 0..5 {
        press(&mut dashboard, x + 2, y + 1 + row);
        assert_eq!(at(&dashboard), usize::from(row));
        let marked = dashboard.screen().lines().nth(usize::from(y + 1 + row)).unwrap().to_owned();
        assert!(marked.contains('›'), "{marked}");
    }
    press(&mut dashboard, 0, 39);
    press(&mut dashboard, x, 30);
    assert_eq!(at(&dashboard), 4);
    let mut help = with_mouse(REPORT, (80, 24), "?");
    told(&mut help, MouseKind::WheelDown, 40, 12);
    assert!(matches!(help.model.overlay, Some(Overlay::Help(Help { offset: 3 }))));
    press(&mut help, 0, 0);
    assert!(help.model.overlay.is_some());
}

#[test]
fn a_press_in_the_find_list_shows_what_is_pressed_and_again_goes_there() {
    for size in [(60, 20), (80, 24), (120, 40)] {
        let mut dashboard = with_mouse(REPORT, size, "/russia");
        let (x, y) = find(&dashboard, "Debt");
        press(&mut dashboard, x, y);
        assert_eq!(dashboard.selected(), "debt-to-russia");
        assert!(matches!(dashboard.model.overlay, Some(Overlay::Find(_))), "still typing");
        let line = dashboard.screen().lines().nth(usize::from(y)).unwrap().to_owned();
        assert!(line.contains('›'), "{line}");
        press(&mut dashboard, x, y);
        assert!(dashboard.model.overlay.is_none());
        assert_eq!(dashboard.selected(), "debt-to-russia");
        assert_eq!(dashboard.press("/<esc>").selected(), "debt-to-russia");
    }
}

#[test]
fn a_press_in_the_list_to_narrow_chooses_and_takes_back() {
    let mut dashboard = with_mouse(REPORT, (80, 24), "f");
    for (boxes, text) in [("[x]", "] undated"), ("[x]", "] with rivals"), ("[ ]", "] undated")] {
        let (x, y) = find(&dashboard, text);
        press(&mut dashboard, x, y);
        let line = dashboard.screen().lines().nth(usize::from(y)).unwrap().to_owned();
        assert!(line.contains(boxes) && line.contains('›'), "{line}");
    }
    let chosen = dashboard.model.nav.filter.facets.clone();
    assert!(dashboard.screen().contains("Enter done"), "{}", dashboard.screen());
    let dashboard = dashboard.press("<enter>");
    assert!(dashboard.model.overlay.is_none() && chosen.len() == 1);
    assert_eq!(dashboard.model.nav.filter.facets, chosen);
}

#[test]
fn a_press_on_the_marked_command_does_it() {
    let mut dashboard = with_mouse(REPORT, (80, 24), ":quit");
    let (x, y) = find(&dashboard, "quit");
    press(&mut dashboard, x, y);
    assert_eq!(dashboard.effects.last(), Some(&Effect::Mouse(true)), "what is typed is no line");
    let mut dashboard = with_mouse(REPORT, (80, 24), ":sort by<down>");
    let (x, y) = find(&dashboard, "In the table: sort by reading");
    press(&mut dashboard, x, y);
    assert!(matches!(dashboard.model.overlay, Some(Overlay::Commands(_))));
    press(&mut dashboard, x, y);
    assert_eq!(dashboard.model.panels.table.sort.by, Some(ColumnId::Reading));
    assert!(dashboard.model.overlay.is_none());
}

#[test]
fn the_wheel_moves_the_mark_of_every_list() {
    for script in ["/e", "f", ":", "w"] {
        let faulty = REPORT.replacen("unit ", "unti ", 3);
        let text = if script == "w" { &*faulty } else { REPORT };
        let mut dashboard = with_mouse(text, (80, 24), script);
        told(&mut dashboard, MouseKind::WheelDown, 40, 12);
        let at = match &dashboard.model.overlay {
            Some(Overlay::Find(list)) => list.found.at,
            Some(Overlay::Filter(list)) => list.picker.at,
            Some(Overlay::Commands(list)) => list.picker.at,
            Some(Overlay::Diagnostics(list)) => list.at,
            _ => panic!("no list"),
        };
        assert_eq!(at, 3, "{script}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_mouse_makes_it_fail(
        events in proptest::collection::vec((0..5usize, 0..210u16, 0..70u16), 1..40),
        size in (0..210u16, 0..70u16),
        script in "[1-4zsp+?w-]{0,4}[/f:]?e?",
    ) {
        let mut dashboard = with_mouse(REPORT, size, &script);
        for (kind, x, y) in events {
            let kinds = [
                MouseKind::Press,
                MouseKind::Drag,
                MouseKind::Release,
                MouseKind::WheelUp,
                MouseKind::WheelDown,
            ];
            told(&mut dashboard, kinds[kind], x, y);
            dashboard.buffer();
        }
    }
}

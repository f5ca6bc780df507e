//! The screen follows the window.

use crate::{READY, dashboard, started, stub};

#[test]
fn resizing_redraws_at_the_new_size() {
    let terminal = started(dashboard());
    terminal.scribble("\x1b[2J");
    terminal.resize(100, 30);
    terminal.wait_for_text(READY);
    terminal.resize(40, 12);
    terminal.wait_for_text(READY);
    terminal.quit();
}

#[test]
fn a_storm_of_resizes_ends_at_the_last_size() {
    let mut terminal = stub::started();
    for step in 1..60 {
        terminal.resize(20 + step * 7 % 90, 5 + step * 3 % 40);
        terminal.send(b"x");
    }
    terminal.resize(61, 17);
    terminal.wait_for("the last size and every key", |screen| {
        let text = screen.contents();
        text.contains("59 keys") && text.contains("61 by 17")
    });
    terminal.quit();
}

//! Keys arrive, all of them, at any time.

use crate::stub;

#[test]
fn keys_work_while_the_file_is_being_read() {
    let mut terminal = stub::started();
    terminal.send(b"x");
    terminal.wait_for_text("1 keys");
    terminal.send(b"q");
    terminal.wait_for_last_words("ended with 0");
    terminal.assert_leaves_cleanly(0);
}

#[test]
fn keys_written_at_once_all_arrive() {
    let mut terminal = stub::started();
    terminal.send(&b"\x1b[B".repeat(200));
    terminal.wait_for_text("200 keys");
    terminal.send(b"q");
    terminal.assert_leaves_cleanly(0);
}

/// More than crossterm reads at once, and less than a terminal holds.
#[test]
fn more_keys_than_fit_into_one_read_all_arrive() {
    let mut terminal = stub::started();
    terminal.send(&b"x".repeat(3000));
    terminal.wait_for_text("3000 keys");
    terminal.send(b"q");
    terminal.assert_leaves_cleanly(0);
}

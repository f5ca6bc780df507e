//! A panic anywhere ends the program, its message readable on a restored terminal.

use crate::stub;

#[test]
fn a_panic_while_drawing_restores_the_terminal() {
    let mut terminal = stub::started();
    terminal.send(b"p");
    terminal.wait_for_last_words("a panic while drawing");
    terminal.assert_leaves_cleanly(101);
}

#[test]
fn a_panic_on_another_thread_restores_the_terminal_and_ends_the_program() {
    let mut terminal = stub::started();
    terminal.send(b"t");
    terminal.wait_for_last_words("a panic on another thread");
    terminal.assert_leaves_cleanly(101);
}

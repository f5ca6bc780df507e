//! The dashboard without a terminal: messages go in, screens come out.

#![expect(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed step is a failed test, and only a function marked as a test may say so"
)]

mod articles;
mod bars;
mod carrying;
mod commands;
mod copies;
mod editing;
mod editions;
mod evidence;
mod facets;
mod find_as_drawn;
mod finding;
mod harness;
mod keyboards;
mod keymap;
mod looks;
mod mouse;
mod parts;
mod properties;
mod reload;
mod rivals;
mod screens;
mod scripts;
mod sources;
mod targets;
mod timeline;
mod widths;

//! A dashboard over one plain-text file of a report's indicators, in which every number keeps the
//! words that limit it.
//!
//! The rooms, from the inside out. A room imports only from earlier ones, which
//! `tests/layering.rs` checks:
//!
//! - [`report`]: the domain in checked types: indicators, quantities with their hedges, periods,
//!   sources, safe addresses. Without files and drawing.
//! - [`mod@file`]: reads, saves and follows one file on disk, as text. Without indicators.
//! - [`schema`]: which tables and keys the file may have.
//! - [`diagnostic`]: one fault of a text: what a rule says, where, and what to write instead.
//! - [`prose`]: numbers, hedges and dates as people write them.
//! - [`markup`]: the running text of Markdown, HTML and plain text, with its places.
//! - [`passage`]: looks the words of figures up in saved copies of their sources.
//! - [`syntax`]: text that is not TOML: what is wrong with it, and what can still be read.
//! - [`load`]: turns the text of a file into a [`report::Report`] and all its diagnostics.
//! - [`article`]: which figures of a report an article states, and whether as the report does.
//! - [`diff`]: compares two readings of a report by meaning.
//! - [`edit`]: changes one value in the text of a file, and no other byte.
//! - [`import`]: reads series of other programs, and adds them to the text of a file.
//! - [`export`]: writes citations that keep the hedge.
//! - [`mod@fill`]: writes figures into documents, between markers.
//! - [`app`]: the state of the dashboard, and [`app::update`], the only function that changes it.
//! - [`ui`]: [`ui::view`], which draws the state.
//! - [`config`]: the configuration file, which sets keys and looks, and its faults.
//! - [`term`]: runs the dashboard on a terminal: session, input, signals, external programs.
//! - [`cli`]: the command line, the environment, and the subcommands.
//!
//! `ARCHITECTURE.md` follows a key press, a file and an edit from room to room.

pub mod app;
pub mod article;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod diff;
pub mod edit;
pub mod export;
pub mod file;
pub mod fill;
pub mod import;
pub mod load;
pub mod markup;
pub mod passage;
pub mod prose;
pub mod report;
pub mod schema;
pub mod syntax;
pub mod term;
pub mod ui;

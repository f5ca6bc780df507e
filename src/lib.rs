//! indicia: a dashboard over one plain-text file of a report's indicators, in which every number
//! keeps the words that limit it.
//!
//! The rooms, from the inside out; imports point from the later ones to the earlier ones, and a
//! test holds them to it:
//!
//! - [`report`]: the checked domain: indicators, quantities with their hedges, periods, sources,
//!   addresses that are safe. No files, no drawing.
//! - [`mod@file`]: one file on disk, as text. No indicators.
//! - [`schema`]: which tables and keys the file may have. No reading.
//! - [`diagnostic`]: one fault of a text: what a rule says, where, and what to write instead.
//! - [`prose`]: numbers, hedges and dates as people write them.
//! - [`syntax`]: text that is not TOML: what is wrong with it, and what can still be read.
//! - [`load`]: a file's text becomes a [`report::Report`] and every diagnostic at once.
//! - [`diff`]: what changed from one reading of a report to the next, by meaning.
//! - [`edit`]: one value of a file's text is changed, and no other byte of it.
//! - [`export`]: what leaves the program: a citation that keeps its hedge.
//! - [`app`]: the state of the dashboard and [`app::update`], the only thing that changes it.
//! - [`ui`]: [`ui::view`], which draws the state and cannot change it.
//! - [`config`]: the file in which users set keys and looks, and every fault of it.
//! - [`term`]: the terminal: taking it over, reading keys, signals, giving it back.
//! - [`cli`]: the command line, and whatever touches files and the environment.
//!
//! `ARCHITECTURE.md` tells the life of a key press and of a file from one room to the next.

pub mod app;
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod diff;
pub mod edit;
pub mod export;
pub mod file;
pub mod load;
pub mod prose;
pub mod report;
pub mod schema;
pub mod syntax;
pub mod term;
pub mod ui;

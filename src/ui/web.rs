//! Figures for the web: the drawings of the dashboard as a picture, and a page with everything about
//! them.
//!
//! A number stands on the page with the words that limit it, and a drawing has words beside it. What the
//! file says is text there, never markup.

mod drawing;
mod events;
mod facts;
mod figure;
mod gauges;
mod head;
mod linked_data;
mod markup;
mod page;
mod svg;
mod tables;

pub use page::html;
pub use svg::svg;

//! How many colours a terminal shows.

/// How many colours a terminal shows, or is asked to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Depth {
    /// No colour: weight, reversed cells and marks carry the meaning.
    None,
    /// The 16 of ANSI, which users can configure.
    #[default]
    Sixteen,
    /// The 256 of xterm: 16 that users can configure, and a fixed cube and greys.
    TwoFiftySix,
    /// Red, green and blue of eight bits each.
    True,
}

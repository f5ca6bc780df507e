/// How many colours a terminal shows, or is asked to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Depth {
    /// No colour: meanings are told by weight, by reversed cells and by marks.
    None,
    /// The sixteen of ANSI, which users choose for themselves.
    #[default]
    Sixteen,
    /// The 256 of xterm: sixteen that users choose, a cube and a row of greys that they do not.
    TwoFiftySix,
    /// Red, green and blue of eight bits each.
    True,
}

//! The four panels.

/// A panel of the dashboard, in the order of the numbers that lead to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Panel {
    /// Bars under their groups.
    #[default]
    Gauges,
    /// All figures in columns.
    Table,
    /// Events on an axis of time.
    Timeline,
    /// Everything about one figure or event.
    Detail,
}

impl Panel {
    /// Every panel, in order.
    pub const ALL: [Self; 4] = [Self::Gauges, Self::Table, Self::Timeline, Self::Detail];

    /// Its place in the order, counted from 0.
    pub fn index(self) -> usize {
        self as usize
    }

    /// Its name on the screen.
    pub fn title(self) -> &'static str {
        match self {
            Self::Gauges => "Gauges",
            Self::Table => "Table",
            Self::Timeline => "Timeline",
            Self::Detail => "Detail",
        }
    }

    /// The panel this many places further on; after the last comes the first.
    pub(crate) fn step(self, by: usize) -> Self {
        Self::ALL.get((self.index() + by) % Self::ALL.len()).copied().unwrap_or_default()
    }
}

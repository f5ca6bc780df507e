use crate::app::keys::Panel;

/// Everything that a key can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// The next panel, in the order of their numbers.
    NextPanel,
    /// The previous panel.
    PreviousPanel,
    /// A panel by its number.
    Go(Panel),
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// Half a panel up.
    HalfUp,
    /// Half a panel down.
    HalfDown,
    /// A panel up.
    PageUp,
    /// A panel down.
    PageDown,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// From a row to what it leads to.
    Follow,
    /// The focused panel over the whole screen, and back.
    Zoom,
    /// One step back; never ends the program.
    Back,
    /// All keys, and what the bars mean.
    Help,
    /// What is wrong with the file.
    Diagnostics,
    /// What the last change of the file was.
    Changes,
    /// Read the file again now.
    Reread,
    /// The editor, at what is selected.
    OpenEditor,
    /// The editor, at the source of what is selected.
    OpenSource,
    /// A form over what is selected.
    EditHere,
    /// A new indicator or event.
    Add,
    /// Take back the last edit made here.
    Undo,
    /// Make the last edit again that was taken back.
    Redo,
    /// A citation of what is selected, to the clipboard.
    Cite,
    /// The words of what is selected, to the clipboard.
    CopyWords,
    /// The address of the source of what is selected, to be opened.
    OpenAddress,
    /// The address that is shown, to the clipboard.
    CopyAddress,
    /// Yes.
    Accept,
    /// Take the marked choice, else save what was typed.
    Save,
    /// The next field of a form.
    NextField,
    /// The field before.
    PreviousField,
    /// What the file says by now, instead of what was typed.
    TakeTheirs,
    /// Every action by its name.
    Commands,
    /// Find something by any word of it.
    Find,
    /// The next of what was found.
    NextFound,
    /// The one before.
    PreviousFound,
    /// Show only some of the figures.
    Filter,
    /// Show all of them again.
    Widen,
    /// Choose what is marked, and go on choosing.
    ChooseMore,
    /// Draw the time between two dates.
    Dates,
    /// Sort by the next column.
    SortNext,
    /// Sort by the previous column.
    SortPrevious,
    /// Turn the order round.
    SortReverse,
    /// Less time, wider.
    ZoomIn,
    /// More time, narrower.
    ZoomOut,
    /// All of the time again.
    ZoomAll,
    /// Earlier.
    PanEarlier,
    /// Later.
    PanLater,
    /// The indicators' reference periods among the events, and off again.
    Periods,
    /// The figure before, of those beside the headline.
    PreviousFigure,
    /// The next of the figures beside the headline.
    NextFigure,
    /// The next theme.
    NextTheme,
    /// The mouse on or off.
    Mouse,
    /// Give the terminal back to the shell.
    Suspend,
    /// End the program.
    Quit,
}

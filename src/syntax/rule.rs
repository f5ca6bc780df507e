//! The rules of what is reported before anything is read by its key.

use crate::diagnostic::rules;

rules! {

    /// The file is not written as TOML.
    NOT_TOML "E001" "not TOML"
r#"The line cannot be read. The whole item around it, from its heading to the
next one, is left out, so that no number is shown with half its digits or
without its hedge. Text is in straight quotes, numbers have no quotes and no
',' or '%', and every line of a table is 'key = value'.

    wrong:  value = 70%
    wrong:  value = 8,000
    wrong:  hedge = up to
    right:  value = 70        with  unit = "%"
    right:  value = 8_000
    right:  hedge = "up to""#

    /// A value of another kind than the key needs.
    WRONG_TYPE "E003" "wrong kind of value"
r#"Numbers have no quotes, text is in quotes, and lists are in brackets. A
figure is a number, two numbers in a list, or a fraction in quotes.

    wrong:  value = "70"
    wrong:  authors = "A. Author"
    right:  value = 70
    right:  authors = ["A. Author"]"#

    /// Two items of one kind with the same id.
    DUPLICATE_ID "E015" "id is used twice"
r#"Ids are unique among the indicators, among the groups, among the events and
among the sources. The second item is left out.

    wrong:  two [[indicator]] with  id = "debt"
    right:  id = "debt"  and  id = "debt-to-russia""#
}

//! The rules of articles.

use crate::diagnostic::rules;

rules! {

    /// A figure without its hedge.
    HEDGE_LOST "T001" "the article has lost the hedge"
r#"The figure is limited in the report, and the article gives the bare number.
This is how "up to 70 percent" turns into 70 percent.

    wrong:  Russia takes 70 percent of exports.
    right:  Russia takes up to 70 percent of exports."#

    /// A figure with another hedge.
    HEDGE_CHANGED "T002" "the article has another hedge"
r#"The word that limits the number says something else than that of the report:
"up to" is no "more than", and "nearly" is no "about". Words of one kind may
stand for one another: "over 85" is "more than 85". A number that the report
gives without a hedge may be called "about", or be rounded with a word that is
true of it: "more than half" for 54 percent.

    wrong:  About $8 billion are owed.
    right:  Nearly $8 billion are owed."#

    /// Another number for what a figure gives.
    OTHER_NUMBER "T003" "the article has another number"
r"The words around a number are those of a figure, and the number, its unit or
its sign is not the figure's. Look which of the two is right.

    wrong:  The two states endorsed 26 integration programmes.
    right:  The two states endorsed 28 integration programmes."

    /// What has not happened, as a fact.
    FACT "T004" "the article states as a fact what has not happened"
r"The figure is a forecast, a target or a scenario in the report, and nothing in
the sentence of the article says so.

    wrong:  Emissions fell by 45 percent.
    right:  Emissions are to fall by 45 percent by 2030."

    /// A figure with another date.
    OTHER_DATE "T005" "the article has another date"
r"The number is that of the report, and the article gives it for another time.

    wrong:  IT exports dropped 45 percent between 2021 and 2024.
    right:  IT exports dropped 45 percent between 2021 and 2023."

    /// A figure of which the report has a newer one.
    OUTDATED "T006" "the report has a newer figure"
r"The article gives a figure of an earlier time without saying of when it is, and
the report has a newer one. Give the newer one, or the date.

    wrong:  Life expectancy is 81.1 years.
    right:  Life expectancy was 81.1 years in 2023."

    /// A number that is no figure of the report.
    UNACCOUNTED "T007" "no figure accounts for a number"
r"The report has no figure for this number. It may be right: only look where it
comes from. Numbers like this are counted, and with --all they are shown.

    wrong:  a number from memory
    right:  a number that the report has, or one that you have looked up"
}

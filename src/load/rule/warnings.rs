//! What is read, and doubtful.

use crate::diagnostic::rules;

rules! { Warning

    /// A figure that says nothing of where it is from.
    NO_SOURCE "W001" "figures without a source"
r#"A number that cannot be checked is worth little. Name the source by its key,
and add a [source.KEY] table where there is none yet. One warning names all
such figures.

    wrong:  value = 70
    right:  value  = 70
            source = "world-bank""#

    /// A figure whose place in the source is not given.
    NO_LOCATOR "W002" "figures without a place in their source"
r#"'locator' says where in the source the figure is, so that others find it.
One warning names all such figures.

    wrong:  source  = "world-bank"
    right:  source  = "world-bank"
            locator = "Table 3, p. 41""#

    /// A figure that does not say of when it is.
    UNDATED "W003" "figures without a reference period"
r#"Without a period it is unclear how old a figure is. If the source states
one, give it. If it does not, leave it out and let the warning stand: the
publication date is something else and must not be used instead. One warning
names all such figures.

    wrong:  value  = 8
    right:  value  = 8
            period = "2024""#

    /// The figure as printed and the value differ.
    OTHER_NUMBER "W004" "the wording has another number"
r#"'wording' is the figure exactly as printed and 'value' is its number. None
of the numbers in the wording is the value: one of the two was copied
wrongly, or the unit's multiplier is missing.

    wrong:  wording = "nearly $8 billion"
            value   = 80
            unit    = "billion USD"
    right:  value   = 8"#

    /// The figure as printed is limited, and the value is not.
    HEDGE_LOST "W005" "the hedge of the wording was lost"
r#"The words before the printed number limit it, and 'hedge' does not say so,
or says something else. This is how "up to 70 percent" turns into 70
percent.

    wrong:  wording = "up to 70 percent"
            value   = 70
    right:  wording = "up to 70 percent"
            value   = 70
            hedge   = "up to""#

    /// The value is limited, and the figure as printed is not.
    HEDGE_ADDED "W006" "the hedge is not in the wording"
r#"'hedge' takes the source's own word. The wording gives the number without
one, so the hedge was added in transcription, or the wording was cut short.

    wrong:  wording = "287 enterprises"
            hedge   = "at least"
    right:  wording = "at least 287 enterprises"
            hedge   = "at least""#

    /// A share of a whole below 0 or above 100 percent.
    NOT_A_SHARE "W007" "percentage beyond its limits"
r#"A share of a whole lies between 0 and 100. For a rise or a fall say 'change
= true'. Where more than the whole is meant (212 percent of a plan) the
warning may stand, and the bar shows that it runs off the scale.

    wrong:  unit   = "%"
            value  = -45
    right:  unit   = "%"
            value  = -45
            change = true"#

    /// A value that its declared scale does not hold.
    OFF_SCALE "W008" "value outside its scale"
r"The bar ends before the value. Widen 'scale', or correct the value.

    wrong:  scale = [0, 10]
            value = 12
    right:  scale = [0, 20]"

    /// A figure about a time when its source was already published.
    AFTER_SOURCE "W009" "period ends after publication"
r#"A source cannot have counted what had not yet happened. Either a date is
wrong, or the figure is a forecast: then write 'status = "forecast"'.

    wrong:  period = "2025"     of a source with  published = "2024-12"
    right:  period = "2025"
            status = "forecast""#

    /// A poll without its sample, its dates or its mode.
    THIN_POLL "W010" "poll does not say enough"
r#"AAPOR's disclosure standards ask for more, but without these three a poll
cannot be judged: how many answered, when, and how they were asked. If the
source does not give them, let the warning stand.

    wrong:  [indicator.poll]
            pollster = "Chatham House"
    right:  [indicator.poll]
            pollster = "Chatham House"
            sample   = 804
            fielded  = "2023-11"
            mode     = "online panel""#

    /// A figure whose review date has passed.
    REVIEW_DUE "W011" "due for another look"
r#"'review_by' is the date by which the figure is to be checked again. Look it
up, correct what has changed, and set the next date.

    wrong:  review_by = "2020-06"
    right:  review_by = "2030-06""#

    /// Two figures for the same thing that cannot both be true.
    CONTRADICTED "W012" "a rival contradicts the headline"
r#"The rival and the headline have the same unit and the same period, no value
is allowed by both, and nothing that is stated explains it: not rounding, not
the margin of error of a poll, not the status of one of them, such as
estimated, provisional or forecast. If the two measure different things, say
how in 'differs'. If they do not, the sources disagree; the dashboard shows
that, and you can let the warning stand.

    wrong:  value = 40   and a rival with  value = 55
    right:  value = 40   and a rival with  value = 55
                         differs = "goods only, services left out""#

    /// A history that goes on after the headline.
    NEWER_POINT "W013" "a series has a newer point"
r#"The series has a point after the period of the headline: an older figure is
given as the current one. That can be right (it is the report's own figure),
but check whether the headline should move on.

    wrong:  period = "2022"   and  points = [{ period = "2024", value = 9 }]
    right:  period = "2024""#

    /// A source that no figure and no event is taken from.
    UNUSED_SOURCE "W014" "source that nothing cites"
r#"Either a 'source' key is missing somewhere, or the source can go.

    wrong:  [source.imf]      and nowhere  source = "imf"
    right:  source = "imf"    in the figures that are from it"#

    /// A group without indicators and events.
    UNUSED_GROUP "W015" "group that nothing belongs to"
r#"An empty group is not shown. Either a 'group' key is missing somewhere, or
the group can go.

    wrong:  [[group]]           id = "trade", and nowhere  group = "trade"
    right:  group = "trade"     in what belongs to it"#

    /// Names that differ only in case, hyphens or underscores.
    LOOK_ALIKE "W016" "two names nearly the same"
r#"Two such names are easily taken for one another, by people and in
references. One of the two is probably a mistake.

    wrong:  id = "debt-2024"   and  id = "debt2024"
    right:  id = "debt-2024"   and  id = "debt-forecast-2024""#

    /// An address that is not safe to hand to another program.
    NOT_OPENED "W017" "address that will not be opened"
r#"An address is opened and cited only if it is clear where it leads: its host
is a name in the letters a to z with no user in front of it (@), its port is
a number, it has no hidden characters and no signs such as \ or |, and 4,096
bytes at most. This one is shown as it is, but the dashboard does not open
it, and citations leave it out.

    wrong:  url = "https://bank.example@elsewhere.example/report"
    right:  url = "https://elsewhere.example/report""#
}

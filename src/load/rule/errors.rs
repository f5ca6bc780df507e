//! What leaves something of the file out.

use crate::diagnostic::rules;

rules! { Error

    /// A key that the table does not have.
    UNKNOWN_KEY "E002" "unknown key"
r#"A misspelt key would lose what it says: with 'hedeg = "up to"' the figure
would stand without its hedge. So nothing is skipped in silence. An
indicator with an unknown key is left out, and so is a point, a rival or a
series; a report, source, group, poll or event stays, without the key.
docs/format.md lists the keys of each table.

    wrong:  hedeg = "up to"
    right:  hedge = "up to""#

    /// A key that the table cannot do without.
    MISSING_KEY "E004" "missing key"
r#"Some keys must be there: the title of the report, of a source, a group and
an event, the id, label and unit of an indicator, the points of a series,
the period of a point. 'value' must be there too, unless 'hedge' is an order
word such as "thousands", or 'status' says why there is none ("missing" or
"suppressed").

    wrong:  [[indicator]]
            id = "debt"
    right:  [[indicator]]
            id    = "debt"
            label = "Public debt"
            unit  = "billion USD"
            value = 8"#

    /// A hedge that the program does not know.
    UNKNOWN_HEDGE "E005" "unknown hedge"
r#"A hedge says which values a figure allows, so the program must know what the
word means. The figure is left out rather than shown without it. Take the
word that the source uses; where the source is in another language, take the
nearest one and keep the original in 'wording'.

    wrong:  hedge = "upto"
    right:  hedge = "up to""#

    /// A value and a hedge that contradict one another.
    VALUE_AND_HEDGE "E006" "value and hedge do not go together"
r#""between" needs two numbers, the lower first. A word that limits one number,
such as "up to", cannot limit two. An order word such as "thousands" stands
for the number, so there is no 'value', and it counts one by one, so the
unit has no multiplier. A fraction is a share of a whole, so its unit is
"%". With a status that says that there is no value ("missing",
"suppressed") there is none.

    wrong:  value = 50
            hedge = "between"
    right:  value = [50, 70]
            hedge = "between"

    wrong:  value = 5000
            hedge = "thousands"
    right:  hedge = "thousands"

    wrong:  value  = 5
            status = "missing"
    right:  value = 5"#

    /// A number that is infinite, not a number, or too long.
    LOST_DIGITS "E007" "number cannot be kept as written"
r#"'inf' and 'nan' cannot be shown. A number of more than about
15 digits would be rounded, and a figure is never shown with other digits
than the source's. Give it in a larger unit.

    wrong:  value = inf
    wrong:  value = 12345678901234567891
    right:  value = 12.3
            unit  = "billion USD""#

    /// A date that cannot be read.
    BAD_DATE "E008" "not a date"
r#"Dates are written in EDTF (ISO 8601-2), level 0 or 1, in quotes:

    2023         a year            2023-08      a month
    2023-08-04   a day             2023-21      spring (22 to 24: later seasons)
    2021/2023    from, to          2023/..      since
    2023~        about             2023?        uncertain
    202X         some year of the 2020s

    wrong:  period = "2015-2020"
    wrong:  period = "Dec 2024"
    right:  period = "2015/2020"
    right:  period = "2024-12""#

    /// A unit that says nothing, or a multiplier of nothing.
    BAD_UNIT "E009" "unit cannot be read"
r#"A unit is "%", "pp" (percentage points), "rank", "year", a currency code
such as "USD", or a noun such as "people". A multiplier (thousand, million,
billion, trillion) may stand before a currency or a noun; not alone, and not
before "%". Write these words in full and in the singular, and money by its
code in capitals. What it is a percentage of goes into 'of'.

    wrong:  unit = "billion"
    wrong:  unit = "thousand %"
    wrong:  unit = "bn usd"
    wrong:  unit = "% of exports"
    right:  unit = "billion USD"
    right:  unit = "%"
            of   = "exports""#

    /// A scale whose ends are not two ascending numbers.
    BAD_SCALE "E010" "scale cannot be drawn"
r"'scale' gives the two ends of the bar, the lower first, in the indicator's
unit. The bar of a change grows from zero, so its scale includes 0. The bar
is left out; the figure stays. A percentage needs no scale.

    wrong:  scale = [500, 0]
    right:  scale = [0, 500]

    wrong:  change = true
            scale  = [-20, -5]
    right:  change = true
            scale  = [-20, 0]"

    /// A series whose points have no height on a chart.
    SERIES_UNIT "E011" "series cannot be charted in this unit"
r#"A series is charted over time, so its points must be amounts. A calendar
year is a name, not an amount: a line between two of them would show
differences that mean nothing. The series is left out. Another unit than the
indicator's is fine, such as percent beside money: the chart gets a second
axis.

    wrong:  [[indicator.series]]
            unit = "year"
    right:  [[indicator.series]]
            unit = "%""#

    /// An observation status that is not in the code list.
    UNKNOWN_STATUS "E012" "unknown status"
r#"'status' takes a word or a letter of the SDMX code list of observation
status, or 'target' or 'scenario'. The figure is left out, since a forecast
must not pass as a fact.

    wrong:  status = "guess"
    right:  status = "estimated""#

    /// A kind of source that is not known.
    UNKNOWN_KIND "E013" "unknown kind of source"
r#"'kind' says what sort of thing the source is, in one of a few words. The
source stays, without its kind.

    wrong:  kind = "web page"
    right:  kind = "article""#

    /// An id that is not in lower case with hyphens.
    BAD_ID "E014" "id is not well formed"
r#"Ids are words of a to z and 0 to 9 joined by single hyphens. They are typed
on the command line and compared between versions of the file, so there must
be one way to write them. The key of a source may have capitals and
underscores too, as TOML allows without quotes. The item is left out.

    wrong:  id = "Debt to Russia"
    right:  id = "debt-to-russia""#

    /// A group, source or indicator that is not in the file.
    DANGLING "E016" "nothing has this name"
r#"'group' names the id of a [[group]], 'source' the key of a [source.KEY],
'related' and 'indicators' the ids of indicators. The item stays, without
the reference. If the item with this name was left out because of another
error, fix that first.

    wrong:  source = "wrold-bank"
    right:  source = "world-bank"   with a heading  [source.world-bank]"#

    /// Text that is not the address of a web page.
    BAD_URL "E017" "not a web address"
r#"'url' is a whole web address: https:// or http://, then a host, and no
spaces. The item stays, without the address.

    wrong:  url = "www.example.org/report"
    right:  url = "https://www.example.org/report""#

    /// A file that does not say what report it is about.
    NO_REPORT "E018" "no report"
r#"Every file has a [report] table with at least a title.

    wrong:  a file without [report]
    right:  [report]
            title = "The title of the report""#
}

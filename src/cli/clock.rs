//! The date and the time in the user's time zone.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::environment::variable;
use crate::app::env::Clock;
use crate::report::Day;
use crate::term::Today;

/// The time now in the user's time zone.
pub(super) fn clock() -> Clock {
    clock_at(&now())
}

/// The date now in the user's time zone.
pub(super) fn today() -> Today {
    let now = now();
    Today { day: clock_at(&now).day, left: left_of_day(&now) }
}

/// The time until the next date begins: midnight, or a change of the clock over it.
fn left_of_day(now: &Zoned) -> Duration {
    const AN_HOUR: Duration = Duration::from_secs(3600);
    let next = now.tomorrow().and_then(|tomorrow| tomorrow.start_of_day());
    let left = next.ok().and_then(|next| now.duration_until(&next).try_into().ok());
    left.unwrap_or(AN_HOUR)
}

fn now() -> Zoned {
    // TZ is the same as long as the program runs.
    static NAMED: LazyLock<Option<TimeZone>> = LazyLock::new(|| {
        let folder = variable("TZDIR").unwrap_or_else(|| "/usr/share/zoneinfo".to_owned());
        named_zone(&variable("TZ")?, Path::new(&folder))
    });
    let zone = NAMED.clone().unwrap_or_else(TimeZone::system);
    Timestamp::now().to_zoned(zone)
}

/// The time zone of a name in the system's folder of them, such as `Asia/Tokyo`. None if there is
/// no such name: the value of `TZ` may also be a rule, such as `JST-9`, which jiff reads.
///
/// jiff finds a zone by its name, too, but looks at every file of the folder first: that takes
/// longer than the rest of the start.
fn named_zone(tz: &str, folder: &Path) -> Option<TimeZone> {
    let name = tz.strip_prefix(':').unwrap_or(tz);
    let bytes = fs::read(folder.join(name)).ok()?;
    TimeZone::tzif(name, &bytes).ok()
}

fn clock_at(now: &Zoned) -> Clock {
    let part = |n: i8| u8::try_from(n).unwrap_or(0);
    let day = Day::new(i64::from(now.year()), part(now.month()), part(now.day()));
    Clock { day, hour: part(now.hour()), minute: part(now.minute()) }
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::*;

    /// A file of a time zone that has always had one rule.
    fn tzif(rule: &str) -> Vec<u8> {
        let mut block = b"TZif2".to_vec();
        block.extend([0; 15]);
        // Of six lists only two hold something: one kind of time, and four letters of names.
        block.extend([0u32, 0, 0, 0, 1, 4].into_iter().flat_map(u32::to_be_bytes));
        block.extend([0; 6]);
        block.extend(b"ABC\0");
        [&block, &block, &b"\n"[..], rule.as_bytes(), b"\n"].concat()
    }

    #[test]
    fn the_day_is_that_of_the_zone_that_tz_names() {
        let folder = env::temp_dir().join(format!("indicia-zones-{}", std::process::id()));
        fs::create_dir_all(folder.join("Asia")).unwrap();
        fs::write(folder.join("Asia/Tokyo"), tzif("JST-9")).unwrap();
        let evening: Timestamp = "2026-11-22T15:00:00Z".parse().unwrap();
        for name in ["Asia/Tokyo", ":Asia/Tokyo"] {
            let zone = named_zone(name, &folder).unwrap();
            let clock = clock_at(&evening.to_zoned(zone));
            assert_eq!(clock, Clock { day: Day::new(2026, 11, 23), hour: 0, minute: 0 });
        }
        for name in ["JST-9", "Asia", "Nowhere/Land", ""] {
            assert!(named_zone(name, &folder).is_none(), "{name}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_day_lasts_until_midnight_also_where_the_clock_is_changed() {
        let berlin = "CET-1CEST,M3.5.0,M10.5.0/3";
        // Its clock goes from 0:00 to 1:00.
        let havana = "CST5CDT,M3.2.0/0,M11.1.0/1";
        for (rule, at, minutes) in [
            ("UTC0", "2026-11-22T23:59:00Z", 1),
            ("UTC0", "2026-11-22T00:00:00Z", 24 * 60),
            ("JST-9", "2026-11-22T14:30:00Z", 30),
            (berlin, "2026-03-28T23:30:00Z", 22 * 60 + 30),
            (berlin, "2026-10-24T22:30:00Z", 24 * 60 + 30),
            (havana, "2026-03-08T04:30:00Z", 30),
        ] {
            let zone = TimeZone::posix(rule).unwrap();
            let now = at.parse::<Timestamp>().unwrap().to_zoned(zone);
            assert_eq!(left_of_day(&now), Duration::from_secs(minutes * 60), "{rule} {at}");
        }
    }
}

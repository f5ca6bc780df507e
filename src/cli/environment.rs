//! What the environment says about colour, characters, the editor and the time.

use std::env;
use std::io::{self, IsTerminal};

use jiff::Zoned;

use crate::app::Clock;
use crate::load::Look;
use crate::report::Day;
use crate::term::Editor;

/// What this terminal and this locale can show.
pub fn look_of_terminal(ascii: bool) -> Look {
    let variable = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    look(variable, ascii)
}

/// The same, without colour if nobody looks at it: a file or another program does not.
pub fn look_of_output(ascii: bool) -> Look {
    let look = look_of_terminal(ascii);
    Look { colour: look.colour && io::stdout().is_terminal(), ..look }
}

fn look(variable: impl Fn(&str) -> Option<String>, ascii: bool) -> Look {
    let term = variable("TERM").unwrap_or_default();
    // The first of the three that is set decides (POSIX); where none is, nothing speaks against
    // UTF-8, which is what terminals use.
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(&variable);
    let utf8 = locale.is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    });
    Look {
        colour: variable("NO_COLOR").is_none() && term != "dumb",
        unicode: utf8 && !ascii && term != "dumb" && term != "linux",
    }
}

/// What files are edited with.
pub fn editor() -> Editor {
    let folders = env::var_os("PATH").map(|path| env::split_paths(&path).collect());
    Editor::new(env::var("VISUAL").ok(), env::var("EDITOR").ok()).found_in(folders)
}

/// Today, where the user is.
pub fn today() -> Day {
    clock().day
}

/// What time it is where the user is.
pub fn clock() -> Clock {
    let now = Zoned::now();
    let part = |n: i8| u8::try_from(n).unwrap_or(0);
    let day = Day::new(i64::from(now.year()), part(now.month()), part(now.day()));
    Clock { day, hour: part(now.hour()), minute: part(now.minute()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(variables: &[(&str, &str)], ascii: bool) -> (bool, bool) {
        let variable = |name: &str| {
            variables.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned())
        };
        let look = look(variable, ascii);
        (look.colour, look.unicode)
    }

    #[test]
    fn the_environment_decides_how_output_looks() {
        assert_eq!(seen(&[], false), (true, true));
        assert_eq!(seen(&[], true), (true, false));
        assert_eq!(seen(&[("NO_COLOR", "1")], false), (false, true));
        assert_eq!(seen(&[("TERM", "dumb")], false), (false, false));
        assert_eq!(seen(&[("TERM", "linux"), ("LANG", "en_US.UTF-8")], false), (true, false));
        assert_eq!(seen(&[("LANG", "be_BY.UTF-8")], false), (true, true));
        assert_eq!(seen(&[("LANG", "C")], false), (true, false));
        assert_eq!(seen(&[("LC_ALL", "POSIX"), ("LANG", "en_US.UTF-8")], false), (true, false));
    }
}

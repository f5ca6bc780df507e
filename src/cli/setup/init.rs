//! `indicia init`: a file to begin a report with.

use std::fs;
use std::path::Path;

use super::schema;
use crate::cli::args::DEFAULT_FILE;
use crate::file::{create, may_create};
use crate::report::Text;

/// The file to begin with.
const STARTER: &str = include_str!("init/starter.toml");

/// The file that the first line of a report names.
const SCHEMA: &str = "indicators.schema.json";

/// Writes the file, and the schema that it names if there is none, into a folder. Returns what to say.
///
/// # Errors
/// Why nothing is written: there is a report already, or the system refuses.
pub(super) fn run(folder: &Path) -> Result<String, String> {
    let report = folder.join(DEFAULT_FILE);
    may_create(&report).map_err(|error| format!("nothing is written: {error}"))?;
    if !folder.as_os_str().is_empty() {
        let name = shown(folder);
        fs::create_dir_all(folder).map_err(|error| format!("cannot make '{name}': {error}"))?;
    }
    create(&report, STARTER).map_err(|error| error.to_string())?;
    let schema = folder.join(SCHEMA);
    let schema = match may_create(&schema) {
        Ok(()) => {
            create(&schema, &schema::text()).map_err(|error| error.to_string())?;
            format!("wrote {}, from which editors take keys and words\n", shown(&schema))
        }
        Err(_) => format!("kept {}, which was there\n", shown(&schema)),
    };
    let file = shown(&report);
    // Without a name the file in this folder is shown.
    let name = if report == Path::new(DEFAULT_FILE) { String::new() } else { format!(" {file}") };
    Ok(format!(
        "wrote {file}, with two figures to replace by yours\n{schema}\n\
         indicia{name}          shows it, and follows as you save it in your editor\n\
         indicia check{name}    names what is wrong or missing\n"
    ))
}

fn shown(path: &Path) -> String {
    Text::new(&path.to_string_lossy()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;
    use crate::report::Day;

    #[test]
    fn the_file_to_begin_with_has_no_findings_at_any_time() {
        for year in [2026, 2036, 2126] {
            let loaded = load(STARTER, Day::new(year, 1, 1));
            assert!(loaded.diagnostics.is_empty(), "{year}: {:#?}", loaded.diagnostics);
            assert_eq!((loaded.report.indicators.len(), loaded.report.events.len()), (2, 1));
        }
    }

    #[test]
    fn its_first_line_names_the_schema_that_is_written_beside_it() {
        assert_eq!(STARTER.lines().next(), Some(&*format!("#:schema ./{SCHEMA}")));
    }
}

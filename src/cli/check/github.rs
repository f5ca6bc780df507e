//! Findings as workflow commands of GitHub: `::error file=…,line=…,col=…,title=…::message`.

use crate::diagnostic::Diagnostic;
use crate::report::Text;

/// The command for a finding in a file of this name, without a line end.
pub(super) fn command(file: &str, diagnostic: &Diagnostic) -> String {
    // The name is untrusted, and a note is only placed if it is that of the repository.
    let file = Text::new(file.strip_prefix("./").unwrap_or(file));
    let parts = [diagnostic.listed(), diagnostic.help.as_ref().map(|help| format!("help: {help}"))];
    let message = parts
        .into_iter()
        .flatten()
        .fold(diagnostic.message.clone(), |all, part| format!("{all}\n{part}"));
    format!(
        "::{} file={},line={},col={},title={}::{}",
        diagnostic.rule.severity.word(),
        in_property(&file),
        diagnostic.line,
        diagnostic.column,
        in_property(&format!("{}: {}", diagnostic.rule.code, diagnostic.rule.title)),
        in_message(&message),
    )
}

/// What a message may not have in it as it is.
fn in_message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The same of a property, where more signs have a meaning.
fn in_property(text: &str) -> String {
    in_message(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;
    use crate::report::Day;

    fn commands(file: &str, text: &str) -> Vec<String> {
        let faults = load(text, Day::new(2026, 11, 23)).diagnostics;
        faults.iter().map(|fault| command(file, fault)).collect()
    }

    #[test]
    fn a_finding_says_where_it_is_and_its_signs_are_escaped() {
        let text = "[report]\ntitle = 7\n[[group]]\nid = \"100%\\n::error::x\"\ntitle = \"G\"\n";
        assert_eq!(
            commands("./a,b:c%.toml", text)[0],
            "::error file=a%2Cb%3Ac%25.toml,line=2,col=9,title=E003%3A wrong kind of value::'title' \
             needs text in quotes, not a number%0Ahelp: put it in quotes: title = \"7\""
        );
        for command in commands("x\n::error::y.toml", text) {
            assert!(
                !command.contains('\n') && command.matches("::error").count() <= 3,
                "{command}"
            );
            assert!(command.starts_with("::"), "{command}");
            assert!(!command.contains("100%\n") && !command.contains("100% "), "{command}");
        }
    }

    #[test]
    fn a_warning_about_many_figures_lists_them() {
        let figure = |n: usize| {
            format!("[[indicator]]\nid = \"i{n}\"\nlabel = \"L\"\nunit = \"%\"\nvalue = 7\n")
        };
        let text: String = (0..20).map(figure).collect();
        let all = commands("a.toml", &format!("[report]\ntitle = \"T\"\n{text}"));
        assert!(all[0].starts_with("::warning file=a.toml,line=3,col=1,title=W001%3A "), "{all:?}");
        assert!(all[0].contains("%0A'i0' (line 3), 'i1' (line 8)"), "{all:?}");
    }
}

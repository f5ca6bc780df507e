//! What limits the figures of a report as a whole.

use super::{Report, SourceIx};

/// The fewest figures for which it says something that one source stands behind them.
const FEW: usize = 3;

impl Report {
    /// What concerns most of its figures: that one source stands behind more than half of them.
    /// `all from one reprint`, `13 of 15 from one article`.
    pub fn caveat(&self) -> Option<String> {
        let cited: Vec<SourceIx> =
            self.indicators.iter().filter_map(|it| it.headline.source).collect();
        // More than half of the figures: then it is the one in the middle of all in order.
        let mut in_order = cited.clone();
        in_order.sort_unstable();
        let most = *in_order.get(in_order.len() / 2)?;
        let count = cited.iter().filter(|source| **source == most).count();
        let all = self.indicators.len();
        if all < FEW || count * 2 <= all {
            return None;
        }
        let kind = self.source(most)?.kind.map_or("source", |kind| kind.word());
        let share = if count == all { "all".to_owned() } else { format!("{count} of {all}") };
        Some(format!("{share} from one {kind}"))
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use crate::load::load;
    use crate::report::Day;

    #[test]
    fn one_source_behind_most_figures_is_said() {
        for (cited, kind, said) in [
            (&["a", "a", "a"][..], "reprint", Some("all from one reprint")),
            (&["b", "", "b"], "article", Some("2 of 3 from one article")),
            (&["b", "", "a", "b"], "reprint", None),
            (&["a", "a"], "reprint", None),
            (&["", "", ""], "reprint", None),
        ] {
            let mut text = format!(
                "[report]\ntitle = \"T\"\n[source.a]\ntitle = \"A\"\nkind = \"{kind}\"\n[source.b]\n\
                 title = \"B\"\nkind = \"{kind}\"\n"
            );
            for (at, source) in cited.iter().enumerate() {
                let _ = write!(
                    text,
                    "[[indicator]]\nid = \"i{at}\"\nlabel = \"L\"\nunit = \"people\"\nvalue = 1\n"
                );
                if !source.is_empty() {
                    let _ = writeln!(text, "source = \"{source}\"");
                }
            }
            let report = load(&text, Day::new(2026, 11, 23)).report;
            assert_eq!(report.indicators.len(), cited.len());
            assert_eq!(report.caveat().as_deref(), said, "{cited:?}");
        }
    }
}

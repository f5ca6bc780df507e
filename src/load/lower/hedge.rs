use super::Lowering;
use crate::diagnostic::{quoted, ranked, rules};
use crate::load::reader::Row;
use crate::prose::short_hedge;
use crate::report::{HedgeWord, hedge_words};
use crate::schema::Key;

rules! {

    /// A hedge that the program does not know.
    UNKNOWN_HEDGE "E005" "unknown hedge"
r#"A hedge says which values a figure allows, so the program must know what the
word means. The figure is left out rather than shown without it. Take the
word that the source uses; where the source is in another language, take the
nearest one and keep the original in 'wording'.

    wrong:  hedge = "upto"
    right:  hedge = "up to""#
}

impl<'i> Lowering<'i, '_> {
    /// The hedge of a figure.
    pub(super) fn hedge(&mut self, row: &mut Row<'i>) -> Option<&'static HedgeWord> {
        let raw = row.raw(Key::Hedge, self.faults)?;
        let found = HedgeWord::find(&raw);
        if found.is_none() {
            row.mark(Key::Hedge);
            let message = format!("unknown hedge {}", quoted(&raw));
            let help = hedge_help(&raw);
            self.faults.add(&UNKNOWN_HEDGE, row.at(Key::Hedge), message).help(help);
        }
        found
    }
}

fn hedge_help(raw: &str) -> String {
    let wanted = raw.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    if wanted.is_empty() {
        return "remove the line if the source gives the figure without a hedge".to_owned();
    }
    let known = "the hedges are listed by 'indicia explain E005'";
    if let Some(meant) = short_hedge(raw) {
        return format!("write \"{meant}\"; {known}");
    }
    let near = ranked(&wanted, hedge_words());
    match near.as_slice() {
        [] => known.to_owned(),
        [one] => format!("write \"{one}\"; {known}"),
        [first, rest @ ..] => {
            let rest: Vec<String> = rest.iter().map(|w| format!("\"{w}\"")).collect();
            format!("write \"{first}\", or {}; {known}", rest.join(" or "))
        }
    }
}

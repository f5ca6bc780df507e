use std::collections::HashMap;
use std::ops::Range;

use crate::diagnostic::{Faults, quoted};
use crate::load::rule::warnings::LOOK_ALIKE;

/// Names by what is left of them without case, hyphens and underscores.
#[derive(Debug, Default)]
pub(super) struct LookAlikes {
    seen: HashMap<u64, (Box<str>, Range<usize>)>,
}

impl LookAlikes {
    pub(super) fn reserve(&mut self, count: usize) {
        self.seen.reserve(count);
    }

    pub(super) fn add(
        &mut self,
        kind: &'static str,
        name: &str,
        at: Range<usize>,
        faults: &mut Faults,
    ) {
        let slot = self.seen.entry(digest(kind.bytes().chain(*b"/").chain(bones(name))));
        match slot {
            std::collections::hash_map::Entry::Vacant(slot) => {
                slot.insert((name.into(), at));
            }
            std::collections::hash_map::Entry::Occupied(slot) => {
                let (first, place) = slot.get();
                if bones(first).eq(bones(name)) && **first != *name {
                    let message = format!(
                        "the {kind} {} is easily taken for {}",
                        quoted(name),
                        quoted(first)
                    );
                    faults
                        .add(&LOOK_ALIKE, at, message)
                        .help("give one of the two a name of its own")
                        .related(place.clone(), "the other one");
                }
            }
        }
    }
}

fn bones(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().filter(|b| !matches!(b, b'-' | b'_')).map(|b| b.to_ascii_lowercase())
}

/// A short stand-in for a name (FNV-1a); names that share one are compared in full.
fn digest(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |digest, byte| {
        (digest ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

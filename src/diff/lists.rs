//! Which elements of two lists without ids belong together.

/// A pair of elements, one of which is missing where it has no counterpart.
pub(super) type Pair<'r, T> = (Option<&'r T>, Option<&'r T>);

/// Pairs the elements of two lists; pairs of equal elements are left out.
///
/// Equal elements at both ends are skipped. The others are paired by `same`, in order. Those that
/// are still without a counterpart are paired by position if the lists have the same length,
/// because then nothing was added or removed.
pub(super) fn pairs<'r, T>(
    old: &'r [T],
    new: &'r [T],
    equal: impl Fn(&T, &T) -> bool,
    same: impl Fn(&T, &T) -> bool,
) -> Vec<Pair<'r, T>> {
    let head = old.iter().zip(new).take_while(|(a, b)| equal(a, b)).count();
    let (old, new) = (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| equal(a, b)).count();
    let old = old.get(..old.len() - tail).unwrap_or_default();
    let new = new.get(..new.len() - tail).unwrap_or_default();
    let mut left: Vec<Option<&T>> = old.iter().map(Some).collect();
    let mut pairs: Vec<Pair<'r, T>> = Vec::with_capacity(new.len());
    for (at, element) in new.iter().enumerate() {
        let found = left.iter_mut().find(|o| o.is_some_and(|o| same(o, element)));
        let own = found.and_then(Option::take);
        // In lists of the same length the position decides where nothing else does.
        let by_place =
            || (old.len() == new.len()).then(|| left.get_mut(at).and_then(Option::take)).flatten();
        pairs.push((own.or_else(by_place), Some(element)));
    }
    pairs.extend(left.into_iter().flatten().map(|element| (Some(element), None)));
    pairs.retain(|pair| !matches!(pair, (Some(a), Some(b)) if equal(a, b)));
    pairs
}

#[cfg(test)]
mod tests {
    use super::pairs;

    /// Elements are the same by their first letter.
    fn shown(old: &[&'static str], new: &[&'static str]) -> Vec<(String, String)> {
        let word = |w: Option<&&'static str>| w.map_or_else(String::new, ToString::to_string);
        let same = |a: &&str, b: &&str| a.chars().next() == b.chars().next();
        let pairs = pairs(old, new, |a, b| a == b, same);
        pairs.into_iter().map(|(a, b)| (word(a), word(b))).collect()
    }

    fn pair(a: &str, b: &str) -> (String, String) {
        (a.to_owned(), b.to_owned())
    }

    #[test]
    fn elements_keep_their_counterparts_wherever_others_come_and_go() {
        assert_eq!(shown(&["a", "b"], &["a", "b"]), []);
        assert_eq!(shown(&["a", "b", "c"], &["a", "c"]), [pair("b", "")]);
        assert_eq!(shown(&["a", "c"], &["a", "b", "c"]), [pair("", "b")]);
        assert_eq!(shown(&["a", "b", "c"], &["a", "b2", "c"]), [pair("b", "b2")]);
        assert_eq!(shown(&["a", "b"], &["b", "a"]), [], "the order alone is no change");
        assert_eq!(shown(&["x", "y"], &["x", "z"]), [pair("y", "z")], "the place speaks");
        assert_eq!(shown(&["x"], &["y", "z"]), [pair("", "y"), pair("", "z"), pair("x", "")]);
    }
}

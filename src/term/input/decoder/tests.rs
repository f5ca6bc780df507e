use proptest::prelude::*;

use super::*;
use crate::app::MouseKind;

/// What is decoded from reads that follow one another at once, in words.
fn decoded(reads: &[&[u8]]) -> String {
    let mut decoder = Decoder::default();
    words(&fed(&mut decoder, reads))
}

fn fed(decoder: &mut Decoder, reads: &[&[u8]]) -> Vec<Input> {
    let mut out = Vec::new();
    for read in reads {
        decoder.feed(read, &mut out);
    }
    out
}

fn words(inputs: &[Input]) -> String {
    let word = |input: &Input| match input {
        Input::Key(key, None) => key.to_string(),
        Input::Key(key, Some(base)) => format!("{key}({base})"),
        Input::Mouse(mouse) => format!("{:?}@{},{}", mouse.kind, mouse.x, mouse.y),
        Input::Paste(text) => format!("[{text}]"),
        Input::Answer => "answer".to_owned(),
    };
    inputs.iter().map(word).collect::<Vec<_>>().join(" ")
}

/// What terminals answer and report, unasked by this program or asked by another.
const REPORTS: &[&[u8]] = &[
    b"\x1b[?2026;2$y",
    b"\x1b[?997;1n",
    b"\x1b[?1;0;256S",
    b"\x1b[?2;0;800;600S",
    b"\x1b[?5u",
    b"\x1b[?12;40R",
    b"\x1b[12;40R",
    b"\x1b[1;1R",
    b"\x1b[0n",
    b"\x1b[>41;370;0c",
    b"\x1b[>0;10;1c",
    b"\x1b[8;40;120t",
    b"\x1b[4;760;1080t",
    b"\x1b[2;2$y",
    b"\x1b[I",
    b"\x1b[O",
    b"\x1b[3;1:2:3;9x",
    b"\x1b[99999999999999999999~",
    b"\x1b[200;1~",
    b"\x1b[201~",
    b"\x1b[<0;1M",
    b"\x1b[<999999999;1;1M",
    b"\x1b[<3;1;1M",
    b"\x1b[32;10;10M",
    b"\x1bP>|tmux 3.3a\x1b\\",
    b"\x1bP>|tmux 3.4\x1b\\",
    b"\x1bP1$r0;4:3m\x1b\\",
    b"\x1bP1+r5463=1b5b\x1b\\",
    b"\x1bP!|00000000\x1b\\",
    b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
    b"\x1b]11;rgb:1e1e/1e1e/1e1e\x07",
    b"\x1b]52;c;aWFxdQ==\x07",
    b"\x1b]lquarterly report\x1b\\",
    b"\x1b_Gi=31;OK\x1b\\",
    b"\x1b^about\x1b\\",
    b"\x1bXabout\x1b\\",
];

#[test]
fn what_is_no_key_is_dropped_as_a_whole_and_the_next_key_works() {
    for report in REPORTS {
        assert_eq!(decoded(&[report, b"j"]), "j", "{}", report.escape_ascii());
        // In one read with the key, and cut in two at every place.
        assert_eq!(decoded(&[&[report, b"j".as_slice()].concat()]), "j");
        for cut in 1..report.len() {
            let (one, two) = report.split_at(cut);
            assert_eq!(decoded(&[one, two, b"j"]), "j", "{} at {cut}", report.escape_ascii());
        }
    }
}

#[test]
fn the_answer_to_the_question_is_known_from_others() {
    for answer in [&b"\x1b[?62;22c"[..], b"\x1b[?6c", b"\x1b[?1;2c", b"\x1b[?64;1;2;52c"] {
        assert_eq!(decoded(&[answer, b"j"]), "answer j");
        let (one, two) = answer.split_at(3);
        let mut finder = AnswerFinder::default();
        assert!(!finder.finds(one) && finder.finds(two));
    }
}

#[test]
fn keys_are_known_in_the_forms_of_all_terminals() {
    for (bytes, wanted) in [
        (&b"j"[..], "j"),
        (
            b"\r\t\x7f\x00\x01\x0a\x1a\x1f",
            "Enter Tab Backspace Ctrl-Space Ctrl-A Ctrl-J Ctrl-Z Ctrl-7",
        ),
        ("йъ€＠".as_bytes(), "й ъ € ＠"),
        (b"\xffj\xd0j\xed\xa0\x80j\xc2\x85j\x80j", "j j j Alt-E j j"),
        (b"\x9b?62;4$y\xc2\x9b?62;4$y\x9d11;rgb:0\x07j\x9bA", "j ↑"),
        (b"\x1bx\x1b\r\x1b\x7f", "Alt-x Alt-Enter Alt-Backspace"),
        ("\x1bй".as_bytes(), "Alt-й"),
        (b"\x1b[A\x1b[B\x1b[C\x1b[D\x1b[H\x1b[F", "↑ ↓ → ← Home End"),
        (b"\x1bOA\x1bOB\x1bOC\x1bOD\x1bOH\x1bOF", "↑ ↓ → ← Home End"),
        (b"\x1b[1~\x1b[7~\x1b[4~\x1b[8~\x1b[2~\x1b[3~", "Home Home End End Ins Del"),
        (b"\x1b[5~\x1b[6~\x1b[5;5~", "PgUp PgDn Ctrl-PgUp"),
        (b"\x1bOP\x1b[P\x1b[11~\x1b[[A\x1b[1;2P\x1b[57376u", "F1 F1 F1 F1 F1 F13"),
        (b"\x1b[[E\x1b[15~\x1b[17~\x1b[24~\x1b[25~\x1b[34~", "F5 F5 F6 F12 F13 F20"),
        (b"\x1b[1;5A\x1b[1;3D\x1b[1;2B", "Ctrl-↑ Alt-← ↓"),
        (b"\x1b\x1b[D\x1b\x1bOC", "Alt-← Alt-→"),
        (b"\x1b[Z\x1b[9;2u\x1b[27;2;9~", "Shift-Tab Shift-Tab Shift-Tab"),
        (b"\x1bOM\x1bOk\x1bOp\x1bOy\x1bOo", "Enter + 0 9 /"),
        // xterm's modifyOtherKeys.
        (b"\x1b[27;5;99~\x1b[27;2;71~\x1b[27;3;120~", "Ctrl-C G Alt-x"),
        (b"\x1b[27;5;13~\x1b[27;2;27~\x1b[27;6;67~", "Ctrl-Enter Esc Ctrl-C"),
        (b"\x1b[27;5;1089~", "Ctrl-с"),
        // The kitty protocol.
        (b"\x1b[27u\x1b[27;1:2u\x1b[106u\x1b[106;2u", "Esc Esc j J"),
        (b"\x1b[99;5u\x1b[99;69u\x1b[99;133u", "Ctrl-C Ctrl-C Ctrl-C"),
        (b"\x1b[106;1:3u\x1b[1;1:3A\x1b[3;1:3~\x1b[57441;2u", ""),
        (b"\x1b[106;9u\x1b[57358u", ""),
        (b"\x1b[47:63;2u\x1b[106;65u\x1b[106;66u", "? J j"),
        (b"\x1b[57399u\x1b[57414u\x1b[57410u\x1b[57420u", "0 Enter / ↓"),
        (b"\x1b[229;1;229u\x1b[97;2;193u", "å Á"),
        (b"\x1b[1089::99;5u\x1b[1086::106u", "Ctrl-с(c) о(j)"),
        (b"\x1b[1102:1070:46;2u", "Ю(>)"),
    ] {
        assert_eq!(decoded(&[bytes]), wanted, "{}", bytes.escape_ascii());
    }
}

#[test]
fn an_esc_is_the_key_if_nothing_comes_or_something_else() {
    let mut decoder = Decoder::default();
    assert_eq!(fed(&mut decoder, &[b"\x1b"]), []);
    assert_eq!(decoder.patience(), Some(REST));
    let mut out = Vec::new();
    decoder.give_up(&mut out);
    assert_eq!(words(&out), "Esc");
    assert_eq!(decoder.patience(), None);
    // A second Esc or a letter in the next read is not the rest of the first.
    assert_eq!(decoded(&[b"\x1b", b"j"]), "Esc j");
    assert_eq!(decoded(&[b"\x1b", b"\x1b", b"j"]), "Esc Esc j");
    assert_eq!(decoded(&[b"\x1b\x1b", b"j"]), "Esc Esc j");
    assert_eq!(decoded(&[b"\x1b", b"[A"]), "↑");
    assert_eq!(decoded(&[b"\x1b[", b"A"]), "↑");
    assert_eq!(decoded(&[b"\x1bO", b"P"]), "F1");
}

#[test]
fn a_rest_that_comes_too_late_is_no_text() {
    for (begun, rest, wanted) in [
        ("\x1b", "[A", "Esc ↑"),
        ("\x1b", "[3~", "Esc Del"),
        ("\x1b", "[", "Esc ["),
        ("\x1b", "j", "Esc j"),
        ("\x1b", "]11;rgb:1e1e\x1b\\", "Esc"),
        ("\x1b[", "3~", "Del"),
        ("\x1b[", "j", "j"),
        ("\x1b[?62;2", "2c", "answer"),
        ("\x1b[>", "41;354;0c", ""),
        ("\x1b[<0;1", "0;10M", "Press@9,9"),
        ("\x1b[M", " !!", "Press@0,0"),
        ("\x1b[M", "q", "q"),
        ("\x1b]11;rgb:1e1e/1e1e/2e2", "e\x1b\\", ""),
        ("\x1b]11;rgb:ff", "ff/0/0\x07j", "j"),
        ("\x1bP>|tmux 3.3a\x1b", "\\j", "j"),
        ("\x1bP>|XTe", "rm\x1b\\", ""),
        ("\x1bP>|XTe", "q", "q"),
    ] {
        let mut decoder = Decoder::default();
        let mut out = fed(&mut decoder, &[begun.as_bytes()]);
        decoder.give_up(&mut out);
        decoder.feed(rest.as_bytes(), &mut out);
        assert_eq!(words(&out), wanted, "{begun:?} {rest:?}");
    }
}

#[test]
fn a_paste_is_one_text_however_it_is_cut() {
    let paste = b"\x1b[200~up to 70\r\x1b[A q \xe2\x89\xa4\x03\x1b[201~";
    let wanted = "[up to 70\r\x1b[A q ≤\x03] j";
    assert_eq!(decoded(&[paste, b"j"]), wanted);
    for cut in 1..paste.len() {
        let (one, two) = paste.split_at(cut);
        // A Ctrl-C at the end of a read gets out of a paste.
        if !one.ends_with(&[CTRL_C]) {
            assert_eq!(decoded(&[one, two, b"j"]), wanted, "at {cut}");
        }
    }
}

#[test]
fn a_paste_without_an_end_is_what_has_come_of_it() {
    let mut decoder = Decoder::default();
    let mut out = fed(&mut decoder, &[b"\x1b[200~debt", b"\x1b"]);
    assert_eq!((words(&out), decoder.patience()), (String::new(), Some(REST_OF_PASTE)));
    decoder.give_up(&mut out);
    decoder.feed(b"q", &mut out);
    assert_eq!(words(&out), "[debt\x1b] q");
    assert_eq!(decoded(&[b"\x1b[200~debt", b"\x03", b"q"]), "Ctrl-C q");
}

#[test]
fn a_huge_paste_is_cut_and_its_end_is_found() {
    let paste = [b"\x1b[200~", "x".repeat(MOST_PASTED + 1000).as_bytes(), PASTE_END, b"j"].concat();
    let inputs = fed(&mut Decoder::default(), &[&paste]);
    let [Input::Paste(text), Input::Key(..)] = inputs.as_slice() else {
        panic!("{}", inputs.len())
    };
    assert_eq!(text.len(), MOST_PASTED);
}

#[test]
fn a_string_without_an_end_takes_no_more_than_an_answer_could_have() {
    let mut bytes = b"\x1b]".to_vec();
    bytes.resize(LONGEST_STRING + 100, b'x');
    assert!(fed(&mut Decoder::default(), &[&bytes, b"j"]).len() < 100);
}

#[test]
fn the_mouse_is_read_in_both_formats() {
    for (bytes, wanted) in [
        (&b"\x1b[<0;8;4M"[..], "Press@7,3"),
        (b"\x1b[<32;8;4M\x1b[<0;8;4m", "Drag@7,3 Release@7,3"),
        (b"\x1b[<64;1;1M\x1b[<65;300;1M\x1b[<80;1;1M", "WheelUp@0,0 WheelDown@299,0 WheelUp@0,0"),
        (b"\x1b[<2;8;4M\x1b[<0;0;4M\x1b[<35;1;1M\x1b[<66;1;1M", ""),
        (b"\x1b[M \x28\x24\x1b[M#\x28\x24j", "Press@7,3 Release@7,3 j"),
    ] {
        assert_eq!(decoded(&[bytes]), wanted, "{}", bytes.escape_ascii());
    }
    assert_eq!(mouse::old(b'`', b'!', b'!').map(|m| m.kind), Some(MouseKind::WheelUp));
}

const SOME_KEYS: &[&[u8]] = &[b"j", b"\x1b[B", b"\r", b"\xd0\xb9", b"\x1bx"];

/// Bytes that are likely to begin, end or disturb something.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let telling = prop::sample::select(
        b"\x1b\x1b\x1b[[]OP_^X\\<?>;:M~uRc$ \x07\x18\x03\x00\xd0\xb9\xff20".to_vec(),
    );
    let reports = prop::sample::select(REPORTS).prop_map(<[u8]>::to_vec);
    let part = prop_oneof![
        4 => telling.prop_map(|byte| vec![byte]),
        1 => any::<u8>().prop_map(|byte| vec![byte]),
        2 => reports,
        1 => Just(b"\x1b[200~".to_vec()),
    ];
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    /// Whatever has come in whatever pieces, Ctrl-C works at once, and every key after a moment.
    #[test]
    fn any_bytes_in_any_pieces_leave_the_keyboard_alive(
        reads in prop::collection::vec(bytes(), 0..6),
        gives_up in any::<bool>(),
    ) {
        let mut decoder = Decoder::default();
        let mut out = Vec::new();
        for read in &reads {
            decoder.feed(read, &mut out);
            if gives_up {
                decoder.give_up(&mut out);
            }
        }
        let mut other = Vec::new();
        if decoder.patience().is_some() {
            decoder.give_up(&mut out);
            prop_assert_eq!(decoder.patience(), None);
        } else {
            decoder.feed(b"j", &mut other);
            prop_assert_eq!(words(&other), "j");
            other.clear();
        }
        for read in &reads {
            decoder.feed(read, &mut out);
        }
        decoder.feed(b"\x03", &mut other);
        prop_assert_eq!(other.last(), Some(&Input::Key(Key::ctrl('c'), None)));
    }

    /// Reports among keys change nothing about the keys, wherever the reads are cut.
    #[test]
    fn keys_among_reports_are_all_that_is_decoded(
        parts in prop::collection::vec(
            prop_oneof![
                prop::sample::select(REPORTS).prop_map(<[u8]>::to_vec),
                prop::sample::select(SOME_KEYS)
                    .prop_map(<[u8]>::to_vec),
            ],
            0..30,
        ),
        cuts in prop::collection::vec(1..9_usize, 1..20),
    ) {
        let keys: Vec<_> = parts.iter().filter(|p| !REPORTS.contains(&p.as_slice())).cloned().collect();
        let bytes = parts.concat();
        let mut left = bytes.as_slice();
        let mut reads = Vec::new();
        for cut in cuts.iter().cycle() {
            if left.is_empty() {
                break;
            }
            // Alt and its key come in one read.
            let mut end = (*cut).min(left.len());
            while end < left.len() && left[end - 1] == ESC && !b"[O]P_^X".contains(&left[end]) {
                end += 1;
            }
            let (read, rest) = left.split_at(end);
            reads.push(read);
            left = rest;
        }
        prop_assert_eq!(decoded(&reads), decoded(&[&keys.concat()]));
    }
}

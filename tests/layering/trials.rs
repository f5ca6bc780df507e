//! The reader of the code, tried on small codes.

use std::collections::BTreeMap;

use crate::arrows::Arrows;
use crate::code::{Kind, code, lines};
use crate::rooms::{INSIDE_APP, TOP, past_faces};
use crate::texts::names_a_key;
use crate::tree::{Found, Target, Tree};

fn read(files: &[(&str, &str)]) -> (Tree, Vec<Found>, Arrows) {
    let owned = |(file, text): &(&str, &str)| ((*file).to_owned(), (*text).to_owned());
    let sources: BTreeMap<String, String> = files.iter().map(owned).collect();
    let tree = Tree::read(&sources);
    let found = tree.found();
    let arrows = Arrows::new(&tree, &found);
    (tree, found, arrows)
}

fn arrows(files: &[(&str, &str)]) -> Vec<String> {
    read(files).2.all().map(|(from, to, _)| format!("{from} → {to}")).collect()
}

/// The names in a code.
fn words(text: &str) -> Vec<String> {
    code(text).iter().filter_map(|token| token.word().map(str::to_owned)).collect()
}

#[test]
fn comments_and_literals_hold_no_names() {
    let text = r##"a /* b /* c */ d */ // e
        "f \" g" r#"h " i"# b"j" 'k' '\'' b'l' 'm' &'lifetime n r#use"##;
    assert_eq!(words(text), ["a", "n", "use"]);
}

#[test]
fn literals_are_read_as_they_are_said() {
    let texts: Vec<_> = code("\"one \\\n    line\" \"\\u{2264}\\x41\\n\" r\"\\n\"")
        .into_iter()
        .map(|token| token.kind)
        .collect();
    let said = ["one line", "≤A\n", "\\n"].map(|text| Kind::Text(text.to_owned()));
    assert_eq!(texts, said);
}

#[test]
fn code_behind_tests_is_read() {
    let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn c() {}\n";
    assert_eq!(words(text), ["fn", "a", "fn", "c"]);
    assert_eq!(lines(text), 2);
}

#[test]
fn only_what_is_for_tests_is_left_out() {
    for item in [
        "#[cfg(test)] use crate::{b, c};",
        "#[cfg(test)] #[allow(dead_code)] pub(crate) const fn b(d: [u8; 3]) -> u8 { { 1 } }",
        "#[cfg(test)] const B: [u8; 3] = [1; 3];",
        "#[cfg(test)] pub struct B<T> where T: Copy { c: T }",
        "#[cfg(test)] #[cfg(unix)] mod tests;",
        "#[cfg(all(test, unix))] impl B { fn c() {} }",
    ] {
        assert_eq!(words(&format!("{item} fn a() {{}}")), ["fn", "a"], "{item}");
    }
    assert_eq!(words("struct A { #[cfg(test)] b: u8, c: u8 }"), ["struct", "A", "c", "u8"]);
    assert_eq!(words("#[cfg(not(test))] fn a() {}"), ["cfg", "not", "test", "fn", "a"]);
}

#[test]
fn a_path_leads_to_the_file_that_defines_what_it_names() {
    let found = arrows(&[
        ("lib.rs", "mod app; mod ui;"),
        ("app.rs", "mod model; mod news; pub use model::{Model, view as shown}; pub use news::*;"),
        ("app/model.rs", "pub struct Model; pub fn view() {}"),
        ("app/news.rs", "pub struct News;"),
        ("ui.rs", "mod a; mod b; mod c;"),
        ("ui/a.rs", "use crate::app::{self, Model}; fn f(_: Model) -> app::Model { Model }"),
        ("ui/b.rs", "fn f() { let _ = 0..crate::app::shown(); self.crate_(); }"),
        ("ui/c.rs", "use super::a as other; use std::{fmt, fs::{self}}; fn f() { other::f() }"),
    ]);
    assert_eq!(
        found,
        [
            "app.rs → app/model.rs",
            "app.rs → app/news.rs",
            "ui/a.rs → app.rs",
            "ui/a.rs → app/model.rs",
            "ui/b.rs → app/model.rs",
            "ui/c.rs → ui/a.rs",
        ]
    );
}

#[test]
fn a_module_may_have_the_name_of_a_function() {
    let files = [
        ("lib.rs", "mod app; mod cli;"),
        ("app.rs", "mod update; pub use update::update;"),
        ("app/update.rs", "pub fn update() {}"),
        ("cli.rs", "use crate::app::update; fn main() { update() }"),
    ];
    assert_eq!(arrows(&files), ["app.rs → app/update.rs", "cli.rs → app/update.rs"]);
    let (tree, found, _) = read(&files);
    assert_eq!(past_faces(&tree, &found), [""; 0]);
}

#[test]
fn modules_are_found_where_their_files_are() {
    let found = arrows(&[
        ("lib.rs", "mod file;"),
        ("file.rs", "mod save;"),
        (
            "file/save.rs",
            "#[cfg(unix)] #[path = \"save/unix.rs\"] mod system;
             #[cfg(not(unix))] #[path = \"save/other.rs\"] mod system;
             mod inner { use super::system::put; pub mod deep; }
             pub use system::put;",
        ),
        ("file/save/unix.rs", "pub fn put() {}"),
        ("file/save/other.rs", "pub fn put() {}"),
        ("file/save/inner/deep.rs", "use super::super::put;"),
    ]);
    assert_eq!(
        found,
        [
            "file/save.rs → file/save/other.rs",
            "file/save.rs → file/save/unix.rs",
            "file/save/inner/deep.rs → file/save/other.rs",
            "file/save/inner/deep.rs → file/save/unix.rs",
        ]
    );
}

#[test]
fn what_is_outside_is_named_in_full() {
    let (_, found, _) =
        read(&[("lib.rs", "use std::{fs, env as e}; fn f() { fs::read(e::args()) }")]);
    let outside = |target: &Target| match target {
        Target::Outside(path) => path.join("::"),
        _ => String::new(),
    };
    let named: Vec<_> = found.iter().flat_map(|found| found.targets.iter().map(outside)).collect();
    assert_eq!(named, ["std::fs", "std::env", "std::fs::read", "std::env::args"]);
}

#[test]
fn circles_behind_a_face_are_found() {
    let (_, _, arrows) = read(&[
        ("lib.rs", "mod app;"),
        (
            "app.rs",
            "mod model; mod overlay; mod size; pub use {model::Model, overlay::Overlay, size::Size};",
        ),
        ("app/model.rs", "use crate::app::{Overlay, Size};"),
        ("app/overlay.rs", "impl crate::app::Model {} pub enum Overlay {}"),
        ("app/size.rs", "use super::other; pub struct Size;"),
    ]);
    assert_eq!(arrows.circles(), [["app/model.rs", "app/overlay.rs"]]);
}

#[test]
fn arrows_against_the_plan_are_found() {
    let (_, _, arrows) = read(&[
        ("lib.rs", "mod app; mod report; mod ui;"),
        ("report.rs", "use crate::{ui::{view}}; pub struct Report;"),
        ("app.rs", "mod keys; mod model; pub use model::Model;"),
        ("app/keys.rs", "mod keymap; pub use keymap::Keymap;"),
        ("app/keys/keymap.rs", "fn f() { super::super::Model::new() } pub struct Keymap;"),
        ("app/model.rs", "use super::keys::Keymap; pub struct Model;"),
        ("ui.rs", "use crate::report::Report; pub fn view() {}"),
    ]);
    assert_eq!(TOP.against(&arrows).len(), 1, "{:?}", TOP.against(&arrows));
    let inside = INSIDE_APP.against(&arrows);
    assert_eq!(inside.len(), 1, "{inside:?}");
    assert!(inside[0].starts_with("app/keys/keymap.rs → app/model.rs"), "{inside:?}");
}

#[test]
fn ways_past_a_face_are_found() {
    let (tree, found, _) = read(&[
        ("lib.rs", "mod app; mod ui;"),
        ("app.rs", "pub mod keys; mod model; pub use model::Model;"),
        ("app/keys.rs", "pub mod keymap; pub use keymap::Keymap;"),
        ("app/keys/keymap.rs", "use crate::app::keys::keymap as own; pub struct Keymap;"),
        (
            "app/model.rs",
            "use super::keys::{self, Keymap}; fn f() { keys::keymap::Keymap } pub struct Model;",
        ),
        ("ui.rs", "use crate::app::{Model, keys::Keymap}; use crate::app::model::Model as Same;"),
    ]);
    // `model` is a room of its own in the plan, so that its file is its face.
    let past = past_faces(&tree, &found);
    assert_eq!(past.len(), 1, "{past:?}");
    assert!(past[0].starts_with("app/model.rs, line 1: keys::keymap::Keymap"), "{past:?}");
}

#[test]
fn letters_that_stand_alone_name_keys() {
    for text in [
        "u",
        "with 1 warning (w)",
        "press q to quit",
        "q quits",
        "press x.",
        "\"a\" adds",
        "Ctrl-C ends",
        "Esc.",
    ] {
        assert!(names_a_key(text, "x"), "{text}");
    }
    for text in ["a word", "A figure", "n.d.", "{key} quits", "<U+", "[x]", "it's {n}"] {
        assert!(!names_a_key(text, "x"), "{text}");
    }
    assert!(names_a_key("s", "x") && !names_a_key("s", ""), "a plural");
}

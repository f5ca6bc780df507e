//! The modules of the crate, and which file defines what a path names.
//!
//! Methods are out of reach, since a call does not say of which type it is; but the type has been
//! named by then.

use std::collections::{BTreeMap, BTreeSet};

use crate::code::{Kind, Token, code, group_end};

/// A module: a file, or a part of one.
#[derive(Debug, Default)]
pub(crate) struct Module {
    /// From the root: `["app", "card"]`.
    pub(crate) path: Vec<String>,
    /// From `src`: `app/card.rs`.
    pub(crate) file: String,
    parent: usize,
    children: Vec<(String, usize)>,
    items: BTreeSet<String>,
    uses: Vec<Use>,
    /// The paths in its code, with their lines; those of its `use` are not among them.
    paths: Vec<(Vec<String>, usize)>,
}

/// One name that a `use` brings in; a glob brings in none.
#[derive(Clone, Debug)]
struct Use {
    name: Option<String>,
    path: Vec<String>,
    line: usize,
}

/// What a path leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A module, by its place in the tree.
    Module(usize),
    /// Something that a module defines.
    Item(usize),
    /// Something of another crate, its names written out.
    Outside(Vec<String>),
}

/// A path of the code, and all that it may lead to: more than one thing where modules stand in for
/// one another by platform.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) from: usize,
    pub(crate) path: Vec<String>,
    pub(crate) line: usize,
    pub(crate) targets: Vec<Target>,
    /// The steps from a module to one inside it that the path takes by itself.
    pub(crate) steps: Vec<(usize, usize)>,
    /// Whether it is a `use` of all that something holds.
    pub(crate) glob: bool,
}

/// All modules; the first is the root.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) modules: Vec<Module>,
}

/// Aliases that lead to aliases end somewhere before this.
const DEEPEST: usize = 32;

impl Tree {
    /// Reads the modules that `lib.rs` leads to. `sources` maps names of files to their texts.
    pub(crate) fn read(sources: &BTreeMap<String, String>) -> Self {
        let mut tree = Self { modules: Vec::new() };
        tree.file(sources, "lib.rs", Vec::new(), 0);
        tree
    }

    pub(crate) fn module(&self, ix: usize) -> &Module {
        &self.modules[ix]
    }

    /// Every path of the code, resolved.
    pub(crate) fn found(&self) -> Vec<Found> {
        let mut all = Vec::new();
        for (from, module) in self.modules.iter().enumerate() {
            let uses = module.uses.iter().map(|used| (&used.path, used.line, used.name.is_none()));
            let paths = module.paths.iter().map(|(path, line)| (path, *line, false));
            for (path, line, glob) in uses.chain(paths) {
                let mut steps = Vec::new();
                let targets = self.resolve(from, path, &mut steps, 0);
                all.push(Found { from, path: path.clone(), line, targets, steps, glob });
            }
        }
        all
    }

    fn file(
        &mut self,
        sources: &BTreeMap<String, String>,
        file: &str,
        path: Vec<String>,
        parent: usize,
    ) -> usize {
        let Some(text) = sources.get(file) else { panic!("there is no {file} for {path:?}") };
        let folder = path.join("/");
        let module = Module { path, file: file.to_owned(), parent, ..Module::default() };
        self.modules.push(module);
        let own = self.modules.len() - 1;
        self.body(sources, &code(text), own, &folder);
        own
    }

    /// Reads the code of a module; `folder` is where the files of its modules are.
    fn body(
        &mut self,
        sources: &BTreeMap<String, String>,
        tokens: &[Token],
        own: usize,
        folder: &str,
    ) {
        let (mut at, mut depth) = (0, 0);
        let mut other_file: Option<String> = None;
        while let Some(token) = tokens.get(at) {
            let next = tokens.get(at + 1);
            match &token.kind {
                Kind::Mark('{') => depth += 1,
                Kind::Mark('}') => depth -= 1,
                Kind::Mark('#') if next.is_some_and(|token| token.is('[')) => {
                    other_file = path_attribute(tokens, at).or(other_file);
                }
                Kind::Word(word) if word == "mod" => {
                    let name = next.and_then(Token::word).unwrap_or_default().to_owned();
                    at = self.child(sources, tokens, at + 2, own, folder, &name, &mut other_file);
                    continue;
                }
                Kind::Word(word) if word == "pub" => {
                    // What is visible from where says nothing of what is used.
                    at += 1;
                    if next.is_some_and(|token| token.is('(')) {
                        at = group_end(tokens, at);
                    }
                    continue;
                }
                Kind::Word(word) if word == "use" && !next.is_some_and(|t| t.is('<')) => {
                    at += 1;
                    use_tree(tokens, &mut at, &[], &mut self.modules[own].uses);
                    continue;
                }
                Kind::Word(word) if depth == 0 && DEFINES.contains(&word.as_str()) => {
                    let rest = tokens.iter().skip(at + 1).filter(|token| !token.is('!'));
                    let named = rest.map_while(Token::word).find(|word| !BETWEEN.contains(word));
                    self.modules[own].items.extend(named.map(str::to_owned));
                }
                Kind::Word(_) if begins_path(tokens, at) => {
                    let line = token.line;
                    let path = inline_path(tokens, &mut at);
                    if path.len() > 1 {
                        self.modules[own].paths.push((path, line));
                    }
                    continue;
                }
                _ => {}
            }
            at += 1;
        }
    }

    #[expect(clippy::too_many_arguments, reason = "all that `body` knows where it meets a `mod`")]
    fn child(
        &mut self,
        sources: &BTreeMap<String, String>,
        tokens: &[Token],
        at: usize,
        own: usize,
        folder: &str,
        name: &str,
        other_file: &mut Option<String>,
    ) -> usize {
        let Module { path, file, .. } = self.module(own);
        let child_path: Vec<String> = path.iter().cloned().chain([name.to_owned()]).collect();
        let file = file.clone();
        let beside = |name: &str, folder: &str| match folder {
            "" => name.to_owned(),
            _ => format!("{folder}/{name}"),
        };
        let (child, end) = if tokens.get(at).is_some_and(|token| token.is('{')) {
            let end = group_end(tokens, at);
            let inside = tokens.get(at + 1..end - 1).unwrap_or_default();
            let module = Module { path: child_path, file, parent: own, ..Module::default() };
            self.modules.push(module);
            let child = self.modules.len() - 1;
            self.body(sources, inside, child, &beside(name, folder));
            (child, end)
        } else {
            let file = match other_file.take() {
                Some(other) => {
                    beside(&other, file.rsplit_once('/').map_or("", |(folder, _)| folder))
                }
                None => beside(&format!("{name}.rs"), folder),
            };
            (self.file(sources, &file, child_path, own), at + 1)
        };
        self.modules[own].children.push((name.to_owned(), child));
        end
    }

    fn resolve(
        &self,
        from: usize,
        path: &[String],
        steps: &mut Vec<(usize, usize)>,
        depth: usize,
    ) -> Vec<Target> {
        let Some((first, rest)) = path.split_first() else { return vec![Target::Module(from)] };
        match first.as_str() {
            "crate" => self.walk(0, rest, steps, depth),
            "self" => self.walk(from, rest, steps, depth),
            "super" => match rest.first() {
                Some(next) if next == "super" => {
                    self.resolve(self.module(from).parent, rest, steps, depth)
                }
                _ => self.walk(self.module(from).parent, rest, steps, depth),
            },
            "Self" => Vec::new(),
            _ if self.module(from).has(first, path) => self.walk(from, path, steps, depth),
            _ => vec![Target::Outside(path.to_vec())],
        }
    }

    fn walk(
        &self,
        at: usize,
        path: &[String],
        steps: &mut Vec<(usize, usize)>,
        depth: usize,
    ) -> Vec<Target> {
        let Some((name, rest)) = path.split_first() else { return vec![Target::Module(at)] };
        let module = self.module(at);
        if depth > DEEPEST {
            return vec![Target::Item(at)];
        }
        let children: Vec<usize> = module.named(name).collect();
        // A function may have the name of a module; nothing that a path goes on from has.
        if rest.is_empty() || children.is_empty() {
            if module.items.contains(name) {
                return vec![Target::Item(at)];
            }
            let mut uses = module.uses.iter().filter(|used| used.name.as_ref() == Some(name));
            if let Some(used) = uses.next() {
                let leads_to = self.resolve(at, &used.path, &mut Vec::new(), depth + 1);
                return self.go_on(leads_to, rest, steps, depth + 1);
            }
        }
        if children.is_empty() {
            // A macro may have defined it.
            return vec![Target::Item(at)];
        }
        steps.extend(children.iter().map(|child| (at, *child)));
        children.iter().flat_map(|child| self.walk(*child, rest, steps, depth)).collect()
    }

    fn go_on(
        &self,
        targets: Vec<Target>,
        rest: &[String],
        steps: &mut Vec<(usize, usize)>,
        depth: usize,
    ) -> Vec<Target> {
        let mut all = Vec::new();
        for target in targets {
            match target {
                Target::Module(ix) => all.extend(self.walk(ix, rest, steps, depth)),
                Target::Item(ix) => all.push(Target::Item(ix)),
                Target::Outside(path) => {
                    let whole = path.into_iter().chain(rest.iter().cloned()).collect();
                    all.push(Target::Outside(whole));
                }
            }
        }
        all
    }
}

impl Module {
    fn named(&self, name: &str) -> impl Iterator<Item = usize> {
        self.children.iter().filter(move |(child, _)| child == name).map(|(_, ix)| *ix)
    }

    /// Whether a name leads to something here. A `use` does not bring in what it begins with.
    fn has(&self, name: &str, path: &[String]) -> bool {
        let brings_in = |used: &Use| used.name.as_deref() == Some(name) && used.path != path;
        self.items.contains(name)
            || self.named(name).next().is_some()
            || self.uses.iter().any(brings_in)
    }
}

const DEFINES: [&str; 9] =
    ["fn", "struct", "enum", "union", "trait", "type", "const", "static", "macro_rules"];

/// Words that may stand between one that defines and its name.
const BETWEEN: [&str; 6] = ["fn", "mut", "async", "unsafe", "extern", "const"];

/// The file that an attribute here names for the module behind it.
fn path_attribute(tokens: &[Token], at: usize) -> Option<String> {
    let names = tokens.get(at + 2)?.is_word("path") && tokens.get(at + 3)?.is('=');
    match &tokens.get(at + 4)?.kind {
        Kind::Text(file) if names => Some(file.clone()),
        _ => None,
    }
}

/// Reads one tree of a `use`, from behind the keyword to the token behind the tree.
fn use_tree(tokens: &[Token], at: &mut usize, prefix: &[String], uses: &mut Vec<Use>) {
    let mut path = prefix.to_vec();
    while let Some(token) = tokens.get(*at) {
        *at += 1;
        match &token.kind {
            Kind::Word(word) => path.push(word.clone()),
            Kind::Colons => continue,
            Kind::Mark('*') => {
                uses.push(Use { name: None, path, line: token.line });
                return;
            }
            Kind::Mark('{') => {
                while let Some(inner) = tokens.get(*at) {
                    if inner.is('}') {
                        *at += 1;
                        return;
                    }
                    if inner.is(',') {
                        *at += 1;
                    } else {
                        use_tree(tokens, at, &path, uses);
                    }
                }
                return;
            }
            _ => return,
        }
        let next = tokens.get(*at);
        if next.is_some_and(|next| next.kind == Kind::Colons) {
            continue;
        }
        if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        let mut name = path.last().cloned();
        if next.is_some_and(|next| next.is_word("as")) {
            name = tokens.get(*at + 1).and_then(Token::word).map(str::to_owned);
            *at += 2;
        }
        uses.push(Use { name, path, line: token.line });
        return;
    }
}

/// Whether a path begins at a word: it is neither a field, a method nor the rest of a path.
fn begins_path(tokens: &[Token], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|ix| tokens.get(ix));
    match before(1).map(|token| &token.kind) {
        // What stands behind two dots is the end of a range.
        Some(Kind::Mark('.')) => before(2).is_some_and(|token| token.is('.')),
        Some(Kind::Colons) => match before(2) {
            Some(token) => token.word().is_none() && !token.is('>'),
            None => true,
        },
        _ => true,
    }
}

fn inline_path(tokens: &[Token], at: &mut usize) -> Vec<String> {
    let mut path = Vec::new();
    while let Some(word) = tokens.get(*at).and_then(Token::word) {
        path.push(word.to_owned());
        *at += 1;
        let goes_on = tokens.get(*at).is_some_and(|token| token.kind == Kind::Colons)
            && tokens.get(*at + 1).and_then(Token::word).is_some();
        if !goes_on {
            break;
        }
        *at += 1;
    }
    path
}

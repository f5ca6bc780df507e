//! Reads a file's code as tokens: comments are dropped, literals are kept apart from names.

/// What stands in the code, as far as paths and texts need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or a keyword.
    Word(String),
    /// `::`
    Colons,
    /// Any other single character.
    Mark(char),
    /// What a string literal says.
    Text(String),
    /// A character, a number or a lifetime.
    Other,
}

/// One token and the line on which it begins, from 1.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) line: usize,
}

impl Token {
    pub(crate) fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(crate) fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    pub(crate) fn is_word(&self, word: &str) -> bool {
        self.word() == Some(word)
    }
}

/// The tokens of a file without the items that are compiled for tests only.
pub(crate) fn code(text: &str) -> Vec<Token> {
    without_tests(&tokens(text)).0
}

/// How many lines a file has besides the items that are compiled for tests only.
pub(crate) fn lines(text: &str) -> usize {
    text.lines().count() - without_tests(&tokens(text)).1
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    line: usize,
}

impl Reader {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn next(&mut self) -> Option<char> {
        let found = self.peek(0)?;
        self.at += 1;
        self.line += usize::from(found == '\n');
        Some(found)
    }

    fn skip(&mut self, count: usize) {
        for _ in 0..count {
            self.next();
        }
    }

    fn take_while(&mut self, fits: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while self.peek(0).is_some_and(&fits) {
            taken.extend(self.next());
        }
        taken
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        while let Some(first) = self.next() {
            match (first, self.peek(0)) {
                ('/', Some('*')) => depth += 1,
                ('*', Some('/')) => depth -= 1,
                _ => continue,
            }
            self.next();
            if depth == 0 {
                return;
            }
        }
    }

    /// How many `#` stand in front of a quotation mark here, if one follows them.
    fn raw(&self) -> Option<usize> {
        let rest = self.chars.iter().skip(self.at);
        let hashes = rest.take_while(|c| **c == '#').count();
        (self.peek(hashes) == Some('"')).then_some(hashes)
    }

    fn raw_string(&mut self, hashes: usize) -> String {
        self.skip(hashes + 1);
        let mut said = String::new();
        while let Some(found) = self.next() {
            if found == '"' && (0..hashes).all(|ahead| self.peek(ahead) == Some('#')) {
                self.skip(hashes);
                break;
            }
            said.push(found);
        }
        said
    }

    fn string(&mut self) -> String {
        self.skip(1);
        let mut said = String::new();
        while let Some(found) = self.next() {
            match found {
                '"' => break,
                '\\' => said.extend(self.escape()),
                _ => said.push(found),
            }
        }
        said
    }

    /// The character behind a backslash; none where it only joins two lines.
    fn escape(&mut self) -> Option<char> {
        match self.next()? {
            'n' => Some('\n'),
            't' => Some('\t'),
            'r' => Some('\r'),
            '\n' => {
                self.take_while(char::is_whitespace);
                None
            }
            'x' => {
                let digits: String = [self.next()?, self.next()?].iter().collect();
                u8::from_str_radix(&digits, 16).ok().map(char::from)
            }
            'u' => {
                let digits = self.take_while(|c| c != '}');
                self.next();
                char::from_u32(u32::from_str_radix(digits.trim_start_matches('{'), 16).ok()?)
            }
            other => Some(other),
        }
    }

    /// A character or a lifetime.
    fn quoted(&mut self) {
        self.skip(1);
        if self.peek(0) == Some('\\') {
            self.skip(1);
            self.escape();
            self.skip(1);
        } else if self.peek(1) == Some('\'') {
            self.skip(2);
        } else {
            self.take_while(in_word);
        }
    }

    fn word(&mut self) -> Kind {
        let word = self.take_while(in_word);
        match (word.as_str(), self.peek(0)) {
            ("r" | "br" | "cr", Some('"' | '#')) => {
                if let Some(hashes) = self.raw() {
                    return Kind::Text(self.raw_string(hashes));
                }
                self.skip(1);
                Kind::Word(self.take_while(in_word))
            }
            ("b" | "c", Some('"')) => Kind::Text(self.string()),
            ("b", Some('\'')) => {
                self.quoted();
                Kind::Other
            }
            _ => Kind::Word(word),
        }
    }
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn tokens(text: &str) -> Vec<Token> {
    let mut reader = Reader { chars: text.chars().collect(), at: 0, line: 1 };
    let mut tokens = Vec::new();
    while let Some(first) = reader.peek(0) {
        let line = reader.line;
        let kind = match (first, reader.peek(1)) {
            ('/', Some('/')) => {
                reader.take_while(|c| c != '\n');
                continue;
            }
            ('/', Some('*')) => {
                reader.block_comment();
                continue;
            }
            (':', Some(':')) => {
                reader.skip(2);
                Kind::Colons
            }
            ('"', _) => Kind::Text(reader.string()),
            ('\'', _) => {
                reader.quoted();
                Kind::Other
            }
            (c, _) if c.is_ascii_digit() => {
                reader.take_while(in_word);
                Kind::Other
            }
            (c, _) if in_word(c) => reader.word(),
            (c, _) => {
                reader.next();
                if c.is_whitespace() {
                    continue;
                }
                Kind::Mark(c)
            }
        };
        tokens.push(Token { kind, line });
    }
    tokens
}

/// Where the group ends that begins at `at`: one token behind its last.
pub(crate) fn group_end(tokens: &[Token], at: usize) -> usize {
    let mut depth = 0;
    for (ix, token) in tokens.iter().enumerate().skip(at) {
        match token.kind {
            Kind::Mark('(' | '[' | '{') => depth += 1,
            Kind::Mark(')' | ']' | '}') => depth -= 1,
            _ => {}
        }
        if depth <= 0 {
            return ix + 1;
        }
    }
    tokens.len()
}

/// The tokens that are left, and the number of lines that are not.
fn without_tests(tokens: &[Token]) -> (Vec<Token>, usize) {
    let (mut kept, mut lines) = (Vec::new(), 0);
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let opens = |ahead| tokens.get(at + ahead).is_some_and(|token: &Token| token.is('['));
        let inner = tokens.get(at + 1).is_some_and(|token| token.is('!'));
        if token.is('#') && (opens(1) || (inner && opens(2))) {
            let end = group_end(tokens, at + 1 + usize::from(inner));
            let attribute = tokens.get(at..end).unwrap_or_default();
            if is_for_tests(attribute) {
                let end = if inner { tokens.len() } else { item_end(tokens, end) };
                let last = tokens.get(end - 1).map_or(token.line, |last| last.line);
                lines += last + 1 - token.line;
                at = end;
            } else {
                kept.extend_from_slice(attribute);
                at = end;
            }
        } else {
            kept.push(token.clone());
            at += 1;
        }
    }
    (kept, lines)
}

/// Whether an attribute is `cfg(test)` or `cfg(all(test, …))`; `cfg(not(test))` is not.
fn is_for_tests(attribute: &[Token]) -> bool {
    let mut words = attribute.iter().filter_map(Token::word);
    match words.next() {
        Some("cfg") => {}
        _ => return false,
    }
    match words.next() {
        Some("test") => true,
        Some("all") => words.any(|word| word == "test"),
        _ => false,
    }
}

/// Where the item ends that begins at `at`, its further attributes included.
fn item_end(tokens: &[Token], mut at: usize) -> usize {
    while tokens.get(at).is_some_and(|token| token.is('#')) {
        at = group_end(tokens, at + 1);
    }
    let (mut has_body, mut is_item) = (false, false);
    let mut ix = at;
    while let Some(token) = tokens.get(ix) {
        match &token.kind {
            Kind::Word(word) if !is_item => match word.as_str() {
                "use" | "type" | "static" | "let" => is_item = true,
                "const" => is_item = !tokens.get(ix + 1).is_some_and(is_before_fn),
                "mod" | "fn" | "struct" | "enum" | "union" | "trait" | "impl" | "macro_rules" => {
                    (is_item, has_body) = (true, true);
                }
                _ => {}
            },
            Kind::Mark(';') => return ix + 1,
            Kind::Mark(',') if !is_item => return ix + 1,
            Kind::Mark('(' | '[') => {
                ix = group_end(tokens, ix);
                continue;
            }
            Kind::Mark('{') => {
                ix = group_end(tokens, ix);
                if has_body {
                    return ix;
                }
                continue;
            }
            // The end of what the item stands in.
            Kind::Mark(')' | ']' | '}') => return ix,
            _ => {}
        }
        ix += 1;
    }
    tokens.len()
}

fn is_before_fn(token: &Token) -> bool {
    ["fn", "async", "unsafe", "extern"].iter().any(|word| token.is_word(word))
}

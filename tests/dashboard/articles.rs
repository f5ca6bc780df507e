//! Articles that are held against the figures: the signs beside the rows, the record, the editor.

use std::sync::Arc;

use indicia::app::document::ArticleName;
use indicia::app::{Effect, Msg, update};

use crate::harness::{Dashboard, loaded};

const FILE: &str = "[report]\ntitle = \"T\"\ntexts = [\"article.md\"]\n\n[[indicator]]\nid = \"exports\"\n\
    label = \"Exports sent abroad\"\nunit = \"%\"\nvalue = 70\nhedge = \"up to\"\n\n[[indicator]]\nid = \"debt\"\n\
    label = \"Debt owed to banks\"\nunit = \"billion USD\"\nvalue = 8\nhedge = \"nearly\"\n\n[[indicator]]\n\
    id = \"jobs\"\nlabel = \"Jobs lost\"\nunit = \"jobs\"\nvalue = 19_000\n";

const ARTICLE: &str = "# Trade\n\nSome 70 percent of exports are sent abroad.\n\nDebt owed to banks is nearly $8 billion.\n";

fn name() -> ArticleName {
    ArticleName { name: "article.md".to_owned(), is_typed: false }
}

fn read_file(text: &str) -> Msg {
    Msg::Loaded(Box::new(loaded(text)))
}

fn read(dashboard: &mut Dashboard, text: Result<&str, &str>) {
    let text = text.map(Arc::from).map_err(ToOwned::to_owned);
    assert_eq!(update(&mut dashboard.model, Msg::Article(name(), text)), None);
}

fn with_article() -> Dashboard {
    let mut dashboard = Dashboard::of(FILE, 100, 30);
    read(&mut dashboard, Ok(ARTICLE));
    dashboard
}

/// The row of the list that a label is in.
fn line(dashboard: &Dashboard, label: &str) -> String {
    let screen = dashboard.screen();
    let rows = screen.lines().filter_map(|line| line.split('┃').nth(1));
    rows.filter(|row| row.contains(label)).map(|row| row.trim_end().to_owned()).next().unwrap()
}

#[test]
fn a_file_that_names_articles_has_them_read() {
    let mut dashboard = Dashboard::of("[report]\ntitle = \"T\"\n", 100, 30);
    let effect = update(&mut dashboard.model, read_file(FILE));
    assert_eq!(effect, Some(Effect::FollowArticles(vec![name()])));
    assert_eq!(update(&mut dashboard.model, read_file(FILE)), None, "the names are the same");
    let without = FILE.replace("texts = [\"article.md\"]\n", "");
    let effect = update(&mut dashboard.model, read_file(&without));
    assert_eq!(effect, Some(Effect::FollowArticles(Vec::new())));
}

#[test]
fn a_sign_says_how_the_articles_state_a_figure() {
    for keys in ["1", "2"] {
        let dashboard = with_article().press(keys);
        assert!(line(&dashboard, "Exports sent").ends_with('≠'), "{}", dashboard.screen());
        assert!(line(&dashboard, "Debt owed").ends_with('='), "{}", dashboard.screen());
        assert!(!line(&dashboard, "Jobs lost").ends_with(['=', '≠']), "{}", dashboard.screen());
    }
}

#[test]
fn the_screen_is_the_same_as_ever_where_no_article_is_named() {
    let without = FILE.replace("texts = [\"article.md\"]\n", "");
    let dashboard = Dashboard::of(&without, 100, 30);
    assert_eq!(dashboard.model.panels.marks, 0);
    assert!(!dashboard.screen().contains('≠'), "{}", dashboard.screen());
}

#[test]
fn the_record_shows_the_sentence_and_enter_opens_it() {
    let mut dashboard = with_article().press("<enter>z");
    let screen = dashboard.screen();
    for part in [
        "IN ARTICLES",
        "article.md:3: “Some 70 percent of exports are sent abroad.”",
        "≠ 'Some 70 percent' has another hedge than 'Exports sent abroad' (T002)",
    ] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
    let effect = update(&mut dashboard.model, Msg::Key("enter".parse().unwrap(), None));
    assert_eq!(effect, Some(Effect::EditArticle(name(), 3)));
}

#[test]
fn an_article_is_followed_and_its_absence_is_told() {
    let mut dashboard = with_article();
    read(&mut dashboard, Ok(&ARTICLE.replace("Some 70", "Up to 70")));
    assert!(line(&dashboard, "Exports sent").ends_with('='), "{}", dashboard.screen());
    read(&mut dashboard, Err("cannot find 'article.md'"));
    let screen = dashboard.screen();
    assert!(screen.contains("cannot find 'article.md'"), "{screen}");
    assert!(!line(&dashboard, "Exports sent").ends_with('='), "{screen}");
}

#[test]
fn an_article_can_be_named_by_a_command() {
    let mut dashboard =
        Dashboard::of("[report]\ntitle = \"T\"\n", 100, 30).press(":text my news.md");
    assert!(dashboard.screen().contains("hold this article against the figures"));
    let effect = update(&mut dashboard.model, Msg::Key("enter".parse().unwrap(), None));
    let typed = ArticleName { name: "my news.md".to_owned(), is_typed: true };
    assert_eq!(effect, Some(Effect::FollowArticles(vec![typed])));
}

//! The links of the pages.

use std::fs;
use std::path::{Path, PathBuf};

/// The pages that people read on a host of repositories.
fn pages() -> Vec<PathBuf> {
    let docs = fs::read_dir("docs").unwrap().map(|entry| entry.unwrap().path());
    let docs = docs.filter(|path| path.extension().is_some_and(|it| it == "md"));
    docs.chain([PathBuf::from("README.md")]).collect()
}

/// The addresses in the links of a page, without those of the web.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let prose = text.split("```").step_by(2);
    let addresses = prose.flat_map(|text| text.split("](").skip(1));
    addresses
        .filter_map(|rest| rest.split_once(')'))
        .map(|(link, _)| link)
        .filter(|link| !link.contains("://"))
}

/// The anchor that a host gives a heading.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

#[test]
fn every_link_leads_to_a_file_and_a_heading() {
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        for link in links(&text) {
            let (file, place) = link.split_once('#').unwrap_or((link, ""));
            let target = match file {
                "" => page.clone(),
                _ => page.parent().unwrap_or(Path::new("")).join(file),
            };
            assert!(target.exists(), "{}: {link}", page.display());
            if !place.is_empty() {
                let text = fs::read_to_string(&target).unwrap();
                let mut headings = text.lines().filter(|line| line.starts_with('#'));
                let is_it = |line: &str| anchor(line.trim_start_matches('#').trim()) == place;
                assert!(headings.any(is_it), "{}: no heading for {link}", page.display());
            }
        }
    }
}

#[test]
fn the_contents_name_every_page() {
    let contents = fs::read_to_string("docs/README.md").unwrap();
    for page in pages().iter().filter(|page| page.starts_with("docs")) {
        let name = page.file_name().unwrap().to_string_lossy();
        assert!(name == "README.md" || contents.contains(&format!("]({name})")), "{name}");
    }
}

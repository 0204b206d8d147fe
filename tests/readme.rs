//! The README shows what the program prints, and nothing else.

use std::fs;
use std::path::Path;

use yalu::replication::Replication;

const FROM: &str = "<!-- replicate -->\n";
const TO: &str = "<!-- /replicate -->";

/// `UPDATE_GOLDEN=1 cargo test --test readme` rewrites the excerpt.
#[test]
fn the_excerpt_is_what_replicate_prints() -> Result<(), yalu::Error> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).expect("README.md is there");
    let (head, rest) = readme.split_once(FROM).expect("the excerpt begins somewhere");
    let (shown, tail) = rest.split_once(TO).expect("the excerpt ends somewhere");
    let excerpt = format!("```text\n{}```\n", Replication::run()?.summary()?);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, format!("{head}{FROM}{excerpt}{TO}{tail}")).expect("README.md can be written");
        return Ok(());
    }
    assert_eq!(shown, excerpt, "run `UPDATE_GOLDEN=1 cargo test --test readme` and read the difference");
    Ok(())
}

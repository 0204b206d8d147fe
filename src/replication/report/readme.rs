//! `README.md`, in the order the social-science data editors ask for.

use std::fmt::Write;

use super::findings::findings;
use super::headlines::headlines;
use super::{bullets, escaped, paragraph};
use crate::replication::run::{Exhibit, Replication};
use crate::replication::words::listed;
use crate::table::Format;
use crate::{Error, datasets};

/// `README.md` in the order the social-science data editors ask for.
pub(in crate::replication) fn readme(replication: &Replication, exhibits: &[Exhibit]) -> Result<String, Error> {
    let mut page = String::new();
    page += "# Replication of \"China–North Korea Trade: Trends, Facts, & Myths\"\n\n\
             Written by `yalu replicate`, version ";
    page += env!("CARGO_PKG_VERSION");
    page += ". Nothing here was edited by hand.\n\n## Overview\n\n";
    page += &paragraph(&format!(
        "The paper rests on one causal claim: that after South Korea's measures of May 24, 2010, North Korea's exports to China, \
         above all anthracite, Granger-cause its imports from China and not the reverse, and that minerals' falling price and \
         volume then shrank the trade. This package holds {} claims of the paper against its own tables and against outside \
         figures, tests causality and change on every public sample, and splits the minerals' revenue into price and volume. \
         All flows are seen from North Korea: what China books as imports are North Korea's exports.",
        replication.ledger.len()
    ));
    page += &replication.ledger.summary().render(Format::Markdown);
    page += "\nEach verdict with its reason is in `claims.md`. What does not hold, among others:\n\n";
    bullets(&mut page, &headlines(&replication.ledger));
    page += &findings(replication)?;
    page += "## Data availability and provenance\n\nAll data are embedded in the program and can be read with `yalu data show NAME`. \
             They are figures transcribed from the publications named; nothing is interpolated.\n\n### Dataset list\n\n";
    page += &data_sets()?;
    page += "\n## Computational requirements\n\n\
             - Software: Rust (cargo) and the crates fixed in `Cargo.lock`; nothing else.\n\
             - Randomness: the sizes of the tests, the bands of responses, the bounds test's law and the seasonal unit-root tests' are simulated with ChaCha8, one stream for each draw, seed 1 (see `manifest.json`).\n\
             - Time and memory: under two seconds and under 100 MB on an ordinary computer; no network.\n\n\
             ## Description of programs\n\n\
             One program, `yalu`. `replicate` writes this directory; each table below names the public function that computes it.\n\n\
             ## Instructions to replicators\n\n\
             1. `cargo run --release -- replicate --out results`\n\
             2. `cargo run --release -- replicate --check results` recomputes everything and compares byte for byte.\n\
             3. With a monthly file of your own, whose columns are a month, exports and imports:\n   \
             `yalu granger FILE --cause exports --effect imports --lags 1:12` and\n   \
             `yalu regress FILE \"imports ~ exports * post(2010-06)\" --cov nw:12`.\n\n\
             ## List of tables and claims\n\n\
             Each table is in `tables/` as text, Markdown, LaTeX, HTML, CSV and JSON; `manifest.json` has the full lists of claims.\n\n\
             | table | what it shows | computed by | claims |\n|---|---|---|---|\n";
    for exhibit in exhibits {
        let _ = writeln!(
            page,
            "| `{}` | {} | `yalu::{}` | {} |",
            exhibit.table.id(),
            escaped(exhibit.table.title()),
            exhibit.function,
            exhibit.claims.len()
        );
    }
    page += "\n## References\n\n\
             - *China–North Korea Trade: Trends, Facts, & Myths*, Joint U.S.–Korea Academic Studies, Korea Economic Institute of \
             America, 2016.\n\
             - Breitung, J. and Candelon, B. (2006), *Journal of Econometrics* 132, 363–378.\n\
             - Johansen, S. (1995), *Likelihood-Based Inference in Cointegrated Vector Autoregressive Models*, Oxford University Press.\n\
             - Toda, H. Y. and Yamamoto, T. (1995), *Journal of Econometrics* 66, 225–250.\n\
             - Newey, W. K. and West, K. D. (1987), *Econometrica* 55, 703–708.\n\
             - Bennet, T. L. (1920), *Journal of the Royal Statistical Society* 83, 455–462.\n";
    Ok(page)
}

/// The bundled data sets, then what several of them share: terms and sources.
fn data_sets() -> Result<String, Error> {
    let mut page = String::from("| data file | what | unit | vintage | terms | source |\n|---|---|---|---|---|---|\n");
    let (mut terms, mut sources): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for dataset in datasets::all()? {
        let from: Vec<String> =
            dataset.sources().iter().map(|source| format!("S{}", number_in(&mut sources, &source.title))).collect();
        let term = number_in(&mut terms, dataset.terms());
        let cells = [dataset.title(), dataset.unit(), dataset.vintage()].map(escaped);
        let _ = writeln!(page, "| `{}` | {} | T{term} | {} |", dataset.file(), cells.join(" | "), listed(&from));
    }
    for (letter, texts) in [("T", terms), ("S", sources)] {
        page.push('\n');
        for (i, text) in texts.iter().enumerate() {
            let _ = writeln!(page, "- {letter}{}: {text}", i + 1);
        }
    }
    Ok(page)
}

/// The place of a text among those seen, from 1; a new one is added.
fn number_in(seen: &mut Vec<String>, text: &str) -> usize {
    match seen.iter().position(|other| other == text) {
        Some(at) => at + 1,
        None => {
            seen.push(text.to_owned());
            seen.len()
        }
    }
}

//! The replication in words: the terminal's summary, the README, the ledger as a page.

use std::fmt::Write;

use super::causality::{Direction, Form};
use super::claims::{Entry, Ledger, Value};
use super::price_volume::MineralChange;
use super::run::{Exhibit, LEVEL, Replication};
use crate::decomposition::Method;
use crate::table::{Format, NumberFormat};
use crate::{Error, datasets};

/// The contradictions that a reader should see first, by claim.
const FIRST: [&str; 8] = [
    "balance-consecutive-falls",
    "effects-exports-fall",
    "table1-total-2013",
    "table2-total-2014",
    "imports-sharpest-petroleum",
    "imports-only-two-below-overall",
    "volume-largely-made-up",
    "anthracite-revenue-fall-2014",
];

/// What the replication comes to, in lines of at most 100 characters.
pub(super) fn summary(replication: &Replication) -> Result<String, Error> {
    let mut out = String::new();
    let ledger = &replication.ledger;
    let counts: Vec<String> = ledger.counts().iter().map(|(verdict, count)| format!("{count} {verdict}")).collect();
    line(&mut out, &format!("The ledger: {} claims — {}.", ledger.len(), counts.join(", ")));
    let identities = replication.audit.iter().count();
    let failing = replication.audit.mismatches().count();
    line(
        &mut out,
        &format!("The tables: {failing} of {identities} identities fail beyond rounding. Among what does not hold:"),
    );
    for entry in first_differences(ledger) {
        line(&mut out, &format!("  · {}", in_a_line(entry)));
    }
    out.push('\n');
    line(&mut out, &causality_in_words(replication)?);
    out.push('\n');
    line(&mut out, &before_after_in_words(replication));
    out.push('\n');
    for change in &replication.price_volume.changes {
        line(&mut out, &price_volume_in_words(change));
    }
    Ok(out)
}

/// Differing entries: those a reader should see first, or the first of the ledger if an id has changed.
fn first_differences(ledger: &Ledger) -> Vec<&Entry> {
    let mut entries: Vec<&Entry> =
        FIRST.iter().filter_map(|id| ledger.get(id).ok()).filter(|entry| entry.verdict.differs()).collect();
    for entry in ledger.differing() {
        if entries.len() >= FIRST.len() {
            break;
        }
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    entries
}

fn in_a_line(entry: &Entry) -> String {
    let ours = match &entry.ours {
        Some(Value::Number(number)) => NumberFormat::Significant(5).format(*number),
        Some(Value::Words(words)) => words.clone(),
        None => "nothing".to_owned(),
    };
    format!("{} — the paper: {}; we find: {ours}", entry.statement, entry.paper)
}

/// What the specifications say together, and what they cannot say.
pub(super) fn causality_in_words(replication: &Replication) -> Result<String, Error> {
    let causality = &replication.causality;
    let total = causality.specifications.len();
    let count = |convention: &str, direction: Direction| {
        causality.counts(convention, LEVEL).into_iter().find(|(d, _)| *d == direction).map_or(0, |(_, n)| n)
    };
    let mut words = format!(
        "Causality: of {total} specifications on public figures, F at 5 % supports exports → imports alone in {}, imports → \
         exports alone in {}, both in {}, neither in {}; {} are not identified. The monthly result that the paper cites cannot \
         be replicated: its data, lags and form were never published.",
        count("F", Direction::ExportsOnly),
        count("F", Direction::ImportsOnly),
        count("F", Direction::Both),
        count("F", Direction::Neither),
        count("F", Direction::NotIdentified),
    );
    if let Some(found) = causality.find("corrected", Form::TodaYamamotoWithSouthernTrade, 1)
        && let (Some(f), Some(chi2)) = (found.forward.p_value("F"), found.forward.p_value("chi2-ml"))
    {
        let _ = write!(
            words,
            " How \"one-way\" can be had from fourteen years: in levels with 2009 whole and trade with the South, the asymptotic \
             χ² gives exports → imports p = {chi2:.3} and the reverse {:.3}; F gives {f:.3} and {:.3}, and in simulation that χ² \
             rejects a true null about three times in ten.",
            found.backward.p_value("chi2-ml").unwrap_or(1.0),
            found.backward.p_value("F").unwrap_or(1.0),
        );
    }
    Ok(words)
}

fn before_after_in_words(replication: &Replication) -> String {
    let before_after = &replication.before_after;
    let tested = before_after.comparisons.len();
    let p = |comparison: &super::before_after::Comparison| {
        comparison.chow.reports().first().and_then(|report| report.p()).map(|p| p.value())
    };
    let rejected = before_after.comparisons.iter().filter(|c| p(c).is_some_and(|p| p < LEVEL)).count();
    let dates: Vec<String> = before_after
        .chosen_dates
        .iter()
        .filter(|(_, equation, ..)| *equation == super::before_after::Equation::Logs)
        .map(|(sample, _, date, _)| format!("{date} ({sample})"))
        .collect();
    format!(
        "Before and after May 24, 2010: Chow's F rejects equal coefficients at 5 % in {rejected} of {tested} comparisons. In logs the data \
         themselves would put the break at {}. Imports on anthracite cannot be compared: its yearly revenues have a gap and \
         three definitions.",
        dates.join(", ")
    )
}

fn price_volume_in_words(change: &MineralChange) -> String {
    match change.by(Method::Bennet) {
        Some(bennet) => format!(
            "{}: {:+.1} million dollars = price {:+.1}, volume {:+.1} (Bennet).",
            change.title, bennet.total.change, bennet.total.price, bennet.total.volume
        ),
        None => change.title.clone(),
    }
}

/// Appends a paragraph, broken at 100 characters.
fn line(out: &mut String, text: &str) {
    const WIDTH: usize = 100;
    let indent = if text.starts_with("  ") { "    " } else { "" };
    let mut width = 0;
    for (i, word) in text.split(' ').enumerate() {
        let length = word.chars().count();
        if i > 0 && width + 1 + length > WIDTH {
            let _ = write!(out, "\n{indent}{word}");
            width = indent.len() + length;
        } else {
            let space = if i > 0 { " " } else { "" };
            let _ = write!(out, "{space}{word}");
            width += space.len() + length;
        }
    }
    out.push('\n');
}

/// The ledger as a page: counts, what differs, then everything.
pub(super) fn claims(ledger: &Ledger) -> String {
    let mut page = String::from(
        "# The ledger\n\nEvery number and every testable sentence of the paper, in its order. A verdict is computed from the digits \
         printed; nothing is declared.\n\n",
    );
    page += &ledger.summary().render(Format::Markdown);
    page += "\n## What does not hold\n\n";
    for entry in ledger.differing() {
        let _ =
            writeln!(page, "- **{}** ({}): {}. {}", entry.id, entry.place, in_a_line(entry), sentence(&entry.reason));
    }
    page += "\n## Every claim\n\n";
    page += &ledger.table().render(Format::Markdown);
    page
}

/// With a capital and a full stop.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().map_or(String::new(), |c| c.to_uppercase().collect());
    let end = if words.ends_with('.') { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}

/// `README.md` in the order the social-science data editors ask for.
pub(super) fn readme(replication: &Replication, exhibits: &[Exhibit]) -> Result<String, Error> {
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
    page.push('\n');
    page += &paragraph(&causality_in_words(replication)?);
    page += &paragraph(&before_after_in_words(replication));
    for change in &replication.price_volume.changes {
        let _ = writeln!(page, "- {}", price_volume_in_words(change));
    }
    page += "\n### What can and cannot be concluded\n\n\
             - The cited monthly regression cannot be reproduced or refuted here: its data, lags and form are not public.\n\
             - Fourteen yearly observations cannot decide the direction of causality: with so few rows asymptotic tests find \
             \"one-way causality\" between unrelated series far more often than their level says; see `tables/causality_size`.\n\
             - The printed year 2009 lacks the months from August on. Every test on the paper's years is shown with it and \
             with 2009 whole, side by side.\n\
             - A test that rejects before or after a date is not a test that the relation changed at that date; the latter \
             is in `tables/before_after`, beside the dates that the data would choose.\n\
             - Unit values are not prices of one good: a change of grade looks like a change of price.\n\n";
    for sample in &replication.samples {
        let _ = writeln!(page, "Sample *{}* ({}): {}.\n", sample.title, sample.exports.sample(), sample.caveat);
    }
    page += "## Data availability and provenance\n\nAll data are embedded in the program and can be read with `yalu data show NAME`. \
             They are figures transcribed from the publications named; nothing is interpolated.\n\n### Dataset list\n\n\
             | data file | what | unit | vintage | terms | source |\n|---|---|---|---|---|---|\n";
    for dataset in datasets::all()? {
        let sources: Vec<&str> = dataset.sources().iter().map(|source| source.title.as_str()).collect();
        let cells =
            [dataset.title(), dataset.unit(), dataset.vintage(), dataset.terms(), &sources.join("; ")].map(escaped);
        let _ = writeln!(page, "| `{}` | {} |", dataset.file(), cells.join(" | "));
    }
    page += "\n## Computational requirements\n\n\
             - Software: Rust (cargo) and the crates fixed in `Cargo.lock`; nothing else.\n\
             - Randomness: the sizes of the tests are simulated with ChaCha8, one stream for each draw, seed 1 (see `manifest.json`).\n\
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
             - Toda, H. Y. and Yamamoto, T. (1995), *Journal of Econometrics* 66, 225–250.\n\
             - Newey, W. K. and West, K. D. (1987), *Econometrica* 55, 703–708.\n\
             - Bennet, T. L. (1920), *Journal of the Royal Statistical Society* 83, 455–462.\n";
    Ok(page)
}

fn paragraph(text: &str) -> String {
    format!("{text}\n\n")
}

/// Without what would end a Markdown cell.
fn escaped(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

//! The paper's questions, each with what is found and what can and cannot be concluded.

use super::{bullets, paragraph, price_volume_in_words};
use crate::replication::causality::Direction;
use crate::replication::run::{LEVEL, Replication};
use crate::replication::words::{capitalised, sentence};

/// The paper's questions, each with what is found and what can and cannot be concluded.
pub(super) fn findings(replication: &Replication) -> String {
    let (causality, mut page) = (&replication.causality, String::new());
    page += "\n## Findings\n\n### Do exports Granger-cause imports, or imports exports?\n\n\
             The monthly regression that the paper cites can be neither reproduced nor refuted here: its data, lags and form \
             were never published. What follows are other samples, by the F test; every p-value is in `tables/causality`.\n\n";
    for words in causality.in_words(LEVEL) {
        page += &paragraph(&words);
    }
    for sample in &replication.samples {
        let (title, span) = (capitalised(sample.title), sample.exports.sample());
        page += &paragraph(&format!("**{title}**, {span}. {}", sentence(sample.caveat)));
        bullets(&mut page, &causality.of_sample_in_words(sample.id, LEVEL));
        page.push('\n');
    }
    let tests = 2 * (causality.specifications.len() - causality.count("F", LEVEL, Direction::NotIdentified));
    page += &paragraph(&format!(
        "{tests} tests at {} % are expected to reject {:.0} true nulls were they independent and exact, so a handful of \
         rejections is no finding.",
        100.0 * LEVEL,
        LEVEL * tests as f64
    ));
    page += "What can be concluded: on the paper's own years nothing points one way that does not depend on the convention \
             of the p-value. What cannot: that there is no causality, for fourteen years could hardly show it; that causality \
             within months is as within years; or that \"Granger-causes\" means more than \"helps to predict\".\n\n";
    page += &long_run(replication);
    page += "### Did imports follow exports otherwise after May 24, 2010?\n\n";
    bullets(&mut page, &replication.before_after.in_words(LEVEL));
    page += "\nA test that rejects before or after a date is not a test that the relation changed at that date. North Korea \
             itself halted coal exports from the second half of 2009 to February 2010, so a rise \"after May 2010\" starts \
             from an artificially low base. What the figures cannot carry is in `tables/not_identified`.\n\n\
             ### Price or volume?\n\nUSD million, by Bennet's method:\n\n";
    let splits: Vec<String> = replication.price_volume.changes.iter().map(|c| price_volume_in_words(c) + ".").collect();
    bullets(&mut page, &splits);
    page += "\nOther weightings, with the interaction that Bennet's method halves, are in `tables/price_volume_*`. Unit values \
             are not prices of one good: a change of grade looks like a change of price. Tables 5 and 6 print no quantities, so \
             their items have contributions to growth and no split.\n\n";
    page
}

/// Orders of integration and cointegration: what a test in levels rests on.
fn long_run(replication: &Replication) -> String {
    let mut page = "### Do exports and imports move together in the long run?\n\n\
                    A test of causality in levels rests on the order of integration, one in changes supposes that nothing \
                    holds the levels together. Every p-value is in `tables/integration` and `tables/cointegration`.\n\n"
        .to_owned();
    bullets(&mut page, &replication.long_run.in_words(LEVEL));
    page.push('\n');
    page += &paragraph(&replication.long_run.on_d(LEVEL));
    page + "A relation that is not found in fourteen years is not one that is absent, and one that is found may be two trends \
            that happened to run together.\n\n"
}

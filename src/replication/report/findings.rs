//! The paper's questions, each with what is found and what can and cannot be concluded.

use super::{bullets, paragraph, price_volume_in_words};
use crate::Error;
use crate::replication::causality::Direction;
use crate::replication::run::{LEVEL, Replication};
use crate::replication::words::{capitalised, sentence};

/// The paper's questions, each with what is found and what can and cannot be concluded.
///
/// # Errors
/// Only if a series lacks its name.
pub(super) fn findings(replication: &Replication) -> Result<String, Error> {
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
    page += &system(replication);
    page += &long_run(replication);
    page += &shocks(replication)?;
    page += &before_and_after(replication);
    page += "### Price or volume?\n\nUSD million, by Bennet's method:\n\n";
    let splits: Vec<String> = replication.price_volume.changes.iter().map(|c| price_volume_in_words(c) + ".").collect();
    bullets(&mut page, &splits);
    page += "\nOther weightings, with the interaction that Bennet's method halves, are in `tables/price_volume_*`. Unit values \
             are not prices of one good: a change of grade looks like a change of price. Tables 5 and 6 print no quantities, so \
             their items have contributions to growth and no split.\n\n";
    Ok(page)
}

/// The measures of May 24: the slope, the date that the data choose, rival explanations, causality, anthracite.
fn before_and_after(replication: &Replication) -> String {
    let evidence = &replication.before_after;
    let mut page = "### Did imports follow exports otherwise after May 24, 2010?\n\n\
                    Regressions of imports on exports, both coefficients free on either side of every date that \"after May 24\" can \
                    mean, with Newey and West's errors (`tables/before_after`).\n\n"
        .to_owned();
    bullets(&mut page, &evidence.slopes_in_words(LEVEL));
    page += "\nA test that rejects before or after a date is not a test that the relation changed at that date. North Korea \
             itself halted coal exports from the second half of 2009 to February 2010, so a rise \"after May 2010\" starts \
             from an artificially low base.\n\n\
             ### Would the data have chosen that date?\n\n\
             Every date is tried (`tables/chosen_dates`, `tables/chosen_breaks`, `tables/placebo_dates`).\n\n";
    bullets(&mut page, &[evidence.chosen_in_words(LEVEL), evidence.placebo_in_words()]);
    page += "\nExports and imports both grew, so a regression of one on the other breaks wherever a trend bends; that a date is \
             significant by itself says little where most dates are.\n\n\
             ### Do rival explanations take the change away?\n\n\
             A second date at the end of 2013, crude oil leaving the records in 2014, 2009 by itself, trade with South Korea, a trend, \
             the sanctions of 2017: each sample with those that it can hold, in every combination (`tables/rivals`, \
             `tables/rivals_combinations`).\n\n";
    let mut rivals = evidence.rivals_in_words(LEVEL);
    rivals.extend(evidence.end_of_2013_in_words(LEVEL));
    bullets(&mut page, &rivals);
    page += "\nA rival that takes the change away need not be the cause of it, and one that the measures moved, as they did trade \
             with South Korea, is a way by which they work.\n\n\
             ### Did causality itself change?\n\n\
             One regression with the lags free on either side (`tables/causality_change`).\n\n";
    bullets(&mut page, &evidence.causality_in_words(LEVEL).into_iter().collect::<Vec<_>>());
    page += "\n### And anthracite?\n\n";
    bullets(&mut page, &[evidence.anthracite_in_words()]);
    page + "\nWhat else the figures cannot carry is in `tables/not_identified`.\n\n"
}

/// With trade with South Korea, and by the length of the cycle.
fn system(replication: &Replication) -> String {
    let systems = &replication.systems;
    let mut page = "### Does trade with South Korea change the answer?\n\n\
                    It is unbroken in the paper's own years alone. Every direction among the three series is in \
                    `tables/southern_trade`.\n\n"
        .to_owned();
    bullets(&mut page, &systems.southern_trade.in_words(LEVEL));
    page += "\n### Over which cycles does one flow lead?\n\n\
             Asked of the samples of thirty years or more, at the trend and at cycles of 2 to 20 years; each is a test of its \
             own (`tables/causality_by_cycle`).\n\n";
    bullets(&mut page, &systems.cycles.in_words(LEVEL));
    page.push('\n');
    page
}

/// Error correction and responses: what rests on a relation assumed, and on an order assumed.
fn shocks(replication: &Replication) -> Result<String, Error> {
    let systems = &replication.systems;
    let mut page = "### And if they did have a long-run relation?\n\n\
                    Error-correction models with one relation assumed; all in `tables/error_correction_models` and \
                    `tables/error_correction`.\n\n"
        .to_owned();
    bullets(&mut page, &systems.error_correction.in_words(LEVEL));
    page += "\nThe model cannot show the relation that it assumes, and an adjustment that independent walks show so often is no \
             finding.\n\n### What follows a shock?\n\n\
             Autoregressions of changes of logarithms, responses added up; 0.1 is about ten percent, bands of 95 % in \
             parentheses (`tables/shocks`, `tables/responses`, `tables/responses_cumulative`).\n\n";
    bullets(&mut page, &systems.responses.in_words()?);
    Ok(page
        + "\nA generalised response between two series is that with the shocked series first: it decides nothing. Which flow moves \
           first within a period is an assumption, so none of this says that one drives the other.\n\n")
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

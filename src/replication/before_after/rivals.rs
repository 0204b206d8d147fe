//! Rival explanations: does the change of the slope survive a second date, crude oil, 2009, trade with South Korea, a trend?

use super::Equation;
use crate::event::rivals::RivalStep;
use crate::event::{RivalExplanations, RivalPath};
use crate::replication::samples::TradeSample;
use crate::replication::words::{a_range, capitalised};
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{Error, Frame, Frequency, Period};

/// The change of the slope in one equation on one sample, as rivals enter.
#[derive(Debug, Clone)]
pub struct RivalsOfTheDate {
    /// The sample in words.
    pub title: &'static str,
    /// The equation.
    pub equation: Equation,
    /// The first period after the measures: the earliest that this sample allows.
    pub date: Period,
    /// The path.
    pub path: RivalPath,
}

/// Every sample and form, at the sample's first date.
pub(super) fn compute(samples: &[TradeSample]) -> Result<Vec<RivalsOfTheDate>, Error> {
    let mut all = Vec::new();
    for sample in samples {
        let frame = sample.frame()?;
        let frame = match &sample.southern_trade {
            Some(south) => frame.with_series(&south.clone().rename("southern_trade"))?,
            None => frame,
        };
        let Some(date) = sample.dates.first().copied() else { continue };
        for equation in Equation::ALL {
            let path = path(sample, &frame, equation, date)?;
            all.push(RivalsOfTheDate { title: sample.title, equation, date, path });
        }
    }
    Ok(all)
}

fn path(sample: &TradeSample, frame: &Frame, equation: Equation, date: Period) -> Result<RivalPath, Error> {
    let slope = equation.slope();
    let question = RivalExplanations::of(frame, format!("{} * post({date})", equation.formula()))
        .coefficient(format!("{slope}:post({date})"));
    let rivals = rivals(sample, equation);
    rivals.into_iter().fold(question, |question, (name, terms)| question.rival(name, terms)).run()
}

/// What else could have changed the relation, as far as this sample can hold it.
fn rivals(sample: &TradeSample, equation: Equation) -> Vec<(&'static str, String)> {
    let (slope, changes) = (equation.slope(), equation == Equation::LogChanges);
    let last = sample.exports.sample().last;
    let reaches = |year: i32| matches!(last, crate::Stamp::Period(last) if last >= Period::annual(year));
    let mut rivals = Vec::new();
    if sample.frequency() == Frequency::Annual {
        // A shift of the level for good is a pulse in changes.
        rivals.push(("oil 2014", if changes { "pulse(2014)".to_owned() } else { "post(2014)".to_owned() }));
        if reaches(2020) {
            let level = if changes { "post(2014) + " } else { "" };
            rivals.push(("end of 2013", format!("{level}{slope}:post(2014)")));
            rivals.push(("sanctions 2017", format!("post(2017) + {slope}:post(2017)")));
        }
    }
    match (sample.frequency(), changes) {
        (Frequency::HalfYearly, false) => rivals.push(("coal halt 2009H2", "pulse(2009H2)".to_owned())),
        (Frequency::HalfYearly, true) => rivals.push(("coal halt 2009H2", "pulse(2009H2) + pulse(2010H1)".to_owned())),
        (_, false) => rivals.push(("2009", "pulse(2009)".to_owned())),
        (_, true) => rivals.push(("2009", "pulse(2009) + pulse(2010)".to_owned())),
    }
    if sample.southern_trade.is_some() {
        let south = match equation {
            Equation::Levels => "southern_trade",
            Equation::Logs => "log(southern_trade)",
            Equation::LogChanges => "dlog(southern_trade)",
        };
        rivals.push(("the South", south.to_owned()));
    }
    if !changes {
        rivals.push(("trend", "trend()".to_owned()));
    }
    rivals
}

/// A row for each sample and form: the change alone, with all rivals in, and over all combinations.
pub(super) fn table(all: &[RivalsOfTheDate]) -> Table {
    let mut table =
        Table::new("rivals", "The change of the slope of imports on exports after May 24, 2010, as rivals enter")
            .column(Column::text("form", "Form"))
            .column(Column::text("first_after", "After from"))
            .column(Column::number("n", "N"))
            .column(Column::number("alone", "Change").under("No rival"))
            .column(Column::number("alone_p", "p").under("No rival"))
            .column(Column::number("all", "Change").under("All rivals"))
            .column(Column::number("all_p", "p").under("All rivals"))
            .column(Column::number("combinations", "Count").under("All combinations"))
            .column(Column::number("lowest", "Lowest").under("All combinations"))
            .column(Column::number("highest", "Highest").under("All combinations"))
            .column(Column::number("rejected", "p < 0.05").under("All combinations"))
            .column(Column::machine_only("rivals"));
    let number = |value: f64| Cell::number(value, NumberFormat::Decimals(3));
    let mut group = "";
    for one in all {
        if one.title != group {
            group = one.title;
            let rivals = one.path.full().rivals.join(", ");
            table = table.group(format!("{} (rivals: {rivals})", capitalised(one.title)));
        }
        let mut row =
            vec![Cell::text(one.equation.title()), Cell::text(one.date.to_string()), Cell::count(one.path.sample().n)];
        for step in [one.path.base(), one.path.full()] {
            match &step.coefficient {
                Some(own) => row.extend([number(own.estimate), Cell::p_value(own.p_value)]),
                None => row.extend([Cell::not_available(step.because.clone().unwrap_or_default()), Cell::Empty]),
            }
        }
        row.extend([
            Cell::count(one.path.estimates().count()),
            one.path.range().map_or(Cell::Empty, |(low, _)| number(low)),
            one.path.range().map_or(Cell::Empty, |(_, high)| number(high)),
            Cell::count(one.path.estimates().filter(|own| own.p_value < 0.05).count()),
            Cell::text(one.path.full().rivals.join(", ")),
        ]);
        table.push_row(row);
    }
    let sizes = all.iter().filter_map(|one| Some(100.0 * one.path.sizes()?[1].value()));
    table
        .note("Imports on a constant and exports, both free after the date; the change of the slope, by least squares with classical errors, since a dummy for one period has no robust one. Every combination of rivals on the same rows.")
        .note("Oil 2014: a shift of the level when crude oil left China's records. End of 2013: the slope too, when cooperation platforms were suspended; years cannot tell the two apart. 2009: its own dummy, for the months withheld in the figures as printed and the halt of coal exports. The South: trade with South Korea, in the equation's form, unbroken in the paper's years alone. Sanctions 2017: level and slope. In changes of logs a shift is a pulse, and a trend is no rival.")
        .note(format!(
            "With all rivals in, the test of the change rejects a true null at 5 % in {} of simulated samples with AR(1) errors, ρ = 0.5.",
            a_range(sizes, " %")
        ))
        .note("A rival that the measures themselves moved, as they did trade with South Korea, is a way by which they work: held fixed, it takes part of the effect away.")
}

/// Every combination on every sample in every form: what a figure is drawn from.
pub(super) fn combinations_table(all: &[RivalsOfTheDate]) -> Table {
    let mut table =
        Table::new("rivals_combinations", "The change of the slope after May 24, 2010, in every combination of rivals")
            .column(Column::text("form", "Form"))
            .column(Column::text("first_after", "After from"))
            .column(Column::text("rivals", "Rivals in"))
            .column(Column::number("estimate", "Change"))
            .column(Column::number("std_error", "(s.e.)"))
            .column(Column::number("conf_low", "Low").under("95 % interval"))
            .column(Column::number("conf_high", "High").under("95 % interval"))
            .column(Column::number("p", "p"))
            .column(Column::number("k", "k"));
    let number = |value: f64| Cell::number(value, NumberFormat::Decimals(3));
    let mut group = "";
    for one in all {
        if one.title != group {
            group = one.title;
            table = table.group(capitalised(one.title));
        }
        for step in by_number(one.path.combinations()) {
            let title = if step.rivals.is_empty() { "none".to_owned() } else { step.rivals.join(" + ") };
            let mut row = vec![Cell::text(one.equation.title()), Cell::text(one.date.to_string()), Cell::text(title)];
            match &step.coefficient {
                Some(own) => row.extend([
                    number(own.estimate),
                    Cell::in_parentheses(own.std_error, NumberFormat::Decimals(3)),
                    number(own.conf_low),
                    number(own.conf_high),
                    Cell::p_value(own.p_value),
                ]),
                None => {
                    row.push(Cell::not_available(step.because.clone().unwrap_or_default()));
                    row.resize(8, Cell::Empty);
                }
            }
            row.push(Cell::count(step.parameters));
            table.push_row(row);
        }
    }
    table.note("As in the table of rivals; k coefficients in all.")
}

/// Few rivals before many; of as many, in the order in which they were named.
fn by_number(combinations: &[RivalStep]) -> Vec<&RivalStep> {
    let mut steps: Vec<&RivalStep> = combinations.iter().collect();
    steps.sort_by_key(|step| step.rivals.len());
    steps
}

/// In how many samples and forms the change is found without rivals, and in how many of these with all.
fn found_and_kept(all: &[RivalsOfTheDate], level: f64) -> (usize, usize) {
    let found = |step: &RivalStep| step.coefficient.as_ref().is_some_and(|own| own.p_value < level);
    let alone = all.iter().filter(|one| found(one.path.base()));
    (alone.clone().count(), alone.filter(|one| found(one.path.full())).count())
}

/// What stands beside the claim that the relation changed then.
pub(super) fn beside_the_claim(all: &[RivalsOfTheDate], level: f64) -> String {
    let (alone, kept) = found_and_kept(all, level);
    format!(
        "the slope of imports on exports changed at {} % in {alone} of {} samples and forms, and with rival explanations held fixed in \
         {kept} of these",
        100.0 * level,
        all.len()
    )
}

/// How often the change is there without rivals and with all, where its sign holds, and the two dates in one model.
pub(super) fn in_words(all: &[RivalsOfTheDate], level: f64) -> Vec<String> {
    let (alone, kept) = found_and_kept(all, level);
    let one_sign = all.iter().filter(|one| one.path.range().is_some_and(|(low, high)| low > 0.0 || high < 0.0));
    let mut words = vec![format!(
        "At {} % the slope of imports on exports changed at the first date of the measures in {alone} of {} samples and forms without \
         rivals, and with all rivals in {kept} of these; over all combinations its change has one sign in {} of {}.",
        100.0 * level,
        all.len(),
        one_sign.count(),
        all.len()
    )];
    let has_south = |one: &&RivalsOfTheDate| one.path.full().rivals.iter().any(|name| name == "the South");
    let logs = |one: &&RivalsOfTheDate| one.equation == Equation::Logs;
    words.extend(all.iter().filter(logs).filter(has_south).filter_map(in_the_papers_years));
    words.extend(all.iter().filter(logs).find_map(two_dates));
    words
}

/// The paper's own years: the change alone, with all rivals, and what took it away.
fn in_the_papers_years(one: &RivalsOfTheDate) -> Option<String> {
    let [alone, with] = [one.path.base(), one.path.full()].map(|step| step.coefficient.as_ref());
    let (alone, with) = (alone?, with?);
    let mut takes: Vec<_> = one.path.takes().iter().collect();
    takes.sort_by(|a, b| b.takes.abs().total_cmp(&a.takes.abs()));
    let most: Vec<String> = takes.iter().take(2).map(|rival| format!("{} {:.2}", rival.rival, rival.takes)).collect();
    Some(format!(
        "On \"{}\" in logs the change is {:.2} (p = {:.3}) without rivals and {:.2} (p = {:.3}) with all; the largest parts are taken \
         by {} (Gelbach).",
        one.title,
        alone.estimate,
        alone.p_value,
        with.estimate,
        with.p_value,
        most.join(" and ")
    ))
}

/// Both dates in one model, where the sample has years enough after the second.
fn two_dates(one: &RivalsOfTheDate) -> Option<String> {
    let place = one.path.full().rivals.iter().position(|name| name == "end of 2013")?;
    let p = |i: usize| one.path.reports().get(i)?.p().map(|p| p.value());
    Some(format!(
        "With both dates in one model, and the other rivals, on \"{}\" in logs: the slope's change in {} has p = {:.3}, that at the \
         end of 2013 p = {:.3}.",
        one.title,
        one.date,
        p(0)?,
        p(1 + place)?
    ))
}

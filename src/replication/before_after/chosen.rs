//! The date that the data would have chosen, how many, and how the dates of the measures do among all others.

use super::{Equation, lags};
use crate::breaks::bai_perron::{BaiPerronResult, Intervals};
use crate::breaks::sup_f::{BreakBootstrap, BreakErrors, DateRank, SupFResult};
use crate::breaks::{BaiPerron, BreakCriterion, BreakDate, SupF};
use crate::regression::Covariance;
use crate::replication::samples::TradeSample;
use crate::replication::words::{capitalised, listed};
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{Design, Error, HypothesisTest, Outcome, Period, TestReport};

/// From so many rows on a sample is searched for several breaks, and with HAC errors.
const LONG: usize = 30;
const DRAWS: usize = 999;
const SEED: u64 = 1;

/// One equation on one sample, its date chosen by the data.
#[derive(Debug, Clone)]
pub struct ChosenDate {
    /// The sample in words.
    pub title: &'static str,
    /// The equation.
    pub equation: Equation,
    /// F at every date.
    pub found: SupFResult,
    /// p of the largest F, its regressors as they are and its errors drawn with their own variances.
    pub bootstrap: BreakBootstrap,
    /// Wald's statistic with HAC errors at every date; `None` where regimes are too short for such errors.
    pub robust: Option<SupFResult>,
    /// Up to three breaks; `None` in samples of fewer than thirty rows.
    pub breaks: Option<BaiPerronResult>,
    /// The dates of the measures, and the rival one, each among all others; `None` where too few rows lie after.
    pub ranks: Vec<(Period, Option<DateRank>)>,
}

impl ChosenDate {
    pub(super) fn of(sample: &TradeSample, equation: Equation, design: &Design) -> Result<Self, Error> {
        let long = design.nobs() >= LONG;
        let trim = if long { 0.15 } else { 0.25 };
        let search = SupF::of(design).trim(trim);
        let found = search.run()?;
        let robust = search.covariance(Covariance::newey_west(lags(design.nobs())));
        Ok(Self {
            title: sample.title,
            equation,
            bootstrap: found.bootstrap(BreakErrors::Heteroskedastic, DRAWS, SEED)?,
            robust: if long { Some(robust.run()?) } else { None },
            breaks: if long { Some(BaiPerron::of(design).breaks(3).run()?) } else { None },
            ranks: sample.dates.iter().map(|date| (*date, found.rank_of(*date).ok())).collect(),
            found,
        })
    }

    /// `2004|2005 on "half-years" (F 27.3, p 0.0550)`.
    fn in_words(&self) -> String {
        let p = NumberFormat::PValue.format(self.bootstrap.sup);
        format!("{} on \"{}\" (F {:.1}, p {p})", self.found.date(), self.title, self.found.f())
    }
}

/// A row for each sample and form: the date, F there, and what it comes to.
pub(super) fn dates_table(all: &[ChosenDate]) -> Table {
    let mut table = Table::new("chosen_dates", "Imports on exports: the break that the data themselves would choose")
        .column(Column::text("form", "Form"))
        .column(Column::number("n", "N"))
        .column(Column::text("break", "Last before|first after"))
        .column(Column::number("f", "F there"))
        .column(Column::number("hansen_p", "Hansen").under("p"))
        .column(Column::number("bootstrap_p", "Bootstrap").under("p"))
        .column(Column::text("hac_break", "Break").under("HAC"))
        .column(Column::number("hac_f", "W/2").under("HAC"))
        .column(Column::number("hac_p", "p").under("HAC"));
    for (one, heading) in grouped(all) {
        if let Some(heading) = heading {
            table = table.group(heading);
        }
        let mut row = vec![
            Cell::text(one.equation.title()),
            Cell::count(one.found.sample().n),
            Cell::text(one.found.date().to_string()),
            Cell::number(one.found.f(), NumberFormat::Decimals(2)),
            p_of(&one.found.report()),
            Cell::p_value(one.bootstrap.sup),
        ];
        match &one.robust {
            Some(robust) => row.extend([
                Cell::text(robust.date().to_string()),
                Cell::number(robust.f(), NumberFormat::Decimals(2)),
                p_of(&robust.report()),
            ]),
            None => row.extend([Cell::not_available("regimes are too short for HAC errors")]),
        }
        table.push_row(row);
    }
    table
        .note("The largest Chow F over dates with a quarter of the rows on either side, 15 % from 30 rows on; both coefficients change. The date is the data's choice, so F is not compared with F tables.")
        .note(format!("p: Hansen's (1997) approximation to Andrews' law, for large samples and errors of one variance; Hansen's (2000) fixed-regressor bootstrap, variances as they are, {DRAWS} draws, seed {SEED}. On 13 to 22 rows read the second."))
        .note("HAC: Newey and West's Wald statistic over its 2 coefficients, 4(n/100)^(2/9) lags; in samples like these it rejects true nulls far too often.")
}

/// A row for each sample of thirty rows or more and form: how many breaks, and when.
pub(super) fn breaks_table(all: &[ChosenDate]) -> Table {
    let mut table = Table::new("chosen_breaks", "Imports on exports: how many breaks, and when")
        .column(Column::text("form", "Form"))
        .column(Column::number("bic", "BIC").under("Breaks by"))
        .column(Column::number("lwz", "LWZ").under("Breaks by"))
        .column(Column::number("sequential", "Sequential").under("Breaks by"))
        .column(Column::text("dates", "By BIC: last before|first after [95 % interval]"));
    for (one, heading) in grouped(all) {
        let Some(breaks) = &one.breaks else { continue };
        if let Some(heading) = heading {
            table = table.group(heading);
        }
        let best = breaks.best(BreakCriterion::Bic);
        table.push_row([
            Cell::text(one.equation.title()),
            Cell::count(best.breaks()),
            Cell::count(breaks.best(BreakCriterion::Lwz).breaks()),
            match breaks.sequential(0.05) {
                Ok(partition) => Cell::count(partition.breaks()),
                Err(error) => Cell::not_available(error.message()),
            },
            Cell::text(if best.breaks() == 0 { "none".to_owned() } else { dates_with_intervals(best) }),
        ]);
    }
    table
        .note("Bai and Perron's exact search, up to three breaks in both coefficients, 15 % of the rows in each regime; sup F(m + 1 | m) at 5 % for the sequential number. Intervals by Bai (1997), a variance in each regime, given as the last years before.")
        .note("These suppose errors without correlation and regressors without a trend, and exports have one: they show where the fit changes most, not why.")
}

/// "1993|1994 [1991, 1995]".
fn dates_with_intervals(partition: &crate::breaks::bai_perron::Partition) -> String {
    let end = |date: Option<BreakDate>| date.map_or("outside".to_owned(), |date| date.last_before.to_string());
    let Ok(intervals) = partition.intervals(Intervals::default()) else { return partition.dates_in_words() };
    let each: Vec<String> = intervals
        .iter()
        .map(|one| format!("{} [{}, {}]", one.date, end(one.lower_date), end(one.upper_date)))
        .collect();
    each.join(", ")
}

/// A row for each date of the measures, or the rival one: F there among the same F at all other dates.
pub(super) fn placebo_table(all: &[ChosenDate]) -> Table {
    let mut table =
        Table::new("placebo_dates", "The same Chow F at every other date: is May 24, 2010 among the largest?")
            .column(Column::text("form", "Form"))
            .column(Column::text("first_after", "After from"))
            .column(Column::number("f", "F there"))
            .column(Column::number("others", "Tried").under("Other dates"))
            .column(Column::number("as_large", "As large").under("Other dates"))
            .column(Column::number("p", "Rank p"))
            .column(Column::text("largest", "Largest at"));
    for (one, heading) in grouped(all) {
        if let Some(heading) = heading {
            table = table.group(heading);
        }
        for (date, rank) in &one.ranks {
            let mut row = vec![Cell::text(one.equation.title()), Cell::text(date.to_string())];
            match rank {
                Some(rank) => row.extend([
                    Cell::number(rank.statistic, NumberFormat::Decimals(2)),
                    Cell::count(rank.others),
                    Cell::count(rank.as_large),
                    Cell::p_value(rank.p),
                ]),
                None => row.extend([
                    Cell::not_available("not identified: too few rows lie after it to be compared with other dates"),
                    Cell::Empty,
                    Cell::Empty,
                    Cell::Empty,
                ]),
            }
            row.push(Cell::text(one.found.date().to_string()));
            table.push_row(row);
        }
    }
    table
        .note("Rank p = (1 + as large)/(1 + tried): exact, whatever the errors, if without a change the date is as good as drawn from those tried. With fewer than 19 other dates it cannot be below 0.05.")
        .note("The dates are those of the table of chosen dates; the true one stays among the others' data, which makes a rank cautious.")
}

/// Each with the heading of its sample where that is new.
fn grouped(all: &[ChosenDate]) -> impl Iterator<Item = (&ChosenDate, Option<String>)> {
    let mut above = "";
    all.iter().map(move |one| {
        let heading = (one.title != above).then(|| capitalised(one.title));
        above = one.title;
        (one, heading)
    })
}

fn p_of(report: &TestReport) -> Cell {
    match &report.outcome {
        Outcome::Computed { p, .. } => Cell::from(*p),
        Outcome::NotApplicable { because } => Cell::not_available(because.clone()),
    }
}

/// Where the data would put the break in logs, and how often what they find is more than chance finds.
pub(super) fn in_words(all: &[ChosenDate], level: f64) -> String {
    let logs: Vec<String> = all.iter().filter(|one| one.equation == Equation::Logs).map(ChosenDate::in_words).collect();
    let rejected = all.iter().filter(|one| one.bootstrap.sup < level).count();
    format!(
        "In logs the data themselves would put the break at {}; p by the bootstrap, which rejects at {} % in {rejected} of {} \
         samples and forms. A rejection at 2010 does not show that the change came then.",
        logs.join(", "),
        100.0 * level,
        all.len()
    )
}

/// Whether the dates of the measures stand out among the others, and whether the rival date does.
pub(super) fn placebo_in_words(all: &[ChosenDate]) -> String {
    let rival = Period::annual(2014);
    let of = |is_rival: bool| -> Vec<(&ChosenDate, DateRank)> {
        let ranked = all.iter().flat_map(|one| one.ranks.iter().map(move |(date, rank)| (one, date, rank)));
        let chosen = ranked.filter(|(_, date, _)| (**date == rival) == is_rival);
        chosen.filter_map(|(one, _, rank)| Some((one, (*rank)?))).collect()
    };
    let (measures, rivals) = (of(false), of(true));
    let first: Vec<&(&ChosenDate, DateRank)> = measures.iter().filter(|(_, rank)| rank.as_large == 0).collect();
    let mut places: Vec<String> = first
        .iter()
        .map(|(one, rank)| format!("\"{}\" in {} from {}", one.title, one.equation.title(), rank.date.first_after))
        .collect();
    places.dedup();
    let whose = if places.is_empty() { String::new() } else { format!(" ({})", listed(&places)) };
    let at_rival = rivals.iter().filter(|(_, rank)| rank.as_large == 0).count();
    format!(
        "At the dates of the measures Chow's F is the largest of all dates in {} of {} comparisons{whose}, at the rival date 2014 in \
         {at_rival} of {}; the median rank p at the measures is {:.2}.",
        first.len(),
        measures.len(),
        rivals.len(),
        median(measures.iter().map(|(_, rank)| rank.p).collect())
    )
}

/// What stands beside the claim that the relation changed then.
pub(super) fn beside_the_claim(all: &[ChosenDate]) -> String {
    let ranks: Vec<DateRank> = all.iter().flat_map(|one| one.ranks.iter().filter_map(|(_, rank)| *rank)).collect();
    let first = ranks.iter().filter(|rank| rank.as_large == 0).count();
    format!(
        "of all dates F of a change is largest at those of the measures or of 2014 in {first} of {} comparisons",
        ranks.len()
    )
}

/// The middle one, or the mean of the two in the middle.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    match values.len() {
        0 => f64::NAN,
        odd if odd % 2 == 1 => values[half],
        _ => 0.5 * (values[half - 1] + values[half]),
    }
}

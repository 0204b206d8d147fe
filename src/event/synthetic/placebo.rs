//! Placebo units: every unit treated in turn, and the rank of the one that was.

use serde::Serialize;

use super::fit::Fit;
use super::result::SyntheticControlResult;
use super::{Posed, words};
use crate::event::base::check_share;
use crate::hypothesis::{NullDistribution, Setting, finds_conventions, reports_itself};
use crate::resampling::{all_threads, spread};
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{Error, Note, Outcome, PValue, Period, TestReport};

/// Ratios that rounding alone sets apart are a tie.
const TIE: f64 = 1e-10;

/// One unit as if it had been treated.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlaceboUnit {
    /// The unit; the first is the one that was treated.
    pub unit: String,
    /// RMSPE before the date.
    pub rmspe_before: f64,
    /// RMSPE from the date on.
    pub rmspe_after: f64,
    /// The second over the first; `None` where the periods before are matched exactly.
    pub ratio: Option<f64>,
    /// The same without the treated unit among the donors.
    pub ratio_donors_only: Option<f64>,
    /// The mean effect from the date on.
    pub average_effect: f64,
    /// The effect in every period.
    #[serde(skip)]
    gaps: Vec<f64>,
}

impl PlaceboUnit {
    /// The gap between the unit and its synthetic counterpart in every period of the sample.
    pub fn gaps(&self) -> &[f64] {
        &self.gaps
    }
}

/// The treated unit among all.
#[derive(Debug, Clone)]
pub struct PlaceboUnits {
    treated: SyntheticControlResult,
    units: Vec<PlaceboUnit>,
    exceeding: usize,
    reports: Vec<TestReport>,
}

/// Treats every unit in turn.
pub(super) fn rank(posed: &Posed, treated: SyntheticControlResult) -> Result<PlaceboUnits, Error> {
    let all = posed.units.names.len();
    let mut fits: Vec<Option<Result<[Fit; 2], Error>>> = vec![None; all];
    spread(&mut fits, all_threads(), |first, part| {
        for (unit, cell) in (first..).zip(part) {
            let donors = |from: usize| -> Vec<usize> { (from..all).filter(|donor| *donor != unit).collect() };
            let fit = |from: usize| posed.fit(unit, &donors(from));
            *cell = Some(fit(0).and_then(|kept| Ok([kept, fit(1)?])));
        }
    });
    let mut units = Vec::with_capacity(all);
    let mut loose = 0;
    for (name, fits) in posed.units.names.iter().zip(fits.into_iter().flatten()) {
        let [kept, without] = fits?;
        loose += usize::from(!kept.unique);
        let finite = |ratio: f64| Some(ratio).filter(|ratio| ratio.is_finite());
        units.push(PlaceboUnit {
            unit: name.clone(),
            rmspe_before: kept.rmspe[0],
            rmspe_after: kept.rmspe[1],
            ratio: finite(kept.ratio()),
            ratio_donors_only: finite(without.ratio()),
            average_effect: kept.average(posed.before),
            gaps: kept.gaps,
        });
    }
    Ok(PlaceboUnits::of(posed, treated, units, loose))
}

impl PlaceboUnits {
    fn of(posed: &Posed, treated: SyntheticControlResult, units: Vec<PlaceboUnit>, loose: usize) -> Self {
        let all = units.len();
        let (outcome, unit, date) = (&treated.outcome, &treated.treated, treated.date);
        let mut notes: Vec<Note> = treated.notes().to_vec();
        let least = NumberFormat::Decimals(4).format(1.0 / all as f64);
        let reach = if all < 20 { ": 5 % cannot be reached" } else { "" };
        notes.push(Note::new(format!(
            "{all} units: the rank's p-value cannot be below {least}{reach}. It is exact where, had the event done nothing, `{unit}` \
             could as well have been any other unit; units chosen for what they are like are not so drawn"
        )));
        let exact = units[1..].iter().filter(|unit| unit.ratio.is_none()).count();
        if exact > 0 {
            let are = if exact == 1 { "one placebo unit is".to_owned() } else { format!("{exact} placebo units are") };
            notes.push(Note::new(format!(
                "{are} matched exactly before the date: an infinite ratio, which counts against the event"
            )));
        }
        if loose > usize::from(!treated.is_unique()) {
            notes.push(Note::new(format!(
                "the weights of {loose} units are not unique, and their ratios could be others"
            )));
        }
        let statistic = |name: &str, unit: &PlaceboUnit| match name {
            "rank" => unit.ratio.unwrap_or(f64::INFINITY),
            "rank-donors-only" => unit.ratio_donors_only.unwrap_or(f64::INFINITY),
            _ => unit.average_effect.abs(),
        };
        let above = |name: &str| {
            let own = statistic(name, &units[0]);
            units[1..].iter().filter(|unit| statistic(name, unit) >= own * (1.0 - TIE)).count()
        };
        let ranked = |convention: &'static str| {
            let own = statistic(convention, &units[0]);
            let donors = if convention == "rank-donors-only" { "without" } else { "with" };
            let by = if convention == "rank-effect" { "mean effect" } else { "ratio of RMSPE" };
            TestReport {
                test: "placebo-units",
                convention,
                null: format!(
                    "{outcome} of {unit} left its synthetic counterpart at {date} no more than that of any other unit"
                ),
                alternative: format!(
                    "{outcome} of {unit} left its synthetic counterpart at {date} more than chance finds in other units"
                ),
                outcome: if own.is_finite() {
                    Outcome::Computed {
                        symbol: if convention == "rank-effect" { "|mean effect|" } else { "ratio" },
                        statistic: own,
                        distribution: NullDistribution::NonStandard("placebo-units", "placebo units"),
                        p: PValue::Exact((1 + above(convention)) as f64 / all as f64),
                    }
                } else {
                    let because = format!(
                        "not identified: the {} periods before the date are matched exactly, and a ratio needs an error there",
                        posed.before
                    );
                    Outcome::NotApplicable { because }
                },
                critical_values: vec![],
                sample: treated.sample,
                settings: vec![
                    Setting::new("treated", unit.clone(), "user"),
                    Setting::new("donors", (all - 1).to_string(), ""),
                    Setting::new("periods before", posed.before.to_string(), ""),
                    Setting::new("statistic", by, ""),
                    Setting::new("placebo donors", format!("{donors} the treated unit"), ""),
                ],
                notes: notes.clone(),
            }
        };
        let reports = ["rank", "rank-donors-only", "rank-effect"].map(ranked).to_vec();
        let exceeding = above("rank");
        Self { treated, units, exceeding, reports }
    }

    /// The treated unit's own estimate.
    pub fn treated(&self) -> &SyntheticControlResult {
        &self.treated
    }

    /// Every unit as if treated; the one that was comes first.
    pub fn units(&self) -> &[PlaceboUnit] {
        &self.units
    }

    /// How many of the others have a ratio as large.
    pub fn exceeding(&self) -> usize {
        self.exceeding
    }

    /// The rank in words.
    ///
    /// # Errors
    /// If the level is not strictly between 0 and 1.
    pub fn in_words(&self, level: f64) -> Result<String, Error> {
        check_share("level", level, "0.05")?;
        Ok(words::verdict(self, level))
    }

    /// Every unit, the largest ratio first.
    pub fn units_table(&self) -> Table {
        let mut table = Table::new("placebo-units", format!("`{}`: every unit as if treated", self.treated.outcome))
            .column(Column::text("unit", &self.treated.kind))
            .column(Column::number("rmspe_before", "RMSPE before"))
            .column(Column::number("rmspe_after", "After"))
            .column(Column::number("ratio", "Ratio"))
            .column(Column::number("ratio_donors_only", "Donors only"))
            .column(Column::number("average_effect", "Mean effect"))
            .column(Column::text("treated", "Treated"));
        let mut order: Vec<&PlaceboUnit> = self.units.iter().collect();
        let ratio = |unit: &PlaceboUnit| unit.ratio.unwrap_or(f64::INFINITY);
        order.sort_by(|a, b| ratio(b).total_cmp(&ratio(a)));
        for unit in order {
            let number = |value: f64| Cell::number(value, NumberFormat::Significant(4));
            let share = |ratio: Option<f64>| {
                ratio.map_or_else(
                    || Cell::not_available("matched exactly before the date"),
                    |ratio| Cell::number(ratio, NumberFormat::Decimals(3)),
                )
            };
            let mark = if unit.unit == self.treated.treated { "treated" } else { "" };
            table.push_row([
                Cell::text(&unit.unit),
                number(unit.rmspe_before),
                number(unit.rmspe_after),
                share(unit.ratio),
                share(unit.ratio_donors_only),
                number(unit.average_effect),
                Cell::text(mark),
            ]);
        }
        table.with_even_decimals()
    }

    /// The gaps of every unit in every period, one row each: the data of the figure of placebo gaps.
    pub fn gaps_table(&self) -> Table {
        let mut table = Table::new("placebo-gaps", format!("`{}`: gaps of every unit", self.treated.outcome))
            .column(Column::text("unit", &self.treated.kind))
            .column(Column::text("period", "Period"))
            .column(Column::number("effect", "Gap"))
            .column(Column::text("treated", "Treated"));
        let periods: Vec<Period> = self.treated.path.iter().map(|point| point.period).collect();
        for unit in &self.units {
            let mark = if unit.unit == self.treated.treated { "treated" } else { "" };
            for (period, gap) in periods.iter().zip(&unit.gaps) {
                table.push_row([
                    Cell::text(&unit.unit),
                    Cell::text(period.to_string()),
                    Cell::number(*gap, NumberFormat::Significant(4)),
                    Cell::text(mark),
                ]);
            }
        }
        table.with_even_decimals()
    }
}

finds_conventions!(PlaceboUnits);
reports_itself!(PlaceboUnits {
    /// `rank` of the ratio, the treated unit among the donors of the others; `rank-donors-only` without it; `rank-effect` of the mean
    /// effect's size.
});

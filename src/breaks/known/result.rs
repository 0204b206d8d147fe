//! The tests, and what each regime's coefficients are.

use serde::Serialize;

use super::{KnownBreaks, Parts, small};
use crate::breaks::regimes::summed;
use crate::breaks::{BreakDate, level_in_words};
use crate::hypothesis::{Setting, finds_conventions, reports_itself, test_table};
use crate::regression::{Coefficient, Fit, Ols, Restriction, WaldTest};
use crate::table::{Cell, Column, NumberFormat, Table};
use crate::{Error, HypothesisTest, Outcome, Sample, Stamp, TestReport};

/// A coefficient of one regime, or of all rows if it does not change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RegimeEstimate {
    /// The first row of the regime.
    pub first: Stamp,
    /// The last row of the regime.
    pub last: Stamp,
    /// The rows of the regime.
    pub n: usize,
    /// The estimate.
    #[serde(flatten)]
    pub coefficient: Coefficient,
}

/// What came of the test.
#[derive(Debug, Clone)]
pub struct KnownBreaksResult {
    dates: Vec<BreakDate>,
    terms: Vec<String>,
    regimes: Vec<RegimeEstimate>,
    at_each: Vec<WaldTest>,
    fit: Option<Fit>,
    reports: Vec<TestReport>,
    sample: Sample,
}

impl KnownBreaksResult {
    pub(super) fn not_identified(
        asked: &KnownBreaks<'_>,
        terms: Vec<String>,
        edges: Vec<(usize, BreakDate)>,
        because: String,
    ) -> Self {
        let dates: Vec<BreakDate> = edges.into_iter().map(|(_, date)| date).collect();
        let settings =
            vec![dates_setting(&dates), Setting::or_default("covariance", asked.covariance, Default::default())];
        let report = worded(
            asked,
            &terms,
            &dates,
            TestReport {
                test: "known-breaks",
                convention: "F",
                null: String::new(),
                alternative: String::new(),
                outcome: Outcome::NotApplicable { because },
                critical_values: Vec::new(),
                sample: asked.design.sample(),
                settings,
                notes: asked.design.notes().to_vec(),
            },
        );
        let sample = asked.design.sample();
        Self { dates, terms, regimes: Vec::new(), at_each: Vec::new(), fit: None, reports: vec![report], sample }
    }

    pub(super) fn new(asked: &KnownBreaks<'_>, parts: &Parts) -> Result<Self, Error> {
        let (design, fit) = (asked.design, &parts.fit);
        let dates: Vec<BreakDate> = parts.edges.iter().map(|(_, date)| *date).collect();
        let added: Vec<String> = parts.names.iter().flatten().cloned().collect();
        let null = Ols::fit(design)?;
        let lm = fit.lagrange_multiplier_against(&null, asked.covariance, &added)?.report();
        let wald = fit.wald(&Restriction::zero(added.iter().cloned()))?;
        let mut reports: Vec<TestReport> = match &parts.nested {
            Some(nested) => {
                let [form, _] = wald.reports();
                let named = |(convention, outcome)| TestReport { convention, outcome, ..form.clone() };
                nested.outcomes().into_iter().map(named).collect()
            }
            None => wald.reports().to_vec(),
        };
        reports.push(lm);
        let small = small::note(parts);
        for report in &mut reports {
            report.settings.insert(0, dates_setting(&dates));
            report.notes.extend(small.clone());
        }
        let reports = reports.into_iter().map(|report| worded(asked, &parts.terms, &dates, report)).collect();
        let at_each = parts
            .names
            .iter()
            .map(|own| fit.wald(&Restriction::zero(own.iter().cloned())))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            terms: parts.terms.clone(),
            regimes: regimes(asked, parts)?,
            at_each,
            fit: Some(fit.clone()),
            reports,
            sample: design.sample(),
            dates,
        })
    }

    /// The dates, in the order of time.
    pub fn dates(&self) -> &[BreakDate] {
        &self.dates
    }

    /// The terms whose coefficients may change.
    pub fn changing(&self) -> &[String] {
        &self.terms
    }

    /// The coefficients that may change, regime by regime, then those that do not; none if a regime is not identified.
    pub fn regimes(&self) -> &[RegimeEstimate] {
        &self.regimes
    }

    /// For each date Wald's test that nothing changes there, all other changes being in the model; none if a regime is not
    /// identified.
    pub fn at_each_date(&self) -> impl Iterator<Item = (BreakDate, &WaldTest)> {
        self.dates.iter().copied().zip(&self.at_each)
    }

    /// The regression with all changes in it; `None` if a regime is not identified.
    pub fn fit(&self) -> Option<&Fit> {
        self.fit.as_ref()
    }

    /// The rows used.
    pub fn sample(&self) -> Sample {
        self.sample
    }

    /// F with its χ² forms, LR and LM; with HC or HAC errors Wald's F and χ², and LM. The first is the headline.
    pub fn reports(&self) -> &[TestReport] {
        &self.reports
    }

    /// Every convention, a row each.
    pub fn table(&self) -> Table {
        test_table(&self.reports)
    }

    /// What the headline says, in a sentence.
    pub fn in_words(&self, level: f64) -> String {
        let (percent, report) = (level_in_words(level), &self.reports[0]);
        match (report.rejects(level), report.p()) {
            (Some(true), Some(p)) => format!("At {percent} it is rejected that {} ({p}).", report.null),
            (_, Some(p)) => format!("At {percent} it is not rejected that {} ({p}).", report.null),
            (_, None) => format!("Whether {} is not tested.", report.null),
        }
    }

    /// A row for each regime: the coefficients that may change with their standard errors.
    pub fn regimes_table(&self) -> Table {
        let number = NumberFormat::Significant(5);
        let regimes =
            if self.dates.len() == 1 { "2 regimes".into() } else { format!("{} regimes", self.dates.len() + 1) };
        let mut table = Table::new("known-regimes", format!("Coefficients in {regimes}"))
            .column(Column::text("first", "First"))
            .column(Column::text("last", "Last"))
            .column(Column::number("n", "n"));
        for term in &self.terms {
            table = table
                .column(Column::number(term.clone(), term.clone()))
                .column(Column::number(format!("{term} std_error"), "(s.e.)"));
        }
        let Some(fit) = &self.fit else { return table };
        let (changing, fixed) = self.regimes.split_at((self.dates.len() + 1) * self.terms.len());
        for own in changing.chunks(self.terms.len()) {
            let RegimeEstimate { first, last, n, .. } = &own[0];
            let mut cells = vec![Cell::text(first.to_string()), Cell::text(last.to_string()), Cell::count(*n)];
            for RegimeEstimate { coefficient, .. } in own {
                cells.push(Cell::number(coefficient.estimate, number));
                cells.push(Cell::in_parentheses(coefficient.std_error, number));
            }
            table.push_row(cells);
        }
        let fixed: Vec<String> = fixed
            .iter()
            .map(|RegimeEstimate { coefficient, .. }| {
                let [estimate, error] = [coefficient.estimate, coefficient.std_error].map(|value| number.format(value));
                format!("{} {estimate} ({error})", coefficient.term)
            })
            .collect();
        if !fixed.is_empty() {
            table = table.note(format!("The same in all regimes: {}.", fixed.join(", ")));
        }
        table.note(format!("One regression on all rows; standard errors: {}.", fit.covariance()))
    }

    /// A row for each date: Wald's F that nothing changes there, the other changes being in the model.
    pub fn dates_table(&self) -> Table {
        let mut table = Table::new("known-dates", "Each date by itself, the other changes being in the model")
            .column(Column::text("last_before", "Last before"))
            .column(Column::text("first_after", "First after"))
            .column(Column::number("f", "F"))
            .column(Column::text("distribution", "Under the null"))
            .column(Column::number("p_value", "p-value"));
        for (date, wald) in self.at_each_date() {
            table.push_row([
                Cell::text(date.last_before.to_string()),
                Cell::text(date.first_after.to_string()),
                Cell::number(wald.f, NumberFormat::Decimals(3)),
                Cell::text(format!("F({}, {})", wald.df_num, wald.df_den)),
                Cell::p_value(wald.f_p),
            ]);
        }
        table
    }
}

finds_conventions!(KnownBreaksResult);
reports_itself!(KnownBreaksResult);

fn dates_setting(dates: &[BreakDate]) -> Setting {
    let name = if dates.len() == 1 { "break" } else { "breaks" };
    Setting::new(name, dates.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "), "user")
}

/// The report with the hypotheses in words.
fn worded(asked: &KnownBreaks<'_>, terms: &[String], dates: &[BreakDate], report: TestReport) -> TestReport {
    let (design, q) = (asked.design, terms.len());
    let response = design.response();
    let (what, are) = match q == design.terms().len() {
        _ if q == 1 => (format!("the coefficient of {} in the equation of `{response}`", terms[0]), "is"),
        true => (format!("the {q} coefficients of `{response}`"), "are"),
        false => (format!("the coefficients of {} in the equation of `{response}`", terms.join(", ")), "are"),
    };
    let mut spans = vec![format!("up to {}", dates[0].last_before)];
    spans.extend(dates.windows(2).map(|two| format!("from {} to {}", two[0].first_after, two[1].last_before)));
    let spans = format!("{} and from {} on", spans.join(", "), dates[dates.len() - 1].first_after);
    let all = if q == 1 { "" } else { "all " };
    TestReport {
        test: "known-breaks",
        null: format!("{what} {are} the same {spans}"),
        alternative: format!("{what} {are} not {all}the same {spans}"),
        ..report
    }
}

/// Every regime's coefficients as sums of those before and the changes, then the coefficients that do not change.
fn regimes(asked: &KnownBreaks<'_>, parts: &Parts) -> Result<Vec<RegimeEstimate>, Error> {
    let (design, fit) = (asked.design, &parts.fit);
    let (n, stamps) = (design.nobs(), design.stamps());
    let of = |start: usize, end: usize, coefficient: Coefficient| RegimeEstimate {
        first: stamps[start],
        last: stamps[end - 1],
        n: end - start,
        coefficient,
    };
    let position = |name: &String| fit.design().position(name);
    let mut found = Vec::new();
    for regime in 0..=parts.edges.len() {
        let start = if regime == 0 { 0 } else { parts.edges[regime - 1].0 };
        let end = parts.edges.get(regime).map_or(n, |(before, _)| *before);
        for (i, term) in parts.terms.iter().enumerate() {
            let names = std::iter::once(term).chain(parts.names[..regime].iter().map(|own| &own[i]));
            let positions: Vec<usize> = names.map(position).collect::<Result<_, _>>()?;
            found.push(of(start, end, summed(fit, &positions, term)));
        }
    }
    for term in design.terms().iter().filter(|term| !parts.terms.contains(term)) {
        found.push(of(0, n, summed(fit, &[position(term)?], term)));
    }
    Ok(found)
}

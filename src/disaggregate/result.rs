//! What came of it: a series that says it was constructed, and the regression behind it.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::method::{Method, Rho};
use super::span::Span;
use crate::hypothesis::Setting;
use crate::regression::Coefficient;
use crate::series::{Aggregation, Provenance};
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, Frame, Note, Sample, Series, Stamp};

/// The numbers, before they are a result.
pub(super) struct Found {
    pub path: Vec<f64>,
    pub std_errors: Option<Vec<f64>>,
    pub estimates: Option<Estimates>,
}

/// The regression behind a path.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Estimates {
    pub coefficients: Vec<Coefficient>,
    pub df_resid: usize,
    pub min_df: usize,
    pub rho: Option<f64>,
    pub rule: Option<Rho>,
    pub range: (f64, f64),
    pub rss: f64,
    pub log_likelihood: Option<f64>,
    pub exact: bool,
}

/// A series of higher frequency made from one of lower frequency.
#[derive(Debug, Clone, PartialEq)]
pub struct Disaggregated {
    low: Series,
    series: Series,
    method: Method,
    aggregation: Aggregation,
    std_errors: Option<Vec<f64>>,
    estimates: Option<Estimates>,
    extrapolated: (usize, usize),
    settings: Vec<Setting>,
    notes: Vec<Note>,
}

impl Disaggregated {
    pub(super) fn new(
        low: &Series,
        span: &Span,
        method: Method,
        indicators: &[&str],
        inherited: Provenance,
        found: Found,
        mut settings: Vec<Setting>,
    ) -> Result<Self, Error> {
        let Found { path, std_errors, estimates } = found;
        let how = format!(
            "from {} {}s by {method}{}",
            low.frequency(),
            span.aggregation,
            match indicators {
                [] => ", no indicator".to_owned(),
                names => format!(", following {}", names.join(", ")),
            }
        );
        let provenance = inherited.with_construction(&how);
        let series = low
            .derived(provenance.marked(low.name()), span.start, path, format!("disaggregated {how}"))?
            .with_provenance(provenance);
        if let Some(Estimates { rho: Some(rho), rule: Some(rule), .. }) = &estimates {
            settings.push(Setting::new("ρ", NumberFormat::Significant(6).format(*rho), rule.to_string()));
        }
        let mut result = Self {
            low: low.clone(),
            series,
            method,
            aggregation: span.aggregation,
            std_errors,
            estimates,
            extrapolated: span.extrapolated(),
            settings,
            notes: Vec::new(),
        };
        result.notes = result.remarks();
        Ok(result)
    }

    /// The series made, named after the observed one with `_disaggregated`; its history and its
    /// [`provenance`](Series::provenance) say how.
    pub fn series(&self) -> &Series {
        &self.series
    }

    /// The observed series.
    pub fn observed(&self) -> &Series {
        &self.low
    }

    /// The method.
    pub fn method(&self) -> Method {
        self.method
    }

    /// What the observed values are of those inside.
    pub fn aggregation(&self) -> Aggregation {
        self.aggregation
    }

    /// Standard errors of the values, given ρ; `None` for Denton's methods, which have no model of the errors, where fewer
    /// degrees of freedom are left than [`min_df`](super::Disaggregate::min_df), and where the indicators fit exactly.
    pub fn std_errors(&self) -> Option<&[f64]> {
        self.std_errors.as_deref()
    }

    /// The regression's coefficients, given ρ; empty for Denton's methods. Where fewer degrees of freedom are left than
    /// [`min_df`](super::Disaggregate::min_df), only the estimates mean something, and all else is left out of the table.
    pub fn coefficients(&self) -> &[Coefficient] {
        self.estimates.as_ref().map_or(&[], |estimates| &estimates.coefficients)
    }

    /// ρ, estimated or given; `None` for a method without.
    pub fn rho(&self) -> Option<f64> {
        self.estimates.as_ref()?.rho
    }

    /// The generalised sum of squared residuals u'Q⁻¹u in units of the innovations' variance; `None` without a regression.
    pub fn rss(&self) -> Option<f64> {
        Some(self.estimates.as_ref()?.rss)
    }

    /// The log-likelihood of the observed values, β and σ² concentrated out; `None` without a regression or an error.
    pub fn log_likelihood(&self) -> Option<f64> {
        self.estimates.as_ref()?.log_likelihood
    }

    /// How many values stand before the first and after the last observed period.
    pub fn extrapolated(&self) -> (usize, usize) {
        self.extrapolated
    }

    /// What the values depend on, and who chose it.
    pub fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// What a reader of the values must know; the first says that they are constructed.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    fn remarks(&self) -> Vec<Note> {
        let mut notes = self.series.provenance().notes(self.series.name());
        let name = self.low.name();
        let mut say = |text: String| notes.push(Note::new(text));
        if let Some(estimates) = &self.estimates {
            if estimates.exact {
                say(format!("The indicators reproduce `{name}` exactly: there is no error to distribute."));
            } else if let (Some(rho), false) = (estimates.rho, matches!(estimates.rule, Some(Rho::Fixed(_)))) {
                let (low, high) = estimates.range;
                if rho - low < 1e-6 || high - rho < 1e-6 {
                    say(format!(
                        "ρ stands at an end of the range it was looked for in, {low} to {high}: it is not estimated."
                    ));
                }
            }
            if estimates.df_resid < estimates.min_df {
                say(format!(
                    "{} observed values less {} coefficients leave {} degrees of freedom, fewer than {}: no standard errors.",
                    self.low.len(),
                    estimates.coefficients.len(),
                    estimates.df_resid,
                    estimates.min_df
                ));
            }
        }
        if self.low.values().iter().all(|value| *value > 0.0)
            && let Some(t) = self.series.values().iter().position(|value| *value < 0.0)
        {
            let below = self.series.values().iter().filter(|value| **value < 0.0).count();
            say(format!(
                "`{name}` is above zero throughout; {below} value(s) made of it are below, the first in {}.",
                self.series.start().plus(t as i64)
            ));
        }
        match self.extrapolated {
            (0, 0) => {}
            (before, after) => {
                let sides = [(before, "before the first"), (after, "after the last")];
                let sides: Vec<String> = sides
                    .iter()
                    .filter(|(count, _)| *count > 0)
                    .map(|(count, side)| format!("{count} value(s) {side} observed period"))
                    .collect();
                say(format!("Extrapolated by the indicators alone: {}.", sides.join(", ")));
            }
        }
        notes
    }

    /// Series and standard errors, a column each, under names from which a reader of the file knows what they are.
    pub fn frame(&self) -> Result<Frame, Error> {
        let frame = Frame::from_series(std::slice::from_ref(&self.series))?;
        match &self.std_errors {
            None => Ok(frame),
            Some(errors) => frame.with_column("std_error", errors.iter().copied().map(Some).collect()),
        }
    }

    /// In a sentence or two: what was made of what, and how.
    pub fn in_words(&self) -> String {
        let sample =
            Sample { first: Stamp::Period(self.low.start()), last: Stamp::Period(self.low.end()), n: self.low.len() };
        let rho = match &self.estimates {
            Some(Estimates { rho: Some(rho), rule: Some(rule), exact: false, .. }) => {
                format!(" with ρ = {} ({rule})", NumberFormat::Significant(4).format(*rho))
            }
            _ => String::new(),
        };
        format!(
            "{} {} values made from {} {} values of {} ({sample}) by {}{rho}. The {} over each {} period is the observed value.",
            self.series.len(),
            self.series.frequency(),
            self.low.len(),
            self.low.frequency(),
            self.low.name(),
            self.method,
            self.aggregation,
            self.low.frequency(),
        )
    }

    /// The regression, given ρ; `None` for Denton's methods.
    pub fn regression(&self) -> Option<Table> {
        let estimates = self.estimates.as_ref()?;
        let digits = NumberFormat::Significant(5);
        let name = self.low.name();
        let title = format!("{} of {name}: coefficients at {} frequency", self.method, self.series.frequency());
        let mut table = Table::new("disaggregation_regression", title)
            .column(Column::text("term", "Term"))
            .column(Column::number("estimate", "Estimate"))
            .column(Column::number("std_error", "Std. error"))
            .column(Column::number("statistic", "t"))
            .column(Column::number("p_value", "p-value"));
        for row in &estimates.coefficients {
            let mut cells = vec![Cell::text(&row.term), Cell::number(row.estimate, digits)];
            if estimates.df_resid >= estimates.min_df && !estimates.exact {
                cells.push(Cell::number(row.std_error, digits));
                cells.push(Cell::number(row.statistic, NumberFormat::Decimals(3)));
                cells.push(Cell::p_value(row.p_value));
            } else {
                let because = if estimates.exact { "the fit is exact" } else { "too few degrees of freedom" };
                cells.extend([0; 3].map(|_| Cell::not_available(because)));
            }
            table.push_row(cells);
        }
        let rho =
            estimates.rho.map_or(String::new(), |rho| format!("; ρ = {}", NumberFormat::Significant(6).format(rho)));
        let likelihood = estimates
            .log_likelihood
            .map_or(String::new(), |value| format!("; log-likelihood {}", NumberFormat::Significant(6).format(value)));
        table = table.note(format!(
            "t compared with t({}), given ρ; generalised residual sum of squares {}{rho}{likelihood}.",
            estimates.df_resid,
            NumberFormat::Significant(6).format(estimates.rss)
        ));
        Some(table)
    }

    /// All values, with standard errors where there are any.
    pub fn table(&self) -> Table {
        let title = format!("{}: constructed data, {}", self.series.name(), self.series.sample());
        let mut table = Table::new("disaggregated", title)
            .column(Column::text("period", "Period"))
            .column(Column::number(self.series.name(), self.series.name()));
        if self.std_errors.is_some() {
            table = table.column(Column::number("std_error", "Std. error"));
        }
        for (t, value) in self.series.values().iter().enumerate() {
            let mut cells = vec![
                Cell::text(self.series.start().plus(t as i64).to_string()),
                Cell::number(*value, NumberFormat::Significant(6)),
            ];
            cells.extend(self.std_errors.as_ref().map(|errors| Cell::number(errors[t], NumberFormat::Significant(4))));
            table.push_row(cells);
        }
        let settings: Vec<String> = self.settings.iter().map(Setting::to_string).collect();
        table = table.note(format!("Settings: {}.", settings.join(", ")));
        self.notes.iter().fold(table, |table, note| table.note(note.text()))
    }

    /// The regression, if there is one, and the values.
    pub fn tables(&self) -> Vec<Table> {
        self.regression().into_iter().chain([self.table()]).collect()
    }
}

shows_itself!(Disaggregated => tables);

/// The values from the first period on, every number at full precision, and the regression behind them.
impl Serialize for Disaggregated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shown = self.estimates.as_ref().is_some_and(|one| one.df_resid >= one.min_df && !one.exact);
        let coefficients: Vec<serde_json::Value> = self
            .coefficients()
            .iter()
            .map(|row| {
                let only = |value: f64| shown.then_some(value);
                serde_json::json!({
                    "term": row.term, "estimate": row.estimate, "std_error": only(row.std_error),
                    "statistic": only(row.statistic), "p_value": only(row.p_value),
                    "conf_low": only(row.conf_low), "conf_high": only(row.conf_high),
                })
            })
            .collect();
        let mut object = serializer.serialize_struct("Disaggregated", 14)?;
        object.serialize_field("constructed", &true)?;
        object.serialize_field("method", &self.method.to_string())?;
        object.serialize_field("series", self.series.name())?;
        object.serialize_field("observed", self.low.name())?;
        object.serialize_field("sample", &self.low.sample())?;
        object.serialize_field("first", &self.series.start().to_string())?;
        object.serialize_field("values", self.series.values())?;
        object.serialize_field("std_errors", &self.std_errors)?;
        object.serialize_field("coefficients", &coefficients)?;
        object.serialize_field("rho", &self.rho())?;
        object.serialize_field("rss", &self.rss())?;
        object.serialize_field("log_likelihood", &self.log_likelihood())?;
        object.serialize_field("settings", &self.settings)?;
        object.serialize_field("notes", &self.notes)?;
        object.end()
    }
}

//! What both decompositions give: components that make up the series.

use std::fmt;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::hypothesis::Setting;
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};
use crate::{Error, Frame, Note, Period, Series};

/// How the components make up the series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Model {
    /// Trend + seasonal + remainder.
    #[default]
    Additive,
    /// Trend × seasonal × remainder, of a series above zero.
    Multiplicative,
}

impl fmt::Display for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Additive => "additive",
            Self::Multiplicative => "multiplicative",
        })
    }
}

/// A series in trend, seasonal and remainder, and the series without the seasonal.
///
/// The seasonal and the adjusted series cover the whole sample; trend and remainder begin later and end earlier where a
/// moving average needs neighbours.
#[derive(Debug, Clone, PartialEq)]
pub struct Decomposition {
    method: &'static str,
    model: Model,
    observed: Series,
    seasonal: Series,
    trend: Series,
    remainder: Series,
    adjusted: Series,
    weights: Option<Vec<f64>>,
    settings: Vec<Setting>,
}

/// The seasonal and the trend a method found, before they are series.
pub(super) struct Parts {
    pub method: &'static str,
    pub model: Model,
    /// As long as the series.
    pub seasonal: Vec<f64>,
    /// As long as the series; `None` where the trend is not defined.
    pub trend: Vec<Option<f64>>,
    /// Robustness weights.
    pub weights: Option<Vec<f64>>,
    pub settings: Vec<Setting>,
}

impl Decomposition {
    pub(super) fn of(observed: &Series, parts: Parts) -> Result<Self, Error> {
        let Parts { method, model, seasonal, trend, weights, settings } = parts;
        let (name, start) = (observed.name(), observed.start());
        let first = trend.iter().position(Option::is_some).unwrap_or(0);
        let trend: Vec<f64> = trend.into_iter().flatten().collect();
        let without = |value: f64, part: f64| match model {
            Model::Additive => value - part,
            Model::Multiplicative => value / part,
        };
        let adjusted: Vec<f64> = observed.values().iter().zip(&seasonal).map(|(y, s)| without(*y, *s)).collect();
        let inner = observed.values()[first..].iter().zip(&seasonal[first..]).zip(&trend);
        // As R and statsmodels subtract: first the seasonal, then the trend.
        let remainder: Vec<f64> = inner.map(|((y, s), t)| without(without(*y, *s), *t)).collect();
        let begin = start.plus(first as i64);
        let filtered = observed.provenance().clone().with_adjustment(format!("{method}, {model}"));
        let component = |what: &str, start: Period, values: Vec<f64>| {
            observed.derived(format!("{what}({name})"), start, values, format!("{what} of {method}, {model}"))
        };
        Ok(Self {
            seasonal: component("seasonal", start, seasonal)?,
            trend: component("trend", begin, trend)?.with_provenance(filtered.clone()),
            remainder: component("remainder", begin, remainder)?.with_provenance(filtered.clone()),
            adjusted: observed
                .derived(filtered.marked(name), start, adjusted, format!("seasonally adjusted by {method}, {model}"))?
                .with_provenance(filtered),
            observed: observed.clone(),
            method,
            model,
            weights,
            settings,
        })
    }

    /// `STL` or `moving averages`.
    pub fn method(&self) -> &'static str {
        self.method
    }

    /// How the components make up the series.
    pub fn model(&self) -> Model {
        self.model
    }

    /// The series that was decomposed.
    pub fn observed(&self) -> &Series {
        &self.observed
    }

    /// What repeats itself year by year: to be added (around 0), or a factor (around 1).
    pub fn seasonal(&self) -> &Series {
        &self.seasonal
    }

    /// The seasonal of the last year, by season from the first (January, Q1, H1) on.
    #[doc(alias = "figure")]
    pub fn pattern(&self) -> Vec<f64> {
        let (seasons, last) = (self.observed.frequency().per_year(), self.seasonal.len());
        let mut pattern = vec![0.0; seasons];
        for t in last - seasons..last {
            pattern[self.seasonal.start().plus(t as i64).part() - 1] = self.seasonal.values()[t];
        }
        pattern
    }

    /// The slow movement.
    pub fn trend(&self) -> &Series {
        &self.trend
    }

    /// What is left.
    #[doc(alias = "irregular")]
    #[doc(alias = "resid")]
    pub fn remainder(&self) -> &Series {
        &self.remainder
    }

    /// The series without the seasonal, named after it with `_seasonally_adjusted`.
    #[doc(alias = "seasadj")]
    pub fn adjusted(&self) -> &Series {
        &self.adjusted
    }

    /// The weight of each observation in the last robust iteration, near 0 for an outlier; `None` without robustness.
    pub fn weights(&self) -> Option<&[f64]> {
        self.weights.as_deref()
    }

    /// What the components depend on, and who chose it.
    pub fn settings(&self) -> &[Setting] {
        &self.settings
    }

    /// What a reader of the components must know.
    pub fn notes(&self) -> Vec<Note> {
        self.adjusted.provenance().notes(self.adjusted.name())
    }

    /// The series and its components by date, the columns named so that a reader of the file knows how they came about.
    pub fn frame(&self) -> Result<Frame, Error> {
        let short = |series: &Series, name: &str| series.clone().rename(series.provenance().marked(name));
        Frame::from_series(&[
            self.observed.clone(),
            short(&self.trend, "trend"),
            short(&self.seasonal, "seasonal"),
            short(&self.remainder, "remainder"),
            self.adjusted.clone(),
        ])
    }

    /// All periods: the series, its components, the adjusted series.
    pub fn table(&self) -> Table {
        let (name, method, model) = (self.observed.name(), self.method, self.model);
        let mut table = Table::new("decomposition", format!("{name} by {method}, {model}, {}", self.observed.sample()))
            .column(Column::text("period", "Period"))
            .column(Column::number(name, name));
        for (series, title) in [
            (&self.trend, "Trend"),
            (&self.seasonal, "Seasonal"),
            (&self.remainder, "Remainder"),
            (&self.adjusted, "Adjusted"),
        ] {
            let id = series.provenance().marked(&title.to_lowercase());
            let id = if title == "Adjusted" { series.name() } else { &id };
            table = table.column(Column::number(id, title));
        }
        for (t, value) in self.observed.values().iter().enumerate() {
            let at = self.observed.start().plus(t as i64);
            let of = |series: &Series| series.at(at).map_or(Cell::Empty, |value| Cell::number(value, VALUE));
            table.push_row([
                Cell::text(at.to_string()),
                Cell::number(*value, VALUE),
                of(&self.trend),
                of(&self.seasonal),
                of(&self.remainder),
                of(&self.adjusted),
            ]);
        }
        let settings: Vec<String> = self.settings.iter().map(Setting::to_string).collect();
        table = table.note(format!("Settings: {}.", settings.join(", ")));
        self.notes().iter().fold(table, |table, note| table.note(note.text()))
    }
}

const VALUE: NumberFormat = NumberFormat::Significant(5);

shows_itself!(Decomposition => table);

/// Components as arrays from the first period of each, every number at full precision.
impl Serialize for Decomposition {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Component<'a> {
            name: &'a str,
            first: String,
            values: &'a [f64],
            history: &'a [String],
        }
        let component =
            |series: &'_ Series| -> (String, Vec<f64>) { (series.start().to_string(), series.values().to_vec()) };
        let mut object = serializer.serialize_struct("Decomposition", 10)?;
        object.serialize_field("method", self.method)?;
        object.serialize_field("model", &self.model.to_string())?;
        object.serialize_field("series", self.observed.name())?;
        object.serialize_field("sample", &self.observed.sample())?;
        for (key, series) in [
            ("trend", &self.trend),
            ("seasonal", &self.seasonal),
            ("remainder", &self.remainder),
            ("adjusted", &self.adjusted),
        ] {
            let (first, values) = component(series);
            let component = Component { name: series.name(), first, values: &values, history: series.history() };
            object.serialize_field(key, &component)?;
        }
        object.serialize_field("settings", &self.settings)?;
        object.serialize_field("notes", &self.notes())?;
        object.end()
    }
}

//! What is asked, and how it is answered.

use super::estimate::Blocks;
use super::method::{Adjustment, Method, Rho};
use super::result::{Disaggregated, Estimates, Found};
use super::span::Span;
use super::structure::Structure;
use crate::hypothesis::Setting;
use crate::series::Aggregation;
use crate::{Design, Error, ErrorKind, Frequency, Series, Stamp};

/// The range in which ρ is looked for, as R's `tempdisagg` has it.
const RANGE: (f64, f64) = (0.0, 0.999);

/// Temporal disaggregation of one series; see the [module](super).
#[derive(Debug, Clone)]
#[must_use = "nothing is computed before `.run()`"]
pub struct Disaggregate<'a> {
    low: &'a Series,
    frequency: Frequency,
    aggregation: Option<Aggregation>,
    indicators: Vec<&'a Series>,
    method: Option<Method>,
    constant: bool,
    range: Option<(f64, f64)>,
    min_df: usize,
}

impl<'a> Disaggregate<'a> {
    /// Of this series, whose values are sums of months.
    #[doc(alias = "td")]
    #[doc(alias = "tdisagg")]
    pub fn of(series: &'a Series) -> Self {
        Self {
            low: series,
            frequency: Frequency::Monthly,
            aggregation: None,
            indicators: Vec::new(),
            method: None,
            constant: true,
            range: None,
            min_df: 5,
        }
    }

    /// The frequency to reach; monthly unless set.
    pub fn to(mut self, frequency: Frequency) -> Self {
        self.frequency = frequency;
        self
    }

    /// What the observed values are of those inside: their sum unless set.
    #[doc(alias = "conversion")]
    pub fn aggregation(mut self, aggregation: Aggregation) -> Self {
        self.aggregation = Some(aggregation);
        self
    }

    /// Series of the frequency to reach that move as this one is thought to.
    pub fn indicators(mut self, series: &[&'a Series]) -> Self {
        self.indicators.extend(series);
        self
    }

    /// The method; unless set, Chow and Lin's by maximum likelihood with indicators, Denton–Cholette without.
    pub fn method(mut self, method: Method) -> Self {
        self.method = Some(method);
        self
    }

    /// No constant beside the indicators.
    pub fn no_constant(mut self) -> Self {
        self.constant = false;
        self
    }

    /// Where ρ is looked for; 0 to 0.999 unless set.
    pub fn rho_range(mut self, low: f64, high: f64) -> Self {
        self.range = Some((low, high));
        self
    }

    /// The degrees of freedom below which no standard error is given; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// Disaggregates.
    ///
    /// # Errors
    /// If the frequency to reach is not higher than the series'; an indicator has another frequency than it, or does not
    /// cover the series; two series share a name; there are too few observed values for the coefficients, or none to
    /// estimate; the indicators are collinear (named); ρ or its range is outside −1 to 1; a method of Denton's has several
    /// indicators, the original one none, or a proportional one an indicator with a zero or of both signs.
    pub fn run(&self) -> Result<Disaggregated, Error> {
        for (i, series) in self.indicators.iter().enumerate() {
            if series.name() == self.low.name() || self.indicators[..i].iter().any(|one| one.name() == series.name()) {
                return Err(Error::new(ErrorKind::Name, format!("`{}` stands twice", series.name()))
                    .remedy("give each series once; rename one if two different ones share a name"));
            }
        }
        let aggregation = self.aggregation.unwrap_or(Aggregation::Sum);
        let (span, indicators) = Span::of(self.low, self.frequency, aggregation, &self.indicators)?;
        let method = self.method.unwrap_or(match self.indicators.as_slice() {
            [] => Method::DentonCholette(Adjustment::default()),
            _ => Method::ChowLin(Rho::MaximumLikelihood),
        });
        let found = match method {
            Method::Denton(adjustment) => self.denton(&span, &indicators, method, adjustment, false)?,
            Method::DentonCholette(adjustment) => self.denton(&span, &indicators, method, adjustment, true)?,
            _ => self.regression(&span, &indicators, method)?,
        };
        let inherited = indicators.iter().fold(self.low.provenance().clone(), |all, one| all.and(one.provenance()));
        let names: Vec<&str> = indicators.iter().map(Series::name).collect();
        Disaggregated::new(self.low, &span, method, &names, inherited, found, self.settings(method, &names))
    }

    fn settings(&self, method: Method, indicators: &[&str]) -> Vec<Setting> {
        let by = |said: bool| if said { "user" } else { "default" };
        let aggregation = self.aggregation.unwrap_or(Aggregation::Sum);
        let mut settings = vec![
            Setting::new("method", method.to_string(), by(self.method.is_some())),
            Setting::new(
                "observed values",
                format!("the {aggregation} of those inside"),
                by(self.aggregation.is_some()),
            ),
        ];
        if !indicators.is_empty() {
            settings.push(Setting::new("indicators", indicators.join(", "), "user"));
        }
        if method.is_regression() {
            settings.push(Setting::new("constant", if self.constant { "yes" } else { "no" }, by(!self.constant)));
        }
        settings
    }

    fn stamps(&self) -> Vec<Stamp> {
        (0..self.low.len()).map(|t| Stamp::Period(self.low.start().plus(t as i64))).collect()
    }

    fn regression(&self, span: &Span, indicators: &[Series], method: Method) -> Result<Found, Error> {
        let mut x: Vec<(String, Vec<f64>)> = Vec::new();
        if self.constant {
            x.push((Design::INTERCEPT.to_owned(), vec![1.0; span.length]));
        }
        x.extend(indicators.iter().map(|one| (one.name().to_owned(), one.values().to_vec())));
        if x.is_empty() {
            return Err(Error::new(ErrorKind::Argument, format!("{method} without indicators and without a constant"))
                .remedy("give an indicator, or use Denton–Cholette"));
        }
        let (name, n, k) = (self.low.name(), self.low.len(), x.len());
        let unknown = usize::from(matches!(method.rho(), Some(rho) if !matches!(rho, Rho::Fixed(_))));
        if n < k + 1 + unknown {
            return Err(Error::new(
                ErrorKind::Sample,
                format!(
                    "{method} of `{name}` needs {} observed values ({k} coefficients{}), found {n}",
                    k + 1 + unknown,
                    if unknown == 1 { " and ρ" } else { "" }
                ),
            )
            .remedy("use fewer indicators, a longer sample, or Denton–Cholette"));
        }
        let blocks = Blocks::new(span, name, self.low.values(), &x, self.stamps());
        // Before any ρ: are the regressors independent, and is there something left to explain?
        let plain = blocks.fit(None)?;
        let size = crate::linalg::norm(self.low.values());
        let exact = crate::linalg::norm(&plain.residuals().to_vec()) <= 1e-12 * size;
        let make: fn(f64) -> Structure = match method {
            Method::ChowLin(_) => Structure::stationary,
            _ => Structure::walk,
        };
        let range = self.range.unwrap_or(RANGE);
        let mut rho = None;
        let structure = match method.rho() {
            None => Structure::walk(0.0),
            Some(Rho::Fixed(value)) => {
                inside("ρ", value)?;
                rho = Some((value, Rho::Fixed(value), range));
                make(value)
            }
            Some(Rho::MinimumRssOfCorrelations) if matches!(method, Method::Litterman(_)) => {
                return Err(Error::new(ErrorKind::Argument, "Litterman's errors have no correlations of their own")
                    .remedy("use maximum likelihood, or least squares of the innovations"));
            }
            Some(rule) => {
                inside("the lower end of the range of ρ", range.0)?;
                inside("the upper end of the range of ρ", range.1)?;
                if range.0 >= range.1 {
                    return Err(Error::new(
                        ErrorKind::Argument,
                        format!("the range of ρ, {} to {}, is empty", range.0, range.1),
                    )
                    .remedy("give the smaller number first"));
                }
                let value = if exact { 0.0 } else { blocks.search(make, rule, range)? };
                rho = Some((value, rule, range));
                make(value)
            }
        };
        let factor = blocks.factor(&structure)?;
        let fit = if exact { plain } else { blocks.fit(Some(&factor))? };
        let path = blocks.path(&structure, &factor, &vec![0.0; span.length], &fit.coefficients().to_vec());
        let identified = fit.df_resid() >= self.min_df;
        let std_errors = (identified && !exact).then(|| blocks.path_errors(&structure, &factor, &fit));
        let rss = fit.glance().rss;
        let half = 0.5 * n as f64;
        let log_likelihood =
            -half * ((2.0 * std::f64::consts::PI).ln() + 1.0 + (rss / n as f64).ln()) - 0.5 * factor.ln_determinant();
        Ok(Found {
            path,
            std_errors,
            estimates: Some(Estimates {
                coefficients: fit.tidy(),
                df_resid: fit.df_resid(),
                min_df: self.min_df,
                rho: rho.map(|(value, _, _)| value),
                rule: rho.map(|(_, rule, _)| rule),
                range,
                rss,
                log_likelihood: (!exact).then_some(log_likelihood),
                exact,
            }),
        })
    }

    fn denton(
        &self,
        span: &Span,
        indicators: &[Series],
        method: Method,
        adjustment: Adjustment,
        free_beginning: bool,
    ) -> Result<Found, Error> {
        let order = adjustment.differences;
        if !(1..=2).contains(&order) {
            return Err(Error::new(ErrorKind::Argument, format!("Denton's methods with differences of order {order}"))
                .remedy("give 1 or 2"));
        }
        let indicator: Option<&[f64]> = match indicators {
            [] if !free_beginning => {
                return Err(Error::new(
                    ErrorKind::Argument,
                    "Denton's original method without an indicator counts the first value as a change from nothing",
                )
                .remedy("use Denton–Cholette, or give an indicator"));
            }
            [] => None,
            [one] => Some(one.values()),
            several => {
                return Err(Error::new(
                    ErrorKind::Argument,
                    format!("{method} follows one indicator, found {}", several.len()),
                )
                .remedy("use Chow–Lin, Fernández or Litterman for several"));
            }
        };
        if self.low.len() < order && free_beginning {
            return Err(Error::new(
                ErrorKind::Sample,
                format!("{method} of `{}` needs {order} observed values, found {}", self.low.name(), self.low.len()),
            )
            .remedy("use first differences"));
        }
        let mut scale = Vec::new();
        if let (true, Some(values)) = (adjustment.proportional, indicator) {
            let first = values[0];
            if let Some(t) = values.iter().position(|value| *value * first.signum() <= 0.0) {
                return Err(Error::new(
                    ErrorKind::Argument,
                    format!(
                        "`{}` is {} in {}, and nothing can be kept in proportion to a series that is zero or changes sign",
                        indicators[0].name(),
                        values[t],
                        span.at(t)
                    ),
                )
                .remedy("use additive differences"));
            }
            let level = values.iter().map(|value| value.abs()).fold(0.0, f64::max);
            scale = values.iter().map(|value| value / level).collect();
        }
        let offset = indicator.map_or_else(|| vec![0.0; span.length], <[f64]>::to_vec);
        // A free beginning is a free level (and slope) of what is to change least.
        let mut x: Vec<(String, Vec<f64>)> = Vec::new();
        if free_beginning {
            for power in 0..order as i32 {
                let line = (0..span.length).map(|t| (t as f64 / span.length as f64).powi(power));
                let scaled = line.enumerate().map(|(t, value)| value * scale.get(t).copied().unwrap_or(1.0)).collect();
                x.push((format!("trend^{power}"), scaled));
            }
        }
        let structure = Structure::summed(order, scale);
        let left: Vec<f64> =
            std::iter::zip(self.low.values(), span.aggregate(&offset)).map(|(y, sum)| y - sum).collect();
        let blocks = Blocks::new(span, self.low.name(), &left, &x, self.stamps());
        let factor = blocks.factor(&structure)?;
        let beta = if x.is_empty() { Vec::new() } else { blocks.coefficients(&factor) };
        let blocks = Blocks::new(span, self.low.name(), self.low.values(), &x, self.stamps());
        let path = blocks.path(&structure, &factor, &offset, &beta);
        Ok(Found { path, std_errors: None, estimates: None })
    }
}

fn inside(what: &str, rho: f64) -> Result<(), Error> {
    if rho > -1.0 && rho < 1.0 {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Argument, format!("{what}, {rho}, is not between −1 and 1"))
        .remedy("for ρ = 1 use Fernández' method"))
}

//! Structural shocks, bootstrapped bands and history: their flags and answers.

use clap::{Args as ClapArgs, ValueEnum};
use serde::Serialize;
use yalu::hypothesis::Setting;
use yalu::var::bootstrap::Weights;
use yalu::var::structural::StructuralParameter;
use yalu::var::{
    Bootstrap, BootstrapResponses, Contribution, HistoricalDecomposition, Interval, Pattern, Response, Scheme, Svar,
    SvarResult, VarResult,
};
use yalu::{Error, ErrorKind, Note};

use crate::cli::answer::Answer;

/// Structural shocks, and what bands are made of.
#[derive(ClapArgs)]
pub struct ShockArgs {
    /// What is known of A in A u = B ε: rows apart by `;`, free entries as `*`: "1 0; * 1"
    #[arg(long, value_name = "PATTERN", conflicts_with = "long_run")]
    a: Option<Pattern>,
    /// What is known of B
    #[arg(long, value_name = "PATTERN")]
    b: Option<Pattern>,
    /// What is known of the long run; "* 0; * *" is Blanchard and Quah's
    #[arg(long, value_name = "PATTERN")]
    long_run: Option<Pattern>,
    /// Names of the structural shocks, in the order of B's columns
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    shock_names: Vec<String>,
    /// Show what each shock has contributed to each series
    #[arg(long)]
    history: bool,
    /// Take the bands of --responses from bootstrap draws: residual, wild, wild-normal, blocks, blocks:LENGTH
    #[arg(
        long,
        value_name = "ERRORS",
        value_parser = scheme,
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "residual",
        requires = "responses"
    )]
    bootstrap: Option<Scheme>,
    /// Bootstrap draws; 999 if not given
    #[arg(long, requires = "bootstrap")]
    draws: Option<usize>,
    /// Seed of the draws; 1 if not given
    #[arg(long, requires = "bootstrap")]
    seed: Option<u64>,
    /// How an interval is made from draws
    #[arg(long, value_name = "INTERVAL", default_value = "percentile", requires = "bootstrap")]
    interval: IntervalName,
    /// Take the bias of the lags' coefficients out of the draws (Kilian)
    #[arg(long, requires = "bootstrap")]
    bias_corrected: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum IntervalName {
    /// Between quantiles of the draws
    Percentile,
    /// The estimate less what draws differ from it by
    Hall,
}

impl From<IntervalName> for Interval {
    fn from(name: IntervalName) -> Self {
        match name {
            IntervalName::Percentile => Self::Percentile,
            IntervalName::Hall => Self::Hall,
        }
    }
}

fn scheme(text: &str) -> Result<Scheme, Error> {
    let length = text.strip_prefix("blocks:").and_then(|length| length.parse().ok());
    match (text, length) {
        ("residual", _) => Ok(Scheme::Residual),
        ("wild", _) => Ok(Scheme::Wild(Weights::Rademacher)),
        ("wild-normal", _) => Ok(Scheme::Wild(Weights::Normal)),
        ("blocks", _) => Ok(Scheme::MovingBlock(None)),
        (_, Some(length)) => Ok(Scheme::MovingBlock(Some(length))),
        _ => Err(Error::new(ErrorKind::Argument, format!("`{text}` is no way to draw errors"))
            .remedy("write residual, wild, wild-normal, blocks or blocks:20")),
    }
}

impl ShockArgs {
    /// The structural form asked for.
    pub fn identify(&self, model: &VarResult) -> anyhow::Result<Option<SvarResult>> {
        if self.a.is_none() && self.b.is_none() && self.long_run.is_none() {
            if self.shock_names.is_empty() {
                return Ok(None);
            }
            return Err(Error::new(ErrorKind::Argument, "--shock-names has nothing to name")
                .remedy("give --a, --b or --long-run, which tell shocks apart")
                .into());
        }
        let mut svar = Svar::of(model);
        if let Some(pattern) = &self.a {
            svar = svar.a(pattern.clone());
        }
        if let Some(pattern) = &self.b {
            svar = svar.b(pattern.clone());
        }
        if let Some(pattern) = &self.long_run {
            svar = svar.long_run(pattern.clone());
        }
        if !self.shock_names.is_empty() {
            svar = svar.shocks(self.shock_names.iter().cloned());
        }
        Ok(Some(svar.run()?))
    }

    /// Whether bands come from draws.
    pub fn draws_bands(&self) -> bool {
        self.bootstrap.is_some()
    }

    /// Bands from draws, of intervals that cover `level`.
    pub fn bands(&self, bootstrap: Bootstrap<'_>, level: f64, answer: Answer) -> anyhow::Result<Answer> {
        let mut bootstrap = bootstrap.scheme(self.bootstrap.unwrap_or_default());
        if let Some(draws) = self.draws {
            bootstrap = bootstrap.draws(draws);
        }
        if let Some(seed) = self.seed {
            bootstrap = bootstrap.seed(seed);
        }
        if self.bias_corrected {
            bootstrap = bootstrap.bias_corrected();
        }
        let (bands, interval) = (bootstrap.run()?, Interval::from(self.interval));
        let answer = answer.result(&Bands::of(&bands, interval, level)?)?;
        Ok(bands.tables_of(interval, level)?.into_iter().fold(answer, Answer::table))
    }

    /// What each shock has contributed, if asked for.
    pub fn history(&self, model: &VarResult, svar: Option<&SvarResult>, answer: Answer) -> anyhow::Result<Answer> {
        if !self.history {
            return Ok(answer);
        }
        let history = match svar {
            Some(svar) => svar.historical_decomposition()?,
            None => model.historical_decomposition()?,
        };
        let answer = answer.result(&History::of(&history))?;
        Ok(history.tables().into_iter().fold(answer, Answer::table))
    }
}

/// A, B and the long run, and the test of their restrictions.
pub fn identified(svar: &SvarResult, answer: Answer) -> anyhow::Result<Answer> {
    let answer = answer.result(&Structural::of(svar))?.result(&svar.overidentification().reports()[0])?;
    Ok(svar.tables().into_iter().fold(answer, Answer::table))
}

#[derive(Serialize)]
struct Structural<'a> {
    model: &'static str,
    shocks: &'a [String],
    parameters: Vec<StructuralParameter>,
    log_likelihood: f64,
    settings: &'a [Setting],
}

impl<'a> Structural<'a> {
    fn of(svar: &'a SvarResult) -> Self {
        Self {
            model: "svar",
            shocks: svar.shock_names(),
            parameters: svar.tidy(),
            log_likelihood: svar.log_likelihood(),
            settings: svar.settings(),
        }
    }
}

#[derive(Serialize)]
struct Bands<'a> {
    model: &'static str,
    shock: &'a str,
    cumulative: bool,
    conf_level: f64,
    bands: &'static str,
    interval: String,
    responses: Vec<Response>,
    settings: &'a [Setting],
    notes: &'a [Note],
}

impl<'a> Bands<'a> {
    fn of(bands: &'a BootstrapResponses, interval: Interval, level: f64) -> Result<Self, Error> {
        Ok(Self {
            model: "var-responses",
            shock: bands.shock(),
            cumulative: bands.is_cumulative(),
            conf_level: level,
            bands: "bootstrap",
            interval: interval.to_string(),
            responses: bands.tidy(interval, level)?,
            settings: bands.settings(),
            notes: bands.notes(),
        })
    }
}

#[derive(Serialize)]
struct History {
    model: &'static str,
    contributions: Vec<Contribution>,
}

impl History {
    fn of(history: &HistoricalDecomposition) -> Self {
        Self { model: "var-history", contributions: history.tidy() }
    }
}

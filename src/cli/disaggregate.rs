//! `yalu disaggregate`: an annual figure spread over quarters or months.

use anyhow::bail;
use clap::{Args as ClapArgs, ValueEnum};
use yalu::disaggregate::{Adjustment, Disaggregate, Method, Rho};
use yalu::series::Aggregation;
use yalu::{Frequency, Series};

use super::Done;
use super::answer::Answer;
use super::output::Output;
use super::source::Source;

/// Spread annual (or quarterly) values over quarters or months, by indicators or a smooth curve
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu disaggregate annual.csv gdp --into quarterly\n  \
    yalu disaggregate annual.csv gdp --into monthly --indicators-from trade.csv --indicator exports\n  \
    yalu disaggregate annual.csv reserves --into monthly --observed end --indicators-from trade.csv \\\n      \
      --indicator exports --indicator imports --method litterman --rho minrss\n  \
    yalu disaggregate annual.csv gdp --into monthly --indicators-from trade.csv --indicator exports \\\n      \
      --method fernandez --export gdp_monthly.csv\n\n\
    What it makes is constructed data: its name ends in _disaggregated, from which later commands\n\
    know it, and `yalu granger` refuses it without --accept-constructed-data.\n\
    The text shows the first and the last year; --format csv and --export FILE.csv have all periods.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The series to spread: a column, or a transform of columns
    series: String,
    /// The frequency to reach
    #[arg(long, value_name = "FREQUENCY", value_parser = frequency)]
    into: Frequency,
    /// An indicator of that frequency: a column of the file of --indicators-from, or a transform
    #[arg(long = "indicator", value_name = "X", requires = "indicators_from")]
    indicators: Vec<String>,
    /// The file of the indicators
    #[arg(long, value_name = "FILE", requires = "indicators")]
    indicators_from: Option<String>,
    /// The method; chow-lin with indicators and denton-cholette without, if not given
    #[arg(long)]
    method: Option<MethodName>,
    /// What the observed values are of those inside; their sum if not given
    #[arg(long)]
    observed: Option<ObservedName>,
    /// chow-lin and litterman: ρ itself, or how it is found: maxlog, minrss, minrss-ecotrim
    #[arg(long, value_name = "RHO", value_parser = rho, allow_hyphen_values = true)]
    rho: Option<Rho>,
    /// chow-lin and litterman: the range in which ρ is looked for; 0:0.999 if not given
    #[arg(long, value_name = "LOW:HIGH", value_parser = range, allow_hyphen_values = true)]
    rho_range: Option<(f64, f64)>,
    /// No constant beside the indicators
    #[arg(long)]
    no_constant: bool,
    /// denton: keep the difference from the indicator from changing, not the ratio to it
    #[arg(long)]
    additive: bool,
    /// denton: 1 for the least change, 2 for the least change of change; 1 if not given
    #[arg(long, value_name = "ORDER")]
    differences: Option<usize>,
    /// Fewest degrees of freedom for which standard errors are printed
    #[arg(long, value_name = "DF", default_value_t = 5)]
    min_df: usize,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum MethodName {
    ChowLin,
    Fernandez,
    Litterman,
    Denton,
    #[value(alias = "cholette")]
    DentonCholette,
}

#[derive(Clone, Copy, ValueEnum)]
enum ObservedName {
    Sum,
    #[value(alias = "average")]
    Mean,
    #[value(name = "start", alias = "first")]
    Start,
    #[value(name = "end", alias = "last")]
    End,
}

fn frequency(text: &str) -> Result<Frequency, yalu::Error> {
    text.parse()
}

fn rho(text: &str) -> Result<Rho, String> {
    match text {
        "maxlog" | "ml" => Ok(Rho::MaximumLikelihood),
        "minrss" | "minrss-quilis" => Ok(Rho::MinimumRss),
        "minrss-ecotrim" => Ok(Rho::MinimumRssOfCorrelations),
        _ => text.parse().map(Rho::Fixed).map_err(|_| "write maxlog, minrss, minrss-ecotrim or a number".to_owned()),
    }
}

fn range(text: &str) -> Result<(f64, f64), String> {
    let ends = text.split_once(':').and_then(|(low, high)| Some((low.parse().ok()?, high.parse().ok()?)));
    ends.ok_or_else(|| "write two numbers with a colon, such as 0:0.999".to_owned())
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let method = method(args)?;
    let (frame, data) = args.source.read()?;
    let low = frame.expression(&args.series)?;
    let mut notes = frame.notes().to_vec();
    let mut indicators: Vec<Series> = Vec::new();
    if let Some(file) = &args.indicators_from {
        let (other, _) = args.source.beside(file).read()?;
        for name in &args.indicators {
            indicators.push(other.expression(name)?);
        }
        notes.extend(other.notes().iter().cloned());
    }
    let indicators: Vec<&Series> = indicators.iter().collect();
    let observed = args.observed.map(|observed| match observed {
        ObservedName::Sum => Aggregation::Sum,
        ObservedName::Mean => Aggregation::Mean,
        ObservedName::Start => Aggregation::Start,
        ObservedName::End => Aggregation::End,
    });
    let frequency = args.into;
    let mut question = Disaggregate::of(&low).to(frequency).indicators(&indicators).min_df(args.min_df);
    question = super::flags::set!(question, aggregation = observed, method = method);
    if args.no_constant {
        question = question.no_constant();
    }
    if let Some((low, high)) = args.rho_range {
        question = question.rho_range(low, high);
    }
    let result = question.run()?;
    let table = result.table();
    let year = frequency.per_year();
    let mut answer = Answer::of("disaggregate").data(data).notes(&notes).words(result.in_words());
    if let Some(regression) = result.regression() {
        answer = answer.table(regression);
    }
    let answer = answer.table(table.ends(year, year)).records(table).result(&result)?.notes(result.notes());
    args.output.show(&answer)?;
    Ok(Done::Well)
}

/// The method asked for, with the flags that belong to it; one that belongs to another is refused.
fn method(args: &Args) -> anyhow::Result<Option<Method>> {
    let name = args.method.unwrap_or(if args.indicators.is_empty() {
        MethodName::DentonCholette
    } else {
        MethodName::ChowLin
    });
    let denton = matches!(name, MethodName::Denton | MethodName::DentonCholette);
    let has_rho = matches!(name, MethodName::ChowLin | MethodName::Litterman);
    let flags = [
        ("--rho", args.rho.is_some(), has_rho, "chow-lin and litterman"),
        ("--rho-range", args.rho_range.is_some(), has_rho, "chow-lin and litterman"),
        ("--no-constant", args.no_constant, !denton, "chow-lin, fernandez and litterman"),
        ("--additive", args.additive, denton, "denton and denton-cholette"),
        ("--differences", args.differences.is_some(), denton, "denton and denton-cholette"),
    ];
    for (flag, given, read, methods) in flags {
        if given && !read {
            bail!("{flag} belongs to the methods {methods} — leave it out, or ask for one of these with --method");
        }
    }
    if args.rho_range.is_some() && matches!(args.rho, Some(Rho::Fixed(_))) {
        bail!("--rho-range is where ρ is looked for, and --rho gives it — leave one of them out");
    }
    if args.method.is_none() && args.rho.is_none() && !args.additive && args.differences.is_none() {
        return Ok(None);
    }
    let rho = args.rho.unwrap_or_default();
    let adjustment = Adjustment { proportional: !args.additive, differences: args.differences.unwrap_or(1) };
    Ok(Some(match name {
        MethodName::ChowLin => Method::ChowLin(rho),
        MethodName::Fernandez => Method::Fernandez,
        MethodName::Litterman => Method::Litterman(rho),
        MethodName::Denton => Method::Denton(adjustment),
        MethodName::DentonCholette => Method::DentonCholette(adjustment),
    }))
}

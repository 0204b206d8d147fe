//! `yalu regress`: least squares by formula, several models side by side.

use clap::Args as ClapArgs;
use serde::Serialize;

use yalu::hypothesis::Setting;
use yalu::regression::{Coefficient, Covariance, Fit, FitSummary, Ols, Restriction, side_by_side};
use yalu::table::{Stars, Table};
use yalu::{Design, Note, Sample, Stamp, TestReport};

use super::Done;
use super::answer::Answer;
use super::output::Output;
use super::source::Source;

/// Least squares by formula, with any covariance; several formulas stand side by side
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu regress trade.csv \"imports ~ exports\"\n  \
    yalu regress trade.csv \"imports ~ exports * post(2010-06)\" --cov nw:4 \\\n      \
      --test \"exports:post(2010-06) = 0\"\n  \
    yalu regress trade.csv \"imports ~ exports\" \"imports ~ exports + trend()\" --export models.tex\n  \
    yalu regress china_reported_annual \\\n      \
      \"log(nk_imports_from_china) ~ log(nk_exports_to_china) * post(2010)\" --cov hc3\n\n\
    Formulas: log() diff() dlog() growth() lag(x, 1:4) lead() I(x^2) a*b a:b\n          \
              post(D) between(A, B) pulse(D) trend() season(), and 0 + for no constant\n\
    Covariances: classical, hc0 to hc4, nw:LAGS, nw:auto[:KERNEL], andrews[:KERNEL],\n             \
                 hac:KERNEL:BANDWIDTH, KERNEL being bartlett, parzen or qs; the last four also with `,prewhite` and `,adjust`")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// One or more formulas, `y ~ x1 + x2`
    #[arg(required = true, value_name = "FORMULA")]
    formulas: Vec<String>,
    /// How the variance of the coefficients is estimated; several show the same models again
    #[arg(long = "cov", value_name = "COVARIANCE", default_value = "classical")]
    covariances: Vec<Covariance>,
    /// A linear hypothesis to test in every model, `x1 = 0, x2 = x3`
    #[arg(long, value_name = "RESTRICTIONS")]
    test: Vec<String>,
    /// Print stars at 10, 5 and 1 %, by the standard errors shown
    #[arg(long)]
    stars: bool,
    #[command(flatten)]
    output: Output,
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let (frame, data) = args.source.read()?;
    let mut fits = Vec::new();
    for formula in &args.formulas {
        let fit = Ols::fit(&Design::from_formula(&frame, formula)?)?;
        for covariance in &args.covariances {
            fits.push(fit.with(*covariance)?);
        }
    }
    let mut answer = Answer::of("regress").data(data).notes(frame.notes());
    answer = match fits.as_slice() {
        [fit] if !args.stars => answer.table(fit.table()),
        _ => {
            let title = if fits.len() == 1 { "Least squares" } else { "Least squares, models side by side" };
            answer.table(side_by_side("regressions", title, &fits, args.stars.then(Stars::default)))
        }
    };
    let restrictions: Vec<Restriction> =
        args.test.iter().map(|text| Restriction::parse(text)).collect::<Result<_, _>>()?;
    for (i, fit) in fits.iter().enumerate() {
        let model = format!("({})", i + 1);
        answer = answer.result(&FitResult::of(&model, fit))?.notes(&fit.notes());
        let mut reports: Vec<TestReport> = Vec::new();
        for restriction in &restrictions {
            let test = fit.wald(restriction)?;
            reports.extend(test.reports());
            reports.extend(test.likelihood_reports().into_iter().flatten());
        }
        for report in &reports {
            answer = answer.result(&Tested { model: &model, report })?;
        }
        if !reports.is_empty() {
            answer = answer.table(test_table(&reports, (fits.len() > 1).then_some(model.as_str())));
        }
    }
    args.output.show(&answer)?;
    Ok(Done::Well)
}

/// Tests of one model; `number` says which where there are several.
fn test_table(reports: &[TestReport], number: Option<&str>) -> Table {
    let (table, title) = (yalu::hypothesis::test_table(reports), "Tests of linear restrictions");
    match number {
        Some(number) => {
            let id = format!("tests-{}", number.trim_matches(['(', ')']));
            table.identified(id).titled(format!("{title}, model {number}"))
        }
        None => table.titled(title),
    }
}

/// One fit for a machine: coefficients, summary, sample, settings, notes.
#[derive(Serialize)]
pub struct FitResult<'a> {
    /// Its name, or its number in the table of models side by side.
    model: &'a str,
    estimator: &'static str,
    response: &'a str,
    coefficients: Vec<Coefficient>,
    summary: FitSummary,
    covariance: String,
    sample: Sample,
    dropped: Vec<Stamp>,
    settings: Vec<Setting>,
    notes: Vec<Note>,
}

impl<'a> FitResult<'a> {
    pub fn of(model: &'a str, fit: &'a Fit) -> Self {
        Self {
            model,
            estimator: "ols",
            response: fit.design().response(),
            coefficients: fit.tidy(),
            summary: fit.glance(),
            covariance: fit.covariance().to_string(),
            sample: fit.sample(),
            dropped: fit.design().dropped().to_vec(),
            settings: fit.settings(),
            notes: fit.notes(),
        }
    }
}

/// A test and the model whose coefficients it is about.
#[derive(Serialize)]
struct Tested<'a> {
    model: &'a str,
    #[serde(flatten)]
    report: &'a TestReport,
}

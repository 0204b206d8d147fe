//! `yalu regress`: least squares by formula, several models side by side.

use clap::Args as ClapArgs;
use serde_json::json;
use yalu::regression::{Covariance, Fit, Ols, Restriction, side_by_side};
use yalu::table::Stars;
use yalu::{Design, Note, TestReport};

use super::Done;
use super::answer::Answer;
use super::output::Output;
use super::source::Source;

/// Least squares by formula, with any covariance; several formulas stand side by side
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu regress trade.csv \"imports ~ exports\"\n  \
    yalu regress trade.csv \"imports ~ exports * post(2010-06)\" --cov nw:4 --test \"exports:post(2010-06) = 0\"\n  \
    yalu regress china_reported_annual \"log(nk_imports_from_china) ~ log(nk_exports_to_china) * post(2010)\" --cov hc3\n\n\
    Formulas: log() diff() dlog() growth() lag(x, 1:4) lead() I(x^2) a*b a:b post(D) between(A, B) pulse(D) trend() season() 0 +\n\
    Covariances: classical, hc0 to hc4, nw:LAGS, nw:auto, andrews:qs, hac:KERNEL:BANDWIDTH; with `,prewhite` and `,adjust`")]
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
    for fit in &fits {
        answer = answer.result(&fit_json(fit))?.notes(&fit.notes());
    }
    let mut reports: Vec<TestReport> = Vec::new();
    for fit in &fits {
        for restriction in &restrictions {
            reports.extend(fit.wald(restriction)?.reports());
        }
    }
    if !reports.is_empty() {
        answer = answer.table(yalu::hypothesis::test_table(&reports));
        for report in &reports {
            answer = answer.result(report)?;
        }
    }
    args.output.show(&answer)?;
    Ok(Done::Well)
}

/// One fit for a machine: coefficients, summary, sample, settings, notes.
fn fit_json(fit: &Fit) -> serde_json::Value {
    let notes: Vec<Note> = fit.notes();
    json!({
        "model": "ols",
        "response": fit.design().response(),
        "coefficients": fit.tidy(),
        "summary": fit.glance(),
        "covariance": fit.covariance().to_string(),
        "sample": fit.sample(),
        "dropped": fit.design().dropped(),
        "settings": fit.settings(),
        "notes": notes,
    })
}

//! One test of one series; what the user did not say is left to the test.

use anyhow::bail;
use yalu::regression::Criterion;
use yalu::unit_root::lee_strazicich::{Breaks, LmModel};
use yalu::unit_root::{
    Adf, DfGls, ErsPointOptimal, Hegy, Kpss, LagRule, LeeStrazicich, PhillipsPerron, SchmidtPhillips, SeasonalLaw,
    SeasonalTerms, Terms, VarianceRatio, ZivotAndrews,
};
use yalu::{Series, TestReport};

use super::{Args, BreakName, TestName};
use crate::cli::flags::set;
use crate::cli::lags::TermsName;

pub fn reports(args: &Args, test: TestName, series: &Series) -> anyhow::Result<Vec<TestReport>> {
    let (terms, df) = (args.terms.map(Terms::from), args.min_df);
    let lags = args.lags.lags(rule(test));
    Ok(match test {
        TestName::Adf => {
            let result = set!(Adf::of(series).min_df(df), terms = terms, lags = lags).run()?;
            [result.reports(), result.joint()].concat()
        }
        TestName::Pp => {
            let test = PhillipsPerron::of(series).min_df(df);
            set!(test, terms = terms, bandwidth = args.bandwidth).run()?.reports().to_vec()
        }
        TestName::DfGls => set!(DfGls::of(series).min_df(df), terms = terms, lags = lags).run()?.reports().to_vec(),
        TestName::Ers => {
            set!(ErsPointOptimal::of(series).min_df(df), terms = terms, lags = lags).run()?.reports().to_vec()
        }
        TestName::SchmidtPhillips => {
            let test = SchmidtPhillips::of(series).min_df(df);
            set!(test, degree = args.degree, bandwidth = args.bandwidth).run()?.reports().to_vec()
        }
        TestName::Kpss => {
            let test = Kpss::of(series).min_df(df);
            set!(test, terms = terms, bandwidth = args.bandwidth).run()?.reports().to_vec()
        }
        TestName::Vr => {
            let test = VarianceRatio::of(series).min_df(df);
            set!(test, terms = terms, horizons = args.horizons.clone()).run()?.reports().to_vec()
        }
        TestName::ZivotAndrews => {
            let test = ZivotAndrews::of(series).min_df(df);
            let test = set!(test, break_in = args.break_in.map(Into::into), lags = lags, trim = args.trim);
            test.run()?.reports().to_vec()
        }
        TestName::LeeStrazicich => {
            let test = LeeStrazicich::of(series).min_df(df);
            let breaks = args.breaks.map(|count| if count == 1 { Breaks::One } else { Breaks::Two });
            set!(test, breaks = breaks, model = model(args)?, lags = lags, trim = args.trim).run()?.reports().to_vec()
        }
        TestName::Hegy => {
            let test = Hegy::of(series).min_df(df);
            set!(test, terms = seasonal_terms(args)?, law = law(args), lags = lags).run()?.reports().to_vec()
        }
    })
}

/// The rule by which each test chooses its lags.
fn rule(test: TestName) -> LagRule {
    match test {
        TestName::DfGls => LagRule::ModifiedAic,
        TestName::Ers => Criterion::Bic.into(),
        TestName::LeeStrazicich => LagRule::TStat,
        _ => Criterion::Aic.into(),
    }
}

/// A slope that breaks alone has no test of this kind.
fn model(args: &Args) -> anyhow::Result<Option<LmModel>> {
    Ok(match args.break_in {
        None => None,
        Some(BreakName::Intercept) => Some(LmModel::Crash),
        Some(BreakName::Both) => Some(LmModel::TrendBreak),
        Some(BreakName::Trend) => {
            bail!("Lee and Strazicich have no test with a break in the trend alone — ask for `intercept` or `both`")
        }
    })
}

fn seasonal_terms(args: &Args) -> anyhow::Result<Option<SeasonalTerms>> {
    Ok(match (args.terms, args.seasonal) {
        (None, false) => None,
        (None | Some(TermsName::C), true) => Some(SeasonalTerms::Seasons),
        (Some(TermsName::Ct), true) => Some(SeasonalTerms::SeasonsTrend),
        (Some(TermsName::N), false) => Some(SeasonalTerms::None),
        (Some(TermsName::C), false) => Some(SeasonalTerms::Constant),
        (Some(TermsName::Ct), false) => Some(SeasonalTerms::Trend),
        (Some(TermsName::N), true) => {
            bail!("seasonal dummies make a constant together — ask for `--terms c --seasonal`, or leave out --seasonal")
        }
        (Some(TermsName::Ctt), _) => {
            bail!("the test for seasonal unit roots has no law with a quadratic trend — ask for `--terms ct`")
        }
    })
}

fn law(args: &Args) -> Option<SeasonalLaw> {
    let SeasonalLaw::Drawn { draws, seed } = SeasonalLaw::default() else { return None };
    (args.draws.is_some() || args.seed.is_some())
        .then(|| SeasonalLaw::Drawn { draws: args.draws.unwrap_or(draws), seed: args.seed.unwrap_or(seed) })
}

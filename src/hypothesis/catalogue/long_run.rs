//! Entries on single long-run equations.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[ENGLE_GRANGER, PHILLIPS_OULIARIS, GREGORY_HANSEN, DOLS, FMOLS, CCR];

const ENGLE_GRANGER: Entry = Entry {
    id: "engle-granger",
    aliases: &["eg", "coint", "aeg"],
    kind: Kind::Test,
    title: "Engle–Granger test for cointegration",
    asks: "Have the residuals of the long-run regression a unit root, so that the series do not belong together?",
    null: Some("The series are not cointegrated."),
    statistic: "τ = (ρ̂ − 1)/s.e. in Δûₜ = (ρ − 1)ûₜ₋₁ + Σ γⱼΔûₜ₋ⱼ + eₜ, û the residuals of yₜ = d'ₜδ + x'ₜβ + uₜ, compared to \
                the law for this many series; small values reject.",
    conventions: &[
        "The series on the left-hand side matters: the one given is reported, all others on request.",
        "Lags by AIC unless given, as in the augmented Dickey–Fuller test.",
        "mackinnon1996-n (headline): p-value at the rows used; mackinnon1996 and mackinnon1994: for n → ∞.",
        "Critical values of MacKinnon (2010) at the rows used.",
        "arch: p and critical values from the simulation in arch.",
    ],
    agrees: &[
        "statsmodels coint (p as mackinnon1994)",
        "arch engle_granger (p as arch)",
        "gretl coint (p as mackinnon1996-n without lags, as mackinnon1996 with them)",
    ],
    differs: &[
        "statsmodels carries −33.527 for −22.527 in MacKinnon's 1 % value for two series and a constant.",
        "arch chooses the lags by BIC.",
    ],
    references: &[
        "Engle, R. F. and Granger, C. W. J. (1987), Co-integration and error correction: representation, estimation, and \
         testing, Econometrica 55, 251–276.",
        "MacKinnon, J. G. (1996), Numerical distribution functions for unit root and cointegration tests, Journal of Applied \
         Econometrics 11, 601–618.",
        "MacKinnon, J. G. (2010), Critical values for cointegration tests, Queen's Economics Department Working Paper 1227.",
    ],
    command: Some("yalu coint FILE y x --test engle-granger"),
    docs: "yalu::cointegration::residual::engle_granger",
};

const PHILLIPS_OULIARIS: Entry = Entry {
    id: "phillips-ouliaris",
    aliases: &["po", "ca-po"],
    kind: Kind::Test,
    title: "Phillips–Ouliaris tests for cointegration",
    asks: "Are the series cointegrated, whatever the autocorrelation of the residuals?",
    null: Some("The series are not cointegrated."),
    statistic: "Zt and Zα: the t statistic and n(α̂ − 1) of ûₜ = αûₜ₋₁ + kₜ, corrected by the long-run variance of k; \
                Pu = n ω₁₁·₂/(n⁻¹Σû²ₜ) and Pz = n tr(Ω M⁻¹), Ω the long-run covariance of the innovations of all series.",
    conventions: &[
        "n is the number of dates throughout, as in the paper; M is of the series less their deterministic terms.",
        "Bartlett kernel with ⌊4 (n/100)^(2/9)⌋ lags unless set.",
        "The label says statistic and law: Zt-mackinnon1996-n (the headline), Zt-mackinnon1996, Zt-mackinnon1994, Zt-arch, \
         Za-mackinnon1996-n, Za-mackinnon1996, Za-arch, Pu-arch, Pz-arch; Pu-urca, Pz-urca and Za-tseries are those \
         programs' variants, compared to the printed tables.",
        "Pz does not depend on which series is on the left; the others do.",
    ],
    agrees: &["arch phillips_ouliaris with the same bandwidth"],
    differs: &[
        "R urca::ca.po: Pu has n − 1 for n; Pz takes the raw levels' moments, which change with a constant added.",
        "R tseries::po.test: Zα with n − 1 for n, and by default ⌊n/100⌋ lags.",
    ],
    references: &["Phillips, P. C. B. and Ouliaris, S. (1990), Asymptotic properties of residual based tests for \
                   cointegration, Econometrica 58, 165–193."],
    command: Some("yalu coint FILE y x --test phillips-ouliaris"),
    docs: "yalu::cointegration::residual::phillips_ouliaris",
};

const GREGORY_HANSEN: Entry = Entry {
    id: "gregory-hansen",
    aliases: &["gh"],
    kind: Kind::Test,
    title: "Gregory–Hansen tests for cointegration with a shift",
    asks: "Are the series cointegrated, in an equation that may have shifted once at an unknown date?",
    null: Some("The series are not cointegrated."),
    statistic: "ADF*, Zt* and Zα*: the smallest τ, Zt and Zα of the residuals over all dates of a shift of the level (C), \
                of the level beside a trend (C/T), of level and slopes (C/S), of these and the trend (C/S/T).",
    conventions: &[
        "The last date before the shift runs from ⌊0.15 n⌋ to ⌊0.85 n⌋; the date is reported as last before | first after.",
        "Lags of τ by AIC at each date unless given; Bartlett kernel with ⌊4 (n/100)^(2/9)⌋ lags for Zt* and Zα* unless set.",
        "p is linear between the printed 1, 5 and 10 % critical values and a bound beyond them.",
        "A rejection says cointegrated, not shifted: it may be cointegration without a shift.",
    ],
    agrees: &["a second implementation in plain numpy, from the paper's equations"],
    differs: &["GAUSS tspdlib trims 10 % and leaves Zt and Zα uncorrected unless told otherwise."],
    references: &[
        "Gregory, A. W. and Hansen, B. E. (1996), Residual-based tests for cointegration in models with regime shifts, \
         Journal of Econometrics 70, 99–126.",
        "Gregory, A. W. and Hansen, B. E. (1996), Tests for cointegration in models with regime and trend shifts, Oxford \
         Bulletin of Economics and Statistics 58, 555–560.",
    ],
    command: Some("yalu coint FILE y x --test gregory-hansen --shift regime"),
    docs: "yalu::cointegration::residual::gregory_hansen",
};

const DOLS: Entry = Entry {
    id: "dols",
    aliases: &["dynamic-ols", "dynamic-least-squares"],
    kind: Kind::Estimator,
    title: "Dynamic least squares of a long-run equation",
    asks: "What are the coefficients of a cointegrating equation, with t statistics that can be used?",
    null: None,
    statistic: "Least squares of yₜ on dₜ, xₜ and Δxₜ₋ⱼ, j = −q … p; covariance ω²(Z'Z)⁻¹, ω² the long-run variance of the \
                residuals.",
    conventions: &[
        "Leads and lags by BIC up to ⌊4 (n/100)^¼⌋ of each unless given.",
        "Bartlett kernel with ⌊4 (n/100)^(2/9)⌋ lags, no small-sample factor, unless set; HAC on request.",
        "t statistics are compared to the normal.",
    ],
    agrees: &["arch DynamicOLS with the same leads, lags and bandwidth"],
    differs: &["arch's trend begins in the first row used, which moves the constant."],
    references: &[
        "Saikkonen, P. (1991), Asymptotically efficient estimation of cointegration regressions, Econometric Theory 7, 1–21.",
        "Stock, J. H. and Watson, M. W. (1993), A simple estimator of cointegrating vectors in higher order integrated \
         systems, Econometrica 61, 783–820.",
    ],
    command: Some("yalu coint FILE y x --estimate dols"),
    docs: "yalu::cointegration::long_run::dols",
};

const FMOLS: Entry = Entry {
    id: "fmols",
    aliases: &["fully-modified", "fully-modified-ols", "phillips-hansen"],
    kind: Kind::Estimator,
    title: "Fully modified least squares of a long-run equation",
    asks: "What are the coefficients of a cointegrating equation, with t statistics that can be used?",
    null: None,
    statistic: "θ = (Z'Z)⁻¹(Z'y⁺ − m(0, λ⁺)'), y⁺ = y − ω₁₂Ω₂₂⁻¹v̂, λ⁺ = λ₁₂ − ω₁₂Ω₂₂⁻¹Λ₂₂; covariance ω₁₁·₂(Z'Z)⁻¹.",
    conventions: &[
        "Bartlett kernel with ⌊4 (n/100)^(2/9)⌋ lags, no prewhitening, no small-sample factor, unless set.",
        "The regressors' deterministic terms are the equation's unless set, taken off in levels or in differences.",
        "Automatic bandwidths see each innovation divided by its standard deviation.",
        "t statistics are compared to the normal.",
    ],
    agrees: &["arch FullyModifiedOLS with the same bandwidth"],
    differs: &["arch chooses the bandwidth by Newey and West (1994) from the unscaled sum of the innovations."],
    references: &["Phillips, P. C. B. and Hansen, B. E. (1990), Statistical inference in instrumental variables \
                   regression with I(1) processes, Review of Economic Studies 57, 99–125."],
    command: Some("yalu coint FILE y x --estimate fmols"),
    docs: "yalu::cointegration::long_run::fmols",
};

const CCR: Entry = Entry {
    id: "ccr",
    aliases: &["canonical-cointegrating-regression", "park"],
    kind: Kind::Estimator,
    title: "Canonical cointegrating regression",
    asks: "What are the coefficients of a cointegrating equation, with t statistics that can be used?",
    null: None,
    statistic: "Least squares of y* on dₜ and x*, x* = x − (Σ⁻¹Λ₂)'η, y* = y − (Σ⁻¹Λ₂β̂ + (0, ω₁₂Ω₂₂⁻¹)')'η; covariance \
                ω₁₁·₂(Z*'Z*)⁻¹.",
    conventions: &["As fully modified least squares."],
    agrees: &["arch CanonicalCointegratingReg with the same bandwidth"],
    differs: &[
        "arch's trend begins in the first row used, which moves the constant.",
        "arch 8.0.0 with df_adjust multiplies ω₁₁ alone, not ω₁₁·₂.",
    ],
    references: &["Park, J. Y. (1992), Canonical cointegrating regressions, Econometrica 60, 119–143."],
    command: Some("yalu coint FILE y x --estimate ccr"),
    docs: "yalu::cointegration::long_run::ccr",
};

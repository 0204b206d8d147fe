//! Entries on unit roots and stationarity.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[ADF, JOINT, PP, PP_ALPHA, KPSS, VARIANCE_RATIO];

const MACKINNON_1996: &str = "MacKinnon, J. G. (1996), Numerical distribution functions for unit root and cointegration \
                              tests, Journal of Applied Econometrics 11, 601–618.";

const ADF: Entry = Entry {
    id: "adf",
    aliases: &["augmented-dickey-fuller", "dickey-fuller", "df"],
    kind: Kind::Test,
    title: "Augmented Dickey–Fuller test",
    asks: "Has the series a unit root, rather than being stationary around its deterministic terms?",
    null: Some("The series has a unit root."),
    statistic: "τ = (ρ̂ − 1)/s.e. in Δyₜ = d'ₜδ + (ρ − 1)yₜ₋₁ + Σ γⱼΔyₜ₋ⱼ + uₜ, compared to Dickey and Fuller's law.",
    conventions: &[
        "Lags by AIC unless given: candidates compared on the rows that the longest leaves, the winner on all its rows.",
        "The longest candidate is ⌈12 (n/100)^¼⌉ and leaves at least five degrees of freedom.",
        "mackinnon1996-n (headline): p-value at the rows used; mackinnon1996 and mackinnon1994: for n → ∞.",
        "Critical values are MacKinnon's (2010) at the rows used.",
    ],
    agrees: &[
        "statsmodels adfuller and arch ADF: statistic, lags, mackinnon1994",
        "gretl adf: statistic and lags; its p-value is mackinnon1996-n if given 0 lags, else mackinnon1996",
        "R urca::ur.df with fixed lags; fUnitRoots::punitroot for mackinnon1996-n (N = rows) and mackinnon1996 (N = Inf)",
    ],
    differs: &[
        "R urca::ur.df with selectlags never tries 0 lags and keeps the rows of the longest.",
        "R urca prints Fuller's (1976) critical values for the next larger tabulated n.",
        "R tseries::adf.test interpolates its p-value in another table and clips it to 0.01 … 0.99.",
    ],
    references: &[
        "Dickey, D. A. and Fuller, W. A. (1979), Distribution of the estimators for autoregressive time series with a \
         unit root, Journal of the American Statistical Association 74, 427–431.",
        "MacKinnon, J. G. (1994), Approximate asymptotic distribution functions for unit-root and cointegration tests, \
         Journal of Business & Economic Statistics 12, 167–176.",
        MACKINNON_1996,
    ],
    command: Some("yalu unitroot FILE x --test adf"),
    docs: "yalu::unit_root::adf",
};

const JOINT: Entry = Entry {
    id: "adf-joint",
    aliases: &["phi1", "phi2", "phi3", "dickey-fuller-joint"],
    kind: Kind::Test,
    title: "Dickey–Fuller joint F test",
    asks: "Has the series a unit root and neither drift nor trend?",
    null: Some(
        "The series has a unit root, and the constant (Φ₁), both constant and trend (Φ₂) or the trend (Φ₃) is zero.",
    ),
    statistic: "F of the restrictions in the regression of the augmented test, compared to Dickey and Fuller's table.",
    conventions: &[
        "Φ₁ in the regression with a constant, Φ₂ and Φ₃ in the one with a trend.",
        "Critical values linear in 1/n between the rows of the table; the p-value is a bound.",
    ],
    agrees: &["R urca::ur.df: the statistics; its critical values are those of the next larger tabulated n"],
    differs: &["R urca repeats, for Φ₃ at 250 observations, the 5 and 10 % values of 100 (6.49, 5.47 for 6.34, 5.39)."],
    references: &[
        "Dickey, D. A. and Fuller, W. A. (1981), Likelihood ratio statistics for autoregressive time series with \
                   a unit root, Econometrica 49, 1057–1072.",
    ],
    command: Some("yalu unitroot FILE x --test adf --terms ct"),
    docs: "yalu::unit_root::adf",
};

const PP: Entry = Entry {
    id: "pp",
    aliases: &["phillips-perron", "pp-tau", "z-tau"],
    kind: Kind::Test,
    title: "Phillips–Perron test, Zτ",
    asks: "Has the series a unit root, whatever the autocorrelation of its change?",
    null: Some("The series has a unit root."),
    statistic: "Zτ = √(γ₀/λ²) τ − ½(λ² − γ₀)/λ · nσ̂/s, λ² the long-run variance, compared to Dickey and Fuller's law of τ.",
    conventions: &[
        "λ² with Bartlett weights and ⌈12 (n/100)^¼⌉ autocovariances unless said.",
        "mackinnon1996-n (headline): p-value at the rows used; mackinnon1996 and mackinnon1994: for n → ∞.",
    ],
    agrees: &[
        "arch PhillipsPerron(test_type=\"tau\"): statistic and mackinnon1994",
        "Hamilton (1994), equation 17.6.8",
    ],
    differs: &[
        "R urca::ur.pp takes the moments of the current level, not the lagged one: up to a few per cent.",
        "R tseries::pp.test has other powers of n and interpolates its p-value in a table.",
    ],
    references: &[
        "Phillips, P. C. B. and Perron, P. (1988), Testing for a unit root in time series regression, Biometrika 75, 335–346.",
        "Hamilton, J. D. (1994), Time Series Analysis, Princeton University Press, section 17.6.",
        MACKINNON_1996,
    ],
    command: Some("yalu unitroot FILE x --test pp"),
    docs: "yalu::unit_root::phillips_perron",
};

const PP_ALPHA: Entry = Entry {
    id: "pp-alpha",
    aliases: &["pp-rho", "z-alpha", "z-rho"],
    kind: Kind::Test,
    title: "Phillips–Perron test, Zα",
    asks: "Has the series a unit root, whatever the autocorrelation of its change?",
    null: Some("The series has a unit root."),
    statistic: "Zα = n(ρ̂ − 1) − ½(λ² − γ₀) n²σ̂²/s², compared to Dickey and Fuller's law of n(ρ̂ − 1).",
    conventions: &[
        "λ² with Bartlett weights and ⌈12 (n/100)^¼⌉ autocovariances unless said.",
        "Critical values are those of MacKinnon's (1996) surface at the rows used.",
        "mackinnon1994: a surface made by that method for arch; one source.",
    ],
    agrees: &[
        "arch PhillipsPerron(test_type=\"rho\"): statistic and mackinnon1994",
        "Hamilton (1994), equation 17.6.12",
    ],
    differs: &[
        "R urca::ur.pp takes the moments of the current level, not the lagged one, and prints no critical values.",
    ],
    references: &[
        "Phillips, P. C. B. and Perron, P. (1988), Testing for a unit root in time series regression, Biometrika 75, 335–346.",
        MACKINNON_1996,
    ],
    command: Some("yalu unitroot FILE x --test pp"),
    docs: "yalu::unit_root::phillips_perron",
};

const KPSS: Entry = Entry {
    id: "kpss",
    aliases: &["kwiatkowski-phillips-schmidt-shin"],
    kind: Kind::Test,
    title: "KPSS test of stationarity",
    asks: "Is the series stationary around a level or a trend, rather than a random walk?",
    null: Some("The series is stationary around its constant (or constant and trend)."),
    statistic: "η = n⁻² Σ Sₜ²/λ², Sₜ partial sums of residuals, λ² their long-run variance; its limit is the integral of a \
                squared Brownian bridge.",
    conventions: &[
        "limit (headline): p-value and critical values of the limiting law, computed exactly.",
        "kpss1992: linear interpolation in the authors' simulated table; a bound outside 1 % … 10 %.",
        "λ² with Bartlett weights; autocovariances by Hobijn, Franses and Ooms (2004) unless said.",
    ],
    agrees: &[
        "R urca::ur.kpss, tseries::kpss.test, statsmodels kpss, arch KPSS, gretl kpss: the statistic at the same lags",
        "statsmodels kpss and tseries::kpss.test: kpss1992, which they print as 0.01 or 0.1 at the ends",
    ],
    differs: &[
        "arch KPSS simulates its p-values with 2,000 observations: near limit.",
        "gretl interpolates between 10, 5 and 1 % critical values only.",
    ],
    references: &[
        "Kwiatkowski, D., Phillips, P. C. B., Schmidt, P. and Shin, Y. (1992), Testing the null hypothesis of \
                   stationarity against the alternative of a unit root, Journal of Econometrics 54, 159–178.",
    ],
    command: Some("yalu unitroot FILE x --test kpss"),
    docs: "yalu::unit_root::kpss",
};

const VARIANCE_RATIO: Entry = Entry {
    id: "variance-ratio",
    aliases: &["vr", "lo-mackinlay"],
    kind: Kind::Test,
    title: "Variance ratio test",
    asks: "Is the series a random walk, or do its changes repeat or take back one another?",
    null: Some("The series is a random walk: its changes are uncorrelated within the horizon."),
    statistic: "z = √n (VR(q) − 1)/√φ, VR(q) the variance of q-period changes over q times that of one-period changes; N(0, 1).",
    conventions: &[
        "Overlapping changes, unbiased divisors, the mean change taken out.",
        "robust (headline): φ for a variance that may change; homoskedastic: φ = 2(2q − 1)(q − 1)/(3q).",
        "Horizons 2, 4, 8 and 16 as far as they are at most half the changes; each is a test of its own.",
    ],
    agrees: &["arch VarianceRatio(overlap=True, debiased=True, robust=True or False)"],
    differs: &["Programs that divide by the number of terms have another ratio: `.biased()`."],
    references: &[
        "Lo, A. W. and MacKinlay, A. C. (1988), Stock market prices do not follow random walks, Review of Financial \
                   Studies 1, 41–66.",
    ],
    command: Some("yalu unitroot FILE x --test vr"),
    docs: "yalu::unit_root::variance_ratio",
};

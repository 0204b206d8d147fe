//! Entries on unit roots and stationarity.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[Entry {
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
        "Critical values are MacKinnon's (2010) at the rows used.",
    ],
    agrees: &["statsmodels adfuller and arch ADF", "gretl adf", "R urca::ur.df with fixed lags"],
    differs: &["R urca::ur.df with selectlags never tries 0 lags and keeps the rows of the longest."],
    references: &[
        "Dickey, D. A. and Fuller, W. A. (1979), Distribution of the estimators for autoregressive time series with a \
         unit root, Journal of the American Statistical Association 74, 427–431.",
        "MacKinnon, J. G. (1994), Approximate asymptotic distribution functions for unit-root and cointegration tests, \
         Journal of Business & Economic Statistics 12, 167–176.",
    ],
    command: Some("yalu unitroot FILE x --test adf"),
    docs: "yalu::unit_root::adf",
}];

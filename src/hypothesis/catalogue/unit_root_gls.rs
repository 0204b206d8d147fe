//! Entries on tests that remove the deterministic terms before testing for a unit root.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "dfgls",
        aliases: &["df-gls", "adf-gls"],
        kind: Kind::Test,
        title: "DF-GLS test of Elliott, Rothenberg and Stock",
        asks: "Has the series a unit root, rather than being stationary around a constant or a trend? With more power than ADF.",
        null: Some("The series has a unit root."),
        statistic: "τ = (ρ̂ − 1)/s.e. in Δỹₜ = (ρ − 1)ỹₜ₋₁ + Σ γⱼΔỹₜ₋ⱼ + eₜ, ỹ the series less its deterministic terms by \
                    GLS at 1 + c/n, c = −7 (constant) or −13.5 (trend).",
        conventions: &[
            "Lags by Ng and Perron's modified AIC unless given, on the rows that the longest candidate leaves.",
            "p-value and critical values at the n of the series, from our simulation of the statistic without lags.",
            "Beside it, with a constant, the p-value of the limit: Dickey and Fuller's law without deterministic terms.",
        ],
        agrees: &["R urca::ur.ers(type = \"DF-GLS\"), arch DFGLS and gretl adf --gls with given lags"],
        differs: &[
            "arch and, with lags, gretl give p-values of the limit; with a constant these reject too often in short samples.",
            "arch chooses lags by plain AIC on the series detrended by OLS; gretl's longest lag is rounded down.",
            "urca prints the nearest row of the paper's table.",
        ],
        references: &[
            "Elliott, G., Rothenberg, T. J. and Stock, J. H. (1996), Efficient tests for an autoregressive unit root, \
             Econometrica 64, 813–836.",
            "Ng, S. and Perron, P. (2001), Lag length selection and the construction of unit root tests with good size \
             and power, Econometrica 69, 1519–1554.",
        ],
        command: Some("yalu unitroot FILE x --test df-gls --terms ct"),
        docs: "yalu::unit_root::df_gls",
    },
    Entry {
        id: "ers-point-optimal",
        aliases: &["ers", "p-test", "pt", "point-optimal"],
        kind: Kind::Test,
        title: "Feasible point-optimal test of Elliott, Rothenberg and Stock",
        asks: "Has the series a unit root, rather than a root of 1 + c/n?",
        null: Some("The series has a unit root."),
        statistic: "P_T = (S(ā) − ā S(1))/ω̂², ā = 1 + c/n, S(a) the sum of squared residuals of the quasi-differences at \
                    a, ω̂² = s²/(1 − Σγ̂ⱼ)² from an autoregression of the difference; small values reject.",
        conventions: &[
            "Lags of the autoregression by BIC unless given; it has the deterministic terms of the test.",
            "p-value and critical values at n and the number of lags from our simulation; beside it the paper's table, whose \
             p-value is a bound.",
        ],
        agrees: &["R urca::ur.ers(type = \"P-test\") with a constant, given the lags that urca chose"],
        differs: &[
            "With a trend urca leaves the trend out of the autoregression and divides the sum of the differences by n rather \
             than n − 1: its statistic depends on the slope.",
            "urca chooses by BIC among 1 to lag.max lags, each on its own rows.",
        ],
        references: &[
            "Elliott, G., Rothenberg, T. J. and Stock, J. H. (1996), Efficient tests for an autoregressive unit root, \
             Econometrica 64, 813–836.",
        ],
        command: Some("yalu unitroot FILE x --test ers"),
        docs: "yalu::unit_root::ers_point_optimal",
    },
    Entry {
        id: "schmidt-phillips",
        aliases: &["sp", "lm-unit-root"],
        kind: Kind::Test,
        title: "Schmidt–Phillips test",
        asks: "Has the series a unit root around a polynomial trend?",
        null: Some("The series has a unit root."),
        statistic: "Δyₜ on 1, t, …, t^(q−1) and S̃ₜ₋₁, the cumulated residuals of Δyₜ on those powers: τ̃ is its t \
                    statistic, ρ̃ n times its coefficient; Z(τ) = τ̃/ω̂, Z(ρ) = ρ̃/ω̂².",
        conventions: &[
            "ω̂² is the variance over the long-run variance of the residuals of yₜ on yₜ₋₁ and the trend, with a Bartlett \
             window up to ⌊4 (n/100)^¼⌋ lags unless given.",
            "p-values and critical values at n from our simulation, for degrees 1 to 4.",
        ],
        agrees: &["The tables of the paper, to 1.5 %"],
        differs: &[
            "R urca::ur.sp weights autocovariances by (2(l − j)/l)², which is no lag window: its statistics do not have \
             the law they are compared to.",
            "urca's critical values of τ stand in the wrong cells for degrees 2 to 4.",
        ],
        references: &[
            "Schmidt, P. and Phillips, P. C. B. (1992), LM tests for a unit root in the presence of deterministic trends, \
             Oxford Bulletin of Economics and Statistics 54, 257–287.",
        ],
        command: Some("yalu unitroot FILE x --test schmidt-phillips"),
        docs: "yalu::unit_root::schmidt_phillips",
    },
    Entry {
        id: "order-of-integration",
        aliases: &["integration-order", "order", "summary-of-unit-roots"],
        kind: Kind::Convention,
        title: "Order of integration, by several tests",
        asks: "How often must each series be differenced, where do the tests disagree, and which d has Toda and Yamamoto's test?",
        null: None,
        statistic: "A test of a unit root gives the smallest d for which it rejects on Δᵈy, a test of stationarity the smallest \
                    for which it does not, d = 0, 1, 2.",
        conventions: &[
            "A constant and a linear trend in levels unless set, a constant in differences.",
            "d for Toda and Yamamoto is the largest order that any test gives for any series: too large a d costs power, too \
             small a d the test's χ² law.",
            "Below 25 observations the simulated power and size of every test at that n stand beside it.",
            "No order is called proven.",
        ],
        agrees: &[],
        differs: &["R forecast::ndiffs applies one test."],
        references: &[
            "Dickey, D. A. and Pantula, S. G. (1987), Determining the order of differencing in autoregressive processes, \
             Journal of Business & Economic Statistics 5, 455–461.",
        ],
        command: Some("yalu unitroot FILE x y"),
        docs: "yalu::unit_root::order",
    },
];

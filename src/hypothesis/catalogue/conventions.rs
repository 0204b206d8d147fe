//! Entries on rules that the tests refer to.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "hc",
        aliases: &["hc0", "hc1", "hc2", "hc3", "hc4", "white", "robust"],
        kind: Kind::Convention,
        title: "Heteroskedasticity-consistent covariances",
        asks: "How uncertain are the coefficients if the errors' variance is not constant?",
        null: None,
        statistic: "(X′X)⁻¹ X′ diag(ω) X (X′X)⁻¹ with residuals u and leverages h: HC0 ω = u², HC1 u²·n/(n − k), HC2 \
                    u²/(1 − h), HC3 u²/(1 − h)², HC4 u²/(1 − h)^min(4, nh/k).",
        conventions: &[
            "\"Robust\" alone is never a name here: say which.",
            "t statistics are compared to t(n − k); the normal is used on request.",
        ],
        agrees: &["R sandwich::vcovHC", "statsmodels cov_type HC0 to HC3"],
        differs: &[
            "\"Robust\" is HC1 in Stata and fixest, HC3 is the default of sandwich::vcovHC.",
            "statsmodels compares robust t statistics with the normal by default.",
        ],
        references: &[
            "White, H. (1980), A heteroskedasticity-consistent covariance matrix estimator and a direct test for \
             heteroskedasticity, Econometrica 48, 817–838.",
            "MacKinnon, J. G. and White, H. (1985), Some heteroskedasticity-consistent covariance matrix estimators with \
             improved finite sample properties, Journal of Econometrics 29, 305–325.",
            "Cribari-Neto, F. (2004), Asymptotic inference under heteroskedasticity of unknown form, Computational \
             Statistics & Data Analysis 45, 215–233.",
        ],
        command: Some("yalu regress FILE \"y ~ x\" --cov hc3"),
        docs: "yalu::regression",
    },
    Entry {
        id: "hac",
        aliases: &["newey-west", "nw", "andrews", "autocorrelation-consistent"],
        kind: Kind::Convention,
        title: "Heteroskedasticity- and autocorrelation-consistent covariances",
        asks: "How uncertain are the coefficients if the errors are correlated over time?",
        null: None,
        statistic: "(X′X)⁻¹ S (X′X)⁻¹ with S = Γ₀ + Σⱼ w(j)(Γⱼ + Γⱼ′), Γⱼ = Σₜ uₜuₜ₋ⱼxₜxₜ₋ⱼ′; Newey–West with L lags has \
                    w(j) = 1 − j/(L + 1).",
        conventions: &[
            "Newey–West here: Bartlett kernel, the lag given, no prewhitening, no factor n/(n − k).",
            "Prewhitening, n/(n − k) and automatic bandwidths (Andrews 1991, Newey–West 1994) are offered, and named \
             in the result.",
            "t statistics are compared to t(n − k); the normal is used on request.",
        ],
        agrees: &[
            "R sandwich::NeweyWest(lag = L, prewhite = FALSE, adjust = FALSE)",
            "statsmodels cov_type = \"HAC\", maxlags = L, use_correction = False",
            "gretl --robust with a fixed lag",
        ],
        differs: &[
            "sandwich::NeweyWest prewhitens by a VAR(1) and picks the lag by default.",
            "statsmodels with use_correction = True multiplies the covariance by n/(n − k).",
        ],
        references: &[
            "Newey, W. K. and West, K. D. (1987), A simple, positive semi-definite, heteroskedasticity and \
             autocorrelation consistent covariance matrix, Econometrica 55, 703–708.",
            "Andrews, D. W. K. (1991), Heteroskedasticity and autocorrelation consistent covariance matrix estimation, \
             Econometrica 59, 817–858.",
            "Newey, W. K. and West, K. D. (1994), Automatic lag selection in covariance matrix estimation, Review of \
             Economic Studies 61, 631–653.",
        ],
        command: Some("yalu regress FILE \"y ~ x\" --cov nw:4"),
        docs: "yalu::regression",
    },
    Entry {
        id: "identified",
        aliases: &["not-identified", "min-df", "min-degrees-of-freedom"],
        kind: Kind::Convention,
        title: "When a test is identified",
        asks: "Are there enough observations for the number to mean anything?",
        null: None,
        statistic: "A test is computed when the design has full column rank and at least 5 residual degrees of freedom.",
        conventions: &[
            "Otherwise the result is \"not identified\" with the reason, not a number; the setting `min_df` moves the \
             threshold.",
            "With fewer than 20 residual degrees of freedom every result carries a note with its simulated size.",
            "No claim is called reproduced on a sample below that threshold.",
        ],
        agrees: &[],
        differs: &["Other programs print statistics down to one residual degree of freedom, without a warning."],
        references: &[],
        command: None,
        docs: "yalu::hypothesis",
    },
];

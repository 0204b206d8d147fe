//! What each convention is, and who prints it.

/// A convention with what distinguishes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    Chi2Ml,
    Chi2Wald,
    Lr,
    FSystem,
    F,
    FBootstrap,
    FHc0,
    FHc1,
    FHc3,
    FHac(usize),
    FHacAdjusted(usize),
    FTodaYamamoto(usize),
}

impl Known {
    /// In the order of the table, for the refusal of them all.
    pub const ALL: [Self; 12] = [
        Self::Chi2Ml,
        Self::Chi2Wald,
        Self::Lr,
        Self::FSystem,
        Self::F,
        Self::FBootstrap,
        Self::FHc0,
        Self::FHc1,
        Self::FHc3,
        Self::FHac(0),
        Self::FHacAdjusted(0),
        Self::FTodaYamamoto(1),
    ];

    /// Name, formula, programs.
    pub fn describe(self) -> (&'static str, String, &'static str) {
        match self {
            Self::Chi2Ml => (
                "chi2-ml",
                "T·(RSS₀ − RSS₁)/RSS₁".into(),
                "statsmodels grangercausalitytests: ssr_chi2test; Stata vargranger after var",
            ),
            Self::Chi2Wald => (
                "chi2-wald",
                "p·F".into(),
                "R lmtest grangertest(test = \"Chisq\"); statsmodels VAR.test_causality(kind=\"wald\"); Stata vargranger after var, dfk",
            ),
            Self::Lr => ("lr", "T·ln(RSS₀/RSS₁)".into(), "statsmodels grangercausalitytests: lrtest; R lmtest lrtest"),
            Self::FSystem => (
                "F-system",
                "F against K(T − k) df, K equations".into(),
                "R vars causality; statsmodels VAR.test_causality(kind=\"f\")",
            ),
            Self::F => (
                "F",
                "((RSS₀ − RSS₁)/p)/(RSS₁/(T − k))".into(),
                "R lmtest grangertest; statsmodels grangercausalitytests: ssr_ftest, params_ftest; gretl var; Stata vargranger after var, small",
            ),
            Self::FBootstrap => (
                "F-bootstrap",
                "share of F* ≥ F in series without this causality".into(),
                "no call; a residual bootstrap written by hand",
            ),
            Self::FHc0 => (
                "F-hc0",
                "b'V⁻¹b/p, V = HC0".into(),
                "R grangertest(vcov = function(m) vcovHC(m, \"HC0\")); statsmodels OLS.fit(cov_type=\"HC0\").f_test; gretl hc_version 0",
            ),
            Self::FHc1 => (
                "F-hc1",
                "the same, V times T/(T − k)".into(),
                "R grangertest(vcov = function(m) vcovHC(m, \"HC1\")); gretl hc_version 1; Stata regress, vce(robust) and test",
            ),
            Self::FHc3 => (
                "F-hc3",
                "the same, squared residuals over (1 − h)²".into(),
                "R grangertest(vcov = vcovHC); gretl hc_version 3; Stata regress, vce(hc3) and test",
            ),
            Self::FHac(lags) => (
                "F-hac",
                format!("the same, V = Newey–West({lags}), no prewhitening"),
                "R grangertest(vcov = function(m) NeweyWest(m, lag, prewhite = FALSE)); statsmodels cov_type=\"HAC\"; gretl hac_lag",
            ),
            Self::FHacAdjusted(lags) => (
                "F-hac-adjusted",
                format!("the same, Newey–West({lags}) times T/(T − k)"),
                "R … adjust = TRUE; statsmodels use_correction=True; Stata newey and test",
            ),
            Self::FTodaYamamoto(d) => (
                "F-toda-yamamoto",
                format!("F of the first p of p + {d} lags"),
                "R car linearHypothesis on vars VAR(p + d); gretl omit on the longer equation",
            ),
        }
    }
}

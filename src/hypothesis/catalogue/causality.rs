//! Entries on whether the past of one series helps to predict another.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "granger",
        aliases: &["granger-causality", "grangertest", "causality"],
        kind: Kind::Test,
        title: "Granger causality",
        asks: "Does the past of X help to predict Y, once Y's own past and the controls are in?",
        null: Some("X does not Granger-cause Y: the p lags of X have zero coefficients in the equation of Y."),
        statistic: "F = ((RSS₀ − RSS₁)/p) / (RSS₁/(T − k)), compared to F(p, T − k); k counts every coefficient of the \
                    unrestricted equation: 2p + 1 with a constant and no controls. Without lags of X: RSS₀; with: RSS₁.",
        conventions: &[
            "Both directions are tested, on the same rows, and the verdict names its direction.",
            "Both equations are estimated on the T = n − p rows that p lags leave.",
            "F is the headline; beside it χ² = p·F, χ² = T·(RSS₀ − RSS₁)/RSS₁ and LR = T·ln(RSS₀/RSS₁), each \
             compared to χ²(p).",
            "With a robust covariance the Wald statistic is divided by p and compared to F(p, T − k).",
            "Controls, seasonal and break dummies stay in both equations.",
        ],
        agrees: &[
            "R lmtest::grangertest (F)",
            "statsmodels grangercausalitytests (ssr_ftest, params_ftest, ssr_chi2test, lrtest)",
        ],
        differs: &[
            "lmtest's `Chisq` is p·F, statsmodels' `ssr_chi2test` is T·(RSS₀ − RSS₁)/RSS₁: two numbers of one name.",
            "R vars::causality and statsmodels' VAR results test in the whole system: their F has K·T − (all \
             coefficients) denominator degrees of freedom, 88 instead of 44 for two equations with 3 lags and 51 rows.",
            "gretl's `var` prints the single-equation F.",
        ],
        references: &[
            "Granger, C. W. J. (1969), Investigating causal relations by econometric models and cross-spectral \
             methods, Econometrica 37, 424–438.",
            "Geweke, J., Meese, R. and Dent, W. (1983), Comparing alternative tests of causality in temporal systems, \
             Journal of Econometrics 21, 161–194.",
        ],
        command: Some("yalu granger FILE --cause X --effect Y --lags 1:4"),
        docs: "yalu::causality",
    },
    Entry {
        id: "toda-yamamoto",
        aliases: &["ty", "dolado-lutkepohl", "dolado-lütkepohl", "lag-augmented"],
        kind: Kind::Test,
        title: "Toda–Yamamoto causality test",
        asks: "Does X Granger-cause Y when the series may have unit roots or be cointegrated?",
        null: Some(
            "The first p lags of X have zero coefficients in the equation of Y, in a VAR in levels with p + d lags.",
        ),
        statistic: "Wald statistic W on the first p lags, from a VAR(p + d) in levels; F = W/p compared to \
                    F(p, T − k), and W to χ²(p). The d extra lags are estimated but not tested.",
        conventions: &[
            "p is given or chosen by a criterion, d is the highest order of integration; both, and who chose \
             them, are in the settings.",
            "T = n − p − d rows; k = K·(p + d) + 1 with a constant and K variables.",
            "F is the headline: in short samples the χ² forms reject true nulls far too often (random walks, n = 14, \
             nominal 5 %: 20 % for the ML form, 11 % for p·F, 6 % for F).",
            "Beside it χ² = p·F (residual variance with degrees of freedom) and χ² = T·(RSS₀ − RSS₁)/RSS₁ (ML variance).",
        ],
        agrees: &[
            "R aod::wald.test and car::linearHypothesis on vars::VAR(p + d)",
            "statsmodels Wald tests on the VAR",
        ],
        differs: &[
            "A program that divides the residual variance by T instead of T − k prints the larger ML statistic: 14.48 \
             instead of 11.87 for eggs → chickens, p = 3, d = 1, T = 50.",
            "Testing all p + d lags, as a plain causality command on the longer VAR does, tests another hypothesis \
             and loses the χ² limit.",
        ],
        references: &[
            "Toda, H. Y. and Yamamoto, T. (1995), Statistical inference in vector autoregressions with possibly \
             integrated processes, Journal of Econometrics 66, 225–250.",
            "Dolado, J. J. and Lütkepohl, H. (1996), Making Wald tests work for cointegrated VAR systems, Econometric \
             Reviews 15, 369–386.",
        ],
        command: Some("yalu granger FILE --cause X --effect Y --method toda-yamamoto --lags 1:4 --integration 1"),
        docs: "yalu::causality",
    },
];

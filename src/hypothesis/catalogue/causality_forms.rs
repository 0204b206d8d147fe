//! Entries on causality between groups, within a period, by frequency, by bootstrap, and on its conventions.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "granger-block",
        aliases: &["block-causality", "block-exogeneity", "var-wide", "test-causality"],
        kind: Kind::Test,
        title: "Block Granger causality",
        asks: "Does the past of several series help to predict several others?",
        null: Some("The p lags of every cause have zero coefficients in the equations of every effect."),
        statistic: "With E and E + H the residual cross-products of the effects' equations with and without the lags tested: Rao's F \
                    of |E|/|E + H|; W/(mq) against F(mq, K(T − k)); (T − k) tr E⁻¹H, T tr E⁻¹H and T ln(|E + H|/|E|) against χ²(mq); m \
                    effects, q lags tested in each equation, K equations in the system.",
        conventions: &[
            "Both directions are tested, and instantaneous causality beside them.",
            "F is the headline; with one effect it is the F of that equation, F(q, T − k).",
            "With further lags (`--integration d`) the first p of p + d lags are tested, as Toda and Yamamoto do.",
        ],
        agrees: &["statsmodels VAR.test_causality (F-system, chi2-wald)", "R vars::causality (F-system)"],
        differs: &[
            "vars and statsmodels call VAR-wide F what counts K·T less all coefficients of the system: `F-system` here.",
            "gretl's `var` and Stata's `vargranger` test one equation at a time.",
        ],
        references: &[
            "Lütkepohl, H. (2005), New Introduction to Multiple Time Series Analysis, Springer, section 3.6.",
            "Rao, C. R. (1973), Linear Statistical Inference and Its Applications, Wiley, section 8c.5.",
        ],
        command: Some("yalu granger FILE --cause X --cause Z --effect Y --lags 1:4"),
        docs: "yalu::causality::block",
    },
    Entry {
        id: "instantaneous-causality",
        aliases: &["instantaneous", "inst-causality"],
        kind: Kind::Test,
        title: "Instantaneous causality",
        asks: "Would knowing X of this period help to predict Y of this period, beyond what the past does?",
        null: Some("The errors of the causes and of the effects are uncorrelated."),
        statistic: "With r the canonical correlations of the errors: T Σ r²/(1 + r²) (Wald) and −T Σ ln(1 − r²) (LR) against \
                    χ²(causes × effects); Rao's F of the causes of the period in the effects' equations.",
        conventions: &[
            "It has no direction: X and Y may change places.",
            "F is the headline; with one of each it is t² of one regressor.",
        ],
        agrees: &["statsmodels VAR.test_inst_causality (chi2-wald)", "R vars::causality, $Instant (chi2-wald)"],
        differs: &["There the causes stand against all other series; here against the effects named."],
        references: &[
            "Lütkepohl, H. (2005), New Introduction to Multiple Time Series Analysis, Springer, section 3.6.3.",
        ],
        command: Some("yalu granger FILE --cause X --effect Y --lags 2 --block"),
        docs: "yalu::causality::block",
    },
    Entry {
        id: "granger-bootstrap",
        aliases: &["bootstrap-granger", "hacker-hatemi", "leveraged-bootstrap", "wild-bootstrap"],
        kind: Kind::Test,
        title: "Granger causality by bootstrap",
        asks: "Is F larger than in series generated from the data's own equations without this causality?",
        null: Some("That of the test whose F it is: X does not Granger-cause Y."),
        statistic: "p = (1 + number of draws with F* ≥ F)/(draws + 1); draws follow the restricted system from the sample's first values.",
        conventions: &[
            "`residual`: rows of centred residuals with replacement; `leveraged`: divided by √(1 − h) before; `wild`: in their place, with \
             random signs.",
            "In Toda and Yamamoto's form the generating system has p lags, the test p + d.",
        ],
        agrees: &["no program at hand; a second implementation within simulation error"],
        differs: &[
            "Hacker and Hatemi-J refine critical values of the χ² form, of which F is a monotone function: the same p-value.",
        ],
        references: &["Hacker, R. S. and Hatemi-J, A. (2006), Applied Economics 38, 1489–1500."],
        command: Some("yalu granger FILE --cause X --effect Y --lags 2 --bootstrap residual --draws 999"),
        docs: "yalu::causality::bootstrap",
    },
    Entry {
        id: "breitung-candelon",
        aliases: &["bc", "frequency-domain-causality", "causality-by-frequency"],
        kind: Kind::Test,
        title: "Breitung–Candelon causality by frequency",
        asks: "Does the past of X help to predict the swings of Y of a given length?",
        null: Some("At frequency ω the lags b of X transmit nothing to Y: Σ bₖ cos kω = 0 and Σ bₖ sin kω = 0."),
        statistic: "F of these restrictions against F(2, T − k); at ω = 0 and π, where the sines vanish, F(1, T − k).",
        conventions: &[
            "Frequencies are in radians per period; a cycle has 2π/ω periods.",
            "With p ≤ 2 it is Granger's F at every frequency between 0 and π.",
            "Given series and further lags (`--integration d`) as in the tests in time.",
        ],
        agrees: &["gretl `restrict` on the equation", "statsmodels `f_test` with the matrix of cosines and sines"],
        differs: &["The authors compare with F(2, T − 2p), which does not count the constant."],
        references: &["Breitung, J. and Candelon, B. (2006), Journal of Econometrics 132, 363–378."],
        command: Some("yalu granger FILE --cause X --effect Y --lags 3 --by-frequency --omega 0.5"),
        docs: "yalu::causality::frequency",
    },
    Entry {
        id: "geweke",
        aliases: &["geweke-feedback", "linear-feedback", "spectral-causality"],
        kind: Kind::Test,
        title: "Geweke's measures of feedback",
        asks: "How much of the error in predicting Y does the past of X remove, in all and by frequency?",
        null: Some("F(x→y) = 0: X does not Granger-cause Y; likewise F(y→x), F(x·y) and their sum."),
        statistic: "F(x→y) = ln σ²(y)/σ_yy, the error variances without and with the lags of X; T·F against χ²(p).",
        conventions: &[
            "Variances are RSS/T: T·F is the likelihood ratio of Granger's test.",
            "f(x→y; ω) is that of the autoregression of both; its mean is the measure that this autoregression implies, where a \
             condition on its roots holds (reported).",
            "Beside given series in time only.",
        ],
        agrees: &["no program at hand; transfer functions in numpy and the closed form for one lag"],
        differs: &[
            "Estimating the two autoregressions apart, as some programs do given a third series, can give negative values.",
        ],
        references: &[
            "Geweke, J. (1982), Journal of the American Statistical Association 77, 304–313; (1984), 79, 907–915.",
        ],
        command: Some("yalu granger FILE --cause X --effect Y --lags 2 --by-frequency geweke --bands"),
        docs: "yalu::causality::geweke",
    },
    Entry {
        id: "granger-conventions",
        aliases: &["conventions"],
        kind: Kind::Convention,
        title: "What programs print for one null",
        asks: "Why do programs give different p-values for one Granger test?",
        null: None,
        statistic: "χ² = T·ΔRSS/RSS, χ² = p·F, LR, VAR-wide F, F, residual bootstrap, F under HC0, HC1, HC3 and Newey–West without and with \
                    T/(T − k), and Toda and Yamamoto's F: one table, with who prints which.",
        conventions: &["Eggs → chickens with 3 lags: from 0.0003 to 0.144."],
        agrees: &["R lmtest and sandwich, statsmodels, gretl: each its own row"],
        differs: &["Every row from every other: the table says how."],
        references: &["Geweke, J., Meese, R. and Dent, W. (1983), Journal of Econometrics 21, 161–194."],
        command: Some("yalu granger FILE --cause X --effect Y --lags 3 --conventions"),
        docs: "yalu::causality::conventions",
    },
];

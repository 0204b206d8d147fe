//! Entries on changes at known dates and on the ends of a sample.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "known-breaks",
        aliases: &["several-known-breaks", "known-dates", "sbknown"],
        kind: Kind::Test,
        title: "Changes at known dates",
        asks: "Are the coefficients, all or some, the same in all regimes between dates that were known beforehand?",
        null: Some("The coefficients that may change are the same in all m + 1 regimes."),
        statistic: "F of the model with x·post(Dⱼ) for each date against the one without, F(q, n − k − q), with χ² forms, LR and LM; \
                    with HC or HAC errors Wald's W/q and W, and LM = s'Ω̂⁻¹s, s the scores of the changes at the estimates without \
                    them, the other coefficients' scores projected out, χ²(q).",
        conventions: &[
            "With one date F is Chow's and Wald's is that of `pre-post`.",
            "Each date is also tested by itself, the other changes being in the model.",
            "LM has residuals, leverages and n/(n − k) of the model without changes; Wald's those of the model with them.",
            "With HAC errors LM can miss large changes, which are in its residuals.",
            "Below 60 rows a note has the simulated size of Wald's F and of LM with HC or HAC errors.",
        ],
        agrees: &[
            "R lm(y ~ x * post1 + x * post2) with car::linearHypothesis and sandwich",
            "Stata estat sbknown with several dates (W)",
        ],
        differs: &["statsmodels compare_lm_test with HC errors: it regresses the other scores out."],
        references: &[
            "Chow, G. C. (1960), Econometrica 28, 591–605.",
            "Andrews, D. W. K. and Fair, R. C. (1988), Review of Economic Studies 55, 615–639.",
            "Wooldridge, J. M. (1991), Journal of Econometrics 47, 5–46.",
        ],
        command: Some("yalu breaks FILE --formula \"y ~ x\" --at 2010-06,2012-01 --cov hc3"),
        docs: "yalu::breaks::known",
    },
    Entry {
        id: "end-of-sample",
        aliases: &["beginning-of-sample", "andrews-2003", "end-of-sample-instability"],
        kind: Kind::Test,
        title: "Instability at an end of the sample",
        asks: "Do the last (or first) m rows, few as they may be, belong to the same regime as the others?",
        null: Some("The coefficients are the same in all rows and the errors stationary."),
        statistic: "S = û'Σ̂⁻¹X(X'Σ̂⁻¹X)⁻¹X'Σ̂⁻¹û on the m rows, or û'Σ̂⁻¹û if m is below the number of coefficients; û of all rows, Σ̂ the \
                    mean product of m neighbouring errors. p is the share of the n − m + 1 windows among the other n rows in which \
                    S is as large, each with the coefficients of the n rows without its first ⌈m/2⌉.",
        conventions: &[
            "No normal errors, no independence, no exogeneity; but stationary regressors: no trend.",
            "p moves in steps of one over the number of windows; below one step it is a bound.",
            "For the beginning the time is reversed.",
            "Below 40 windows a note has the simulated size.",
        ],
        agrees: &[
            "a public Python program, andrews_eos_test (statistic Sd)",
            "R CPAT Andrews.test with regressors (statistic)",
        ],
        differs: &[
            "CPAT's p-values are wrong.",
            "A GAUSS program leaves ⌊m/2⌋ rows out; Matlab's esitest takes Σ̂ from the rows before by default.",
        ],
        references: &["Andrews, D. W. K. (2003), Econometrica 71, 1661–1694."],
        command: Some("yalu breaks FILE --formula \"diff(y) ~ diff(x)\" --test end-of-sample --at 2013-10"),
        docs: "yalu::breaks::end_of_sample",
    },
];

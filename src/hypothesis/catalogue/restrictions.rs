//! Entries on restrictions of a regression's coefficients, breaks at known dates among them.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "wald",
        aliases: &["wald-test", "linear-hypothesis"],
        kind: Kind::Test,
        title: "Wald test of linear restrictions",
        asks: "Do the coefficients satisfy q linear restrictions, given their estimated covariance?",
        null: Some("Rβ = r, where R has q linearly independent rows."),
        statistic: "W = (Rb − r)′(R V Rᵀ)⁻¹(Rb − r); F = W/q compared to F(q, n − k), and W to χ²(q).",
        conventions: &[
            "V is the covariance chosen for the fit: classical, HC or HAC; its name is in the settings.",
            "F(q, n − k) is the headline whatever the covariance; χ²(q) is beside it.",
            "Restrictions that repeat or contradict each other are refused.",
        ],
        agrees: &["R car::linearHypothesis and lmtest::waldtest with test = \"F\" or \"Chisq\""],
        differs: &["statsmodels' robust results compare with χ² and the normal unless `use_f`, `use_t` are set."],
        references: &[
            "Wald, A. (1943), Tests of statistical hypotheses concerning several parameters when the number of \
                       observations is large, Transactions of the American Mathematical Society 54, 426–482.",
        ],
        command: Some("yalu regress FILE \"y ~ x + z\" --cov nw:4 --test \"x = z\""),
        docs: "yalu::regression",
    },
    Entry {
        id: "f-test",
        aliases: &["f", "anova", "nested"],
        kind: Kind::Test,
        title: "F test of nested models",
        asks: "Do the regressors that one model has and the other lacks explain more than chance would?",
        null: Some("The q regressors that only the larger model has have zero coefficients."),
        statistic: "F = ((RSS₀ − RSS₁)/q) / (RSS₁/(n − k₁)), compared to F(q, n − k₁).",
        conventions: &[
            "Both models are fitted on the same rows; otherwise the comparison is refused.",
            "It assumes errors of equal variance without correlation; with another covariance use the Wald test.",
            "With classical errors it equals the Wald F, and t² for one restriction.",
        ],
        agrees: &["R anova.lm", "statsmodels compare_f_test"],
        differs: &[],
        references: &["Fisher, R. A. (1922), The goodness of fit of regression formulae, Journal of the Royal \
                       Statistical Society 85, 597–612."],
        command: None,
        docs: "yalu::regression",
    },
    Entry {
        id: "lr",
        aliases: &["likelihood-ratio", "lrtest"],
        kind: Kind::Test,
        title: "Likelihood-ratio test of nested models",
        asks: "How much less likely are the data under the restrictions?",
        null: Some("The q regressors that only the larger model has have zero coefficients."),
        statistic: "LR = 2(ℓ₁ − ℓ₀) = n·ln(RSS₀/RSS₁) with normal errors, compared to χ²(q).",
        conventions: &[
            "The error variance is the ML one, RSS/n, in both models.",
            "For a linear regression n(RSS₀ − RSS₁)/RSS₁ ≥ LR ≥ LM always: the three can disagree at one level.",
        ],
        agrees: &["R lmtest::lrtest", "statsmodels compare_lr_test"],
        differs: &[],
        references: &[
            "Wilks, S. S. (1938), The large-sample distribution of the likelihood ratio for testing composite \
             hypotheses, Annals of Mathematical Statistics 9, 60–62.",
            "Berndt, E. R. and Savin, N. E. (1977), Conflict among criteria for testing hypotheses in the multivariate \
             linear regression model, Econometrica 45, 1263–1277.",
        ],
        command: Some("yalu regress FILE \"y ~ x + z\" --test \"z = 0\""),
        docs: "yalu::regression",
    },
    Entry {
        id: "lm",
        aliases: &["score", "lagrange-multiplier"],
        kind: Kind::Test,
        title: "Lagrange-multiplier test of nested models",
        asks: "Are the restricted model's residuals related to the regressors left out?",
        null: Some("The q regressors that only the larger model has have zero coefficients."),
        statistic: "LM = n(RSS₀ − RSS₁)/RSS₀, which is n·R² of the regression of the restricted residuals on all \
                    regressors; compared to χ²(q).",
        conventions: &[
            "The error variance is the restricted model's ML one, RSS₀/n.",
            "R² is uncentred; with a constant in the restricted model that is the ordinary one.",
            "Under HC or HAC errors (of changes at known or unknown dates): the scores with the others' projected out, by their              covariance at the restricted estimates.",
        ],
        agrees: &["statsmodels compare_lm_test after fits with nonrobust errors"],
        differs: &["statsmodels compare_lm_test after fits with HC or HAC errors regresses the other scores out."],
        references: &[
            "Breusch, T. S. and Pagan, A. R. (1980), The Lagrange multiplier test and its applications to model \
                       specification in econometrics, Review of Economic Studies 47, 239–253.",
        ],
        command: Some("yalu regress FILE \"y ~ x + z\" --test \"z = 0\""),
        docs: "yalu::regression",
    },
    Entry {
        id: "chow",
        aliases: &["chow-test", "break-at-a-known-date"],
        kind: Kind::Test,
        title: "Chow test at a known date",
        asks: "Are all coefficients the same before and after a date that was known beforehand?",
        null: Some("The k coefficients are the same before and after the date."),
        statistic: "F = ((RSS − RSS₁ − RSS₂)/k) / ((RSS₁ + RSS₂)/(n − 2k)), compared to F(k, n − 2k): one regression \
                    against one in each regime.",
        conventions: &[
            "A break at observation b means that the first regime ends at b; `last_before` and `first_after` are both \
             printed.",
            "The error variance is taken to be the same in both regimes; for robust errors use `pre-post`.",
            "The date must come from outside the data: for a date read off the data this p-value is too small.",
        ],
        agrees: &["R strucchange::sctest(type = \"Chow\")", "the F test of `y ~ x * post(date)` against `y ~ x`"],
        differs: &["strucchange 1.5-3, sctest(Fstats(…, from = b, to = b)), compares k·F with F(k, n − 2k): its p is \
                    wrong for k > 1."],
        references: &["Chow, G. C. (1960), Tests of equality between sets of coefficients in two linear regressions, \
                       Econometrica 28, 591–605."],
        command: Some("yalu breaks FILE --formula \"y ~ x\" --at 2010-06"),
        docs: "yalu::breaks",
    },
    Entry {
        id: "pre-post",
        aliases: &["prepost", "interaction", "before-after"],
        kind: Kind::Test,
        title: "Change in coefficients at a known date",
        asks: "Did the effect of X on Y change with a known event, and by how much?",
        null: Some("The coefficients of post(D) and of its products with the regressors are zero."),
        statistic: "Wald test on the interactions in y ~ x * post(D), F(q, n − k); the coefficient of x:post(D) is the \
                    change in the slope.",
        conventions: &[
            "post(D) is 1 from D on, so D is the first period after the event, written at the data's own frequency.",
            "HAC or HC covariances are chosen after estimation; the one used is in the settings.",
            "A change at D is evidence for the event only beside other dates: compare placebo and rival dates.",
        ],
        agrees: &["R lm(y ~ x * post) with car::linearHypothesis and a sandwich covariance"],
        differs: &["The Chow test, unless the covariance is classical and every coefficient is interacted: then they \
                    are equal."],
        references: &[
            "Gujarati, D. (1970), Use of dummy variables in testing for equality between sets of coefficients \
                       in two linear regressions: a note, American Statistician 24(1), 50–52.",
        ],
        command: Some("yalu regress FILE \"y ~ x * post(2010-06)\" --cov nw:4 --test \"x:post(2010-06) = 0\""),
        docs: "yalu::breaks",
    },
];

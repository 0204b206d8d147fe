//! Entries on error-correction models and local projections.

use super::{Entry, Kind};

const LUETKEPOHL: &str =
    "Lütkepohl, H. (2005), New Introduction to Multiple Time Series Analysis, Springer, chapters 6 to 8.";
const BY_F: &str = "F = W/q with W Wald's statistic in the least-squares equation, compared to F(q, T − k); k counts the \
                    loadings, not the relations.";
const GIVEN: &str = "The relations are taken as known, given or estimated.";
const BESIDE: &str = "Beside F: χ² = q·F, χ² = T·(RSS₀ − RSS₁)/RSS₁ and LR = T·ln(RSS₀/RSS₁), each compared to χ²(q).";
const COMMAND: Option<&str> = Some("yalu vecm FILE x y z --rank 1 --lags 2 --cause x --effect y");

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "vecm",
        aliases: &["error-correction-model", "vector-error-correction"],
        kind: Kind::Estimator,
        title: "Vector error-correction model",
        asks: "What pulls integrated series back to their long-run relations, and what do shocks do to their levels?",
        null: None,
        statistic: "Δyₜ = α β'yₜ₋₁ + Γ₁Δyₜ₋₁ + … + Γₚ₋₁Δyₜ₋ₚ₊₁ + Φdₜ + uₜ; β by Johansen's maximum likelihood or given, the \
                    rest by least squares given β; as an autoregression of the levels A₁ = I + αβ' + Γ₁, Aᵢ = Γᵢ − Γᵢ₋₁, Aₚ \
                    = −Γₚ₋₁.",
        conventions: &[
            "p counts lags of the levels; estimated relations are solved for the first r series.",
            "Standard errors of α and Γ take β as known, by T − k or by T; those of β have Σ by T.",
            "Responses have asymptotic errors from the covariance of A that the rank leaves.",
            "K − r roots are one exactly; the others are those of the relations and the differences.",
        ],
        agrees: &["statsmodels VECM", "gretl vecm", "R urca cajorls", "JMulTi's printed numbers"],
        differs: &[
            "gretl, statsmodels and JMulTi take Σ by T in orthogonal responses and forecast intervals: --divisor rows.",
            "gretl's degrees of freedom also count the free coefficients of β, spread over the equations and rounded down.",
        ],
        references: &[
            "Johansen, S. (1995), Likelihood-Based Inference in Cointegrated Vector Autoregressive Models, Oxford \
             University Press.",
            LUETKEPOHL,
        ],
        command: Some("yalu vecm FILE x y z --rank 1 --lags 2"),
        docs: "yalu::vecm",
    },
    Entry {
        id: "vecm-short-run",
        aliases: &["vec-granger"],
        kind: Kind::Test,
        title: "Short-run causality in an error-correction model",
        asks: "Do past changes of X help to predict the change of Y, beside the gap from the long run?",
        null: Some("the p − 1 lagged changes of X have zero coefficients in the equation of Y."),
        statistic: BY_F,
        conventions: &[GIVEN, BESIDE],
        agrees: &["R lm and car::linearHypothesis, statsmodels OLS and f_test, on the equation given β"],
        differs: &["EViews' VEC Granger causality prints χ² = q·F alone."],
        references: &[LUETKEPOHL],
        command: COMMAND,
        docs: "yalu::vecm::causality",
    },
    Entry {
        id: "vecm-long-run",
        aliases: &["loadings-test"],
        kind: Kind::Test,
        title: "Long-run causality in an error-correction model: weak exogeneity",
        asks: "Does Y adjust to the gap from the long-run relations?",
        null: Some("the loadings of Y are zero: Y is weakly exogenous for the relations."),
        statistic: BY_F,
        conventions: &[GIVEN, BESIDE, "`lr-johansen` estimates the relations anew under the null: χ²(r)."],
        agrees: &["as vecm-short-run", "R urca alrtest for `lr-johansen`"],
        differs: &[],
        references: &["Johansen, S. (1992), Cointegration in partial systems and the efficiency of single-equation \
                       analysis, Journal of Econometrics 52, 389–402."],
        command: COMMAND,
        docs: "yalu::vecm::causality",
    },
    Entry {
        id: "vecm-joint",
        aliases: &["strong-exogeneity"],
        kind: Kind::Test,
        title: "Short-run and long-run causality together: strong exogeneity",
        asks: "Does Y neither adjust to the long run nor follow past changes of X?",
        null: Some("the loadings of Y and the coefficients of the lagged changes of X in its equation are zero."),
        statistic: BY_F,
        conventions: &[GIVEN, BESIDE],
        agrees: &["as vecm-short-run"],
        differs: &[],
        references: &["Granger, C. W. J. (1988), Some recent developments in a concept of causality, Journal of \
                       Econometrics 39, 199–211."],
        command: COMMAND,
        docs: "yalu::vecm::causality",
    },
    Entry {
        id: "vecm-granger",
        aliases: &["toda-phillips"],
        kind: Kind::Test,
        title: "Granger causality in the levels of an error-correction model",
        asks: "Does any lag of X's level help to predict Y, given the rank?",
        null: Some("X does not Granger-cause Y: Γᵢ[Y, X] = 0 for all i and (αβ')[Y, X] = 0."),
        statistic: BY_F,
        conventions: &[
            GIVEN,
            BESIDE,
            "F and χ² hold if X takes part in a relation or Y adjusts to one.",
            "With two series and one relation this is vecm-joint.",
        ],
        agrees: &["as vecm-short-run"],
        differs: &["statsmodels' VECMResults.test_granger_causality fits the levels with an extra lag: Toda and \
                    Yamamoto's, χ² by T over q."],
        references: &[
            "Toda, H. Y. and Phillips, P. C. B. (1993), Vector autoregressions and causality, Econometrica 61, \
                       1367–1393.",
        ],
        command: COMMAND,
        docs: "yalu::vecm::causality",
    },
    Entry {
        id: "vecm-instantaneous",
        aliases: &["instantaneous-vecm"],
        kind: Kind::Test,
        title: "Instantaneous causality in an error-correction model",
        asks: "Do X and the other series move together within a period?",
        null: Some("the error of X is uncorrelated with those of the other series."),
        statistic: "T times the quadratic form of the covariances in the inverse of their covariance, compared to χ²(K − 1).",
        conventions: &["It has no direction."],
        agrees: &["statsmodels test_inst_causality, if the rank is the number of series"],
        differs: &["statsmodels takes the errors of the unrestricted levels at any rank."],
        references: &[LUETKEPOHL],
        command: COMMAND,
        docs: "yalu::vecm::causality",
    },
    Entry {
        id: "local-projection",
        aliases: &["lp", "jorda"],
        kind: Kind::Estimator,
        title: "Local projections",
        asks: "How does Y respond to a shock in X, h periods on, without a model of the system?",
        null: None,
        statistic: "yₜ₊ₕ = βₕxₜ + lags of all series + deterministic terms + e, one regression for each h; β̂ₕ over its error is \
                    compared to t(n − k).",
        conventions: &[
            "Newey and West's covariance with h lags, no prewhitening, no n/(n − k) unless asked.",
            "Lag-augmented: one lag more and HC1.",
            "Each horizon has its own rows; below 5 residual degrees of freedom it is not identified.",
            "The shock is what lags, and current values of the series before it, leave of X.",
        ],
        agrees: &["statsmodels OLS with cov_type HAC or HC1", "R lm with sandwich NeweyWest or vcovHC", "R AER ivreg"],
        differs: &["sandwich's NeweyWest prewhitens and chooses its lag unless told not to."],
        references: &[
            "Jordà, Ò. (2005), Estimation and inference of impulse responses by local projections, American Economic \
             Review 95, 161–182.",
            "Montiel Olea, J. L. and Plagborg-Møller, M. (2021), Local projection inference is simpler and more robust than \
             you think, Econometrica 89, 1789–1823.",
        ],
        command: Some("yalu lp FILE --shock x --response y --lags 2 --horizon 8"),
        docs: "yalu::local_projection",
    },
];

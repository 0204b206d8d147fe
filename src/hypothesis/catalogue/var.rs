//! Entries on vector autoregressions.

use super::{Entry, Kind};

const LUETKEPOHL: &str = "Lütkepohl, H. (2005), New Introduction to Multiple Time Series Analysis, Springer.";

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "var",
        aliases: &["vector-autoregression", "varselect", "var-selection", "varsoc"],
        kind: Kind::Estimator,
        title: "Vector autoregression",
        asks: "How does each of several series depend on the past of all?",
        null: None,
        statistic: "yₜ = D dₜ + A₁yₜ₋₁ + … + Aₚyₜ₋ₚ + uₜ by least squares, all equations from one factorisation; Σ = U'U/(T − k), k \
                    coefficients of an equation. Stable if every eigenvalue of the companion matrix is below one in modulus.",
        conventions: &[
            "A constant unless said otherwise; a trend counts from the first observation of the data.",
            "Criteria are per observation, ln|U'U/T| + penalty · (coefficients of all equations)/T, every number of lags on the rows \
             that the longest leaves; FPE is ((T + k)/(T − k))ᴷ|U'U/T|.",
            "t statistics are those of each equation, with T − k degrees of freedom.",
            "Centred seasonal dummies change the constant only; without a constant they give no season a level of its own, and plain \
             ones do.",
        ],
        agrees: &["R vars VAR, VARselect", "statsmodels VAR", "gretl var", "JMulTi"],
        differs: &[
            "statsmodels compares t to the normal.",
            "gretl's criteria hold the constant of the whole likelihood, K(1 + ln 2π) more; its seasons leave out the last quarter, not \
             the first.",
            "JMulTi prints a log-likelihood times (T − 1)/T.",
            "statsmodels' roots are the reciprocals of the eigenvalues.",
        ],
        references: &[LUETKEPOHL],
        command: Some("yalu var FILE x y z --select bic --max-lags 6"),
        docs: "yalu::var",
    },
    Entry {
        id: "var-restrictions",
        aliases: &["restricted-var", "subset-var", "egls", "sur", "seemingly-unrelated-regressions"],
        kind: Kind::Test,
        title: "Zero restrictions on a vector autoregression",
        asks: "Are the coefficients left out zero?",
        null: Some("Every coefficient left out is zero."),
        statistic: "LR = T(ln|Σ̃ᵣ| − ln|Σ̃ᵤ|), both at the maximum of the likelihood; Wald from the unrestricted estimates; χ²(m) for m \
                    restrictions, or W/m compared to F(m, KT − Kk).",
        conventions: &[
            "Estimates where equations lack different terms: generalised least squares, weighted by the residual covariance (by T) of \
             least squares; iterated, or least squares by equation, on request.",
            "Standard errors by Σ with uᵢ'uⱼ/√((T − kᵢ)(T − kⱼ)); by T on request.",
            "The likelihood ratio iterates, whichever estimator was asked for.",
            "lr-sims multiplies by T − k in place of T.",
        ],
        agrees: &[
            "gretl system … estimate method=sur [--iterate]",
            "R systemfit(\"SUR\", methodResidCov = \"noDfCor\"), linearHypothesis",
            "linearmodels SUR",
            "R vars restrict (least squares by equation)",
        ],
        differs: &[
            "R systemfit weights by √((T − kᵢ)(T − kⱼ)) unless told otherwise: other estimates.",
            "R vars takes Σ in responses and decompositions by T less the terms of an unrestricted equation.",
        ],
        references: &[
            LUETKEPOHL,
            "Zellner, A. (1962), An efficient method of estimating seemingly unrelated regressions and tests for aggregation bias, \
             Journal of the American Statistical Association 57, 348–368.",
        ],
        command: Some("yalu var FILE x y --lags 4 --restrict \"x: lag(y, 3)\" --estimator iterated"),
        docs: "yalu::var::restricted",
    },
    Entry {
        id: "var-elimination",
        aliases: &["ser", "sequential-elimination", "stepwise"],
        kind: Kind::Estimator,
        title: "Sequential elimination of regressors",
        asks: "Which terms of an autoregression can be left out?",
        null: None,
        statistic: "Equation by equation the term with the smallest |t| leaves and the rest is estimated anew, until no |t| is below a \
                    threshold, or no exit lowers ln(RSS/T) + penalty · k/T.",
        conventions: &[
            "Deterministic terms may leave too, unless they are kept.",
            "Terms leave by least squares of their equation; the model that is left is estimated as var-restrictions says.",
            "The rule sees the data: later standard errors and p-values take its choice as given.",
        ],
        agrees: &[
            "R vars restrict(method = \"ser\"), threshold 2",
            "R step(lm(…), direction = \"backward\", k = penalty)",
        ],
        differs: &["JMulTi can also eliminate by the criteria of the whole system."],
        references: &[
            "Brüggemann, R. and Lütkepohl, H. (2001), Lag selection in subset VAR models with an application to a U.S. monetary \
             system, in: Econometric Studies: A Festschrift in Honour of Joachim Frohn, 107–128.",
            LUETKEPOHL,
        ],
        command: Some("yalu var FILE x y --lags 4 --eliminate t:2"),
        docs: "yalu::var::restricted",
    },
    Entry {
        id: "var-responses",
        aliases: &["irf", "impulse-response", "orthogonalised-response", "generalised-response"],
        kind: Kind::Estimator,
        title: "Impulse responses",
        asks: "What does a shock to one series do to the others, and for how long?",
        null: None,
        statistic: "Φ₀ = I, Φᵢ = Σⱼ AⱼΦᵢ₋ⱼ; orthogonal ΦᵢP with PP' = Σ; generalised ΦᵢΣeⱼ/√σⱼⱼ; errors by the delta method.",
        conventions: &[
            "Σ by T − k, in the responses and in their errors.",
            "Orthogonal shocks in the order of the series: a series is hit at once by its own shock and those before it.",
            "Errors are asymptotic and suppose a stable system; of restricted coefficients their own covariance is taken.",
        ],
        agrees: &["statsmodels VARResults.irf and its stderr", "R vars Phi, Psi"],
        differs: &["gretl's shocks are one standard deviation by T: smaller by √((T − k)/T)."],
        references: &[
            LUETKEPOHL,
            "Pesaran, M. H. and Shin, Y. (1998), Generalized impulse response analysis in linear multivariate models, Economics \
             Letters 58, 17–29.",
        ],
        command: Some("yalu var FILE x y --lags 2 --responses orth --horizon 12"),
        docs: "yalu::var",
    },
    Entry {
        id: "var-fevd",
        aliases: &["fevd", "variance-decomposition"],
        kind: Kind::Decomposition,
        title: "Decomposition of the variance of forecast errors",
        asks: "What share of the error of a forecast of one series is due to shocks to another?",
        null: None,
        statistic: "Σ over i < h of (ΦᵢP)²ⱼₗ, divided by its sum over l.",
        conventions: &[
            "Orthogonal shocks in the order of the series; shares add up to one; horizon 1 is the next period.",
        ],
        agrees: &["statsmodels VARResults.fevd", "R vars fevd", "gretl fevd"],
        differs: &[],
        references: &[LUETKEPOHL],
        command: Some("yalu var FILE x y --lags 2 --fevd"),
        docs: "yalu::var",
    },
    Entry {
        id: "breusch-godfrey",
        aliases: &["edgerton-shukur", "lm-autocorrelation", "varlmar"],
        kind: Kind::Test,
        title: "Breusch–Godfrey test of a system",
        asks: "Are the errors of a vector autoregression correlated over time?",
        null: Some("The errors are uncorrelated up to h periods apart."),
        statistic: "LM = T(K − tr(Σ̂ᵣ⁻¹Σ̂ᵤ)) of the residuals on the regressors and h lags of themselves, χ²(hK²); as Edgerton and \
                    Shukur's F by Rao's approximation, which is the headline.",
        conventions: &[
            "Residuals before the first row count as zero.",
            "F with degrees of freedom that are not whole; edgerton-shukur-floored rounds them down.",
            "Of a model with zero restrictions: the fall of tr(Σ̃⁻¹U'U) by generalised least squares, χ²(hK²), and no F.",
        ],
        agrees: &["R vars serial.test(type = \"BG\" or \"ES\")", "gretl modtest --autocorr", "JMulTi"],
        differs: &[
            "R vars and JMulTi round the degrees of freedom down in the p-value only; gretl in F too.",
            "Where coefficients are many beside the rows χ² rejects a true null far too often (20 % for four series, two lags, 60 \
             observations, h = 4); F does not.",
        ],
        references: &[
            "Edgerton, D. and Shukur, G. (1999), Testing autocorrelation in a system perspective, Econometric Reviews 18, 343–386.",
            LUETKEPOHL,
        ],
        command: Some("yalu var FILE x y --lags 2 --residual-tests --periods 4"),
        docs: "yalu::var::residual",
    },
    Entry {
        id: "portmanteau",
        aliases: &["hosking", "ljung-box-multivariate", "box-pierce-multivariate"],
        kind: Kind::Test,
        title: "Portmanteau test of a system",
        asks: "Are the errors of a vector autoregression correlated over time?",
        null: Some("The errors are uncorrelated up to h periods apart."),
        statistic: "Q = T Σⱼ tr(C'ⱼC₀⁻¹CⱼC₀⁻¹); adjusted: T²/(T − j) for T. χ²(K²h less the coefficients of lags).",
        conventions: &[
            "Needs h > p; its law supposes h much larger. Free coefficients are counted where some are restricted.",
        ],
        agrees: &[
            "R vars serial.test(type = \"PT.asymptotic\" or \"PT.adjusted\")",
            "statsmodels test_whiteness",
            "JMulTi",
        ],
        differs: &[],
        references: &[
            "Hosking, J. R. M. (1980), The multivariate portmanteau statistic, Journal of the American Statistical Association 75, \
             602–608.",
        ],
        command: Some("yalu var FILE x y --lags 2 --residual-tests --periods 12"),
        docs: "yalu::var::residual",
    },
    Entry {
        id: "var-normality",
        aliases: &["doornik-hansen", "jarque-bera-multivariate", "normality-test"],
        kind: Kind::Test,
        title: "Joint normality of the errors",
        asks: "Are the errors of a vector autoregression jointly normal?",
        null: Some("The errors are jointly normal."),
        statistic: "Skewness and kurtosis of the residuals made uncorrelated: by the symmetric root of their correlation and with \
                    transformed moments (Doornik and Hansen), or by Cholesky's root (Lütkepohl). χ²(2K).",
        conventions: &["Doornik and Hansen's is the headline: no order of the series changes it."],
        agrees: &[
            "gretl modtest --normality",
            "R vars normality.test; statsmodels test_normality (cholesky)",
            "JMulTi (cholesky)",
        ],
        differs: &[
            "Cholesky's form depends on the order of the series.",
            "What JMulTi calls Doornik and Hansen's takes the symmetric root of the covariance, which depends on units, and moments \
             as they are.",
        ],
        references: &[
            "Doornik, J. A. and Hansen, H. (2008), An omnibus test for univariate and multivariate normality, Oxford Bulletin of \
             Economics and Statistics 70, 927–939.",
            LUETKEPOHL,
        ],
        command: Some("yalu var FILE x y --lags 2 --residual-tests"),
        docs: "yalu::var::residual",
    },
    Entry {
        id: "var-arch",
        aliases: &["arch-lm-multivariate", "arch-test"],
        kind: Kind::Test,
        title: "Conditional heteroskedasticity of a system",
        asks: "Do squares and products of the errors depend on earlier ones?",
        null: Some("The errors have the same covariance in every period."),
        statistic: "½ T K(K + 1) R² of vech(uu') on a constant and q lags of it, χ²(qK²(K + 1)²/4).",
        conventions: &[
            "Rows without q predecessors are left out.",
            "The means of the residuals are taken off, which they have in a model without a constant only.",
        ],
        agrees: &["R vars arch.test", "JMulTi"],
        differs: &[],
        references: &[LUETKEPOHL],
        command: Some("yalu var FILE x y --lags 2 --residual-tests --arch-periods 4"),
        docs: "yalu::var::residual",
    },
];

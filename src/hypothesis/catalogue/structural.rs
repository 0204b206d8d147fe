//! Entries on structural shocks, on bootstrapped responses and on history split by shocks.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "svar",
        aliases: &["structural-var", "ab-model", "blanchard-quah"],
        kind: Kind::Estimator,
        title: "Structural vector autoregression",
        asks: "Which uncorrelated shocks are behind the errors of a vector autoregression, and what do they do?",
        null: None,
        statistic: "A u = B ε with Σ = A⁻¹BB'A⁻¹': the free entries of A and B by maximum likelihood given Σ̂. Entries of B and of \
                    the long run (I − A₁ − … − Aₚ)⁻¹B can be known together.",
        conventions: &[
            "Σ̂ has the divisor T − k unless T is asked for.",
            "Recursive forms are solved; others by scoring from twelve starts and Newton's steps, the gradient checked.",
            "Entries that are not identified are an error that names them.",
            "A shock raises its own series at once, or in the long run if that is restricted, where the sign is open.",
            "Standard errors from the information matrix; with a restricted long run also for the estimation of it.",
        ],
        agrees: &["statsmodels SVAR (to where its BFGS stops)", "Stata svar after var, dfk", "R vars SVAR"],
        differs: &[
            "Stata without dfk, gretl and JMulTi have Σ by T.",
            "statsmodels stops forms of A alone early, with a warning, and has no standard errors.",
        ],
        references: &[
            "Amisano, G. and Giannini, C. (1997), Topics in Structural VAR Econometrics, Springer.",
            "Blanchard, O. J. and Quah, D. (1989), American Economic Review 79, 655–673.",
            "Lütkepohl, H. (2005), New Introduction to Multiple Time Series Analysis, Springer, chapter 9.",
        ],
        command: Some("yalu var FILE x y --lags 2 --b \"* 0; * *\" --responses structural"),
        docs: "yalu::var::structural",
    },
    Entry {
        id: "svar-overidentification",
        aliases: &["overidentification"],
        kind: Kind::Test,
        title: "Overidentifying restrictions of a structural vector autoregression",
        asks: "Are there more restrictions on A and B than the data can bear?",
        null: Some("the restrictions on A and B beyond those that identify them hold"),
        statistic: "LR = 2 (ℓ of Σ̂ − ℓ of A and B), χ² with K(K + 1)/2 less the free entries as degrees of freedom.",
        conventions: &[
            "T observations, whatever the divisor of Σ̂.",
            "Just identified: nothing to test, and no number. The restrictions that identify are never tested.",
        ],
        agrees: &["R and Python, from the likelihood; no program at hand prints it"],
        differs: &[],
        references: &[
            "Lütkepohl, H. (2005), New Introduction to Multiple Time Series Analysis, Springer, section 9.3.3.",
        ],
        command: Some("yalu var FILE x y z --b \"* 0 0; * * 0; 0 * *\""),
        docs: "yalu::var::structural",
    },
    Entry {
        id: "var-bootstrap",
        aliases: &["bootstrap-responses", "kilian", "moving-block-bootstrap"],
        kind: Kind::Estimator,
        title: "Bootstrap intervals of impulse responses",
        asks: "How far can impulse responses be trusted, without a formula for their law?",
        null: None,
        statistic: "New samples from the estimated system with errors drawn from its residuals, each estimated as the data were; \
                    intervals from the quantiles of their responses.",
        conventions: &[
            "Recursive design from the first values as observed; fixed terms stay; residuals centred, times √(T/(T − k)).",
            "Dates at random, wild (one weight for a date), or moving blocks of ⌈5.03 T^¼⌉ dates.",
            "Percentile (Efron) or Hall's; the quantile q of B draws has rank q(B + 1). Kilian's bias correction on request.",
            "Wild draws keep uu' and cannot tell how well Σ is known: a note says so where responses depend on it.",
            "One random stream for each draw: the same numbers for any number of threads.",
        ],
        agrees: &["gretl irf(i, j, alpha) times T/(T − k), within Monte Carlo error"],
        differs: &[
            "gretl and R vars draw from residuals as they are; gretl's shocks have Σ by T.",
            "statsmodels irf_errband_mc draws normal errors.",
        ],
        references: &[
            "Brüggemann, R., Jentsch, C. and Trenkler, C. (2016), Journal of Econometrics 191, 69–85.",
            "Kilian, L. (1998), Review of Economics and Statistics 80, 218–230.",
            "Lütkepohl, H. (2005), New Introduction to Multiple Time Series Analysis, Springer, appendix D.3.",
        ],
        command: Some("yalu var FILE x y --responses orth --bootstrap"),
        docs: "yalu::var::bootstrap",
    },
    Entry {
        id: "historical-decomposition",
        aliases: &["history"],
        kind: Kind::Decomposition,
        title: "Historical decomposition",
        asks: "How much of a series at a date is due to each of the shocks so far?",
        null: None,
        statistic: "yₜ = base + Σⱼ Σₛ Φₛ pⱼ εⱼ,ₜ₋ₛ, with pⱼ what shock j does at once and the shocks ε = P⁻¹û of the sample.",
        conventions: &[
            "Base: the path from the first p values and the fixed terms alone. Base and contributions add up to the series.",
            "Shocks are orthogonal in the order of the series, or structural.",
        ],
        agrees: &[],
        differs: &[],
        references: &["Burbidge, J. and Harrison, A. (1985), Journal of Monetary Economics 16, 45–54."],
        command: Some("yalu var FILE x y --history"),
        docs: "yalu::var",
    },
];

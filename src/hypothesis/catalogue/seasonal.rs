//! Entries on seasons, and on spreading values over shorter periods.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "seasonality",
        aliases: &["kruskal-wallis", "qs", "seasonal-dummies"],
        kind: Kind::Test,
        title: "Tests of seasonality",
        asks: "Do the seasons differ?",
        null: Some("What is left of the series without its trend has the same mean (or distribution) in every season."),
        statistic: "F of seasonal dummies, F(s − 1, n − k) · Kruskal–Wallis H of the ranks, χ²(s − 1) · \
                    QS = n(n + 2)(r²ₛ/(n − s) + max(0, r₂ₛ)²/(n − 2s)), 0 if rₛ ≤ 0, χ²(2).",
        conventions: &[
            "First differences are compared unless deviations from a line or levels are asked for.",
            "F is the headline.",
            "Without seasons QS is 0 half of the time, so its χ²(2) law rejects less than it says.",
        ],
        agrees: &[
            "R anova(lm(d ~ 1), lm(d ~ season)); SciPy f_oneway, kruskal",
            "X-13ARIMA-SEATS qsori, which takes differences of the series, not of its logarithm",
        ],
        differs: &[
            "R's kruskal.test corrects for ties among values equal to 15 digits but ranks by all: off in the fifth digit \
             for differences of decimal numbers.",
            "X-13's combined test (Lothian and Morry) uses the moving averages of X-11 and is not here.",
        ],
        references: &[
            "Kruskal, W. H. and Wallis, W. A. (1952), Use of ranks in one-criterion variance analysis, Journal of the \
             American Statistical Association 47, 583–621.",
            "Maravall, A. (2011), Seasonality Tests and Automatic Model Identification in TRAMO-SEATS, Bank of Spain.",
        ],
        command: Some("yalu seasonal FILE x"),
        docs: "yalu::seasonal::seasonality",
    },
    Entry {
        id: "stl",
        aliases: &["loess", "seasonal-adjustment", "seasonal"],
        kind: Kind::Decomposition,
        title: "STL decomposition",
        asks: "What of a series is trend, what is a seasonal pattern that may change, what is left?",
        null: None,
        statistic: "yₜ = Tₜ + Sₜ + Rₜ by local regressions over the years within each season and over time, in turns; with \
                    robustness outliers weigh less.",
        conventions: &[
            "R's defaults and a periodic pattern unless set; `--defaults statsmodels` has statsmodels'.",
            "A multiplicative model is STL of the logarithms.",
            "The adjusted series is marked: its filters mix each value with later ones.",
        ],
        agrees: &["R stl (without robustness, and with it for an odd number of observations)", "statsmodels STL"],
        differs: &["R 4.2.2 stl(robust = TRUE) takes wrong order statistics for a median when n is even."],
        references: &[
            "Cleveland, R. B., Cleveland, W. S., McRae, J. E. and Terpenning, I. (1990), STL: a seasonal-trend \
             decomposition procedure based on loess, Journal of Official Statistics 6, 3–73.",
        ],
        command: Some("yalu seasonal FILE x --s-window 7 --robust"),
        docs: "yalu::seasonal::stl",
    },
    Entry {
        id: "classical-decomposition",
        aliases: &["decompose", "seasonal-decompose", "moving-averages"],
        kind: Kind::Decomposition,
        title: "Classical decomposition",
        asks: "What of a series is trend, what is a seasonal pattern that stays, what is left?",
        null: None,
        statistic: "T: mean over a year around each period, its ends at half weight. S: mean of y − T (or y/T) in each season, \
                    centred. R: what is left.",
        conventions: &[
            "No trend in the first and last half-year; with --one-sided none in the first year.",
            "The ends are not extrapolated.",
        ],
        agrees: &["R decompose", "statsmodels seasonal_decompose, also with two_sided=False"],
        differs: &[],
        references: &["Kendall, M. and Stuart, A. (1983), The Advanced Theory of Statistics, volume 3, Griffin."],
        command: Some("yalu seasonal FILE x --method classical"),
        docs: "yalu::seasonal::classical",
    },
    Entry {
        id: "chow-lin",
        aliases: &["disaggregation", "disaggregate", "tempdisagg", "fernandez", "fernández", "litterman"],
        kind: Kind::Estimator,
        title: "Temporal disaggregation by regression",
        asks: "What might the quarters of an annual figure have been, judging by related series?",
        null: None,
        statistic: "y = Xβ + u in the short periods, observed through C; β by GLS with Q = C V Cᵀ, path Xβ̂ + V CᵀQ⁻¹(y − C Xβ̂). V: \
                    AR(1) (Chow–Lin), random walk (Fernández), random walk with AR(1) steps (Litterman).",
        conventions: &[
            "ρ by maximum likelihood from 0 to 0.999 unless set; standard errors take it as known.",
            "A constant stands beside the indicators; observed values are reproduced to rounding.",
            "The result is constructed data: its name ends in _disaggregated, and tests of causality refuse it unless \
             told --accept-constructed-data.",
        ],
        agrees: &["gretl tdisagg: chow-lin-mle, chow-lin-ssr, chow-lin with ρ given, fernandez"],
        differs: &[
            "gretl's coefficients for averages are 1/s of the model's; its path is the same.",
            "Fernández' ρ is 0 in R's tempdisagg and 1 in gretl: the same random walk.",
        ],
        references: &[
            "Chow, G. C. and Lin, A. (1971), Best linear unbiased interpolation, distribution, and extrapolation of time \
             series by related series, Review of Economics and Statistics 53, 372–375.",
            "Fernández, R. B. (1981), A methodological note on the estimation of time series, Review of Economics and \
             Statistics 63, 471–476.",
            "Litterman, R. B. (1983), A random walk, Markov model for the distribution of time series, Journal of Business & \
             Economic Statistics 1, 169–173.",
        ],
        command: Some("yalu disaggregate FILE x --into quarterly --indicators-from quarters.csv --indicator y"),
        docs: "yalu::disaggregate",
    },
    Entry {
        id: "denton",
        aliases: &["denton-cholette", "cholette", "benchmarking"],
        kind: Kind::Decomposition,
        title: "Temporal disaggregation by Denton's methods",
        asks: "Which path through the observed sums keeps closest to the movement of an indicator, or is smoothest?",
        null: None,
        statistic: "min Σ(Δᵈ(xₜ − pₜ))², or of the ratios xₜ/pₜ, d = 1 or 2, subject to C x = y. Denton counts the change from \
                    zero before the first period, Denton–Cholette does not.",
        conventions: &[
            "Proportional first differences unless set.",
            "Without an indicator Denton–Cholette is the smoothest curve; Denton's original is refused.",
            "The result is constructed data, as that of the regressions is.",
        ],
        agrees: &["gretl tdisagg denton-pfd, and denton-afd for sums, first and last values: Denton–Cholette"],
        differs: &["gretl's denton-afd for averages keeps the distance from s times the indicator."],
        references: &[
            "Denton, F. T. (1971), Adjustment of monthly or quarterly series to annual totals, Journal of the American \
             Statistical Association 66, 99–102.",
            "Dagum, E. B. and Cholette, P. A. (2006), Benchmarking, Temporal Distribution, and Reconciliation Methods for \
             Time Series, Springer.",
        ],
        command: Some("yalu disaggregate FILE x --into monthly"),
        docs: "yalu::disaggregate",
    },
];

//! Entries on sums of residuals.

use super::{Entry, Kind};

const BROWN: &str =
    "Brown, R. L., Durbin, J. and Evans, J. M. (1975), Journal of the Royal Statistical Society B 37, 149–192.";
const CHU: &str =
    "Chu, C.-S. J., Hornik, K. and Kuan, C.-M. (1995), Biometrika 82, 603–617; Econometric Theory 11, 699–720.";
const PLOBERGER: &str = "Ploberger, W. and Krämer, W. (1992), Econometrica 60, 271–285.";

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "ols-cusum",
        aliases: &["cusum-ols", "breaks-cusumolsresid"],
        kind: Kind::Test,
        title: "CUSUM of OLS residuals",
        asks: "Does the relation stay the same in all rows, no date being supposed?",
        null: Some("the coefficients are the same in all rows"),
        statistic: "The largest |Σe|/(s√n), e the residuals of all rows, s² = RSS/(n − k). Law of the supremum of a Brownian bridge \
                    (Kolmogorov's series).",
        conventions: &[
            "A constant must be among the regressors, or what adds up to one.",
            "It is farthest from zero at the date of a single change; it sees a change of the mean, not one that leaves the mean of \
             the response where it was.",
            "In small samples it rejects less often than the level says; with serially correlated errors far more often: --cov andrews \
             or nw:4 takes the long-run variance for s².",
        ],
        agrees: &[
            "R strucchange efp(type = \"OLS-CUSUM\") and sctest",
            "statsmodels breaks_cusumolsresid(e, ddof = k)",
        ],
        differs: &["statsmodels without ddof divides by n."],
        references: &[PLOBERGER, "Kolmogorov, A. N. (1933), Giornale dell'Istituto Italiano degli Attuari 4, 83–91."],
        command: Some("yalu breaks FILE --formula \"y ~ x\" --test ols-cusum"),
        docs: "yalu::breaks::fluctuation",
    },
    Entry {
        id: "recursive-cusum",
        aliases: &["cusum", "rec-cusum", "brown-durbin-evans"],
        kind: Kind::Test,
        title: "CUSUM of recursive residuals",
        asks: "Does each row look as the rows before it predict?",
        null: Some("the coefficients are the same in all rows"),
        statistic: "The largest |Σw|/(s√m(1 + 2r)), w the m = n − k recursive residuals, r the share of them so far. Law of a Brownian \
                    motion over rising lines, by its whole series.",
        conventions: &[
            "s² is taken about the mean of w (Harvey 1975); about zero, as the authors, on request.",
            "The process leaves its boundary after the change: a crossing is when it is seen, not when it was.",
            "In small samples it rejects less often than the level says.",
        ],
        agrees: &[
            "R strucchange efp(type = \"Rec-CUSUM\") and sctest (p above a statistic of 0.65 to 1e-8)",
            "statsmodels RecursiveLS.cusum",
            "gretl cusum",
        ],
        differs: &[
            "strucchange ends the series of p at the second term.",
            "statsmodels' 10 % line uses 0.950 for 0.850; gretl's lines are a row late.",
        ],
        references: &[
            BROWN,
            "Harvey, A. C. (1975), Journal of the Royal Statistical Society B 37, 179–180.",
            "Krämer, W., Ploberger, W. and Alt, R. (1988), Econometrica 56, 1355–1369.",
        ],
        command: Some("yalu breaks FILE --formula \"y ~ x\" --test recursive-cusum"),
        docs: "yalu::breaks::fluctuation",
    },
    Entry {
        id: "cusum-of-squares",
        aliases: &["cusumsq", "cusum-squares"],
        kind: Kind::Test,
        title: "CUSUM of squares",
        asks: "Is the variance of the errors the same in all rows?",
        null: Some("the coefficients and the variance are the same in all rows"),
        statistic: "The largest |Σw²/Σ all w² − r|, w the recursive residuals, r the share of them so far. Durbin's (1969) exact law of \
                    ordered uniform numbers, by recursion.",
        conventions: &[
            "Exact for normal errors; fat tails reject without a change.",
            "For an odd number of residuals p is the mean of its neighbours'.",
            "It is farthest from its line at the date of a single change of the variance.",
        ],
        agrees: &["statsmodels RecursiveLS.cusum_squares", "gretl cusum --squares"],
        differs: &[
            "statsmodels' boundaries are Edgerton and Wells' approximation: at 5 % too narrow by 0.0012 with 40 residuals.",
        ],
        references: &[
            BROWN,
            "Durbin, J. (1969), Biometrika 56, 1–15.",
            "Edgerton, D. and Wells, C. (1994), Oxford Bulletin of Economics and Statistics 56, 355–365.",
        ],
        command: Some("yalu breaks FILE --formula \"y ~ x\" --test cusum-of-squares"),
        docs: "yalu::breaks::fluctuation",
    },
    Entry {
        id: "score-cusum",
        aliases: &["scores-cusum", "hjort-koning"],
        kind: Kind::Test,
        title: "CUSUM of scores",
        asks: "Do the coefficients, each of them, and the variance stay the same in all rows?",
        null: Some("the coefficients and the variance are the same in all rows"),
        statistic: "The largest component of the sums of the scores x·e and e² − σ², times the inverse symmetric root of their \
                    products. Law of the supremum of k + 1 independent Brownian bridges.",
        conventions: &[
            "Each score is divided by its length first, so that units do not matter.",
            "It sees changes that leave the mean of the response where it was, and names the component that is farthest.",
        ],
        agrees: &["R strucchange efp(type = \"Score-CUSUM\"), on columns scaled beforehand"],
        differs: &["strucchange's statistic changes with the units of the regressors."],
        references: &["Hjort, N. L. and Koning, A. (2002), Journal of Nonparametric Statistics 14, 113–132."],
        command: Some("yalu breaks FILE --formula \"y ~ x\" --test score-cusum"),
        docs: "yalu::breaks::fluctuation",
    },
    Entry {
        id: "ols-mosum",
        aliases: &["mosum", "mosum-ols"],
        kind: Kind::Test,
        title: "MOSUM of OLS residuals",
        asks: "Does the relation stay the same, looked at through a moving window?",
        null: Some("the coefficients are the same in all rows"),
        statistic: "The largest |Σe|/(s√n) over windows of ⌊h·n⌋ rows. Simulated law of the increments of a Brownian bridge, by table.",
        conventions: &[
            "h is 0.15 unless set, 0.05 to 0.5.",
            "p between tabulated levels is interpolated; above 0.1 and below 0.01 a bound.",
            "It sees changes that come and go, which sums from the start may not.",
        ],
        agrees: &["R strucchange efp(type = \"OLS-MOSUM\") and sctest"],
        differs: &["strucchange's p above 0.1 goes on along a line to 1."],
        references: &[CHU],
        command: Some("yalu breaks FILE --formula \"y ~ x\" --test ols-mosum"),
        docs: "yalu::breaks::fluctuation",
    },
    Entry {
        id: "recursive-mosum",
        aliases: &["rec-mosum"],
        kind: Kind::Test,
        title: "MOSUM of recursive residuals",
        asks: "Do the rows in a moving window look as the rows before them predict?",
        null: Some("the coefficients are the same in all rows"),
        statistic: "The largest |Σw|/(s√m) over windows of ⌊h·m⌋ recursive residuals. Simulated law of the increments of a Brownian motion, by \
                    table.",
        conventions: &[
            "h is 0.15 unless set, 0.05 to 0.5; s² about the mean of w, over m − 1.",
            "p between tabulated levels is interpolated; above 0.2 and below 0.01 a bound.",
        ],
        agrees: &["R strucchange efp(type = \"Rec-MOSUM\"), up to the divisor"],
        differs: &["strucchange divides the squares by n − 2k for n − k − 1."],
        references: &[CHU],
        command: Some("yalu breaks FILE --formula \"y ~ x\" --test recursive-mosum"),
        docs: "yalu::breaks::fluctuation",
    },
    Entry {
        id: "score-mosum",
        aliases: &["scores-mosum"],
        kind: Kind::Test,
        title: "MOSUM of scores",
        asks: "Do the coefficients, each of them, and the variance stay the same, looked at through a moving window?",
        null: Some("the coefficients and the variance are the same in all rows"),
        statistic: "The largest component of the sums of scores over windows of ⌊h·n⌋ rows. Simulated law of the increments of k + 1 \
                    Brownian bridges, by table.",
        conventions: &[
            "Scores and their root as those of score-cusum; h is 0.15 unless set, 0.05 to 0.5.",
            "p between tabulated levels is interpolated, beyond them a bound.",
        ],
        agrees: &["R strucchange efp(type = \"Score-MOSUM\"), on columns scaled beforehand"],
        differs: &["strucchange takes the table of six bridges for more than six."],
        references: &["Zeileis, A. (2005), Econometric Reviews 24, 445–466.", CHU],
        command: Some("yalu breaks FILE --formula \"y ~ x\" --test score-mosum"),
        docs: "yalu::breaks::fluctuation",
    },
    Entry {
        id: "recursive-estimates",
        aliases: &["re", "fluctuation-test"],
        kind: Kind::Test,
        title: "Test of recursive estimates",
        asks: "Do the coefficients settle as rows are added, or do they keep moving?",
        null: Some("the coefficients are the same in all rows"),
        statistic: "The largest component of √(m/n) (ΣXX')^½ (b − β̂)/s, b of the first m rows, β̂ of all. Law of the supremum of k independent \
                    Brownian bridges; the largest range of a component beside it, by Kuiper's law.",
        conventions: &[
            "The symmetric root, of regressors that have length one over all rows: units do not matter.",
            "It is farthest from zero at the date of a single change, and names the coefficient.",
            "In small samples it rejects less often than the level says.",
        ],
        agrees: &["R strucchange efp(type = \"RE\") and sctest, max and range, on columns scaled beforehand"],
        differs: &["strucchange's statistic changes with the units of the regressors."],
        references: &[
            "Ploberger, W., Krämer, W. and Kontrus, K. (1989), Journal of Econometrics 40, 307–318.",
            "Kuan, C.-M. and Hornik, K. (1995), Econometric Reviews 14, 135–161.",
        ],
        command: Some("yalu breaks FILE --formula \"y ~ x\" --test recursive-estimates"),
        docs: "yalu::breaks::fluctuation",
    },
    Entry {
        id: "moving-estimates",
        aliases: &["me"],
        kind: Kind::Test,
        title: "Test of moving estimates",
        asks: "Are the coefficients in a moving window those of all rows?",
        null: Some("the coefficients are the same in all rows"),
        statistic: "The largest component of √(m/n) (ΣXX')^½ (b − β̂)/s, b of the m = ⌊h·n⌋ rows in a window, β̂ of all. Simulated law of \
                    the increments of k Brownian bridges, by table.",
        conventions: &[
            "h is 0.15 unless set, 0.05 to 0.5; a window must hold as many rows as there are coefficients, and tell them apart.",
            "The range beside it has a known law, Feller's, for a window of 0.5 alone: else it is not judged.",
            "p between tabulated levels is interpolated, beyond them a bound.",
        ],
        agrees: &["R strucchange efp(type = \"ME\") and sctest, on columns scaled beforehand"],
        differs: &[
            "strucchange's p of the range is that of a window of one half whatever the window; too large for smaller ones.",
            "strucchange takes the table of six bridges for more than six; two cells of it are out of order, and simulated here.",
        ],
        references: &[CHU],
        command: Some("yalu breaks FILE --formula \"y ~ x\" --test moving-estimates"),
        docs: "yalu::breaks::fluctuation",
    },
];

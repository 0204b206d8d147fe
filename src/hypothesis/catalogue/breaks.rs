//! Entries on breaks at dates that are not known.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "sup-f",
        aliases: &["quandt", "sup-wald", "supf", "ave-f", "exp-f", "qlr"],
        kind: Kind::Test,
        title: "One break at an unknown date",
        asks: "Did the relation change once, at a date that the data choose?",
        null: Some("the coefficients are the same in all rows"),
        statistic: "q·F (or Wald's, LR, LM) of a change at every date that leaves each side its share of the rows: the largest, \
                    the average, and ln of the average of exp(W/2). Laws of Andrews (1993) and Andrews and Ploberger (1994) \
                    by Hansen's (1997) approximation, which knows trim and q.",
        conventions: &[
            "A trim of 15 % leaves each side ⌊0.15·n⌋ rows at least, and one more than there are coefficients.",
            "HC and HAC covariances: Wald's statistic or LM of the model on all rows, at every date.",
            "p below 0.001 is a bound: the approximation was fitted to simulated distributions.",
            "Below 20 rows a note has the simulated size. The fixed-regressor bootstrap (Hansen 2000) on request.",
            "The date is printed by both its names, last before and first after.",
        ],
        agrees: &[
            "R strucchange Fstats and sctest (scale q·F; any vcov.)",
            "gretl qlrtest (scale q·F)",
            "Stata estat sbsingle (Wald, LR)",
        ],
        differs: &["strucchange's p below 0.001 are extrapolated, and below 1e-15 noise of 1 − cdf."],
        references: &[
            "Andrews, D. W. K. (1993), Econometrica 61, 821–856.",
            "Andrews, D. W. K. and Ploberger, W. (1994), Econometrica 62, 1383–1414.",
            "Hansen, B. E. (1997), Journal of Business & Economic Statistics 15, 60–67.",
            "Hansen, B. E. (2000), Journal of Econometrics 97, 93–115.",
            "Quandt, R. E. (1960), Journal of the American Statistical Association 55, 324–330.",
        ],
        command: Some("yalu breaks FILE --formula \"y ~ x\""),
        docs: "yalu::breaks::sup_f",
    },
    Entry {
        id: "bai-perron",
        aliases: &["breakpoints", "sup-f-m", "multiple-breaks", "mbreaks"],
        kind: Kind::Test,
        title: "Several breaks at unknown dates",
        asks: "How often did the relation change, and when?",
        null: Some("the coefficients do not change; or: they change m times and no more"),
        statistic: "The dates of least residual sum of squares for each number m of breaks, exactly. sup F(m): Wald's statistic \
                    at these dates over m, times (n − (m + 1)q − p)/n. sup F(m + 1 | m): the largest sup F(1) within the \
                    m + 1 regimes.",
        conventions: &[
            "Not divided by q. m = 1 and one break more: Hansen's (1997) approximation; m > 1: Bai and Perron's critical values.",
            "Critical values: trims of 5, 10, 15, 20, 25 %, up to 10 coefficients; other trims have no p for m > 1.",
            "BIC counts coefficients, dates and σ² (R's); Yao's and LWZ as Bai and Perron (2003).",
            "Errors: one variance, one for each regime, HC0, any HAC, or the authors' own HAC.",
            "With fixed coefficients one break is found exactly, more by iteration from several starts.",
            "Intervals of dates: Bai (1997), rounded away from the date to whole rows.",
        ],
        agrees: &[
            "R strucchange breakpoints and confint (dates, RSS, BIC, intervals)",
            "R mbreaks and Bai and Perron's GAUSS program (sup F; their published example)",
            "EViews, scaled F",
        ],
        differs: &[
            "mbreaks 1.0.1 counts one row too many in the variance of a middle regime.",
            "mbreaks' intervals end at rounded rows, the upper one plus one.",
        ],
        references: &[
            "Bai, J. (1997), Review of Economics and Statistics 79, 551–563.",
            "Bai, J. and Perron, P. (1998), Econometrica 66, 47–78.",
            "Bai, J. and Perron, P. (2003), Journal of Applied Econometrics 18, 1–22.",
            "Liu, J., Wu, S. and Zidek, J. V. (1997), Statistica Sinica 7, 497–525.",
            "Yao, Y.-C. (1988), Statistics & Probability Letters 6, 181–189.",
        ],
        command: Some("yalu breaks FILE --formula \"y ~ x\" --test bai-perron"),
        docs: "yalu::breaks::bai_perron",
    },
    Entry {
        id: "udmax",
        aliases: &["wdmax", "dmax", "double-maximum"],
        kind: Kind::Test,
        title: "Double maximum tests of breaks",
        asks: "Did the relation change at all, an unknown number of times?",
        null: Some("the coefficients do not change"),
        statistic: "UDmax: the largest sup F(m) over m. WDmax: the largest after each sup F(m) is multiplied by the critical value \
                    of m = 1 over its own.",
        conventions: &[
            "m up to 5, or to what the trim has room for: 3 at 20 %, 2 at 25 %.",
            "WDmax has other weights at every level: those of 5 % are shown, and p is the smallest level at which it rejects.",
            "Critical values for trims of 5, 10, 15, 20 and 25 % only.",
        ],
        agrees: &["R mbreaks dotest", "EViews, weighted and unweighted maxima"],
        differs: &[],
        references: &[
            "Bai, J. and Perron, P. (1998), Econometrica 66, 47–78.",
            "Bai, J. and Perron, P. (2003), Econometrics Journal 6, 72–78.",
        ],
        command: Some("yalu breaks FILE --formula \"y ~ x\" --test bai-perron"),
        docs: "yalu::breaks::bai_perron",
    },
    Entry {
        id: "quandt-likelihood",
        aliases: &["quandt-lr", "switching-regression", "quandt-log-likelihood"],
        kind: Kind::Test,
        title: "Quandt's likelihood ratio",
        asks: "Did coefficients and variance switch once, and when?",
        null: Some("the coefficients and the variance are the same in all rows"),
        statistic: "λ(b) = (b/2) ln σ̂₁² + ((n − b)/2) ln σ̂₂² − (n/2) ln σ̂² at every date b, each σ̂² over its number of rows; the lowest, as \
                    −2λ. Law simulated: normal responses without a switch on the same regressors.",
        conventions: &[
            "−2λ of the chosen date is not χ²(k + 1), which is the law of a date known beforehand; no p-value but the simulated one is given.",
            "p = (1 + draws at or above)/(1 + draws); 999 draws, seed 1, unless set.",
            "15 % of the rows at each end left out unless set: near the ends λ is low by chance.",
            "Fat tails reject without a switch.",
        ],
        agrees: &["lm in R on both sides of every date; numpy"],
        differs: &["sup-f, also called Quandt's, asks for coefficients alone and one variance."],
        references: &[
            "Quandt, R. E. (1958), Journal of the American Statistical Association 53, 873–880; (1960), 55, 324–330.",
            "Brown, R. L., Durbin, J. and Evans, J. M. (1975), Journal of the Royal Statistical Society B 37, 149–192.",
        ],
        command: Some("yalu breaks FILE --formula \"y ~ x\" --test quandt-likelihood --draws 199"),
        docs: "yalu::breaks::quandt",
    },
];

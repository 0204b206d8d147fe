//! Entries on an event at a known date.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[INTERRUPTED, PLACEBO, STUDY, RIVALS];

const INTERRUPTED: Entry = Entry {
    id: "interrupted-time-series",
    aliases: &["its", "itsa", "intervention", "segmented-regression", "counterfactual"],
    kind: Kind::Test,
    title: "Interrupted time series",
    asks: "By how much did level, slope, or one period of a series change at a date, and what does that add up to?",
    null: Some("Level, slope and pulse (those asked for) do not change at the date."),
    statistic: "Wald's F on λ, δ, π in y = α + βt + seasons + z'γ + λ·post(D) + δ·(t − D)·post(D) + π·pulse(D) + u, compared to \
                F(q, n − k); each by t(n − k). The effect in t is λ + δ(t − D) + π·pulse(D), the cumulative effect its sum, the \
                counterfactual the rest of the regression: weighted sums of coefficients, with the standard errors of such.",
    conventions: &[
        "D is the first period after. The slope's term is 0 in D, so λ is the effect in D itself.",
        "Least squares with Newey and West's errors, ⌊4(n/100)^(2/9)⌋ lags, no prewhitening, no n/(n − k), unless others are asked \
         for; AR(1) errors by exact maximum likelihood, ρ taken as known.",
        "With a pulse: AR(1) or classical errors only, since a dummy for one row has no residual there.",
        "Intervals are pointwise, and of the mean path, not of single observations.",
        "Nominal p-values are too small under autocorrelation: below 60 rows a note gives the simulated rates of the design at hand.",
        "Fewer than 5 rows on one side (unless the pulse is alone), or than 5 residual degrees of freedom, is not identified.",
        "It rests on what cannot be tested: that what is held would have gone on, that nothing else happened at the date, and that \
         it was not foreseen.",
    ],
    agrees: &[
        "R lm with sandwich::NeweyWest(prewhite = FALSE, adjust = FALSE); nlme::gls(corAR1(), method = \"ML\")",
        "statsmodels OLS with cov_type=\"HAC\"",
    ],
    differs: &[
        "statsmodels GLSAR leaves the first row out and iterates.",
        "R arima(xreg) and statsmodels SARIMAX: the same estimates, standard errors from the Hessian.",
        "Programs that count the slope's term from 1 in D print λ − δ for λ.",
    ],
    references: &[
        "Box, G. E. P. and Tiao, G. C. (1975), Intervention analysis with applications to economic and environmental problems, \
         Journal of the American Statistical Association 70, 70–79.",
        "Wagner, A. K., Soumerai, S. B., Zhang, F. and Ross-Degnan, D. (2002), Segmented regression analysis of interrupted time \
         series studies in medication use research, Journal of Clinical Pharmacy and Therapeutics 27, 299–309.",
    ],
    command: Some("yalu event FILE --outcome y --at 2010-06 --change level,slope"),
    docs: "yalu::event::interrupted",
};

const PLACEBO: Entry = Entry {
    id: "placebo-dates",
    aliases: &["placebo", "in-time-placebo", "randomization-inference"],
    kind: Kind::Test,
    title: "Placebo dates",
    asks: "Is the change at the date larger than what the same regression finds at other dates of the same series?",
    null: Some("The series changed at the date no more than at any other."),
    statistic: "F of the interrupted time series at the date among the same F at the m other admissible dates: \
                p = (1 + number as large)/(1 + m).",
    conventions: &[
        "Exact, whatever the errors, where under the null the date is as good as drawn at random from the admissible ones.",
        "F is the classical one (or that under AR(1) errors): at one fixed date its rank is about right too. The robust F, ranked \
         as `rank-robust`, is larger near the ends whatever happened.",
        "The same rows, terms and errors at every date; a tie counts against the event.",
        "The event stays in the data of the others, which makes the test cautious.",
        "With fewer than 19 other dates 5 % cannot be reached.",
    ],
    agrees: &["a loop over dates in R (lm, sandwich) and in statsmodels"],
    differs: &["No program has it under a name of its own."],
    references: &[
        "Fisher, R. A. (1935), The Design of Experiments, Oliver and Boyd.",
        "Abadie, A., Diamond, A. and Hainmueller, J. (2015), Comparative politics and the synthetic control method, American \
         Journal of Political Science 59, 495–510.",
    ],
    command: Some("yalu event FILE --outcome y --at 2010-06 --placebo"),
    docs: "yalu::event::placebo",
};

const STUDY: Entry = Entry {
    id: "event-study",
    aliases: &["leads-and-lags", "pre-trends", "anticipation"],
    kind: Kind::Test,
    title: "Event study of one series",
    asks: "How far did each period around a date lie from the path of the others, and was something there before the date?",
    null: Some("The periods before the date (leads), or from it on (lags), lie where the other periods put them."),
    statistic: "Wald's F on the dummies of the leads, and on those of the lags, compared to F(q, n − k); each dummy by t(n − k).",
    conventions: &[
        "Horizon 0 is the date's own period and counts among the lags.",
        "AR(1) or classical errors only: a dummy for one row has no residual there.",
        "Near normality of a single period's error is an assumption here, not a limit.",
        "Periods after the window belong to the comparison.",
    ],
    agrees: &["R lm and nlme::gls(corAR1(), method = \"ML\") with the dummies written out; statsmodels OLS"],
    differs: &["Event studies of panels (fixest, eventdd) compare units and leave one lead out as the base."],
    references: &[
        "MacKinlay, A. C. (1997), Event studies in economics and finance, Journal of Economic Literature 35, 13–39.",
        "Salkever, D. S. (1976), The use of dummy variables to compute predictions, prediction errors, and confidence intervals, \
         Journal of Econometrics 4, 393–397.",
    ],
    command: Some("yalu event FILE --outcome y --at 2010-06 --study 4:8"),
    docs: "yalu::event::study",
};

const RIVALS: Entry = Entry {
    id: "rival-explanations",
    aliases: &["rivals", "coefficient-path", "omitted-variable", "gelbach", "confounders"],
    kind: Kind::Test,
    title: "Rival explanations",
    asks: "What becomes of a coefficient as other explanations enter the same regression?",
    null: Some("The coefficient is zero with all rivals held fixed; beside it, the terms of each rival are."),
    statistic: "The coefficient as F(1, n − k), a rival's terms by Wald's F(q, n − k), in the regression with all rivals; the \
                coefficient in every combination of them; what each takes, b − b* = ΣΓc (Gelbach).",
    conventions: &[
        "All combinations on the rows of the regression with all rivals; the first on all its rows is shown besides if that loses \
         some.",
        "What a rival takes does not depend on the order of entry; it is arithmetic and has no error.",
        "A rival that the event brought about is a way by which it works: to hold it fixed takes away part of the effect.",
        "Fewer than 5 residual degrees of freedom is not identified; below 60 rows a note has the simulated size.",
    ],
    agrees: &[
        "R lm with sandwich, statsmodels OLS for each combination",
        "pyfixest decompose for what each rival takes",
    ],
    differs: &[
        "Stata b1x2 and pyfixest also give errors of the parts, in large samples.",
        "A path in one order alone gives to the first rival what it shares with the others.",
    ],
    references: &[
        "Gelbach, J. B. (2016), When do covariates matter? And which ones, and how much?, Journal of Labor Economics 34, 509–543.",
        "Angrist, J. D. and Pischke, J.-S. (2009), Mostly Harmless Econometrics, Princeton University Press.",
    ],
    command: Some(
        "yalu rivals FILE \"y ~ x * post(2010-06)\" --coefficient \"x:post(2010-06)\" --rival \"post(2012-01)\"",
    ),
    docs: "yalu::event::rivals",
};

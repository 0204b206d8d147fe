//! Entries on autoregressive distributed lags.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "ardl-bounds",
        aliases: &["bounds", "bounds-test", "pss", "pesaran-shin-smith"],
        kind: Kind::Test,
        title: "Bounds test of a level relation",
        asks: "Are the levels of a series related to those of others, whether these are I(0) or I(1)?",
        null: Some("No level relation: the lagged levels have zero coefficients in the error-correction model."),
        statistic: "F of the lagged levels (and of the constant in case II, the trend in case IV) and t of the response's, \
                    each compared to two laws: all regressors I(0), all regressors I(1).",
        conventions: &[
            "Cases I to V of Pesaran, Shin and Smith; an unrestricted constant (III) unless set.",
            "Bounds are simulated for the regression at hand (rows, lags, fixed regressors, case) unless tables are asked \
             for: the asymptotic ones, or Narayan's (2005) for 30 to 80 rows. k counts the regressors, not the response.",
            "Beyond I(1): rejected whatever the order of integration (0 or 1). Short of I(0): not rejected. Between: \
             inconclusive.",
            "Seasonal dummies, break dummies and other fixed regressors are in both models.",
            "t is reported in cases I, III and V, for which there are tables.",
        ],
        agrees: &[
            "R ARDL bounds_f_test and bounds_t_test (statistics)",
            "statsmodels UECM.bounds_test (F without fixed terms)",
        ],
        differs: &[
            "statsmodels UECM.bounds_test drops seasonal and fixed terms, and reads its tables one regressor too far.",
            "R ARDL simulates its bounds without the model's lags.",
        ],
        references: &[
            "Pesaran, M. H., Shin, Y. and Smith, R. J. (2001), Bounds testing approaches to the analysis of level \
             relationships, Journal of Applied Econometrics 16, 289–326.",
            "Narayan, P. K. (2005), Applied Economics 37, 1979–1990.",
        ],
        command: Some("yalu ardl FILE \"y ~ x\""),
        docs: "yalu::ardl::bounds",
    },
    Entry {
        id: "ardl",
        aliases: &["autoregressive-distributed-lag", "uecm", "error-correction"],
        kind: Kind::Estimator,
        title: "Autoregressive distributed lag model",
        asks: "How does a series depend on its own past and on present and past values of others, now and in the long run?",
        null: None,
        statistic: "yₜ = d'ₜδ + Σφᵢyₜ₋ᵢ + ΣⱼΣᵢβⱼᵢxⱼ,ₜ₋ᵢ + γ'zₜ + uₜ by least squares; long-run multiplier of xⱼ: Σᵢβⱼᵢ/(1 − Σφᵢ).",
        conventions: &[
            "Orders by AIC up to 4 (fewer in a short sample) unless given: all combinations, compared on the rows that the \
             longest lags leave; the winner is estimated on all rows it can use.",
            "In error-correction form a regressor without lags stands at its present level, so that the two forms are one \
             model.",
            "Standard errors of long-run multipliers by the delta method, p-values of Student's t.",
        ],
        agrees: &["R ARDL ardl, uecm, multipliers", "statsmodels ARDL and UECM"],
        differs: &[
            "R ARDL auto_ardl searches step by step and compares candidates on their own rows, so it can miss the best.",
        ],
        references: &[
            "Pesaran, M. H. and Shin, Y. (1999), An autoregressive distributed-lag modelling approach to cointegration \
             analysis, in S. Strøm (ed.), Econometrics and Economic Theory in the 20th Century, Cambridge, ch. 11.",
        ],
        command: Some("yalu ardl FILE \"y ~ x + z\" --orders 2,1,1"),
        docs: "yalu::ardl",
    },
];

//! Entries on cointegrated systems.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "johansen",
        aliases: &["trace", "max-eigenvalue", "lambda-max", "coint2", "ca-jo", "coint-johansen"],
        kind: Kind::Test,
        title: "Johansen's cointegration rank test",
        asks: "How many long-run relations hold among several integrated series?",
        null: Some("There are at most r long-run relations."),
        statistic: "trace = −T Σ ln(1 − λᵢ), i > r; λmax = −T ln(1 − λᵣ₊₁), with λ the squared canonical correlations of \
                    differences and lagged levels. Compared to laws of p − r Brownian motions.",
        conventions: &[
            "Five cases of constant and trend; the default is an unrestricted constant.",
            "K counts lags of the levels, by AIC unless given.",
            "p-values by Doornik's (1998) gamma approximation: asymptotic, and for the trace at this sample size.",
            "The reinsel-ahn conventions multiply the statistic by (T − pK)/T.",
            "Tested from r = 0 on; the first rank not rejected is the one found.",
        ],
        agrees: &["R urca::ca.jo", "gretl johansen (coint2)", "statsmodels coint_johansen and VECM"],
        differs: &[
            "R urca::ca.jo with ecdet = \"none\" prints critical values for series without a linear trend.",
            "statsmodels coint_johansen with k_ar_diff = 0 takes the current level for the lagged one; with det_order = 1 it \
             detrends the levels first.",
        ],
        references: &[
            "Johansen, S. (1991), Estimation and hypothesis testing of cointegration vectors in Gaussian vector autoregressive \
             models, Econometrica 59, 1551–1580.",
            "Doornik, J. A. (1998), Approximations to the asymptotic distributions of cointegration tests, Journal of Economic \
             Surveys 12, 573–593.",
            "MacKinnon, J. G., Haug, A. A. and Michelis, L. (1999), Numerical distribution functions of likelihood ratio tests \
             for cointegration, Journal of Applied Econometrics 14, 563–577.",
            "Reinsel, G. C. and Ahn, S. K. (1992), Vector autoregressive models with unit roots and reduced rank structure, \
             Journal of Time Series Analysis 13, 353–375.",
        ],
        command: Some("yalu coint FILE x y z --lags 2"),
        docs: "yalu::cointegration::johansen",
    },
    Entry {
        id: "johansen-restrictions",
        aliases: &["weak-exogeneity", "blrtest", "alrtest", "ablrtest", "cointegrating-restrictions"],
        kind: Kind::Test,
        title: "Restrictions on long-run relations and loadings",
        asks: "Given r relations, do some coefficients vanish, is a relation known, does a series not adjust?",
        null: Some("The relations, or their loadings, satisfy the restrictions."),
        statistic: "LR = T Σ ln((1 − λ̃ᵢ)/(1 − λᵢ)) over the r relations, restricted and free, compared to χ²(df).",
        conventions: &[
            "df is the number of dimensions that the restrictions take from αβ', as the loss of rank of its derivative.",
            "The same restrictions on all relations, known relations, and α = Aψ have closed forms, also jointly.",
            "Several groups of relations are maximised in turn, the best of 12 starts.",
        ],
        agrees: &["R urca::blrtest, alrtest, bh5lrtest", "gretl vecm with restrict, where it finds the maximum"],
        differs: &[
            "R urca::ablrtest counts too few degrees of freedom beside a restricted constant or trend.",
            "R urca::bh6lrtest stops before the maximum of the likelihood.",
        ],
        references: &[
            "Johansen, S. (1995), Likelihood-Based Inference in Cointegrated Vector Autoregressive Models, Oxford University \
             Press, chapters 7 and 8.",
            "Johansen, S. and Juselius, K. (1992), Testing structural hypotheses in a multivariate cointegration analysis of \
             the PPP and the UIP for UK, Journal of Econometrics 53, 211–244.",
        ],
        command: Some("yalu coint FILE x y z --lags 2 --rank 1 --exclude z --weakly-exogenous x"),
        docs: "yalu::cointegration::johansen",
    },
    Entry {
        id: "hansen-johansen",
        aliases: &["constancy", "recursive-johansen"],
        kind: Kind::Test,
        title: "Hansen–Johansen test of constant long-run relations",
        asks: "Are the coefficients of the long-run relations the same throughout the sample?",
        null: Some("The relations are the same in every period."),
        statistic: "The largest value and the mean of Q(t), the score of the relations up to t in units of its information, \
                    compared to their simulated law.",
        conventions: &[
            "The law is simulated with as many rows as the data; p = (1 + draws above)/(1 + draws).",
            "Recursive eigenvalues and traces with all coefficients anew (X form), or with the unrestricted ones of the whole \
             sample (R form).",
        ],
        agrees: &[],
        differs: &[],
        references: &[
            "Hansen, H. and Johansen, S. (1999), Some tests for parameter constancy in cointegrated VAR-models, Econometrics \
             Journal 2, 306–333.",
            "Nyblom, J. (1989), Testing for the constancy of parameters over time, Journal of the American Statistical \
             Association 84, 223–230.",
        ],
        command: Some("yalu coint FILE x y --lags 2 --rank 1 --constancy"),
        docs: "yalu::cointegration::johansen::constancy",
    },
];

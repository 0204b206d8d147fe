//! Entries on causality in quantiles and on transfer entropy.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[QUANTILE_GRANGER, TRANSFER_ENTROPY, QUANTILE_REGRESSION];

const QUANTILE_GRANGER: Entry = Entry {
    id: "quantile-granger",
    aliases: &["granger-quantile", "causality-in-quantiles", "chuang-kuan-lin", "sup-wald-quantile"],
    kind: Kind::Test,
    title: "Granger causality in quantiles",
    asks: "Does the past of X help to predict any quantile of Y, its middle or its tails, beyond the past of Y?",
    null: Some(
        "At no τ of an interval (or not at a given τ) do the p lags of X enter the τ-quantile of Y given the past.",
    ),
    statistic: "W(τ) = θ'V⁻¹θ of the lags of X in a linear quantile regression; the largest over the interval against the supremum of \
                a squared, normalised Bessel bridge of order p; at each chosen τ against χ²(p), and W/p against F(p, T − k).",
    conventions: &[
        "Over 0.1 to 0.9 by steps of 0.01; τ = 0.1, 0.25, 0.5, 0.75, 0.9 beside; both as asked.",
        "`nid`: Hendricks and Koenker's sandwich, densities from the planes of τ ± h; `iid`: one density, from the residuals \
         nearest to the plane. h is Hall and Sheather's, or Bofinger's.",
        "The minimum is exact; where several planes are as good, that of the quantiles just below τ.",
        "The law of the supremum is computed from its Laplace transform, for any order and interval.",
        "Not identified where fewer rows than coefficients lie beyond τ.",
    ],
    agrees: &[
        "R quantreg: rq(method = \"br\"), summary(se = \"nid\", \"iid\"), anova(test = \"Wald\") (F-nid)",
        "gretl quantreg (coefficients)",
    ],
    differs: &[
        "Critical values in Andrews's table and p-values by Hansen's fit (R strucchange) were simulated on grids and are a little \
         smaller.",
        "statsmodels QuantReg has other covariances, from kernel estimates of the density.",
    ],
    references: &[
        "Chuang, C.-C., Kuan, C.-M. and Lin, H.-Y. (2009), Causality in quantiles and dynamic stock return–volume relations, \
         Journal of Banking & Finance 33, 1351–1360.",
        "De Long, D. M. (1981), Crossing probabilities for a square root boundary by a Bessel process, Communications in \
         Statistics: Theory and Methods 10, 2197–2213.",
        "Koenker, R. and Machado, J. A. F. (1999), Goodness of fit and related inference processes for quantile regression, \
         Journal of the American Statistical Association 94, 1296–1310.",
    ],
    command: Some("yalu nonlinear FILE --cause X --effect Y --test quantile --lags 1"),
    docs: "yalu::causality::quantile",
};

const TRANSFER_ENTROPY: Entry = Entry {
    id: "transfer-entropy",
    aliases: &["te", "schreiber", "effective-transfer-entropy", "information-flow"],
    kind: Kind::Test,
    title: "Transfer entropy",
    asks: "How much does the past of X tell about the next value of Y, in whatever form, beyond what the past of Y tells?",
    null: Some(
        "Given its own last k values, the next value of Y does not depend on the last l values of X. p-values are of the stronger null \
         of the surrogates: X is independent of Y at every lead and lag, and has no memory, or that of a Markov chain, or one that \
         dies out.",
    ),
    statistic: "T = Σ p(y, yᵏ, xˡ) ln [p(y | yᵏ, xˡ)/p(y | yᵏ)], from counts of symbols or from nearest neighbours; p = (1 + number of \
                surrogates with T* ≥ T)/(B + 1). `effective`: T less the surrogates' mean. `gaussian`: ½ ln(RSS₀/RSS₁), 2nT against χ²(l).",
    conventions: &[
        "In nats. Three bins of equal share unless set; cuts are quantiles by linear interpolation.",
        "Neighbours: Frenzel and Pompe's form of Kraskov's estimate, K = 4, unit variances, largest coordinate, no noise added.",
        "Surrogates shuffled unless set: `markov` keeps the chain of symbols, `stationary` blocks of the values.",
        "Not identified where patterns outnumber rows.",
    ],
    agrees: &["pyinform transfer_entropy (symbols, l = 1, bits)", "numpy and scipy from the papers' formulas"],
    differs: &[
        "R RTransferEntropy prints bits, cuts at 0.05 and 0.95, shuffles for the effective entropy and takes p from the Markov chain.",
    ],
    references: &[
        "Dimpfl, T. and Peter, F. J. (2013), Using transfer entropy to measure information flows between financial markets, \
         Studies in Nonlinear Dynamics & Econometrics 17, 85–102.",
        "Frenzel, S. and Pompe, B. (2007), Partial mutual information for coupling analysis of multivariate time series, \
         Physical Review Letters 99, 204101.",
        "Marschinski, R. and Kantz, H. (2002), Analysing the information flow between financial time series, European Physical \
         Journal B 30, 275–281.",
        "Schreiber, T. (2000), Measuring information transfer, Physical Review Letters 85, 461–464.",
    ],
    command: Some("yalu nonlinear FILE --cause X --effect Y --test transfer-entropy --bins 2"),
    docs: "yalu::causality::transfer_entropy",
};

const QUANTILE_REGRESSION: Entry = Entry {
    id: "quantile-regression",
    aliases: &["rq", "quantreg", "least-absolute-deviations", "lad", "median-regression"],
    kind: Kind::Estimator,
    title: "Quantile regression",
    asks: "How does a quantile of Y, its median or a tail, depend on X?",
    null: None,
    statistic: "b(τ) minimises Σ ρ_τ(y − x'b), ρ_τ(u) = u(τ − 1[u < 0]); covariance τ(1 − τ) s² (X'X)⁻¹ (`iid`) or \
                τ(1 − τ) (X'FX)⁻¹ X'X (X'FX)⁻¹ (`nid`).",
    conventions: &[
        "Exact, by the simplex: the plane goes through as many rows as there are coefficients.",
        "Where several planes are as good, that of the quantiles just below τ, and the fit says that it is not unique.",
    ],
    agrees: &[
        "R quantreg rq(method = \"br\"), summary(se = \"iid\"), summary(se = \"nid\")",
        "gretl quantreg (coefficients)",
    ],
    differs: &["statsmodels QuantReg stops at a tolerance of 1e-6 and has other covariances."],
    references: &["Koenker, R. (2005), Quantile Regression, Cambridge University Press."],
    command: None,
    docs: "yalu::regression::quantile",
};

//! Entries on estimators beside least squares.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "gls-ar1",
        aliases: &["ar1", "prais-winsten"],
        kind: Kind::Estimator,
        title: "Regression with AR(1) errors by maximum likelihood",
        asks: "What are the coefficients when each error carries over a part ρ of the one before?",
        null: None,
        statistic: "y = Xβ + u, uₜ = ρuₜ₋₁ + εₜ, |ρ| < 1; β and σ² are solved for given ρ, and the likelihood that \
                    remains is maximised over ρ.",
        conventions: &[
            "The likelihood is exact: the first observation stays in, weighted by √(1 − ρ²).",
            "The result is refused unless the gradient at the maximum is near zero.",
            "Rows must be consecutive in time.",
        ],
        agrees: &["R nlme::gls with corAR1() and method = \"ML\""],
        differs: &[
            "nlme::gls maximises the restricted likelihood by default (method = \"REML\").",
            "Cochrane–Orcutt iterations drop the first observation.",
        ],
        references: &[
            "Beach, C. M. and MacKinnon, J. G. (1978), A maximum likelihood procedure for regression with \
             autocorrelated errors, Econometrica 46, 51–58.",
            "Prais, S. J. and Winsten, C. B. (1954), Trend estimators and serial correlation, Cowles Commission \
             Discussion Paper 383.",
        ],
        command: None,
        docs: "yalu::regression",
    },
    Entry {
        id: "double-lasso",
        aliases: &["post-double-selection", "pds"],
        kind: Kind::Estimator,
        title: "Double-lasso selection of controls",
        asks: "Which of many possible controls must stay in, so that the effect of X on Y is not biased by leaving them out?",
        null: None,
        statistic: "Lasso of Y on the controls and lasso of X on the controls; then least squares of Y on X and the union \
                    of the controls that either selected.",
        conventions: &[
            "Controls are standardised before the lasso; the last step is unpenalised on the original scale.",
            "Penalties and the controls selected in each step are in the settings.",
            "Standard errors are those of the last step, with the covariance chosen there.",
        ],
        agrees: &[],
        differs: &["R hdm::rlassoEffect weighs the penalty by each control's estimated noise, so it may select other \
                    controls."],
        references: &["Belloni, A., Chernozhukov, V. and Hansen, C. (2014), Inference on treatment effects after \
                       selection among high-dimensional controls, Review of Economic Studies 81, 608–650."],
        command: None,
        docs: "yalu::selection",
    },
];

//! Entries on panels.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[Entry {
    id: "dumitrescu-hurlin",
    aliases: &["dh", "panel-granger", "pgrangertest", "xtgcause", "panel-causality"],
    kind: Kind::Test,
    title: "Dumitrescu–Hurlin causality in a panel",
    asks: "Does the past of X help to predict Y in at least one of many units?",
    null: Some("In every unit the K lags of X have zero coefficients in the equation of Y."),
    statistic: "W̄, the mean of the units' K·F, standardised by the moments of K·F(K, T − 3K − 1) (Z̃) or of χ²(K) (Z̄), against N(0, 1), \
                two-sided; by the bootstrap |Z̃|, |Z̄| and W̄ against those of samples without causality in which units move together.",
    conventions: &[
        "Both directions are tested; every unit's own W, with its p-value from F and from χ², stands beside.",
        "T > 5 + 3K in every unit, or nothing is identified. Where T differs there is Z̃ only.",
        "A criterion averaged over units chooses K, every candidate on the same rows.",
        "The bootstrap draws rows of residuals, one date of all units together; the cause stays as observed.",
        "A rejection means at least one unit. One with a negative Z does not speak for causality.",
    ],
    agrees: &["R plm::pgrangertest (Ztilde, Zbar, Wbar, indgranger)", "Stata xtgcause, by its published formulas"],
    differs: &[
        "xtgcause counts draws strictly farther out, over B; here (1 + those as far out)/(1 + B).",
        "xtgcause takes no panel whose units differ in length.",
        "plm goes on over gaps with a warning; here a gap is an error.",
    ],
    references: &[
        "Dumitrescu, E.-I. and Hurlin, C. (2012), Economic Modelling 29, 1450–1460.",
        "Lopez, L. and Weber, S. (2017), Stata Journal 17, 972–984.",
    ],
    command: Some("yalu panel-granger FILE --unit firm --cause X --effect Y --lags 1 --bootstrap"),
    docs: "yalu::causality::dumitrescu_hurlin",
}];

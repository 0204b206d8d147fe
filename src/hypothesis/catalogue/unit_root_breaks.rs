//! Entries on unit roots with breaks or seasons.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[Entry {
    id: "zivot-andrews",
    aliases: &["za", "ur-za", "zandrews"],
    kind: Kind::Test,
    title: "Zivot–Andrews test",
    asks: "Has the series a unit root, rather than a trend that breaks once at an unknown date?",
    null: Some("The series has a unit root and no break."),
    statistic: "The smallest τ = (ρ̂ − 1)/s.e. over the dates T_B in Δyₜ = μ + βt + θ·DUₜ + γ·DTₜ + (ρ − 1)yₜ₋₁ + \
                Σ cⱼΔyₜ₋ⱼ + uₜ.",
    conventions: &[
        "T_B is the last observation before the break; the first after it is printed beside it.",
        "Dates are trimmed by 15 % at each end; with 0, every date is tried.",
        "Lags are chosen once, without a break, by AIC unless given; at each date on request, as in the paper.",
        "simulated: statsmodels' quantiles; published: the paper's critical values at 1, 5 and 10 %. Both asymptotic.",
    ],
    agrees: &["statsmodels zivot_andrews", "arch ZivotAndrews", "R urca::ur.za with a trim of 0"],
    differs: &[
        "statsmodels counts the break from 0, and one later in the trend model; it cannot be asked for 0 lags.",
        "R urca::ur.za drops a dummy silently at dates that do not identify it.",
    ],
    references: &[
        "Zivot, E. and Andrews, D. W. K. (1992), Further evidence on the Great Crash, the oil-price shock, and the \
         unit-root hypothesis, Journal of Business & Economic Statistics 10, 251–270.",
    ],
    command: None,
    docs: "yalu::unit_root::zivot_andrews",
}];

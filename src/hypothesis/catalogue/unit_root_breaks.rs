//! Entries on unit roots with breaks or seasons.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[ZIVOT_ANDREWS, LEE_STRAZICICH];

const ZIVOT_ANDREWS: Entry = Entry {
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
};

const LEE_STRAZICICH: Entry = Entry {
    id: "lee-strazicich",
    aliases: &["ls", "lm-breaks", "minimum-lm"],
    kind: Kind::Test,
    title: "Lee–Strazicich test",
    asks: "Has the series a unit root, breaks in level or slope at unknown dates being allowed either way?",
    null: Some("The series has a unit root, with one or two breaks."),
    statistic: "The smallest t of φ over the dates in Δyₜ = δ'ΔZₜ + φS̃ₜ₋₁ + Σ γⱼΔS̃ₜ₋ⱼ + uₜ, S̃ being y less its broken \
                trend estimated in differences.",
    conventions: &[
        "A break is dated by the last observation before it; the first after it is printed beside it.",
        "Dates are trimmed by 10 % at each end; two breaks are 2 (crash) or 3 (trend break) observations apart.",
        "Lags are chosen at every combination of dates by |t| of the last ≥ 1.645 among 0 to 8, unless given.",
        "Critical values at 1, 5 and 10 % for n = 100 without lags; with trend breaks, at the nearest tabulated λ.",
    ],
    agrees: &["R code hannes101/LeeStrazicichUnitRoot with method = Fixed", "a second implementation in plain numpy"],
    differs: &["Aptech's tspdlib compares candidate lags on their own rows, and has other critical values since 2020."],
    references: &[
        "Lee, J. and Strazicich, M. C. (2003), Minimum Lagrange multiplier unit root test with two structural breaks, \
         Review of Economics and Statistics 85, 1082–1089.",
        "Lee, J. and Strazicich, M. C. (2013), Minimum LM unit root test with one structural break, Economics Bulletin \
         33, 2483–2492.",
    ],
    command: None,
    docs: "yalu::unit_root::lee_strazicich",
};

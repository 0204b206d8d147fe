//! Entries on unit roots with breaks or seasons.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[ZIVOT_ANDREWS, LEE_STRAZICICH, HEGY];

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
    command: Some("yalu unitroot FILE x --test zivot-andrews --break-in both"),
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
    command: Some("yalu unitroot FILE x --test lee-strazicich --breaks 1"),
    docs: "yalu::unit_root::lee_strazicich",
};

const HEGY: Entry = Entry {
    id: "hegy",
    aliases: &["seasonal-unit-root", "seasonal-unit-roots", "beaulieu-miron"],
    kind: Kind::Test,
    title: "Seasonal unit roots (HEGY)",
    asks: "At which frequencies, zero and seasonal, has the series a unit root?",
    null: Some("The series has a unit root at the frequency, or at all of several frequencies."),
    statistic: "t of π₁ and π₂, F of each pair, of π₂ … π_S and of π₁ … π_S in yₜ − yₜ₋ₛ = d'ₜδ + Σ πᵢyᵢ,ₜ₋₁ + \
                Σ γⱼ(yₜ₋ⱼ − yₜ₋ⱼ₋ₛ) + uₜ.",
    conventions: &[
        "Half-yearly, quarterly and monthly series; a constant and seasonal dummies unless set.",
        "Lags by AIC unless given: candidates compared on the rows that the longest leaves, the winner on all its rows.",
        "p-values and critical values from 4,999 draws of seasonal random walks of the same length, terms and lags.",
        "Díaz-Emparanza's (2014) response surfaces, as in uroot, on request.",
    ],
    agrees: &["R uroot::hegy.test: statistics; its p-values with given lags within two per cent of the surfaces"],
    differs: &[
        "uroot's surfaces do not suit the joint F, whose law depends on the number of seasons.",
        "uroot's p-values with lags by AIC or BIC come from surfaces that give impossible quantiles for few lags.",
    ],
    references: &[
        "Hylleberg, S., Engle, R. F., Granger, C. W. J. and Yoo, B. S. (1990), Seasonal integration and cointegration, \
         Journal of Econometrics 44, 215–238.",
        "Beaulieu, J. J. and Miron, J. A. (1993), Seasonal unit roots in aggregate U.S. data, Journal of Econometrics 55, \
         305–328.",
        "Díaz-Emparanza, I. (2014), Numerical distribution functions for seasonal unit root tests, Computational \
         Statistics & Data Analysis 76, 237–247.",
    ],
    command: Some("yalu unitroot FILE x --test hegy --lags 1"),
    docs: "yalu::unit_root::hegy",
};

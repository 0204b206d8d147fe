//! Entries on how much of a change in value is price and how much is volume.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "price-volume",
        aliases: &["decomposition", "bennet", "laspeyres-weights", "paasche-weights"],
        kind: Kind::Decomposition,
        title: "Price and volume in a change of value",
        asks: "How much of the change in value from one period to another is due to prices, how much to quantities?",
        null: None,
        statistic: "Σp₁q₁ − Σp₀q₀ = ΣΔp·q₀ + Σp₀·Δq + ΣΔp·Δq. Laspeyres weights leave the interaction ΣΔp·Δq apart, Paasche \
                    weights (ΣΔp·q₁, Σp₁·Δq) count it twice, Bennet's give each side half.",
        conventions: &[
            "The interaction is shown, never hidden in one of the effects.",
            "Bennet's effects equal the Shapley values of the two factors, and add up exactly.",
            "Unit values are not prices: a change of quality or mix within a good counts as price.",
            "New and disappearing goods are treated by a stated rule or refused.",
        ],
        agrees: &[],
        differs: &["Authors who add the interaction to volume or to price, without saying which, print other shares."],
        references: &[
            "Bennet, T. L. (1920), The theory of measurement of changes in cost of living, Journal of the Royal \
             Statistical Society 83, 455–462.",
            "Shorrocks, A. F. (2013), Decomposition procedures for distributional analysis: a unified framework based \
             on the Shapley value, Journal of Economic Inequality 11, 99–126.",
        ],
        command: Some("yalu decompose FILE --between 2013 2014"),
        docs: "yalu::decomposition",
    },
    Entry {
        id: "lmdi",
        aliases: &["lmdi-i", "lmdi-ii", "divisia", "logarithmic-mean"],
        kind: Kind::Decomposition,
        title: "Logarithmic mean Divisia decomposition",
        asks: "How much did each factor contribute to a change, with nothing left over?",
        null: None,
        statistic: "Additive LMDI-I: effect of factor x = Σᵢ L(V₁ᵢ, V₀ᵢ)·ln(x₁ᵢ/x₀ᵢ) with L(a, b) = (a − b)/ln(a/b) and \
                    L(a, a) = a. LMDI-II weighs by normalised logarithmic means of the items' shares.",
        conventions: &[
            "Additive effects sum to the change, multiplicative ones multiply to the ratio.",
            "LMDI-I also adds up over groups of items; LMDI-II does not.",
            "Near a = b the logarithmic mean is computed by a series, not by 0/0.",
            "Zeros are refused unless a limit rule is asked for.",
        ],
        agrees: &[],
        differs: &["Replacing zeros by a small number, as some implementations do, depends on that number when a \
                    whole item appears or vanishes."],
        references: &[
            "Ang, B. W. (2004), Decomposition analysis for policymaking in energy: which is the preferred method?, Energy \
             Policy 32, 1131–1139.",
            "Ang, B. W. and Liu, F. L. (2001), A new energy decomposition method: perfect in decomposition and \
             consistent in aggregation, Energy 26, 537–548.",
        ],
        command: Some("yalu decompose FILE --between 2013 2014 --method lmdi-1"),
        docs: "yalu::decomposition",
    },
    Entry {
        id: "index-numbers",
        aliases: &["index", "fisher", "tornqvist", "törnqvist", "laspeyres", "paasche", "walsh", "geks"],
        kind: Kind::Decomposition,
        title: "Price and quantity index numbers",
        asks: "By what factor did the prices, or the quantities, of a basket change?",
        null: None,
        statistic: "Laspeyres Σp₁q₀/Σp₀q₀ · Paasche Σp₁q₁/Σp₀q₁ · Fisher √(Laspeyres·Paasche) · Törnqvist \
                    exp Σ½(s₀ + s₁)ln(p₁/p₀) · Walsh Σp₁√(q₀q₁)/Σp₀√(q₀q₁) · Marshall–Edgeworth, Sato–Vartia, GEKS.",
        conventions: &[
            "Fixed base compares each period with the first, chained multiplies the steps; the label says which.",
            "The quantity index exchanges p and q; only for Fisher, GEKS and Sato–Vartia do price and quantity index multiply \
             to the ratio of values.",
            "GEKS is the geometric mean of Fisher comparisons through every period, so it does not drift.",
        ],
        agrees: &[],
        differs: &["An implicit quantity index (value ratio over price index) differs from the direct one for \
                    Laspeyres, Paasche, Törnqvist, Walsh and Marshall–Edgeworth."],
        references: &[
            "ILO et al. (2004), Consumer Price Index Manual: Theory and Practice, chapters 15–19.",
            "Diewert, W. E. (1976), Exact and superlative index numbers, Journal of Econometrics 4, 115–145.",
        ],
        command: Some("yalu decompose FILE --index fisher --link chained"),
        docs: "yalu::decomposition",
    },
];

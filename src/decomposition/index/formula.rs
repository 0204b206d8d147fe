//! The formulas that compare two periods.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::decomposition::log_mean::{log_mean, log_ratio};
use crate::decomposition::{Basket, Good, ZeroRule};
use crate::{Error, ErrorKind};

/// What an index measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Prices.
    Price,
    /// Quantities.
    #[doc(alias = "volume")]
    Quantity,
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Price => "price",
            Self::Quantity => "quantity",
        })
    }
}

/// A formula for an index of one period against another, stated here for prices: r = p1/p0, s the value shares.
///
/// # References
/// ILO, IMF, OECD, UNECE, Eurostat and World Bank (2004), *Consumer Price Index Manual: Theory and Practice*,
/// chapters 15–17 and 20. Balk, B. M. (2008), *Price and Quantity Index Numbers*, Cambridge University Press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum IndexFormula {
    /// Σ p1 q0 / Σ p0 q0.
    Laspeyres,
    /// Σ p1 q1 / Σ p0 q1.
    Paasche,
    /// √(Laspeyres · Paasche).
    #[doc(alias = "ideal")]
    Fisher,
    /// Π r^((s0+s1)/2).
    #[doc(alias = "Törnqvist")]
    #[doc(alias = "Theil")]
    #[doc(alias = "translog")]
    Tornqvist,
    /// Σ p1 √(q0 q1) / Σ p0 √(q0 q1).
    Walsh,
    /// Σ p1 (q0+q1) / Σ p0 (q0+q1).
    MarshallEdgeworth,
    /// Π r^w, w in proportion to L(s0, s1): also LMDI-II's.
    #[doc(alias = "Vartia II")]
    #[doc(alias = "LMDI-II")]
    SatoVartia,
    /// Π r^w, w = L(v0, v1)/L(V0, V1): also LMDI-I's. Its weights do not add up to one.
    #[doc(alias = "Vartia I")]
    #[doc(alias = "LMDI-I")]
    MontgomeryVartia,
    /// Π r^s0.
    #[doc(alias = "Cobb-Douglas")]
    #[doc(alias = "log-Laspeyres")]
    GeometricLaspeyres,
    /// Π r^s1.
    #[doc(alias = "log-Paasche")]
    GeometricPaasche,
    /// (Laspeyres + Paasche)/2.
    #[doc(alias = "Drobisch-Sidgwick-Bowley")]
    Drobisch,
    /// The geometric mean of r, unweighted.
    Jevons,
    /// The arithmetic mean of r, unweighted.
    Carli,
    /// The ratio of mean prices: depends on the units in which the items are counted.
    Dutot,
    /// The harmonic mean of r, unweighted.
    #[doc(alias = "Coggeshall")]
    HarmonicCarli,
}

/// One item's price and quantity in the two periods compared.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair {
    pub p0: f64,
    pub q0: f64,
    pub p1: f64,
    pub q1: f64,
}

impl Pair {
    /// Prices and quantities in each other's place.
    fn transposed(self) -> Self {
        Self { p0: self.q0, q0: self.p0, p1: self.q1, q1: self.p1 }
    }

    fn value0(&self) -> f64 {
        self.p0 * self.q0
    }

    fn value1(&self) -> f64 {
        self.p1 * self.q1
    }
}

impl IndexFormula {
    /// Every formula: superlative and symmetric ones first, then the one-sided, then the unweighted.
    pub const ALL: [Self; 15] = [
        Self::Fisher,
        Self::Tornqvist,
        Self::Walsh,
        Self::MarshallEdgeworth,
        Self::SatoVartia,
        Self::MontgomeryVartia,
        Self::Drobisch,
        Self::Laspeyres,
        Self::Paasche,
        Self::GeometricLaspeyres,
        Self::GeometricPaasche,
        Self::Jevons,
        Self::Carli,
        Self::Dutot,
        Self::HarmonicCarli,
    ];

    /// Whether the index of period 0 on 1 is the inverse of that of 1 on 0.
    pub fn is_time_reversible(self) -> bool {
        use IndexFormula as F;
        matches!(
            self,
            F::Fisher
                | F::Tornqvist
                | F::Walsh
                | F::MarshallEdgeworth
                | F::SatoVartia
                | F::MontgomeryVartia
                | F::Jevons
                | F::Dutot
        )
    }

    /// Whether the price index times the quantity index of the same formula is the ratio of values.
    pub fn is_factor_reversible(self) -> bool {
        matches!(self, Self::Fisher | Self::SatoVartia | Self::MontgomeryVartia)
    }

    /// The index of the second period on the first. All numbers must be positive and finite, and there must be a pair.
    pub(crate) fn compare(self, measure: Measure, pairs: &[Pair]) -> f64 {
        match measure {
            Measure::Price => self.price_index(pairs),
            Measure::Quantity => {
                let transposed: Vec<Pair> = pairs.iter().map(|pair| pair.transposed()).collect();
                self.price_index(&transposed)
            }
        }
    }

    fn price_index(self, pairs: &[Pair]) -> f64 {
        let sum = |term: &dyn Fn(&Pair) -> f64| pairs.iter().map(term).sum::<f64>();
        // The ratio of the costs of one set of quantities.
        let cost_ratio = |quantity: &dyn Fn(&Pair) -> f64| {
            sum(&|pair| pair.p1 * quantity(pair)) / sum(&|pair| pair.p0 * quantity(pair))
        };
        let (v0, v1) = (sum(&Pair::value0), sum(&Pair::value1));
        // The mean of logarithmic price changes with these weights, which need not add up to one.
        let geometric = |weight: &dyn Fn(&Pair) -> f64| sum(&|pair| weight(pair) * log_ratio(pair.p1, pair.p0)).exp();
        let n = pairs.len() as f64;
        let laspeyres = || cost_ratio(&|pair| pair.q0);
        let paasche = || cost_ratio(&|pair| pair.q1);
        match self {
            Self::Laspeyres => laspeyres(),
            Self::Paasche => paasche(),
            Self::Fisher => (laspeyres() * paasche()).sqrt(),
            Self::Drobisch => (laspeyres() + paasche()) / 2.0,
            Self::Walsh => cost_ratio(&|pair| (pair.q0 * pair.q1).sqrt()),
            Self::MarshallEdgeworth => cost_ratio(&|pair| pair.q0 + pair.q1),
            Self::GeometricLaspeyres => geometric(&|pair| pair.value0() / v0),
            Self::GeometricPaasche => geometric(&|pair| pair.value1() / v1),
            Self::Tornqvist => geometric(&|pair| (pair.value0() / v0 + pair.value1() / v1) / 2.0),
            Self::SatoVartia => {
                let share_mean = |pair: &Pair| log_mean(pair.value1() / v1, pair.value0() / v0);
                let all = sum(&share_mean);
                geometric(&|pair| share_mean(pair) / all)
            }
            Self::MontgomeryVartia => geometric(&|pair| log_mean(pair.value1(), pair.value0()) / log_mean(v1, v0)),
            Self::Jevons => geometric(&|_| 1.0 / n),
            Self::Carli => sum(&|pair| pair.p1 / pair.p0) / n,
            Self::HarmonicCarli => n / sum(&|pair| pair.p0 / pair.p1),
            Self::Dutot => sum(&|pair| pair.p1) / sum(&|pair| pair.p0),
        }
    }

    /// The name in lower case with hyphens, as [`FromStr`] reads it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Laspeyres => "laspeyres",
            Self::Paasche => "paasche",
            Self::Fisher => "fisher",
            Self::Tornqvist => "tornqvist",
            Self::Walsh => "walsh",
            Self::MarshallEdgeworth => "marshall-edgeworth",
            Self::SatoVartia => "sato-vartia",
            Self::MontgomeryVartia => "montgomery-vartia",
            Self::GeometricLaspeyres => "geometric-laspeyres",
            Self::GeometricPaasche => "geometric-paasche",
            Self::Drobisch => "drobisch",
            Self::Jevons => "jevons",
            Self::Carli => "carli",
            Self::Dutot => "dutot",
            Self::HarmonicCarli => "harmonic-carli",
        }
    }
}

impl fmt::Display for IndexFormula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Laspeyres => "Laspeyres",
            Self::Paasche => "Paasche",
            Self::Fisher => "Fisher",
            Self::Tornqvist => "Törnqvist",
            Self::Walsh => "Walsh",
            Self::MarshallEdgeworth => "Marshall–Edgeworth",
            Self::SatoVartia => "Sato–Vartia",
            Self::MontgomeryVartia => "Montgomery–Vartia",
            Self::GeometricLaspeyres => "geometric Laspeyres",
            Self::GeometricPaasche => "geometric Paasche",
            Self::Drobisch => "Drobisch",
            Self::Jevons => "Jevons",
            Self::Carli => "Carli",
            Self::Dutot => "Dutot",
            Self::HarmonicCarli => "harmonic Carli",
        })
    }
}

impl Basket {
    /// The index of the basket's second period on its first.
    ///
    /// # Errors
    /// If a price or quantity is zero.
    pub fn index(&self, measure: Measure, formula: IndexFormula) -> Result<f64, Error> {
        self.check_zeros(ZeroRule::Refuse)?;
        let pair = |good: &Good| Pair { p0: good.price0, q0: good.quantity0, p1: good.price1, q1: good.quantity1 };
        let pairs: Vec<Pair> = self.goods().iter().map(pair).collect();
        Ok(formula.compare(measure, &pairs))
    }
}

/// Reads `fisher`, `Törnqvist`, `sato_vartia`, `Sato–Vartia`, …
///
/// ```
/// use yalu::decomposition::index::IndexFormula;
/// assert_eq!("Törnqvist".parse(), Ok(IndexFormula::Tornqvist));
/// assert!("GEKS".parse::<IndexFormula>().unwrap_err().to_string().contains("--link geks"));
/// assert!("fischer".parse::<IndexFormula>().unwrap_err().to_string().contains("did you mean `fisher`"));
/// ```
impl FromStr for IndexFormula {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let code = text.trim().to_lowercase().replace(['_', ' ', '–'], "-").replace('ö', "o");
        let known = Self::ALL.into_iter().find(|formula| formula.code() == code);
        known.ok_or_else(|| match code.as_str() {
            "" => Error::new(ErrorKind::Name, "an index formula needs a name").remedy("for example `fisher`"),
            "geks" => Error::new(ErrorKind::Name, "GEKS is a way to link an index, not a formula")
                .remedy("name a formula and link it by GEKS; on the command line `--index fisher --link geks`"),
            _ => Error::unknown_name("index formula", &code, Self::ALL.map(Self::code)),
        })
    }
}

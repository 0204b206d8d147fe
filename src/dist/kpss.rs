//! The law of the KPSS statistic: the integral of a squared Brownian bridge, of the first or the second level.
//!
//! Under the null the statistic converges to ∫₀¹ V(r)² dr = Σ Z²ⱼ/λⱼ with independent standard normal Zⱼ. For a level V is
//! the Brownian bridge and λⱼ = (jπ)², so this is the law of Cramér and von Mises; for a trend V is the second-level
//! bridge and √λ runs over the roots of sin(μ/2)·(sin(μ/2) − (μ/2) cos(μ/2)) (MacNeill 1978). With the Fredholm
//! determinant D, D(λⱼ) = 0, Smirnov's (1937) formula gives the upper tail
//!
//! P(W > x) = π⁻¹ Σₖ (−1)ᵏ⁺¹ ∫ exp(−xλ/2) / (λ √|D(λ)|) dλ, the integral from λ₂ₖ₋₁ to λ₂ₖ,
//!
//! evaluated here to about 14 digits. The table of Kwiatkowski, Phillips, Schmidt and Shin (1992), by which most programs
//! interpolate, was simulated and differs in the third digit: its 2.5 % point for a level is 0.574, the law's 0.5806.
//!
//! ```
//! use yalu::dist::kpss::{self, Around};
//! // Anderson and Darling's (1952) 5 % point.
//! assert!((kpss::sf(0.461_36, Around::Level) - 0.05).abs() < 1e-6);
//! assert!(kpss::isf(0.025, Around::Level).is_some_and(|x| (x - 0.580_61).abs() < 1e-5));
//! assert_eq!(kpss::table_p_value(0.5, Around::Trend), Some(yalu::dist::Tail::Below(0.01)));
//! ```
//!
//! # References
//! - Smirnov, N. V. (1937), *Matematicheskii Sbornik* 2, 973–993.
//! - Anderson, T. W. and D. A. Darling (1952), *Annals of Mathematical Statistics* 23, 193–212.
//! - MacNeill, I. B. (1978), *Annals of Statistics* 6, 422–433.
//! - Kwiatkowski, D., P. C. B. Phillips, P. Schmidt and Y. Shin (1992), *Journal of Econometrics* 54, 159–178, table 1.

use std::f64::consts::PI;
use std::sync::LazyLock;

use super::Tail;
use super::tabulated::{self, Scale};

/// What the series is stationary around under the null.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Around {
    /// A level: the residuals are deviations from the mean.
    Level,
    /// A linear trend: the residuals are those of a regression on a constant and a trend.
    Trend,
}

/// Levels with a critical value in the table of 1992.
pub const LEVELS: [f64; 4] = [0.01, 0.025, 0.05, 0.10];

impl Around {
    /// The table of 1992, at [`LEVELS`].
    pub const fn table(self) -> [f64; 4] {
        match self {
            Self::Level => [0.739, 0.574, 0.463, 0.347],
            Self::Trend => [0.216, 0.176, 0.146, 0.119],
        }
    }

    /// √λ₂ₖ₋₁ and √λ₂ₖ, k from 1.
    fn roots(self, k: u32) -> (f64, f64) {
        let k = f64::from(k);
        match self {
            Self::Level => ((2.0 * k - 1.0) * PI, 2.0 * k * PI),
            Self::Trend => {
                // tan(h) = h between kπ and kπ + π/2; the iteration shrinks an error by 1 + h² > 20 each time.
                let half = (0..14).fold((k + 0.5) * PI, |half, _| k * PI + libm::atan(half));
                (2.0 * k * PI, 2.0 * half)
            }
        }
    }

    /// The nodes of every integral, found once.
    fn nodes(self) -> &'static [[Node; NODES]] {
        static LEVEL: LazyLock<Vec<[Node; NODES]>> = LazyLock::new(|| all_nodes(Around::Level));
        static TREND: LazyLock<Vec<[Node; NODES]>> = LazyLock::new(|| all_nodes(Around::Trend));
        match self {
            Self::Level => &LEVEL,
            Self::Trend => &TREND,
        }
    }

    /// |D(μ²)|.
    fn determinant(self, root: f64) -> f64 {
        match self {
            Self::Level => (libm::sin(root) / root).abs(),
            Self::Trend => {
                let (sin, cos) = (libm::sin(0.5 * root), libm::cos(0.5 * root));
                48.0 * (sin * (sin - 0.5 * root * cos)).abs() / root.powi(4)
            }
        }
    }
}

/// Below this the probability of a smaller value is less than 1e-16.
const CERTAIN: f64 = 0.0025;

/// P(W > x); NaN for NaN.
pub fn sf(x: f64, around: Around) -> f64 {
    if x.is_nan() {
        return f64::NAN;
    }
    if x < CERTAIN {
        return 1.0;
    }
    let mut sum = 0.0;
    for (k, nodes) in around.nodes().iter().enumerate() {
        let term = nodes.iter().map(|node| node.weight * libm::exp(-0.5 * x * node.lambda)).sum::<f64>();
        sum += if k % 2 == 0 { term } else { -term };
        if term <= f64::EPSILON * 0.01 * sum {
            break;
        }
    }
    (sum / PI).clamp(0.0, 1.0)
}

/// Nodes of the integral between two roots.
const NODES: usize = 32;

/// Integrals that can matter: at the smallest x that is not certain the thirtieth is below rounding.
const INTEGRALS: usize = 40;

/// Where exp(−xλ/2) is evaluated, and its weight, which is all else and does not depend on x.
#[derive(Clone, Copy)]
struct Node {
    lambda: f64,
    weight: f64,
}

/// ∫ exp(−xλ/2) / (λ √|D(λ)|) dλ with λ = μ², μ between the k-th pair of roots, k from 1, as a sum.
///
/// The integrand ends in an inverse square root on both sides; in the angle θ of μ = middle + half·cos θ it is smooth and
/// periodic, so that the midpoint rule converges faster than any power.
fn nodes(around: Around, k: u32) -> [Node; NODES] {
    let (from, to) = around.roots(k);
    let (middle, half) = (0.5 * (from + to), 0.5 * (to - from));
    std::array::from_fn(|i| {
        let angle = (i as f64 + 0.5) * PI / NODES as f64;
        let root = middle + half * libm::cos(angle);
        let density = 2.0 / (root * around.determinant(root).sqrt());
        Node { lambda: root * root, weight: density * half * libm::sin(angle) * PI / NODES as f64 }
    })
}

fn all_nodes(around: Around) -> Vec<[Node; NODES]> {
    (1..=INTEGRALS as u32).map(|k| nodes(around, k)).collect()
}

/// The value exceeded with probability `p`: the critical value of a test of that level; `None` outside 1e-12 … 0.999.
pub fn isf(p: f64, around: Around) -> Option<f64> {
    if !(1e-12..=0.999).contains(&p) {
        return None;
    }
    let (mut low, mut high) = (CERTAIN, 8.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if sf(middle, around) > p {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(0.5 * (low + high))
}

/// The limiting law's critical values at [`LEVELS`]; found once.
pub fn critical_values(around: Around) -> [f64; 4] {
    static FOUND: LazyLock<[[f64; 4]; 2]> = LazyLock::new(|| {
        [Around::Level, Around::Trend].map(|around| LEVELS.map(|level| isf(level, around).unwrap_or(f64::INFINITY)))
    });
    match around {
        Around::Level => FOUND[0],
        Around::Trend => FOUND[1],
    }
}

/// The p-value by linear interpolation in the table of 1992, or the bound where it ends; `None` for NaN.
pub fn table_p_value(x: f64, around: Around) -> Option<Tail> {
    tabulated::tail(&LEVELS, &around.table(), x, Scale::Plain)
}

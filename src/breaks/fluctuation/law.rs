//! The laws of the largest distances.

use super::FluctuationTest;
use crate::PValue;
use crate::dist::{brownian, mosum, pyke};
use crate::hypothesis::NullDistribution;

/// The law of a test's statistic in a sample.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Law {
    /// The farthest of so many.
    Bridge(usize),
    Motion,
    /// Of so many recursive residuals.
    Squares(usize),
    /// Of windows with this share.
    Window(mosum::Of, f64),
    /// The range of the farthest of so many.
    BridgeRange(usize),
    MotionRange(usize),
}

impl Law {
    pub fn of(test: FluctuationTest, window: f64, residuals: usize, coefficients: usize) -> Self {
        match test {
            FluctuationTest::OlsCusum => Self::Bridge(1),
            FluctuationTest::ScoreCusum => Self::Bridge(coefficients + 1),
            FluctuationTest::RecursiveEstimates => Self::Bridge(coefficients),
            FluctuationTest::ScoreMosum => Self::Window(mosum::Of::Bridges(coefficients + 1), window),
            FluctuationTest::MovingEstimates => Self::Window(mosum::Of::Bridges(coefficients), window),
            FluctuationTest::RecursiveCusum => Self::Motion,
            FluctuationTest::CusumOfSquares => Self::Squares(residuals),
            FluctuationTest::OlsMosum => Self::Window(mosum::Of::Bridge, window),
            FluctuationTest::RecursiveMosum => Self::Window(mosum::Of::Motion, window),
        }
    }

    /// The law of the range of the components of a process, where it is known: of recursive estimates, and of moving ones if the window
    /// is half the sample (Chu, Hornik and Kuan 1995).
    pub fn of_range(test: FluctuationTest, window: f64, coefficients: usize) -> Option<Self> {
        match test {
            FluctuationTest::RecursiveEstimates => Some(Self::BridgeRange(coefficients)),
            FluctuationTest::MovingEstimates if window == 0.5 => Some(Self::MotionRange(coefficients)),
            _ => None,
        }
    }

    pub fn p_value(self, x: f64) -> Option<PValue> {
        match self {
            Self::Bridge(processes) => Some(PValue::Exact(brownian::bridge_sf(x, processes))),
            Self::Motion => Some(PValue::Exact(brownian::motion_sf(x))),
            Self::Squares(m) => Some(PValue::Exact(pyke::cusum_of_squares_sf(x, m))),
            Self::BridgeRange(processes) => Some(PValue::Exact(brownian::bridge_range_sf(x, processes))),
            Self::MotionRange(processes) => Some(PValue::Exact(brownian::motion_range_sf(x, processes))),
            Self::Window(of, window) => mosum::p_value(x, window, of).map(PValue::from),
        }
    }

    /// `None` at a level that the law's table does not have.
    pub fn critical_value(self, level: f64) -> Option<f64> {
        let value = match self {
            Self::Bridge(processes) => brownian::bridge_isf(level, processes),
            Self::Motion => brownian::motion_isf(level),
            Self::Squares(m) => pyke::cusum_of_squares_isf(level, m),
            Self::BridgeRange(processes) => brownian::bridge_range_isf(level, processes),
            Self::MotionRange(processes) => brownian::motion_range_isf(level, processes),
            Self::Window(of, window) => return mosum::critical_value(level, window, of),
        };
        value.is_finite().then_some(value)
    }

    pub fn named(self) -> NullDistribution {
        let (name, title) = match self {
            Self::Bridge(1) => ("brownian_bridge_sup", "the supremum of |a Brownian bridge|"),
            Self::Bridge(_) => ("brownian_bridges_sup", "the supremum of |independent Brownian bridges|"),
            Self::Motion => ("brownian_motion_lines", "the supremum of |a Brownian motion|/(1 + 2r)"),
            Self::Squares(_) => ("durbin", "Durbin's exact law"),
            Self::BridgeRange(_) => ("brownian_bridge_range", "the range of Brownian bridges (Kuiper)"),
            Self::MotionRange(_) => ("brownian_motion_range", "the range of Brownian motions (Feller)"),
            Self::Window(mosum::Of::Bridges(_), _) => {
                ("mosum_bridges", "the table of Chu, Hornik and Kuan (estimates, scores)")
            }
            Self::Window(mosum::Of::Bridge, _) => ("mosum_bridge", "the table of Chu, Hornik and Kuan (OLS residuals)"),
            Self::Window(mosum::Of::Motion, _) => {
                ("mosum_motion", "the table of Chu, Hornik and Kuan (recursive residuals)")
            }
        };
        NullDistribution::NonStandard(name, title)
    }
}

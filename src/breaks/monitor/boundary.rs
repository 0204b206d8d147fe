//! The boundary of monitoring, and the level at which a process reaches it.

use super::MonitorTest;
use crate::dist::{Tail, monitoring};
use crate::hypothesis::NullDistribution;
use crate::{Error, ErrorKind, PValue};

/// A boundary of a level, for a number of components that share it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Boundary {
    pub level: f64,
    pub components: usize,
    pub critical: f64,
    /// Window and period of a table; none for the law that has a formula.
    pub table: Option<(f64, usize)>,
}

impl Boundary {
    pub fn of(test: MonitorTest, level: f64, components: usize, window: f64, period: usize) -> Result<Self, Error> {
        let table = test.is_moving().then_some((window, period));
        let boundary = Self { level, components, critical: f64::NAN, table };
        let critical = boundary.critical_value(level).ok_or_else(|| {
            let shared =
                if components == 1 { String::new() } else { format!(" for each of {components} coefficients") };
            Error::new(ErrorKind::Argument, format!("the table of {test} has no level of {level}{shared}"))
                .remedy(format!("ask for one from {} to {}", 0.001 * components as f64, 0.05 * components as f64))
        })?;
        Ok(Self { critical, ..boundary })
    }

    /// Of any level, shared by the components.
    pub fn critical_value(&self, level: f64) -> Option<f64> {
        let own = level / self.components as f64;
        match self.table {
            Some((window, period)) => monitoring::window_critical(own, window, period),
            None => Some(monitoring::crossing_isf(own)).filter(|value| value.is_finite()),
        }
    }

    /// Where it stands at x times the history, x > 1.
    pub fn at(&self, x: f64) -> f64 {
        match self.table {
            Some(_) => self.critical * (2.0 * log_plus(x)).sqrt(),
            None => (x * (x - 1.0) * (self.critical * self.critical + (x / (x - 1.0)).ln())).sqrt(),
        }
    }

    /// The critical value of the boundary that goes through this value at x.
    pub fn distance(&self, value: f64, x: f64) -> f64 {
        match self.table {
            Some(_) => value.abs() / (2.0 * log_plus(x)).sqrt(),
            None => {
                let (far, near) = (value.abs() / (x * (x - 1.0)).sqrt(), (x / (x - 1.0)).ln().sqrt());
                // As √(far² − near²), without squares that overflow.
                if far > near { (far - near).sqrt() * (far + near).sqrt() } else { 0.0 }
            }
        }
    }

    /// The smallest level at which a process this far has been outside.
    pub fn p_value(&self, distance: f64) -> Option<PValue> {
        let k = self.components as f64;
        let Some((window, period)) = self.table else {
            return Some(PValue::Exact((k * monitoring::crossing_sf(distance)).min(1.0)));
        };
        monitoring::window_tail(distance, window, period).map(|tail| {
            PValue::from(match tail {
                Tail::At(p) => Tail::At(k * p),
                Tail::Below(p) => Tail::Below(k * p),
                Tail::Above(p) => Tail::Above((k * p).min(1.0)),
            })
        })
    }

    pub fn named(&self) -> NullDistribution {
        match self.table {
            Some(_) => NullDistribution::NonStandard("monitor_window", "the table of Leisch, Hornik and Kuan"),
            None => NullDistribution::NonStandard("monitor_lines", "2(1 − Φ(a) + aφ(a)), for ever"),
        }
    }
}

fn log_plus(x: f64) -> f64 {
    if x <= std::f64::consts::E { 1.0 } else { x.ln() }
}

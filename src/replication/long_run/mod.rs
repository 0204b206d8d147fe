//! Of which order are the flows integrated, and do they move together in the long run?
//!
//! A test of causality in levels stands or falls with the order of integration and with cointegration. Every sample is
//! tested in logarithms; what its length allows to say is simulated at that length.

use std::sync::OnceLock;

use super::samples::{TradeSample, samples};
use crate::ardl::{Ardl, Bounds, BoundsTest, OrderRule};
use crate::cointegration::EngleGranger;
use crate::cointegration::johansen::{Johansen, JohansenResult};
use crate::cointegration::residual::EngleGrangerResult;
use crate::regression::Criterion;
use crate::unit_root::{Hegy, HegyResult, IntegrationOrder, Lags, OrderResult};
use crate::{Error, Series};

mod tables;
mod words;

/// Draws of the simulated bounds.
const BOUNDS: Bounds = Bounds::Simulated { draws: 10_000, seed: 1 };

/// Below this many observations the tests have one lag at most.
const SMALL: usize = 25;

/// The orders of integration on one sample.
#[derive(Debug, Clone)]
pub struct SampleOrders {
    /// The sample's short name.
    pub sample: &'static str,
    /// The sample in words.
    pub title: &'static str,
    /// Every test of every series, in logarithms.
    pub orders: OrderResult,
    /// The test for a seasonal unit root of every series; none in yearly samples.
    pub seasonal: Vec<HegyResult>,
}

/// One system of series on one sample, tested for cointegration.
#[derive(Debug, Clone)]
pub struct Relation {
    /// The sample's short name.
    pub sample: &'static str,
    /// The sample in words.
    pub title: &'static str,
    /// Whether trade with South Korea is the third series.
    pub with_southern_trade: bool,
    /// Imports on the others: the residuals' unit root.
    pub engle_granger: EngleGrangerResult,
    /// The system's rank.
    pub johansen: JohansenResult,
    /// The level relation of imports, bounds simulated for the regression at hand.
    pub bounds: BoundsTest,
}

/// Orders and relations on every sample.
#[derive(Debug, Clone)]
pub struct LongRunEvidence {
    /// In the order of the samples.
    pub orders: Vec<SampleOrders>,
    /// In the order of the samples, without and with trade with South Korea.
    pub relations: Vec<Relation>,
}

impl LongRunEvidence {
    /// Everything on the bundled samples. The data are part of the program, so one run serves all who ask.
    pub fn bundled() -> Result<&'static Self, Error> {
        static EVIDENCE: OnceLock<LongRunEvidence> = OnceLock::new();
        if let Some(evidence) = EVIDENCE.get() {
            return Ok(evidence);
        }
        let computed = Self::compute(&samples()?)?;
        Ok(EVIDENCE.get_or_init(|| computed))
    }

    /// Tests every sample.
    pub fn compute(samples: &[TradeSample]) -> Result<Self, Error> {
        let (mut orders, mut relations) = (Vec::new(), Vec::new());
        for sample in samples {
            let logs = sample.logs()?;
            let series: Vec<&Series> = logs.iter().collect();
            let found = IntegrationOrder::of(&series).run()?;
            let seasons = if sample.frequency().per_year() > 1 { series.as_slice() } else { &[] };
            let seasonal = seasons.iter().map(|series| Hegy::of(series).run()).collect::<Result<_, _>>()?;
            orders.push(SampleOrders { sample: sample.id, title: sample.title, orders: found, seasonal });
            for count in 2..=series.len() {
                relations.push(relation(sample, &series[..count])?);
            }
        }
        Ok(Self { orders, relations })
    }

    /// The orders on one sample.
    pub fn orders_of(&self, sample: &str) -> Option<&OrderResult> {
        self.orders.iter().find(|orders| orders.sample == sample).map(|orders| &orders.orders)
    }
}

/// Imports against the other series of a sample.
fn relation(sample: &TradeSample, series: &[&Series]) -> Result<Relation, Error> {
    let (imports, others) = (series[1], [&series[..1], &series[2..]].concat());
    let small = imports.len() < SMALL;
    let seasonal = sample.frequency().per_year() > 1;
    let lags = if small { Lags::up_to(Criterion::Bic, 1) } else { Lags::by(Criterion::Bic) };
    let mut johansen = Johansen::of(series);
    johansen = if small { johansen.lags(1) } else { johansen.select(Criterion::Bic, 4) };
    let mut ardl =
        Ardl::of(imports).on(&others).select(OrderRule::Criterion(Criterion::Bic), if small { 1 } else { 4 });
    if seasonal {
        johansen = johansen.seasonal();
        ardl = ardl.seasonal();
    }
    Ok(Relation {
        sample: sample.id,
        title: sample.title,
        with_southern_trade: series.len() > 2,
        engle_granger: EngleGranger::of(imports).on(&others).lags(lags).run()?,
        johansen: johansen.run()?,
        bounds: ardl.run()?.bounds(BOUNDS)?,
    })
}

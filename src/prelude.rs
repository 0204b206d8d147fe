//! The names a notebook needs: `use yalu::prelude::*;` once, and every cell is a sentence.
//!
//! There is deliberately no alias of `Result` here: imported into a notebook it would break every later cell. Where a
//! cell writes `?`, give the variable its type: `let trade: Frame = dataset.frame()?;`.
//!
//! Johansen's test and the bounds test each have a `Case`, and the decomposition and the bounds test each have `Bounds`. None
//! of them is here; the modules [`johansen`] and [`ardl`] are: write `johansen::Case`, `ardl::Case`, `ardl::Bounds`. Of the two
//! `Bootstrap` that of causality is here; that of responses is `var::Bootstrap`.

pub use crate::ardl::{self, Ardl, ArdlResult, BoundsTest};
pub use crate::breaks::fluctuation::{FluctuationResult, ResidualVariance};
pub use crate::breaks::{
    BaiPerron, BreakCriterion, BreakDate, Chow, EndOfSample, Fluctuation, FluctuationTest, KnownBreaks, Monitor,
    MonitorTest, PrePost, Quandt, RegimeErrors, SupF, monitor::Monitoring,
};
pub use crate::breaks::{
    bai_perron::BaiPerronResult, chow::ChowResult, end_of_sample::EndOfSampleResult, known::KnownBreaksResult,
    pre_post::PrePostResult, quandt::QuandtResult, sup_f::SupFResult,
};
pub use crate::causality::{
    AllPairs, BlockGranger, BlockResult, Bootstrap, BreitungCandelon, CausalityResult, CausalityTest, Conventions,
    Criterion, Geweke, Granger, LagPrice, LagSet, TodaYamamoto,
};
pub use crate::causality::{
    CausalityChange, DiksPanchenko, Hong, QuantileGranger, TimeVaryingGranger, TransferEntropy, TwoWayResult,
    time_varying::TimeVaryingResult,
};
pub use crate::causality::{DumitrescuHurlin, dumitrescu_hurlin::PanelResult};
pub use crate::cointegration::johansen::{
    self, Constancy, Johansen, JohansenResult, RestrictionTest, Restrictions, Vecm,
};
pub use crate::cointegration::long_run::{Ccr, Dols, Fmols, LongRunFit};
pub use crate::cointegration::residual::{
    EngleGranger, EngleGrangerResult, GregoryHansen, GregoryHansenResult, PhillipsOuliaris, PhillipsOuliarisResult,
};
pub use crate::datasets::{self, Dataset};
pub use crate::decomposition::{Basket, Contributions, Good, ItemValue, Method, PriceVolume, ValueChange, ZeroRule};
pub use crate::decomposition::{comparison_table, index::Index};
pub use crate::disaggregate::{Disaggregate, Disaggregated};
pub use crate::event::{DifferenceInDifferences, DifferenceInDifferencesResult};
pub use crate::event::{EventStudy, Interruption, InterruptionResult, PlaceboDates, RivalExplanations, RivalPath};
pub use crate::event::{LeaveOneOut, PlaceboUnits, Predictor, SyntheticControl, SyntheticControlResult};
pub use crate::formula::Formula;
pub use crate::hypothesis::{HypothesisTest, Outcome, PValue, TestReport, catalogue, test_table};
pub use crate::local_projection::{self, LocalProjection, LocalProjections};
pub use crate::regression::{
    Bandwidth, Covariance, Fit, Hac, Inference, NestedComparison, Ols, Restriction, WaldTest, side_by_side,
};
pub use crate::seasonal::{Classical, Decomposition, Seasonality, SeasonalityResult, Stl};
pub use crate::series::{Aggregation, CsvOptions, DateColumn, DecimalMark, Delimiter, Description, align};
pub use crate::table::{Format, Stars, Table, latex_document};
pub use crate::unit_root::{
    Adf, AdfResult, BartlettLags, DfGls, DfGlsResult, ErsPointOptimal, ErsResult, Hegy, HegyResult, IntegrationOrder,
    Kpss, KpssResult, LagRule, Lags, LeeStrazicich, LeeStrazicichResult, OrderResult, PhillipsPerron,
    PhillipsPerronResult, SchmidtPhillips, SchmidtPhillipsResult, Terms, VarianceRatio, VarianceRatioResult,
    ZivotAndrews, ZivotAndrewsResult,
};
pub use crate::var::{self, BootstrapResponses, Elimination, Impulse, Pattern, Svar, SvarResult, Var, VarResult};
pub use crate::vecm::{self, ErrorCorrection, ErrorCorrectionModel, VecmCausality};
pub use crate::{Design, Error, Frame, Frequency, Indicator, Note, Panel, Period, Sample, Series};

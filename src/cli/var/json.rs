//! Results for a machine.

use serde::Serialize;
use yalu::hypothesis::Setting;
use yalu::regression::Criterion;
use yalu::var::{
    Divisor, Eliminated, Forecast, ForecastPoint, LagSelection, Response, Responses, VarCoefficient, VarResult,
    VarianceShare,
};
use yalu::{Error, Sample};

#[derive(Serialize)]
struct Order {
    lags: usize,
    aic: f64,
    bic: f64,
    hq: f64,
    fpe: f64,
}

#[derive(Serialize)]
struct Preferred {
    aic: usize,
    bic: usize,
    hq: usize,
    fpe: usize,
}

#[derive(Serialize)]
pub struct Selection {
    model: &'static str,
    orders: Vec<Order>,
    preferred: Preferred,
    sample: Sample,
}

impl Selection {
    pub fn of(selection: &LagSelection) -> Self {
        let order = |one: &yalu::var::OrderCriteria| {
            let yalu::var::OrderCriteria { lags, aic, bic, hq, fpe } = *one;
            Order { lags, aic, bic, hq, fpe }
        };
        Self {
            model: "var-selection",
            orders: selection.orders().iter().map(order).collect(),
            preferred: Preferred {
                aic: selection.best(Criterion::Aic),
                bic: selection.best(Criterion::Bic),
                hq: selection.best(Criterion::Hq),
                fpe: selection.best_by_fpe(),
            },
            sample: selection.sample(),
        }
    }
}

#[derive(Serialize)]
struct RootResult {
    modulus: f64,
    re: f64,
    im: f64,
}

#[derive(Serialize)]
struct Equation {
    equation: String,
    coefficients: usize,
    df_resid: usize,
    r2: f64,
    sigma: f64,
}

#[derive(Serialize)]
struct Summary {
    nobs: usize,
    coefficients: usize,
    log_likelihood: f64,
    aic: f64,
    bic: f64,
    hq: f64,
    fpe: f64,
}

/// The estimates.
#[derive(Serialize)]
pub struct Model<'a> {
    model: &'static str,
    series: Vec<&'a str>,
    lags: &'a [usize],
    estimator: String,
    coefficients: Vec<VarCoefficient>,
    equations: Vec<Equation>,
    sigma: Vec<Vec<f64>>,
    sigma_ml: Vec<Vec<f64>>,
    summary: Summary,
    roots: Vec<RootResult>,
    stable: bool,
    eliminated: &'a [Eliminated],
    sample: Sample,
    settings: &'a [Setting],
}

impl<'a> Model<'a> {
    pub fn of(model: &'a VarResult) -> Self {
        let rows = |divisor| model.sigma(divisor).rows().into_iter().map(|row| row.to_vec()).collect();
        let coefficients = model.tidy();
        let (sigma, squares, criteria) = (model.sigma(Divisor::DegreesOfFreedom), model.r_squared(), model.criteria());
        let equations = model.names().into_iter().enumerate().map(|(i, name)| {
            let own = coefficients.iter().filter(|row| row.equation == name).count();
            Equation {
                equation: name.to_owned(),
                coefficients: own,
                df_resid: model.nobs() - own,
                r2: squares[i],
                sigma: sigma[[i, i]].sqrt(),
            }
        });
        Self {
            model: "var",
            series: model.names(),
            lags: model.lags_included(),
            estimator: model.estimator().map_or_else(|| "least squares".to_owned(), |one| one.to_string()),
            equations: equations.collect(),
            coefficients,
            sigma: rows(Divisor::DegreesOfFreedom),
            sigma_ml: rows(Divisor::Rows),
            summary: Summary {
                nobs: model.nobs(),
                coefficients: model.free_coefficients(),
                log_likelihood: model.log_likelihood(),
                aic: criteria.aic,
                bic: criteria.bic,
                hq: criteria.hq,
                fpe: criteria.fpe,
            },
            roots: model
                .roots()
                .iter()
                .map(|root| RootResult { modulus: root.modulus(), re: root.re, im: root.im })
                .collect(),
            stable: model.is_stable(),
            eliminated: model.eliminated(),
            sample: model.sample(),
            settings: model.settings(),
        }
    }
}

/// Responses with intervals.
#[derive(Serialize)]
pub struct ResponsesResult {
    model: &'static str,
    shock: String,
    cumulative: bool,
    conf_level: f64,
    bands: &'static str,
    responses: Vec<Response>,
}

impl ResponsesResult {
    pub fn of(responses: &Responses, cumulative: bool, level: f64) -> Result<Self, Error> {
        Ok(Self {
            model: "var-responses",
            shock: responses.shock().to_owned(),
            cumulative,
            conf_level: 1.0 - level,
            bands: "asymptotic",
            responses: responses.tidy(1.0 - level)?,
        })
    }
}

/// Shares of the variance of forecast errors.
#[derive(Serialize)]
pub struct Decomposition {
    model: &'static str,
    shares: Vec<VarianceShare>,
}

impl Decomposition {
    pub fn of(shares: Vec<VarianceShare>) -> Self {
        Self { model: "var-fevd", shares }
    }
}

/// Forecasts with intervals.
#[derive(Serialize)]
pub struct ForecastResult<'a> {
    model: &'static str,
    conf_level: f64,
    forecasts: &'a [ForecastPoint],
}

impl<'a> ForecastResult<'a> {
    pub fn of(forecast: &'a Forecast, conf_level: f64) -> Self {
        Self { model: "var-forecast", conf_level, forecasts: forecast.points() }
    }
}

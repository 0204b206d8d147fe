//! The model as it is asked for.

use super::aligned::{Aligned, Fixed};
use super::orders::{Candidate, CandidateRows, MaxOrders, OrderRule, Orders};
use super::result::ArdlResult;
use super::select;
use crate::design::dummies_for_dates;
use crate::dist::dickey_fuller::Terms;
use crate::dist::pss::Case;
use crate::hypothesis::Setting;
use crate::regression::Criterion;
use crate::{Error, ErrorKind, Indicator, Series};

/// An autoregressive distributed lag model; see the [module](super).
#[derive(Debug, Clone)]
#[must_use = "nothing is estimated before `.run()`"]
pub struct Ardl<'a> {
    response: &'a Series,
    regressors: Vec<&'a Series>,
    orders: Asked,
    rows: CandidateRows,
    case: Option<Case>,
    terms: Option<Terms>,
    fixed: Fixed<'a>,
    min_df: usize,
}

/// The orders: given, or left to a rule.
#[derive(Debug, Clone)]
enum Asked {
    Given(Orders),
    Chosen(OrderRule, Option<MaxOrders>),
}

impl<'a> Ardl<'a> {
    /// Of this response, with a constant and orders chosen by AIC.
    pub fn of(response: &'a Series) -> Self {
        Self {
            response,
            regressors: Vec::new(),
            orders: Asked::Chosen(Criterion::Aic.into(), None),
            rows: CandidateRows::Common,
            case: None,
            terms: None,
            fixed: Fixed::default(),
            min_df: 5,
        }
    }

    /// The regressors whose levels may be related to the response's.
    pub fn on(mut self, regressors: &[&'a Series]) -> Self {
        self.regressors.extend(regressors);
        self
    }

    /// These orders: p lags of the response, lags 0 to qⱼ of each regressor.
    pub fn orders(mut self, p: usize, q: &[usize]) -> Self {
        self.orders = Asked::Given(Orders::new(p, q));
        self
    }

    /// The orders that a rule prefers among all up to the longest: a number for every variable, or
    /// [`Orders`](super::Orders) for each. AIC up to 4 (fewer in a short sample) unless set.
    ///
    /// Candidates are compared on the rows that the longest lags leave; the winner is estimated on all rows it can use.
    #[doc(alias = "auto_ardl")]
    pub fn select(mut self, rule: impl Into<OrderRule>, longest: impl Into<MaxOrders>) -> Self {
        self.orders = Asked::Chosen(rule.into(), Some(longest.into()));
        self
    }

    /// The orders that a rule prefers among all up to 4, or fewer in a short sample.
    pub fn select_by(mut self, rule: impl Into<OrderRule>) -> Self {
        self.orders = Asked::Chosen(rule.into(), None);
        self
    }

    /// The rows on which candidates are compared; the same for all unless set.
    pub fn candidates_on(mut self, rows: CandidateRows) -> Self {
        self.rows = rows;
        self
    }

    /// The case of Pesaran, Shin and Smith (2001), which settles the deterministic terms; III unless set, or what the
    /// [terms](Self::terms) allow.
    pub fn case(mut self, case: Case) -> Self {
        self.case = Some(case);
        self
    }

    /// The deterministic terms, unrestricted: none is case I, a constant III, a trend V.
    pub fn terms(mut self, terms: Terms) -> Self {
        self.terms = Some(terms);
        self
    }

    /// Seasonal dummies in the model and under the null of every test.
    ///
    /// In cases I and II, where the constant is absent or tested, they are centred: zero on average over a year.
    pub fn seasonal(mut self) -> Self {
        self.fixed.seasonal = true;
        self
    }

    dummies_for_dates!("in the model and under the null of every test");

    /// A dummy for dates, in the model and under the null of every test.
    pub fn indicator(mut self, indicator: Indicator) -> Self {
        self.fixed.indicators.push(indicator);
        self
    }

    /// Series without lags, in the model and under the null of every test.
    #[doc(alias = "exogenous")]
    pub fn fixed(mut self, series: &[&'a Series]) -> Self {
        self.fixed.series.extend(series);
        self
    }

    /// The fewest residual degrees of freedom for which a test gives a number, and for candidates of a rule; 5 unless set.
    pub fn min_df(mut self, min_df: usize) -> Self {
        self.min_df = min_df;
        self
    }

    /// Estimates.
    ///
    /// # Errors
    /// If there is no regressor, a series stands twice, does not vary or shares no period with the others, frequencies
    /// differ, the case contradicts the terms, there are too few observations for the lags, or regressors are collinear
    /// (named).
    pub fn run(&self) -> Result<ArdlResult, Error> {
        let case = self.settled_case()?;
        let centred = matches!(case, Case::I | Case::II);
        let aligned = Aligned::new(self.response, &self.regressors, case.terms(), &self.fixed, centred)?;
        let (orders, chosen_by, candidates) = self.settled_orders(&aligned)?;
        let (needed, found) = (select::needed(&aligned, &orders, 1), aligned.response.len());
        if needed > found {
            let name = aligned.response.name();
            return Err(Error::new(
                ErrorKind::Sample,
                format!("ARDL{orders} of `{name}` needs {needed} observations, found {found}"),
            )
            .remedy("use fewer lags, fewer regressors or a longer sample"));
        }
        let mut settings = vec![
            Setting::new("orders", orders.to_string(), chosen_by),
            Setting::new("case", format!("{case}, {}", case.in_words()), self.case_by()),
        ];
        if let Some(names) = self.fixed_in_words(centred) {
            settings.push(Setting::new("fixed regressors", names, "user"));
        }
        ArdlResult::estimate(&aligned, orders, case, candidates, settings, self.min_df)
    }

    fn settled_case(&self) -> Result<Case, Error> {
        let by_terms = match self.terms {
            None => None,
            Some(Terms::None) => Some(Case::I),
            Some(Terms::Constant) => Some(Case::III),
            Some(Terms::Trend) => Some(Case::V),
            Some(Terms::Quadratic) => {
                return Err(Error::new(ErrorKind::Argument, "no bounds exist for a model with a quadratic trend")
                    .remedy("use a linear trend, with the squared trend as a fixed series if it must be there"));
            }
        };
        match (self.case, self.terms) {
            (Some(case), Some(terms)) if case.terms() != terms => Err(Error::new(
                ErrorKind::Argument,
                format!("case {case} has {}, and the terms asked for are: {terms}", case.in_words()),
            )
            .remedy("leave one of the two out")),
            (Some(case), _) => Ok(case),
            (None, _) => Ok(by_terms.unwrap_or(Case::III)),
        }
    }

    fn case_by(&self) -> &'static str {
        if self.case.is_some() || self.terms.is_some() { "user" } else { "default" }
    }

    /// The orders, who chose them, and the candidates there were.
    fn settled_orders(&self, aligned: &Aligned<'_>) -> Result<(Orders, String, Vec<Candidate>), Error> {
        let k = aligned.regressors.len();
        match &self.orders {
            Asked::Given(orders) => {
                refuse_misfit(orders, k)?;
                Ok((orders.clone(), "user".into(), Vec::new()))
            }
            Asked::Chosen(rule, longest) => {
                let longest = match longest {
                    Some(longest) => longest.of(k),
                    None => select::default_longest(aligned, self.min_df),
                };
                refuse_misfit(&longest, k)?;
                let ranking = select::rank(aligned, *rule, &longest, self.rows, self.min_df)?;
                let rows = match self.rows {
                    CandidateRows::Common => ranking.sample.to_string(),
                    CandidateRows::Own => "each on its own rows".into(),
                };
                let chosen_by = format!("{rule} among {} models up to {longest}, {rows}", ranking.candidates.len());
                let best = ranking.candidates.first().map_or(longest, |best| best.orders.clone());
                Ok((best, chosen_by, ranking.candidates))
            }
        }
    }

    fn fixed_in_words(&self, centred: bool) -> Option<String> {
        let mut names = Vec::new();
        names.extend(
            self.fixed.seasonal.then(|| if centred { "centred seasonal dummies" } else { "seasonal dummies" }.into()),
        );
        names.extend(self.fixed.indicators.iter().map(ToString::to_string));
        names.extend(self.fixed.series.iter().map(|series| series.name().to_owned()));
        (!names.is_empty()).then(|| names.join(", "))
    }
}

fn refuse_misfit(orders: &Orders, k: usize) -> Result<(), Error> {
    if orders.q.len() != k {
        let (given, plural) = (orders.q.len(), if k == 1 { "" } else { "s" });
        return Err(Error::new(
            ErrorKind::Argument,
            format!("the orders {orders} are of {given} regressors, and the model has {k}"),
        )
        .remedy(format!("give p and {k} order{plural} q, in the order of the regressors")));
    }
    if orders.p == 0 {
        return Err(Error::new(ErrorKind::Argument, format!("the orders {orders} have no lag of the response"))
            .remedy("give p ≥ 1: without it there is nothing to adjust"));
    }
    Ok(())
}

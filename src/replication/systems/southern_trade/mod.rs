//! Every way between exports, imports and trade with South Korea, where a sample has all three.
//!
//! Each pair is tested given the third series, the two partners' flows together as causes of imports, and each pair within
//! one year. With so few rows a number counts only beside how often it rejects a true null.

use crate::causality::size::World;
use crate::causality::{BlockGranger, BlockResult, CausalityTest, Granger, TodaYamamoto};
use crate::hypothesis::finds_conventions;
use crate::replication::causality::Form;
use crate::replication::samples::TradeSample;
use crate::resampling::Rate;
use crate::{Error, Series, TestReport};

mod tables;
mod words;

/// The numbers of lags tested: more leave too few degrees of freedom in every form.
const LAGS: [usize; 2] = [1, 2];

/// What a test asks of exports (X), imports (M) and trade with South Korea (S).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Does the first help to predict the second, given the third?
    Direct(Flow, Flow),
    /// Do exports and trade with South Korea together help to predict imports?
    BothToImports,
    /// Do imports help to predict the two others?
    ImportsToBoth,
    /// Do the two move together within a year, beyond what the past of all three says?
    WithinTheYear(Flow, Flow),
}

/// One of the three series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// North Korea's exports to China, X.
    Exports,
    /// North Korea's imports from China, M.
    Imports,
    /// North Korea's trade with South Korea, S.
    SouthernTrade,
}

impl Flow {
    const PAIRS: [(Self, Self, Self); 3] = [
        (Self::Exports, Self::Imports, Self::SouthernTrade),
        (Self::Exports, Self::SouthernTrade, Self::Imports),
        (Self::Imports, Self::SouthernTrade, Self::Exports),
    ];

    const fn letter(self) -> char {
        match self {
            Self::Exports => 'X',
            Self::Imports => 'M',
            Self::SouthernTrade => 'S',
        }
    }
}

/// One question by one form and number of lags on one sample.
#[derive(Debug, Clone)]
pub struct SystemTest {
    /// The sample's short name.
    pub sample: &'static str,
    /// The sample in words.
    pub title: &'static str,
    /// How the series enter: logarithms, their changes, or logarithms with a further lag.
    pub form: Form,
    /// The lags tested.
    pub lags: usize,
    /// What is asked.
    pub question: Question,
    /// Every convention; the first is F.
    pub reports: Vec<TestReport>,
    /// How often a convention rejects a true null at a nominal 5 % in samples as short, in the form's world.
    pub sizes: Vec<(&'static str, Rate)>,
}

/// Every test of the three series.
#[derive(Debug, Clone)]
pub struct SouthernTradeEvidence {
    /// In the order of samples, forms, lags and questions.
    pub tests: Vec<SystemTest>,
}

impl SystemTest {
    /// Its simulated size.
    pub fn size(&self, convention: &str) -> Option<Rate> {
        self.sizes.iter().find(|(name, _)| *name == convention).map(|(_, rate)| *rate)
    }
}

finds_conventions!(SystemTest);

impl SouthernTradeEvidence {
    /// Runs every test on the samples that have the third series.
    pub fn compute(samples: &[TradeSample]) -> Result<Self, Error> {
        let mut tests = Vec::new();
        for sample in samples.iter().filter(|sample| sample.southern_trade.is_some()) {
            let levels = sample.logs()?;
            let changes: Vec<Series> = levels
                .iter()
                .map(|level| Ok(level.diff(1)?.rename(format!("Δ{}", level.name()))))
                .collect::<Result<_, Error>>()?;
            for (form, series) in
                [(Form::LogLevels, &levels), (Form::LogChanges, &changes), (Form::TodaYamamoto, &levels)]
            {
                for lags in LAGS {
                    tests.extend(Asked { sample, form, lags, series }.all()?);
                }
            }
        }
        Ok(Self { tests })
    }

    /// The test of this sample, form, number of lags and question.
    pub fn find(&self, sample: &str, form: Form, lags: usize, question: Question) -> Option<&SystemTest> {
        let same = |t: &&SystemTest| t.sample == sample && t.form == form && t.lags == lags && t.question == question;
        self.tests.iter().find(same)
    }
}

/// One form and number of lags on one sample.
struct Asked<'a> {
    sample: &'a TradeSample,
    form: Form,
    lags: usize,
    series: &'a [Series],
}

impl Asked<'_> {
    fn series(&self, flow: Flow) -> &Series {
        // Exports, imports, southern trade: the order of `TradeSample::logs`.
        &self.series[match flow {
            Flow::Exports => 0,
            Flow::Imports => 1,
            Flow::SouthernTrade => 2,
        }]
    }

    /// Lags that are not tested.
    fn further(&self) -> usize {
        usize::from(self.form == Form::TodaYamamoto)
    }

    fn all(&self) -> Result<Vec<SystemTest>, Error> {
        let mut tests = Vec::new();
        for (one, other, third) in Flow::PAIRS {
            let (x, y, z) = (self.series(one), self.series(other), self.series(third));
            let result = if self.further() > 0 {
                TodaYamamoto::cause(x).effect(y).given(&[z]).lags(self.lags).integration(self.further()).run()?
            } else {
                Granger::cause(x).effect(y).given(&[z]).lags(self.lags).run()?
            };
            tests.push(self.pair(Question::Direct(one, other), result.forward()));
            tests.push(self.pair(Question::Direct(other, one), result.backward()));
        }
        let imports = self.series(Flow::Imports);
        let both = self.block(&[self.series(Flow::Exports), self.series(Flow::SouthernTrade)], imports, &[])?;
        tests.push(self.blocked(Question::BothToImports, both.forward()));
        tests.push(self.blocked(Question::ImportsToBoth, both.backward()));
        // With a further lag the errors are those of the form in logarithms with one lag more.
        if self.further() == 0 {
            for (one, other, third) in Flow::PAIRS {
                let within = self.block(&[self.series(one)], self.series(other), &[self.series(third)])?;
                tests.push(self.blocked(Question::WithinTheYear(one, other), within.instantaneous()));
            }
        }
        Ok(tests)
    }

    fn block(&self, causes: &[&Series], effect: &Series, given: &[&Series]) -> Result<BlockResult, Error> {
        let test = BlockGranger::causes(causes).effects(&[effect]).given(given);
        test.lags(self.lags).integration(self.further()).run()
    }

    fn pair(&self, question: Question, test: &CausalityTest) -> SystemTest {
        let own = |sizes: Vec<(World, crate::causality::size::ConventionSize)>| {
            sizes.into_iter().find(|(world, _)| *world == self.form.world()).map(|(_, size)| size.rejects)
        };
        self.test(question, test.reports(), |convention| own(test.simulated_sizes(convention)))
    }

    fn blocked(&self, question: Question, test: &crate::causality::BlockTest) -> SystemTest {
        let own = |sizes: Vec<(World, Rate)>| sizes.into_iter().find(|(world, _)| *world == self.form.world());
        self.test(question, test.reports(), |convention| Some(own(test.simulated_sizes(convention))?.1))
    }

    fn test(
        &self,
        question: Question,
        reports: &[TestReport],
        size: impl Fn(&'static str) -> Option<Rate>,
    ) -> SystemTest {
        SystemTest {
            sample: self.sample.id,
            title: self.sample.title,
            form: self.form,
            lags: self.lags,
            question,
            reports: reports.to_vec(),
            sizes: reports.iter().filter_map(|r| Some((r.convention, size(r.convention)?))).collect(),
        }
    }
}

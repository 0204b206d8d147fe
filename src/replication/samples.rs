//! The samples that exist: what public figures there are of the two flows, year by year or half-year by half-year.
//!
//! The paper's own test used monthly figures that were never published; none of these samples is that one.

use crate::{Error, Frame, Frequency, Period, Series, datasets};

/// One sample of the two flows, always seen from North Korea: its exports to China and its imports from China.
#[derive(Debug, Clone, PartialEq)]
pub struct TradeSample {
    /// A short name for file stems and rows: `printed`, `corrected`, `long`, `long-to-2015`, `half-years`.
    pub id: &'static str,
    /// What it is, in a few words.
    pub title: &'static str,
    /// What a reader must know of it.
    pub caveat: &'static str,
    /// North Korea's exports to China, USD million, named `exports`.
    pub exports: Series,
    /// North Korea's imports from China, USD million, named `imports`.
    pub imports: Series,
    /// North Korea's trade with South Korea, where the sample has it unbroken, named `southern trade`.
    pub southern_trade: Option<Series>,
    /// The first periods that "after May 24, 2010" can mean at this frequency, and where later years allow it the rival
    /// 2014, when cooperation platforms were suspended and crude oil left China's records.
    pub dates: Vec<Period>,
}

impl TradeSample {
    /// The two flows as columns `exports` and `imports` of one frame.
    pub fn frame(&self) -> Result<Frame, Error> {
        Frame::from_series(&[self.exports.clone(), self.imports.clone()])
    }

    /// Logarithms of exports, of imports and, where the sample has it, of trade with South Korea.
    pub fn logs(&self) -> Result<Vec<Series>, Error> {
        let flows = [Some(&self.exports), Some(&self.imports), self.southern_trade.as_ref()];
        flows.into_iter().flatten().map(|flow| Ok(flow.log()?.rename(format!("log {}", flow.name())))).collect()
    }

    /// How often it is observed.
    pub fn frequency(&self) -> Frequency {
        self.exports.frequency()
    }
}

/// Every sample: the paper's years as printed, the same with 2009 whole, 43 years, these up to the paper's last year,
/// and the half-years.
pub fn samples() -> Result<Vec<TradeSample>, Error> {
    let paper = datasets::get("paper_trade_annual")?.frame()?;
    let long = datasets::get("china_reported_annual")?.frame()?;
    let until_2015 = long.window(Period::annual(1978), Period::annual(2015))?;
    let halves = datasets::get("halfyear_trade")?
        .frame()?
        .window(Period::new(Frequency::HalfYearly, 2003, 1)?, Period::new(Frequency::HalfYearly, 2013, 2)?)?;
    let years = || vec![Period::annual(2010), Period::annual(2011)];
    let flow = |frame: &Frame, column: &str, name: &str| Ok::<_, Error>(frame.series(column)?.rename(name));
    let southern = || Ok::<_, Error>(Some(paper.series("interkorean_trade")?.rename("southern trade")));
    Ok(vec![
        TradeSample {
            id: "printed",
            title: "the paper's years, as printed",
            caveat: "2009 is printed without the months from August on, which Chinese customs withheld; any regression \
                     on these years rests on that hole",
            exports: flow(&paper, "nk_exports_to_china", "exports")?,
            imports: flow(&paper, "nk_imports_from_china", "imports")?,
            southern_trade: southern()?,
            dates: years(),
        },
        TradeSample {
            id: "corrected",
            title: "the paper's years, 2009 whole",
            caveat: "2009 is China's full-year figure, 789.661 and 1,890.721, in place of the printed 501 and 1,210",
            exports: flow(&paper, "nk_exports_to_china_2009_corrected", "exports")?,
            imports: flow(&paper, "nk_imports_from_china_2009_corrected", "imports")?,
            southern_trade: southern()?,
            dates: years(),
        },
        TradeSample {
            id: "long",
            title: "as China reported, 43 years",
            caveat: "from 2017 on sanctions of the United Nations cut exports first and imports after, and in 2020 the \
                     border was closed: what these years show is not what followed May 24, 2010; 1990 looks estimated \
                     though its source does not mark it",
            exports: flow(&long, "nk_exports_to_china", "exports")?,
            imports: flow(&long, "nk_imports_from_china", "imports")?,
            southern_trade: None,
            dates: [years(), vec![Period::annual(2014)]].concat(),
        },
        TradeSample {
            id: "long-to-2015",
            title: "as China reported, to 2015",
            caveat: "the same figures up to the paper's last year, before the sanctions of 2017",
            exports: flow(&until_2015, "nk_exports_to_china", "exports")?,
            imports: flow(&until_2015, "nk_imports_from_china", "imports")?,
            southern_trade: None,
            dates: years(),
        },
        TradeSample {
            id: "half-years",
            title: "half-years",
            caveat: "second halves are the year less the first half; three first halves are worked back from growth rates",
            exports: flow(&halves, "nk_exports_to_china", "exports")?,
            imports: flow(&halves, "nk_imports_from_china", "imports")?,
            southern_trade: None,
            dates: vec![Period::new(Frequency::HalfYearly, 2010, 2)?],
        },
    ])
}

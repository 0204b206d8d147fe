//! "Volume of Trade": the totals, China's share, and the myth about it.

use super::claim::{Claim, Judgement};
use super::years::{Years, list};
use super::{POINTS, RECORD};
use crate::Error;
use crate::replication::evidence::{Evidence, YEARS};
use crate::replication::printed::Derived;

/// China's trade with North Korea, year by year.
pub(super) fn trade(e: &Evidence) -> Result<Years, Error> {
    Years::read(YEARS, |year| Ok(e.trade(year)?.value()))
}

/// China's share in North Korea's trade, 2002–2014.
pub(super) fn shares(e: &Evidence) -> Result<Years, Error> {
    Years::read(2002..=2014, |year| Ok(e.share(year)?.value()))
}

/// Whether trade fell in just the years of the span given, at the end of the table.
pub(super) fn fell_in(e: &Evidence, span: &[i32]) -> Result<Judgement, Error> {
    let trade = trade(e)?;
    let falls = trade.falls_at_end();
    Ok(Judgement::new(falls == span, format!("trade fell in {} running, up to 2015", list(&falls))))
}

/// The introduction and the summary before the first section.
pub(super) fn trends() -> Vec<Claim> {
    vec![
        Claim::sentence(
            "introduction-majority",
            "Introduction, paragraph 1, sentence 1",
            "Trade with China is the majority of North Korea's international trade (in the latest year with a total)",
            "the majority",
            |e| {
                let shares = shares(e)?;
                let most = shares.where_value(|share| share > 50.0);
                let holds = most.contains(&2014);
                Ok(Judgement::new(holds, format!("over half in {}", list(&most))))
            },
        ),
        Claim::number_not_testable("introduction-nuclear-test", RECORD),
        Claim::number_judged("trends-decrease-years", |e| fell_in(e, &[2014, 2015])),
        Claim::sentence(
            "trends-three-falls",
            "Trends, Facts, & Myths, paragraph 1, sentence 2",
            "From 2013 on trade in goods, China's share in North Korea's trade and China's surplus all dropped",
            "all three dropped",
            |e| {
                let trade = (e.trade(2013)?.value(), e.trade(2015)?.value());
                let share = (e.share(2013)?.value(), e.share(2014)?.value());
                let surplus = (e.surplus(2013)?.value(), e.surplus(2015)?.value());
                Ok(Judgement::new(
                    trade.1 < trade.0 && share.1 < share.0 && surplus.1 < surplus.0,
                    format!(
                        "trade {:.0} to {:.0}, share {:.2} to {:.2} (2014), surplus {:.0} to {:.0}",
                        trade.0, trade.1, share.0, share.1, surplus.0, surplus.1
                    ),
                ))
            },
        ),
        Claim::not_testable(
            "trends-labour-rise",
            "Trends, Facts, & Myths, paragraph 1, sentence 3",
            "North Korea's labour exports to China may have risen slightly",
            "might have slightly increased",
            "no count of North Korean labourers in China by year is public, as the paper itself says",
        ),
        Claim::number("trends-construction-fall", |e| {
            Ok(Derived::fall(e.services("Projects", 2013)?, e.services("Projects", 2014)?))
        }),
    ]
}

/// The section's text.
pub(super) fn claims() -> Vec<Claim> {
    let mut all = falls();
    all.extend(crude_oil());
    all.extend(share());
    all.extend(super::share_myth::claims());
    all
}

fn falls() -> Vec<Claim> {
    vec![
        Claim::number_judged("volume-fall-year", |e| {
            let largest = trade(e)?.changes().filter(|(year, _)| *year > 2009).min_by(|a, b| a.1.total_cmp(&b.1));
            let (year, change) = largest.unwrap_or((0, 0.0));
            Ok(Judgement::new(year == 2015, format!("the largest fall after 2009 is {:.0} in {year}", -change)))
        }),
        Claim::number("volume-2015-total", |e| Ok(Derived::of([e.trade(2015)?], |[total]| total / 1000.0))),
        Claim::sentence(
            "volume-2015-total-revised",
            "Volume of Trade, paragraph 1, sentence 2",
            "Trade of $5.511 billion in 2015 against China's customs in their final state",
            "$5.511 billion",
            |e| {
                let (exports, imports) =
                    (e.customs("nk_exports_to_china", 2015)?, e.customs("nk_imports_from_china", 2015)?);
                let total = Derived::sum([exports, imports]).value / 1000.0;
                let said = e.said("volume-2015-total")?.range();
                Ok(Judgement::new(
                    said.meets(Derived::exact(total).range),
                    format!("${total:.3} billion after revision: ${:.0} million less", 1000.0 * (said.low - total)),
                ))
            },
        )
        .against_outside_data()
        .remark("the paper has the provisional figure; North Korea's exports were revised from 2,565 to 2,484"),
        Claim::number("volume-2015-fall", |e| Ok(Derived::fall(e.trade(2014)?, e.trade(2015)?))),
        Claim::sentence(
            "volume-2015-fall-revised",
            "Volume of Trade, paragraph 1, sentence 2",
            "Trade fell by 13.39 percent in 2015, by China's customs in their final state",
            "13.39 percent",
            |e| {
                let both = |year| -> Result<Derived, Error> {
                    Ok(Derived::sum([
                        e.customs("nk_exports_to_china", year)?,
                        e.customs("nk_imports_from_china", year)?,
                    ]))
                };
                let left = both(2015)?.percent_of(both(2014)?);
                let fall = Derived::exact(100.0).minus(left);
                let holds = fall.range.meets(e.said("volume-2015-fall")?.range());
                Ok(Judgement::new(holds, format!("{:.2} percent after the revision", fall.value)))
            },
        )
        .against_outside_data()
        .remark("the fall was steeper than the provisional figures showed"),
        Claim::number("volume-consecutive-falls", |e| Ok(Derived::exact(trade(e)?.falls_at_end().len() as f64))),
    ]
}

fn crude_oil() -> Vec<Claim> {
    vec![
        Claim::number_judged("volume-questioned-year", |e| {
            let crude = e.reported("nk_crude_oil_imports_from_china_value", "2013")?.value();
            let (before, after) = (e.trade(2013)?.value(), e.trade(2014)?.value());
            let holds = after < before && after + crude > before;
            Ok(Judgement::new(
                holds,
                format!("{before:.0} to {after:.0}; {:.0} with the crude oil of 2013", after + crude),
            ))
        })
        .against_outside_data(),
        Claim::number("volume-crude-oil", |e| {
            Ok(Derived::sum([e.reported("nk_crude_oil_imports_from_china_value", "2013")?]))
        })
        .against_outside_data()
        .remark("only 2013 is bundled; the years 2011 and 2012 stay untested"),
        Claim::number_not_testable(
            "volume-crude-oil-years",
            "of the three years only 2013 has a public figure bundled",
        ),
        Claim::sentence(
            "volume-crude-oil-reverses",
            "Volume of Trade, paragraph 1, sentence 4",
            "With the crude oil that is missing, the decrease of 2014 would have been a slight increase",
            "a slight increase",
            |e| {
                let floor = e.said("volume-crude-oil")?.value();
                let crude = e.reported("nk_crude_oil_imports_from_china_value", "2013")?.value();
                let (before, after) = (e.trade(2013)?.value(), e.trade(2014)?.value());
                let rise = |oil: f64| 100.0 * ((after + oil) / before - 1.0);
                Ok(Judgement::new(
                    after < before && rise(floor) > 0.0 && rise(crude) > 0.0,
                    format!(
                        "a rise of {:.1} % with $500 million and of {:.1} % with 2013's ${crude:.2} million",
                        rise(floor),
                        rise(crude)
                    ),
                ))
            },
        )
        .against_outside_data()
        .remark("the fall to be made up is only 182, a third of a year's crude oil"),
        Claim::number_not_testable("volume-problem-year", POINTS),
        Claim::number_judged("volume-compared-year", |e| {
            let fall = Derived::fall(e.trade(2014)?, e.trade(2015)?).value;
            Ok(Judgement::new(fall > 10.0, format!("a fall of {fall:.2} % against 2014 (significant: over a tenth)")))
        }),
    ]
}

/// How trade changed in 2015, $ million: what fell with China, and what others added.
struct MadeUp {
    china: f64,
    south: f64,
    others: f64,
    partners: usize,
}

impl MadeUp {
    fn of(e: &Evidence) -> Result<Self, Error> {
        let (others, partners) = e.change_with_other_partners(2014, 2015);
        Ok(Self {
            china: Derived::difference(e.trade(2014)?, e.trade(2015)?).value,
            south: Derived::difference(e.interkorean(2015)?, e.interkorean(2014)?).value,
            others,
            partners,
        })
    }

    fn words(&self) -> String {
        format!(
            "with China {:+.0}, with South Korea {:+.0}, with {} others by their own books {:+.0}, $ million",
            -self.china, self.south, self.partners, self.others
        )
    }
}

fn share() -> Vec<Claim> {
    vec![
        Claim::number("volume-china-share-2014", |e| Ok(Derived::sum([e.trade(2014)?]).percent_of(e.all_trade(2014)?))),
        Claim::number("volume-china-share-drop", |e| Ok(Derived::difference(e.share(2013)?, e.share(2014)?))),
        Claim::number_judged("volume-china-share-peak-year", |e| {
            let (year, share) = shares(e)?.peak().unwrap_or((0, 0.0));
            Ok(Judgement::new(year == 2013, format!("the largest share is {share:.2} in {year}")))
        }),
        Claim::number_judged("volume-unavailable-year", |e| {
            let missing: Vec<i32> = YEARS.filter(|year| e.international(*year).is_err()).collect();
            Ok(Judgement::new(missing == [2015], format!("Table 1 has no total for {}", list(&missing))))
        }),
        Claim::number_judged("volume-similar-year", |e| {
            let made_up = MadeUp::of(e)?;
            let (total, fell) = (e.all_trade(2014)?.value, made_up.china - made_up.south - made_up.others);
            let percent = 100.0 * fell / total;
            Ok(Judgement::new(
                percent < 10.0,
                format!(
                    "about {percent:.1} % below the {total:.0} of 2014: {} (not much: less than a tenth)",
                    made_up.words()
                ),
            ))
        })
        .against_outside_data()
        .remark("an estimate: partners whose books are not bundled are taken as unchanged"),
        Claim::sentence(
            "volume-made-up",
            "Volume of Trade, paragraph 2, sentence 3",
            "In 2015 the rise of intra-Korean trade, with other partners, largely made up for the fall with China",
            "largely made up (taken as over half)",
            |e| {
                let made_up = MadeUp::of(e)?;
                let part = 100.0 * (made_up.south + made_up.others) / made_up.china;
                Ok(Judgement::new(part > 50.0, format!("{part:.1} %: {}", made_up.words())))
            },
        )
        .against_outside_data()
        .remark("with South Korea alone 43.5 %; what partners without bundled books added is not known"),
        Claim::number_not_testable("volume-assumed-year", POINTS),
        Claim::number_not_testable("volume-assumed-base", POINTS),
        Claim::number("volume-china-share-2015", |e| Ok(Derived::sum([e.trade(2015)?]).percent_of(e.all_trade(2014)?))),
    ]
}

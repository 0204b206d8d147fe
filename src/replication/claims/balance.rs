//! "Balance of Trade": China's surplus, which is North Korea's deficit, and who finances it.

use super::RECORD;
use super::claim::{Claim, Judgement};
use super::years::{Years, list};
use crate::Error;
use crate::replication::evidence::{Evidence, YEARS};
use crate::replication::printed::Derived;

fn surplus(e: &Evidence) -> Result<Years, Error> {
    Years::read(YEARS, |year| Ok(e.surplus(year)?.value()))
}

pub(super) fn claims() -> Vec<Claim> {
    let mut all = surpluses();
    all.extend(crude_oil());
    all.extend(hard_currency());
    all
}

fn surpluses() -> Vec<Claim> {
    vec![
        Claim::sentence(
            "balance-favourable",
            "Balance of Trade, paragraph 1, sentence 1",
            "China's trade with North Korea has been in surplus over the past years",
            "a surplus every year",
            |e| {
                let negative = surplus(e)?.where_value(|surplus| surplus <= 0.0);
                Ok(Judgement::new(
                    negative.is_empty(),
                    format!("years of 2002-2015 without surplus: {}", list(&negative)),
                ))
            },
        ),
        Claim::number("balance-surplus-2015", |e| Ok(Derived::difference(e.imports(2015)?, e.exports(2015)?))),
        Claim::number("balance-consecutive-falls", |e| Ok(Derived::exact(surplus(e)?.falls_at_end().len() as f64)))
            .remark("the surplus rose from 701 to 961 in 2012, so 2015 is the third fall running"),
        Claim::number_judged("balance-fall-2014", |e| {
            let (before, after) = (e.surplus(2013)?.value(), e.surplus(2014)?.value());
            Ok(Judgement::new(after < before, format!("the surplus went from {before:.0} to {after:.0} in 2014")))
        }),
    ]
}

fn crude_oil() -> Vec<Claim> {
    let larger = |year: i32| {
        move |e: &Evidence| {
            let crude = e.said("volume-crude-oil")?.value();
            let surplus = e.surplus(year)?.value();
            Ok(Judgement::new(
                surplus + crude > surplus,
                format!("{surplus:.0} printed, {:.0} with crude oil of $500 million", surplus + crude),
            ))
        }
    };
    vec![
        Claim::sentence(
            "balance-crude-oil-2014",
            "Balance of Trade, paragraph 1, sentence 3",
            "With the crude oil left out in 2014, China's surplus may not have decreased in 2014",
            "the decrease needs verification",
            |e| {
                let crude = e.reported("nk_crude_oil_imports_from_china_value", "2013")?.value();
                let (before, after) = (e.surplus(2013)?.value(), e.surplus(2014)?.value());
                Ok(Judgement::new(
                    after + crude > before,
                    format!("{before:.0} to {after:.0} as printed, to {:.0} with 2013's crude oil", after + crude),
                ))
            },
        )
        .against_outside_data(),
        Claim::number_judged("balance-case-2014", larger(2014)),
        Claim::number_judged("balance-case-2015", larger(2015)),
        Claim::sentence(
            "balance-crude-oil-fall",
            "Balance of Trade, paragraph 1, sentence 4",
            "Crude oil left out in 2014 and 2015 would not change by how much the surplus fell in 2015",
            "the decrease of 2015 would be the same",
            |e| {
                let crude = e.said("volume-crude-oil")?.value();
                let fall = e.surplus(2014)?.value() - e.surplus(2015)?.value();
                let with = (e.surplus(2014)?.value() + crude) - (e.surplus(2015)?.value() + crude);
                Ok(Judgement::new(
                    (with - fall).abs() < 1e-9,
                    format!("a fall of {with:.0} with and {fall:.0} without, the oil being equal in both years"),
                ))
            },
        )
        .remark("true only if as much was sent in both years, which nothing public shows"),
    ]
}

fn hard_currency() -> Vec<Claim> {
    vec![
        Claim::number_not_testable("balance-nuclear-test", RECORD),
        Claim::sentence(
            "balance-exports-majority",
            "Balance of Trade, paragraph 2, sentence 3",
            "The majority of North Korea's exports go to China (2013, trade with South Korea included)",
            "the majority",
            |e| {
                let world = e.reported("nk_world_exports_without_south_korea", "2013")?;
                let south = e.reported("south_korea_imports_from_nk", "2013")?;
                let share = Derived::sum([e.exports(2013)?]).percent_of(Derived::sum([world, south])).value;
                Ok(Judgement::new(share > 50.0, format!("{share:.1} percent in 2013")))
            },
        )
        .against_outside_data(),
        Claim::sentence(
            "balance-deficit-every-year",
            "Balance of Trade, paragraph 2, sentence 5",
            "North Korea has a trade deficit with China every year",
            "a deficit every year",
            |e| {
                let gap = Years::read(YEARS, |year| Ok(e.imports(year)?.value() - e.exports(year)?.value()))?;
                let none = gap.where_value(|deficit| deficit <= 0.0);
                Ok(Judgement::new(none.is_empty(), format!("years of 2002-2015 without a deficit: {}", list(&none))))
            },
        ),
        Claim::not_testable(
            "balance-financed-elsewhere",
            "Balance of Trade, paragraph 2, sentence 5",
            "North Korea finances its deficit with China with hard currency from elsewhere, such as intra-Korean trade",
            "financed from other sources",
            "North Korea's balance of payments is not public; the year that can be held against it is claim \
             `minerals-south-korea-financed`",
        ),
        Claim::sentence(
            "balance-no-net-income",
            "Balance of Trade, paragraph 2, sentence 6",
            "Trade with China brings North Korea no net hard currency, so that it is not its major source",
            "no net income",
            |e| {
                let deficit: f64 = YEARS.map(|year| Ok(e.surplus(year)?.value())).sum::<Result<f64, Error>>()?;
                Ok(Judgement::new(deficit > 0.0, format!("a deficit of ${deficit:.0} million over 2002-2015")))
            },
        )
        .remark("a statement about goods as declared at customs; what is given as aid or credit is not in it"),
    ]
}

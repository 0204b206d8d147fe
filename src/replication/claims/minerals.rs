//! "Decline of North Korean Mineral Exports": what minerals and anthracite contributed, and at what price.

use super::claim::{Claim, Judgement};
use super::years::{Years, list};
use super::{RECORD, causal};
use crate::Error;
use crate::replication::evidence::{CUSTOMS, EXPORT_ITEMS, Evidence};
use crate::replication::printed::{Derived, Printed};

const VALUE: &str = "nk_anthracite_exports_to_china_value";
const VOLUME: &str = "nk_anthracite_exports_to_china_volume";
const IRON_ORE: &str = "nk_iron_ore_exports_to_china_value";

pub(super) fn claims() -> Vec<Claim> {
    let mut all = causal::main_causes();
    all.push(Claim::number_not_testable("causes-nuclear-test-date", RECORD));
    all.extend(causal::in_2015());
    all.extend(after_may_24());
    all.extend(causal::granger());
    all.extend(anthracite());
    all.extend(revenue());
    all.extend(causal::determinants());
    all
}

fn after_may_24() -> Vec<Claim> {
    vec![
        Claim::number_not_testable("minerals-measures-day", RECORD),
        Claim::number_not_testable("minerals-measures-year", RECORD),
        Claim::sentence(
            "minerals-enlarged",
            "Decline of North Korean Mineral Exports, paragraph 1, sentence 2",
            "After the May 24 measures of 2010 North Korea enlarged its mineral exports to China (anthracite, 2009 to 2011)",
            "began to enlarge",
            |e| {
                let coal_2009 = e.figure("nk_coal_exports_to_china_value", "2009", "full year")?.number.value();
                let (a, b) = (e.reported(VALUE, "2010")?.value(), e.reported(VALUE, "2011")?.value());
                Ok(Judgement::new(
                    coal_2009 < a && a < b,
                    format!("{coal_2009:.0} in 2009 (all coal), {a:.2} in 2010, {b:.2} in 2011, $ million"),
                ))
            },
        )
        .against_outside_data()
        .remark("the base is low: North Korea itself stopped coal exports from the second half of 2009 to February 2010"),
        Claim::sentence(
            "minerals-major-source",
            "Decline of North Korean Mineral Exports, paragraph 1, sentence 2",
            "After the May 24 measures of 2010 North Korea relied on minerals as its major source of hard currency",
            "the major source (taken as over half of its exports to China, coal and iron ore, 2011 and 2013)",
            |e| {
                let share_2011 = Derived::sum([e.reported(VALUE, "2011")?, e.reported(IRON_ORE, "2011")?])
                    .percent_of(Derived::sum([e.customs("nk_exports_to_china", 2011)?]))
                    .value;
                let share_2013 = Derived::sum([e.export_of("Coal", 2013)?, e.export_of("Iron ores", 2013)?])
                    .percent_of(Derived::sum([e.export_of(EXPORT_ITEMS[6].0, 2013)?]))
                    .value;
                Ok(Judgement::new(
                    share_2011 > 50.0 && share_2013 > 50.0,
                    format!("{share_2011:.1} % in 2011 (anthracite and iron ore), {share_2013:.1} % in 2013 (Table 5)"),
                ))
            },
        )
        .against_outside_data()
        .remark("a source of sales, not of net income; no figure of iron ore for the whole of 2012 is bundled"),
        Claim::sentence(
            "minerals-south-korea-financed",
            "Decline of North Korean Mineral Exports, paragraph 1, sentence 2",
            "Before May 24, 2010 a surplus with South Korea financed most of the deficit with China (2009)",
            "most of its trade deficit",
            |e| {
                let south = Derived::difference(
                    e.reported("south_korea_imports_from_nk", "2009")?,
                    e.reported("south_korea_exports_to_nk", "2009")?,
                )
                .value;
                let deficit = Derived::difference(
                    e.customs("nk_imports_from_china", 2009)?,
                    e.customs("nk_exports_to_china", 2009)?,
                )
                .value;
                let printed = e.surplus(2009)?.value();
                Ok(Judgement::new(
                    south > 0.5 * deficit,
                    format!(
                        "a surplus of {south:.1} is {:.1} % of the full year's deficit of {deficit:.1}, {:.1} % of the \
                         {printed:.0} printed",
                        100.0 * south / deficit,
                        100.0 * south / printed
                    ),
                ))
            },
        )
        .against_outside_data()
        .remark("2009 is the only year before the measures with both flows of intra-Korean trade bundled"),
    ]
}

/// Anthracite's share in North Korea's exports to China, from the trade association's revenue and customs' totals.
fn anthracite_share(e: &Evidence) -> Result<Years, Error> {
    Years::read(2011..=2013, |year| {
        let whole = &e.figure("nk_exports_to_china", &year.to_string(), CUSTOMS)?.number;
        Ok(Derived::share(e.reported(VALUE, &year.to_string())?, whole).value)
    })
}

fn anthracite() -> Vec<Claim> {
    vec![
        Claim::number("anthracite-share", |e| {
            let mut least: Option<Derived> = None;
            for year in 2011..=2013 {
                let whole = e.customs("nk_exports_to_china", year)?;
                let share = Derived::share(e.reported(VALUE, &year.to_string())?, whole);
                least = Some(least.filter(|least| least.value < share.value).unwrap_or(share));
            }
            Ok(least.unwrap_or(Derived::exact(0.0)))
        })
        .against_outside_data()
        .remark("the smallest of the three years' shares is shown"),
        Claim::number_judged("anthracite-share-years", |e| {
            let shares = anthracite_share(e)?;
            let over = shares.where_value(|share| share > 40.0);
            Ok(Judgement::new(over == [2011, 2012, 2013], format!("over 40 % in {}: {}", list(&over), shares.words(1))))
        })
        .against_outside_data(),
        Claim::number("anthracite-price-2013", |e| {
            Ok(Derived::of([e.reported(VALUE, "2013")?, e.reported(VOLUME, "2013")?], |[v, t]| 1e6 * v / t))
        })
        .against_outside_data()
        .remark("1,373.71 million for 16,494 thousand tonnes; rounded to 83.3, with a zero added, it is the paper's"),
        Claim::number("anthracite-price-2014", |e| {
            Ok(Derived::of([e.reported(VALUE, "2014")?, e.said("anthracite-volume-2014")?], |[v, mt]| v / mt))
        })
        .against_outside_data()
        .remark("revenue by KDI, volume by the paper"),
        Claim::number("anthracite-volume-2013", |e| Ok(Derived::of([e.reported(VOLUME, "2013")?], |[t]| t / 1e6)))
            .against_outside_data(),
        Claim::number("anthracite-volume-2014", |e| {
            Ok(Derived::of([e.reported(VALUE, "2014")?, e.said("anthracite-price-2014")?], |[v, p]| v / p))
        })
        .against_outside_data()
        .remark("revenue by KDI, price by the paper"),
        Claim::sentence(
            "anthracite-price-volume-fell",
            "Decline of North Korean Mineral Exports, paragraph 2, sentence 1",
            "In 2014 anthracite fell in price as well as in volume",
            "both declined",
            |e| {
                let [p0, p1, q0, q1] = price_and_volume(e)?.map(Printed::value);
                let holds = p1 < p0 && q1 < q0;
                Ok(Judgement::new(
                    holds,
                    format!("price {:.1} %, volume {:.1} %", 100.0 * (p1 / p0 - 1.0), 100.0 * (q1 / q0 - 1.0)),
                ))
            },
        ),
    ]
}

/// The paper's prices and volumes of anthracite: 2013, 2014, 2013, 2014.
pub(super) fn price_and_volume(e: &Evidence) -> Result<[&Printed; 4], Error> {
    Ok([
        e.said("anthracite-price-2013")?,
        e.said("anthracite-price-2014")?,
        e.said("anthracite-volume-2013")?,
        e.said("anthracite-volume-2014")?,
    ])
}

fn revenue() -> Vec<Claim> {
    let says = "a decrease of 17.7 percent";
    vec![
        Claim::number("anthracite-revenue-fall-2014", |e| {
            Ok(Derived::of(price_and_volume(e)?, |[p0, p1, q0, q1]| 100.0 * (1.0 - p1 * q1 / (p0 * q0))))
        })
        .remark("price times volume of the same sentence; 17.7 is the rate of all coal, HS 2701, in Table 5"),
        Claim::sentence(
            "anthracite-revenue-fall-2014-coal",
            "Decline of North Korean Mineral Exports, paragraph 2, sentence 1",
            "The revenue fall of 17.7 percent in 2014 is that of coal, HS 2701, in Table 5",
            says,
            |e| {
                let fall = Derived::fall(e.export_of("Coal", 2013)?, e.export_of("Coal", 2014)?);
                let holds = fall.range.meets(e.said("anthracite-revenue-fall-2014")?.range());
                Ok(Judgement::new(holds, format!("coal fell by {:.2} %", fall.value)))
            },
        ),
        Claim::sentence(
            "anthracite-revenue-fall-2014-reported",
            "Decline of North Korean Mineral Exports, paragraph 2, sentence 1",
            "The revenue from anthracite fell by 17.7 percent in 2014, by the revenues that KDI reports",
            says,
            |e| {
                let before = &e.figure(VALUE, "2013", "KDI")?.number;
                let fall = Derived::fall(before, &e.figure(VALUE, "2014", "KDI")?.number);
                let holds = fall.range.meets(e.said("anthracite-revenue-fall-2014")?.range());
                Ok(Judgement::new(holds, format!("anthracite fell by {:.2} %", fall.value)))
            },
        )
        .against_outside_data(),
    ]
}

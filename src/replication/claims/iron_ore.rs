//! "Decline of North Korean Mineral Exports", third paragraph: iron ore.

use super::bennet::bennet;
use super::claim::{Claim, Judgement};
use crate::Error;
use crate::decomposition::{Effects, GoodInValues};
use crate::replication::evidence::{EXPORT_ITEMS, Evidence};
use crate::replication::printed::{Derived, Printed};

const PLACE: &str = "Decline of North Korean Mineral Exports, paragraph 3";
const ITEM: &str = "Iron ores";
const NO_MONTH: &str = "no unit price of iron ore for that month is bundled";
const VALUE: &str = "nk_iron_ore_exports_to_china_value";
const VOLUME: &str = "nk_iron_ore_exports_to_china_volume";

pub(super) fn claims() -> Vec<Claim> {
    let mut all = rank();
    all.extend(level());
    all.extend(price());
    all.extend(volume());
    all.extend(price_and_volume());
    all.extend(revenue());
    all
}

/// Iron ore's place among the items of Table 5.
fn place_in(e: &Evidence, year: i32) -> Result<usize, Error> {
    let ore = e.export_of(ITEM, year)?.value();
    let mut larger = 0;
    for (item, _) in &EXPORT_ITEMS[..6] {
        larger += usize::from(e.export_of(item, year)?.value() > ore);
    }
    Ok(larger + 1)
}

fn rank() -> Vec<Claim> {
    vec![
        Claim::number("ironore-rank", |e| {
            // The lower of the two years before iron ore fell out of the leading five.
            let places = [place_in(e, 2013)?, place_in(e, 2014)?];
            Ok(Derived::exact(places[0].max(places[1]) as f64))
        })
        .remark("2013 and 2014, the years that Table 5 prints"),
        Claim::number_judged("ironore-fall-year", |e| {
            let ore = Derived::fall(e.export_of(ITEM, 2013)?, e.export_of(ITEM, 2014)?).value;
            let coal = Derived::fall(e.export_of("Coal", 2013)?, e.export_of("Coal", 2014)?).value;
            Ok(Judgement::new(ore > coal, format!("iron ore fell by {ore:.1} %, coal by {coal:.1} %")))
        }),
        Claim::number_judged("ironore-top-five", |e| {
            let (before, after) = (place_in(e, 2014)?, place_in(e, 2015)?);
            Ok(Judgement::new(before <= 5 && after > 5, format!("place {before} in 2014, {after} in 2015")))
        }),
    ]
}

fn level() -> Vec<Claim> {
    vec![
        Claim::number("ironore-revenue-2013", |e| Ok(Derived::sum([e.export_of(ITEM, 2013)?]))),
        Claim::sentence(
            "ironore-revenue-peak",
            format!("{PLACE}, sentence 2"),
            "Revenue from iron ore reached its highest level in 2013",
            "as high as $298.7 million in 2013",
            |e| {
                let earlier = e.reported(VALUE, "2011")?;
                let peak = e.export_of(ITEM, 2013)?;
                Ok(Judgement::new(
                    peak.value() > earlier.value(),
                    format!("{} in 2011, {} in 2013, $ million", earlier.text(), peak.text()),
                ))
            },
        )
        .against_outside_data()
        .remark("if \"as high as\" means a peak; KITA reports both"),
        Claim::number("ironore-share-2013", |e| {
            Ok(Derived::share(e.export_of(ITEM, 2013)?, e.export_of(EXPORT_ITEMS[6].0, 2013)?))
        }),
    ]
}

fn price() -> Vec<Claim> {
    vec![
        Claim::number_not_testable("ironore-price-2014-01", NO_MONTH),
        Claim::number_not_testable("ironore-price-2014-12", NO_MONTH),
        Claim::sentence(
            "ironore-price-range-2014",
            format!("{PLACE}, sentences 3-5"),
            "The prices of January and December 2014 have the year's average, revenue over volume, between them",
            "$97.69 to $54.42 a tonne",
            |e| {
                let average = unit_value(e.export_of(ITEM, 2014)?, e.said("ironore-volume-2014")?).value;
                let (high, low) = (e.said("ironore-price-2014-01")?, e.said("ironore-price-2014-12")?);
                let holds = low.value() < average && average < high.value();
                Ok(Judgement::new(holds, format!("average ${average:.2} a tonne")))
            },
        ),
        Claim::number_not_testable("ironore-price-2015-12", NO_MONTH),
        Claim::sentence(
            "ironore-price-path-2015",
            format!("{PLACE}, sentence 3"),
            "The price fell from $54.42 in December 2014 further to around $45 by the end of 2015 (January-May 2015)",
            "from 54.42 to around 45",
            |e| {
                let months = "2015-01..2015-05";
                let early =
                    Derived::of([e.reported(VALUE, months)?, e.reported(VOLUME, months)?], |[v, t]| 1e6 * v / t).range;
                let end = e.said("ironore-price-2015-12")?.clone().loosened().range();
                Ok(Judgement::new(
                    early.high >= end.low,
                    format!("January-May 2015: ${:.2} to ${:.2} a tonne, below the year's end", early.low, early.high),
                ))
            },
        )
        .against_outside_data()
        .remark("revenue 22.96 million for 0.6 million tonnes, by KDI; a fall to 45 would then have been a rise"),
    ]
}

fn volume() -> Vec<Claim> {
    vec![
        Claim::number_not_testable("ironore-volume-2013", "no second public volume for 2013 is bundled"),
        Claim::number_not_testable("ironore-volume-2014", "no second public volume for 2014 is bundled"),
        Claim::sentence(
            "ironore-volume-minor",
            format!("{PLACE}, sentence 4"),
            "In 2014 the volume of iron ore fell less than its price did",
            "relatively minor",
            |e| {
                let (q0, q1) = (e.said("ironore-volume-2013")?, e.said("ironore-volume-2014")?);
                let before = unit_value(e.export_of(ITEM, 2013)?, q0).value;
                let after = unit_value(e.export_of(ITEM, 2014)?, q1).value;
                let (price, volume) = (100.0 * (1.0 - after / before), Derived::fall(q0, q1).value);
                Ok(Judgement::new(
                    0.0 < volume && volume < price,
                    format!("volume fell by {volume:.1} %, unit value by {price:.1} % ({before:.2} to {after:.2})"),
                ))
            },
        ),
        Claim::number("ironore-volume-2015", |e| {
            // The year's average price lies between those of December 2014 and December 2015.
            let revenue = e.export_of(ITEM, 2015)?;
            let (high, low) = (e.said("ironore-price-2014-12")?, e.said("ironore-price-2015-12")?.clone().loosened());
            let most = Derived::of([revenue, &low], |[v, p]| 1000.0 * v / p);
            let least = Derived::of([revenue, high], |[v, p]| 1000.0 * v / p);
            Ok(most.spanning(least))
        })
        .remark("revenue over a price between those of December 2014 and December 2015; at $45 it would be over 1,500"),
        Claim::sentence(
            "ironore-implied-price-2015",
            format!("{PLACE}, sentences 4-5"),
            "Revenue of 72.8 million for less than 1,500 thousand tonnes agrees with a price that fell from $54.42 in \
             December 2014 to about $45 at the end of 2015",
            "$72.8 million, less than 1500 thousand tons, $54.42 to around $45",
            |e| {
                let average = unit_value(e.export_of(ITEM, 2015)?, e.said("ironore-volume-2015")?);
                let (high, low) = (e.said("ironore-price-2014-12")?, e.said("ironore-price-2015-12")?);
                Ok(Judgement::new(
                    average.range.low <= high.range().high,
                    format!(
                        "the year's average is above ${:.2} a tonne; the two prices allow ${:.2} to ${:.2}",
                        average.value,
                        low.value(),
                        high.value()
                    ),
                ))
            },
        )
        .remark("other figures have the price below $45 early in 2015: claim `ironore-price-path-2015`"),
    ]
}

/// $ million over thousand tonnes, as $ a tonne.
fn unit_value(revenue: &Printed, volume: &Printed) -> Derived {
    Derived::of([revenue, volume], |[revenue, volume]| 1000.0 * revenue / volume)
}

fn price_and_volume() -> Vec<Claim> {
    vec![Claim::sentence(
        "ironore-price-and-volume",
        format!("{PLACE}, sentence 5"),
        "The revenue of iron ore fell in 2014 through both price and volume",
        "as a result of both",
        |e| {
            let (q0, q1) = (e.said("ironore-volume-2013")?, e.said("ironore-volume-2014")?);
            let (v0, v1) = (e.export_of(ITEM, 2013)?, e.export_of(ITEM, 2014)?);
            let ore = GoodInValues {
                name: "iron ore".to_owned(),
                value0: v0.value(),
                quantity0: q0.value(),
                value1: v1.value(),
                quantity1: q1.value(),
            };
            let Effects { price, volume, .. } = bennet(ore.at_unit_values()?)?;
            Ok(Judgement::new(price < 0.0 && volume < 0.0, format!("price {price:.1}, volume {volume:.1}, $ million")))
        },
    )]
}

fn revenue() -> Vec<Claim> {
    vec![
        Claim::number("ironore-revenue-fall-2014", |e| {
            Ok(Derived::fall(e.export_of(ITEM, 2013)?, e.export_of(ITEM, 2014)?))
        }),
        Claim::number("ironore-revenue-2014", |e| Ok(Derived::sum([e.export_of(ITEM, 2014)?]))),
        Claim::number("ironore-revenue-fall-2015", |e| {
            Ok(Derived::fall(e.export_of(ITEM, 2014)?, e.export_of(ITEM, 2015)?))
        }),
        Claim::number("ironore-revenue-2015", |e| Ok(Derived::sum([e.export_of(ITEM, 2015)?]))),
    ]
}

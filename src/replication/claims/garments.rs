//! "Effects of Further Downturn", second paragraph: ready-made garments.

use super::RECORD;
use super::claim::{Claim, Judgement};
use crate::Error;
use crate::replication::evidence::{EXPORT_ITEMS, Evidence, GARMENTS};
use crate::replication::printed::Derived;

const PLACE: &str = "Effects of Further Downturn, paragraph 2";

/// The four garments' revenue in a year.
fn revenue(e: &Evidence, year: i32) -> Result<Derived, Error> {
    let items = GARMENTS.iter().map(|item| e.export_of(item, year)).collect::<Result<Vec<_>, _>>()?;
    Ok(Derived::sum(items))
}

fn growth(id: &'static str, item: &'static str) -> Claim {
    Claim::number(id, move |e| Ok(Derived::growth(e.export_of(item, 2013)?, e.export_of(item, 2014)?)))
}

pub(super) fn claims() -> Vec<Claim> {
    let mut all = vec![
        Claim::sentence(
            "garments-lessened",
            format!("{PLACE}, sentence 1"),
            "Garments are what lessened the decrease of exports to China (2013 to 2015)",
            "the key items",
            |e| {
                let total = EXPORT_ITEMS[6].0;
                let gain = revenue(e, 2015)?.minus(revenue(e, 2013)?).value;
                let fall = Derived::difference(e.export_of(total, 2013)?, e.export_of(total, 2015)?).value;
                let last = revenue(e, 2015)?.minus(revenue(e, 2014)?).value;
                Ok(Judgement::new(
                    gain > 0.0 && fall > 0.0,
                    format!(
                        "garments gained {gain:.1} while exports lost {fall:.1}; in 2015 alone garments changed by {last:.1}"
                    ),
                ))
            },
        ),
        Claim::number_judged("garments-kinds", |e| {
            let named = GARMENTS.iter().filter(|item| e.export_of(item, 2014).is_ok()).count();
            Ok(Judgement::new(named == 4, format!("Table 5 has {named} kinds of garments")))
        }),
        growth("garments-mens-overcoats", GARMENTS[0]),
        growth("garments-mens-suits", GARMENTS[1]),
        growth("garments-womens-overcoats", GARMENTS[2]),
        growth("garments-womens-suits", GARMENTS[3]),
        Claim::number("garments-gain", |e| Ok(revenue(e, 2014)?.minus(revenue(e, 2013)?))),
    ];
    all.extend(in_2015());
    all.extend(restructuring());
    all
}

/// How many of the four garments are among the five leading exports of a year.
fn leading_garments(e: &Evidence, year: i32) -> Result<usize, Error> {
    let mut items = Vec::new();
    for (item, _) in &EXPORT_ITEMS[..6] {
        items.push((e.export_of(item, year)?.value(), *item));
    }
    items.sort_by(|a, b| b.0.total_cmp(&a.0));
    Ok(items.iter().take(5).filter(|(_, item)| GARMENTS.contains(item)).count())
}

fn in_2015() -> Vec<Claim> {
    vec![
        Claim::number_judged("garments-2015-growth", |e| {
            let mut words = Vec::new();
            let mut slower = true;
            for item in GARMENTS {
                let before = Derived::growth(e.export_of(item, 2013)?, e.export_of(item, 2014)?).value;
                let after = Derived::growth(e.export_of(item, 2014)?, e.export_of(item, 2015)?).value;
                slower &= after < before;
                words.push(format!("{before:.1} to {after:.1}"));
            }
            Ok(Judgement::new(slower, format!("growth in percent, 2014 to 2015: {}", words.join(", "))))
        }),
        Claim::number_judged("garments-four-items", |e| {
            let named = GARMENTS.iter().filter(|item| e.export_of(item, 2015).is_ok()).count();
            Ok(Judgement::new(named == 4, format!("Table 5 has {named} kinds of garments")))
        }),
        Claim::number_judged("garments-2014-level", |e| {
            let (before, after) = (revenue(e, 2014)?.value, revenue(e, 2015)?.value);
            let change = 100.0 * (after / before - 1.0);
            Ok(Judgement::new(
                change.abs() < 5.0,
                format!("{before:.1} to {after:.1}, {change:.1} % (stayed: less than 5 % either way)"),
            ))
        }),
        Claim::number_judged("garments-top-five", |e| {
            let (before, after) = (leading_garments(e, 2014)?, leading_garments(e, 2015)?);
            Ok(Judgement::new(
                after == 4,
                format!("{after} of the four are among the leading five; {before} were in 2014"),
            ))
        }),
    ]
}

fn restructuring() -> Vec<Claim> {
    vec![
        Claim::sentence(
            "garments-interkorean-replaced",
            format!("{PLACE}, sentence 4"),
            "After the May 24 measures of 2010 mineral exports took the place of intra-Korean trade as the primary \
             source of hard currency (2009 against 2013)",
            "replaced intra-Korean trade",
            |e| {
                let south = |year| Ok::<f64, Error>(e.reported("south_korea_imports_from_nk", year)?.value());
                let coal_2009 = &e.figure("nk_coal_exports_to_china_value", "2009", "full year")?.number;
                let before = Derived::sum([coal_2009, e.reported("nk_iron_ore_exports_to_china_value", "2009")?]).value;
                let after = Derived::sum([e.export_of("Coal", 2013)?, e.export_of("Iron ores", 2013)?]).value;
                let (south_before, south_after) = (south("2009")?, south("2013")?);
                Ok(Judgement::new(
                    before < south_before && after > south_after,
                    format!(
                        "coal and iron ore to China {before:.1} in 2009 and {after:.1} in 2013, sales to South Korea \
                         {south_before:.1} and {south_after:.1}, $ million"
                    ),
                ))
            },
        )
        .against_outside_data()
        .remark(
            "intra-Korean trade itself did not shrink until 2013 (Table 1): most of it is the Kaesong complex, which the \
             measures left out and which stood still for five months of 2013",
        ),
        Claim::number_not_testable("garments-measures-day", RECORD),
        Claim::number_not_testable("garments-measures-year", RECORD),
        Claim::not_testable(
            "garments-restructuring",
            format!("{PLACE}, sentence 4"),
            "North Korea may replace minerals by labour-intensive products as its leading exports",
            "not impossible",
            "a possibility without a date or a number",
        ),
    ]
}

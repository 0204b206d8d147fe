//! "Effects of Further Downturn", second paragraph: ready-made garments.

use super::RECORD;
use super::claim::{Claim, Judgement};
use super::years::{Years, list};
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
        Claim::date("garments-kinds", |e| {
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

fn in_2015() -> Vec<Claim> {
    vec![
        Claim::date("garments-2015-growth", |e| {
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
        Claim::date("garments-four-items", |e| {
            let named = GARMENTS.iter().filter(|item| e.export_of(item, 2015).is_ok()).count();
            Ok(Judgement::new(named == 4, format!("Table 5 has {named} kinds of garments")))
        }),
        Claim::date("garments-2014-level", |e| {
            let (before, after) = (revenue(e, 2014)?.value, revenue(e, 2015)?.value);
            let change = 100.0 * (after / before - 1.0);
            Ok(Judgement::new(
                change.abs() < 5.0,
                format!("{before:.1} to {after:.1}, {change:.1} % (stayed: less than 5 % either way)"),
            ))
        }),
        Claim::date("garments-top-five", |e| {
            let mut values = Vec::new();
            for (item, _) in &EXPORT_ITEMS[..6] {
                values.push((e.export_of(item, 2015)?.value(), *item));
            }
            values.sort_by(|a, b| b.0.total_cmp(&a.0));
            let leading: Vec<&str> = values.iter().take(5).map(|(_, item)| *item).collect();
            let ore = e.export_of("Iron ores", 2015)?.value();
            let least =
                values.iter().filter(|(_, item)| GARMENTS.contains(item)).map(|(v, _)| *v).fold(f64::MAX, f64::min);
            Ok(Judgement::new(
                GARMENTS.iter().all(|item| leading.contains(item)) && least > ore,
                format!("the least of the four is {least:.1}, iron ore {ore:.1}"),
            ))
        }),
    ]
}

fn restructuring() -> Vec<Claim> {
    vec![
        Claim::sentence(
            "garments-interkorean-replaced",
            format!("{PLACE}, sentence 4"),
            "After the May 24 measures of 2010 mineral exports replaced intra-Korean trade, which therefore fell",
            "replaced intra-Korean trade",
            |e| {
                let trade = Years::read(2009..=2012, |year| Ok(e.interkorean(year)?.value()))?;
                let below = trade.below_first();
                Ok(Judgement::new(
                    below == [2010, 2011, 2012],
                    format!("intra-Korean trade: {}; below 2009 in {}", trade.words(0), list(&below)),
                ))
            },
        )
        .remark("most of it is the Kaesong complex, which the measures left out; trade outside it is not in Table 1"),
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

//! "Effects of Further Downturn", third paragraph: North Korea's imports from China.

use super::claim::{Claim, Judgement};
use crate::Error;
use crate::replication::evidence::{EXPORT_ITEMS, Evidence, IMPORT_ITEMS};
use crate::replication::printed::Derived;

const PLACE: &str = "Effects of Further Downturn, paragraph 3";
const TOTAL: &str = IMPORT_ITEMS[7].0;

/// Each item's fall between two years in percent, by its short name, the largest first.
fn falls(e: &Evidence, items: &[(&'static str, &'static str)], from: i32) -> Result<Vec<(f64, &'static str)>, Error> {
    let mut falls = Vec::new();
    for (item, name) in items {
        falls.push((Derived::fall(e.import_of(item, from)?, e.import_of(item, 2015)?).value, *name));
    }
    falls.sort_by(|a, b| b.0.total_cmp(&a.0));
    Ok(falls)
}

fn words(falls: &[(f64, &str)]) -> String {
    let each: Vec<String> = falls.iter().map(|(fall, name)| format!("{name} {:+.1} %", -fall)).collect();
    each.join(", ")
}

fn fall(id: &'static str, item: &'static str, year: i32) -> Claim {
    Claim::number(id, move |e| Ok(Derived::fall(e.import_of(item, year - 1)?, e.import_of(item, year)?)))
}

pub(super) fn claims() -> Vec<Claim> {
    let mut all = vec![
        Claim::date("imports-decrease-year", |e| {
            let falls = falls(e, &IMPORT_ITEMS[..7], 2014)?;
            Ok(Judgement::new(falls.iter().all(|(fall, _)| *fall > 0.0), words(&falls)))
        }),
        Claim::date("imports-fastest-years", |e| {
            let falls = falls(e, &IMPORT_ITEMS[..7], 2013)?;
            let named = ["rice", "maize", "freight-cars", "telephones", "petroleum"];
            let most = falls.iter().take(5);
            let holds = most.clone().all(|(fall, name)| named.contains(name) && *fall > 0.0);
            Ok(Judgement::new(holds, format!("2013 to 2015: {}", words(&falls))))
        })
        .remark("over the two years petroleum rose, and telephones hardly fell"),
    ];
    all.extend([
        fall("imports-rice", "Rice", 2015),
        fall("imports-maize", "Maize", 2015),
        fall("imports-telephones", IMPORT_ITEMS[4].0, 2015),
        fall("imports-petroleum", IMPORT_ITEMS[1].0, 2015),
    ]);
    all.extend(comparisons());
    all
}

fn comparisons() -> Vec<Claim> {
    vec![
        Claim::sentence(
            "imports-more-than-exports",
            format!("{PLACE}, sentence 3"),
            "In 2015 imports of rice, maize, telephones and petroleum fell more than North Korea's exports did overall",
            "more severely",
            |e| {
                let named = [IMPORT_ITEMS[5], IMPORT_ITEMS[6], IMPORT_ITEMS[4], IMPORT_ITEMS[1]];
                let falls = falls(e, &named, 2014)?;
                let exports = EXPORT_ITEMS[6].0;
                let overall = Derived::fall(e.export_of(exports, 2014)?, e.export_of(exports, 2015)?).value;
                let holds = falls.iter().all(|(fall, _)| *fall > overall);
                Ok(Judgement::new(holds, format!("{}; exports {:+.1} %", words(&falls), -overall)))
            },
        ),
        Claim::number("imports-freight-rank", |e| {
            let ours = e.import_of(IMPORT_ITEMS[2].0, 2015)?.value();
            let mut larger = 0;
            for (item, _) in &IMPORT_ITEMS[..7] {
                larger += usize::from(e.import_of(item, 2015)?.value() > ours);
            }
            Ok(Derived::exact((larger + 1) as f64))
        }),
        fall("imports-freight-2015", IMPORT_ITEMS[2].0, 2015),
        fall("imports-freight-2014", IMPORT_ITEMS[2].0, 2014),
        Claim::sentence(
            "imports-only-two-smaller",
            format!("{PLACE}, sentence 5"),
            "Of the five leading imports only fabrics and soybean oil fell by less than imports overall in 2015",
            "only filament fabrics and soybean oil",
            |e| {
                let overall = Derived::fall(e.import_of(TOTAL, 2014)?, e.import_of(TOTAL, 2015)?).value;
                let falls = falls(e, &IMPORT_ITEMS[..5], 2014)?;
                let smaller: Vec<&str> =
                    falls.iter().filter(|(fall, _)| *fall < overall).map(|(_, name)| *name).collect();
                let named = ["fabrics", "soybean-oil"];
                let holds = smaller.len() == 2 && smaller.iter().all(|name| named.contains(name));
                Ok(Judgement::new(
                    holds,
                    format!("by less than {overall:.1} %: {} ({})", smaller.join(", "), words(&falls)),
                ))
            },
        )
        .remark("the sentence before says that freight cars fell by merely 0.5 percent"),
        Claim::date("imports-top-five", |e| {
            let mut leading = Vec::new();
            for (item, name) in &IMPORT_ITEMS[..7] {
                leading.push((e.import_of(item, 2015)?.value(), *name));
            }
            leading.sort_by(|a, b| b.0.total_cmp(&a.0));
            let five: Vec<&str> = leading.iter().take(5).map(|(_, name)| *name).collect();
            let holds = IMPORT_ITEMS[..5].iter().all(|(_, name)| five.contains(name));
            Ok(Judgement::new(holds, five.join(", ")))
        })
        .remark("among the items that Table 6 prints"),
        Claim::date("imports-grain-years", |e| {
            let falls = falls(e, &IMPORT_ITEMS[..7], 2013)?;
            let most = &falls[..2.min(falls.len())];
            let holds = most.iter().all(|(_, name)| ["rice", "maize"].contains(name));
            Ok(Judgement::new(holds, format!("2013 to 2015: {}", words(&falls))))
        }),
        Claim::number_not_testable(
            "imports-drought-year",
            "no series of North Korea's harvests or rainfall is bundled",
        ),
        Claim::not_testable(
            "imports-reliance",
            format!("{PLACE}, sentence 8"),
            "North Korea relies heavily on China for food and consumer goods",
            "relies heavily",
            "no table of North Korea's imports by good and partner is bundled",
        ),
    ]
}

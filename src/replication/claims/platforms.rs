//! "Suspended Cooperation Platforms": dates of events, and two that trade figures can be held against.

use super::claim::{Claim, Judgement};
use super::{POINTS, RECORD, volume};
use crate::replication::printed::Derived;

const REPORTED: &str = "reported in the press alone; no trade figure bears on it";

pub(super) fn claims() -> Vec<Claim> {
    let mut all = vec![
        Claim::number_not_testable("platforms-execution-date", RECORD),
        Claim::date("platforms-worse-from", |e| {
            let first = volume::trade(e)?.falls_at_end().first().copied().unwrap_or(0);
            Ok(Judgement::new(first == 2014, format!("the falls that last to 2015 begin in {first}")))
        })
        .remark("the year agrees; that the suspension was the reason is claim `causes-platforms-primary`"),
        Claim::number_not_testable("platforms-cooperation-year", RECORD),
        Claim::number_not_testable("platforms-initiative-year", POINTS),
        Claim::date("platforms-expansion-from", |e| {
            let before = volume::trade(e)?;
            let since: Vec<i32> =
                before.changes().filter(|(year, change)| *year > 2009 && *change > 0.0).map(|(year, _)| year).collect();
            let fell = before.changes().any(|(year, change)| year == 2009 && change < 0.0);
            Ok(Judgement::new(
                fell && since == [2010, 2011, 2012, 2013],
                format!("trade fell in 2009 and rose in each of {}", super::years::list(&since)),
            ))
        }),
        Claim::not_testable(
            "platforms-role",
            "Suspended Cooperation Platforms, paragraph 1, sentence 6",
            "The platforms played an important role in the expansion of trade from 2010",
            "an important role",
            "nothing public measures the trade that went through the platforms",
        ),
    ];
    for id in [
        "platforms-office-opened",
        "platforms-five-committees",
        "platforms-office-closed",
        "platforms-islands-cooled",
        "platforms-islands-office",
        "platforms-expo-start",
    ] {
        all.push(Claim::number_not_testable(id, REPORTED));
    }
    all.extend(expo());
    all.push(Claim::number_not_testable("platforms-rason-established", RECORD));
    all.push(Claim::number_not_testable("platforms-rason-laws", RECORD));
    all
}

/// The expo is yearly, so its number follows from its first year.
fn expo() -> Vec<Claim> {
    let number = |year: f64| {
        move |e: &crate::replication::evidence::Evidence| {
            Ok(Derived::exact(year - e.said("platforms-expo-start")?.value() + 1.0))
        }
    };
    let counted = "counted from the first year that the paper gives, the expo being annual";
    vec![
        Claim::number("platforms-expo-third", number(2014.0)).remark(counted),
        Claim::number("platforms-expo-fourth", number(2015.0)).remark(counted),
        Claim::number_not_testable("platforms-expo-date-2014", REPORTED),
        Claim::number_not_testable("platforms-expo-date-2015", REPORTED),
        Claim::number_not_testable("platforms-expo-companies", REPORTED),
        Claim::number_not_testable("platforms-expo-chinese-companies", REPORTED),
    ]
}

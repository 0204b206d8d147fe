//! "Service Trade": visitors and labourers one way, construction the other.

use super::claim::{Claim, Judgement};
use super::years::{Years, list};
use super::{RECORD, volume};
use crate::replication::evidence::VISITOR_CATEGORIES;
use crate::replication::printed::Derived;

const ASAN: &str = "the Asan Institute's estimate stands alone: no second public count is bundled";

pub(super) fn claims() -> Vec<Claim> {
    let mut all = vec![
        Claim::not_testable(
            "service-labour-important",
            "Service Trade, paragraph 1, sentences 1-3",
            "Labour sent abroad has become an important source of hard currency that makes up for falling goods exports",
            "important, and more so after May 24",
            "North Korea's earnings from labour abroad are not public",
        ),
        Claim::number_not_testable("service-measures-date", RECORD),
        Claim::number_not_testable("service-nuclear-test", RECORD),
    ];
    all.extend(visitors());
    all.extend(labourers());
    all.extend(construction());
    all
}

fn visitors() -> Vec<Claim> {
    vec![
        Claim::number("service-visitors-2014", |e| {
            Ok(Derived::of([e.visitors("Total", 2014)?], |[thousands]| 1000.0 * thousands))
        }),
        Claim::number("service-visitors-2015", |e| {
            Ok(Derived::of([e.visitors("Total", 2015)?], |[thousands]| 1000.0 * thousands))
        }),
        Claim::number("service-visitors-fall", |e| {
            let before = e.visitors("Total", 2013)?;
            // The sentence speaks of both years at once: the mean of the two falls.
            Ok(Derived::of([before, e.visitors("Total", 2014)?, e.visitors("Total", 2015)?], |[b, x, y]| {
                1000.0 * (b - 0.5 * (x + y))
            }))
        })
        .remark("22.2 thousand fewer in 2014 and 18.3 in 2015; their mean is shown"),
        Claim::sentence(
            "service-business-fall",
            "Service Trade, paragraph 2, sentence 4",
            "The fall of North Korean visitors to China after 2013 mostly took place in the category business",
            "mostly business",
            |e| {
                let mut words = Vec::new();
                let mut holds = true;
                for year in [2014, 2015] {
                    let all = Derived::difference(e.visitors("Total", 2013)?, e.visitors("Total", year)?).value;
                    let part = Derived::difference(e.visitors("Business", 2013)?, e.visitors("Business", year)?).value;
                    let mut others = 0.0f64;
                    for (category, _) in VISITOR_CATEGORIES.iter().filter(|(name, _)| *name != "Business") {
                        let fall = Derived::difference(e.visitors(category, 2013)?, e.visitors(category, year)?).value;
                        others = others.max(fall);
                    }
                    holds &= part > 0.5 * all && part > others;
                    words.push(format!("{part:.1} of {all:.1} thousand by {year}"));
                }
                Ok(Judgement::new(holds, words.join(", ")))
            },
        ),
        Claim::number("service-crew", |e| {
            let crew = [2013, 2014, 2015].map(|year| e.visitors("Working & Crew", year));
            let [a, b, c] = crew;
            Ok(Derived::of([a?, b?, c?], |years| 1000.0 * years.iter().sum::<f64>() / 3.0))
        })
        .remark("the mean of 93.3, 89.1 and 94.2 thousand"),
    ]
}

fn labourers() -> Vec<Claim> {
    vec![
        Claim::not_testable(
            "service-crew-meaning",
            "Service Trade, paragraph 2, sentence 5",
            "How many of the workers and crew are labourers under contract, or entered more than once, is not known",
            "hard to figure out",
            "the counts of entries are not broken down in public",
        ),
        Claim::sentence(
            "service-labourers-fewer",
            "Service Trade, paragraph 3, sentence 1",
            "North Korean labourers in China (Asan's estimate for 2013) are far fewer than entries as workers and crew",
            "significantly smaller",
            |e| {
                let labourers = e.said("service-labourers-china")?.value();
                let entries = 1000.0 * e.visitors("Working & Crew", 2013)?.value();
                Ok(Judgement::new(
                    labourers < 0.5 * entries,
                    format!("{labourers:.0} against {entries:.0} entries, {:.0} %", 100.0 * labourers / entries),
                ))
            },
        ),
        Claim::number_not_testable("service-labourers-total-low", ASAN),
        Claim::number_not_testable("service-labourers-total-high", ASAN),
        Claim::number_not_testable("service-labourers-china", ASAN),
        Claim::number_not_testable("service-labourers-russia", ASAN),
        Claim::sentence(
            "service-labourers-add-up",
            "Service Trade, paragraph 3, sentence 2",
            "The labourers in China and in Russia are part of those abroad in all",
            "19,000 and 20,000 of 52,300 to 53,100",
            |e| {
                let parts = e.said("service-labourers-china")?.value() + e.said("service-labourers-russia")?.value();
                let low = e.said("service-labourers-total-low")?.value();
                let high = e.said("service-labourers-total-high")?.value();
                Ok(Judgement::new(
                    parts <= low && low <= high,
                    format!("{parts:.0} of {low:.0} to {high:.0}, so {:.0} or more elsewhere", low - parts),
                ))
            },
        ),
    ]
}

fn construction() -> Vec<Claim> {
    vec![
        Claim::sentence(
            "service-projects-majority",
            "Service Trade, paragraph 4, sentence 3",
            "Contracted projects are the majority of China's service exports to North Korea (2002-2010 together)",
            "the majority",
            |e| {
                let cells = |kind| (2002..=2010).map(move |year| e.services(kind, year));
                let projects = Derived::sum(cells("Projects").collect::<Result<Vec<_>, _>>()?);
                let total = Derived::sum(cells("Total").collect::<Result<Vec<_>, _>>()?);
                let share = projects.percent_of(total).value;
                let yearly = Years::read(2002..=2010, |year| {
                    Ok(Derived::share(e.services("Projects", year)?, e.services("Total", year)?).value)
                })?;
                let minority = yearly.where_value(|share| share <= 50.0);
                Ok(Judgement::new(
                    share > 50.0,
                    format!("{share:.1} %; by year {}; under half in {}", yearly.words(1), list(&minority)),
                ))
            },
        )
        .remark("from 2011 on the other services are not available, so 2014 itself cannot be told"),
        Claim::number("service-projects-2014", |e| Ok(Derived::sum([e.services("Projects", 2014)?]))),
        Claim::number_judged("service-peak-year", |e| {
            let projects = Years::read(2002..=2014, |year| Ok(e.services("Projects", year)?.value()))?;
            let (year, value) = projects.peak().unwrap_or((0, 0.0));
            Ok(Judgement::new(year == 2013, format!("projects peaked in {year} at {value:.2}")))
        })
        .remark("totals end in 2010; projects stand for them, as in the paper"),
        Claim::sentence(
            "service-similar-trend",
            "Service Trade, paragraph 4, sentence 4",
            "Goods trade, visitors and service exports all peaked in 2013",
            "a similar trend",
            |e| {
                let goods = volume::trade(e)?.peak().unwrap_or((0, 0.0)).0;
                let visitors = Years::read(2010..=2015, |year| Ok(e.visitors("Total", year)?.value()))?;
                let visitors = visitors.peak().unwrap_or((0, 0.0)).0;
                let projects = Years::read(2002..=2014, |year| Ok(e.services("Projects", year)?.value()))?;
                let projects = projects.peak().unwrap_or((0, 0.0)).0;
                Ok(Judgement::new(
                    [goods, visitors, projects] == [2013; 3],
                    format!("peaks: goods {goods}, visitors {visitors}, projects {projects}"),
                ))
            },
        ),
        Claim::number_judged("service-drop-year", |e| {
            let projects = Years::read(2009..=2014, |year| Ok(e.services("Projects", year)?.value()))?;
            let falls = projects.falls();
            Ok(Judgement::new(falls == [2014], format!("after 2009 projects fell in {}", list(&falls))))
        }),
        Claim::number("service-fall-amount", |e| {
            Ok(Derived::difference(e.services("Projects", 2013)?, e.services("Projects", 2014)?))
        }),
        Claim::number("service-fall-rate", |e| {
            Ok(Derived::fall(e.services("Projects", 2013)?, e.services("Projects", 2014)?))
        }),
    ]
}

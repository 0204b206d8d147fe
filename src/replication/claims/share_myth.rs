//! "Volume of Trade", third paragraph: that China's share exceeds 70 or 90 percent is called a myth.

use super::claim::{Claim, Judgement};
use super::volume::shares;
use super::years::{Years, list};
use crate::replication::printed::Derived;

const PLACE: &str = "Volume of Trade, paragraph 3";
const COUNTS: &str = "KOTRA's counts of countries are in yearbooks that are not public data";

pub(super) fn claims() -> Vec<Claim> {
    let mut all = myth();
    all.extend(cause());
    all.extend(dependence());
    all
}

fn myth() -> Vec<Claim> {
    vec![
        Claim::number_judged("volume-myth-70", |e| {
            let over = shares(e)?.where_value(|share| share > 70.0);
            let (year, peak) = shares(e)?.peak().unwrap_or((0, 0.0));
            Ok(Judgement::new(
                over.is_empty(),
                format!("Table 1 itself has over 70 % in {}; the most is {peak:.2} in {year}", list(&over)),
            ))
        })
        .remark("the paper calls this view a myth, which would be false in every year"),
        Claim::number_judged("volume-myth-90", |e| {
            let (year, peak) = shares(e)?.peak().unwrap_or((0, 0.0));
            Ok(Judgement::new(peak < 90.0, format!("the largest share in Table 1 is {peak:.2}, in {year}")))
        })
        .remark("the paper calls this view a myth, and its own shares stay below"),
    ]
}

fn cause() -> Vec<Claim> {
    vec![
        Claim::sentence(
            "volume-myth-cause",
            format!("{PLACE}, sentence 2"),
            "Shares near 90 percent come from South Korean statistics that leave intra-Korean trade out",
            "the main reason of the exaggeration",
            |e| {
                let without =
                    Years::read(2011..=2014, |year| Ok(Derived::share(e.trade(year)?, e.international(year)?).value))?;
                let near = without.where_value(|share| share > 85.0);
                Ok(Judgement::new(
                    !near.is_empty(),
                    format!("without trade with South Korea: {} percent", without.words(1)),
                ))
            },
        ),
        Claim::sentence(
            "volume-interkorean-large",
            format!("{PLACE}, sentence 3"),
            "Intra-Korean trade is large enough to change China's share significantly",
            "a significant difference (taken as over 5 percentage points in each year 2002-2014)",
            |e| {
                let gap = Years::read(2002..=2014, |year| {
                    let without = Derived::share(e.trade(year)?, e.international(year)?).value;
                    let with = Derived::sum([e.trade(year)?]).percent_of(e.all_trade(year)?).value;
                    Ok(without - with)
                })?;
                let small = gap.where_value(|points| points <= 5.0);
                Ok(Judgement::new(small.is_empty(), format!("percentage points: {}", gap.words(1))))
            },
        ),
        Claim::not_testable(
            "volume-kotra-underestimates",
            format!("{PLACE}, sentence 4"),
            "South Korean mirror statistics leave partners out and so understate North Korea's trade",
            "tend to underestimate",
            "the trade of the partners left out is what is not published",
        ),
        Claim::number_not_testable("volume-kotra-years", COUNTS),
        Claim::number_not_testable("volume-kotra-countries-2012", COUNTS),
        Claim::number_not_testable("volume-kotra-countries-2013", COUNTS),
        Claim::number_not_testable("volume-kotra-countries-2014", COUNTS),
    ]
}

fn dependence() -> Vec<Claim> {
    vec![
        Claim::sentence(
            "volume-dependence-not-growing",
            format!("{PLACE}, sentence 6"),
            "It is not true that North Korea's dependence on China for trade keeps growing",
            "does not keep growing",
            |e| {
                let falls = shares(e)?.falls();
                Ok(Judgement::new(falls.contains(&2014), format!("China's share fell in {}", list(&falls))))
            },
        ),
        Claim::not_testable(
            "volume-diversification",
            format!("{PLACE}, sentence 7"),
            "North Korea has stressed the diversification of its trade in recent years",
            "has been emphasizing trade diversification",
            "what a government stresses has no series; what came of it in 2015 is in claim `volume-made-up`",
        ),
        Claim::number_judged("volume-share-drop-since", |e| {
            // With 2009 whole, since the printed share of that year lacks months of trade with China alone.
            let full_2009 = &e.figure("china_nk_trade", "2009", "full year")?.number;
            let share_2009 = Derived::sum([full_2009]).percent_of(e.all_trade(2009)?).value;
            let shares =
                Years::read(
                    2002..=2014,
                    |year| {
                        if year == 2009 { Ok(share_2009) } else { Ok(e.share(year)?.value()) }
                    },
                )?;
            let heavy: Vec<i32> = shares.changes().filter(|(_, change)| *change < -5.0).map(|(year, _)| year).collect();
            Ok(Judgement::new(heavy == [2014], format!("falls of over 5 points, 2009 taken whole: {}", list(&heavy))))
        })
        .against_outside_data(),
        Claim::sentence(
            "volume-share-began-to-drop",
            format!("{PLACE}, sentence 8"),
            "Table 1 shows that China's share began to drop heavily in 2014",
            "began to drop heavily since 2014 (taken as over 5 points)",
            |e| {
                let (heavy, slight): (Vec<_>, Vec<_>) =
                    shares(e)?.changes().filter(|(_, change)| *change < 0.0).partition(|(_, change)| *change < -5.0);
                let words = |falls: &[(i32, f64)]| -> String {
                    let each: Vec<String> =
                        falls.iter().map(|(year, change)| format!("{:.2} points in {year}", -change)).collect();
                    each.join(", ")
                };
                let holds = heavy.first().is_some_and(|(year, _)| *year == 2014);
                Ok(Judgement::new(
                    holds,
                    format!("heavy falls as printed: {}; slight ones: {}", words(&heavy), words(&slight)),
                ))
            },
        )
        .remark(
            "the fall of 2009 comes from the months withheld: with 2009 whole, claim `volume-share-drop-since` holds",
        ),
        Claim::number_judged("volume-share-back-to", |e| {
            let share = Derived::sum([e.trade(2015)?]).percent_of(e.all_trade(2014)?).value;
            let nearest = Years::read(2002..=2012, |year| Ok((e.share(year)?.value() - share).abs()))?;
            let (year, _) = nearest.least().unwrap_or((0, 0.0));
            Ok(Judgement::new(
                year == 2010,
                format!(
                    "the assumed share of 2015 is {share:.2}; nearest before is {year} with {:.2}",
                    e.share(year)?.value()
                ),
            ))
        })
        .remark("the assumed share lies below that of 2010 already, not almost at it"),
        Claim::number_not_testable(
            "volume-share-back-by",
            "the total of 2015 is not printed; under the paper's assumption the claim before this one holds",
        ),
    ]
}

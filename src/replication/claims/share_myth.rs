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
        Claim::date("volume-myth-70", |e| {
            let over = shares(e)?.where_value(|share| share > 70.0);
            let (year, peak) = shares(e)?.peak().unwrap_or((0, 0.0));
            Ok(Judgement::new(
                over.is_empty(),
                format!("Table 1 itself has over 70 % in {}: {peak:.2} in {year}", list(&over)),
            ))
        })
        .remark("a myth would be false in every year"),
        Claim::date("volume-myth-90", |e| {
            let (year, peak) = shares(e)?.peak().unwrap_or((0, 0.0));
            Ok(Judgement::new(peak < 90.0, format!("the largest share in Table 1 is {peak:.2}, in {year}")))
        }),
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
        Claim::number_not_testable("volume-kotra-years", COUNTS),
        Claim::number_not_testable("volume-kotra-countries-2012", COUNTS),
        Claim::number_not_testable("volume-kotra-countries-2013", COUNTS),
        Claim::number_not_testable("volume-kotra-countries-2014", COUNTS),
        Claim::not_testable(
            "volume-kotra-underestimates",
            format!("{PLACE}, sentence 4"),
            "South Korean mirror statistics leave partners out and so understate North Korea's trade",
            "tend to underestimate",
            "the trade of the partners left out is what is not published",
        ),
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
        Claim::date("volume-share-drop-since", |e| {
            let shares = shares(e)?;
            let falls: Vec<(i32, f64)> = shares.changes().filter(|(_, change)| *change < 0.0).collect();
            let first = falls.first().map_or(0, |(year, _)| *year);
            let words: Vec<String> = falls.iter().map(|(year, fall)| format!("{:.2} points in {year}", -fall)).collect();
            Ok(Judgement::new(first == 2014, format!("the share fell by {}", words.join(", "))))
        })
        .remark("the fall of 2009 as printed comes from withheld months, that of 2012 is real, that of 2014 the largest since"),
        Claim::date("volume-share-back-to", |e| {
            let share = Derived::sum([e.trade(2015)?]).percent_of(e.all_trade(2014)?).value;
            let nearest = Years::read(2002..=2012, |year| Ok((e.share(year)?.value() - share).abs()))?;
            let (year, _) = nearest.least().unwrap_or((0, 0.0));
            Ok(Judgement::new(
                year == 2010,
                format!("the assumed share of 2015 is {share:.2}; nearest before is {year} with {:.2}", e.share(year)?.value()),
            ))
        })
        .remark("the assumed share lies below that of 2010 already, not almost at it"),
        Claim::number_not_testable(
            "volume-share-back-by",
            "the total of 2015 is not printed; under the paper's assumption the claim before this one holds",
        ),
    ]
}

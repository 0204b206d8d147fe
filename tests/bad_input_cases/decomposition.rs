//! Baskets, factors, panels and intervals that cannot be decomposed.

use yalu::ErrorKind;
use yalu::decomposition::index::{Index, IndexFormula, Linking, PriceQuantityPanel};
use yalu::decomposition::{
    Basket, BoundedGood, BoundedTrade, Bounds, Contributions, Factors, Good, GoodInValues, Interval, ItemValue, Lmdi,
    Method, PriceVolume, ZeroRule,
};
use yalu::series::CsvOptions;

use super::expect::refused;

fn good(name: &str, price0: f64, quantity0: f64, price1: f64, quantity1: f64) -> Good {
    Good { name: name.into(), price0, quantity0, price1, quantity1 }
}

#[test]
fn numbers_that_are_none() {
    refused(
        Basket::new(vec![good("coal", f64::NAN, 1.0, 1.0, 1.0)]),
        ErrorKind::NonFinite,
        &["`coal`", "price in the first"],
    );
    refused(
        Basket::new(vec![good("coal", 1.0, 1.0, 1.0, f64::INFINITY)]),
        ErrorKind::NonFinite,
        &["quantity in the second"],
    );
    refused(Basket::new(vec![good("coal", 1.0, -2.0, 1.0, 1.0)]), ErrorKind::Argument, &["`coal`", "-2", "below zero"]);
    refused(
        Basket::new(vec![good("coal", 1e200, 1e200, 1.0, 1.0)]),
        ErrorKind::NonFinite,
        &["value in the first", "unit"],
    );
}

#[test]
fn baskets_without_content() {
    refused(Basket::new(vec![]), ErrorKind::Sample, &["no good"]);
    refused(Basket::new(vec![good(" ", 1.0, 1.0, 1.0, 1.0)]), ErrorKind::Name, &["good 1 has no name"]);
    let twice = vec![good("coal", 1.0, 1.0, 1.0, 1.0), good("coal", 1.0, 1.0, 1.0, 1.0)];
    refused(Basket::new(twice), ErrorKind::Name, &["two goods named `coal`", "rename"]);
    refused(Basket::new(vec![good("coal", 1.0, 0.0, 1.0, 0.0)]), ErrorKind::Argument, &["`coal`", "both periods"]);
    refused(
        Basket::new(vec![good("coal", 1.0, 0.0, 1.0, 2.0)]),
        ErrorKind::Argument,
        &["total of the first period is 0"],
    );
    let unit = GoodInValues { name: "coal".into(), value0: 3.0, quantity0: 0.0, value1: 1.0, quantity1: 1.0 };
    refused(unit.at_unit_values(), ErrorKind::Argument, &["`coal`", "no quantity in the first", "contributions"]);
}

#[test]
fn zeros_without_a_rule_that_covers_them() {
    let basket = |second| Basket::new(vec![good("coal", 1.0, 1.0, 1.0, 1.0), second]).expect("a basket");
    let new = basket(good("zinc", 0.0, 0.0, 2.0, 1.0));
    for method in Method::ALL {
        refused(PriceVolume::by(method).run(&new), ErrorKind::Argument, &["`zinc`", "SeparateNewAndGone"]);
        let limits = PriceVolume::by(method).zeros(ZeroRule::Limits);
        refused(limits.run(&new), ErrorKind::Argument, &["`zinc`", "no price", "SeparateNewAndGone"]);
        let apart = PriceVolume::by(method).zeros(ZeroRule::SeparateNewAndGone);
        let free = basket(good("gift", 0.0, 1.0, 2.0, 1.0));
        refused(apart.run(&free), ErrorKind::Argument, &["`gift`", "neither new nor discontinued", "Limits"]);
    }
    let nothing_in_common =
        Basket::new(vec![good("coal", 1.0, 1.0, 0.0, 0.0), good("zinc", 0.0, 0.0, 1.0, 1.0)]).expect("a basket");
    let apart = PriceVolume::by(Method::LmdiI).zeros(ZeroRule::SeparateNewAndGone);
    refused(apart.run(&nothing_in_common), ErrorKind::Sample, &["no item is present in both"]);
}

#[test]
fn factors_that_do_not_fit() {
    let two = || Factors::new(["activity", "intensity"]);
    refused(two().item("a", &[1.0], &[1.0, 2.0]), ErrorKind::Argument, &["`a`", "1 factors", "not 2"]);
    refused(two().item("a", &[1.0, f64::NAN], &[1.0, 2.0]), ErrorKind::NonFinite, &["`a`", "intensity"]);
    refused(Lmdi::default().run(&two()), ErrorKind::Sample, &["no item"]);
    let zero = two().item("a", &[1.0, 1.0], &[1.0, 1.0]).and_then(|f| f.item("b", &[0.0, 1.0], &[1.0, 1.0]));
    refused(
        Lmdi::default().run(&zero.expect("factors")),
        ErrorKind::Argument,
        &["`b`", "activity 0", "ZeroRule::Limits"],
    );
    let twice = Factors::new(["x", "x"]).item("a", &[1.0, 1.0], &[1.0, 1.0]).expect("an item");
    refused(Lmdi::default().run(&twice), ErrorKind::Name, &["two factors named `x`"]);
}

#[test]
fn contributions_without_a_total() {
    let item = |name: &str, value0| ItemValue { name: name.into(), value0, value1: 1.0 };
    refused(Contributions::of(&[]), ErrorKind::Sample, &["no item"]);
    refused(Contributions::of(&[item("coal", 0.0)]), ErrorKind::Argument, &["total of the first period is 0"]);
    refused(Contributions::of(&[item("coal", -1.0)]), ErrorKind::Argument, &["`coal`", "below zero"]);
    refused(Contributions::to_total(&[item("coal", 1.0)], f64::NAN, 2.0), ErrorKind::NonFinite, &["total"]);
    refused(Contributions::to_total(&[item("all other items", 1.0)], 3.0, 2.0), ErrorKind::Name, &["names the rest"]);
    let found = Contributions::to_total(&[item("coal", 5.0)], 3.0, 2.0).expect("a rest below zero is shown");
    assert!(found.notes[0].text().contains("exceed the total of the first period by 2"), "{:?}", found.notes);
}

#[test]
fn panels_that_cannot_be_compared() {
    let panel = |csv: &str| PriceQuantityPanel::from_csv_text(csv, "panel.csv", &CsvOptions::default());
    let head = "period,item,price,quantity\n";
    refused(panel("period,item,prise,quantity\n2010,a,1,1\n"), ErrorKind::Name, &["`price`", "did you mean `prise`"]);
    refused(panel(&format!("{head}2010,a,1,1\n")), ErrorKind::Sample, &["needs 2 periods"]);
    refused(panel(&format!("{head}2010,a,one,1\n")), ErrorKind::Csv, &["line 2", "`one`"]);
    refused(panel(&format!("{head}2010,a,1,1\n2011,a,1\n")), ErrorKind::Csv, &["line"]);
    refused(panel(&format!("{head}2010,a,1,1\n2011-05,a,1,1\n")), ErrorKind::Frequency, &["annual", "monthly"]);
    refused(panel(&format!("{head}2010,a,1,1\n2010,a,1,2\n2011,a,1,1\n")), ErrorKind::Calendar, &["`a`", "twice"]);
    refused(panel(&format!("{head}2010,a,1,1\n1,a,1,1\n")), ErrorKind::Calendar, &["a date and a number"]);
    refused(
        panel(&format!("{head}2010,a,NaN,1\n2011,a,1,1\n")),
        ErrorKind::Gap,
        &["line 2", "`a` has no price in 2010"],
    );
    refused(panel(&format!("{head}2010,a,inf,1\n2011,a,1,1\n")), ErrorKind::NonFinite, &["line 2", "`inf`"]);

    let unmatched = panel(&format!("{head}2010,a,1,1\n2011,a,2,1\n2011,b,1,1\n")).expect("a panel");
    let fisher = Index::of_prices(IndexFormula::Fisher);
    refused(fisher.run(&unmatched), ErrorKind::Gap, &["`b`", "2010", "Matched"]);
    let disjoint = panel(&format!("{head}2010,a,1,1\n2011,b,1,1\n")).expect("a panel");
    let matched = fisher.matching(yalu::decomposition::index::Matching::Matched);
    refused(matched.run(&disjoint), ErrorKind::Sample, &["no item in common"]);
    let geks = Index::of_prices(IndexFormula::Laspeyres).linking(Linking::Geks);
    refused(geks.run(&unmatched), ErrorKind::Argument, &["time-reversible", "Fisher"]);
}

#[test]
fn intervals_that_contradict_each_other() {
    refused(Interval::between(2.0, 1.0), ErrorKind::Argument, &["from 2 to 1"]);
    refused(Interval::at_most(f64::INFINITY), ErrorKind::NonFinite, &["not finite"]);
    refused(Interval::around(1.0, f64::NAN), ErrorKind::NonFinite, &["not finite"]);
    let exact = |x| Interval::exact(x).expect("finite");
    let at_most = |x| Interval::at_most(x).expect("finite");
    let before = BoundedTrade::default().price(exact(110.0)).quantity(exact(2.0));
    let ore = |after| [BoundedGood { name: "ore".into(), before, after }];
    let bounds = Bounds::by(Method::Bennet);
    // 72.8 at 45 is a quantity of 1.62, which is not below 1.5.
    let contradiction = BoundedTrade::default().price(exact(45.0)).quantity(at_most(1.5)).value(exact(72.8));
    refused(
        bounds.run(&ore(contradiction)),
        ErrorKind::Argument,
        &["`ore`", "45", "72.8", "contradict", "second", "widen"],
    );
    refused(bounds.run(&ore(BoundedTrade::default().price(exact(1.0)))), ErrorKind::Argument, &["two of price"]);
    let unbounded = BoundedTrade::default().quantity(at_most(1.5)).value(exact(72.8));
    refused(bounds.run(&ore(unbounded)), ErrorKind::Argument, &["nothing bounds its price", "from above"]);
    let negative = BoundedTrade::default().price(Interval::between(-1.0, 2.0).expect("in order")).quantity(exact(1.0));
    refused(bounds.run(&ore(negative)), ErrorKind::Argument, &["price in the second period is -1"]);
    let known = BoundedTrade::default().price(exact(1.0)).quantity(exact(1.0));
    let two = [
        BoundedGood { name: "a".into(), before, after: known },
        BoundedGood { name: "b".into(), before, after: known },
    ];
    refused(Bounds::by(Method::LmdiII).run(&two), ErrorKind::Argument, &["LMDI-II", "LMDI-I"]);
}

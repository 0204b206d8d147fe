//! Index numbers and logarithmic mean decompositions against other programs and 50-digit arithmetic.

use yalu::Stamp;
use yalu::decomposition::index::{Index, IndexFormula, Linking, PriceQuantity, PriceQuantityPanel};
use yalu::decomposition::{Basket, Factors, Good, Lmdi, LmdiForm, Method, PriceVolume};

use super::fixture::{Fixture, assert_digits};

/// Sums, logarithms and a product of five links: a few roundings.
const DIGITS: f64 = 13.0;

fn panel(fixture: &Fixture) -> PriceQuantityPanel {
    let (period, price, quantity) = (fixture.column("period"), fixture.column("price"), fixture.column("quantity"));
    let records = fixture.text_column("item").iter().enumerate().map(|(i, item)| PriceQuantity {
        period: Stamp::Row(period[i] as usize),
        item: item.clone(),
        price: price[i],
        quantity: quantity[i],
    });
    PriceQuantityPanel::new(records).expect("a panel")
}

/// `price.fixed.sato_vartia.t3` as an index and a period.
fn read_key(key: &str) -> Option<(Index, Stamp)> {
    let parts: Vec<&str> = key.split('.').collect();
    let (measure, linking, name, period) = match parts[..] {
        [measure, "fixed", name, t] => (measure, Linking::FixedBase, name, t),
        [measure, "chained", name, t] => (measure, Linking::Chained, name, t),
        [measure, "geks_fisher", t] => (measure, Linking::Geks, "fisher", t),
        [measure, "geks_tornqvist_ccdi", t] => (measure, Linking::Geks, "tornqvist", t),
        _ => return None,
    };
    let formula: IndexFormula = name.replace("vartia1_montgomery", "montgomery-vartia").parse().expect("a formula");
    let index = if measure == "price" { Index::of_prices(formula) } else { Index::of_quantities(formula) };
    Some((index.linking(linking), Stamp::Row(period[1..].parse().expect("a number"))))
}

#[test]
fn every_index_of_the_consumer_price_manual() {
    let fixture = Fixture::load("index_cpi_manual");
    let panel = panel(&fixture);
    let mut checked = 0;
    for key in fixture.keys() {
        let Some((index, period)) = read_key(key) else { continue };
        let got = index.run(&panel).expect("an index").at(period).expect("a period");
        assert_digits(got, fixture.expected(key), DIGITS, key);
        checked += 1;
    }
    // All but the five ratios of values.
    assert_eq!(checked, fixture.keys().len() - 5);
}

#[test]
fn price_times_volume_is_the_manuals_ratio_of_values() {
    let fixture = Fixture::load("index_cpi_manual");
    let panel = panel(&fixture);
    for t in 1..=5 {
        let at = |index: Index| index.run(&panel).expect("an index").at(Stamp::Row(t)).expect("a period");
        let product = at(Index::of_prices(IndexFormula::Fisher)) * at(Index::of_quantities(IndexFormula::Fisher));
        assert_digits(product, fixture.expected(&format!("value.t{t}")), DIGITS, "Fisher's factor reversal");
    }
}

#[test]
fn both_forms_of_lmdi_in_two_sectors() {
    let fixture = Fixture::load("lmdi_two_sector");
    let (energy, output) = (fixture.column("energy"), fixture.column("output"));
    // Rows: both sectors in the first year, then both in the second.
    let factors = |sector: usize, year: usize| {
        let row = 2 * year + sector;
        let activity = output[2 * year] + output[2 * year + 1];
        [activity, output[row] / activity, energy[row] / output[row]]
    };
    let mut aggregate = Factors::new(["activity", "structure", "intensity"]);
    for sector in 0..2 {
        let name = format!("sector {}", sector + 1);
        aggregate = aggregate.item(name, &factors(sector, 0), &factors(sector, 1)).expect("an item");
    }
    for (form, code) in [(LmdiForm::I, "lmdi1"), (LmdiForm::II, "lmdi2")] {
        let found = Lmdi::default().form(form).run(&aggregate).expect("a decomposition");
        for effect in &found.effects {
            let key = |reading: &str| format!("{code}_{reading}.{}", effect.factor);
            assert_digits(effect.additive, fixture.expected(&key("additive")), DIGITS, &key("additive"));
            assert_digits(effect.multiplicative, fixture.expected(&key("multiplicative")), DIGITS, "ratio");
        }
        assert_digits(found.value1 - found.value0, fixture.expected("total_additive"), DIGITS, "change");
        assert_digits(found.value1 / found.value0, fixture.expected("total_multiplicative"), DIGITS, "ratio");
    }
}

/// A price that fell from 83.30 to 73.40 and a quantity from 16.49 to 15.43. Arithmetic effects by hand;
/// logarithmic ones by mpmath 1.4.1 at 50 digits: `L(V1,V0)*log(p1/p0)`.
#[test]
fn one_good_by_every_method() {
    let good = Good { name: "coal".into(), price0: 83.30, quantity0: 16.49, price1: 73.40, quantity1: 15.43 };
    let basket = Basket::new(vec![good]).expect("a basket");
    for (method, price, volume, interaction) in [
        (Method::Laspeyres, -163.251, -88.298, 10.494),
        (Method::Paasche, -152.757, -77.804, -10.494),
        (Method::Bennet, -158.004, -83.051, 0.0),
        (Method::LmdiI, -158.056_525_705_787_87, -82.998_474_294_212_13, 0.0),
        (Method::LmdiII, -158.056_525_705_787_87, -82.998_474_294_212_13, 0.0),
    ] {
        let total = PriceVolume::by(method).run(&basket).expect("a decomposition").total;
        // The change is a difference of numbers four times its size.
        assert_digits(total.price, price, 12.5, &format!("price, {method}"));
        assert_digits(total.volume, volume, 12.5, &format!("volume, {method}"));
        assert_digits(total.interaction, interaction, 12.5, &format!("interaction, {method}"));
        assert_digits(total.change, -241.055, 12.5, "change");
    }
}

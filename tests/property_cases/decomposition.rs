//! Decompositions add up, indexes keep their axioms, and bounds hold every number allowed.

use proptest::prelude::*;
use yalu::decomposition::index::{IndexFormula, Measure};
use yalu::decomposition::{
    Basket, BoundedGood, BoundedTrade, Bounds, Contributions, Factors, Good, Interval, ItemValue, Lmdi, LmdiForm,
    Method, PriceVolume, ZeroRule,
};

/// Prices or quantities across six orders of magnitude.
fn amount() -> impl Strategy<Value = f64> {
    (-7.0..7.0_f64).prop_map(f64::exp)
}

fn goods() -> impl Strategy<Value = Vec<Good>> {
    prop::collection::vec((amount(), amount(), amount(), amount()), 1..6).prop_map(|rows| {
        let good = |(i, (price0, quantity0, price1, quantity1))| Good {
            name: format!("good {i}"),
            price0,
            quantity0,
            price1,
            quantity1,
        };
        rows.into_iter().enumerate().map(good).collect()
    })
}

fn basket(goods: &[Good]) -> Basket {
    Basket::new(goods.to_vec()).expect("positive numbers make a basket")
}

fn swapped(goods: &[Good]) -> Vec<Good> {
    let swap = |good: &Good| Good {
        name: good.name.clone(),
        price0: good.price1,
        quantity0: good.quantity1,
        price1: good.price0,
        quantity1: good.quantity0,
    };
    goods.iter().map(swap).collect()
}

fn near(a: f64, b: f64, scale: f64) -> bool {
    (a - b).abs() <= 1e-11 * scale.abs()
}

/// The size of the numbers an effect is a difference of.
fn gross(goods: &[Good]) -> f64 {
    goods.iter().map(|g| (g.price0 + g.price1) * (g.quantity0 + g.quantity1)).sum()
}

fn index(goods: &[Good], measure: Measure, formula: IndexFormula) -> f64 {
    basket(goods).index(measure, formula).expect("an index")
}

proptest! {
    #[test]
    fn effects_add_up_and_ratios_multiply(goods in goods()) {
        let basket = basket(&goods);
        for change in basket.by_every_method(ZeroRule::Refuse)? {
            let t = change.total;
            prop_assert!(near(t.price + t.volume + t.interaction, t.change, gross(&goods)), "{change}");
            prop_assert!(near(t.change, basket.value1() - basket.value0(), gross(&goods)));
            if let Some(ratio) = change.ratio {
                prop_assert!(near(ratio.price * ratio.volume, ratio.value, ratio.value));
            }
            if change.method != Method::LmdiII {
                for row in &change.goods {
                    let e = row.effects;
                    prop_assert!(near(e.price + e.volume + e.interaction, e.change, gross(&goods)));
                }
            }
        }
    }

    #[test]
    fn exchanging_the_periods_flips_the_symmetric_methods(goods in goods()) {
        let back = basket(&swapped(&goods));
        for method in [Method::Bennet, Method::LmdiI, Method::LmdiII] {
            let there = PriceVolume::by(method).run(&basket(&goods))?.total;
            let again = PriceVolume::by(method).run(&back)?.total;
            prop_assert!(near(there.price, -again.price, gross(&goods)));
            prop_assert!(near(there.volume, -again.volume, gross(&goods)));
        }
        // Laspeyres backwards is Paasche forwards.
        let laspeyres = PriceVolume::by(Method::Laspeyres).run(&back)?.total;
        let paasche = PriceVolume::by(Method::Paasche).run(&basket(&goods))?.total;
        prop_assert!(near(paasche.price, -laspeyres.price, gross(&goods)));
        prop_assert!(near(paasche.interaction, -laspeyres.interaction, gross(&goods)));
    }

    #[test]
    fn units_of_quantity_do_not_matter(goods in goods(), factor in amount()) {
        let mut rescaled = goods.clone();
        let first = &mut rescaled[0];
        (first.price0, first.price1) = (first.price0 / factor, first.price1 / factor);
        (first.quantity0, first.quantity1) = (first.quantity0 * factor, first.quantity1 * factor);
        for method in Method::ALL {
            let a = PriceVolume::by(method).run(&basket(&goods))?.total;
            let b = PriceVolume::by(method).run(&basket(&rescaled))?.total;
            prop_assert!(near(a.price, b.price, gross(&goods)) && near(a.volume, b.volume, gross(&goods)));
        }
        for formula in IndexFormula::ALL.into_iter().filter(|f| *f != IndexFormula::Dutot) {
            let (a, b) = (index(&goods, Measure::Price, formula), index(&rescaled, Measure::Price, formula));
            prop_assert!(near(a, b, a), "{formula}: {a} and {b}");
        }
    }

    #[test]
    fn lmdi_tends_to_bennet_as_changes_shrink(goods in goods(), moves in prop::collection::vec(-1.0..1.0_f64, 12)) {
        // Both differ from each other in the third order of the relative change.
        let step = 1e-3;
        let small: Vec<Good> = goods
            .iter()
            .enumerate()
            .map(|(i, g)| Good {
                price1: g.price0 * (1.0 + step * moves[2 * i]),
                quantity1: g.quantity0 * (1.0 + step * moves[2 * i + 1]),
                ..g.clone()
            })
            .collect();
        let bennet = PriceVolume::by(Method::Bennet).run(&basket(&small))?.total;
        let lmdi = PriceVolume::by(Method::LmdiI).run(&basket(&small))?.total;
        prop_assert!((bennet.price - lmdi.price).abs() < step * step * step * bennet.value0);
    }

    #[test]
    fn indexes_keep_their_axioms(goods in goods(), factor in amount()) {
        let still: Vec<Good> = goods.iter().map(|g| Good { price1: g.price0, ..g.clone() }).collect();
        let mut raised = still.clone();
        raised.iter_mut().for_each(|g| g.price1 *= factor);
        for formula in IndexFormula::ALL {
            prop_assert!(near(index(&still, Measure::Price, formula), 1.0, 1.0), "identity, {formula}");
            // Montgomery–Vartia's weights do not add up to one: it alone is not proportional.
            if formula != IndexFormula::MontgomeryVartia {
                prop_assert!(near(index(&raised, Measure::Price, formula), factor, factor), "proportionality, {formula}");
            }
            let there = index(&goods, Measure::Price, formula);
            let back = index(&swapped(&goods), Measure::Price, formula);
            if formula.is_time_reversible() {
                prop_assert!(near(there * back, 1.0, 1.0), "time reversal, {formula}");
            }
            if formula.is_factor_reversible() {
                let value = basket(&goods).value1() / basket(&goods).value0();
                prop_assert!(near(there * index(&goods, Measure::Quantity, formula), value, value), "{formula}");
            }
        }
    }

    #[test]
    fn lmdi_ratios_are_the_vartia_indexes(goods in goods()) {
        for (method, formula) in
            [(Method::LmdiI, IndexFormula::MontgomeryVartia), (Method::LmdiII, IndexFormula::SatoVartia)]
        {
            let ratio = PriceVolume::by(method).run(&basket(&goods))?.ratio.expect("LMDI has a ratio");
            let expected = index(&goods, Measure::Price, formula);
            prop_assert!(near(ratio.price, expected, expected));
        }
    }

    #[test]
    fn the_limit_is_what_small_values_tend_to(goods in goods(), form_two in any::<bool>()) {
        let method = if form_two { Method::LmdiII } else { Method::LmdiI };
        let mut with_zero = goods.clone();
        with_zero.push(Good { name: "new".into(), price0: 2.0, quantity0: 0.0, price1: 3.0, quantity1: 5.0 });
        let limit = PriceVolume::by(method).zeros(ZeroRule::Limits).run(&basket(&with_zero))?;
        let t = limit.total;
        prop_assert!(near(t.price + t.volume, t.change, gross(&with_zero)));
        let distance = |quantity: f64| {
            let mut close = with_zero.clone();
            close.last_mut().expect("the new good").quantity0 = quantity;
            let total = PriceVolume::by(method).run(&basket(&close)).expect("no zero is left").total;
            (total.volume - t.volume).abs()
        };
        // The approach is logarithmic: as 1/ln of the quantity.
        prop_assert!(distance(1e-280) <= distance(1e-20) + 1e-9 * gross(&with_zero));
        prop_assert!(distance(1e-280) < 0.05 * gross(&with_zero));
    }

    #[test]
    fn new_and_discontinued_goods_apart_still_add_up(goods in goods()) {
        let mut all = goods.clone();
        all.push(Good { name: "new".into(), price0: 0.0, quantity0: 0.0, price1: 3.0, quantity1: 5.0 });
        all.push(Good { name: "gone".into(), price0: 4.0, quantity0: 2.0, price1: 0.0, quantity1: 0.0 });
        for change in basket(&all).by_every_method(ZeroRule::SeparateNewAndGone)? {
            let t = change.total;
            prop_assert_eq!((t.entry, t.exit), (15.0, -8.0));
            prop_assert!(near(t.price + t.volume + t.interaction + t.entry + t.exit, t.change, gross(&all)));
            if let Some(r) = change.ratio {
                prop_assert!(near(r.price * r.volume * r.entry * r.exit, r.value, r.value));
            }
        }
    }

    #[test]
    fn any_number_of_factors_adds_up(rows in prop::collection::vec((amount(), amount(), amount(), amount()), 2..8)) {
        let before: Vec<[f64; 2]> = rows.iter().map(|r| [r.0, r.1]).collect();
        let after: Vec<[f64; 2]> = rows.iter().map(|r| [r.2, r.3]).collect();
        let names: Vec<String> = (0..rows.len()).map(|k| format!("factor {k}")).collect();
        let pick = |data: &[[f64; 2]], i: usize| data.iter().map(|x| x[i]).collect::<Vec<_>>();
        let factors = Factors::new(names)
            .item("a", &pick(&before, 0), &pick(&after, 0))?
            .item("b", &pick(&before, 1), &pick(&after, 1))?;
        for form in [LmdiForm::I, LmdiForm::II] {
            let found = Lmdi::default().form(form).run(&factors)?;
            let sum: f64 = found.effects.iter().map(|e| e.additive).sum();
            let gross: f64 = found.effects.iter().map(|e| e.additive.abs()).sum::<f64>() + found.value0 + found.value1;
            prop_assert!(near(sum, found.value1 - found.value0, gross));
            let logs: f64 = found.effects.iter().map(|e| e.multiplicative.ln()).sum();
            prop_assert!((logs - (found.value1 / found.value0).ln()).abs() < 1e-10);
        }
    }

    #[test]
    fn contributions_add_up_to_growth(values in prop::collection::vec((amount(), amount()), 1..8), rest in amount()) {
        let items: Vec<ItemValue> = values
            .iter()
            .enumerate()
            .map(|(i, (value0, value1))| ItemValue { name: i.to_string(), value0: *value0, value1: *value1 })
            .collect();
        let total = |f: fn(&(f64, f64)) -> f64| values.iter().map(f).sum::<f64>() + rest;
        let found = Contributions::to_total(&items, total(|v| v.0), total(|v| v.1))?;
        let sum: f64 = found.items.iter().chain(&found.other).map(|row| row.contribution_points).sum();
        let growth = found.total.growth_percent.expect("the total is positive");
        prop_assert!((sum - growth).abs() < 1e-9 * (growth.abs() + 100.0));
    }

    #[test]
    fn price_and_mix_add_up_to_the_change_of_the_unit_value(goods in goods()) {
        let found = basket(&goods).unit_value_change()?;
        let scale: f64 = goods.iter().map(|g| g.price0 + g.price1).sum();
        prop_assert!(near(found.price + found.mix, found.change, scale));
    }

    #[test]
    fn bounds_hold_every_number_allowed(
        (p0, q0, p1, q1) in (amount(), amount(), amount(), amount()),
        (wide_p, wide_q, wide_v) in (0.0..0.9_f64, 0.0..0.9_f64, 0.0..0.9_f64),
        draws in prop::collection::vec((0.0..1.0_f64, 0.0..1.0_f64), 50),
        first_uncertain in any::<bool>(),
        with_value in any::<bool>(),
    ) {
        let around = |x: f64, wide: f64| Interval::between(x * (1.0 - wide), x / (1.0 - wide)).expect("an interval");
        let uncertain = |p: f64, q: f64| {
            let trade = BoundedTrade::default().price(around(p, wide_p)).quantity(around(q, wide_q));
            if with_value { trade.value(around(p * q, wide_v)) } else { trade }
        };
        let before = if first_uncertain { uncertain(p0, q0) } else {
            BoundedTrade::default().price(around(p0, 0.0)).quantity(around(q0, 0.0))
        };
        let good = BoundedGood { name: "ore".into(), before, after: uncertain(p1, q1) };
        for method in Method::ALL {
            let found = &Bounds::by(method).run(std::slice::from_ref(&good))?.goods[0];
            let scale = (found.price0.high() + found.price1.high()) * (found.quantity0.high() + found.quantity1.high());
            let holds = |i: Interval, x: f64| i.low() - 1e-10 * scale <= x && x <= i.high() + 1e-10 * scale;
            let at = |i: Interval, u: f64| i.low() + u * (i.high() - i.low());
            for pair in draws.chunks(2) {
                let [(a, b), (c, d)] = [pair[0], pair[1]];
                let point = Good {
                    name: "ore".into(),
                    price0: at(found.price0, a),
                    quantity0: at(found.quantity0, b),
                    price1: at(found.price1, c),
                    quantity1: at(found.quantity1, d),
                };
                if !found.value0.contains(point.value0()) || !found.value1.contains(point.value1()) {
                    continue;
                }
                let effects = PriceVolume::by(method).run(&basket(std::slice::from_ref(&point)))?.total;
                prop_assert!(holds(found.effects.price, effects.price), "{method} price {found:?} {effects:?}");
                prop_assert!(holds(found.effects.volume, effects.volume), "{method} volume");
                prop_assert!(holds(found.effects.interaction, effects.interaction), "{method} interaction");
                prop_assert!(holds(found.effects.change, effects.change), "{method} change");
            }
        }
    }
}

/// A grid over the region, fine enough to come near every extreme: the bounds must not be wider than it shows.
#[test]
fn bounds_are_sharp() {
    let exact = |x| Interval::exact(x).expect("finite");
    let good = BoundedGood {
        name: "ore".into(),
        before: BoundedTrade::default().price(exact(100.0)).quantity(exact(1.0)),
        after: BoundedTrade::default()
            .price(Interval::between(0.5, 120.0).expect("in order"))
            .quantity(Interval::between(0.2, 30.0).expect("in order"))
            .value(Interval::between(5.0, 400.0).expect("in order")),
    };
    for method in Method::ALL {
        let found = &Bounds::by(method).run(std::slice::from_ref(&good)).expect("bounds").goods[0];
        let mut seen = [(f64::INFINITY, f64::NEG_INFINITY); 3];
        let steps = 600;
        let between = |i: Interval, k: i32| i.low() * (i.high() / i.low()).powf(f64::from(k) / f64::from(steps));
        for i in 0..=steps {
            for k in 0..=steps {
                let (price1, quantity1) = (between(found.price1, i), between(found.quantity1, k));
                if !found.value1.contains(price1 * quantity1) {
                    continue;
                }
                let point = Good { name: "ore".into(), price0: 100.0, quantity0: 1.0, price1, quantity1 };
                let t = PriceVolume::by(method).run(&basket(&[point])).expect("a decomposition").total;
                for (range, x) in seen.iter_mut().zip([t.price, t.volume, t.interaction]) {
                    *range = (range.0.min(x), range.1.max(x));
                }
            }
        }
        let e = &found.effects;
        for (bounds, (low, high)) in [e.price, e.volume, e.interaction].into_iter().zip(seen) {
            let room = 0.02 * (bounds.high() - bounds.low()) + 1e-9;
            assert!(
                low - bounds.low() < room && bounds.high() - high < room,
                "{method}: {bounds} against [{low}, {high}]"
            );
        }
    }
}

//! Identities of Dumitrescu and Hurlin's test.

use proptest::prelude::*;
use yalu::causality::dumitrescu_hurlin::{PanelResult, PanelTest};
use yalu::causality::{DumitrescuHurlin, Granger};
use yalu::{Frame, Panel, Period, Series};

/// A unit's x and y, and the year in which it begins.
type Unit = (Vec<f64>, Vec<f64>, i32);

fn units(lengths: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Unit>> {
    let unit = lengths.prop_flat_map(|n| {
        let column = || prop::collection::vec(-10.0..10.0_f64, n);
        (column(), column(), 1990..1993_i32)
    });
    prop::collection::vec(unit, 1..6)
}

fn panel<'a>(units: impl IntoIterator<Item = (usize, &'a Unit)>) -> Panel {
    let units = units.into_iter().map(|(number, (x, y, start))| {
        let series = |name: &str, values: &[f64]| Series::new(name, Period::annual(*start), values.to_vec()).unwrap();
        (format!("unit {number}"), Frame::from_series(&[series("x", x), series("y", y)]).unwrap())
    });
    Panel::new("unit", units.collect()).unwrap()
}

fn run(panel: &Panel, cause: &str, effect: &str, lags: usize) -> PanelResult {
    DumitrescuHurlin::cause(cause).effect(effect).lags(lags).bootstrap(99).run(panel).unwrap()
}

fn numbers(test: &PanelTest) -> Vec<f64> {
    test.reports().iter().flat_map(|report| [report.statistic(), report.p().map(|p| p.value())]).flatten().collect()
}

fn close(a: &[f64], b: &[f64], tolerance: f64) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= tolerance * a.abs().max(1.0))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// One unit: W̄ is K times Granger's F of that unit.
    #[test]
    fn a_panel_of_one_unit_is_that_unit(unit in units(16..30), lags in 1_usize..3) {
        let panel = panel([(0, &unit[0])]);
        let series = |name: &str| panel.frame("unit 0").unwrap().series(name).unwrap();
        let alone = Granger::cause(&series("x")).effect(&series("y")).lags(lags).run().unwrap();
        let result = run(&panel, "x", "y", lags);
        let f = alone.forward().statistic("F").unwrap();
        prop_assert!((result.forward().wbar().unwrap() - lags as f64 * f).abs() < 1e-9 * f.max(1.0));
        let p = alone.forward().p_value("F").unwrap();
        prop_assert!((result.forward().units()[0].p_f.unwrap() - p).abs() < 1e-9);
        prop_assert_eq!(result.forward().cross_dependence(), None);
    }

    #[test]
    fn swapping_the_labels_swaps_the_directions(units in units(18..30), lags in 1_usize..3) {
        let panel = panel(units.iter().enumerate());
        let (one, other) = (run(&panel, "x", "y", lags), run(&panel, "y", "x", lags));
        prop_assert_eq!(one.forward(), other.backward());
        prop_assert_eq!(one.backward(), other.forward());
    }

    /// The mean is the same up to rounding, and so is every drawn sample's.
    #[test]
    fn the_order_of_units_does_not_matter(units in units(18..30), lags in 1_usize..3) {
        let one = run(&panel(units.iter().enumerate()), "x", "y", lags);
        let other = run(&panel(units.iter().enumerate().rev()), "x", "y", lags);
        prop_assert!(close(&numbers(one.forward()), &numbers(other.forward()), 1e-9));
        prop_assert!(close(one.forward().draws(), other.forward().draws(), 1e-9));
        let wald = |result: &PanelResult| result.unit("unit 0").unwrap()[0].clone();
        prop_assert_eq!(wald(&one), wald(&other));
    }

    /// Each unit may have units of measurement of its own.
    #[test]
    fn units_of_measurement_do_not_matter(units in units(18..30), scale in 0.001..1000.0_f64, shift in -50.0..50.0_f64) {
        let mut changed = units.clone();
        changed[0].0.iter_mut().for_each(|value| *value = scale * *value + shift);
        changed[0].1.iter_mut().for_each(|value| *value = shift - scale * *value);
        let one = run(&panel(units.iter().enumerate()), "x", "y", 1);
        let other = run(&panel(changed.iter().enumerate()), "x", "y", 1);
        prop_assert!(close(&[one.forward().wbar().unwrap()], &[other.forward().wbar().unwrap()], 1e-7));
        prop_assert!(close(one.forward().draws(), other.forward().draws(), 1e-6));
    }

    #[test]
    fn the_number_of_threads_changes_no_bit(units in units(18..30), block in 1_usize..4) {
        let panel = panel(units.iter().enumerate());
        let test = DumitrescuHurlin::cause("x").effect("y").bootstrap(120).block(block);
        prop_assert_eq!(test.clone().threads(1).run(&panel).unwrap(), test.threads(7).run(&panel).unwrap());
    }

    /// A file whose lines go unit by unit or year by year holds the same panel.
    #[test]
    fn lines_in_either_order_are_one_panel(units in units(8..12)) {
        let mut lines: Vec<(i32, usize, String)> = Vec::new();
        for (number, (x, y, start)) in units.iter().enumerate() {
            for (t, (x, y)) in (*start..).zip(x.iter().zip(y)) {
                lines.push((t, number, format!("unit {number},{t},{x:?},{y:?}\n")));
            }
        }
        let read = |lines: &[(i32, usize, String)]| {
            let text: String = lines.iter().map(|(.., line)| line.as_str()).collect();
            Panel::from_csv_text(format!("who,year,x,y\n{text}"), "p.csv", "who", &Default::default()).unwrap()
        };
        lines.sort_by_key(|(_, number, _)| *number);
        let by_unit = read(&lines);
        lines.sort_by_key(|(year, ..)| *year);
        let by_year = read(&lines);
        for unit in by_unit.units() {
            prop_assert_eq!(by_unit.frame(unit).unwrap(), by_year.frame(unit).unwrap());
        }
        let made = panel(units.iter().enumerate());
        prop_assert_eq!(by_unit.expression("x").unwrap(), made.expression("x").unwrap());
    }
}

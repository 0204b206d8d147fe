//! Invariances of the long-run estimators, and how often their t tests reject a true slope.

use proptest::prelude::*;
use yalu::cointegration::long_run::{Dynamics, LongRunFit};
use yalu::cointegration::{Ccr, Dols, Fmols};
use yalu::regression::{Bandwidth, Kernel, Ols, Restriction};
use yalu::resampling::{Rate, Streams};
use yalu::unit_root::Terms;
use yalu::{Design, Error, Period, Series};

fn series(name: &str, values: Vec<f64>) -> Series {
    Series::new(name, Period::annual(1900), values).unwrap()
}

/// Two random walks and a series that follows them.
fn cointegrated() -> impl Strategy<Value = [Vec<f64>; 3]> {
    (40_usize..80).prop_flat_map(|n| {
        let column = || prop::collection::vec(-1.0..1.0_f64, n);
        (column(), column(), column()).prop_map(|(u, v, w)| {
            let walk = |changes: Vec<f64>| {
                changes
                    .iter()
                    .scan(0.0, |l, c| {
                        Some({
                            *l += c;
                            *l
                        })
                    })
                    .collect::<Vec<f64>>()
            };
            let (x, z) = (walk(v), walk(w));
            let y = u.iter().zip(x.iter().zip(&z)).map(|(u, (x, z))| 1.0 + 2.0 * x - z + u).collect();
            [y, x, z]
        })
    })
}

fn close(a: f64, b: f64, rtol: f64) -> bool {
    (a - b).abs() <= rtol * a.abs().max(b.abs()).max(1e-3)
}

fn all(y: &Series, x: &[&Series], bandwidth: Bandwidth) -> Result<[LongRunFit; 3], Error> {
    Ok([
        Fmols::of(y).on(x).bandwidth(bandwidth).run()?,
        Ccr::of(y).on(x).bandwidth(bandwidth).run()?,
        Dols::of(y).on(x).leads_and_lags(1, 2).bandwidth(bandwidth).run()?,
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn units_change_no_t_statistic([y, x, z] in cointegrated(), e in -9_i32..10, automatic in any::<bool>()) {
        let bandwidth = if automatic { Bandwidth::Andrews } else { Bandwidth::Lag(3) };
        let unit = 10.0_f64.powi(e);
        let scaled = |values: &[f64], by: f64| values.iter().map(|v| v * by).collect::<Vec<_>>();
        let (sy, sx, sz) = (series("y", y.clone()), series("x", x.clone()), series("z", z.clone()));
        let plain = all(&sy, &[&sx, &sz], bandwidth).unwrap();
        let (sy, sx) = (series("y", scaled(&y, unit)), series("x", scaled(&x, 1.0 / unit)));
        let other = all(&sy, &[&sx, &sz], bandwidth).unwrap();
        for (a, b) in plain.iter().zip(&other) {
            for (a, b) in a.tidy().iter().zip(b.tidy()) {
                prop_assert!(close(a.statistic, b.statistic, 1e-7), "{a:?} {b:?}");
            }
            prop_assert!(close(a.tidy()[1].estimate * unit * unit, b.tidy()[1].estimate, 1e-7));
        }
    }

    #[test]
    fn a_share_of_x_added_to_y_is_added_to_its_coefficient([y, x, z] in cointegrated(), share in -3.0..3.0_f64) {
        let (sx, sz) = (series("x", x.clone()), series("z", z));
        let mixed = series("y", y.iter().zip(&x).map(|(y, x)| y + share * x).collect());
        let before = all(&series("y", y), &[&sx, &sz], Bandwidth::Lag(3)).unwrap();
        let after = all(&mixed, &[&sx, &sz], Bandwidth::Lag(3)).unwrap();
        for (a, b) in before.iter().zip(&after) {
            let (a, b) = (&a.tidy()[1], &b.tidy()[1]);
            prop_assert!(close(a.estimate + share, b.estimate, 1e-7) && close(a.std_error, b.std_error, 1e-7));
        }
    }

    #[test]
    fn without_changes_dynamic_least_squares_is_least_squares([y, x, z] in cointegrated()) {
        let (y, x, z) = (series("y", y), series("x", x), series("z", z));
        let fit = Dols::of(&y).on(&[&x, &z]).dynamics(Dynamics::Static).run().unwrap();
        let ols = Ols::fit(&Design::of(&y).constant().regressor(&x).regressor(&z).build().unwrap()).unwrap();
        for (a, b) in fit.tidy().iter().zip(ols.tidy()) {
            prop_assert!(close(a.estimate, b.estimate, 1e-12));
        }
        // One lag of the window is no autocovariance: the long-run variance is the variance with divisor n.
        let fit = Dols::of(&y).on(&[&x, &z]).dynamics(Dynamics::Static).bandwidth(Bandwidth::Lag(0)).adjusted();
        for (a, b) in fit.run().unwrap().tidy().iter().zip(ols.tidy()) {
            prop_assert!(close(a.std_error, b.std_error, 1e-10));
        }
    }

    #[test]
    fn wald_of_one_restriction_is_the_square_of_z([y, x, z] in cointegrated()) {
        let (y, x, z) = (series("y", y), series("x", x), series("z", z));
        for fit in all(&y, &[&x, &z], Bandwidth::Lag(2)).unwrap() {
            let row = &fit.tidy()[2];
            let wald = fit.wald(&Restriction::zero(["z"])).unwrap();
            prop_assert!(close(wald.statistic().unwrap(), row.statistic * row.statistic, 1e-10));
            prop_assert!(close(wald.p().unwrap().value(), row.p_value, 1e-9));
            prop_assert!(fit.wald(&Restriction::parse("x - z = 3").unwrap()).is_ok());
        }
    }

    #[test]
    fn every_kernel_and_every_set_of_terms_gives_finite_numbers([y, x, z] in cointegrated()) {
        let (y, x, z) = (series("y", y), series("x", x), series("z", z));
        for terms in [Terms::None, Terms::Constant, Terms::Trend, Terms::Quadratic] {
            for kernel in [Kernel::Bartlett, Kernel::Parzen, Kernel::QuadraticSpectral] {
                let fits = [
                    Fmols::of(&y).on(&[&x, &z]).terms(terms).kernel(kernel).bandwidth(Bandwidth::NeweyWest1994).run(),
                    Ccr::of(&y).on(&[&x, &z]).terms(terms).kernel(kernel).run(),
                    Dols::of(&y).on(&[&x, &z]).terms(terms).kernel(kernel).run(),
                ];
                for fit in fits {
                    // Kernels that are not positive semi-definite in finite samples may be refused, never NaN.
                    let Ok(fit) = fit else { continue };
                    prop_assert!(fit.tidy().iter().all(|row| row.statistic.is_finite() && row.std_error > 0.0));
                    prop_assert!(!fit.to_string().contains("NaN"));
                }
            }
        }
    }
}

/// How often each method rejects a true slope at 5 %: y = 1 + x + u, Δx = v, u an AR(1) with root ½ and innovations
/// ½v + e, v and e standard normal; 200 observations, Bartlett kernel with 4 lags.
fn size(replications: u64, estimate: impl Fn(&Series, &Series) -> LongRunFit) -> Rate {
    const BURN_IN: usize = 50;
    let streams = Streams::new(1990);
    let mut count = 0;
    for i in 0..replications {
        let mut stream = streams.replication(i);
        let (mut u, mut level) = (0.0, 0.0);
        let (mut y, mut x) = (Vec::new(), Vec::new());
        for t in 0..BURN_IN + 200 {
            let (v, e) = (stream.standard_normal(), stream.standard_normal());
            u = 0.5 * u + 0.5 * v + e;
            if t >= BURN_IN {
                level += v;
                x.push(level);
                y.push(1.0 + level + u);
            }
        }
        let slope = estimate(&series("y", y), &series("x", x)).tidy().swap_remove(1);
        count += usize::from(((slope.estimate - 1.0) / slope.std_error).abs() > 1.959_964);
    }
    Rate { count, replications: replications as usize }
}

/// Fails unless the rate is within three standard errors of the difference to another thousand replications.
#[track_caller]
fn assert_like(rate: Rate, theirs: f64) {
    println!("{rate}, {theirs} in arch");
    let error = 3.0 * (2.0_f64).sqrt() * rate.std_error();
    assert!((rate.value() - theirs).abs() < error, "{rate}, {theirs} in arch");
}

// The nominal 5 % is not reached at n = 200 with errors this persistent; arch 8.0.0 rejects as often in a thousand
// replications of the same process (numpy's default_rng(1)), least squares in 37.5 %.

#[test]
fn fmols_and_ccr_reject_a_true_slope_as_often_as_in_arch() {
    let bandwidth = Bandwidth::Lag(4);
    assert_like(size(1000, |y, x| Fmols::of(y).on(&[x]).bandwidth(bandwidth).run().unwrap()), 0.119);
    assert_like(size(1000, |y, x| Ccr::of(y).on(&[x]).bandwidth(bandwidth).run().unwrap()), 0.121);
}

#[test]
fn dols_rejects_a_true_slope_as_often_as_in_arch() {
    let dols =
        |y: &Series, x: &Series| Dols::of(y).on(&[x]).leads_and_lags(2, 2).bandwidth(Bandwidth::Lag(4)).run().unwrap();
    assert_like(size(1000, dols), 0.107);
}

//! Tails fall, add up to one, and are undone by quantiles.

use proptest::prelude::*;
use yalu::dist::{chi_squared, f, normal, student_t};

/// Degrees of freedom from a half to a hundred thousand, whole or not.
fn df() -> impl Strategy<Value = f64> {
    (-0.7_f64..5.0).prop_map(|e| 10_f64.powf(e))
}

fn close(a: f64, b: f64, relative: f64) -> bool {
    (a - b).abs() <= relative * a.abs().max(b.abs())
}

proptest! {
    #[test]
    fn tails_add_up_to_one(x in 1e-3_f64..1e3, d1 in df(), d2 in df(), z in -30.0_f64..30.0) {
        for (upper, lower) in [
            (f::sf(x, d1, d2), f::cdf(x, d1, d2)),
            (chi_squared::sf(x, d1), chi_squared::cdf(x, d1)),
            (student_t::sf(z, d1), student_t::cdf(z, d1)),
            (normal::sf(z), normal::cdf(z)),
        ] {
            prop_assert!((0.0..=1.0).contains(&upper) && (0.0..=1.0).contains(&lower));
            prop_assert!((upper + lower - 1.0).abs() < 1e-13, "{upper} + {lower}");
        }
    }

    #[test]
    fn tails_fall(x in 1e-3_f64..1e3, more in 1e-6_f64..1.0, d1 in df(), d2 in df()) {
        let y = x * (1.0 + more);
        // Up to rounding: the two points may be evaluated by different expansions.
        let falls = |a: f64, b: f64| b <= a * (1.0 + 1e-12);
        prop_assert!(falls(f::sf(x, d1, d2), f::sf(y, d1, d2)));
        prop_assert!(falls(chi_squared::sf(x, d1), chi_squared::sf(y, d1)));
        prop_assert!(falls(student_t::sf(x, d1), student_t::sf(y, d1)));
        prop_assert!(falls(normal::sf(x), normal::sf(y)));
        prop_assert!(f::ln_sf(x, d1, d2) <= 0.0 && !f::ln_sf(x, d1, d2).is_nan());
    }

    #[test]
    fn logarithms_agree_with_tails(x in 1e-2_f64..30.0, d1 in df(), d2 in df()) {
        for (p, ln_p) in [
            (f::sf(x, d1, d2), f::ln_sf(x, d1, d2)),
            (chi_squared::sf(x, d1), chi_squared::ln_sf(x, d1)),
            (student_t::sf(-x, d1), student_t::ln_sf(-x, d1)),
            (normal::sf(x), normal::ln_sf(x)),
        ] {
            if p > 1e-300 {
                prop_assert!((p.ln() - ln_p).abs() < 1e-11, "{p} {ln_p}");
            }
        }
    }

    #[test]
    fn quantiles_undo_tails(exponent in -250.0_f64..-0.1, d1 in 0.5_f64..500.0, d2 in 0.5_f64..500.0) {
        let p = 10_f64.powf(exponent);
        // Quantiles beyond a double's range (few degrees of freedom, tiny p) are left out.
        let x = f::isf(p, d1, d2);
        if x < 1e300 {
            prop_assert!(close(f::sf(x, d1, d2), p, 1e-10), "F: {x} {} {p}", f::sf(x, d1, d2));
        }
        prop_assert!(close(chi_squared::sf(chi_squared::isf(p, d1), d1), p, 1e-10));
        let t = student_t::isf(p, d1);
        if t < 1e150 {
            prop_assert!(close(student_t::sf(t, d1), p, 1e-10), "t: {t} {p}");
        }
        prop_assert!(close(normal::sf(normal::isf(p)), p, 1e-10));
        prop_assert_eq!(student_t::quantile(p, d1), -t);
    }

    #[test]
    fn f_of_one_is_t_squared_and_has_a_reciprocal(t in 1e-3_f64..50.0, d1 in df(), d2 in df()) {
        prop_assert!(close(f::sf(t * t, 1.0, d2), student_t::two_sided(t, d2), 1e-10));
        prop_assert!(close(f::sf(t, d1, d2), f::cdf(1.0 / t, d2, d1), 1e-9));
    }
}

#[test]
fn values_known_in_closed_form() {
    // t with one degree of freedom is Cauchy, χ² with two is exponential, F(2, 2) is 1/(1 + x).
    assert!((student_t::sf(1.0, 1.0) - 0.25).abs() < 1e-15);
    assert!(close(chi_squared::sf(100.0, 2.0), (-50.0_f64).exp(), 1e-13));
    assert!((f::sf(3.0, 2.0, 2.0) - 0.25).abs() < 1e-15);
    assert!((student_t::isf(0.25, 1.0) - 1.0).abs() < 1e-14);
    // Cauchy's far tail is 1/(πt), and F(2, ½)'s (1 + 4x)^−¼ has quantiles beyond any double.
    assert!(close(student_t::isf(1e-300, 1.0), 1e300 / std::f64::consts::PI, 1e-12));
    assert!(close(f::isf(1e-70, 2.0, 0.5), 2.5e279, 1e-11));
    assert_eq!(f::isf(1e-80, 2.0, 0.5), f64::INFINITY);
}

#[test]
fn ends_and_arguments_outside_the_range() {
    assert_eq!((f::sf(0.0, 2.0, 3.0), f::sf(f64::INFINITY, 2.0, 3.0)), (1.0, 0.0));
    assert_eq!((student_t::sf(f64::NEG_INFINITY, 3.0), student_t::two_sided(f64::INFINITY, 3.0)), (1.0, 0.0));
    assert_eq!((normal::isf(0.0), normal::isf(1.0), normal::isf(0.5)), (f64::INFINITY, f64::NEG_INFINITY, 0.0));
    assert_eq!((chi_squared::isf(0.0, 3.0), chi_squared::isf(1.0, 3.0)), (f64::INFINITY, 0.0));
    for nan in [f::sf(1.0, -1.0, 2.0), chi_squared::sf(f64::NAN, 2.0), normal::isf(2.0), student_t::isf(-0.1, 3.0)] {
        assert!(nan.is_nan());
    }
}

#[test]
fn arguments_near_the_ends_of_the_doubles_are_no_exception() {
    for df in [1e-3, 0.5, 1.0, 7.5, 1e6] {
        for x in [f64::MIN_POSITIVE, 1e-300, 1e300, f64::MAX] {
            for ln in [chi_squared::ln_sf(x, df), f::ln_sf(x, df, 3.0), f::ln_sf(x, 3.0, df), student_t::ln_sf(x, df)] {
                assert!(ln <= 0.0 && (x < 1.0 || ln < -0.1), "{x} {df}: {ln}");
            }
            assert!((0.0..=1.0).contains(&chi_squared::cdf(x, df)) && (0.0..=1.0).contains(&f::cdf(x, df, 3.0)));
        }
    }
}

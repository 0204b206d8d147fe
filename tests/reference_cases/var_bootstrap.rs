//! Bootstrap bounds against an implementation of the fixture's own, with other random numbers: equal within Monte Carlo error.

use yalu::var::bootstrap::Weights;
use yalu::var::{Bootstrap, Impulse, Interval, Scheme, Var, VarResult};
use yalu::{Period, Series};

use crate::fixture::Fixture;

const NAMES: [&str; 3] = ["investment", "income", "consumption"];
const DRAWS: usize = 3999;

fn model(fixture: &Fixture) -> VarResult {
    let start: Period = "1960-Q2".parse().expect("a quarter");
    let series = NAMES.map(|name| Series::new(name, start, fixture.column(name)).expect("a series"));
    Var::of(&series.iter().collect::<Vec<_>>()).lags(2).run().expect("a model")
}

fn compare(scheme: &str, setup: impl Fn(Bootstrap<'_>) -> Bootstrap<'_>) {
    let fixture = Fixture::load("var_bootstrap");
    let model = model(&fixture);
    let mut compared = 0;
    let mut far = Vec::new();
    for (kind, impulse) in [
        ("unit", Impulse::Unit),
        ("orthogonal", Impulse::Orthogonal),
        ("generalised", Impulse::Generalised),
        ("cumulative", Impulse::Orthogonal),
    ] {
        let bootstrap = setup(Bootstrap::of(&model).impulse(impulse).horizon(6).draws(DRAWS).seed(11));
        let bootstrap = if kind == "cumulative" { bootstrap.cumulative() } else { bootstrap };
        let bands = bootstrap.run().expect("draws");
        for h in [0, 1, 2, 6] {
            for (a, response) in NAMES.iter().enumerate() {
                for (b, shock) in NAMES.iter().enumerate() {
                    let base = format!("{scheme}.{kind}.{h}.{}.{}", a + 1, b + 1);
                    let Some(low) = fixture.find(&format!("{base}.low")) else { continue };
                    let high = fixture.expected(&format!("{base}.high"));
                    let got = bands.interval(Interval::Percentile, 0.9, shock, response, h).expect("bounds");
                    for (side, got, expected) in [("low", got.0, low), ("high", got.1, high)] {
                        let theirs = fixture.expected(&format!("{base}.{side}_se"));
                        // Theirs from 40,000 draws, ours from fewer.
                        let error = theirs * (1.0 + 40_000.0 / DRAWS as f64).sqrt();
                        if (got - expected).abs() > 5.0 * error {
                            far.push(format!("{base}.{side}: {got:e}, expected {expected:e}, error {error:e}"));
                        }
                        compared += 1;
                    }
                }
            }
        }
    }
    assert!(far.is_empty(), "{} of {compared}: {far:#?}", far.len());
    assert!(compared > 200, "{compared}");
}

#[test]
fn dates_drawn_at_random() {
    compare("residual", |bootstrap| bootstrap);
}

#[test]
fn wild() {
    compare("wild", |bootstrap| bootstrap.scheme(Scheme::Wild(Weights::Rademacher)));
}

#[test]
fn moving_blocks() {
    compare("block10", |bootstrap| bootstrap.scheme(Scheme::MovingBlock(Some(10))));
}

#[test]
fn bootstrap_after_bootstrap() {
    compare("kilian", |bootstrap| bootstrap.bias_corrected());
}

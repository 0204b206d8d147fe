//! Formulas: what is read can be written and read again, and the algebra of terms holds.

use proptest::prelude::*;
use yalu::formula::Formula;
use yalu::series::Calendar;
use yalu::{Design, Frame, Period};

const ROWS: usize = 40;

/// Monthly columns `a`, `b`, `c d` and `y`, all positive, without gaps.
fn frame(values: &[f64]) -> Frame {
    let column = |i: usize| values[i * ROWS..(i + 1) * ROWS].iter().map(|v| Some(*v)).collect();
    Frame::new(Calendar::From("2009-01".parse::<Period>().unwrap()), ROWS)
        .with_column("y", column(0))
        .and_then(|f| f.with_column("a", column(1)))
        .and_then(|f| f.with_column("b", column(2)))
        .and_then(|f| f.with_column("c d", column(3)))
        .unwrap()
}

fn frames() -> impl Strategy<Value = Frame> {
    prop::collection::vec(0.1..10.0, 4 * ROWS).prop_map(|values| frame(&values))
}

/// Arithmetic of any shape.
fn arithmetic() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("a".to_owned()),
        Just("b".to_owned()),
        Just("`c d`".to_owned()),
        (1..100u32).prop_map(|v| format!("{}", f64::from(v) / 4.0)),
        Just("post(2010-06)".to_owned()),
        Just("trend()".to_owned()),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            (inner.clone(), prop::sample::select(vec!["+", "-", "*", "/", "^"]), inner.clone())
                .prop_map(|(a, operator, b)| format!("({a}){operator}({b})")),
            (inner.clone(), prop::sample::select(vec!["+", "-", "*", "/", "^"]), inner.clone())
                .prop_map(|(a, operator, b)| format!("{a} {operator} {b}")),
            inner.clone().prop_map(|a| format!("-{a}")),
            inner.clone().prop_map(|a| format!("log({a})")),
            (inner, 1..4usize).prop_map(|(a, k)| format!("lag({a}, {k})")),
        ]
    })
}

fn term() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("a".to_owned()),
        Just("b".to_owned()),
        Just("`c d`".to_owned()),
        Just("season()".to_owned()),
        Just("between(2010-01, 2010-09)".to_owned()),
        Just("post(2010H2)".to_owned()),
        arithmetic().prop_map(|inside| format!("I({inside})")),
        (1..3usize, 3..6usize).prop_map(|(from, to)| format!("lag(log(a), {from}:{to})")),
    ]
}

fn terms() -> impl Strategy<Value = String> {
    let operators = prop::sample::select(vec![" + ", "*", ":"]);
    (term(), prop::collection::vec((operators, term()), 0..4), any::<bool>()).prop_map(|(first, rest, constant)| {
        let rest: String = rest.into_iter().map(|(operator, term)| format!("{operator}{term}")).collect();
        format!("{}{first}{rest}", if constant { "" } else { "0 + " })
    })
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*") {
        if let Err(error) = Formula::parse(&text) {
            prop_assert!(!error.message().is_empty());
        }
    }

    #[test]
    fn any_text_of_a_formulas_characters_is_read_or_refused(
        text in "[yab~+*:^/()`\\\\,0-9. -]{0,40}|y ~ (lag|I|post|season|a|:|\\*|\\(|\\)|,|1|2010-06| )*",
        frame in frames(),
    ) {
        if let Ok(design) = Design::from_formula(&frame, &text) {
            prop_assert!(design.x().iter().all(|v| v.is_finite()));
        }
    }

    #[test]
    fn canonical_text_means_the_same(terms in terms()) {
        let formula = Formula::parse(&format!("y ~ {terms}")).unwrap();
        let canonical = formula.to_string();
        let again = Formula::parse(&canonical).unwrap();
        prop_assert_eq!(&again, &formula);
        prop_assert_eq!(again.to_string(), canonical);
    }

    #[test]
    fn a_plain_formula_is_the_columns(frame in frames()) {
        let design = Design::from_formula(&frame, "y ~ a + `c d`").unwrap();
        prop_assert_eq!(design.terms(), ["(Intercept)", "a", "`c d`"]);
        for (term, name) in [("a", "a"), ("`c d`", "c d")] {
            let column: Vec<Option<f64>> = design.column(term).unwrap().iter().map(|v| Some(*v)).collect();
            prop_assert_eq!(column.as_slice(), frame.column(name).unwrap());
        }
    }

    #[test]
    fn crossing_is_both_and_their_interaction(frame in frames(), cross in "(a|log\\(a\\)|lag\\(a, 1:2\\))", with in "(b|post\\(2010-06\\))") {
        let crossed = Design::from_formula(&frame, &format!("y ~ {cross} * {with}")).unwrap();
        let written = Design::from_formula(&frame, &format!("y ~ {cross} + {with} + {cross}:{with}")).unwrap();
        prop_assert_eq!(crossed, written);
    }

    #[test]
    fn the_order_of_terms_does_not_touch_the_rows(
        frame in frames(),
        shuffled in Just(vec!["a", "lag(b, 1:3)", "diff(`c d`)", "lead(a, 2)", "post(2010-06)"]).prop_shuffle(),
    ) {
        let written = Design::from_formula(&frame, "y ~ a + lag(b, 1:3) + diff(`c d`) + lead(a, 2) + post(2010-06)").unwrap();
        let design = Design::from_formula(&frame, &format!("y ~ {}", shuffled.join(" + "))).unwrap();
        prop_assert_eq!(design.stamps(), written.stamps());
        prop_assert_eq!(design.subset_terms(written.terms()).unwrap(), written);
    }

    #[test]
    fn formula_and_builder_agree(frame in frames()) {
        let (y, a) = (frame.series("y").unwrap(), frame.series("a").unwrap());
        let built = Design::of(&y).constant().lags(&y, 1..=2).lags(&a, 0..=1).trend().seasonal().post("2010-06".parse().unwrap());
        let written = Design::from_formula(&frame, "y ~ lag(y, 1:2) + a + lag(a, 1) + trend() + season() + post(2010-06)");
        prop_assert_eq!(built.build().unwrap(), written.unwrap());
    }
}

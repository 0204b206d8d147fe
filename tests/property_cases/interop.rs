//! Frames survive linfa, and linfa's predictions are the fit's own.

use linfa::traits::{Fit, Predict};
use proptest::prelude::*;
use yalu::interop::{LinfaOls, from_dataset, to_dataset};
use yalu::{Frame, series::Calendar};

proptest! {
    #[test]
    fn there_and_back(rows in prop::collection::vec((-1e6..1e6_f64, -1e6..1e6_f64, -1e6..1e6_f64), 5..30)) {
        let column = |f: fn(&(f64, f64, f64)) -> f64| rows.iter().map(|r| Some(f(r))).collect::<Vec<_>>();
        let frame = Frame::new(Calendar::Rows, rows.len())
            .with_column("a", column(|r| r.0))?
            .with_column("b", column(|r| r.1))?
            .with_column("y", column(|r| r.2))?;
        let dataset = to_dataset(&frame, &["a", "b"], "y")?;
        prop_assert_eq!(&from_dataset(&dataset)?, &frame);
        let fitted = LinfaOls::default().fit(&dataset)?;
        let predicted = fitted.predict(dataset.records());
        let same = fitted.try_predict(dataset.records())?;
        for ((a, b), c) in predicted.iter().zip(&same).zip(fitted.fit().fitted()) {
            prop_assert_eq!(a, b);
            prop_assert!((a - c).abs() < 1e-7 * 1e6);
        }
    }
}

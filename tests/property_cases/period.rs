use proptest::prelude::*;
use yalu::{Frequency, Period};

pub fn frequency() -> impl Strategy<Value = Frequency> {
    prop_oneof![
        Just(Frequency::Annual),
        Just(Frequency::HalfYearly),
        Just(Frequency::Quarterly),
        Just(Frequency::Monthly)
    ]
}

pub fn period() -> impl Strategy<Value = Period> {
    (frequency(), 1000..=2900, 0..12_u32).prop_map(|(frequency, year, part)| {
        Period::new(frequency, year, part % frequency.per_year() as u32 + 1).unwrap()
    })
}

proptest! {
    #[test]
    fn what_is_shown_is_read_back(p in period()) {
        prop_assert_eq!(p.to_string().parse::<Period>().unwrap(), p);
        prop_assert_eq!(format!(" {} ", p.to_string().to_lowercase()).parse::<Period>().unwrap(), p);
    }

    #[test]
    fn every_spelling_is_the_same_period(year in 1000..=2999, q in 1..=4, h in 1..=2, m in 1..=12_usize) {
        let read = |text: String| text.parse::<Period>().unwrap();
        for text in [format!("{year}-Q{q}"), format!("q{q} {year}"), format!("Q{q}-{year}"), format!("{q}Q{year}")] {
            prop_assert_eq!(read(text), read(format!("{year}Q{q}")));
        }
        for text in [format!("{year}-h{h}"), format!("H{h}/{year}"), format!("{year}S{h}")] {
            prop_assert_eq!(read(text), read(format!("{year}H{h}")));
        }
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let name = names[m - 1];
        for text in [
            format!("{year}-{m}"), format!("{year}/{m:02}"), format!("{m}/{year}"), format!("{year}m{m}"),
            format!("{name} {year}"), format!("{year}-{}", name.to_uppercase()), format!("{name}. {year}"),
            format!("{year}-{m:02}-01"),
        ] {
            prop_assert_eq!(read(text), read(format!("{year}-{m:02}")));
        }
    }

    #[test]
    fn no_text_panics(text in any::<String>(), near in "[0-9QHqhm/. -]{0,14}") {
        for text in [text, near] {
            // What is read must be what its own spelling reads as.
            if let Ok(p) = text.parse::<Period>() {
                prop_assert_eq!(p.to_string().parse::<Period>().unwrap(), p);
            }
        }
    }

    #[test]
    fn steps_add_up_and_back(p in period(), a in -20_000_i64..20_000, b in -20_000_i64..20_000) {
        prop_assert_eq!(p.plus(a).plus(b), p.plus(a + b));
        prop_assert_eq!(p.plus(a).since(p).unwrap(), a);
        prop_assert_eq!(p.plus(a) < p, a < 0);
        prop_assert_eq!(Period::new(p.frequency(), p.year(), p.part() as u32).unwrap(), p);
    }

    #[test]
    fn no_step_panics(p in period(), steps in any::<i64>()) {
        let far = p.plus(steps);
        let _ = (far.to_string(), far.since(p), p.since(far), far.convert(Frequency::Annual), far.last(Frequency::Monthly));
    }

    #[test]
    fn a_longer_period_contains_its_parts(p in period(), target in frequency()) {
        if target <= p.frequency() {
            let long = p.convert(target).unwrap();
            let (first, last) = (long.first(p.frequency()).unwrap(), long.last(p.frequency()).unwrap());
            prop_assert!(first <= p && p <= last);
            let parts: Vec<Period> = Period::range(first, last).unwrap().collect();
            prop_assert_eq!(parts.len(), p.frequency().per_year() / target.per_year());
            prop_assert!(parts.iter().all(|part| part.convert(target).unwrap() == long));
            prop_assert!(first.plus(-1).convert(target).unwrap() == long.plus(-1));
        } else {
            prop_assert!(p.convert(target).is_err());
        }
    }
}

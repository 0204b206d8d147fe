//! Numbers and lists as sentences have them.

use std::fmt::Display;

use crate::table::NumberFormat;

/// With a capital letter.
pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// With a capital letter and a full stop.
pub(super) fn sentence(words: &str) -> String {
    let end = if words.ends_with('.') { "" } else { "." };
    capitalised(words) + end
}

/// `1, 2 and 3`.
pub(super) fn listed<T: Display>(items: &[T]) -> String {
    let each: Vec<String> = items.iter().map(T::to_string).collect();
    match each.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// From the smallest to the largest, to the nearest whole: `15 to 45 %`, or `7 %` if both are one.
pub(super) fn a_range(values: impl IntoIterator<Item = f64>, unit: &str) -> String {
    let ends = values
        .into_iter()
        .fold(None, |ends: Option<(f64, f64)>, x| Some(ends.map_or((x, x), |(low, high)| (low.min(x), high.max(x)))));
    match ends.map(|(low, high)| (format!("{low:.0}"), format!("{high:.0}"))) {
        None => "none".to_owned(),
        Some((low, high)) if low == high => low + unit,
        Some((low, high)) => format!("{low} to {high}{unit}"),
    }
}

/// `third` for 3; a numeral where words would be clumsy.
pub(super) fn ordinal(n: usize) -> String {
    const WORDS: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    match n.checked_sub(1).and_then(|i| WORDS.get(i)) {
        Some(word) => (*word).to_owned(),
        None => format!("{n}th"),
    }
}

/// The format that prints a number with so many significant digits, thousands apart, and no zeros at the end.
pub(super) fn shown(value: f64, digits: usize) -> NumberFormat {
    let before_the_point = if value.abs() < 1.0 { 0 } else { value.abs().log10() as usize + 1 };
    let places = digits.saturating_sub(before_the_point.max(usize::from(value.abs() >= 1.0)));
    let text = NumberFormat::Decimals(places).format(value);
    let fraction = text.split_once('.').map_or("", |(_, fraction)| fraction);
    NumberFormat::Grouped(fraction.trim_end_matches('0').len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_sentences_have_them() {
        assert_eq!(listed(&[1, 2, 3]), "1, 2 and 3");
        assert_eq!(listed(&[2014]), "2014");
        assert_eq!(sentence("what the paper says"), "What the paper says.");
        for (value, text) in [(8481.0, "8,481"), (277.0, "277"), (0.05, "0.05"), (17.548923, "17.549"), (0.0, "0")] {
            assert_eq!(shown(value, 5).format(value), text);
        }
        assert_eq!(a_range([29.6, 15.2, 45.0], " %"), "15 to 45 %");
        assert_eq!(a_range([7.0, 6.9], " %"), "7 %");
        assert_eq!((ordinal(3).as_str(), ordinal(14).as_str()), ("third", "14th"));
    }
}

//! Reading a period in any of its usual spellings; the ambiguous ones are refused.
//!
//! A text is cut into runs of digits, runs of letters and separators, and the sequence of runs decides:
//! four digits are a year, nothing else is.

use std::str::FromStr;

use super::{Frequency, Period};
use crate::{Error, ErrorKind};

/// What a text says: a period, or a day, which names a period only together with its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// A year, half-year, quarter or month.
    Period(Period),
    /// A day of this month.
    Day(Period, u32),
}

impl Spelling {
    /// The year or month spelled, the day aside.
    pub(crate) fn period(self) -> Period {
        match self {
            Self::Period(period) | Self::Day(period, _) => period,
        }
    }
}

impl FromStr for Period {
    type Err = Error;

    /// Reads `2010`; `2010H1`, `2010-H1`, `2010S1`, `H1 2010`, `1H2010`; `2010Q2` in the same ways;
    /// `2010-05`, `2010-5`, `2010/05`, `05/2010`, `2010M05`, `May 2010`, `2010-May`; and `2010-05-01` or
    /// `2010-05-31` (the first or the last day) as the month. Upper and lower case are the same.
    ///
    /// # Errors
    /// For every other text, above all where two readings exist: `05/06/2010`, `201005`, `2010.05`, `May 10`.
    fn from_str(text: &str) -> Result<Self, Error> {
        match spelled(text)? {
            Spelling::Period(period) => Ok(period),
            Spelling::Day(month, day) if day == 1 || day == days_in(month) => Ok(month),
            Spelling::Day(month, _) => Err(Error::new(
                ErrorKind::Period,
                format!("`{}` is a single day; the shortest period is a month", text.trim()),
            )
            .remedy(format!("write {month}"))),
        }
    }
}

/// Reads a period or a day.
pub(crate) fn spelled(text: &str) -> Result<Spelling, Error> {
    use Run::{Digits, Separator, Word};
    let text = text.trim();
    let runs = runs(text).ok_or_else(|| refusal(text, &[]))?;
    let year = |digits: &str| year(text, digits);
    match *runs.as_slice() {
        [Digits(y)] if y.len() == 4 => Ok(Spelling::Period(Period::annual(year(y)?))),
        [Digits(y), Word(w), Digits(part)]
        | [Digits(y), Separator, Word(w), Digits(part)]
        | [Word(w), Digits(part), Separator, Digits(y)]
        | [Digits(part), Word(w), Digits(y)]
        | [Digits(part), Word(w), Separator, Digits(y)]
            if y.len() == 4 =>
        {
            let frequency = letter(w).ok_or_else(|| refusal(text, &runs))?;
            part_of(text, frequency, year(y)?, part)
        }
        [Word(w), Separator, Digits(y)]
        | [Digits(y), Separator, Word(w)]
        | [Digits(y), Word(w)]
        | [Word(w), Digits(y)]
            if y.len() == 4 =>
        {
            let month = month(w).ok_or_else(|| refusal(text, &runs))?;
            Ok(Spelling::Period(Period::new(Frequency::Monthly, year(y)?, month)?))
        }
        [Digits(y), Separator, Digits(m)] | [Digits(m), Separator, Digits(y)]
            if y.len() == 4 && m.len() <= 2 && mark(text) != ' ' =>
        {
            part_of(text, Frequency::Monthly, year(y)?, m)
        }
        [Digits(y), Separator, Digits(m), Separator, Digits(d)] if y.len() == 4 && m.len() <= 2 && d.len() <= 2 => {
            let month = part_of(text, Frequency::Monthly, year(y)?, m)?.period();
            match d.parse() {
                Ok(day) if (1..=days_in(month)).contains(&day) => Ok(Spelling::Day(month, day)),
                _ => Err(Error::new(ErrorKind::Period, format!("`{text}`: {month} has no day {d}"))
                    .remedy("mend the day, or write the month alone")),
            }
        }
        _ => Err(refusal(text, &runs)),
    }
}

/// A run of like characters.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Run<'a> {
    Digits(&'a str),
    Word(&'a str),
    /// One `-` or `/`, or blanks, with blanks around.
    Separator,
}

/// Cuts a text into runs; `None` if it holds a character that no date has.
fn runs(text: &str) -> Option<Vec<Run<'_>>> {
    let mut runs = Vec::new();
    let mut rest = text;
    // No spelling has more than five runs: a long text is given up early.
    while let Some(first) = rest.chars().next().filter(|_| runs.len() < 6) {
        let end = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        let length = if first.is_ascii_digit() {
            let length = end(|c| c.is_ascii_digit());
            runs.push(Run::Digits(&rest[..length]));
            length
        } else if first.is_ascii_alphabetic() {
            let length = end(|c| c.is_ascii_alphabetic());
            runs.push(Run::Word(&rest[..length]));
            // An abbreviated month may end in a point.
            length + usize::from(rest[length..].starts_with('.'))
        } else {
            let length = end(|c| matches!(c, ' ' | '-' | '/'));
            if length == 0 || rest[..length].bytes().filter(|b| *b != b' ').count() > 1 {
                return None;
            }
            runs.push(Run::Separator);
            length
        };
        rest = &rest[length..];
    }
    Some(runs)
}

/// The mark that separates: `-`, `/`, or a blank if there is neither.
fn mark(text: &str) -> char {
    text.chars().find(|c| matches!(c, '-' | '/')).unwrap_or(' ')
}

/// Four digits as a year between 1000 and 2999.
fn year(text: &str, digits: &str) -> Result<i32, Error> {
    match digits.parse() {
        Ok(year @ 1000..=2999) => Ok(year),
        _ => Err(Error::new(ErrorKind::Period, format!("`{text}`: the year {digits} is not between 1000 and 2999"))
            .remedy("write the year in full: 2010")),
    }
}

/// The part of a year that one or two digits name.
fn part_of(text: &str, frequency: Frequency, year: i32, digits: &str) -> Result<Spelling, Error> {
    let part = digits.parse().ok().filter(|_| digits.len() <= 2).unwrap_or(u32::MAX);
    Period::new(frequency, year, part).map(Spelling::Period).map_err(|_| {
        Error::new(
            ErrorKind::Period,
            format!("`{text}`: a year has {} {frequency} periods; there is no number {digits}", frequency.per_year()),
        )
        .remedy(format!("number them from 1 to {}", frequency.per_year()))
    })
}

/// The frequency a letter stands for: H or S a half-year, Q a quarter, M a month.
fn letter(word: &str) -> Option<Frequency> {
    match word {
        "H" | "h" | "S" | "s" => Some(Frequency::HalfYearly),
        "Q" | "q" => Some(Frequency::Quarterly),
        "M" | "m" => Some(Frequency::Monthly),
        _ => None,
    }
}

/// The month (1 to 12) of an English name, in full or by its first three letters.
fn month(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_ascii_lowercase();
    NAMES
        .iter()
        .position(|name| word == *name || word == name[..3] || (word == "sept" && *name == "september"))
        .map(|index| index as u32 + 1)
}

/// Days in a month of the Gregorian calendar.
pub(crate) fn days_in(month: Period) -> u32 {
    let year = month.year();
    match month.part() {
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The error for a text that is no period, or more than one, with the remedy for what was probably meant.
fn refusal(text: &str, runs: &[Run<'_>]) -> Error {
    use Run::{Digits, Separator, Word};
    let error = |message: String| Error::new(ErrorKind::Period, message);
    let shown = shorten(text);
    match *runs {
        [Digits(a), Separator, Digits(b), Separator, Digits(y)] if y.len() == 4 && a.len() <= 2 && b.len() <= 2 => {
            let over_twelve = |digits: &str| digits.parse().is_ok_and(|number: u8| number > 12);
            error(if over_twelve(a) || over_twelve(b) {
                format!("`{shown}` ends with the year, a form in which other dates can be read two ways")
            } else {
                format!("`{shown}` can be read as day/month and as month/day")
            })
            .remedy("write the year first: 2010-05, or 2010-05-01")
        }
        [Digits(d)] if d.len() == 6 || d.len() == 8 => {
            error(format!("`{shown}` is a number as well as a date")).remedy(format!("write {}-{}", &d[..4], &d[4..6]))
        }
        [Digits(a), Separator, Digits(b)] if a.len() <= 2 && b.len() <= 2 => two_digit_year(&shown),
        [Word(w), Separator, Digits(y)] | [Digits(y), Separator, Word(w)] | [Word(w), Digits(y)]
            if y.len() <= 2 && month(w).is_some() =>
        {
            two_digit_year(&shown)
        }
        _ if text.is_empty() => error("an empty text is not a period".into()).remedy(SPELLINGS),
        _ if text.starts_with(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok() => {
            error(format!("`{shown}` is a number, not a period")).remedy("write 2010 for a year, 2010-05 for a month")
        }
        _ => error(format!("`{shown}` is not a period")).remedy(SPELLINGS),
    }
}

const SPELLINGS: &str = "write 2010, 2010H1, 2010Q2 or 2010-05";

fn two_digit_year(text: &str) -> Error {
    Error::new(ErrorKind::Period, format!("`{text}` has no year of four digits"))
        .remedy("write the year in full: 2010-05")
}

/// A text short enough to be quoted in a message.
pub(crate) fn shorten(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

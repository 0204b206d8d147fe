//! Numbers as they are written: which mark is the decimal one, which separates thousands, and what is no number.

use super::mark::{THOUSANDS, grouped};
use super::options::DecimalMark;
use crate::ErrorKind;

/// Why a cell is not read as a number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fault {
    pub(super) kind: ErrorKind,
    pub(super) what: &'static str,
    pub(super) remedy: String,
}

/// Reads a number; returns it and the thousands separator it has, if any.
pub(super) fn parse(text: &str, decimal: DecimalMark) -> Result<(f64, Option<char>), Fault> {
    // Nearly every cell is plain digits, which the standard library reads as they are.
    if decimal == DecimalMark::Point
        && text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-')
        && let Some(value) = text.parse().ok().filter(|v: &f64| v.is_normal())
    {
        return Ok((value, None));
    }
    let (sign, body) = split_sign(text);
    let (mantissa, exponent) = body.split_once(['e', 'E']).map_or((body, "0"), |(m, e)| (m, e));
    let (whole, decimals) = mantissa.split_once(decimal.char()).unwrap_or((mantissa, ""));
    let separator = whole.chars().find(|c| THOUSANDS.contains(c) || *c == decimal.other().char());
    let digits: String = match separator {
        Some(mark) if grouped(whole, mark) => whole.chars().filter(char::is_ascii_digit).collect(),
        _ => whole.to_owned(),
    };
    let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let well_formed = all_digits(&digits)
        && all_digits(decimals)
        && !(digits.is_empty() && decimals.is_empty())
        && all_digits(split_sign(exponent).1)
        && !split_sign(exponent).1.is_empty();
    if !well_formed {
        return Err(no_number(text, decimal));
    }
    let value: f64 = match format!("{sign}{digits}.{decimals}e{}", exponent.replace('−', "-")).parse() {
        Ok(value) => value,
        Err(_) => return Err(no_number(text, decimal)),
    };
    let is_zero = digits.bytes().chain(decimals.bytes()).all(|b| b == b'0');
    if value.is_infinite() || (value == 0.0 && !is_zero) {
        let what = if value == 0.0 { "is too small for a number" } else { "is too large for a number" };
        return Err(Fault { kind: ErrorKind::NonFinite, what, remedy: "rescale the column".into() });
    }
    Ok((value, separator))
}

/// The sign as `parse` of the standard library knows it, and the rest.
pub(super) fn split_sign(text: &str) -> (&'static str, &str) {
    match text.strip_prefix(['-', '−']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    }
}

/// What is wrong with a text that is no number, as far as it can be seen, and what to write instead.
fn no_number(text: &str, decimal: DecimalMark) -> Fault {
    let fault = |what, remedy: &str| Fault { kind: ErrorKind::Csv, what, remedy: remedy.to_owned() };
    let word = split_sign(text).1.to_ascii_lowercase();
    let has_digit = text.bytes().any(|b| b.is_ascii_digit());
    let other = decimal.other();
    match word.as_str() {
        "inf" | "infinity" | "∞" => {
            Fault { kind: ErrorKind::NonFinite, ..fault("is infinite", "leave the cell blank if the value is missing") }
        }
        "" | "-" | "--" | "–" | "—" => {
            fault("can mean zero or missing", "write 0, leave the cell blank, or add the dash to the words for missing")
        }
        _ if text.starts_with('#') => {
            fault("is an error of a spreadsheet", "mend its formula, or leave the cell blank")
        }
        _ if has_digit && text.contains('%') => {
            fault("has a percent sign", "write the number alone and say percent in the column's name")
        }
        _ if has_digit && text.contains(['$', '€', '£', '¥', '₩', '￥']) => {
            fault("has a currency sign", "write the number alone and say the currency in the column's name")
        }
        _ if has_digit && text.starts_with('(') => {
            fault("is in parentheses", "write a negative number with a minus sign")
        }
        _ if has_digit && (text.contains('_') || word.starts_with("0x")) => {
            fault("is not a number in plain digits", "write it in plain digits")
        }
        _ if has_digit && text.chars().all(|c| c.is_ascii_digit() || "+-−.,' ".contains(c)) => Fault {
            kind: ErrorKind::Csv,
            what: match decimal {
                DecimalMark::Point => "is not a number with a decimal point",
                DecimalMark::Comma => "is not a number with a decimal comma",
            },
            remedy: format!(
                "write it in plain digits; if `{}` is the decimal mark, say so with `--decimal`",
                other.char()
            ),
        },
        _ => fault(
            "is not a number",
            "choose the columns to read with `--columns`, or leave the cell blank if the value is missing",
        ),
    }
}

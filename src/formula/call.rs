//! Functions and their arguments.

use std::ops::RangeInclusive;

use super::arithmetic::{arithmetic, single};
use super::cursor::Cursor;
use super::expr::{Change, Direction, Expr, Kind};
use super::snippet::Span;
use crate::design::season::{season_name, seasons};
use crate::{Error, ErrorKind, Frequency, Indicator, Period};

pub(super) const FUNCTIONS: [&str; 12] =
    ["log", "diff", "dlog", "growth", "lag", "lead", "I", "post", "between", "pulse", "trend", "season"];

/// Whether the name just taken is that of a function: a bare word before a parenthesis.
pub(super) fn is_call(cursor: &mut Cursor<'_>, name: &Span) -> bool {
    cursor.peek() == Some('(') && !cursor.is_quoted(name)
}

/// The call of the function of this name, the cursor being at its opening parenthesis.
pub(super) fn call(cursor: &mut Cursor<'_>, name: &str, at: &Span) -> Result<Expr, Error> {
    cursor.descend()?;
    let opening = cursor.start();
    cursor.eat('(');
    let kind = match name {
        "I" => {
            let of = argument(cursor, name)?;
            single(cursor, &of)?;
            Kind::Identity(Box::new(of))
        }
        "log" => Kind::Log(Box::new(argument(cursor, name)?)),
        "diff" => change(cursor, Change::Diff)?,
        "dlog" => change(cursor, Change::Dlog)?,
        "growth" => change(cursor, Change::Growth)?,
        "lag" => shift(cursor, Direction::Lag)?,
        "lead" => shift(cursor, Direction::Lead)?,
        "post" => Kind::Indicator(Indicator::Post(period(cursor, name)?)),
        "pulse" => Kind::Indicator(Indicator::Pulse(period(cursor, name)?)),
        "between" => {
            let from = period(cursor, name)?;
            if !cursor.eat(',') {
                return Err(cursor.expected("`,` and the last period").remedy("write between(2008-09, 2009-06)"));
            }
            Kind::Indicator(Indicator::Between(from, period(cursor, name)?))
        }
        "trend" => Kind::Trend,
        "season" => season(cursor)?,
        _ => {
            let error = Error::unknown_name("function", name, FUNCTIONS);
            return Err(cursor.locate(error, at));
        }
    };
    cursor.close(opening)?;
    cursor.ascend();
    Ok(Expr { kind, span: cursor.since(at.start) })
}

fn argument(cursor: &mut Cursor<'_>, function: &str) -> Result<Expr, Error> {
    if cursor.peek() == Some(')') {
        return Err(cursor.expected(&format!("what `{function}` is to be taken of")));
    }
    let of = arithmetic(cursor)?;
    if of.holds_seasons() {
        return Err(cursor
            .error(ErrorKind::Formula, &of.span, "`season()` is a set of dummies")
            .remedy("let it stand as a term of its own, outside other functions"));
    }
    Ok(of)
}

fn change(cursor: &mut Cursor<'_>, change: Change) -> Result<Kind, Error> {
    let of = argument(cursor, change.name())?;
    if !cursor.eat(',') {
        return Ok(Kind::Change(change, Box::new(of), 1));
    }
    let (periods, span) = step(cursor, "a number of periods")?;
    if periods == 0 {
        return Err(cursor
            .error(ErrorKind::Argument, &span, "a change over 0 periods is always 0")
            .remedy("write a number of 1 or more"));
    }
    Ok(Kind::Change(change, Box::new(of), periods))
}

fn shift(cursor: &mut Cursor<'_>, direction: Direction) -> Result<Kind, Error> {
    let of = argument(cursor, direction.name())?;
    let steps = if cursor.eat(',') { steps(cursor, direction, &of)? } else { 1..=1 };
    Ok(Kind::Shift(direction, Box::new(of), steps))
}

/// `2` or `1:4`.
fn steps(cursor: &mut Cursor<'_>, direction: Direction, of: &Expr) -> Result<RangeInclusive<usize>, Error> {
    let (name, start) = (direction.name(), cursor.start());
    if cursor.eat('-') {
        let (distance, _) = step(cursor, "a number of periods")?;
        let other = if direction == Direction::Lag { Direction::Lead } else { Direction::Lag };
        let span = cursor.since(start);
        return Err(cursor
            .error(ErrorKind::Argument, &span, format!("a {name} of -{distance} is a {} of {distance}", other.name()))
            .remedy(format!("write {}({of}, {distance})", other.name())));
    }
    let (first, span) = step(cursor, "a number of periods, like 2 or 1:4,")?;
    if first == 0 {
        return Err(cursor
            .error(ErrorKind::Argument, &span, format!("a {name} of 0 is the column itself"))
            .remedy(format!("write {of} as a term of its own, and let the {name}s begin with 1")));
    }
    if !cursor.eat(':') {
        return Ok(first..=first);
    }
    let (last, _) = step(cursor, &format!("the last {name}"))?;
    if last < first {
        let span = cursor.since(start);
        return Err(cursor
            .error(ErrorKind::Argument, &span, format!("{first}:{last} runs backwards"))
            .remedy(format!("write {last}:{first}")));
    }
    Ok(first..=last)
}

/// A whole number without sign.
fn step(cursor: &mut Cursor<'_>, wanted: &str) -> Result<(usize, Span), Error> {
    let Some((digits, span)) = cursor.number() else {
        return Err(cursor.expected(wanted));
    };
    match digits.parse() {
        Ok(step) => Ok((step, span)),
        Err(_) if digits.bytes().all(|b| b.is_ascii_digit()) => {
            Err(cursor.error(ErrorKind::Argument, &span, format!("{digits} periods are more than any data have")))
        }
        Err(_) => Err(cursor.error(ErrorKind::Argument, &span, format!("{digits} is not a whole number of periods"))),
    }
}

fn period(cursor: &mut Cursor<'_>, function: &str) -> Result<Period, Error> {
    let (text, span) = cursor.argument();
    if text.is_empty() {
        return Err(cursor.expected("a period").remedy(format!("name the date, as in {function}(2010-06)")));
    }
    text.parse().map_err(|error| cursor.locate(error, &span))
}

/// `season()`, or one season by the name of its dummy: `season(Q2)`.
fn season(cursor: &mut Cursor<'_>) -> Result<Kind, Error> {
    let (text, span) = cursor.argument();
    if text.is_empty() {
        return Ok(Kind::Seasons);
    }
    for frequency in [Frequency::HalfYearly, Frequency::Quarterly, Frequency::Monthly] {
        let wanted = format!("season({text})");
        if let Some(season) = seasons(frequency, false)?.find(|season| season_name(frequency, *season) == wanted) {
            return Ok(Kind::Season(frequency, season));
        }
    }
    Err(cursor
        .error(ErrorKind::Name, &span, format!("there is no season `{text}`"))
        .remedy("write H1 or H2, Q1 to Q4, or Jan to Dec; nothing between the parentheses for all"))
}

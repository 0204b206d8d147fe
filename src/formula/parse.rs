//! The formula's own grammar: `response ~ terms`.

use super::Formula;
use super::arithmetic::{arithmetic, single};
use super::call::{call, is_call};
use super::cursor::Cursor;
use super::expr::{Expr, Kind};
use super::terms::{MAX_FACTORS, Term, Terms};
use crate::{Error, ErrorKind};

/// How many columns the terms of a formula may stand for.
const MAX_COLUMNS: usize = 1000;

pub(super) fn formula(text: &str) -> Result<Formula, Error> {
    let cursor = &mut Cursor::new(text);
    let response = response(cursor)?;
    if cursor.peek().is_none() {
        let end = cursor.here();
        return Err(cursor
            .error(ErrorKind::Formula, &end, "there is no regressor after `~`")
            .remedy("write `~ 1` for a mean alone"));
    }
    let start = cursor.start();
    let terms = sum(cursor)?;
    match cursor.peek() {
        None => {}
        Some('~') => {
            let here = cursor.here();
            return Err(cursor
                .error(ErrorKind::Formula, &here, "there is a second `~`")
                .remedy("a formula has one response and one list of terms"));
        }
        Some(')') => {
            let here = cursor.here();
            return Err(cursor.error(ErrorKind::Formula, &here, "this parenthesis was never opened"));
        }
        Some('^' | '/') => {
            return Err(cursor.expected("an operator between terms").remedy("put arithmetic inside I(), like I(x^2)"));
        }
        Some(_) => return Err(cursor.expected("`+`, `-`, `*` or `:`").remedy("put odd names between backquotes")),
    }
    let span = cursor.since(start);
    let intercept = terms.intercept.unwrap_or(true);
    if !intercept && terms.list.is_empty() {
        return Err(cursor
            .error(ErrorKind::Formula, &span, "no regressor is left")
            .remedy("write `~ 1` for a mean alone"));
    }
    let mut columns = 0_usize;
    for term in &terms.list {
        columns = columns.saturating_add(term.width());
        if columns > MAX_COLUMNS {
            return Err(cursor
                .error(ErrorKind::Argument, &term.span(), format!("the terms up to here are {columns} columns"))
                .remedy(format!("use shorter ranges of lags; {MAX_COLUMNS} columns are the most")));
        }
        if matches!(term.factors.as_slice(), [factor] if *factor == response) {
            return Err(cursor
                .error(ErrorKind::Formula, &term.span(), format!("the response `{response}` explains itself"))
                .remedy("leave it out on the right of `~`, or take a lag"));
        }
    }
    Ok(Formula { text: text.to_owned(), response, intercept, terms: terms.list })
}

/// One series alone: the response of a formula without regressors.
pub(super) fn expression(text: &str) -> Result<Formula, Error> {
    let cursor = &mut Cursor::new(text);
    if cursor.peek().is_none() {
        return Err(Error::new(ErrorKind::Formula, "no series is named").remedy("write a column, or one like `log(x)`"));
    }
    let response = arithmetic(cursor)?;
    if cursor.peek().is_some() {
        return Err(cursor
            .expected("the end of the series")
            .remedy("name one column, or a transform such as `log(x)`"));
    }
    single(cursor, &response)?;
    Ok(Formula { text: text.to_owned(), response, intercept: true, terms: Vec::new() })
}

fn response(cursor: &mut Cursor<'_>) -> Result<Expr, Error> {
    if cursor.peek().is_none() {
        return Err(Error::new(ErrorKind::Formula, "the formula is empty").remedy("write one like `y ~ x`"));
    }
    if cursor.peek() == Some('~') {
        let here = cursor.here();
        return Err(cursor
            .error(ErrorKind::Formula, &here, "there is no response before `~`")
            .remedy("write one like `y ~ x`"));
    }
    let response = arithmetic(cursor)?;
    if !cursor.eat('~') {
        return Err(cursor.expected("`~`").remedy("a formula reads `response ~ terms`"));
    }
    single(cursor, &response)?;
    Ok(response)
}

fn sum(cursor: &mut Cursor<'_>) -> Result<Terms, Error> {
    cursor.descend()?;
    let start = cursor.start();
    let mut terms = Terms::default();
    let mut minus = match (cursor.eat('-'), cursor.eat('+')) {
        (true, true) => return Err(cursor.expected("a term")),
        (minus, _) => minus,
    };
    loop {
        let operand = crossing(cursor)?;
        let span = cursor.since(start);
        if minus {
            terms.remove(&operand, cursor, &span)?;
        } else {
            terms.add(operand, cursor, &span)?;
        }
        minus = match cursor.peek() {
            Some('+') => false,
            Some('-') => true,
            _ => break,
        };
        cursor.eat(if minus { '-' } else { '+' });
    }
    cursor.ascend();
    Ok(terms)
}

/// `a * b`: terms and their interactions.
fn crossing(cursor: &mut Cursor<'_>) -> Result<Terms, Error> {
    products(cursor, '*', interaction)
}

/// `a:b`: interactions alone.
fn interaction(cursor: &mut Cursor<'_>) -> Result<Terms, Error> {
    products(cursor, ':', factor)
}

fn products(
    cursor: &mut Cursor<'_>,
    operator: char,
    operand: fn(&mut Cursor<'_>) -> Result<Terms, Error>,
) -> Result<Terms, Error> {
    let start = cursor.start();
    let mut terms = operand(cursor)?;
    let mut operands = 1;
    while cursor.eat(operator) {
        let other = operand(cursor)?;
        let span = cursor.since(start);
        operands += 1;
        if operands > MAX_FACTORS {
            let message = format!("more than {MAX_FACTORS} operands of `{operator}`");
            return Err(cursor.error(ErrorKind::Formula, &span, message).remedy("use fewer interactions"));
        }
        terms = terms.times(&other, operator == '*', cursor, &span)?;
    }
    Ok(terms)
}

fn factor(cursor: &mut Cursor<'_>) -> Result<Terms, Error> {
    let start = cursor.start();
    if cursor.eat('(') {
        let inside = sum(cursor)?;
        cursor.close(start)?;
        return Ok(inside);
    }
    if let Some((digits, span)) = cursor.number() {
        return match digits {
            "0" => Ok(Terms::constant(false)),
            "1" => Ok(Terms::constant(true)),
            _ => Err(cursor
                .error(ErrorKind::Formula, &span, format!("the number {digits} is not a regressor"))
                .remedy("write 1 or 0 for with or without intercept, and arithmetic inside I(), like I(2 * x)")),
        };
    }
    match cursor.name()? {
        Some((name, span)) if is_call(cursor, &span) => Ok(Terms::one(Term::new(call(cursor, &name, &span)?))),
        Some((name, span)) => Ok(Terms::one(Term::new(Expr { kind: Kind::Column(name), span }))),
        None => Err(cursor.expected("a term")),
    }
}

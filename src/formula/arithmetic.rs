//! Arithmetic: what stands inside `I(…)`, inside a function's argument, and on the left of `~`.

use super::call::{call, is_call};
use super::cursor::Cursor;
use super::expr::{Expr, Kind, Operator};
use crate::{Error, ErrorKind};

/// A sum of products.
pub(super) fn arithmetic(cursor: &mut Cursor<'_>) -> Result<Expr, Error> {
    cursor.descend()?;
    let sum = chain(cursor, &[('+', Operator::Plus), ('-', Operator::Minus)], product);
    cursor.ascend();
    sum
}

fn product(cursor: &mut Cursor<'_>) -> Result<Expr, Error> {
    chain(cursor, &[('*', Operator::Times), ('/', Operator::Over)], signed)
}

/// Operands between operators of one rank.
fn chain(
    cursor: &mut Cursor<'_>,
    operators: &[(char, Operator)],
    operand: fn(&mut Cursor<'_>) -> Result<Expr, Error>,
) -> Result<Expr, Error> {
    let start = cursor.start();
    let first = operand(cursor)?;
    let mut rest = Vec::new();
    while let Some((_, operator)) = operators.iter().find(|(symbol, _)| cursor.eat(*symbol)) {
        rest.push((*operator, operand(cursor)?));
    }
    if rest.is_empty() {
        return Ok(first);
    }
    for part in std::iter::once(&first).chain(rest.iter().map(|(_, part)| part)) {
        single(cursor, part)?;
    }
    Ok(Expr { kind: Kind::Chain(Box::new(first), rest), span: cursor.since(start) })
}

/// A power with any number of signs before it; as in R, `-x^2` is `-(x^2)`.
fn signed(cursor: &mut Cursor<'_>) -> Result<Expr, Error> {
    let start = cursor.start();
    let mut negative = false;
    loop {
        if cursor.eat('-') {
            negative = !negative;
        } else if !cursor.eat('+') {
            break;
        }
    }
    let of = power(cursor)?;
    if !negative {
        return Ok(of);
    }
    single(cursor, &of)?;
    Ok(Expr { kind: Kind::Negative(Box::new(of)), span: cursor.since(start) })
}

/// `x^y`, grouped from the right.
fn power(cursor: &mut Cursor<'_>) -> Result<Expr, Error> {
    let start = cursor.start();
    let base = primary(cursor)?;
    if !cursor.eat('^') {
        return Ok(base);
    }
    cursor.descend()?;
    let exponent = signed(cursor)?;
    cursor.ascend();
    single(cursor, &base)?;
    single(cursor, &exponent)?;
    Ok(Expr { kind: Kind::Power(Box::new(base), Box::new(exponent)), span: cursor.since(start) })
}

fn primary(cursor: &mut Cursor<'_>) -> Result<Expr, Error> {
    let start = cursor.start();
    if cursor.eat('(') {
        let inside = arithmetic(cursor)?;
        cursor.close(start)?;
        return Ok(inside);
    }
    if let Some((digits, span)) = cursor.number() {
        let value = digits.parse::<f64>().ok().filter(|value| value.is_finite());
        return match value {
            Some(value) => Ok(Expr { kind: Kind::Number(value), span }),
            None => Err(cursor.error(ErrorKind::NonFinite, &span, format!("{digits} is too large a number"))),
        };
    }
    match cursor.name()? {
        Some((name, span)) if is_call(cursor, &span) => call(cursor, &name, &span),
        Some((name, span)) => Ok(Expr { kind: Kind::Column(name), span }),
        None => Err(cursor.expected("a column, a number or a function")),
    }
}

/// Refuses what stands for several columns where one is needed.
pub(super) fn single(cursor: &Cursor<'_>, expr: &Expr) -> Result<(), Error> {
    match expr.width() {
        1 => Ok(()),
        _ => Err(cursor
            .error(ErrorKind::Formula, &expr.span, format!("`{expr}` is several columns where one is needed"))
            .remedy("write one term for each")),
    }
}

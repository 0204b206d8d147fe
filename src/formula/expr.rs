//! What a formula is made of: expressions that stand for columns.

use std::fmt;
use std::ops::RangeInclusive;

use super::snippet::Span;
use crate::design::season::season_name;
use crate::{Frequency, Indicator};

/// An expression and where it stands in the formula. Two are equal if they mean the same, wherever they stand.
#[derive(Debug, Clone)]
pub(super) struct Expr {
    pub(super) kind: Kind,
    pub(super) span: Span,
}

impl PartialEq for Expr {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    Column(String),
    Number(f64),
    /// `I(…)`: arithmetic, read as such.
    Identity(Box<Expr>),
    Log(Box<Expr>),
    /// A change over so many periods.
    Change(Change, Box<Expr>, usize),
    /// One column for each step of the range.
    Shift(Direction, Box<Expr>, RangeInclusive<usize>),
    Negative(Box<Expr>),
    /// Operators of one rank, applied from left to right; at least one.
    Chain(Box<Expr>, Vec<(Operator, Expr)>),
    Power(Box<Expr>, Box<Expr>),
    Indicator(Indicator),
    Trend,
    /// A dummy for every season.
    Seasons,
    /// The dummy of one season.
    Season(Frequency, usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    Diff,
    Dlog,
    Growth,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Lag,
    Lead,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Plus,
    Minus,
    Times,
    Over,
}

impl Operator {
    fn is_product(self) -> bool {
        matches!(self, Self::Times | Self::Over)
    }
}

impl Expr {
    /// The expressions directly inside.
    pub(super) fn parts(&self) -> Vec<&Self> {
        match &self.kind {
            Kind::Identity(of)
            | Kind::Log(of)
            | Kind::Negative(of)
            | Kind::Change(_, of, _)
            | Kind::Shift(_, of, _) => {
                vec![of]
            }
            Kind::Chain(first, rest) => std::iter::once(&**first).chain(rest.iter().map(|(_, e)| e)).collect(),
            Kind::Power(base, exponent) => vec![base, exponent],
            _ => Vec::new(),
        }
    }

    /// The names of the table's columns in it.
    pub(super) fn names(&self) -> Vec<&str> {
        match &self.kind {
            Kind::Column(name) => vec![name],
            _ => self.parts().into_iter().flat_map(Self::names).collect(),
        }
    }

    /// The number of columns it stands for, a set of seasonal dummies counted as a year of months.
    pub(super) fn width(&self) -> usize {
        let own = match &self.kind {
            Kind::Shift(_, _, steps) => (steps.end() - steps.start()).saturating_add(1),
            Kind::Seasons => Frequency::Monthly.per_year(),
            _ => 1,
        };
        self.parts().iter().fold(own, |width, part| width.saturating_mul(part.width()))
    }

    /// Whether it looks at other periods than its own row's.
    pub(super) fn is_dynamic(&self) -> bool {
        matches!(self.kind, Kind::Shift(..) | Kind::Change(..)) || self.parts().iter().any(|part| part.is_dynamic())
    }

    /// Whether a whole set of seasonal dummies stands in it.
    pub(super) fn holds_seasons(&self) -> bool {
        self.kind == Kind::Seasons || self.parts().iter().any(|part| part.holds_seasons())
    }

    /// The expressions of one column each that it stands for.
    pub(super) fn expanded(&self) -> Vec<Self> {
        let again = |kind| Self { kind, span: self.span.clone() };
        let each = |of: &Self, wrap: &dyn Fn(Box<Self>) -> Kind| {
            of.expanded().into_iter().map(|of| again(wrap(Box::new(of)))).collect::<Vec<Self>>()
        };
        match &self.kind {
            Kind::Log(of) => each(of, &Kind::Log),
            Kind::Change(change, of, periods) => each(of, &|of| Kind::Change(*change, of, *periods)),
            Kind::Shift(direction, of, steps) => {
                steps.clone().flat_map(|step| each(of, &|of| Kind::Shift(*direction, of, step..=step))).collect()
            }
            // The parser lets no range stand inside arithmetic.
            _ => vec![self.clone()],
        }
    }

    /// How tightly it binds: sums least, names and calls most.
    fn rank(&self) -> u8 {
        match &self.kind {
            Kind::Chain(_, rest) => 1 + u8::from(rest.iter().any(|(operator, _)| operator.is_product())),
            Kind::Negative(_) => 3,
            Kind::Power(..) => 4,
            _ => 5,
        }
    }

    /// Writes it, in parentheses if it binds less tightly than its place needs.
    fn write(&self, f: &mut fmt::Formatter<'_>, needed: u8) -> fmt::Result {
        if self.rank() < needed { write!(f, "({self})") } else { write!(f, "{self}") }
    }
}

/// The canonical text, spaced as R spaces it.
impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Kind::Column(name) => write_name(f, name),
            Kind::Number(value) => write!(f, "{value}"),
            Kind::Identity(of) => write!(f, "I({of})"),
            Kind::Log(of) => write!(f, "log({of})"),
            Kind::Change(change, of, 1) => write!(f, "{}({of})", change.name()),
            Kind::Change(change, of, periods) => write!(f, "{}({of}, {periods})", change.name()),
            Kind::Shift(direction, of, steps) => {
                write!(f, "{}({of}, {}", direction.name(), steps.start())?;
                if steps.start() < steps.end() {
                    write!(f, ":{}", steps.end())?;
                }
                f.write_str(")")
            }
            Kind::Negative(of) => {
                f.write_str("-")?;
                of.write(f, 4)
            }
            Kind::Chain(first, rest) => {
                let needed = self.rank() + 1;
                first.write(f, needed)?;
                for (operator, part) in rest {
                    f.write_str(operator.text())?;
                    part.write(f, needed)?;
                }
                Ok(())
            }
            Kind::Power(base, exponent) => {
                base.write(f, 5)?;
                f.write_str("^")?;
                exponent.write(f, 3)
            }
            Kind::Indicator(indicator) => write!(f, "{indicator}"),
            Kind::Trend => f.write_str("trend()"),
            Kind::Seasons => f.write_str("season()"),
            Kind::Season(frequency, season) => f.write_str(&season_name(*frequency, *season)),
        }
    }
}

impl Change {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Diff => "diff",
            Self::Dlog => "dlog",
            Self::Growth => "growth",
        }
    }
}

impl Direction {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Lag => "lag",
            Self::Lead => "lead",
        }
    }
}

impl Operator {
    const fn text(self) -> &'static str {
        match self {
            Self::Plus => " + ",
            Self::Minus => " - ",
            Self::Times => " * ",
            Self::Over => "/",
        }
    }
}

/// Whether a character may begin a name that is written without backquotes.
pub(super) fn begins_name(c: char) -> bool {
    c.is_alphabetic() || c == '_' || c == '.'
}

/// Whether a character may stand inside such a name; accents written as separate characters are part of it.
pub(super) fn continues_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '\u{300}'..='\u{36F}')
}

fn write_name(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    let mut chars = name.chars();
    if chars.next().is_some_and(begins_name) && chars.all(continues_name) {
        return f.write_str(name);
    }
    write!(f, "`{}`", name.replace('\\', "\\\\").replace('`', "\\`"))
}

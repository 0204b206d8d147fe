//! What each item contributed to the growth of a total known in value only.

use serde::Serialize;

use super::basket::{check_names, check_number, check_totals};
use crate::table::NumberFormat;
use crate::{Error, ErrorKind, Note};

/// The value of one item in two periods.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemValue {
    /// The item.
    pub name: String,
    /// Its value in the first period.
    pub value0: f64,
    /// Its value in the second period.
    pub value1: f64,
}

/// One row of a table of contributions.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contribution {
    /// The item, "all other items" or "total".
    pub name: String,
    /// Value in the first period.
    pub value0: f64,
    /// Value in the second period.
    pub value1: f64,
    /// The change in value.
    pub change: f64,
    /// Own growth in per cent; `None` from nothing.
    pub growth_percent: Option<f64>,
    /// 100 · change / total of the first period: percentage points of the total's growth.
    pub contribution_points: f64,
    /// Share of the total in the first period, per cent.
    pub share0_percent: f64,
    /// Share of the total in the second period, per cent.
    pub share1_percent: f64,
}

/// Contributions of items to the growth of their total, in percentage points; rows add up to the total's growth.
///
/// ```
/// use yalu::decomposition::{Contributions, ItemValue};
/// let coal = ItemValue { name: "coal".into(), value0: 40.0, value1: 30.0 };
/// let found = Contributions::to_total(&[coal], 100.0, 110.0)?;
/// assert_eq!(found.items[0].contribution_points, -10.0);
/// assert_eq!(found.other.as_ref().map(|row| row.contribution_points), Some(20.0));
/// assert_eq!(found.total.growth_percent, Some(10.0));
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contributions {
    /// The listed items, in the order given.
    pub items: Vec<Contribution>,
    /// The total less the listed items; `None` if the items are the total.
    pub other: Option<Contribution>,
    /// The total.
    pub total: Contribution,
    /// What a reader must know.
    pub notes: Vec<Note>,
}

impl Contributions {
    /// Items that make up their total.
    ///
    /// # Errors
    /// If there is none, a name is doubled, a value is negative, NaN or infinite, or a total is zero.
    pub fn of(items: &[ItemValue]) -> Result<Self, Error> {
        check_items(items)?;
        let sum = |value: fn(&ItemValue) -> f64| items.iter().map(value).sum();
        let (total0, total1) = (sum(|item| item.value0), sum(|item| item.value1));
        check_totals(total0, total1)?;
        Ok(Self::tabulate(items, total0, total1, None, Vec::new()))
    }

    /// Items listed out of a total, the rest being "all other items".
    ///
    /// The rest may come out negative, if the printed items exceed the printed total: the number is shown with a note.
    ///
    /// # Errors
    /// As [`Contributions::of`], or if an item bears the name of the rest.
    pub fn to_total(items: &[ItemValue], total0: f64, total1: f64) -> Result<Self, Error> {
        check_items(items)?;
        check_number("total", "value in the first period", total0)?;
        check_number("total", "value in the second period", total1)?;
        check_totals(total0, total1)?;
        if items.iter().any(|item| item.name == OTHER) {
            return Err(Error::new(ErrorKind::Name, format!("an item is named `{OTHER}`, which names the rest"))
                .remedy("leave that item out: the rest is computed from the total"));
        }
        let rest = |total: f64, value: fn(&ItemValue) -> f64| total - items.iter().map(value).sum::<f64>();
        let (other0, other1) = (rest(total0, |item| item.value0), rest(total1, |item| item.value1));
        let mut notes = Vec::new();
        for (other, total, when) in [(other0, total0, "first"), (other1, total1, "second")] {
            if other < -1e-9 * total {
                let excess = NumberFormat::Significant(6).format(-other);
                notes.push(Note::new(format!("the items listed exceed the total of the {when} period by {excess}")));
            }
        }
        let other = ItemValue { name: OTHER.to_owned(), value0: other0, value1: other1 };
        Ok(Self::tabulate(items, total0, total1, Some(&other), notes))
    }

    /// All rows in the order of a table: items, all other items, total.
    pub fn rows(&self) -> impl Iterator<Item = &Contribution> {
        self.items.iter().chain(&self.other).chain(std::iter::once(&self.total))
    }

    fn tabulate(items: &[ItemValue], total0: f64, total1: f64, other: Option<&ItemValue>, notes: Vec<Note>) -> Self {
        let row = |item: &ItemValue| {
            let change = item.value1 - item.value0;
            Contribution {
                name: item.name.clone(),
                value0: item.value0,
                value1: item.value1,
                change,
                growth_percent: (item.value0 > 0.0).then(|| 100.0 * change / item.value0),
                contribution_points: 100.0 * change / total0,
                share0_percent: 100.0 * item.value0 / total0,
                share1_percent: 100.0 * item.value1 / total1,
            }
        };
        Self {
            items: items.iter().map(row).collect(),
            other: other.map(row),
            total: row(&ItemValue { name: "total".to_owned(), value0: total0, value1: total1 }),
            notes,
        }
    }
}

const OTHER: &str = "all other items";

fn check_items(items: &[ItemValue]) -> Result<(), Error> {
    check_names("item", items.iter().map(|item| item.name.as_str()))?;
    for item in items {
        check_number(&item.name, "value in the first period", item.value0)?;
        check_number(&item.name, "value in the second period", item.value1)?;
    }
    Ok(())
}

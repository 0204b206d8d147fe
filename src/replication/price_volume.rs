//! Price and volume of the two minerals, and what each item contributed to the growth of exports and imports.
//!
//! The paper gives prices and volumes of anthracite for 2013 and 2014, and values and volumes of iron ore; 2012 comes
//! from outside figures. Tables 5 and 6 print values only, so for their items there are contributions and no split.

use super::evidence::{EXPORT_ITEMS, Evidence, IMPORT_ITEMS};
use crate::decomposition::{
    Basket, BoundedGood, BoundedTrade, Bounds, Contributions, EffectBounds, Good, GoodInValues, Interval, ItemValue,
    Method, ValueChange, ZeroRule, comparison_table,
};
use crate::table::Table;
use crate::{Error, ErrorKind, Frame, Period, datasets};

/// A change in value of one mineral between two years, by every method.
#[derive(Debug, Clone, PartialEq)]
pub struct MineralChange {
    /// The file stem: `price_volume_anthracite_2013_2014`.
    pub id: String,
    /// What changed, in words.
    pub title: String,
    /// Where prices and volumes come from.
    pub source: &'static str,
    /// By every method, in the order of [`Method::ALL`].
    pub by_method: Vec<ValueChange>,
}

/// All decompositions of the replication.
#[derive(Debug, Clone, PartialEq)]
pub struct PriceVolumeEvidence {
    /// Anthracite 2012→13 and 2013→14, iron ore 2013→14.
    pub changes: Vec<MineralChange>,
    /// Iron ore 2014→15, where the paper gives a bound of the volume and no yearly price: bounds of the effects.
    pub iron_ore_bounds: EffectBounds,
    /// Contributions of the items of Table 5 to the growth of exports, then of Table 6 to that of imports, by year.
    pub contributions: Vec<(Table, Contributions)>,
}

/// The caveat that every split of trade statistics needs.
const UNIT_VALUES: &str =
    "Prices are unit values: value over tonnes. They move with the mix of grades as well as with prices.";

impl PriceVolumeEvidence {
    /// Computes every decomposition from the paper's figures and the bundled outside ones.
    pub fn compute(evidence: &Evidence) -> Result<Self, Error> {
        let coal = datasets::get("anthracite_annual")?.frame()?;
        let ore = datasets::get("iron_ore_annual")?.frame()?;
        let coal_2013 = by_value("anthracite", 2012, 2013, |year| {
            Ok((at(&coal, "anthracite_revenue", year)?, million_tonnes(&coal, "volume", year)?))
        })?;
        let coal_2014 = by_price("anthracite", 2013, 2014, |year| {
            Ok((at(&coal, "paper_unit_price", year)?, million_tonnes(&coal, "paper_volume", year)?))
        })?;
        let ore_2014 = by_value("iron ore", 2013, 2014, |year| {
            Ok((at(&ore, "revenue", year)?, million_tonnes(&ore, "volume", year)?))
        })?;
        Ok(Self {
            changes: vec![
                change(
                    "anthracite",
                    2012,
                    2013,
                    "revenue and volume by the Korea International Trade Association",
                    &coal_2013,
                )?,
                change("anthracite", 2013, 2014, "unit price and volume as the paper prints them", &coal_2014)?,
                change("iron_ore", 2013, 2014, "revenue and volume as the paper prints them", &ore_2014)?,
            ],
            iron_ore_bounds: iron_ore_2015(&ore)?,
            contributions: vec![
                contributions(evidence, 5, "exports", 2013)?,
                contributions(evidence, 5, "exports", 2014)?,
                contributions(evidence, 6, "imports", 2013)?,
                contributions(evidence, 6, "imports", 2014)?,
            ],
        })
    }

    /// Every table, each with its file stem.
    pub fn tables(&self) -> Vec<Table> {
        let mut tables: Vec<Table> = self.changes.iter().map(MineralChange::table).collect();
        tables.push(
            self.iron_ore_bounds
                .table()
                .identified("price_volume_iron_ore_2014_2015")
                .titled("Iron ore 2014 to 2015, USD million: bounds, since the paper prints less than 1,500 thousand tonnes and no yearly price")
                .note("Prices in USD per tonne, quantities in million tonnes.")
                .note("Assumed: the year's unit value lies between December 2014's $54.42 and the \"around $45\" of the end of 2015; without an upper bound of the price the effects have none.")
                .note("The paper's \"around $45\" is a price at the end of the year; the year's revenue and the bound on its volume imply a yearly unit value above 48.5.")
                .note(UNIT_VALUES),
        );
        tables.extend(self.contributions.iter().map(|(table, _)| table.clone()));
        tables
    }

    /// A change by its file stem.
    pub fn change(&self, id: &str) -> Option<&MineralChange> {
        self.changes.iter().find(|change| change.id == id)
    }
}

impl MineralChange {
    /// The effects by one method.
    pub fn by(&self, method: Method) -> Option<&ValueChange> {
        self.by_method.iter().find(|change| change.method == method)
    }

    /// One row per method.
    pub fn table(&self) -> Table {
        comparison_table(&self.by_method)
            .identified(self.id.clone())
            .titled(format!("{}, USD million", self.title))
            .note(format!("Source: {}.", self.source))
            .note("Both weightings that have an interaction show it; Bennet halves it between price and volume; LMDI leaves none.")
            .note(UNIT_VALUES)
    }
}

fn change(mineral: &str, from: i32, to: i32, source: &'static str, basket: &Basket) -> Result<MineralChange, Error> {
    Ok(MineralChange {
        id: format!("price_volume_{mineral}_{from}_{to}"),
        title: format!("Change in the value of {} exports, {from} to {to}", mineral.replace('_', " ")),
        source,
        by_method: basket.by_every_method(ZeroRule::Refuse)?,
    })
}

/// A basket of one good from its prices and quantities.
fn by_price(name: &str, from: i32, to: i32, at: impl Fn(i32) -> Result<(f64, f64), Error>) -> Result<Basket, Error> {
    let ((price0, quantity0), (price1, quantity1)) = (at(from)?, at(to)?);
    Basket::new(vec![Good { name: name.to_owned(), price0, quantity0, price1, quantity1 }])
}

/// A basket of one good from its values and quantities.
fn by_value(name: &str, from: i32, to: i32, at: impl Fn(i32) -> Result<(f64, f64), Error>) -> Result<Basket, Error> {
    let ((value0, quantity0), (value1, quantity1)) = (at(from)?, at(to)?);
    Basket::new(vec![GoodInValues { name: name.to_owned(), value0, quantity0, value1, quantity1 }.at_unit_values()?])
}

/// Iron ore 2014→15: both revenues are printed, the earlier volume too, of the later one only a bound. Without a price
/// for the year the effects would be unbounded, so the year's unit value is taken to lie between the prices the paper
/// gives for the Decembers at its two ends; an assumption, and named as one.
fn iron_ore_2015(ore: &Frame) -> Result<EffectBounds, Error> {
    let december_2014 = at(ore, "unit_price_december", 2014)?;
    let december_2015 = at(ore, "unit_price_end_of_year_around", 2015)?;
    let before = BoundedTrade::default()
        .value(Interval::exact(at(ore, "revenue", 2014)?)?)
        .quantity(Interval::exact(million_tonnes(ore, "volume", 2014)?)?);
    let after = BoundedTrade::default()
        .value(Interval::exact(at(ore, "revenue", 2015)?)?)
        .quantity(Interval::at_most(million_tonnes(ore, "volume_below", 2015)?)?)
        .price(Interval::between(december_2015, december_2014)?);
    Bounds::by(Method::Bennet).run(&[BoundedGood { name: "iron ore".to_owned(), before, after }])
}

/// What the items of a table contributed to the growth of its total in the year after `from`.
fn contributions(evidence: &Evidence, table: u8, flow: &str, from: i32) -> Result<(Table, Contributions), Error> {
    let rows: &[(&'static str, &str)] = if table == 5 { &EXPORT_ITEMS } else { &IMPORT_ITEMS };
    let cell = |row, year| -> Result<f64, Error> {
        Ok(if table == 5 { evidence.export_of(row, year)? } else { evidence.import_of(row, year)? }.value())
    };
    let (total, items) = rows.split_last().ok_or_else(|| Error::new(ErrorKind::Sample, "the table has no rows"))?;
    let items: Vec<ItemValue> = items
        .iter()
        .map(|(row, _)| {
            Ok(ItemValue { name: (*row).to_owned(), value0: cell(row, from)?, value1: cell(row, from + 1)? })
        })
        .collect::<Result<_, Error>>()?;
    let found = Contributions::to_total(&items, cell(total.0, from)?, cell(total.0, from + 1)?)?;
    let shown = found
        .table()
        .identified(format!("contributions_{flow}_{from}_{}", from + 1))
        .titled(format!("What items contributed to the growth of {flow}, {from} to {}, USD million", from + 1))
        .note(format!(
            "Table {table} prints values and no quantities: their growth cannot be split into price and volume."
        ));
    Ok((shown, found))
}

/// A volume that the data have in thousand tonnes: USD per tonne times million tonnes is USD million.
fn million_tonnes(frame: &Frame, column: &str, year: i32) -> Result<f64, Error> {
    Ok(at(frame, column, year)? / 1000.0)
}

/// The value of a column in a year; an error that names both if there is none.
fn at(frame: &Frame, column: &str, year: i32) -> Result<f64, Error> {
    let wanted = Period::annual(year);
    let cells = frame.column(column)?;
    let cell = cells.iter().enumerate().find(|(row, _)| frame.calendar().stamp(*row) == crate::Stamp::Period(wanted));
    cell.and_then(|(_, cell)| *cell)
        .ok_or_else(|| Error::new(ErrorKind::Gap, format!("`{column}` has no value in {wanted}")))
}

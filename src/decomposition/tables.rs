//! The tables of decompositions and index numbers.

use super::bounds::{EffectBounds, IntervalEffects};
use super::contributions::Contributions;
use super::index::IndexSeries;
use super::lmdi::LmdiEffects;
use super::mix::UnitValueChange;
use super::price_volume::{Effects, ValueChange};
use super::{Interval, ZeroRule};
use crate::Note;
use crate::table::{Cell, Column, NumberFormat, Table, shows_itself};

/// Values and effects: two decimals, as trade figures are printed.
const VALUE: NumberFormat = NumberFormat::Decimals(2);
/// Ratios and indexes.
const RATIO: NumberFormat = NumberFormat::Decimals(4);

fn value(x: f64) -> Cell {
    Cell::number(x, VALUE)
}

/// An interval in a sentence.
fn words(interval: Interval) -> String {
    let digits = NumberFormat::Significant(5);
    let (low, high) = (digits.format(interval.low()), digits.format(interval.high()));
    if interval.low() == interval.high() { low } else { format!("{low} to {high}") }
}

fn with_notes(table: Table, notes: &[Note]) -> Table {
    notes.iter().fold(table, |table, note| table.note(note.text()))
}

/// The columns of effects, without those that are zero throughout by construction.
#[derive(Clone, Copy)]
struct EffectColumns {
    interaction: bool,
    new_and_gone: bool,
}

impl EffectColumns {
    fn add_to(self, table: Table) -> Table {
        let mut table = table
            .column(Column::number("change", "Change"))
            .column(Column::number("price", "Price"))
            .column(Column::number("volume", "Volume"));
        if self.interaction {
            table = table.column(Column::number("interaction", "Interaction"));
        }
        if self.new_and_gone {
            table = table.column(Column::number("new", "New goods")).column(Column::number("gone", "Discontinued"));
        }
        table
    }

    fn cells(self, effects: &Effects) -> Vec<Cell> {
        let mut cells = vec![value(effects.change), value(effects.price), value(effects.volume)];
        if self.interaction {
            cells.push(value(effects.interaction));
        }
        if self.new_and_gone {
            cells.extend([value(effects.entry), value(effects.exit)]);
        }
        cells
    }
}

impl ValueChange {
    /// One row per good and their total.
    pub fn table(&self) -> Table {
        let columns = EffectColumns {
            interaction: self.method.has_interaction(),
            new_and_gone: self.zero_rule == ZeroRule::SeparateNewAndGone,
        };
        let table = Table::new("price_volume", format!("Change in value, {}", self.method))
            .column(Column::text("good", "Good"))
            .column(Column::number("value0", "Value before"))
            .column(Column::number("value1", "Value after"));
        let mut table = columns.add_to(table);
        let row = |name: &str, effects: &Effects| {
            let mut cells = vec![Cell::text(name), value(effects.value0), value(effects.value1)];
            cells.extend(columns.cells(effects));
            cells
        };
        for good in &self.goods {
            table.push_row(row(&good.name, &good.effects));
        }
        if self.goods.len() > 1 {
            table = table.rule().row(row("total", &self.total));
        }
        if let Some(ratio) = &self.ratio {
            let of = |x: f64| RATIO.format(x);
            let mut sentence = format!(
                "Ratio of values {} = price {} × volume {}",
                of(ratio.value),
                of(ratio.price),
                of(ratio.volume)
            );
            if columns.new_and_gone {
                sentence += &format!(" × new goods {} × discontinued goods {}", of(ratio.entry), of(ratio.exit));
            }
            table = table.note(sentence + ".");
        }
        with_notes(table, &self.notes)
    }
}

/// One row per decomposition, by its total: the table in which methods are compared.
pub fn comparison_table(changes: &[ValueChange]) -> Table {
    let columns = EffectColumns {
        interaction: true,
        new_and_gone: changes.iter().any(|change| change.zero_rule == ZeroRule::SeparateNewAndGone),
    };
    let table =
        Table::new("price_volume_methods", "Change in value by method").column(Column::text("method", "Method"));
    let mut table = columns.add_to(table);
    for change in changes {
        let mut cells = vec![Cell::text(change.method.to_string())];
        cells.extend(columns.cells(&change.total));
        table.push_row(cells);
    }
    table
}

impl EffectBounds {
    /// One row per good and their total; every cell an interval.
    pub fn table(&self) -> Table {
        let mut table = Table::new("price_volume_bounds", format!("Bounds of the change in value, {}", self.method))
            .column(Column::text("good", "Good"))
            .column(Column::number("change", "Change"))
            .column(Column::number("price", "Price"))
            .column(Column::number("volume", "Volume"));
        let interaction = self.method.has_interaction();
        if interaction {
            table = table.column(Column::number("interaction", "Interaction"));
        }
        let interval = |i: Interval| Cell::Interval(i.low(), i.high(), VALUE);
        let row = |name: &str, effects: &IntervalEffects| {
            let parts = [effects.change, effects.price, effects.volume].into_iter();
            let parts = parts.chain(interaction.then_some(effects.interaction)).map(interval);
            std::iter::once(Cell::text(name)).chain(parts).collect::<Vec<_>>()
        };
        for good in &self.goods {
            table.push_row(row(&good.name, &good.effects));
        }
        if self.goods.len() > 1 {
            table = table.rule().row(row("total", &self.total));
        }
        for good in &self.goods {
            for (price, quantity, when) in
                [(good.price0, good.quantity0, "first"), (good.price1, good.quantity1, "second")]
            {
                if price.low() < price.high() || quantity.low() < quantity.high() {
                    let (name, price, quantity) = (&good.name, words(price), words(quantity));
                    table = table.note(format!("{name}, {when} period: price {price}, quantity {quantity}"));
                }
            }
        }
        with_notes(table, &self.notes)
    }
}

impl LmdiEffects {
    /// One row per factor, and one each for new and discontinued items where they are kept apart.
    pub fn table(&self) -> Table {
        let mut table = Table::new("lmdi", format!("Change of the aggregate by factor, {}", self.form))
            .column(Column::text("factor", "Factor"))
            .column(Column::number("additive", "Effect"))
            .column(Column::number("multiplicative", "Ratio"));
        let apart = [&self.entry, &self.exit];
        let apart = apart.into_iter().filter(|_| self.zero_rule == ZeroRule::SeparateNewAndGone);
        for effect in self.effects.iter().chain(apart) {
            let ratio = Cell::number(effect.multiplicative, RATIO);
            table.push_row([Cell::text(&effect.factor), value(effect.additive), ratio]);
        }
        let (change, ratio) = (self.value1 - self.value0, self.value1 / self.value0);
        table = table.rule().row(["total".into(), value(change), Cell::number(ratio, RATIO)]);
        with_notes(table, &self.notes)
    }
}

impl Contributions {
    /// One row per item, all other items, and the total.
    pub fn table(&self) -> Table {
        let percent = |x: f64| Cell::number(x, NumberFormat::Decimals(1));
        let mut table = Table::new("contributions", "Contributions to the growth of the total")
            .column(Column::text("item", "Item"))
            .column(Column::number("value0", "Value before"))
            .column(Column::number("value1", "Value after"))
            .column(Column::number("change", "Change"))
            .column(Column::number("growth_percent", "Growth, %"))
            .column(Column::number("contribution_points", "Contribution, points"))
            .column(Column::number("share0_percent", "Share before, %"))
            .column(Column::number("share1_percent", "Share after, %"));
        for row in self.rows() {
            if row.name == self.total.name {
                table = table.rule();
            }
            table.push_row([
                Cell::text(&row.name),
                value(row.value0),
                value(row.value1),
                value(row.change),
                row.growth_percent.map_or(Cell::not_available("from zero"), percent),
                Cell::number(row.contribution_points, VALUE),
                percent(row.share0_percent),
                percent(row.share1_percent),
            ]);
        }
        with_notes(table, &self.notes)
    }
}

impl UnitValueChange {
    /// One row: the unit values, their change, and its two parts.
    pub fn table(&self) -> Table {
        Table::new("unit_value", "Change of the basket's unit value")
            .column(Column::number("unit_value0", "Unit value before"))
            .column(Column::number("unit_value1", "Unit value after"))
            .column(Column::number("change", "Change"))
            .column(Column::number("price", "Price"))
            .column(Column::number("mix", "Mix"))
            .row([self.unit_value0, self.unit_value1, self.change, self.price, self.mix].map(value))
    }
}

impl IndexSeries {
    /// One row per period.
    pub fn table(&self) -> Table {
        let title = format!("{} {} index, {}, {} = 1", self.formula, self.measure, self.linking, self.base);
        let mut table = Table::new("index", title)
            .column(Column::text("period", "Period"))
            .column(Column::number("index", "Index"));
        for point in &self.points {
            table.push_row([Cell::text(point.period.to_string()), Cell::number(point.value, RATIO)]);
        }
        with_notes(table, &self.notes)
    }
}

shows_itself!(ValueChange => table);
shows_itself!(EffectBounds => table);
shows_itself!(LmdiEffects => table);
shows_itself!(Contributions => table);
shows_itself!(UnitValueChange => table);
shows_itself!(IndexSeries => table);

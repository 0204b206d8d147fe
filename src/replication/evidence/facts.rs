//! The paper's numbers by what they mean, in North Korea's direction: China's imports are North Korea's exports.

use std::collections::BTreeSet;

use super::read::{CUSTOMS, PARTNERS};
use super::{Address, Evidence, Measure};
use crate::Error;
use crate::replication::printed::{Derived, Printed};

/// The years of the paper's Tables 1 and 2.
pub(crate) const YEARS: std::ops::RangeInclusive<i32> = 2002..=2015;

/// The categories of Table 3 without their total, each with a short name.
pub(crate) const VISITOR_CATEGORIES: [(&str, &str); 5] = [
    ("Business", "business"),
    ("Tourism", "tourism"),
    ("Relatives & Friends", "relatives"),
    ("Working & Crew", "crew"),
    ("Others", "others"),
];

/// The rows of Table 5 as printed, each with a short name; the last is the total.
pub(crate) const EXPORT_ITEMS: [(&str, &str); 7] = [
    ("Coal", "coal"),
    ("Men’s overcoats", "mens-overcoats"),
    ("Men’s suits", "mens-suits"),
    ("Women’s overcoats", "womens-overcoats"),
    ("Women’s suits", "womens-suits"),
    ("Iron ores", "iron-ore"),
    ("Total North Korean Export to China", "total"),
];

/// The four rows of Table 5 that are ready-made garments.
pub(crate) const GARMENTS: [&str; 4] = [EXPORT_ITEMS[1].0, EXPORT_ITEMS[2].0, EXPORT_ITEMS[3].0, EXPORT_ITEMS[4].0];

/// The rows of Table 6 as printed, each with a short name; the last is the total, the five before rice and maize are
/// the leading imports.
pub(crate) const IMPORT_ITEMS: [(&str, &str); 8] = [
    ("Woven fabrics of synthetic filament", "fabrics"),
    ("Petroleum oils", "petroleum"),
    ("Motor vehicles for goods transport", "freight-cars"),
    ("Soya bean oil", "soybean-oil"),
    ("Line telephone or telegraph", "telephones"),
    ("Rice", "rice"),
    ("Maize", "maize"),
    ("Total North Korean Import to China", "total"),
];

impl Evidence {
    /// North Korea's exports to China: the row China calls imports (Table 2), $ million.
    pub(crate) fn exports(&self, year: i32) -> Result<&Printed, Error> {
        self.at(&Address::new(2, "Import", year, Measure::Value))
    }

    /// North Korea's imports from China: the row China calls exports (Table 2), $ million.
    pub(crate) fn imports(&self, year: i32) -> Result<&Printed, Error> {
        self.at(&Address::new(2, "Export", year, Measure::Value))
    }

    /// Trade between China and North Korea (Table 2), $ million.
    pub(crate) fn trade(&self, year: i32) -> Result<&Printed, Error> {
        self.at(&Address::new(2, "Total", year, Measure::Value))
    }

    /// China's surplus, North Korea's deficit (Table 2), $ million.
    pub(crate) fn surplus(&self, year: i32) -> Result<&Printed, Error> {
        self.at(&Address::new(2, "Surplus", year, Measure::Value))
    }

    /// China's share in all of North Korea's trade (Table 1), percent.
    pub(crate) fn share(&self, year: i32) -> Result<&Printed, Error> {
        self.at(&Address::new(1, "C/T", year, Measure::Share))
    }

    /// North Korea's trade with South Korea (Table 1), $ million.
    pub(crate) fn interkorean(&self, year: i32) -> Result<&Printed, Error> {
        self.at(&Address::new(1, "ROK", year, Measure::Value))
    }

    /// North Korea's trade with all countries but South Korea (Table 1), $ million.
    pub(crate) fn international(&self, year: i32) -> Result<&Printed, Error> {
        self.at(&Address::new(1, "Intl", year, Measure::Value))
    }

    /// All of North Korea's trade (Table 1), $ million, from its two parts: the total itself is misprinted in 2014.
    pub(crate) fn all_trade(&self, year: i32) -> Result<Derived, Error> {
        Ok(Derived::sum([self.interkorean(year)?, self.international(year)?]))
    }

    /// North Korean visitors to China by category (Table 3), thousands.
    pub(crate) fn visitors(&self, category: &str, year: i32) -> Result<&Printed, Error> {
        self.at(&Address::new(3, year.to_string(), category, Measure::Value))
    }

    /// China's service exports to North Korea by kind (Table 4), $ million.
    pub(crate) fn services(&self, kind: &'static str, year: i32) -> Result<&Printed, Error> {
        self.at(&Address::new(4, kind, year, Measure::Value))
    }

    /// North Korea's exports of an item to China (Table 5), $ million.
    pub(crate) fn export_of(&self, item: &'static str, year: i32) -> Result<&Printed, Error> {
        self.at(&Address::new(5, item, year, Measure::Value))
    }

    /// North Korea's imports of an item from China (Table 6), $ million.
    pub(crate) fn import_of(&self, item: &'static str, year: i32) -> Result<&Printed, Error> {
        self.at(&Address::new(6, item, year, Measure::Value))
    }

    /// A number of the paper's text that prints one.
    pub(crate) fn said(&self, id: &str) -> Result<&Printed, Error> {
        self.number(id)?
            .number
            .as_ref()
            .ok_or_else(|| Error::new(crate::ErrorKind::Gap, format!("the paper's `{id}` is not a single number")))
    }

    /// A figure printed by others, from any source.
    pub(crate) fn reported(&self, series: &str, period: &str) -> Result<&Printed, Error> {
        Ok(&self.figure(series, period, "")?.number)
    }

    /// How trade with other partners changed between two years by those partners' own books, $ million, and how many
    /// partners that is; flows with a figure for one of the years alone are left out.
    pub(crate) fn change_with_other_partners(&self, before: i32, after: i32) -> (f64, usize) {
        let flows = |year: i32| {
            let year = year.to_string();
            self.figures.iter().filter(move |figure| figure.source == PARTNERS && figure.period == year)
        };
        let mut partners = BTreeSet::new();
        let mut change = 0.0;
        for later in flows(after) {
            if let Some(earlier) = flows(before).find(|earlier| earlier.series == later.series) {
                change += later.number.value() - earlier.number.value();
                let name = later.series.as_str();
                partners.extend(name.strip_suffix("_exports_to_nk").or(name.strip_suffix("_imports_from_nk")));
            }
        }
        (change, partners.len())
    }

    /// An annual total from China's customs in their final state.
    pub(crate) fn customs(&self, series: &str, year: i32) -> Result<&Printed, Error> {
        Ok(&self.figure(series, &year.to_string(), CUSTOMS)?.number)
    }
}

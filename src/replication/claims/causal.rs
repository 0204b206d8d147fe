//! What the paper says was the cause of what: accounting where a table can decide, and Granger causality.

use super::bennet::bennet;
use super::claim::{Claim, Judgement};
use super::minerals::price_and_volume;
use crate::Error;
use crate::decomposition::{Effects, Good};
use crate::replication::before_after::{self, BeforeAfterEvidence};
use crate::replication::causality::CausalityEvidence;
use crate::replication::evidence::{EXPORT_ITEMS, Evidence, IMPORT_ITEMS};
use crate::replication::long_run::LongRunEvidence;
use crate::replication::printed::{Derived, Printed};
use crate::replication::run::LEVEL;
use crate::replication::systems::SystemsEvidence;

const CAUSES: &str = "Causes & Prospects, paragraph 1, sentence 1";
const MINERALS: &str = "Decline of North Korean Mineral Exports, paragraph 1";
const STEEL: &str = "china_crude_steel";

/// Why nothing public can decide what Lee Suk found.
const GRANGER: &str = "Lee Suk's monthly data, lags and functional form are not published and no complete monthly \
                       series is public; the annual and half-yearly figures beside it (tables `causality`, \
                       `southern_trade`, `error_correction`, `causality_change`, `rivals`) are other samples and no replication of his";

/// How much an item fell between two years (Table 5).
fn fall(e: &Evidence, item: &'static str, from: i32, to: i32) -> Result<f64, Error> {
    Ok(Derived::difference(e.export_of(item, from)?, e.export_of(item, to)?).value)
}

/// The fall of coal and iron ore beside that of all exports and of trade both ways (Tables 5 and 6).
struct Account {
    coal: f64,
    iron_ore: f64,
    exports: f64,
    trade: f64,
}

impl Account {
    fn of(e: &Evidence, from: i32, to: i32) -> Result<Self, Error> {
        let exports = fall(e, EXPORT_ITEMS[6].0, from, to)?;
        let total = IMPORT_ITEMS[7].0;
        let imports = Derived::difference(e.import_of(total, from)?, e.import_of(total, to)?).value;
        Ok(Self {
            coal: fall(e, "Coal", from, to)?,
            iron_ore: fall(e, "Iron ores", from, to)?,
            exports,
            trade: exports + imports,
        })
    }

    fn minerals(&self) -> f64 {
        self.coal + self.iron_ore
    }

    fn words(&self) -> String {
        format!(
            "coal and iron ore fell by {:.1}, exports by {:.1}, trade both ways by {:.1}, $ million: {:.0} % of the fall \
             of trade",
            self.minerals(),
            self.exports,
            self.trade,
            100.0 * self.minerals() / self.trade
        )
    }
}

/// The claims that minerals were the main cause of the fall in trade.
pub(super) fn main_causes() -> Vec<Claim> {
    vec![
        Claim::sentence(
            "causes-minerals-primary",
            CAUSES,
            "The fall of mineral exports is a primary cause of the fall in trade (coal and iron ore, 2013 to 2015)",
            "primarily",
            |e| {
                let account = Account::of(e, 2013, 2015)?;
                Ok(Judgement::new(account.minerals() > 0.5 * account.trade, account.words()))
            },
        )
        .remark("an account of what fell, held to over half; it does not show what caused the fall of imports"),
        Claim::not_testable(
            "causes-platforms-primary",
            CAUSES,
            "The suspension of cooperation platforms after December 2013 is the other primary cause",
            "primarily",
            "nothing public measures the trade that went through the platforms; annually the date cannot be told from \
             that at which crude oil left the records, January 2014",
        )
        .beside(|| Ok(BeforeAfterEvidence::bundled()?.end_of_2013_beside_the_claim(LEVEL))),
        Claim::not_testable(
            "causes-not-reversed",
            CAUSES,
            "Neither cause is likely to be reversed in the foreseeable future",
            "unlikely",
            "a forecast without a date or a number",
        ),
    ]
}

/// That minerals, anthracite in particular, made trade fall in 2015.
pub(super) fn in_2015() -> Vec<Claim> {
    vec![
        Claim::sentence(
            "minerals-decrease-main",
            format!("{MINERALS}, sentence 1"),
            "The fall of mineral exports is the main cause of the fall in trade in 2015 (over half of it)",
            "the main economic cause",
            |e| {
                let account = Account::of(e, 2014, 2015)?;
                Ok(Judgement::new(account.minerals() > 0.5 * account.trade, account.words()))
            },
        )
        .remark("of the fall of exports it is the larger part; most of the fall of trade in 2015 is imports"),
        Claim::sentence(
            "minerals-anthracite-in-particular",
            format!("{MINERALS}, sentence 1"),
            "Among minerals it was anthracite in particular whose fall lowered trade in 2015",
            "anthracite in particular",
            |e| {
                let account = Account::of(e, 2014, 2015)?;
                Ok(Judgement::new(
                    account.coal > account.iron_ore,
                    format!("in 2015 coal fell by {:.1}, iron ore by {:.1}, $ million", account.coal, account.iron_ore),
                ))
            },
        ),
        Claim::number_judged("minerals-decrease-year", |e| {
            let account = Account::of(e, 2014, 2015)?;
            Ok(Judgement::new(
                account.minerals() > 0.0 && account.trade > 0.0,
                format!(
                    "in 2015 minerals fell by {:.1} and trade by {:.1}, $ million",
                    account.minerals(),
                    account.trade
                ),
            ))
        }),
    ]
}

/// What public figures say of one direction: in pairs, given trade with South Korea, and if there were a long-run relation.
fn one_way(exports_to_imports: bool) -> Result<String, Error> {
    let (pairs, systems) = (CausalityEvidence::bundled()?, SystemsEvidence::bundled()?);
    Ok(format!(
        "{}; {}; {}",
        pairs.beside_the_claim(exports_to_imports, LEVEL),
        systems.southern_trade.beside_the_claim(exports_to_imports, LEVEL),
        systems.error_correction.beside_the_claim(exports_to_imports, LEVEL)
    ))
}

/// Lee Suk's result, with what the annual and half-yearly samples give beside it.
pub(super) fn granger() -> Vec<Claim> {
    let place = format!("{MINERALS}, sentence 3");
    vec![
        Claim::number_not_testable("minerals-causality-date", GRANGER)
            .beside(|| Ok(BeforeAfterEvidence::bundled()?.beside_the_claim(LEVEL))),
        Claim::not_testable(
            "granger-exports-imports",
            place.clone(),
            "After May 24, 2010 North Korea's exports to China Granger-cause its imports from China",
            "one-way causality, exports to imports",
            GRANGER,
        )
        .beside(|| {
            let long_run = LongRunEvidence::bundled()?.beside_the_claim(LEVEL);
            let change = BeforeAfterEvidence::bundled()?.causality_beside_the_claim(true, LEVEL);
            Ok(format!("{}; {long_run}; {change}", one_way(true)?))
        }),
        Claim::not_testable(
            "granger-imports-exports",
            place.clone(),
            "After May 24, 2010 North Korea's imports from China do not Granger-cause its exports to China",
            "one-way causality, not the other way",
            GRANGER,
        )
        .beside(|| {
            let change = BeforeAfterEvidence::bundled()?.causality_beside_the_claim(false, LEVEL);
            Ok(format!("{}; {change}", one_way(false)?))
        }),
        Claim::not_testable(
            "granger-anthracite",
            place,
            "The causality runs especially from exports of anthracite to imports",
            "especially the export of anthracite",
            GRANGER,
        )
        .beside(|| {
            let asked = before_after::anthracite::causality()?;
            Ok(format!("no yearly test either: {}", asked.because))
        }),
    ]
}

/// What is said to have lowered the revenue from anthracite.
pub(super) fn determinants() -> Vec<Claim> {
    let place = "Decline of North Korean Mineral Exports, paragraph 2, sentence 2";
    vec![
        Claim::sentence(
            "anthracite-price-determinant",
            place,
            "The falling price is a determinant of the fall of anthracite's revenue in 2014, the first that is named",
            "the falling export unit price",
            |e| {
                let [price0, price1, quantity0, quantity1] = price_and_volume(e)?.map(Printed::value);
                let good = Good { name: "anthracite".to_owned(), price0, quantity0, price1, quantity1 };
                let Effects { price, volume, .. } = bennet(good)?;
                Ok(Judgement::new(
                    price < 0.0 && price < volume,
                    format!(
                        "price {price:.2}, volume {volume:.2}, $ million: price is {:.0} %",
                        100.0 * price / (price + volume)
                    ),
                ))
            },
        ),
        Claim::sentence(
            "anthracite-steel-determinant",
            place,
            "China's steel industry withered when anthracite fell, in 2014",
            "withering steel industry",
            |e| {
                let (before, after) = (e.reported(STEEL, "2013")?, e.reported(STEEL, "2014")?);
                let growth = Derived::growth(before, after).value;
                Ok(Judgement::new(growth < 0.0, format!("China's crude steel grew by {growth:.2} % in 2014")))
            },
        )
        .against_outside_data(),
        Claim::not_testable(
            "anthracite-policy-determinant",
            place,
            "China's plans for the environment and for steel lowered demand for anthracite",
            "plans of the Chinese government",
            "a plan has no series; nothing public separates it from price and demand",
        ),
        Claim::sentence(
            "anthracite-steel-determinant-2015",
            "Decline of North Korean Mineral Exports, paragraph 2, sentence 3",
            "The determinants, China's steel industry among them, went on to push anthracite down in 2015",
            "continued in 2015",
            |e| {
                let (before, after) = (e.reported(STEEL, "2014")?, e.reported(STEEL, "2015")?);
                let growth = Derived::growth(before, after).value;
                let coal = fall(e, "Coal", 2014, 2015)?;
                Ok(Judgement::new(
                    growth < 0.0 && coal > 0.0,
                    format!("China's crude steel changed by {growth:.2} % in 2015, coal exports by {:.1}", -coal),
                ))
            },
        )
        .against_outside_data(),
        Claim::number("anthracite-revenue-fall-2015", |e| {
            Ok(Derived::fall(e.export_of("Coal", 2014)?, e.export_of("Coal", 2015)?))
        })
        .remark("the rate of all coal, HS 2701; anthracite alone is not in the tables"),
    ]
}

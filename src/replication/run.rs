//! The whole replication: computed once, then written, compared or summed up.

use std::collections::BTreeMap;

use super::audit::Audit;
use super::before_after::BeforeAfterEvidence;
use super::bundle::Bundle;
use super::causality::CausalityEvidence;
use super::claims::Ledger;
use super::evidence::Evidence;
use super::long_run::LongRunEvidence;
use super::manifest::{FileHash, MANIFEST, Manifest, Provenance};
use super::price_volume::PriceVolumeEvidence;
use super::report;
use super::samples::{TradeSample, samples};
use super::systems::SystemsEvidence;
use crate::table::{Format, Table};
use crate::{Error, datasets};

/// The level at which causality is put into words.
pub const LEVEL: f64 = 0.05;

const ERROR_CORRECTION: &str = "replication::systems::error_correction::ErrorCorrectionEvidence::compute";
const BEFORE_AFTER: &str = "replication::before_after::BeforeAfterEvidence::compute";
const RESPONSES: &str = "replication::systems::responses::ResponseEvidence::compute";

/// Everything the replication computes.
#[derive(Debug, Clone)]
pub struct Replication {
    /// The identities of the paper's tables.
    pub audit: Audit,
    /// Every claim with its verdict.
    pub ledger: Ledger,
    /// The samples of the two flows.
    pub samples: Vec<TradeSample>,
    /// Granger causality on every sample.
    pub causality: CausalityEvidence,
    /// Orders of integration and cointegration on every sample.
    pub long_run: LongRunEvidence,
    /// The flows as a system: with trade with South Korea, by cycle, error correction, shocks.
    pub systems: SystemsEvidence,
    /// Imports on exports before and after the measures.
    pub before_after: BeforeAfterEvidence,
    /// Price and volume of the minerals, contributions of items.
    pub price_volume: PriceVolumeEvidence,
}

/// A table of the replication, what computes it and which claims rest on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Exhibit {
    /// The table; its id is the file stem.
    pub table: Table,
    /// The public function that computes it.
    pub function: &'static str,
    /// The claims that rest on it.
    pub claims: Vec<String>,
}

impl Replication {
    /// Computes everything from the embedded data.
    ///
    /// # Errors
    /// Only if the crate was built from data that do not fit its code; a claim that fails is a result.
    pub fn run() -> Result<Self, Error> {
        let evidence = Evidence::bundled()?;
        let samples = samples()?;
        Ok(Self {
            audit: Audit::compute(&evidence)?,
            ledger: Ledger::compute(&evidence)?,
            causality: CausalityEvidence::bundled()?.clone(),
            long_run: LongRunEvidence::bundled()?.clone(),
            systems: SystemsEvidence::bundled()?.clone(),
            before_after: BeforeAfterEvidence::bundled()?.clone(),
            price_volume: PriceVolumeEvidence::compute(&evidence)?,
            samples,
        })
    }

    /// Every table with its provenance, in the order in which the report lists them.
    ///
    /// # Errors
    /// Only if a table asks for a series that is not there.
    pub fn exhibits(&self) -> Result<Vec<Exhibit>, Error> {
        let claims = |prefixes: &[&str]| -> Vec<String> {
            let starts = |id: &str| prefixes.iter().any(|prefix| id.starts_with(prefix));
            self.ledger.iter().filter(|entry| starts(&entry.id)).map(|entry| entry.id.clone()).collect()
        };
        let exhibit = |table: Table, function, prefixes: &[&str]| Exhibit { table, function, claims: claims(prefixes) };
        let granger = ["granger-", "minerals-causality"];
        let shocks = [
            "granger-",
            "minerals-causality",
            "effects-imports-cut",
            "effects-elasticity",
            "conclusion-imports-sensitive",
        ];
        let mut exhibits = vec![
            exhibit(self.ledger.summary(), "replication::claims::Ledger::compute", &[""]),
            Exhibit {
                claims: self.ledger.differing().map(|entry| entry.id.clone()).collect(),
                ..exhibit(self.ledger.table_of_differences(), "replication::claims::Ledger::compute", &[])
            },
            Exhibit {
                claims: self.audit.mismatches().map(|entry| entry.id.clone()).collect(),
                ..exhibit(self.audit.table_of_mismatches(), "replication::audit::Audit::compute", &[])
            },
            exhibit(self.audit.table(), "replication::audit::Audit::compute", &["table"]),
            exhibit(self.causality.counts_table(LEVEL), "replication::causality::CausalityEvidence::compute", &granger),
            exhibit(self.causality.table(), "replication::causality::CausalityEvidence::compute", &granger),
            exhibit(self.causality.size_table(), "replication::causality::CausalityEvidence::compute", &granger),
            exhibit(
                self.long_run.integration_table(LEVEL),
                "replication::long_run::LongRunEvidence::compute",
                &granger,
            ),
            exhibit(
                self.long_run.cointegration_table(LEVEL),
                "replication::long_run::LongRunEvidence::compute",
                &granger,
            ),
            exhibit(
                self.systems.southern_trade.table(),
                "replication::systems::southern_trade::SouthernTradeEvidence::compute",
                &granger,
            ),
            exhibit(self.systems.cycles.table(), "replication::systems::cycles::CycleEvidence::compute", &granger),
            exhibit(self.systems.error_correction.models_table(LEVEL), ERROR_CORRECTION, &granger),
            exhibit(self.systems.error_correction.table(), ERROR_CORRECTION, &granger),
            exhibit(self.systems.responses.errors_table(), RESPONSES, &shocks),
            exhibit(self.systems.responses.table()?, RESPONSES, &shocks),
            exhibit(self.systems.responses.cumulative_table()?, RESPONSES, &shocks),
        ];
        let before_after = &self.before_after;
        for table in [
            before_after.table(),
            before_after.chosen_dates_table(),
            before_after.chosen_breaks_table(),
            before_after.placebo_table(),
            before_after.end_of_2013_table(),
            before_after.rivals_table(),
            before_after.rivals_combinations_table(),
            before_after.causality_table(),
            before_after.anthracite_table(),
            before_after.unanswerable_table(),
        ] {
            exhibits.push(exhibit(table, BEFORE_AFTER, &granger));
        }
        for table in self.price_volume.tables() {
            let prefixes: &[&str] = match table.id() {
                id if id.contains("anthracite") => &["anthracite-"],
                id if id.contains("iron_ore") => &["ironore-"],
                id if id.contains("exports") => &["table5-", "garments-"],
                _ => &["table6-", "imports-"],
            };
            exhibits.push(exhibit(table, "replication::price_volume::PriceVolumeEvidence::compute", prefixes));
        }
        Ok(exhibits)
    }

    /// Every file that `yalu replicate` writes. The same version gives the same bytes on every run.
    pub fn bundle(&self) -> Result<Bundle, Error> {
        let exhibits = self.exhibits()?;
        let mut bundle = Bundle::default();
        bundle.add("README.md", report::readme(self, &exhibits)?);
        bundle.add("claims.md", report::ledger(&self.ledger));
        bundle.add("claims.csv", self.ledger.table().render(Format::Csv));
        bundle.add("claims.json", self.ledger.to_json()? + "\n");
        for exhibit in &exhibits {
            let table = exhibit.table.rounded();
            for format in Format::ALL {
                bundle.add(format!("tables/{}.{}", table.id(), format.extension()), table.render(format));
            }
        }
        let manifest = Manifest {
            yalu: env!("CARGO_PKG_VERSION"),
            seeds: BTreeMap::from(
                [
                    "size of the causality tests",
                    "power of the unit-root tests",
                    "laws of the seasonal unit-root tests",
                    "size of the cointegration tests",
                    "size of tests of error correction",
                    "bands of responses",
                    "bounds of the level relation",
                ]
                .map(|what| (what.to_owned(), 1)),
            ),
            inputs: datasets::all()?
                .iter()
                .map(|dataset| FileHash { path: format!("data/{}", dataset.file()), sha256: dataset.sha256() })
                .collect(),
            outputs: Manifest::hash_outputs(&bundle),
            tables: exhibits
                .iter()
                .map(|exhibit| Provenance {
                    table: exhibit.table.id().to_owned(),
                    function: format!("yalu::{}", exhibit.function),
                    claims: exhibit.claims.clone(),
                })
                .collect(),
        };
        bundle.add(MANIFEST, manifest.to_json()?);
        Ok(bundle)
    }

    /// What the replication comes to, for a reader with a minute.
    pub fn summary(&self) -> Result<String, Error> {
        report::summary(self)
    }
}

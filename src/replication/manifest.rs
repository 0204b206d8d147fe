//! `manifest.json`: what went in, what came out, and which function made which table for which claims.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::bundle::Bundle;
use crate::datasets::sha256_hex;

/// The manifest's file name.
pub const MANIFEST: &str = "manifest.json";

/// A file and the hash of its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileHash {
    /// Its path: below `data/` for inputs, below the output directory for outputs.
    pub path: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// What made a table, and which claims rest on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Provenance {
    /// The table's file stem below `tables/`.
    pub table: String,
    /// The public function that computes it.
    pub function: String,
    /// The claims that rest on it.
    pub claims: Vec<String>,
}

/// The content of `manifest.json`. It holds no date and no machine's name: the same version and data give the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Manifest {
    /// The crate's version.
    pub yalu: &'static str,
    /// Seeds of the simulations, by name.
    pub seeds: BTreeMap<String, u64>,
    /// Every embedded data file.
    pub inputs: Vec<FileHash>,
    /// Every file written, but this one.
    pub outputs: Vec<FileHash>,
    /// The tables.
    pub tables: Vec<Provenance>,
}

impl Manifest {
    /// The hashes of every file in a bundle.
    pub fn hash_outputs(bundle: &Bundle) -> Vec<FileHash> {
        bundle.files().map(|(path, content)| FileHash { path: path.to_owned(), sha256: sha256_hex(content) }).collect()
    }

    /// Path and hash of the outputs in a manifest's bytes; `None` if these are not a manifest.
    pub fn output_hashes(bytes: &[u8]) -> Option<BTreeMap<String, String>> {
        let manifest: Value = serde_json::from_slice(bytes).ok()?;
        manifest.get("yalu")?;
        let outputs = manifest.get("outputs")?.as_array()?;
        outputs
            .iter()
            .map(|file| Some((file.get("path")?.as_str()?.to_owned(), file.get("sha256")?.as_str()?.to_owned())))
            .collect()
    }
}

//! The bundled series, each with its provenance.
//!
//! The files of the project's `data/` are part of the library, so nothing is looked for on disk or fetched at run
//! time. Each is a [`Dataset`]: a text with its sources, terms, units, vintage and caveats, and the SHA-256 it had
//! when its numbers were last checked. Wide tables are read with [`Dataset::frame`], all others with
//! [`Dataset::records`]; [`CellSource`] says where each cell of the wide ones comes from.
//!
//! ```
//! use yalu::datasets;
//! for dataset in datasets::all()? {
//!     dataset.verify()?;
//! }
//! let error = datasets::get("anthracite_anual").unwrap_err();
//! assert!(error.to_string().contains("did you mean `anthracite_annual`?"));
//! # Ok::<(), yalu::Error>(())
//! ```

use std::sync::OnceLock;

use crate::{Error, ErrorKind};

mod cell_source;
mod dataset;
mod descriptor;
mod embedded;
mod hash;
mod records;
mod tables;

pub use cell_source::CellSource;
pub use dataset::Dataset;
pub use descriptor::{Field, License, Shape, Source};
pub use hash::sha256_hex;
pub use records::{Record, Records};

use descriptor::{Descriptor, Package};

/// Every bundled data set, in the descriptor's order.
///
/// # Errors
/// Only if the crate was built from a descriptor that does not fit its files.
pub fn all() -> Result<&'static [Dataset], Error> {
    static ALL: OnceLock<Result<Vec<Dataset>, Error>> = OnceLock::new();
    ALL.get_or_init(bundled).as_deref().map_err(Clone::clone)
}

/// The bundled data set of this name.
///
/// # Errors
/// If there is none: the message suggests the nearest name and lists them all.
pub fn get(name: &str) -> Result<Dataset, Error> {
    let all = all()?;
    all.iter()
        .find(|dataset| dataset.name() == name)
        .cloned()
        .ok_or_else(|| Error::unknown_name("data set", name, all.iter().map(Dataset::name)))
}

fn bundled() -> Result<Vec<Dataset>, Error> {
    let dataset = |descriptor: Descriptor| match embedded::FILES.iter().find(|(path, _)| *path == descriptor.path) {
        Some((_, text)) => Ok(Dataset::new(descriptor, *text)),
        None => Err(Error::new(ErrorKind::Io, format!("`{}` is not part of this build", descriptor.path))
            .remedy("list the file in src/datasets/embedded.rs")),
    };
    Package::parse(embedded::DESCRIPTOR, "datapackage.json")?.resources.into_iter().map(dataset).collect()
}

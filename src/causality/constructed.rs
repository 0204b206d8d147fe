//! Constructed data in a test of causality: refused, unless the user insists.
//!
//! A series that temporal disaggregation made follows its indicator inside the longer periods, or a curve, and every value
//! of it leans on the whole span. What helps to predict it there is what it was made from.

use crate::{Error, ErrorKind, Note, Series};

/// What every report must say of these series; the one check that every test of causality makes of its input.
///
/// # Errors
/// If a series is constructed and the user did not insist.
pub(crate) fn check<'s>(series: impl IntoIterator<Item = &'s Series>, accepted: bool) -> Result<Vec<Note>, Error> {
    let mut notes = Vec::new();
    for series in series {
        let (name, provenance) = (series.name(), series.provenance());
        if let (Some(how), false) = (provenance.constructed(), accepted) {
            return Err(Error::new(
                ErrorKind::Argument,
                format!(
                    "`{name}` is constructed data ({how}): inside the longer periods it moves as its method and its \
                     indicators do, so a test of what predicts it finds these"
                ),
            )
            .remedy(
                "test the data at the frequency at which they were observed; who wants the test all the same says \
                 `.accept_constructed_data()`, on the command line `--accept-constructed-data`",
            ));
        }
        notes.extend(provenance.notes(name));
    }
    Ok(notes)
}

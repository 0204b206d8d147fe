//! The bundled data: the files are those that were checked, agree with each other, and name their sources.
//!
//! Numbers in these tests are copied from the paper or from the published source named, never from our own output.

mod data_cases;

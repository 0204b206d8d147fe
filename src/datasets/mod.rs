//! The bundled series, each with its provenance.

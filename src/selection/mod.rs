//! Choosing controls.

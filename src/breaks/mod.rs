//! Structural change.

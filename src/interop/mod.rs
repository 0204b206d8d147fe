//! In and out of linfa.

//! The number of long-run relations in a vector error-correction model.

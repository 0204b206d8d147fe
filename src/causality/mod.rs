//! Granger causality in its several forms.

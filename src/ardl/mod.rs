//! Autoregressive distributed lags, their error-correction form and the bounds test.

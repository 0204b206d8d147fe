//! A change in value split into price and volume.

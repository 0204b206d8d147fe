//! Reproducible random streams and simulation.
//!
//! Replication number `i` of a simulation draws from its own [stream](Streams::replication), which depends on the seed
//! and on `i` alone. So the same seed gives the same numbers whatever the number of threads, the order of the
//! replications or the processor: the generator is ChaCha with 8 rounds, and normal variates use only operations that
//! every platform rounds alike.
//!
//! ```
//! use yalu::resampling::Streams;
//! let streams = Streams::new(7);
//! let first: f64 = streams.replication(0).standard_normal();
//! assert_ne!(first, streams.replication(1).standard_normal());
//! assert_eq!(first, Streams::new(7).replication(0).standard_normal());
//! ```

mod rate;
mod remembered;
mod setters;
mod spread;
mod stream;

pub use rate::Rate;
pub(crate) use remembered::Remembered;
pub(crate) use setters::simulation_setters;
pub(crate) use spread::{all_threads, spread};
pub use stream::{Stream, Streams};

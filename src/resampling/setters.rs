//! The setters of a simulation, written once.

/// How much is drawn, and from which seed: for a builder with the fields `draws` and `seed`, each under its own documentation.
macro_rules! simulation_setters {
    ($(#[$draws:meta])+ draws; $(#[$seed:meta])+ seed;) => {
        $(#[$draws])+
        pub fn draws(mut self, draws: usize) -> Self {
            self.draws = draws;
            self
        }

        $(#[$seed])+
        pub fn seed(mut self, seed: u64) -> Self {
            self.seed = seed;
            self
        }
    };
}

pub(crate) use simulation_setters;

//! Flags that only some of the tests read: given to none of those, they are refused and not ignored; not given, they leave
//! the test its default.

use anyhow::bail;
use clap::ValueEnum;

/// One flag.
pub struct Flag<'a, T> {
    name: &'static str,
    given: bool,
    tests: &'a [T],
    summary: bool,
}

impl<'a, T> Flag<'a, T> {
    /// A flag that these tests read.
    pub fn of(name: &'static str, given: bool, tests: &'a [T]) -> Self {
        Self { name, given, tests, summary: false }
    }

    /// It is also read when no test is named.
    pub fn and_summary(mut self) -> Self {
        self.summary = true;
        self
    }
}

/// Refuses a flag that is given and that none of the tests asked for reads.
pub fn refuse_unused<T: ValueEnum + PartialEq>(flags: &[Flag<'_, T>], asked: &[T]) -> anyhow::Result<()> {
    for flag in flags.iter().filter(|flag| flag.given) {
        let read = if asked.is_empty() { flag.summary } else { asked.iter().any(|test| flag.tests.contains(test)) };
        if read {
            continue;
        }
        let mut readers: Vec<String> = flag
            .tests
            .iter()
            .filter_map(|test| Some(format!("--test {}", test.to_possible_value()?.get_name())))
            .collect();
        if flag.summary {
            readers.insert(0, "the summary without --test".into());
        }
        bail!(
            "{} is not read here: it belongs to {} — leave it out, or ask for one of these",
            flag.name,
            readers.join(", ")
        );
    }
    Ok(())
}

/// Calls a setter with a value if there is one.
macro_rules! set {
    ($test:expr $(, $setter:ident = $value:expr)+ $(,)?) => {{
        let mut test = $test;
        $(if let Some(value) = $value { test = test.$setter(value); })+
        test
    }};
}

pub(super) use set;

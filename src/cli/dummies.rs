//! Dummies for dates, asked for alike by every command whose model may have them.

use clap::Args;
use yalu::{Error, ErrorKind, Indicator, Period};

/// The dates.
#[derive(Args)]
pub struct Dummies {
    /// A dummy from this period on; may be repeated
    #[arg(long, value_name = "PERIOD")]
    post: Vec<Period>,
    /// A dummy from the first period to the second, both included; may be repeated
    #[arg(long, value_name = "FROM:TO", value_parser = span)]
    between: Vec<(Period, Period)>,
    /// A dummy for this period alone; may be repeated
    #[arg(long, value_name = "PERIOD")]
    pulse: Vec<Period>,
}

impl Dummies {
    /// All that are asked for.
    pub fn indicators(&self) -> impl Iterator<Item = Indicator> {
        let post = self.post.iter().map(|from| Indicator::Post(*from));
        let between = self.between.iter().map(|(from, to)| Indicator::Between(*from, *to));
        post.chain(between).chain(self.pulse.iter().map(|at| Indicator::Pulse(*at)))
    }

    /// Whether any of one kind is asked for, by the names of the flags.
    pub fn given(&self) -> [(&'static str, bool); 3] {
        let given = |none: bool| !none;
        [
            ("--post", given(self.post.is_empty())),
            ("--between", given(self.between.is_empty())),
            ("--pulse", given(self.pulse.is_empty())),
        ]
    }
}

/// Reads `2009-01:2010-06`.
fn span(text: &str) -> Result<(Period, Period), Error> {
    let (from, to) = text.split_once(':').ok_or_else(|| {
        Error::new(ErrorKind::Argument, format!("`{text}` is not a span of time")).remedy("write `2009-01:2010-06`")
    })?;
    Ok((from.trim().parse()?, to.trim().parse()?))
}

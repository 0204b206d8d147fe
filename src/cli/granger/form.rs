//! Which test the flags ask for, and which flags that test reads.

use anyhow::bail;
use yalu::causality::LagSet;
use yalu::{Error, ErrorKind};

use super::{Args, FrequencyName, MethodName};
use crate::cli::span;

/// What `yalu granger` can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Pair,
    Block,
    Conventions,
    All,
    BreitungCandelon,
    Geweke,
    Change,
    Windows,
}

impl Form {
    /// # Errors
    /// If a flag is given that the form does not read.
    pub fn of(args: &Args) -> anyhow::Result<Self> {
        let several = args.cause.len() > 1 || args.effect.len() > 1;
        let form = match args.by_frequency {
            _ if args.all => Self::All,
            None if args.moving.asked() => Self::Windows,
            None if args.change_at.is_some() => Self::Change,
            Some(FrequencyName::BreitungCandelon) => Self::BreitungCandelon,
            Some(FrequencyName::Geweke) => Self::Geweke,
            None if args.conventions => Self::Conventions,
            None if several || args.block => Self::Block,
            None => Self::Pair,
        };
        if several && form != Self::Block {
            bail!(
                "{} has one cause and one effect — name one of each, or leave the flag out to test blocks",
                form.name()
            );
        }
        form.refuse_unused(args)?;
        Ok(form)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Pair => "the test of two series",
            Self::Block => "the test of blocks",
            Self::Conventions => "--conventions",
            Self::All => "--all",
            Self::BreitungCandelon => "--by-frequency",
            Self::Geweke => "--by-frequency geweke",
            Self::Change => "--change-at",
            Self::Windows => "--windows",
        }
    }

    /// A flag that the form at hand does not read is a misunderstanding.
    fn refuse_unused(self, args: &Args) -> anyhow::Result<()> {
        use Form::{All, Block, BreitungCandelon, Change, Conventions, Geweke, Pair, Windows};
        let toda_yamamoto = args.method == MethodName::TodaYamamoto;
        let by_role = args.lags_of_cause.is_some() || args.lags_of_effect.is_some() || args.lags_of_given.is_some();
        let flags: &[(&str, bool, &[Self])] = &[
            ("--method", toda_yamamoto, &[Pair]),
            (
                "--integration",
                args.integration.is_some(),
                &[Pair, Block, Conventions, All, BreitungCandelon, Change, Windows],
            ),
            ("--lags-of-cause, --lags-of-effect or --lags-of-given", by_role, &[Pair, Conventions]),
            ("--hsiao", args.hsiao.is_some(), &[Pair, Conventions]),
            ("--cov", !args.covariances.is_empty(), &[Pair, Change, Windows]),
            ("--bootstrap", !args.bootstrap.is_empty(), &[Pair, Windows]),
            ("--draws", args.draws.is_some(), &[Pair, Conventions, Geweke, Windows]),
            ("--conventions", args.conventions, &[Conventions]),
            ("--block", args.block, &[Block]),
            ("--by-frequency", args.by_frequency.is_some(), &[BreitungCandelon, Geweke]),
            ("--omega", !args.omega.is_empty(), &[BreitungCandelon]),
            ("--grid", args.grid.is_some(), &[BreitungCandelon, Geweke]),
            ("--bands", args.bands, &[Geweke]),
            ("--change-at", args.change_at.is_some(), &[Change]),
            ("--windows", args.moving.asked(), &[Windows]),
        ];
        if let Some((flag, ..)) = flags.iter().find(|(_, given, forms)| *given && !forms.contains(&self)) {
            bail!("{flag} is not read by {} — leave it out", self.name());
        }
        if self == Pair && args.integration.is_some() && !toda_yamamoto {
            bail!("--integration is not read by --method granger — say --method toda-yamamoto, or leave it out");
        }
        if args.draws.is_some() && args.bootstrap.is_empty() && !args.bands && ![Conventions, Windows].contains(&self) {
            bail!("--draws is not read here — ask for --bootstrap, --bands, --conventions or --windows");
        }
        if args.max_lags.is_some() && args.select.is_none() && args.hsiao.is_none() {
            bail!("--max-lags is not read without --select or --hsiao — name a criterion, or give --lags");
        }
        Ok(())
    }
}

/// Reads `1,4`, `1:3,12`, or `4` for lag 4 alone.
pub fn lag_set(text: &str) -> Result<LagSet, Error> {
    let mut lags = Vec::new();
    for part in text.split(',') {
        let range = span::lags(part.trim())?;
        if *range.end() > 10_000 {
            return Err(Error::new(ErrorKind::Argument, format!("lag {} is too long", range.end()))
                .remedy("write lags such as `1,4` or `1:3,12`"));
        }
        lags.extend(range);
    }
    Ok(LagSet::from(lags))
}

#[cfg(test)]
mod tests {
    use super::lag_set;

    #[test]
    fn lags_may_be_listed() {
        assert_eq!(lag_set("1,4").expect("two lags").lags(), [1, 4]);
        assert_eq!(lag_set("1:3, 12").expect("four lags").lags(), [1, 2, 3, 12]);
        assert_eq!(lag_set("4").expect("one lag").lags(), [4]);
        assert!(["", "0", "1,,2", "3:1", "1:99999999", "x"].iter().all(|wrong| lag_set(wrong).is_err()));
    }
}

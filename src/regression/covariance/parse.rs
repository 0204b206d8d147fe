//! A covariance from the command line's words.

use std::str::FromStr;

use super::{Bandwidth, Covariance, Hac, Kernel};
use crate::{Error, ErrorKind};

const FORMS: &str = "classical, hc0, hc1, hc2, hc3, hc4, nw:LAGS, nw:auto[:KERNEL], andrews[:KERNEL], \
                     hac:KERNEL:BANDWIDTH; nw, andrews and hac take `,prewhite` and `,adjust`; \
                     kernels: bartlett, parzen, qs";

/// Reads `classical`, `hc0` … `hc4`, `nw:4`, `nw:auto`, `nw:auto:parzen`, `andrews`, `andrews:parzen`, `hac:qs:14.5`,
/// and for all but the first two `,prewhite` and `,adjust` after them; upper and lower case are the same.
impl FromStr for Covariance {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let lower = text.trim().to_lowercase();
        let mut parts = lower.split(',').map(str::trim);
        let base = parse_base(parts.next().unwrap_or_default(), text)?;
        parts.try_fold(base, |covariance, option| match (covariance, option) {
            (Self::Hac(hac), "prewhite" | "prewhiten") => Ok(Self::Hac(hac.prewhitened())),
            (Self::Hac(hac), "adjust") => Ok(Self::Hac(hac.adjusted())),
            _ => Err(refuse(text, &format!("`{option}` is not an option of it"))),
        })
    }
}

fn parse_base(base: &str, text: &str) -> Result<Covariance, Error> {
    let mut words = base.split(':').map(str::trim);
    let (name, rest) = (words.next().unwrap_or_default(), words.collect::<Vec<_>>());
    match (name, rest.as_slice()) {
        ("classical" | "nonrobust" | "iid" | "ols", []) => Ok(Covariance::Classical),
        ("hc0" | "white", []) => Ok(Covariance::Hc0),
        ("hc1", []) => Ok(Covariance::Hc1),
        ("hc2", []) => Ok(Covariance::Hc2),
        ("hc3", []) => Ok(Covariance::Hc3),
        ("hc4", []) => Ok(Covariance::Hc4),
        ("nw" | "newey-west", ["auto"]) => Ok(Covariance::Hac(Hac::newey_west_automatic())),
        ("nw" | "newey-west", ["auto", kernel]) => {
            Ok(Covariance::Hac(Hac::new(parse_kernel(kernel, text)?, Bandwidth::NeweyWest1994)))
        }
        ("nw" | "newey-west", [lags]) => match lags.parse() {
            Ok(lags) => Ok(Covariance::newey_west(lags)),
            Err(_) => Err(refuse(text, &format!("`{lags}` is not a number of lags"))),
        },
        ("nw" | "newey-west", []) => Err(refuse(text, "how many lags? say nw:4, or nw:auto")),
        ("andrews", []) => Ok(Covariance::Hac(Hac::andrews(Kernel::QuadraticSpectral))),
        ("andrews", [kernel]) => Ok(Covariance::Hac(Hac::andrews(parse_kernel(kernel, text)?))),
        ("hac", [kernel, width]) => match width.parse::<f64>() {
            Ok(width) if width.is_finite() && width > 0.0 => {
                Ok(Covariance::Hac(Hac::new(parse_kernel(kernel, text)?, Bandwidth::Width(width))))
            }
            _ => Err(refuse(text, &format!("`{width}` is not a positive bandwidth"))),
        },
        ("hac", _) => {
            Err(refuse(text, "which kernel and what bandwidth? say hac:qs:14.5; nw:auto:qs or andrews:qs chooses it"))
        }
        ("robust", []) => Err(refuse(text, "the name means HC1 in one program and HC3 in another: say which")),
        _ => Err(refuse(text, "there is no covariance of that name")),
    }
}

fn parse_kernel(name: &str, text: &str) -> Result<Kernel, Error> {
    match name {
        "bartlett" => Ok(Kernel::Bartlett),
        "parzen" => Ok(Kernel::Parzen),
        "qs" | "quadratic-spectral" => Ok(Kernel::QuadraticSpectral),
        _ => Err(refuse(text, &format!("there is no kernel `{name}`"))),
    }
}

fn refuse(text: &str, why: &str) -> Error {
    Error::new(ErrorKind::Argument, format!("covariance `{text}`: {why}")).remedy(format!("one of {FORMS}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_covariances() -> Result<(), Error> {
        assert_eq!(" HC3 ".parse::<Covariance>()?, Covariance::Hc3);
        assert_eq!(
            "NW:4, prewhite, adjust".parse::<Covariance>()?,
            Covariance::Hac(Hac::newey_west(4).prewhitened().adjusted())
        );
        assert_eq!("andrews:qs".parse::<Covariance>()?, Covariance::Hac(Hac::andrews(Kernel::QuadraticSpectral)));
        assert_eq!(
            "nw:auto:parzen".parse::<Covariance>()?,
            Covariance::Hac(Hac::new(Kernel::Parzen, Bandwidth::NeweyWest1994))
        );
        Ok(())
    }

    #[test]
    fn robust_alone_is_refused_with_the_list() {
        for text in [
            "robust",
            "",
            "nw",
            "nw:-1",
            "hc1,prewhite",
            "hac:qs:nan",
            "hac:qs",
            "nw:auto:tukey",
            "hc9",
            "andrews:tukey",
        ] {
            let error = text.parse::<Covariance>().expect_err(text);
            assert!(error.to_string().contains("nw:LAGS"), "{error}");
        }
    }
}

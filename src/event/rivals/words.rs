//! The path in a paragraph.

use super::{RivalPath, RivalStep};
use crate::event::interrupted::words::percent;
use crate::regression::Coefficient;
use crate::table::NumberFormat;

/// The coefficient alone, with all, over all combinations, and what none of it shows.
pub(super) fn verdict(path: &RivalPath, level: f64) -> String {
    let (name, rivals) = (&path.coefficient, path.full().rivals.len());
    let mut words = match &path.base().coefficient {
        Some(own) => format!("Without rivals, {name} is {}.", estimate(own)),
        None => return format!("{name} cannot be had even without rivals: {}.", because(path.base())),
    };
    words += &match &path.full().coefficient {
        Some(own) if rivals == 1 => format!(" With {} in, it is {}.", path.full().rivals[0], estimate(own)),
        Some(own) => format!(" With all {rivals} rivals in, it is {}.", estimate(own)),
        None => format!(" With all rivals in there is no number: {}.", because(path.full())),
    };
    if path.combinations().len() > 2 {
        words += &over_all(path, level).unwrap_or_default();
    }
    for step in path.steps().into_iter().filter(|step| step.rivals.len() == 1 && rivals > 1) {
        if step.coefficient.is_none() {
            words += &format!(" {} by itself: {}.", step.rivals[0], because(step));
        }
    }
    words
        + " What the path cannot show: an explanation that is not named; or an effect of the event itself, if what is held fixed is \
           something that the event moved."
}

/// The range and how often zero is rejected.
fn over_all(path: &RivalPath, level: f64) -> Option<String> {
    let ((low, high), had) = (path.range()?, path.estimates().count());
    let rejected = path.estimates().filter(|own| own.p_value < level).count();
    let combinations = path.combinations().len();
    let missing = match combinations - had {
        0 => String::new(),
        missing => format!(" ({missing} without a number)"),
    };
    Some(format!(
        " Over all {combinations} combinations{missing} it lies between {} and {}, {}; zero is rejected at {} in {rejected} of {had}.",
        number(low),
        number(high),
        if low > 0.0 || high < 0.0 { "of one sign" } else { "of either sign" },
        percent(level)
    ))
}

fn estimate(own: &Coefficient) -> String {
    let p = NumberFormat::PValue.format(own.p_value);
    let p = if p.starts_with('<') { p.replace('<', "p < ") } else { format!("p = {p}") };
    format!("{} (s.e. {}, {p})", number(own.estimate), number(own.std_error))
}

fn because(step: &RivalStep) -> &str {
    step.because.as_deref().unwrap_or("no reason is on record")
}

fn number(value: f64) -> String {
    NumberFormat::Significant(4).format(value)
}

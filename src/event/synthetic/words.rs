//! What was found, what it came to, and what it rests on.

use super::placebo::PlaceboUnits;
use super::result::SyntheticControlResult;
use crate::event::interrupted::words::in_brackets;
pub(super) use crate::event::interrupted::words::percent;
use crate::table::NumberFormat;

fn number(value: f64) -> String {
    NumberFormat::Significant(4).format(value)
}

/// How the weights are known to be the best.
pub(super) fn optimality(result: &SyntheticControlResult) -> String {
    let what = if result.predictors.is_empty() {
        "the squared gap before the date"
    } else {
        "given those of the predictors, the squared distance"
    };
    let share = result.fit.optimality;
    if share == 0.0 {
        return format!("The weights are the optimum: {what} could not fall.");
    }
    format!("The weights are the optimum to rounding: {what} could fall by a share of {share:.0e} at most.")
}

/// What an estimate says.
pub(super) fn estimate(result: &SyntheticControlResult) -> String {
    let (outcome, treated, date) = (&result.outcome, &result.treated, result.date);
    let used: Vec<String> = result
        .weights
        .iter()
        .filter(|donor| donor.weight > 0.0)
        .map(|donor| format!("{} ({})", donor.unit, percent(donor.weight)))
        .collect();
    let shown = if used.len() > 6 {
        format!("{} and {} more donors", used[..5].join(", "), used.len() - 5)
    } else {
        used.join(", ")
    };
    let fit = match result.ratio() {
        None => format!("It matches the {} periods before {date} exactly", result.before),
        Some(_) => format!(
            "In the {} periods before {date} it misses by an RMSPE of {}{}",
            result.before,
            number(result.rmspe_before()),
            if result.deviation > 0.0 {
                format!(", {} of the standard deviation there", percent(result.rmspe_before() / result.deviation))
            } else {
                String::new()
            }
        ),
    };
    let average = result.average_effect();
    let side = if average < 0.0 { "below" } else { "above" };
    let times = result.ratio().map_or(String::new(), |ratio| format!(", {} times that before", number(ratio)));
    let found = format!(
        "Synthetic {treated} is {shown}. {fit}; from {} on {outcome} of {treated} lies {} {side} it on average (RMSPE {}{times}).",
        date.first_after,
        number(average.abs()),
        number(result.rmspe_after()),
    );
    if let Some(event) = result.placebo_of {
        return format!(
            "{found} Nothing is said to have happened at {date}: a gap there as large as that at {event} speaks against reading the latter \
             as the event's effect."
        );
    }
    format!(
        "{found} To call that the event's effect is to say that the donors were not touched by it, that their average would have gone on \
         standing for {treated}, that nothing else happened to {treated} then, and that the event was not foreseen: no weights show \
         these."
    )
}

/// The rank in words.
pub(super) fn verdict(placebo: &PlaceboUnits, level: f64) -> String {
    let result = placebo.treated();
    let (outcome, treated, date) = (&result.outcome, &result.treated, result.date);
    let report = &placebo.reports()[0];
    let all = placebo.units().len();
    let Some(p) = report.p() else {
        return format!("Placebo units for {treated}: {}.", in_brackets(&report.outcome));
    };
    let stands = if report.rejects(level) == Some(true) {
        format!("{treated} stands out")
    } else {
        format!("{treated} does not stand out")
    };
    let least = NumberFormat::Decimals(4).format(1.0 / all as f64);
    let others = match placebo.exceeding() {
        0 => format!("none of the {} others reaches it", all - 1),
        1 => format!("one of the {} others reaches it", all - 1),
        n => format!("{n} of the {} others reach it", all - 1),
    };
    format!(
        "At {}, {stands} among the {all} units by what {outcome} did at {date}: its RMSPE from then on is {} times that before, and \
         {others} (rank p = {}; the least that {all} units can give is {least}).",
        percent(level),
        number(report.statistic().unwrap_or(f64::NAN)),
        NumberFormat::Decimals(4).format(p.value()),
    )
}

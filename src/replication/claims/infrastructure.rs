//! "Belt and Road Initiative and Infrastructure Building": dates of projects and of visits.

use super::RECORD;
use super::claim::{Claim, Judgement};

const PROJECT: &str = "reported in the press alone; no trade figure bears on it";

pub(super) fn claims() -> Vec<Claim> {
    let mut all = vec![
        Claim::number_not_testable("infrastructure-projects-year", PROJECT),
        Claim::sentence(
            "infrastructure-no-change-yet",
            "Belt and Road Initiative and Infrastructure Building, paragraph 1, sentence 3",
            "The projects of 2015 have not yet changed the shrinking of trade",
            "no significant changes so far",
            |e| {
                let (before, after) = (e.trade(2014)?.value(), e.trade(2015)?.value());
                Ok(Judgement::new(after < before, format!("trade went from {before:.0} to {after:.0} in 2015")))
            },
        ),
    ];
    for id in ["infrastructure-ambassador", "infrastructure-professors", "infrastructure-professors-date"] {
        all.push(Claim::number_not_testable(id, RECORD));
    }
    for id in
        ["infrastructure-helong", "infrastructure-guomenwan", "infrastructure-shipping", "infrastructure-checkpoints"]
    {
        all.push(Claim::number_not_testable(id, PROJECT));
    }
    all.push(Claim::not_testable(
        "infrastructure-provinces",
        "Belt and Road Initiative and Infrastructure Building, paragraph 4, sentence 2",
        "China's north-eastern provinces grow slowly",
        "a low economic growth rate",
        "no growth rates of provinces are bundled",
    ));
    all.push(Claim::number_not_testable("infrastructure-nuclear-test", RECORD));
    all
}

//! "Conclusion & Implications".

use super::RECORD;
use super::claim::{Claim, Judgement};
use super::volume::fell_in;
use crate::replication::printed::Derived;
use crate::replication::systems::SystemsEvidence;

const PLACE: &str = "Conclusion & Implications";
const COAL_GROWTH: &str = "nk_coal_exports_to_china_value_growth";
const NO_FDI: &str = "no second public source of China's direct investment in North Korea is bundled";

pub(super) fn claims() -> Vec<Claim> {
    let mut all = vec![
        Claim::number_judged("conclusion-decrease-years", |e| fell_in(e, &[2014, 2015])),
        Claim::sentence(
            "conclusion-continues",
            format!("{PLACE}, paragraph 1, sentence 1"),
            "The downturn of trade is very likely to continue in the near future (2016, against customs in their final state)",
            "very likely to continue",
            |e| {
                let both = |year: i32| -> Result<f64, crate::Error> {
                    let flows = [e.customs("nk_exports_to_china", year)?, e.customs("nk_imports_from_china", year)?];
                    Ok(Derived::sum(flows).value)
                };
                let (before, after) = (both(2015)?, both(2016)?);
                Ok(Judgement::new(after < before, format!("{before:.0} in 2015, {after:.0} in 2016, $ million")))
            },
        )
        .against_outside_data()
        .remark("totals of 2016 were published in three vintages, from 5,370 to 5,880; trade fell from 2017 on"),
    ];
    let record = |id| Claim::number_not_testable(id, RECORD);
    all.extend(["conclusion-nuclear-test", "conclusion-resolution", "conclusion-two-decades"].map(record));
    all.push(sanctions_accelerate());
    all.extend(["conclusion-security-summit", "conclusion-embargo-date"].map(record));
    all.push(Claim::number_not_testable("conclusion-three-aspects", "a count of the paper's own remarks"));
    all.push(Claim::number_not_testable("conclusion-fdi-2013", NO_FDI));
    all.push(Claim::number_not_testable("conclusion-fdi-2014", NO_FDI));
    all.extend([
        Claim::sentence(
            "conclusion-deficit-after-fdi",
            format!("{PLACE}, paragraph 3, sentence 5"),
            "Even after China's direct investment North Korea had a large deficit with China in 2013 and 2014",
            "still a large deficit",
            |e| {
                let left = |year: i32, fdi: &str| -> Result<f64, crate::Error> {
                    Ok(Derived::difference(e.surplus(year)?, e.said(fdi)?).value)
                };
                let (a, b) = (left(2013, "conclusion-fdi-2013")?, left(2014, "conclusion-fdi-2014")?);
                Ok(Judgement::new(
                    a > 0.5 * e.surplus(2013)?.value() && b > 0.5 * e.surplus(2014)?.value(),
                    format!("{a:.1} in 2013 and {b:.1} in 2014, $ million (large: over half of the deficit)"),
                ))
            },
        ),
        Claim::not_testable(
            "conclusion-imports-sensitive",
            format!("{PLACE}, paragraph 3, sentence 8"),
            "North Korea's leading imports from China are highly sensitive to its export revenue",
            "highly sensitive",
            "three years of items cannot tell sensitivity to revenue from anything else that changed",
        )
        .beside(|| {
            let shocks = SystemsEvidence::bundled()?.responses.in_short()?;
            Ok(format!("of all imports and exports, not of the items, in responses to a shock: {shocks}"))
        }),
    ]);
    all
}

/// The forecast that the sanctions of March 2016 would hasten the fall of mineral exports.
fn sanctions_accelerate() -> Claim {
    Claim::sentence(
        "conclusion-sanctions-accelerate",
        format!("{PLACE}, paragraph 2, sentence 2"),
        "The sanctions of 2016 will further accelerate the decrease of mineral exports to China (coal, late 2016)",
        "will further accelerate the decrease",
        |e| {
            let growth = |period| Ok::<f64, crate::Error>(e.reported(COAL_GROWTH, period)?.value());
            let (summer, november) = (growth("2016Q3")?, growth("2016-11")?);
            Ok(Judgement::new(
                summer < 0.0 && november < 0.0,
                format!("revenue from coal, over a year: {summer:+} % in 2016Q3, {november:+} % in 2016-11"),
            ))
        },
    )
    .against_outside_data()
    .remark(
        "resolution 2270 let coal through for livelihood purposes; resolution 2321 of November 30, 2016 set the cap",
    )
}

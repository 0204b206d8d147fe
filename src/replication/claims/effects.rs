//! "Effects of Further Downturn", first paragraph: the deficit shrank because imports fell more than exports.

use super::claim::{Claim, Judgement};
use crate::replication::evidence::{EXPORT_ITEMS, IMPORT_ITEMS};
use crate::replication::printed::Derived;
use crate::replication::systems::SystemsEvidence;

const PLACE: &str = "Effects of Further Downturn, paragraph 1";

pub(super) fn claims() -> Vec<Claim> {
    let mut all = deficit();
    all.extend(flows());
    all.extend(interpretations());
    all
}

fn deficit() -> Vec<Claim> {
    vec![
        Claim::number_judged("effects-deficit-year", |e| {
            let (before, after) = (e.surplus(2014)?.value(), e.surplus(2015)?.value());
            let exports = Derived::fall(e.exports(2014)?, e.exports(2015)?).value;
            Ok(Judgement::new(
                after < before && exports > 0.0,
                format!("the deficit went from {before:.0} to {after:.0} while exports fell by {exports:.1} %"),
            ))
        }),
        Claim::number("effects-deficit-2014", |e| Ok(Derived::difference(e.imports(2014)?, e.exports(2014)?))),
        Claim::number("effects-deficit-2015", |e| Ok(Derived::difference(e.imports(2015)?, e.exports(2015)?))),
        Claim::sentence(
            "effects-deficit-2015-revised",
            format!("{PLACE}, sentence 4"),
            "North Korea's deficit with China of $380 million in 2015 against customs in their final state",
            "$380 million",
            |e| {
                let (imports, exports) =
                    (e.customs("nk_imports_from_china", 2015)?, e.customs("nk_exports_to_china", 2015)?);
                let deficit = Derived::difference(imports, exports);
                let holds = deficit.range.meets(e.said("effects-deficit-2015")?.range());
                Ok(Judgement::new(
                    holds,
                    format!("${:.1} million after North Korea's exports were revised", deficit.value),
                ))
            },
        )
        .against_outside_data(),
    ]
}

fn flows() -> Vec<Claim> {
    vec![
        Claim::number("effects-exports-fall", |e| {
            let total = EXPORT_ITEMS[6].0;
            Ok(Derived::difference(e.export_of(total, 2014)?, e.export_of(total, 2015)?))
        })
        .remark("Table 2 gives 277 as well: a slip of the pen"),
        Claim::number("effects-imports-fall", |e| {
            let total = IMPORT_ITEMS[7].0;
            Ok(Derived::difference(e.import_of(total, 2014)?, e.import_of(total, 2015)?))
        })
        .remark("from Table 6, which prints a decimal; Table 2's whole millions give 577"),
        Claim::number("effects-balance-gain", |e| Ok(Derived::difference(e.surplus(2014)?, e.surplus(2015)?))),
        Claim::sentence(
            "effects-flows-add-up",
            format!("{PLACE}, sentence 5"),
            "The fall of imports less the fall of exports is the improvement of the balance",
            "578 less 227 is about 300",
            |e| {
                let said = Derived::difference(e.said("effects-imports-fall")?, e.said("effects-exports-fall")?);
                let gain = Derived::difference(e.surplus(2014)?, e.surplus(2015)?);
                Ok(Judgement::new(
                    said.range.meets(gain.range),
                    format!("578 less 227 is {:.0}; Table 2 has a gain of {:.0}", said.value, gain.value),
                ))
            },
        ),
        Claim::not_testable(
            "effects-imports-cut",
            format!("{PLACE}, sentence 6"),
            "North Korea had to cut imports because it could not enlarge a surplus with other partners",
            "no easy access",
            "a cause within one year; North Korea's balances with other partners in 2015 are not bundled",
        )
        .beside(|| Ok(SystemsEvidence::bundled()?.responses.correlations())),
        Claim::sentence(
            "effects-imports-more",
            format!("{PLACE}, sentence 7"),
            "In 2015 North Korea's imports fell by more than its exports",
            "a larger amount",
            |e| {
                let imports = Derived::difference(e.imports(2014)?, e.imports(2015)?).value;
                let exports = Derived::difference(e.exports(2014)?, e.exports(2015)?).value;
                let holds = imports > exports;
                Ok(Judgement::new(holds, format!("imports by {imports:.0}, exports by {exports:.0}, $ million")))
            },
        ),
    ]
}

fn interpretations() -> Vec<Claim> {
    vec![
        Claim::not_testable(
            "effects-elasticity",
            format!("{PLACE}, sentences 7-8"),
            "North Korea is either sensitive to expected losses of revenue or elastic in its demand for imports",
            "sensitive or elastic",
            "two readings of one observation; one year cannot tell them apart",
        )
        .beside(|| SystemsEvidence::bundled()?.responses.beside_the_claim()),
    ]
}

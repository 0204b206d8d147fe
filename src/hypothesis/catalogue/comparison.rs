//! Entries on units compared with others that an event did not touch.

use super::{Entry, Kind};

pub(super) const ENTRIES: &[Entry] = &[DID, LEADS, SYNTHETIC, PLACEBO_UNITS];

const DID: Entry = Entry {
    id: "difference-in-differences",
    aliases: &["did", "diff-in-diff", "two-way-fixed-effects", "twfe"],
    kind: Kind::Test,
    title: "Difference in differences",
    asks: "Did units that an event touched change otherwise at its date than units that it did not?",
    null: Some("From the date on the treated units changed as the controls did."),
    statistic: "δ in yᵢₜ = αᵢ + λₜ + δ·treatedᵢ·post(D)ₜ + uᵢₜ: with every unit in every period the difference of two means of dᵢ = ȳᵢ,after − ȳᵢ,before. \
                `cluster`: t(G − 1) under the covariance clustered by unit; `collapsed`: Student's t(G − 2) of two means; `welch`; \
                `wild-bootstrap`: signs of units drawn under the null; `permutation`: |δ| among all choices of as many treated units.",
    conventions: &[
        "One date for all treated units; periods are those that all units have.",
        "`cluster` has G/(G − 1)·(n − 1)/(n − k), k = 1 + periods; `cluster-dummies` counts units in k too.",
        "One treated unit (or one control): clustering, Welch and the wild bootstrap see no error of it and are not identified; the \
         permutation, the unit's exact rank, stands first, and `collapsed` is exact for normal changes of one variance.",
        "Under 40 units, or 10 in a group, a note has the simulated size of `cluster`.",
        "All 2^G signs up to 12 units, all choices up to 20,000; else 9,999 draws, p = (1 + number as large)/(1 + draws).",
        "It rests on parallel trends, controls that the event did not reach, and nobody acting before it.",
    ],
    agrees: &[
        "pyfixest and R fixest feols(y ~ D | unit + time, vcov = ~unit), Stata xtreg, fe vce(cluster unit): `cluster`",
        "R vcovCL(type = \"HC1\") and statsmodels with dummies: `cluster-dummies`; R t.test: `collapsed`, `welch`; R combn: `permutation`",
    ],
    differs: &[
        "linearmodels PanelOLS: n/(n − k) with all effects, no G/(G − 1).",
        "wildboottest counts signs with a strictly larger t: the sample itself and its mirror image are missing.",
        "With one treated unit programs print a clustered error all the same, far too small.",
    ],
    references: &[
        "Bertrand, M., Duflo, E. and Mullainathan, S. (2004), How much should we trust differences-in-differences estimates?, Quarterly \
         Journal of Economics 119, 249–275.",
        "Cameron, A. C., Gelbach, J. B. and Miller, D. L. (2008), Bootstrap-based improvements for inference with clustered errors, Review \
         of Economics and Statistics 90, 414–427.",
        "Conley, T. G. and Taber, C. R. (2011), Inference with \"difference in differences\" with a small number of policy changes, Review \
         of Economics and Statistics 93, 113–125.",
    ],
    command: Some("yalu did FILE --unit firm --outcome Y --treated A,B,C --at 2005"),
    docs: "yalu::event::did",
};

const LEADS: Entry = Entry {
    id: "did-leads",
    aliases: &["parallel-trends", "did-pre-trends", "leads"],
    kind: Kind::Test,
    title: "Leads of a difference in differences",
    asks: "Did treated units and controls go apart before the date?",
    null: Some("In every period before the date the groups differed as they did in the last one before."),
    statistic: "δₛ = the groups' difference in s less that in the last period before the date. `cluster`: Wald's F of all s before, clustered \
                by unit, against F(q, G − 1); `hotelling`: T² of two groups, as F(q, G − 1 − q).",
    conventions: &[
        "Hotelling's is exact for normal units of one covariance whatever hangs together over time, with one treated unit too; the clustered \
         F rejects far too often with few units (11 units and 5 leads: 43 % at a level of 5 %).",
        "Leads that are zero speak for parallel trends without proving them; a wide interval speaks for nothing.",
        "More leads than units less 2: not identified. k counts all δₛ and the periods.",
    ],
    agrees: &[
        "pyfixest and fixest i(time, treat, ref); R vcovCL with dummies; R summary(manova(L ~ treated), test = \"Hotelling-Lawley\")",
    ],
    differs: &["Programs that print the clustered F only."],
    references: &[
        "Hotelling, H. (1931), The generalization of Student's ratio, Annals of Mathematical Statistics 2, 360–378.",
        "Roth, J. (2022), Pretest with caution: event-study estimates after testing for parallel trends, American Economic Review: \
         Insights 4, 305–322.",
    ],
    command: Some("yalu did FILE --unit firm --outcome Y --treated A,B,C --at 1995"),
    docs: "yalu::event::did",
};

const SYNTHETIC: Entry = Entry {
    id: "synthetic-control",
    aliases: &["synth", "scm", "synthetic-control-method", "comparative-case-study"],
    kind: Kind::Estimator,
    title: "Synthetic control",
    asks: "How far did a unit that an event touched leave the weighted average of other units that followed it before?",
    null: None,
    statistic: "w = argmin Σ (y₁ₜ − Σ wⱼyⱼₜ)² over the periods before the date, wⱼ ≥ 0, Σ wⱼ = 1; the effect in t is y₁ₜ − Σ wⱼyⱼₜ. RMSPE: \
                root of the mean squared gap, before and after.",
    conventions: &[
        "The outcome in every period before the date is the only predictor, and all periods count alike, unless means of series over \
         periods are named (--predictor): each over its standard deviation over units, with weights V given or searched for (Nelder and \
         Mead, two starts) so that RMSPE before is least.",
        "The weights are the exact optimum (Wolfe 1976); by how much the squared gap could at most still fall is said, and whether other \
         weights are as good.",
        "Periods are those that all units have; a gap inside is refused. Two periods before the date and two donors at least.",
        "Notes: where the treated unit lies above or below every donor, and where RMSPE before is over 25 % of the outcome's \
         standard deviation there (a rule of thumb of ours).",
        "--leave-one-out drops each donor with weight; --placebo-date asks at an earlier date, without the periods after the event.",
        "It rests on what cannot be tested: donors untouched by the event, an average that would have gone on standing for the unit, nothing \
         else at the date, no foresight.",
    ],
    agrees: &[
        "the optimum certified in 60 digits; R nnls and cvxpy's Clarabel on the same problem; R kernlab ipop (which Synth calls) where \
         it converges; pysyncon with custom_V to 5 digits (SLSQP)",
    ],
    differs: &[
        "R Synth and pysyncon divide predictors by their standard deviation over units: even with the outcome alone and equal V their \
         periods do not count alike. Their searches for V end elsewhere, often at a larger RMSPE.",
        "synthdid's sc_estimate has a small ridge penalty and stops its search early.",
    ],
    references: &[
        "Abadie, A. and Gardeazabal, J. (2003), The economic costs of conflict: a case study of the Basque Country, American Economic \
         Review 93, 113–132.",
        "Abadie, A., Diamond, A. and Hainmueller, J. (2010), Synthetic control methods for comparative case studies, Journal of the \
         American Statistical Association 105, 493–505.",
        "Wolfe, P. (1976), Finding the nearest point in a polytope, Mathematical Programming 11, 128–149.",
    ],
    command: Some("yalu synthetic FILE --unit firm --outcome Y --treated C --at 2005 --leave-one-out"),
    docs: "yalu::event::synthetic",
};

const PLACEBO_UNITS: Entry = Entry {
    id: "placebo-units",
    aliases: &["in-space-placebo", "permutation-of-units", "rank-of-rmspe"],
    kind: Kind::Test,
    title: "Placebo units",
    asks: "Did the treated unit leave its synthetic control by more than other units leave theirs?",
    null: Some("The event moved the treated unit no more than it would have moved any other."),
    statistic: "RMSPE after over RMSPE before, of every unit in turn against all others: p = (1 + number as large)/(1 + J) with J donors.",
    conventions: &[
        "Exact where under the null the treated unit is as good as drawn at random from the J + 1; no p is below 1/(J + 1).",
        "`rank`: the treated unit is a donor of the others, so that all are treated alike (Abadie, Diamond and Hainmueller 2010). \
         `rank-donors-only` leaves it out; `rank-effect` ranks the mean effect's size.",
        "A tie counts against the event, and so does a placebo matched exactly before the date. A treated unit matched exactly: not \
         identified.",
    ],
    agrees: &["a loop over units with any of the programs above"],
    differs: &["pysyncon's PlaceboTest leaves the treated unit out of the others' donors: `rank-donors-only`."],
    references: &[
        "Abadie, A., Diamond, A. and Hainmueller, J. (2010), Synthetic control methods for comparative case studies, Journal of the \
         American Statistical Association 105, 493–505.",
        "Firpo, S. and Possebom, V. (2018), Synthetic control method: inference, sensitivity analysis and confidence sets, Journal of \
         Causal Inference 6.",
    ],
    command: Some("yalu synthetic FILE --unit firm --outcome Y --treated C --at 2005 --placebo"),
    docs: "yalu::event::synthetic",
};

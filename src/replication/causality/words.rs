//! What the specifications say, in words: for each question and sample what is found, and what cannot be concluded.

use super::{CausalityEvidence, Direction, Form, Specification};
use crate::replication::run::LEVEL;
use crate::replication::words::listed;

impl Form {
    const fn in_words(self) -> &'static str {
        match self {
            Self::LogLevels => "In logarithms",
            Self::LogChanges => "In changes of logarithms",
            Self::TodaYamamoto => "By Toda and Yamamoto's test",
            _ => "The same given trade with the South",
        }
    }

    const ALL: [Self; 6] = [
        Self::LogLevels,
        Self::LogLevelsWithSouthernTrade,
        Self::LogChanges,
        Self::LogChangesWithSouthernTrade,
        Self::TodaYamamoto,
        Self::TodaYamamotoWithSouthernTrade,
    ];
}

impl Direction {
    const fn in_words(self) -> &'static str {
        match self {
            Self::ExportsOnly => "exports → imports alone",
            Self::ImportsOnly => "imports → exports alone",
            Self::Both => "both directions",
            Self::Neither => "neither direction",
            Self::NotIdentified => "not identified",
        }
    }
}

impl CausalityEvidence {
    /// How many specifications say this at a level, by one convention.
    pub fn count(&self, convention: &str, level: f64, direction: Direction) -> usize {
        self.specifications.iter().filter(|s| s.direction(convention, level) == direction).count()
    }

    /// The counts, what the years after the paper do to them, and what a convention can do.
    pub fn in_words(&self, level: f64) -> Vec<String> {
        let sentences = [Some(self.overview(level)), self.after_the_paper(level), self.one_way_by_convention()];
        sentences.into_iter().flatten().collect()
    }

    /// That exports → imports is found only with the years after the paper, if so it is.
    fn after_the_paper(&self, level: f64) -> Option<String> {
        let found = |later: bool| {
            self.specifications
                .iter()
                .filter(|s| (s.sample == "long") == later && s.direction("F", level) == Direction::ExportsOnly)
                .count()
        };
        (found(true) > 0 && found(false) == 0).then(|| {
            "Exports → imports alone is found only where the years after the paper are included, 2016 to 2020; up to 2015 \
             no specification has it. Sanctions cut exports first and imports after in those years."
                .to_owned()
        })
    }

    /// The counts of all specifications, and on which samples one direction alone is found.
    pub fn overview(&self, level: f64) -> String {
        let count = |direction| self.count("F", level, direction);
        let mut words = format!(
            "Of {} specifications on public figures, F at {} % finds exports → imports alone in {}, imports → exports \
             alone in {}, both in {} and neither in {}; {} are not identified.",
            self.specifications.len(),
            100.0 * level,
            count(Direction::ExportsOnly),
            count(Direction::ImportsOnly),
            count(Direction::Both),
            count(Direction::Neither),
            count(Direction::NotIdentified)
        );
        for (direction, name) in
            [(Direction::ExportsOnly, "exports → imports alone"), (Direction::ImportsOnly, "imports → exports alone")]
        {
            let found = self.where_found(direction, level);
            if !found.is_empty() {
                words += &format!(" Found for {name}: {}.", listed(&found));
            }
        }
        words
    }

    /// `6 of 12 on "as China reported, 43 years"`, for each sample where a direction is found.
    fn where_found(&self, direction: Direction, level: f64) -> Vec<String> {
        let on = |(id, title): (&str, &str)| {
            let found = self.of_sample(id).filter(|s| s.direction("F", level) == direction).count();
            let all = self.of_sample(id).filter(|s| s.direction("F", level) != Direction::NotIdentified).count();
            (found > 0).then(|| format!("{found} of {all} on \"{title}\""))
        };
        self.samples().into_iter().filter_map(on).collect()
    }

    /// What public figures say beside the paper's claim about one direction: exports → imports, or the reverse.
    pub fn beside_the_claim(&self, exports_to_imports: bool, level: f64) -> String {
        let (alone, arrow) = if exports_to_imports {
            (Direction::ExportsOnly, "exports → imports")
        } else {
            (Direction::ImportsOnly, "imports → exports")
        };
        let identified = self.specifications.len() - self.count("F", level, Direction::NotIdentified);
        let found = self.where_found(alone, level);
        let place = if found.is_empty() { String::new() } else { format!(" ({})", listed(&found)) };
        let both = match self.count("F", level, Direction::Both) {
            0 => "none finds both directions".to_owned(),
            n => format!("{n} find both directions"),
        };
        let later = if exports_to_imports { self.after_the_paper(level) } else { None };
        let later = later.map_or(String::new(), |sentence| format!(". {}", sentence.trim_end_matches('.')));
        format!(
            "on public yearly and half-yearly figures, which are not his: of {identified} identified specifications F at \
             {} % finds {arrow} alone in {}{place}; {both}{later}",
            100.0 * level,
            self.count("F", level, alone)
        )
    }

    /// How fourteen years can seem to show one direction: χ² and F on the same rows, with their simulated sizes.
    pub fn one_way_by_convention(&self) -> Option<String> {
        let found = self.find("corrected", Form::TodaYamamotoWithSouthernTrade, 1)?;
        let size = |convention| Some(100.0 * found.simulated_size(convention)?.rejects.value());
        Some(format!(
            "How fourteen years can seem to show one direction alone: by Toda and Yamamoto's test with 2009 whole and trade \
             with the South, the asymptotic χ² ML gives exports → imports p = {:.3} and the reverse {:.3}; F on the same \
             {} rows gives {:.3} and {:.3}. In simulated samples without causality that χ² rejects at a nominal 5 % in \
             {:.0} % of draws, F in {:.0} %.",
            found.forward.p_value("chi2-ml")?,
            found.backward.p_value("chi2-ml")?,
            found.forward.sample().n,
            found.forward.p_value("F")?,
            found.backward.p_value("F")?,
            size("chi2-ml")?,
            size("F")?
        ))
    }

    /// One sentence for each form in which a sample was tested, then what its size allows to conclude.
    pub fn of_sample_in_words(&self, sample: &str, level: f64) -> Vec<String> {
        let mut sentences: Vec<String> =
            Form::ALL.into_iter().filter_map(|form| self.form_in_words(sample, form, level)).collect();
        sentences.push(self.conclusion(sample, level));
        sentences
    }

    fn form_in_words(&self, sample: &str, form: Form, level: f64) -> Option<String> {
        let tested: Vec<&Specification> = self.of_sample(sample).filter(|s| s.form == form).collect();
        let clauses: Vec<String> = Direction::ALL
            .into_iter()
            .filter_map(|direction| {
                let same: Vec<&Specification> =
                    tested.iter().copied().filter(|s| s.direction("F", level) == direction).collect();
                clause(direction, &same)
            })
            .collect();
        (!clauses.is_empty()).then(|| format!("{}: {}.", form.in_words(), clauses.join("; ")))
    }

    /// What a sample's specifications allow to conclude together.
    fn conclusion(&self, sample: &str, level: f64) -> String {
        let count = |direction| self.of_sample(sample).filter(|s| s.direction("F", level) == direction).count();
        let identified = self.of_sample(sample).filter(|s| s.direction("F", level) != Direction::NotIdentified).count();
        let (forward, backward) = (count(Direction::ExportsOnly), count(Direction::ImportsOnly));
        let mut words = match (forward, backward) {
            (0, 0) => {
                "To conclude: no evidence of causality in either direction, which is no evidence that there is none"
                    .to_owned()
            }
            (_, 0) => format!(
                "To conclude: exports help to predict imports in {forward} of {identified} specifications, imports exports in none"
            ),
            (0, _) => format!(
                "To conclude: imports help to predict exports in {backward} of {identified} specifications, exports imports in none"
            ),
            _ => format!(
                "To conclude: exports help to predict imports in {forward} of {identified} specifications and imports exports in \
                 {backward}: the lags and the form decide"
            ),
        };
        if let (Some(f), Some(chi2)) = (self.sizes(sample, "F"), self.sizes(sample, "chi2-ml")) {
            words += &format!(
                ". On fewer than twenty rows F rejects a true null at a nominal 5 % in {f} of simulated samples, χ² ML \
                 in {chi2}"
            );
        }
        words + "."
    }

    /// From the smallest to the largest simulated size on a sample; `None` if all its tests have twenty rows.
    fn sizes(&self, sample: &str, convention: &str) -> Option<String> {
        let sizes: Vec<f64> = self
            .of_sample(sample)
            .filter_map(|s| Some(100.0 * s.simulated_size(convention)?.rejects.value()))
            .collect();
        let (low, high) = (sizes.iter().copied().reduce(f64::min)?, sizes.iter().copied().reduce(f64::max)?);
        Some(format!("{low:.0} to {high:.0} %"))
    }
}

/// Three decimals, or four where three would hide on which side of the level the p-value lies.
fn beside_the_level(p: f64) -> String {
    if (p - LEVEL).abs() < 0.0005 { format!("{p:.4}") } else { format!("{p:.3}") }
}

/// `neither direction at 1 and 2 lags (smallest p: 0.326 exports → imports, 0.260 imports → exports)`.
fn clause(direction: Direction, same: &[&Specification]) -> Option<String> {
    let lags: Vec<usize> = same.iter().map(|s| s.forward.lags()).collect();
    let noun = if lags == [1] { "lag" } else { "lags" };
    let at = match lags.as_slice() {
        [] => return None,
        [first, .., last] if lags.len() > 2 && last - first + 1 == lags.len() => format!("{first} to {last}"),
        _ => listed(&lags),
    };
    let smallest = |p: fn(&Specification) -> Option<f64>| same.iter().filter_map(|s| p(s)).reduce(f64::min);
    let p = match (smallest(|s| s.forward.p_value("F")), smallest(|s| s.backward.p_value("F"))) {
        (Some(forward), Some(backward)) => {
            let which = if lags.len() > 1 { "smallest p" } else { "p" };
            let (forward, backward) = (beside_the_level(forward), beside_the_level(backward));
            format!(" ({which}: {forward} exports → imports, {backward} imports → exports)")
        }
        _ => " (fewer than five degrees of freedom)".to_owned(),
    };
    Some(format!("{} at {at} {noun}{p}", direction.in_words()))
}

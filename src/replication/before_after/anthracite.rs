//! Imports on anthracite, on all exports and on exports without anthracite: what the yearly figures can carry.

use super::{Equation, Unanswerable};
use crate::breaks::PrePost;
use crate::replication::words::{a_range, capitalised, listed};
use crate::table::{Cell, Column, Table};
use crate::{Design, Error, Frame, Period, Stamp, datasets};

/// Fewest residual degrees of freedom of a regime for its slope to be more than a line through its points.
const LEAST: usize = 3;

/// One regression of imports before and after a date, counted.
#[derive(Debug, Clone, PartialEq)]
pub struct AnthraciteQuestion {
    /// What imports are regressed on.
    pub regressor: &'static str,
    /// The form.
    pub equation: Equation,
    /// The first year after.
    pub date: Period,
    /// Years before it.
    pub before: usize,
    /// Years from it on.
    pub after: usize,
    /// The slope before and after, or why there is none.
    pub slopes: Result<[f64; 2], String>,
}

/// The column of each regressor.
const REGRESSORS: [(&str, &str); 3] = [
    ("anthracite", "anthracite"),
    ("exports without anthracite", "others"),
    ("all exports, the same years", "exports"),
];

/// Three regressors in three forms at the two dates, on the years for which anthracite's revenue is known.
pub(super) fn compute() -> Result<Vec<AnthraciteQuestion>, Error> {
    let frame = frame()?;
    let mut all = Vec::new();
    for (regressor, column) in REGRESSORS {
        for equation in Equation::ALL {
            let design = Design::from_formula(&frame, &formula(equation, column))?;
            for date in [Period::annual(2010), Period::annual(2011)] {
                all.push(question(regressor, equation, date, &design)?);
            }
        }
    }
    Ok(all)
}

fn formula(equation: Equation, column: &str) -> String {
    match equation {
        Equation::Levels => format!("imports ~ {column}"),
        Equation::Logs => format!("log(imports) ~ log({column})"),
        Equation::LogChanges => format!("imports_change ~ {column}_change"),
    }
}

fn question(
    regressor: &'static str,
    equation: Equation,
    date: Period,
    design: &Design,
) -> Result<AnthraciteQuestion, Error> {
    let after = design.stamps().iter().filter(|stamp| matches!(stamp, Stamp::Period(year) if *year >= date)).count();
    let (before, k) = (design.nobs() - after, design.terms().len());
    let short = |rows: usize, side: &str| {
        (rows < k + LEAST)
            .then(|| format!("{rows} {} {side} for {k} coefficients", if rows == 1 { "year" } else { "years" }))
    };
    let sides: Vec<String> = [short(before, "before"), short(after, "after")].into_iter().flatten().collect();
    let slopes = if sides.is_empty() {
        let result = PrePost::of_design(design.clone(), date).run()?;
        let slope = result.change(&design.terms()[1])?;
        Ok([slope.before.estimate, slope.after.estimate])
    } else {
        Err(format!("not identified: {}", listed(&sides)))
    };
    Ok(AnthraciteQuestion { regressor, equation, date, before, after, slopes })
}

/// Imports, exports, anthracite and the rest, in the years from the first revenue on; 2009 whole, since its revenue is.
fn frame() -> Result<Frame, Error> {
    let (from, to) = (Period::annual(2006), Period::annual(2015));
    let paper = datasets::get("paper_trade_annual")?.frame()?.window(from, to)?;
    let coal = datasets::get("anthracite_annual")?.frame()?.window(from, to)?;
    let (exports, imports) =
        (paper.column("nk_exports_to_china_2009_corrected")?, paper.column("nk_imports_from_china_2009_corrected")?);
    let anthracite = coal.column("revenue")?;
    let others = exports.iter().zip(anthracite).map(|(all, coal)| Some((*all)? - (*coal)?)).collect();
    // The years without a revenue are left out for every regressor alike.
    let same = exports.iter().zip(anthracite).map(|(all, coal)| coal.and(*all)).collect();
    let frame = paper.select(&["nk_imports_from_china_2009_corrected"])?;
    let columns =
        [("imports", imports.to_vec()), ("anthracite", anthracite.to_vec()), ("others", others), ("exports", same)];
    columns.into_iter().try_fold(frame, |frame, (name, cells)| {
        let changes = changes(&cells);
        frame.with_column(name, cells)?.with_column(format!("{name}_change"), changes)
    })
}

/// Changes of logarithms where two years in a row are known.
fn changes(cells: &[Option<f64>]) -> Vec<Option<f64>> {
    let change = |pair: &[Option<f64>]| Some((pair[1]? / pair[0]?).ln());
    [None].into_iter().chain(cells.windows(2).map(change)).collect()
}

/// Whether anthracite leads imports: a question that needs lags, and so a series without a gap.
pub fn causality() -> Result<Unanswerable, Error> {
    let gap = match frame()?.series("anthracite") {
        Err(error) => error.to_string(),
        Ok(series) => format!("only {} years", series.len()),
    };
    Ok(Unanswerable {
        question: "do anthracite exports Granger-cause imports?".to_owned(),
        because: format!("lags need a series without a gap: {gap}"),
    })
}

/// Why neither anthracite nor the exports without it can be compared.
pub(super) fn unanswerable(all: &[AnthraciteQuestion]) -> Vec<Unanswerable> {
    let refused = |regressor: &str| {
        let own: Vec<_> = all.iter().filter(|one| one.regressor == regressor && one.slopes.is_err()).collect();
        let years = |of: fn(&AnthraciteQuestion) -> usize| a_range(own.iter().map(|one| of(one) as f64), "");
        (!own.is_empty()).then(|| Unanswerable {
            question: format!("imports on {regressor}, before and after May 24, 2010"),
            because: format!(
                "not identified: yearly revenues of three definitions (anthracite, all coal, HS 2701), none for 2008; before the \
                 date lie {}, after it {} of them, for two coefficients on either side (`anthracite_regressions`)",
                years(|one| one.before),
                years(|one| one.after)
            ),
        })
    };
    REGRESSORS[..2].iter().filter_map(|(regressor, _)| refused(regressor)).collect()
}

/// A row for each regressor, form and date.
pub(super) fn table(all: &[AnthraciteQuestion]) -> Table {
    let mut table = Table::new(
        "anthracite_regressions",
        "Imports on anthracite before and after May 24, 2010: what the years can carry",
    )
    .column(Column::text("form", "Form"))
    .column(Column::text("first_after", "After from"))
    .column(Column::number("before", "Before").under("Years"))
    .column(Column::number("after", "After").under("Years"))
    .column(Column::text("slopes", "Slopes before and after"));
    let mut group = "";
    for one in all {
        if one.regressor != group {
            group = one.regressor;
            table = table.group(capitalised(one.regressor));
        }
        table.push_row([
            Cell::text(one.equation.title()),
            Cell::text(one.date.to_string()),
            Cell::count(one.before),
            Cell::count(one.after),
            Cell::text(match &one.slopes {
                Ok([before, after]) => format!("{before:.3} → {after:.3}"),
                Err(because) => because.clone(),
            }),
        ]);
    }
    table
        .note("The years whose revenue from anthracite is published: 2006, 2007 and 2009 to 2015, of three definitions (anthracite, all coal in 2009, HS 2701 in 2015). Changes need two years in a row.")
        .note("A regime with fewer than three residual degrees of freedom is a line drawn through its points: no slope, and no change of one, is printed. Exports without anthracite are the difference of two sources.")
        .note("All exports are compared on all their years in the table of before and after.")
}

/// One sentence.
pub(super) fn in_words(all: &[AnthraciteQuestion]) -> String {
    let refused = all.iter().filter(|one| one.slopes.is_err()).count();
    format!(
        "Imports on anthracite, or on exports without it, cannot be compared before and after: its yearly revenues have a gap and \
         three definitions, and {refused} of {} regressions on their years, those on all exports among them, have too few years on one \
         side (`tables/anthracite_regressions`).",
        all.len()
    )
}

//! `yalu seasonal`: do the seasons differ, and the series without them.

use anyhow::bail;
use clap::{Args as ClapArgs, ValueEnum};
use yalu::Series;
use yalu::seasonal::{Basis, Classical, Decomposition, Model, SeasonalWindow, Seasonality, Stl, StlDefaults};
use yalu::table::{Cell, Column, NumberFormat, Table};

use super::Done;
use super::answer::Answer;
use super::output::Output;
use super::source::Source;

/// Test for seasons, and split a series into trend, seasonal and remainder
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  \
    yalu seasonal trade.csv exports\n  \
    yalu seasonal trade.csv exports --s-window 7 --robust --export adjusted.csv\n  \
    yalu seasonal trade.csv \"log(exports)\" --method classical\n  \
    yalu seasonal trade.csv exports --multiplicative --defaults statsmodels\n\n\
    The text shows the first and the last year; --format csv and --export FILE.csv have all periods.\n\
    The adjusted series' name ends in _seasonally_adjusted, from which later commands know it.\n\
    A series may be a transform of columns: log(x). `yalu explain stl` says how it is computed.")]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// The series: a column, or a transform of columns
    series: String,
    /// Local regressions, or moving averages
    #[arg(long, default_value = "stl")]
    method: MethodName,
    /// Components that multiply: trend × seasonal × remainder
    #[arg(long)]
    multiplicative: bool,
    /// STL: `periodic`, or the years over which each season is smoothed, an odd number
    #[arg(long, value_name = "YEARS", value_parser = window)]
    s_window: Option<SeasonalWindow>,
    /// STL: the periods over which the trend is smoothed, an odd number
    #[arg(long, value_name = "PERIODS")]
    t_window: Option<usize>,
    /// STL: the periods of the low-pass filter, an odd number
    #[arg(long, value_name = "PERIODS")]
    l_window: Option<usize>,
    /// STL: degrees (0 or 1) of the local polynomials of seasonal, trend and low pass
    #[arg(long, value_name = "S,T,L", value_parser = three)]
    degrees: Option<[usize; 3]>,
    /// STL: compute at every so-manieth place only, and interpolate; 1,1,1 computes all
    #[arg(long, value_name = "S,T,L", value_parser = three)]
    jumps: Option<[usize; 3]>,
    /// STL: let outliers weigh less
    #[arg(long)]
    robust: bool,
    /// STL: passes within each robust iteration
    #[arg(long, value_name = "PASSES")]
    inner: Option<usize>,
    /// STL: robust iterations
    #[arg(long, value_name = "ITERATIONS")]
    outer: Option<usize>,
    /// STL: whose defaults stand for what is not given
    #[arg(long, value_name = "PROGRAM")]
    defaults: Option<DefaultsName>,
    /// Classical: a trend that looks at the past alone
    #[arg(long)]
    one_sided: bool,
    /// What the tests compare between seasons
    #[arg(long, default_value = "difference")]
    basis: BasisName,
    /// The level at which the tests are put into words
    #[arg(long, default_value_t = 0.05)]
    level: f64,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum MethodName {
    Stl,
    #[value(alias = "decompose")]
    Classical,
}

#[derive(Clone, Copy, ValueEnum)]
enum DefaultsName {
    R,
    Statsmodels,
}

#[derive(Clone, Copy, ValueEnum)]
enum BasisName {
    /// First differences
    Difference,
    /// Deviations from a line
    Line,
    /// The series as it is
    Levels,
}

fn window(text: &str) -> Result<SeasonalWindow, String> {
    match text {
        "periodic" | "per" => Ok(SeasonalWindow::Periodic),
        _ => text.parse().map(SeasonalWindow::Years).map_err(|_| "write `periodic` or an odd number".to_owned()),
    }
}

fn three(text: &str) -> Result<[usize; 3], String> {
    let numbers: Result<Vec<usize>, _> = text.split(',').map(str::parse).collect();
    numbers
        .ok()
        .and_then(|numbers| numbers.try_into().ok())
        .ok_or_else(|| "write three numbers with commas, such as 1,1,1".to_owned())
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    refuse_flags_of_the_other(args)?;
    let (frame, data) = args.source.read()?;
    let series = frame.expression(&args.series)?;
    let basis = match args.basis {
        BasisName::Difference => Seasonality::of(&series),
        BasisName::Line => Seasonality::of(&series).basis(Basis::Line),
        BasisName::Levels => Seasonality::of(&series).basis(Basis::Levels),
    };
    let parts = decomposition(args, &series)?;
    let test = basis.run()?;
    let year = series.frequency().per_year();
    let mut answer = Answer::of("seasonal")
        .data(data)
        .notes(frame.notes())
        .table(test.table())
        .words(test.in_words(args.level)?)
        .table(pattern(&parts))
        .table(parts.table().ends(year, year))
        .records(parts.table());
    for report in test.reports() {
        answer = answer.result(report)?;
    }
    args.output.show(&answer.result(&parts)?.notes(&parts.notes()))?;
    Ok(Done::Well)
}

fn refuse_flags_of_the_other(args: &Args) -> anyhow::Result<()> {
    let of_stl = [
        ("--s-window", args.s_window.is_some()),
        ("--t-window", args.t_window.is_some()),
        ("--l-window", args.l_window.is_some()),
        ("--degrees", args.degrees.is_some()),
        ("--jumps", args.jumps.is_some()),
        ("--robust", args.robust),
        ("--inner", args.inner.is_some()),
        ("--outer", args.outer.is_some()),
        ("--defaults", args.defaults.is_some()),
    ];
    match args.method {
        MethodName::Classical => match of_stl.iter().find(|(_, given)| *given) {
            Some((flag, _)) => bail!("{flag} belongs to --method stl — leave it out, or ask for STL"),
            None => Ok(()),
        },
        MethodName::Stl if args.one_sided => {
            bail!("--one-sided belongs to --method classical — leave it out, or ask for moving averages")
        }
        MethodName::Stl => Ok(()),
    }
}

fn decomposition(args: &Args, series: &Series) -> Result<Decomposition, yalu::Error> {
    if args.method == MethodName::Classical {
        let mut method = Classical::of(series);
        if args.multiplicative {
            method = method.model(Model::Multiplicative);
        }
        if args.one_sided {
            method = method.one_sided();
        }
        return method.run();
    }
    let mut method = Stl::of(series);
    if args.multiplicative {
        method = method.model(Model::Multiplicative);
    }
    if args.robust {
        method = method.robust();
    }
    method = super::flags::set!(
        method,
        seasonal_window = args.s_window,
        trend_window = args.t_window,
        low_pass_window = args.l_window,
        inner_iterations = args.inner,
        outer_iterations = args.outer,
    );
    if let Some([seasonal, trend, low_pass]) = args.degrees {
        method = method.degrees(seasonal, trend, low_pass);
    }
    if let Some([seasonal, trend, low_pass]) = args.jumps {
        method = method.jumps(seasonal, trend, low_pass);
    }
    method = match args.defaults {
        Some(DefaultsName::Statsmodels) => method.defaults(StlDefaults::Statsmodels),
        Some(DefaultsName::R) | None => method,
    };
    method.run()
}

/// The seasonal of the last year.
fn pattern(parts: &Decomposition) -> Table {
    let word = if parts.model() == Model::Multiplicative { "factor" } else { "amount" };
    let last = parts.seasonal().end();
    let frequency = parts.seasonal().frequency();
    let mut table =
        Table::new("pattern", format!("Seasonal pattern of the last year, to {last}: the {word} of each season"))
            .column(Column::text("season", "Season"))
            .column(Column::number("seasonal", "Seasonal"));
    for (i, value) in parts.pattern().into_iter().enumerate() {
        let season = match frequency {
            yalu::Frequency::Monthly => format!("month {}", i + 1),
            yalu::Frequency::Quarterly => format!("Q{}", i + 1),
            _ => format!("H{}", i + 1),
        };
        table.push_row([Cell::text(season), Cell::number(value, NumberFormat::Significant(5))]);
    }
    table
}

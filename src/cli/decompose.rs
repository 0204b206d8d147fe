//! `yalu decompose`: a change in value split into price and volume, and index numbers.

use anyhow::bail;
use clap::{Args as ClapArgs, ValueEnum};
use yalu::decomposition::index::{Index, IndexFormula, Linking, Matching, Measure, PriceQuantityPanel};
use yalu::decomposition::{Basket, Method, PriceVolume, ZeroRule, comparison_table};
use yalu::{Error, Frame, Period, Stamp, datasets};

use super::Done;
use super::answer::{Answer, Data};
use super::output::Output;
use super::source::Source;

/// Split a change in value between two periods into price and volume, or compute index numbers
#[derive(ClapArgs)]
#[command(
    after_help = "Two shapes of file are read: a long one with the columns period, item, price, quantity (and no --good), \
    or a wide one with two columns for every good.\n\nExamples:\n  \
    yalu decompose minerals.csv --between 2013 2014\n  \
    yalu decompose anthracite_annual --good anthracite=paper_unit_price,paper_volume --between 2013 2014\n  \
    yalu decompose minerals.csv --index fisher --link chained\n  \
    yalu decompose minerals.csv --between 2013 2014 --method bennet --zeros separate"
)]
pub struct Args {
    #[command(flatten)]
    source: Source,
    /// A good of a wide file: its name, its column of prices, its column of quantities
    #[arg(long = "good", value_name = "NAME=PRICE,QUANTITY", value_parser = good)]
    goods: Vec<(String, String, String)>,
    /// The two periods to compare
    #[arg(long, num_args = 2, value_names = ["FIRST", "SECOND"], required_unless_present = "index")]
    between: Vec<String>,
    /// How the part that price and volume share is attributed; all methods if not given
    #[arg(long)]
    method: Option<MethodName>,
    /// What to do with goods that are traded in one of the periods only
    #[arg(long, default_value = "refuse")]
    zeros: ZeroName,
    /// Compute this index over all periods instead: fisher, tornqvist, walsh, laspeyres, paasche, …
    #[arg(long, value_name = "FORMULA", conflicts_with_all = ["between", "method"])]
    index: Option<IndexFormula>,
    /// How an index is linked over periods
    #[arg(long, default_value = "fixed", requires = "index")]
    link: LinkName,
    /// An index of quantities instead of prices
    #[arg(long, requires = "index")]
    quantities: bool,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, ValueEnum)]
enum MethodName {
    Laspeyres,
    Paasche,
    #[value(alias = "shapley")]
    Bennet,
    #[value(name = "lmdi-1", aliases = ["lmdi", "lmdi-i"])]
    LmdiI,
    #[value(name = "lmdi-2", alias = "lmdi-ii")]
    LmdiII,
}

#[derive(Clone, Copy, ValueEnum)]
enum ZeroName {
    /// An error that names the good
    Refuse,
    /// The formulas' limits at zero (Ang and Liu, 2007)
    Limits,
    /// New and discontinued goods in rows of their own
    Separate,
}

#[derive(Clone, Copy, ValueEnum)]
enum LinkName {
    Fixed,
    Chained,
    Geks,
}

/// `coal=price,quantity` or `price,quantity`, whose name is the column of prices.
fn good(text: &str) -> Result<(String, String, String), String> {
    let (name, columns) = text.split_once('=').map_or((None, text), |(name, columns)| (Some(name), columns));
    match columns.split_once(',') {
        Some((price, quantity)) if !price.is_empty() && !quantity.is_empty() => {
            Ok((name.unwrap_or(price).to_owned(), price.to_owned(), quantity.to_owned()))
        }
        _ => Err("write NAME=PRICE,QUANTITY with the names of two columns".to_owned()),
    }
}

pub fn run(args: &Args) -> anyhow::Result<Done> {
    let (panel, data) = panel(args)?;
    let answer = Answer::of("decompose").data(data);
    let answer = match (args.index, args.between.as_slice()) {
        (Some(formula), _) => index(args, formula, &panel, answer)?,
        (None, [first, second]) => change(args, &panel.basket(stamp(first)?, stamp(second)?)?, answer)?,
        _ => bail!("give the two periods to compare: --between 2013 2014"),
    };
    args.output.show(&answer)?;
    Ok(Done::Well)
}

fn change(args: &Args, basket: &Basket, answer: Answer) -> anyhow::Result<Answer> {
    let zeros = match args.zeros {
        ZeroName::Refuse => ZeroRule::Refuse,
        ZeroName::Limits => ZeroRule::Limits,
        ZeroName::Separate => ZeroRule::SeparateNewAndGone,
    };
    let [first, second] = [&args.between[0], &args.between[1]];
    let Some(method) = args.method else {
        let changes = basket.by_every_method(zeros)?;
        let answer = changes.iter().try_fold(answer, |answer, change| answer.result(change))?;
        let title = format!("Change in value from {first} to {second}, by method");
        return Ok(answer.table(comparison_table(&changes).titled(title)));
    };
    let method = match method {
        MethodName::Laspeyres => Method::Laspeyres,
        MethodName::Paasche => Method::Paasche,
        MethodName::Bennet => Method::Bennet,
        MethodName::LmdiI => Method::LmdiI,
        MethodName::LmdiII => Method::LmdiII,
    };
    let change = PriceVolume::by(method).zeros(zeros).run(basket)?;
    let title = format!("Change in value from {first} to {second}, {method}");
    answer.table(change.table().titled(title)).result(&change)
}

fn index(args: &Args, formula: IndexFormula, panel: &PriceQuantityPanel, answer: Answer) -> anyhow::Result<Answer> {
    let linking = match args.link {
        LinkName::Fixed => Linking::FixedBase,
        LinkName::Chained => Linking::Chained,
        LinkName::Geks => Linking::Geks,
    };
    let matching = match args.zeros {
        ZeroName::Refuse => Matching::Refuse,
        ZeroName::Limits => {
            bail!("an index has no limit at zero: choose --zeros separate to compare matched items only")
        }
        ZeroName::Separate => Matching::Matched,
    };
    let measure = if args.quantities { Measure::Quantity } else { Measure::Price };
    let index = match measure {
        Measure::Price => Index::of_prices(formula),
        Measure::Quantity => Index::of_quantities(formula),
    };
    let series = index.linking(linking).matching(matching).run(panel)?;
    answer.table(series.table()).result(&series)
}

/// The prices and quantities, and what JSON says about the data.
fn panel(args: &Args) -> anyhow::Result<(PriceQuantityPanel, Data)> {
    if args.goods.is_empty() {
        let bytes = args.source.bytes()?;
        let panel = PriceQuantityPanel::from_csv(bytes.as_slice()).map_err(|error| {
            let error = error.in_file(args.source.name());
            match error.kind() {
                yalu::ErrorKind::Name => error
                    .remedy("a long file has the columns period, item, price, quantity; for a wide one name the columns with --good NAME=PRICE,QUANTITY"),
                _ => error,
            }
        })?;
        let data = Data {
            file: args.source.name(),
            sha256: datasets::sha256_hex(&bytes),
            rows: panel.periods().len(),
            frequency: None,
        };
        return Ok((panel, data));
    }
    let (frame, data): (Frame, Data) = args.source.read()?;
    let goods: Vec<(&str, &str, &str)> =
        args.goods.iter().map(|(name, price, quantity)| (name.as_str(), price.as_str(), quantity.as_str())).collect();
    Ok((PriceQuantityPanel::from_frame(&frame, &goods)?, data))
}

/// A period, or the number of a row.
fn stamp(text: &str) -> Result<Stamp, Error> {
    match text.parse::<usize>() {
        Ok(number) if text.len() <= 3 => Ok(Stamp::Row(number)),
        _ => text.parse::<Period>().map(Stamp::Period),
    }
}

//! The files of `data/` as they were when the crate was built.

/// The descriptor of all of them.
pub(super) const DESCRIPTOR: &str = include_str!("../../data/datapackage.json");

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        /// Every file by its name in the descriptor.
        pub(super) const FILES: &[(&str, &str)] = &[$(($path, include_str!(concat!("../../data/", $path)))),*];
    };
}

files![
    "anthracite_annual.csv",
    "cell_sources.csv",
    "china_reported_annual.csv",
    "controls_monthly.csv",
    "crude_steel_annual.csv",
    "halfyear_trade.csv",
    "interkorean_annual.csv",
    "iron_ore_annual.csv",
    "other_partners_annual.csv",
    "paper_table1.csv",
    "paper_table2.csv",
    "paper_table3.csv",
    "paper_table4.csv",
    "paper_table5.csv",
    "paper_table6.csv",
    "paper_text_numbers.csv",
    "paper_trade_annual.csv",
    "published_figures.csv",
];

//! Several reports side by side.

use super::{CriticalValue, Outcome, Setting, TestReport, catalogue};
use crate::table::{Cell, Column, NumberFormat, Table};

/// Reports as rows: null hypothesis, convention, statistic, distribution under the null, p-value, critical values where
/// a report has them, and sample.
///
/// What all reports share (the sample, the settings) is said once in the notes, what a convention has for itself in a note
/// of its own; CSV and JSON have it in every record.
pub fn test_table(reports: &[TestReport]) -> Table {
    let samples = distinct(reports.iter().map(|report| report.sample.to_string()));
    let critical = levels(reports);
    let mut table = Table::new("tests", title(reports))
        .column(Column::machine_only("test"))
        .column(Column::text("null", "Null hypothesis"))
        .column(Column::text("convention", "Convention"))
        .column(Column::number("statistic", "Statistic"))
        .column(Column::text("distribution", "Under the null"))
        .column(Column::number("p_value", "p-value"));
    for critical in &critical {
        table = table.column(Column::number(format!("critical_{}", 100.0 * critical.level), critical.level_in_words()));
    }
    table = table
        .column(if samples.len() > 1 { Column::text("sample", "Sample") } else { Column::machine_only("sample") })
        .column(Column::machine_only("settings"));
    let mut above = None;
    for report in reports {
        let null = if above == Some(&report.null) { Cell::ditto(&report.null) } else { Cell::text(&report.null) };
        above = Some(&report.null);
        let [statistic, distribution, p] = outcome(&report.outcome);
        let mut row = vec![Cell::text(report.test), null, Cell::text(report.convention), statistic, distribution, p];
        row.extend(critical.iter().map(|at| {
            let value = report.critical_values.iter().find(|own| own.level == at.level);
            value.map_or(Cell::Empty, |own| Cell::number(own.value, NumberFormat::Decimals(3)))
        }));
        row.extend([Cell::text(report.sample.to_string()), Cell::text(in_words(&report.settings))]);
        table.push_row(row);
    }
    if !critical.is_empty() {
        let levels: Vec<String> = critical.iter().map(CriticalValue::level_in_words).collect();
        table = table.note(format!("Critical values at {}.", levels.join(", ")));
    }
    if let [sample] = samples.as_slice() {
        table = table.note(format!("Sample: {sample}."));
    }
    let shared = shared_settings(reports);
    if !shared.is_empty() {
        table = table.note(format!("Settings: {}.", in_words(&shared)));
    }
    for (convention, own) in own_settings(reports, &shared) {
        table = table.note(format!("{convention}: {}.", in_words(&own)));
    }
    reports.iter().flat_map(|report| &report.notes).fold(table, |table, note| table.note(note.text()))
}

fn outcome(outcome: &Outcome) -> [Cell; 3] {
    match outcome {
        Outcome::Computed { statistic, distribution, p, .. } => {
            [Cell::number(*statistic, NumberFormat::Decimals(3)), Cell::text(distribution.to_string()), Cell::from(*p)]
        }
        Outcome::NotApplicable { because } => [Cell::not_available(because), Cell::Empty, Cell::not_available(because)],
    }
}

/// The levels at which any report has a critical value, the largest first.
fn levels(reports: &[TestReport]) -> Vec<CriticalValue> {
    let mut levels: Vec<CriticalValue> = reports.iter().flat_map(|report| report.critical_values.clone()).collect();
    levels.sort_by(|a, b| b.level.total_cmp(&a.level));
    levels.dedup_by(|a, b| a.level == b.level);
    levels
}

/// The tests' titles, each once.
fn title(reports: &[TestReport]) -> String {
    distinct(reports.iter().map(|r| catalogue::get(r.test).map_or(r.test, |entry| entry.title).to_owned())).join("; ")
}

/// The settings that every report has.
fn shared_settings(reports: &[TestReport]) -> Vec<Setting> {
    let Some((first, others)) = reports.split_first() else { return Vec::new() };
    let everywhere = |setting: &&Setting| others.iter().all(|report| report.settings.contains(setting));
    first.settings.iter().filter(everywhere).cloned().collect()
}

/// The settings that a convention has for itself, such as the date at which its statistic is smallest; none where one
/// convention stands in several rows, whose nulls or samples tell them apart.
fn own_settings<'a>(reports: &'a [TestReport], shared: &[Setting]) -> Vec<(&'a str, Vec<Setting>)> {
    let conventions = distinct(reports.iter().map(|report| report.convention.to_owned()));
    if conventions.len() < reports.len() {
        return Vec::new();
    }
    let own = |report: &'a TestReport| {
        let settings: Vec<Setting> = report.settings.iter().filter(|one| !shared.contains(one)).cloned().collect();
        (!settings.is_empty()).then_some((report.convention, settings))
    };
    reports.iter().filter_map(own).collect()
}

fn in_words(settings: &[Setting]) -> String {
    settings.iter().map(Setting::to_string).collect::<Vec<_>>().join(", ")
}

fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    texts.for_each(|text| {
        if !seen.contains(&text) {
            seen.push(text);
        }
    });
    seen
}

//! One outcome in many units, on the periods that all of them have.

use crate::breaks::BreakDate;
use crate::{Error, ErrorKind, Note, Panel, Period, Sample, Series, Stamp};

/// The outcome of every unit, in the panel's order, over one sample.
#[derive(Debug, Clone)]
pub(super) struct Units {
    /// What the units are, in the singular.
    pub kind: String,
    /// The outcome, by its canonical text.
    pub outcome: String,
    pub names: Vec<String>,
    pub start: Period,
    /// A row of values for each unit.
    pub values: Vec<Vec<f64>>,
    /// Of the panel, and where units of different length cut the sample.
    pub notes: Vec<Note>,
}

impl Units {
    /// # Errors
    /// If the outcome cannot be had in a unit or has a gap there, there are fewer units than two, or no period is common to all.
    pub fn of(panel: &Panel, outcome: &str) -> Result<Self, Error> {
        let series = panel.expression(outcome)?;
        let names: Vec<String> = panel.units().map(str::to_owned).collect();
        let mut ends: Option<[Period; 2]> = None;
        for one in &series {
            let own = [one.start(), one.end()];
            ends = Some(match ends {
                None => own,
                Some([first, last]) => [later(first, own[0])?, earlier(last, own[1])?],
            });
        }
        let Some([start, end]) = ends else {
            return Err(Error::new(ErrorKind::Sample, "a panel of no units").remedy("give one frame for each unit"));
        };
        let mut notes = panel.notes().to_vec();
        if end.since(start)? < 0 {
            let ends = |unit: usize| {
                format!("`{}` is there from {} to {}", names[unit], series[unit].start(), series[unit].end())
            };
            let late = (0..series.len()).find(|&unit| series[unit].start() == start).unwrap_or(0);
            let early = (0..series.len()).find(|&unit| series[unit].end() == end).unwrap_or(0);
            return Err(Error::new(
                ErrorKind::Sample,
                format!("no period is common to all units: {}, {}", ends(early), ends(late)),
            )
            .remedy("leave out the units that are short"));
        }
        notes.extend(cut(&names, &series, [start, end])?);
        let rows = 1 + end.since(start)?.unsigned_abs() as usize;
        let values = series.iter().map(|one| {
            let skipped = start.since(one.start())?.unsigned_abs() as usize;
            Ok(one.values()[skipped..skipped + rows].to_vec())
        });
        let values = values.collect::<Result<Vec<_>, Error>>()?;
        let outcome = series.first().map_or(outcome, Series::name).to_owned();
        Ok(Self { kind: panel.kind().to_owned(), outcome, names, start, values, notes })
    }

    /// The place of a unit.
    ///
    /// # Errors
    /// If there is none of this name: the nearest is suggested.
    pub fn find(&self, unit: &str) -> Result<usize, Error> {
        let place = self.names.iter().position(|name| name == unit);
        place.ok_or_else(|| Error::unknown_name("unit", unit, self.names.iter().map(String::as_str)))
    }

    /// Periods of the sample.
    pub fn periods(&self) -> usize {
        self.values.first().map_or(0, Vec::len)
    }

    pub fn period(&self, row: usize) -> Period {
        self.start.plus(row as i64)
    }

    /// The sample in words; n counts the periods.
    pub fn sample(&self) -> Sample {
        let n = self.periods();
        Sample { first: self.start.into(), last: self.period(n.saturating_sub(1)).into(), n }
    }

    /// Rows before the date.
    ///
    /// # Errors
    /// If the date is of another frequency, or fewer than `least` periods lie before it, or none from it on.
    pub fn rows_before(&self, date: BreakDate, least: usize) -> Result<usize, Error> {
        let Stamp::Period(first_after) = date.first_after else {
            return Err(Error::new(ErrorKind::Calendar, format!("{date} is a row number, and the units have dates"))
                .remedy("give the date as a period"));
        };
        let before = first_after.since(self.start)?;
        if before >= self.periods() as i64 || before < least as i64 {
            let what = if before < least as i64 {
                let lie =
                    if before == 1 { "1 period lies".to_owned() } else { format!("{} periods lie", before.max(0)) };
                format!("{lie} before {first_after}, and {least} are needed")
            } else {
                format!("no period lies at or after {first_after}")
            };
            return Err(Error::new(ErrorKind::Sample, format!("{what}: the sample is {}", self.sample()))
                .remedy("give a date inside the sample"));
        }
        Ok(before.unsigned_abs() as usize)
    }
}

/// A panel of these units, in this order.
///
/// # Errors
/// If there is no such unit.
pub(super) fn chosen(panel: &Panel, units: &[&str]) -> Result<Panel, Error> {
    let frames = units.iter().map(|unit| Ok(((*unit).to_owned(), panel.frame(unit)?.clone())));
    let mut chosen = Panel::new(panel.kind(), frames.collect::<Result<Vec<_>, Error>>()?)?;
    // Notes on the whole file; those on single units come with their frames.
    for note in panel.notes() {
        if !note.text().starts_with("unit `") && !chosen.notes().contains(note) {
            chosen = chosen.with_note(note.clone());
        }
    }
    Ok(chosen)
}

fn later(a: Period, b: Period) -> Result<Period, Error> {
    Ok(if b.since(a)? > 0 { b } else { a })
}

fn earlier(a: Period, b: Period) -> Result<Period, Error> {
    Ok(if b.since(a)? < 0 { b } else { a })
}

/// Says which units cut the sample, if some do.
fn cut(names: &[String], series: &[Series], [start, end]: [Period; 2]) -> Result<Option<Note>, Error> {
    let mut short = Vec::new();
    let mut differ = false;
    for (name, one) in names.iter().zip(series) {
        let (late, early) = (one.start() == start, one.end() == end);
        differ |= !(late && early);
        let begins_late = series.iter().any(|other| other.start() != start) && late;
        let ends_early = series.iter().any(|other| other.end() != end) && early;
        match (begins_late, ends_early) {
            (true, true) => short.push(format!("`{name}` is there from {start} to {end}")),
            (true, false) => short.push(format!("`{name}` begins in {start}")),
            (false, true) => short.push(format!("`{name}` ends in {end}")),
            (false, false) => {}
        }
    }
    if !differ || short.is_empty() {
        return Ok(None);
    }
    let more = short.len().saturating_sub(3);
    short.truncate(3);
    if more > 0 {
        short.push(format!("{more} more units are short"));
    }
    Ok(Some(Note::new(format!(
        "the sample is {start} to {end}, the periods that all units have: {}; without these it is longer",
        short.join(", ")
    ))))
}

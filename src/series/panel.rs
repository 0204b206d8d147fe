//! Many units observed over time: firms, countries, ports.

use super::{Calendar, Frame, Series};
use crate::{Error, ErrorKind, Frequency, Note, Period};

/// One [`Frame`] for each unit, all of one frequency, each with its own first and last period.
///
/// ```
/// use yalu::series::{CsvOptions, Panel};
/// let text = "year,firm,sales\n2001,A,1\n2001,B,5\n2002,A,2\n2002,B,5.5\n";
/// let panel = Panel::from_csv_text(text, "firms.csv", "firm", &CsvOptions::default())?;
/// let growth = panel.expression("dlog(sales)")?;
/// assert_eq!((growth.len(), growth[0].values()[0]), (2, 2.0_f64.ln()));
/// # Ok::<(), yalu::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    kind: String,
    units: Vec<(String, Frame)>,
    notes: Vec<Note>,
}

impl Panel {
    /// A panel of these units; `kind` is what they are, in the singular ("firm").
    ///
    /// # Errors
    /// If there is no unit, a unit has no name or the name of another, a frame has no dates, or frequencies differ.
    pub fn new(kind: impl Into<String>, units: Vec<(String, Frame)>) -> Result<Self, Error> {
        let kind = kind.into();
        let mut first: Option<(&str, Frequency)> = None;
        let mut names = std::collections::HashSet::new();
        for (name, frame) in &units {
            if name.trim().is_empty() {
                return Err(Error::new(ErrorKind::Name, format!("a {kind} has no name")).remedy("name every unit"));
            }
            if !names.insert(name.as_str()) {
                return Err(Error::new(ErrorKind::Name, format!("there are two units `{name}`")).remedy("rename one"));
            }
            let frequency = frame.calendar().start(&format!("unit `{name}`"))?.frequency();
            match first {
                Some((other, own)) if own != frequency => {
                    return Err(Error::new(
                        ErrorKind::Frequency,
                        format!("unit `{name}` is {frequency} where `{other}` is {own}"),
                    )
                    .remedy("bring all units to the lower frequency first"));
                }
                _ => first = first.or(Some((name, frequency))),
            }
        }
        if units.is_empty() {
            return Err(Error::new(ErrorKind::Sample, "a panel of no units").remedy("give one frame for each unit"));
        }
        let mut panel = Self { kind, units, notes: Vec::new() };
        panel.notes = panel.notes_of_units();
        Ok(panel)
    }

    /// The notes of the units' frames: once where all have the same, else with the name of the unit.
    fn notes_of_units(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        for (name, frame) in &self.units {
            for note in frame.notes() {
                let shared = self.units.iter().all(|(_, other)| other.notes().contains(note));
                let note = if shared { note.clone() } else { Note::new(format!("unit `{name}`: {note}")) };
                if !notes.contains(&note) {
                    notes.push(note);
                }
            }
        }
        notes
    }

    /// Adds what a reader of any result from this panel must know.
    #[must_use]
    pub fn with_note(mut self, note: Note) -> Self {
        self.notes.push(note);
        self
    }

    /// What the units are, in the singular: the name of their column.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The units' names, in the order in which they were given.
    pub fn units(&self) -> impl ExactSizeIterator<Item = &str> {
        self.units.iter().map(|(name, _)| name.as_str())
    }

    /// One unit's frame; an error that suggests the nearest name if there is no such unit.
    pub fn frame(&self, unit: &str) -> Result<&Frame, Error> {
        let found = self.units.iter().find(|(name, _)| name == unit);
        found.map(|(_, frame)| frame).ok_or_else(|| Error::unknown_name("unit", unit, self.units()))
    }

    /// Every unit with its frame.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Frame)> {
        self.units.iter().map(|(name, frame)| (name.as_str(), frame))
    }

    /// Rows of all units together.
    pub fn rows(&self) -> usize {
        self.units.iter().map(|(_, frame)| frame.rows()).sum()
    }

    /// How often the units are observed.
    pub fn frequency(&self) -> Option<Frequency> {
        self.units.first().and_then(|(_, frame)| frame.calendar().frequency())
    }

    /// What was assumed when the data were read, and rows that were put in.
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The same panel without some units.
    ///
    /// # Errors
    /// If there is no such unit, or none would be left.
    pub fn without(mut self, units: &[&str]) -> Result<Self, Error> {
        units.iter().try_for_each(|unit| self.frame(unit).map(|_| ()))?;
        self.units.retain(|(name, _)| !units.contains(&name.as_str()));
        if self.units.is_empty() {
            return Err(Error::new(ErrorKind::Sample, "no unit is left").remedy("leave fewer units out"));
        }
        Ok(self)
    }

    /// The rows from `from` to `to`, both included, of every unit that has rows there; a missing end is the unit's own.
    ///
    /// # Errors
    /// If an end has another frequency, the sample ends before it begins, or a unit has no row in it.
    pub fn window(mut self, from: Option<Period>, to: Option<Period>) -> Result<Self, Error> {
        for (name, frame) in &mut self.units {
            let Calendar::From(start) = frame.calendar() else { continue };
            let end = start.plus(frame.rows() as i64 - 1);
            let about = |error: Error| error.about(format!("unit `{name}`"));
            let after = |one: Period, other: Period| one.since(other).map_err(about).map(|steps| steps > 0);
            let mut ends = [start, end];
            if let Some(from) = from {
                ends[0] = if after(from, start)? { from } else { start };
            }
            if let Some(to) = to {
                ends[1] = if after(end, to)? { to } else { end };
            }
            if after(ends[0], ends[1])? {
                return Err(Error::new(
                    ErrorKind::Sample,
                    format!("unit `{name}` has no row in the sample: it goes from {start} to {end}"),
                )
                .remedy("leave the unit out, or choose another sample"));
            }
            *frame = frame.window(ends[0], ends[1]).map_err(about)?;
        }
        Ok(self)
    }

    /// Adds to every unit a column made from its series `name` by a transform, under the name the transform gives it.
    ///
    /// # Errors
    /// Those of [`Frame::derive`], with the unit's name.
    pub fn derive(mut self, name: &str, transform: impl Fn(&Series) -> Result<Series, Error>) -> Result<Self, Error> {
        for (unit, frame) in &mut self.units {
            let derived = frame.clone().derive(name, &transform);
            *frame = derived.map_err(|error| error.about(format!("unit `{unit}`")))?;
        }
        Ok(self)
    }
}

//! A column of a table: its machine name, its header, and where its cells stand.

/// Where a column's cells stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Align {
    /// Words.
    Left,
    /// Numbers.
    Right,
    /// Short codes.
    Center,
}

/// A column: the name it has in CSV and JSON, the header a reader sees, and where its cells stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub(super) name: String,
    header: String,
    align: Align,
    group: Option<String>,
    machine_only: bool,
}

impl Column {
    fn new(name: impl Into<String>, header: impl Into<String>, align: Align) -> Self {
        Self { name: name.into(), header: header.into(), align, group: None, machine_only: false }
    }

    /// A column of words, flush left.
    pub fn text(name: impl Into<String>, header: impl Into<String>) -> Self {
        Self::new(name, header, Align::Left)
    }

    /// A column of numbers, flush right.
    pub fn number(name: impl Into<String>, header: impl Into<String>) -> Self {
        Self::new(name, header, Align::Right)
    }

    /// A column of short codes, centred.
    pub fn centered(name: impl Into<String>, header: impl Into<String>) -> Self {
        Self::new(name, header, Align::Center)
    }

    /// A column that only CSV and JSON show, to say what layout says to a reader.
    pub fn machine_only(name: impl Into<String>) -> Self {
        Self { machine_only: true, ..Self::new(name, "", Align::Left) }
    }

    /// Puts the column under a header that it shares with its neighbours of the same group.
    #[must_use]
    pub fn under(mut self, group: impl Into<String>) -> Self {
        self.group = Some(group.into());
        self
    }

    /// Its name in CSV and JSON, unique within its table.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The header a reader sees.
    pub fn header(&self) -> &str {
        &self.header
    }

    /// Where its cells stand.
    pub fn align(&self) -> Align {
        self.align
    }

    /// The header it shares with its neighbours.
    pub fn group(&self) -> Option<&str> {
        self.group.as_deref()
    }

    /// Whether only CSV and JSON show it.
    pub fn is_machine_only(&self) -> bool {
        self.machine_only
    }
}

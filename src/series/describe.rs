//! Summary statistics: what is in a column, when it begins and ends, and where it has holes.

use serde::Serialize;

use super::frame::Column;
use super::{Calendar, Frame};
use crate::{Frequency, Note, Sample, Stamp};

/// A frame's frequency, rows, columns and notes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Description {
    /// How often the rows come; `None` for row numbers.
    pub frequency: Option<Frequency>,
    /// First and last row and their number; `None` for a frame without rows.
    pub sample: Option<Sample>,
    /// One entry for each column, in order.
    pub columns: Vec<ColumnDescription>,
    /// What was assumed when the data were read.
    pub notes: Vec<Note>,
}

/// Summary statistics of the cells that are not missing; `None` where there are too few, or where the result would
/// leave the range of numbers.
///
/// Quartiles interpolate linearly between the order statistics (Hyndman and Fan 1996, type 7: the default of R and
/// NumPy). The standard deviation divides by n − 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ColumnDescription {
    /// The column's name.
    pub name: String,
    /// Cells with a value.
    pub n: usize,
    /// Cells without.
    pub missing: usize,
    /// The rows of the first and the last value, and `n`.
    pub sample: Option<Sample>,
    /// Runs of missing cells between the first and the last value: first and last row of each.
    pub gaps: Vec<(Stamp, Stamp)>,
    /// Arithmetic mean.
    pub mean: Option<f64>,
    /// Standard deviation; needs two values.
    pub std_dev: Option<f64>,
    /// Smallest value.
    pub min: Option<f64>,
    /// First quartile.
    pub q1: Option<f64>,
    /// Median.
    pub median: Option<f64>,
    /// Third quartile.
    pub q3: Option<f64>,
    /// Largest value.
    pub max: Option<f64>,
    /// Value in the first row that has one.
    pub first: Option<f64>,
    /// Value in the last row that has one.
    pub last: Option<f64>,
}

impl Frame {
    /// Frequency, sample, and for every column its number of values, holes, moments and quartiles.
    ///
    /// ```
    /// use yalu::Frame;
    /// use yalu::series::CsvOptions;
    /// let frame = Frame::from_csv_text("year,x\n2001,1\n2002,NA\n2003,4\n", "example.csv", &CsvOptions::default())?;
    /// let x = &frame.describe().columns[0];
    /// assert_eq!((x.n, x.missing, x.mean, x.median), (2, 1, Some(2.5), Some(2.5)));
    /// assert_eq!(x.gaps[0].0.to_string(), "2002");
    /// # Ok::<(), yalu::Error>(())
    /// ```
    pub fn describe(&self) -> Description {
        let stamp = |row| self.calendar.stamp(row);
        let sample = self.rows.checked_sub(1).map(|last| Sample { first: stamp(0), last: stamp(last), n: self.rows });
        Description {
            frequency: self.calendar.frequency(),
            sample,
            columns: self.columns.iter().map(|column| describe_column(column, self.calendar)).collect(),
            notes: self.notes.iter().cloned().chain(self.provenance_notes()).collect(),
        }
    }
}

fn describe_column(column: &Column, calendar: Calendar) -> ColumnDescription {
    let values: Vec<f64> = column.cells.iter().flatten().copied().collect();
    let mut sorted = values.clone();
    sorted.sort_by(f64::total_cmp);
    let ends = column.cells.iter().position(Option::is_some).zip(column.cells.iter().rposition(Option::is_some));
    let (mean, std_dev) = moments(&values);
    ColumnDescription {
        name: column.name.clone(),
        n: values.len(),
        missing: column.cells.len() - values.len(),
        sample: ends.map(|(first, last)| Sample {
            first: calendar.stamp(first),
            last: calendar.stamp(last),
            n: values.len(),
        }),
        gaps: gaps(&column.cells, calendar),
        mean,
        std_dev,
        min: sorted.first().copied(),
        q1: quantile(&sorted, 0.25),
        median: quantile(&sorted, 0.5),
        q3: quantile(&sorted, 0.75),
        max: sorted.last().copied(),
        first: values.first().copied(),
        last: values.last().copied(),
    }
}

/// Mean and standard deviation, in two passes; scaled so that no intermediate sum overflows.
fn moments(values: &[f64]) -> (Option<f64>, Option<f64>) {
    let largest = values.iter().fold(0.0_f64, |largest, v| largest.max(v.abs()));
    // A power of two, so that scaling loses no digit. Ordinary numbers need none.
    let scale = if (1e-100..1e100).contains(&largest) || largest == 0.0 {
        1.0
    } else {
        largest.log2().floor().clamp(-1022.0, 1023.0).exp2()
    };
    let n = values.len() as f64;
    if values.is_empty() {
        return (None, None);
    }
    let rough = values.iter().map(|v| v / scale).sum::<f64>() / n;
    let mean = rough + values.iter().map(|v| v / scale - rough).sum::<f64>() / n;
    let squares: f64 = values.iter().map(|v| (v / scale - mean).powi(2)).sum();
    let std_dev = (values.len() > 1).then(|| (squares / (n - 1.0)).sqrt() * scale);
    (Some(mean * scale).filter(|v| v.is_finite()), std_dev.filter(|v| v.is_finite()))
}

/// The quantile of type 7: linear between the order statistics around (n − 1) p.
fn quantile(sorted: &[f64], p: f64) -> Option<f64> {
    let place = p * sorted.len().checked_sub(1)? as f64;
    let below = *sorted.get(place.floor() as usize)?;
    let above = *sorted.get(place.ceil() as usize)?;
    let weight = place.fract();
    // Not below + weight (above − below): the difference of two finite numbers may overflow.
    Some(if below == above { below } else { below * (1.0 - weight) + above * weight })
}

/// Runs of missing cells with values on both sides.
fn gaps(cells: &[Option<f64>], calendar: Calendar) -> Vec<(Stamp, Stamp)> {
    let mut gaps = Vec::new();
    let mut last_value: Option<usize> = None;
    for (row, _) in cells.iter().enumerate().filter(|(_, cell)| cell.is_some()) {
        if let Some(before) = last_value.filter(|before| before + 1 < row) {
            gaps.push((calendar.stamp(before + 1), calendar.stamp(row - 1)));
        }
        last_value = Some(row);
    }
    gaps
}

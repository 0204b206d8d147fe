//! Tables of arbitrary cells: every renderer ends, and what it prints is well formed.

use proptest::prelude::*;
use yalu::table::{Cell, Column, Format, NumberFormat, Relation, Table, latex_document};

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,40}",
        "\\PC{0,20}",
        ".{0,12}",
        Just("a|b\\|c <td> & \"x\" 'y' ]]> --> $5 _z_ 100% {x} #1 ^ ~\r\n\t\0\u{1b}".to_owned()),
    ]
}

fn number_format() -> impl Strategy<Value = NumberFormat> {
    prop_oneof![
        (0usize..40).prop_map(NumberFormat::Decimals),
        (0usize..40).prop_map(NumberFormat::Grouped),
        (0usize..40).prop_map(NumberFormat::Significant),
        Just(NumberFormat::PValue),
    ]
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![proptest::num::f64::ANY, -1e4..1e4, Just(f64::NAN), Just(f64::NEG_INFINITY), Just(-0.0)]
}

fn cell() -> impl Strategy<Value = Cell> {
    let relation = || prop_oneof![Just(Relation::Less), Just(Relation::Greater)];
    prop_oneof![
        Just(Cell::Empty),
        words().prop_map(Cell::Text),
        words().prop_map(Cell::Ditto),
        any::<i64>().prop_map(Cell::Integer),
        (number(), number_format()).prop_map(|(x, f)| Cell::Number(x, f)),
        (number(), number_format()).prop_map(|(x, f)| Cell::InParentheses(x, f)),
        (number(), number_format(), 0usize..9).prop_map(|(x, f, n)| Cell::Starred(x, f, n)),
        (number(), number(), number_format()).prop_map(|(a, b, f)| Cell::Interval(a, b, f)),
        (relation(), number()).prop_map(|(r, x)| Cell::Bound(r, x)),
        words().prop_map(Cell::NotAvailable),
    ]
}

fn column() -> impl Strategy<Value = Column> {
    (0u8..4, words(), words(), proptest::option::of(words())).prop_map(|(kind, name, header, group)| {
        let column = match kind {
            0 => Column::text(name, header),
            1 => Column::number(name, header),
            2 => Column::centered(name, header),
            _ => Column::machine_only(name),
        };
        group.into_iter().fold(column, Column::under)
    })
}

fn table() -> impl Strategy<Value = Table> {
    let lines = prop::collection::vec((0u8..8, words(), prop::collection::vec(cell(), 0..5)), 0..8);
    let notes = prop::collection::vec(words(), 0..3);
    (words(), words(), prop::collection::vec(column(), 0..5), lines, notes).prop_map(
        |(id, title, columns, lines, notes)| {
            let table = columns.into_iter().fold(Table::new(id, title), Table::column);
            let table = lines.into_iter().fold(table, |table, (kind, heading, cells)| match kind {
                0 => table.rule(),
                1 => table.group(heading),
                _ => table.row(cells),
            });
            notes.into_iter().fold(table, Table::note)
        },
    )
}

/// The marks `|` of a line of Markdown that are not escaped.
fn pipes(line: &str) -> usize {
    let mut escaped = false;
    line.chars().fold(0, |count, c| {
        let is_mark = c == '|' && !escaped;
        escaped = c == '\\' && !escaped;
        count + usize::from(is_mark)
    })
}

/// Checks that tags nest, attributes are quoted, and `&` only begins one of the entities in use.
fn assert_well_formed(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        assert_text(&rest[..start]);
        let end = start + rest[start..].find('>').expect("a tag is closed");
        let tag = &rest[start + 1..end];
        assert!(tag.matches('"').count().is_multiple_of(2) && !tag.contains('<'), "{tag}");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap_or(tag));
        }
        rest = &rest[end + 1..];
    }
    assert_text(rest);
    assert!(open.is_empty(), "{open:?} not closed");
}

fn assert_text(text: &str) {
    let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
    assert!(!text.contains('>'));
    assert!(
        text.char_indices().filter(|(_, c)| *c == '&').all(|(i, _)| entities.iter().any(|e| text[i..].starts_with(e)))
    );
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
}

proptest! {
    #[test]
    fn every_format_is_rendered_and_ends_a_line(table in table()) {
        for format in Format::ALL {
            for table in [&table, &table.rounded()] {
                let text = table.render(format);
                prop_assert!(text.is_empty() || text.ends_with('\n'), "{format}: {text:?}");
            }
        }
        let document = latex_document(&[table]);
        prop_assert!(document.ends_with("document}\n"), "no end");
    }

    #[test]
    fn csv_is_read_back_as_it_was(table in table()) {
        let text = table.render(Format::Csv);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let header: Vec<String> = reader.headers().unwrap().iter().map(String::from).collect();
        let offset = header.len() - table.columns().len();
        prop_assert!(offset <= 1);
        let names: Vec<&str> = table.columns().iter().map(Column::name).collect();
        prop_assert_eq!(&header[offset..], names.as_slice());
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(records.len(), if names.is_empty() { 0 } else { table.rows().count() });
        for (record, row) in records.iter().zip(table.rows()) {
            for (field, cell) in record.iter().skip(offset).zip(row) {
                match cell {
                    Cell::Text(words) | Cell::Ditto(words) => prop_assert_eq!(field, words),
                    Cell::Integer(value) => prop_assert_eq!(field.parse::<i64>().ok(), Some(*value)),
                    Cell::Number(value, _) if value.is_finite() => {
                        let read: f64 = field.parse().unwrap();
                        // Ten significant digits are half a unit in the tenth place apart at most; subnormals have fewer.
                        prop_assert!((read - value).abs() <= 5.1e-10 * value.abs() + 1e-323, "{} read as {}", value, read);
                    }
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn json_is_read_back_as_it_was(table in table()) {
        let value: serde_json::Value = serde_json::from_str(&table.render(Format::Json)).unwrap();
        let rows = value["rows"].as_array().unwrap();
        prop_assert_eq!(rows.len(), table.rows().count());
        for (record, row) in rows.iter().zip(table.rows()) {
            for (column, cell) in table.columns().iter().zip(row) {
                if let Cell::Number(number, _) = cell {
                    let read = record[column.name()].as_f64();
                    prop_assert_eq!(read.is_some(), number.is_finite());
                    // All digits are written; serde_json's quick reader may miss the last bit.
                    let error = read.map_or(0.0, |read| (read - number).abs());
                    prop_assert!(error <= 1e-15 * number.abs() + 1e-323 || !number.is_finite(), "{}", number);
                }
            }
        }
    }

    #[test]
    fn rows_of_markdown_have_equally_many_cells(table in table()) {
        let text = table.render(Format::Markdown);
        let lines: Vec<&str> = text.lines().filter(|line| line.starts_with('|')).collect();
        let visible = table.columns().iter().filter(|column| !column.is_machine_only()).count();
        if visible > 0 {
            prop_assert!(lines.len() >= 2 + table.rows().count());
            prop_assert!(lines.iter().all(|line| pipes(line) == visible + 1), "{text}");
        }
    }

    #[test]
    fn html_is_well_formed(table in table()) {
        assert_well_formed(&table.render(Format::Html));
    }

    #[test]
    fn latex_braces_and_environments_are_balanced(table in table()) {
        let text = table.render(Format::Latex);
        let mut escaped = false;
        let mut depth = 0i64;
        for c in text.lines().filter(|line| !line.starts_with('%')).flat_map(str::chars) {
            if !escaped {
                depth += i64::from(c == '{') - i64::from(c == '}');
                prop_assert!(depth >= 0);
            }
            escaped = c == '\\' && !escaped;
        }
        prop_assert_eq!(depth, 0);
        prop_assert_eq!(text.matches("\\begin{").count(), text.matches("\\end{").count());
    }

    #[test]
    fn a_number_never_prints_as_nan_minus_zero_or_too_many_digits(value in number(), format in number_format()) {
        let text = format.format(value);
        prop_assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
        prop_assert!(!text.starts_with('-') || text.bytes().any(|b| (b'1'..=b'9').contains(&b)), "{text}");
        let mantissa = text.split('e').next().unwrap_or("");
        let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
        let significant = digits.trim_start_matches('0').trim_end_matches('0').len();
        prop_assert!(significant <= 10, "{value} printed as {text}");
        if value.is_finite() && !text.starts_with('<') {
            prop_assert!(text.replace(',', "").parse::<f64>().is_ok(), "{text}");
        }
    }
}

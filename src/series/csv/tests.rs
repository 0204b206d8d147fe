//! Files as they are found, read rightly; what is refused is in `tests/bad_input.rs`.

use crate::series::{Calendar, CsvOptions, DateColumn, DecimalMark};
use crate::{Frame, Frequency, Period};

fn read(text: &str) -> Frame {
    read_with(text, &CsvOptions::default())
}

fn read_with(text: &str, options: &CsvOptions) -> Frame {
    Frame::from_csv_text(text, "f.csv", options).unwrap()
}

fn notes(frame: &Frame) -> Vec<&str> {
    frame.notes().iter().map(|note| note.text()).collect()
}

fn starts(frame: &Frame, period: &str) -> bool {
    frame.calendar() == Calendar::From(period.parse::<Period>().unwrap())
}

#[test]
fn a_plain_file_leaves_nothing_to_note() {
    let frame = read("year,exports,imports\n2010,1.5,2\n2011,NA,3e2\n2012,-4,\n");
    assert!(starts(&frame, "2010"));
    assert_eq!(frame.column("exports").unwrap(), [Some(1.5), None, Some(-4.0)]);
    assert_eq!(frame.column("imports").unwrap(), [Some(2.0), Some(300.0), None]);
    assert_eq!(frame.notes(), []);
}

#[test]
fn line_ends_marks_and_quotes() {
    let plain = read("month,x\n2010-05,1\n2010-06,2\n");
    for text in [
        "\u{feff}month,x\r\n2010-05,1\r\n2010-06,2\r\n",
        "month,x\r2010-05,1\r2010-06,2",
        "\"month\",\"x\"\n\"2010-05\",\"1\"\n \"2010-06\" , \" 2\"\n\n\n",
        "month , x \n 2010-05 ,\u{a0}1\n2010-06, +2\n",
    ] {
        assert_eq!(read(text), plain, "{text:?}");
    }
    let quoted = read("year,\"x, \"\"so called\"\"\nin two lines\"\n2010,1\n2011,2\n");
    assert_eq!(quoted.names().collect::<Vec<_>>(), ["x, \"so called\"\nin two lines"]);
}

#[test]
fn decimal_commas_and_thousands() {
    let frame = read("year;x;y\n2010;1.234,5;0,5\n2011;1.234.567;-1.234\n");
    assert_eq!(frame.column("x").unwrap(), [Some(1234.5), Some(1_234_567.0)]);
    assert_eq!(frame.column("y").unwrap(), [Some(0.5), Some(-1234.0)]);
    assert_eq!(
        notes(&frame),
        ["fields are separated by semicolons", "the decimal mark is a comma", "points separate thousands"]
    );
    let frame = read("year,x\n2010,\"1,234\"\n2011,987.5\n");
    assert_eq!(frame.column("x").unwrap(), [Some(1234.0), Some(987.5)]);
    for blank in [" ", "\u{a0}", "\u{202f}", "'"] {
        let frame = read(&format!("year;x\n2010;12{blank}345,5\n2011;6\n"));
        assert_eq!(frame.column("x").unwrap(), [Some(12345.5), Some(6.0)]);
    }
    // Two groups cannot be decimals: the mark is settled without being told.
    let frame = read("year;x\n2010;1,234,567\n2011;1,234\n");
    assert_eq!(frame.column("x").unwrap(), [Some(1_234_567.0), Some(1234.0)]);
    // Three decimals behind a zero cannot be thousands.
    let frame = read("year;x\n2010;0,234\n2011;1,234\n");
    assert_eq!(frame.column("x").unwrap(), [Some(0.234), Some(1.234)]);
}

#[test]
fn every_word_for_missing() {
    let words = ["", "NA", "na", "N/A", "n.a.", "NaN", "null", "None", "#N/A", ".", "..", "...", ":"];
    for word in words {
        let frame = read(&format!("year,x\n2010,1\n2011,{word}\n2012,2\n"));
        assert_eq!(frame.column("x").unwrap(), [Some(1.0), None, Some(2.0)], "{word}");
    }
    let options = CsvOptions::default().missing(["-"]);
    assert_eq!(read_with("year,x\n2010,-\n2011,-1\n", &options).column("x").unwrap(), [None, Some(-1.0)]);
    assert!(Frame::from_csv_text("year,x\n2010,NA\n2011,1\n", "f.csv", &options).is_err());
}

#[test]
fn absent_rows_become_missing_cells() {
    let frame = read("half,x\n2013H1,1\n2013H2,2\n2014H2,3\n2016H1,4\n");
    assert_eq!(frame.column("x").unwrap(), [Some(1.0), Some(2.0), None, Some(3.0), None, None, Some(4.0)]);
    assert_eq!(notes(&frame), ["the file has no row for 2014H1, 2015H1 to 2015H2: 3 row(s) of missing cells put in"]);
    assert_eq!(frame.series("x").unwrap_err().message(), "`x` has no value in 2014H1");
}

#[test]
fn dates_show_their_frequency() {
    for (text, start) in [
        ("date,x\n2010-01-01,1\n2010-02-01,2\n", "2010-01"),
        ("date,x\n2010-01-31,1\n2010-02-28,2\n", "2010-01"),
        ("date,x\n2010-03-31,1\n2010-06-30,2\n", "2010Q1"),
        ("date,x\n2010-01-01,1\n2010-04-01,2\n", "2010Q1"),
        ("date,x\n2010/06/30,1\n2010/12/31,2\n", "2010H1"),
        ("date,x\n2010-12-31,1\n2011-12-31,2\n", "2010"),
    ] {
        let frame = read(text);
        assert!(starts(&frame, start), "{text:?}: {:?}", frame.calendar());
        let frequency = start.parse::<Period>().unwrap().frequency();
        assert_eq!(notes(&frame), [format!("the data are {frequency}, as the spacing of their dates shows")]);
    }
    let told = CsvOptions::default().frequency(Frequency::Quarterly);
    let frame = read_with("date,x\n2010-03,1\n2010-06,2\n2010-09,3\n2010-12,4\n", &told);
    assert!(starts(&frame, "2010Q1") && frame.rows() == 4);
}

#[test]
fn numbers_that_are_no_years() {
    for text in [
        "id,x\n1,5\n2,6\n",
        "pop,x\n1990,5\n1985,6\n",
        "code,x\n1001,5\n1002,6\n",
        "x\n1990\n1991\n",
        "y,x1\n60323,83\n61122,88.5\n",
    ] {
        assert_eq!(read(text).calendar(), Calendar::Rows, "{text:?}");
    }
    let frame = read("t,x\n1990,5\n1991,6\n");
    assert!(starts(&frame, "1990"));
    assert_eq!(notes(&frame), ["the first column, `t`, is read as years"]);
    let frame = read_with("t,x\n1990,5\n1991,6\n", &CsvOptions::default().date(DateColumn::None));
    assert_eq!(frame.column("t").unwrap(), [Some(1990.0), Some(1991.0)]);
    let panel = read("firm,year,x\n1,1990,5\n1,1991,6\n");
    assert_eq!(panel.calendar(), Calendar::Rows);
    assert_eq!(notes(&panel), ["the rows are numbered: the first column is not a date; `year` is read as values"]);
}

#[test]
fn columns_by_choice() {
    let text = "year,status,x,y\n2010,final,1,2\n2011,revised,3,4\n";
    let frame = read_with(text, &CsvOptions::default().columns(["y", "x"]));
    assert_eq!(frame.names().collect::<Vec<_>>(), ["y", "x"]);
    let frame = read_with(text, &CsvOptions::default().skip_text(true));
    assert_eq!(frame.names().collect::<Vec<_>>(), ["x", "y"]);
    assert_eq!(notes(&frame), ["column `status` holds text and is left out"]);
    // One number in a column of text: a slip, not a column of text.
    let mixed = "year,x\n2010,5\n2011,five\n";
    assert!(Frame::from_csv_text(mixed, "f.csv", &CsvOptions::default().skip_text(true)).is_err());
    let named = CsvOptions::default().date(DateColumn::Named("when".into())).decimal(DecimalMark::Point);
    let frame = read_with("x,when\n1,May 2010\n2,June 2010\n", &named);
    assert!(starts(&frame, "2010-05"));
}

#[test]
fn numbers_are_read_to_the_last_digit() {
    for text in ["0.1", "1e-300", "1.7976931348623157e308", "5e-324", "123456789.123456789", "-0.1e+2"] {
        let frame = read(&format!("x,y\n{text},.5\n5.,1\n"));
        assert_eq!(frame.column("x").unwrap()[0], text.parse().ok(), "{text}");
    }
}

#[test]
fn row_numbers_that_nobody_asked_for() {
    for text in ["\"\",\"year\",\"x\"\n\"1\",2010,5\n\"2\",2011,6\n", ",year,x\n0,2010,5\n1,2011,6\n"] {
        let frame = read(text);
        assert!(starts(&frame, "2010"));
        assert_eq!(frame.names().collect::<Vec<_>>(), ["x"]);
        assert_eq!(notes(&frame), ["the first column has no name and numbers the rows: it is left out"]);
    }
}

#[test]
fn names_that_look_a_little_like_numbers() {
    assert_eq!(read("e1,E2\n1,2\n").names().collect::<Vec<_>>(), ["e1", "E2"]);
    assert_eq!(read("item,2010,2011\n1,5,6\n").names().collect::<Vec<_>>(), ["item", "2010", "2011"]);
}

#[test]
fn a_file_on_disk() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("trade.csv");
    std::fs::write(&path, "year,x\n2010,1\n2011,two\n").unwrap();
    let error = Frame::read_csv(&path, &CsvOptions::default()).unwrap_err().to_string();
    assert!(error.starts_with(&format!("{}, line 3, column 6: ", path.display())), "{error}");
    std::fs::write(&path, "year,x\n2010,1\n2011,2\n").unwrap();
    assert_eq!(Frame::read_csv(&path, &CsvOptions::default()).unwrap().rows(), 2);
}

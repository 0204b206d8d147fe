use yalu::series::{CsvOptions, DateColumn, DecimalMark, Delimiter};
use yalu::{ErrorKind, Frame, Frequency};

fn read(text: impl AsRef<[u8]>) -> Result<Frame, yalu::Error> {
    Frame::from_csv_text(text, "f.csv", &CsvOptions::default())
}

/// Refused with this message, `f.csv` and the place in front of it.
#[track_caller]
fn refused(text: impl AsRef<[u8]>, message: &str) {
    refused_with(text, &CsvOptions::default(), message);
}

#[track_caller]
fn refused_with(text: impl AsRef<[u8]>, options: &CsvOptions, message: &str) {
    match Frame::from_csv_text(text, "f.csv", options) {
        Ok(frame) => panic!("read as {frame:?}"),
        Err(error) => assert_eq!(error.to_string(), message),
    }
}

#[test]
fn a_file_that_is_not_there() {
    let error = Frame::read_csv("no/such/file.csv", &CsvOptions::default()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Io);
    assert!(error.to_string().starts_with("no/such/file.csv: the file cannot be read ("));
}

#[test]
fn nothing_to_read() {
    let empty = "f.csv: the file is empty — it needs a line of names and one line for every observation";
    refused("", empty);
    refused("\u{feff} \r\n\n", empty);
    refused(
        "year,x\n",
        "f.csv, line 1, column 1: the file has names and no rows — it needs one line for every observation below the names",
    );
}

#[test]
fn bytes_that_are_not_utf8() {
    refused(
        b"year,x\r\n2010,1\r\n2011,\xe9\r\n",
        "f.csv, line 3, column 6: the byte 0xe9 is not UTF-8 — save the file as UTF-8; `iconv -f FROM -t UTF-8` converts it",
    );
    refused(b"\xff\xfea\0", "f.csv: the file is in UTF-16 — save it as UTF-8 (in Excel: `CSV UTF-8`)");
    refused("a\0b\n1\n", "f.csv, line 1, column 2: a zero byte: this is not a text file — save it as CSV in UTF-8");
}

#[test]
fn ragged_and_badly_quoted_lines() {
    refused(
        "a,b\n1,2\n\n3\n",
        "f.csv, line 4, column 1: 1 field in this line where the line of names has 2 — give every line as many fields; \
         quote a field that holds the delimiter; or say `--delimiter`",
    );
    refused(
        "a,b\n1,\"2\n3,4\n",
        "f.csv, line 2, column 3: a quotation mark is opened here and never closed — close it, or delete it",
    );
    refused(
        "a,b\n1,2\"\n",
        "f.csv, line 2, column 4: a quotation mark stands inside a field that does not begin with one — put the whole \
         field in quotation marks and double the inner ones",
    );
    refused(
        "a,b\n1,\"2\"3\n",
        "f.csv, line 2, column 6: something follows a closing quotation mark — double the quotation marks inside a field",
    );
    refused(
        "x\n1\n\n2\n",
        "f.csv, line 3, column 1: a blank line — write NA if the value is missing, or delete the line",
    );
}

#[test]
fn two_delimiters() {
    let text = "year;x, mn\n2010;1,5\n2011;2,5\n";
    refused(
        text,
        "f.csv, line 1, column 1: the fields can be separated by commas or by semicolons alike — say which with `--delimiter`",
    );
    let options = CsvOptions::default().delimiter(Delimiter::Semicolon);
    let frame = Frame::from_csv_text(text, "f.csv", &options).unwrap();
    assert_eq!(frame.column("x, mn").unwrap(), [Some(1.5), Some(2.5)]);
}

#[test]
fn names() {
    refused("a,b,a\n1,2,3\n", "f.csv, line 1, column 5: columns 1 and 3 are both named `a` — rename one");
    refused(
        "a,\n1,2\n",
        "f.csv, line 1, column 3: column 2 has no name — name it, or choose the columns to read with `--columns`",
    );
    refused(
        "2010,1.5\n2011,2\n",
        "f.csv, line 1, column 1: the first line holds values where the columns' names should stand — put a line of names on top",
    );
    refused_with(
        "year,imports\n2010,1\n",
        &CsvOptions::default().columns(["import"]),
        "f.csv: there is no column `import` — did you mean `imports`? (columns: year, imports)",
    );
    refused_with(
        "year,imports\n2010,1\n",
        &CsvOptions::default().date(DateColumn::Named("yeer".into())),
        "f.csv: there is no column `yeer` — did you mean `year`? (columns: year, imports)",
    );
}

#[test]
fn decimal_marks() {
    refused(
        "a;b\n1,234;2,345\n",
        "f.csv, line 2, column 1: `1,234` can have decimals or be in thousands, and no other number tells which — say \
         which mark is the decimal one with `--decimal point` or `--decimal comma`",
    );
    refused(
        "a;b\n1.5;1\n2;2,5\n",
        "f.csv, line 3, column 3: `1.5` in line 2 and `2,5` here have different decimal marks — write every number in \
         the same way",
    );
    refused(
        "a;b\n1 234,5;1\n2'345;2\n",
        "f.csv, line 3, column 1: column `a`: `2'345` separates thousands by `'` where ` ` did above — write every \
         number in the same way",
    );
    refused(
        "a,b\n1.5,\"1,23,456\"\n",
        "f.csv, line 2, column 5: column `b`: `1,23,456` is not a number with a decimal point — write it in plain \
         digits; if `,` is the decimal mark, say so with `--decimal`",
    );
    // The same text, once the mark is said.
    let text = "a;b\n1,234;2,345\n";
    let comma = CsvOptions::default().decimal(DecimalMark::Comma);
    let point = CsvOptions::default().decimal(DecimalMark::Point);
    assert_eq!(Frame::from_csv_text(text, "f", &comma).unwrap().column("a").unwrap(), [Some(1.234)]);
    assert_eq!(Frame::from_csv_text(text, "f", &point).unwrap().column("a").unwrap(), [Some(1234.0)]);
}

#[test]
fn cells_that_are_not_numbers() {
    let cases = [
        (
            "abc",
            "is not a number — choose the columns to read with `--columns`, or leave the cell blank if the value is missing",
        ),
        ("1e400", "is too large for a number — rescale the column"),
        ("1e-400", "is too small for a number — rescale the column"),
        ("inf", "is infinite — leave the cell blank if the value is missing"),
        ("-Infinity", "is infinite — leave the cell blank if the value is missing"),
        ("0x10", "is not a number in plain digits — write it in plain digits"),
        ("1_000", "is not a number in plain digits — write it in plain digits"),
        ("5%", "has a percent sign — write the number alone and say percent in the column's name"),
        ("$5", "has a currency sign — write the number alone and say the currency in the column's name"),
        ("(5)", "is in parentheses — write a negative number with a minus sign"),
        ("#DIV/0!", "is an error of a spreadsheet — mend its formula, or leave the cell blank"),
        ("-", "can mean zero or missing — write 0, leave the cell blank, or add the dash to the words for missing"),
        (
            "1.2.3",
            "is not a number with a decimal point — write it in plain digits; if `,` is the decimal mark, say so with `--decimal`",
        ),
    ];
    for (cell, rest) in cases {
        refused(
            format!("year,x\n2010,0.5\n2011,{cell}\n"),
            &format!("f.csv, line 3, column 6: column `x`: `{cell}` {rest}"),
        );
    }
    for cell in ["1e", "e5", "+", "--5", "1e5.5", "1 2", "０", "1e+-5", "5-", "1.5e", "+−5"] {
        assert!(read(format!("year,x\n2010,{cell}\n")).is_err(), "{cell}");
    }
}

#[test]
fn dates() {
    refused(
        "year,x\n2010,1\n2010,2\n",
        "f.csv, line 3, column 1: 2010 stands here and in line 2 — keep one row for each date, or read the rows without \
         dates (`--date none`)",
    );
    refused(
        "year,x\n2010,1\n2012,2\n2011,3\n",
        "f.csv, line 4, column 1: 2011 comes after 2012 in line 3 — sort the rows by date",
    );
    refused(
        "year,x\n2012,1\n2011,2\n",
        "f.csv, line 3, column 1: 2011 comes after 2012 in line 2 — the newest date stands first: turn the order of the rows round",
    );
    refused(
        "year,quarter,x\n2010,1,5\n2010,2,6\n",
        "f.csv, line 3, column 1: 2010 stands here and in line 2 — join the year and `quarter` in one column: 2010Q1, 2010-05",
    );
    refused(
        "date,x\n2010Q1,1\n2011,2\n",
        "f.csv, line 3, column 1: `2011` is annual where `2010Q1` above is quarterly — keep one frequency in a file",
    );
    refused(
        "date,x\n01/02/2010,1\n",
        "f.csv, line 2, column 1: column `date`: `01/02/2010` can be read as day/month and as month/day — write 2010, \
         2010H1, 2010Q2 or 2010-05; or read the rows without dates (`--date none`)",
    );
    refused(
        "x,y\n2010-05,1\n2010-06,2\n2010-7x,3\n",
        "f.csv, line 4, column 1: column `x`: `2010-7x` is not a period — write 2010, 2010H1, 2010Q2 or 2010-05; or \
         read the rows without dates (`--date none`)",
    );
    refused(
        "when,y\n05/06/2010,1\n",
        "f.csv, line 2, column 1: column `when`: `05/06/2010` can be read as day/month and as month/day — write 2010, \
         2010H1, 2010Q2 or 2010-05; or read the rows without dates (`--date none`)",
    );
    refused(
        "date,x\n2010-05-03,1\n2010-05-04,2\n",
        "f.csv, line 2, column 1: `2010-05-03` is a single day; the dates are neither all first nor all last days of a \
         month — write months (2010-05); aggregate daily or weekly data to months first",
    );
}

#[test]
fn frequencies() {
    refused(
        "date,x\n2010-02-01,1\n2010-05-01,2\n2010-08-01,2\n",
        "f.csv, line 2, column 1: `2010-02-01`: the dates neither all begin nor all end quarterly periods of the \
         calendar — write 2010, 2010H1 or 2010Q2",
    );
    refused(
        "date,x\n2010-05-01,1\n",
        "f.csv, line 2, column 1: a single date does not show how often the data come — write 2010, 2010H1, 2010Q2 or \
         2010-05, or say `--frequency`",
    );
    refused(
        "date,x\n2010-01,1\n2010-04,2\n2010-07,3\n2010-10,4\n",
        "f.csv, line 5, column 1: from 2010-01 to `2010-10` 6 of 10 monthly dates have no row — check the dates; say \
         `--frequency` if the data come less often; or read them without dates (`--date none`)",
    );
    refused_with(
        "date,x\n2010Q1,1\n2010Q2,2\n",
        &CsvOptions::default().frequency(Frequency::Annual),
        "f.csv, line 2, column 1: `2010Q1` is quarterly where annual data are asked for — read the file at its own \
         frequency and aggregate",
    );
}

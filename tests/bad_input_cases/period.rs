use yalu::{ErrorKind, Frequency, Period};

fn refused(text: &str) -> String {
    let error = text.parse::<Period>().expect_err(text);
    assert_eq!(error.kind(), ErrorKind::Period);
    error.to_string()
}

#[test]
fn two_readings() {
    assert_eq!(
        refused("05/06/2010"),
        "`05/06/2010` can be read as day/month and as month/day — write the year first: 2010-05, or 2010-05-01"
    );
    assert_eq!(
        refused("13/6/2010"),
        "`13/6/2010` ends with the year, a form in which other dates can be read two ways — write the year first: \
         2010-05, or 2010-05-01"
    );
    assert_eq!(refused("201005"), "`201005` is a number as well as a date — write 2010-05");
    assert_eq!(refused("20100501"), "`20100501` is a number as well as a date — write 2010-05");
    assert_eq!(refused("2010.05"), "`2010.05` is a number, not a period — write 2010 for a year, 2010-05 for a month");
    assert_eq!(refused("2010:1"), "`2010:1` is not a period — write 2010, 2010H1, 2010Q2 or 2010-05");
}

#[test]
fn no_year_of_four_digits() {
    for text in ["10-05", "05/10", "May 10", "10-May"] {
        assert_eq!(refused(text), format!("`{text}` has no year of four digits — write the year in full: 2010-05"));
    }
    assert_eq!(refused("Q2 10"), "`Q2 10` is not a period — write 2010, 2010H1, 2010Q2 or 2010-05");
    assert_eq!(refused("0999"), "`0999`: the year 0999 is not between 1000 and 2999 — write the year in full: 2010");
}

#[test]
fn a_part_that_no_year_has() {
    assert_eq!(
        refused("2010Q5"),
        "`2010Q5`: a year has 4 quarterly periods; there is no number 5 — number them from 1 to 4"
    );
    assert_eq!(
        refused("2010-13"),
        "`2010-13`: a year has 12 monthly periods; there is no number 13 — number them from 1 to 12"
    );
    assert_eq!(refused("2010-02-30"), "`2010-02-30`: 2010-02 has no day 30 — mend the day, or write the month alone");
}

#[test]
fn a_day() {
    assert_eq!(refused("2010-05-24"), "`2010-05-24` is a single day; the shortest period is a month — write 2010-05");
}

#[test]
fn no_period_at_all() {
    for text in ["", " ", "abc", "2010XYZ", "2010-", "-2010", "2010--05", "Q 2010", "2010 05", "２０１０", "nan", "inf"]
    {
        assert!(refused(text).ends_with("write 2010, 2010H1, 2010Q2 or 2010-05"), "{text}: {}", refused(text));
    }
    let long = "9".repeat(100_000);
    assert!(refused(&long).len() < 300);
}

#[test]
fn periods_of_different_frequency() {
    let (year, month) = (Period::annual(2010), Period::new(Frequency::Monthly, 2010, 5).unwrap());
    assert_eq!(
        month.since(year).unwrap_err().to_string(),
        "2010-05 is monthly and 2010 is annual — write the date at the data's own frequency"
    );
    assert_eq!(
        year.convert(Frequency::Monthly).unwrap_err().to_string(),
        "2010 is annual and lies in no single monthly period — write the monthly period itself"
    );
    assert_eq!(
        Period::range(year, Period::annual(2009)).unwrap_err().to_string(),
        "the range 2010 to 2009 ends before it begins — give the earlier date first"
    );
    assert_eq!(month.partial_cmp(&year), None);
}

#[test]
fn no_frequency() {
    assert_eq!(
        "weekly".parse::<Frequency>().unwrap_err().to_string(),
        "`weekly` is not a frequency — write annual, half-yearly, quarterly or monthly"
    );
}

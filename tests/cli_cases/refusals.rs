//! Bad input of every kind: the message says what is wrong, where, and what to do.

use super::bench::{Bench, dated};

#[test]
fn files_that_are_no_tables() {
    let bench = Bench::new();
    let describe = |file: &str, words: &[&str]| bench.refused(&["describe", file], words);
    describe("nowhere.csv", &["no file `nowhere.csv`", "yalu data list"]);
    describe("anthracit_annual", &["did you mean `anthracite_annual`"]);
    describe("paper_table1", &["`paper_table1` has a line for each number", "yalu data list"]);
    describe(".", &["`.`", "name a CSV file"]);
    describe(bench.file("empty.csv", ""), &["empty.csv", "empty"]);
    describe(bench.file("names.csv", "year,x\n"), &["names.csv", "names and no rows"]);
    describe(bench.file("ragged.csv", "year,x,y\n2001,1,2\n2002,1\n"), &["ragged.csv, line 3", "2 fields"]);
    describe(
        bench.file("text.csv", "year,x,who\n2001,1,ann\n"),
        &["text.csv, line 2", "`ann` is not a number", "--columns"],
    );
    describe(bench.file("inf.csv", "year,x\n2001,1\n2002,inf\n"), &["line 3", "`inf` is infinite"]);
    describe(bench.file("twice.csv", "year,x\n2001,1\n2001,2\n"), &["twice.csv", "2001"]);
    describe(bench.file("latin.csv", b"year,pa\xeds\n2001,1\n"), &["latin.csv, line 1", "UTF-8"]);
    let run = bench.shell("printf '' | yalu describe -");
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("standard input"), "{}", run.stderr);
}

#[test]
fn options_of_reading() {
    let bench = Bench::new();
    let describe = |more: &[&str], words: &[&str]| bench.refused(&[&["describe", "trade.csv"], more].concat(), words);
    describe(&["--date", "mont"], &["did you mean `month`"]);
    describe(&["--columns", "export"], &["did you mean `exports`"]);
    describe(&["--from", "mai 2010"], &["`mai 2010` is not a period", "2010-05"]);
    describe(&["--from", "2009"], &["2009 is annual", "2008-01 is monthly"]);
    describe(&["--to", "2030-01"], &["2030-01", "2008-01 to 2013-12"]);
    describe(&["--from", "2012-01", "--to", "2009-01"], &["2012-01", "2009-01"]);
    bench.file("undated.csv", "x,y\n1,2\n3,5\n4,4\n");
    bench.refused(&["describe", "undated.csv", "--from", "2009"], &["--date"]);
}

#[test]
fn formulas() {
    let bench = Bench::new();
    let regress = |formula: &str, words: &[&str]| bench.refused(&["regress", "trade.csv", formula], words);
    regress("imports ~ export", &["did you mean `exports`", "^^^^^^"]);
    regress("imports", &["response ~ terms"]);
    regress("imports ~ exports +", &["a term was expected"]);
    regress("imports ~ lgo(exports)", &["no function `lgo`", "log"]);
    regress("imports ~ log(exports - 500)", &["2008-01", "logarithm"]);
    regress("imports ~ exports * post(2030-01)", &["0 in every row", "2008-01 to 2013-12"]);
    regress("imports ~ exports * post(2010)", &["annual", "post(2010-01)"]);
    regress("imports ~ exports + I(2 * exports)", &["linear combination", "leave out"]);
    regress("imports ~ lag(exports, 1:99999999999)", &["shorter ranges"]);
    regress("imports ~ lag(exports, 1:60)", &["need"]);
    bench.refused(&["regress", "trade.csv"], &["FORMULA"]);
    bench.file("undated.csv", "x,y\n1,2\n3,5\n4,4\n9,1\n2,2\n");
    bench.refused(&["regress", "undated.csv", "y ~ lag(x, 1)"], &["needs dates"]);
}

#[test]
fn covariances_and_restrictions() {
    let bench = Bench::new();
    let regress = |more: &[&str], words: &[&str]| {
        bench.refused(&[&["regress", "trade.csv", "imports ~ exports"], more].concat(), words);
    };
    regress(&["--cov", "robust"], &["HC1 in one program and HC3 in another"]);
    regress(&["--cov", "hc9"], &["hc9", "hc3"]);
    regress(&["--cov", "nw:400"], &["400 lags", "72 rows"]);
    regress(&["--test", "export = 0"], &["did you mean `exports`"]);
    regress(&["--test", "exports"], &["x1 = 0"]);
}

#[test]
fn questions_of_causality() {
    let bench = Bench::new();
    let granger = |more: &[&str], words: &[&str]| {
        bench.refused(&[&["granger", "trade.csv", "--effect", "imports"], more].concat(), words);
    };
    let exports = |more: &[&'static str], words: &[&str]| granger(&[&["--cause", "exports"], more].concat(), words);
    granger(&["--cause", "export"], &["did you mean `exports`"]);
    granger(&["--cause", "imports"], &["two different series"]);
    granger(&["--cause", "log(exports"], &["never closed", "add `)`"]);
    exports(&["--lags", "4:1"], &["`4:1`", "`1:4`"]);
    exports(&["--lags", "0"], &["`0`"]);
    exports(&["--lags", "two"], &["`two` is not a range of lags"]);
    exports(&["--lags", "60"], &["needs 182 observations", "found 72", "fewer lags"]);
    exports(&["--lags", "9000000000"], &["fewer lags"]);
    exports(&["--lags", "1:9000000000"], &["earlier"]);
    exports(&["--select", "aic"], &["--max-lags"]);
    exports(&["--select", "aic", "--max-lags", "9000000000"], &["fewer lags"]);
    exports(&["--post", "2010-13"], &["12 monthly"]);
    exports(&["--post", "2050-01"], &["`post(2050-01)` is 0 in every row"]);
    exports(&["--between", "2010-06"], &["`2010-06` is not a span of time", "`2009-01:2010-06`"]);
    exports(&["--between", "2010-06:2009-01"], &["between(2010-06, 2009-01)"]);
    exports(&["--level", "5"], &["between 0 and 1"]);
    exports(&["--given", "south"], &["did you mean `southern_trade`"]);
}

#[test]
fn series_that_cannot_be_tested() {
    let bench = Bench::new();
    let granger = |file: &str, words: &[&str]| {
        bench.refused(&["granger", file, "--cause", "exports", "--effect", "imports"], words);
    };
    let with = |mend: &dyn Fn(String) -> String| dated("month,exports,imports", ',', mend);
    let gap = with(&|row| if row.starts_with("2008-11") { String::from("2008-11,,5") } else { row });
    granger(bench.file("gap.csv", &gap), &["`exports` has no value in 2008-11"]);
    let constant = with(&|row| {
        let cells: Vec<&str> = row.split(',').collect();
        format!("{},5,{}", cells[0], cells[2])
    });
    granger(bench.file("constant.csv", &constant), &["`exports` does not vary"]);
    let copied = with(&|row| {
        let cells: Vec<&str> = row.split(',').collect();
        format!("{},{},{}", cells[0], cells[1], cells[1])
    });
    granger(bench.file("copied.csv", &copied), &["linear combination"]);
    granger(
        bench.file("short.csv", "year,exports,imports\n2001,1,2\n2002,3,4\n2003,2,9\n"),
        &["found 3", "longer sample"],
    );
    granger(bench.file("undated.csv", "exports,imports\n1,2\n3,5\n4,4\n9,1\n2,2\n"), &["no dates"]);
}

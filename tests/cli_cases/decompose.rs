//! `yalu decompose`: long files and wide ones.

use super::bench::Bench;

#[test]
fn a_long_file_by_every_method() {
    let bench = Bench::new();
    let text = bench.text(&["decompose", "minerals.csv", "--between", "2013", "2014"]);
    for part in ["from 2013 to 2014", "Laspeyres", "Bennet", "LMDI-I", "-10500.00"] {
        assert!(text.contains(part), "no `{part}` in {text}");
    }
    let answer = bench.json(&["decompose", "minerals.csv", "--between", "2013", "2014", "--method", "bennet"]);
    let total = &answer["results"][0]["total"];
    // By hand: half the sum of the two periods' quantities times the change in price, and the reverse.
    assert_eq!((&total["price"], &total["volume"]), (&(-13250.0).into(), &2750.0.into()));
    assert_eq!(answer["data"]["frequency"], "annual");
}

#[test]
fn a_long_file_in_another_dialect() {
    let bench = Bench::new();
    let plain = "period,item,price,quantity,note\n2013,coal,80.5,1000,a\n2014,coal,70,1100,b\n";
    bench.file("plain.csv", plain);
    bench.file(
        "semicolons.csv",
        &format!("\u{feff}{}", plain.replace(',', ";").replace('.', ",").replace('\n', "\r\n")),
    );
    let total = |file| bench.json(&["decompose", file, "--between", "2013", "2014"])["results"][2]["total"].clone();
    assert_eq!(total("plain.csv"), total("semicolons.csv"));
    assert!((total("plain.csv")["change"].as_f64().unwrap_or(f64::NAN) + 3500.0).abs() < 1e-9);
}

#[test]
fn a_wide_file_with_named_goods() {
    let bench = Bench::new();
    bench.file("wide.csv", "year,p,q\n2013,83.3,16.49\n2014,73.4,15.43\n");
    let answer = bench.json(&["decompose", "wide.csv", "--good", "coal=p,q", "--between", "2013", "2014"]);
    assert_eq!(answer["results"].as_array().map(Vec::len), Some(5));
}

#[test]
fn an_index_over_all_periods_or_some() {
    let bench = Bench::new();
    let args = ["decompose", "minerals.csv", "--index", "fisher", "--link", "chained"];
    assert!(bench.text(&args).starts_with("Fisher price index, chained, 2013 = 1"));
    let text = bench.text(&[args.as_slice(), &["--from", "2014"]].concat());
    assert!(text.starts_with("Fisher price index, chained, 2014 = 1"), "{text}");
}

#[test]
fn what_cannot_be_decomposed() {
    let bench = Bench::new();
    let between = ["--between", "2013", "2014"];
    let with = |file| [&["decompose", file], between.as_slice()].concat();
    bench.refused(&with("trade.csv"), &["trade.csv", "no column `period`", "--good NAME=PRICE,QUANTITY"]);
    bench.refused(&["decompose", "minerals.csv"], &["--between"]);
    bench.refused(&["decompose", "minerals.csv", "--between", "2013", "2019"], &["no prices for 2019", "2013 to 2015"]);
    bench.refused(&["decompose", "minerals.csv", "--between", "2013", "may"], &["`may` is not a period", "2010-05"]);
    bench.refused(&["decompose", "minerals.csv", "--between", "2013", "2013"], &["two different periods"]);
    bench.refused(&["decompose", "minerals.csv", "--index", "fischer"], &["did you mean `fisher`"]);
    bench.file("gone.csv", "period,item,price,quantity\n2013,coal,1,2\n2013,iron,1,2\n2014,coal,1,3\n");
    bench.refused(&with("gone.csv"), &["`iron`", "--zeros separate"]);
    bench.file("word.csv", "period,item,price,quantity\n2013,coal,one,2\n2014,coal,1,3\n");
    bench.refused(&with("word.csv"), &["word.csv, line 2", "`one` is not a number"]);
    bench.file("twice.csv", "period,item,price,quantity\n2013,coal,1,2\n2013,coal,1,2\n2014,coal,1,3\n");
    bench.refused(&with("twice.csv"), &["twice.csv", "`coal` is recorded twice in 2013"]);
    bench.refused(
        &["decompose", "trade.csv", "--good", "exports,import", "--between", "2008-01", "2009-01"],
        &["did you mean `imports`"],
    );
}

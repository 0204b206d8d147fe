//! Ranks on further data, and restrictions on relations and loadings, against urca, gretl and statsmodels.

use yalu::cointegration::johansen::{Case, Divisor, Johansen, JohansenResult, RestrictionTest, Restrictions};
use yalu::ndarray::{Array2, array};
use yalu::{Period, Series};

use crate::fixture::{Fixture, assert_digits};

fn load(case: &Fixture, start: &str, names: &[&str]) -> Vec<Series> {
    let start: Period = start.parse().expect("a period");
    names.iter().map(|name| Series::new(*name, start, case.column(name)).expect(name)).collect()
}

fn run(series: &[Series], exogenous: &[Series], case: Case) -> JohansenResult {
    let (series, exogenous): (Vec<&Series>, Vec<&Series>) = (series.iter().collect(), exogenous.iter().collect());
    Johansen::of(&series).case(case).lags(2).seasonal().exogenous(&exogenous).run().expect("a result")
}

/// Statistic, degrees of freedom and p-value of `KEY.lr`, `KEY.df`, `KEY.p`, as many as the case has.
fn check(case: &Fixture, key: &str, test: &RestrictionTest, needed: f64) {
    assert_digits(test.lr(), case.expected(&format!("{key}.lr")), needed, key);
    if let Some(df) = case.find(&format!("{key}.df")) {
        assert_eq!(test.df() as f64, df, "{key}");
    }
    if let Some(p) = case.find(&format!("{key}.p")) {
        assert_digits(test.p_value().expect("p"), p, needed - 1.0, key);
    }
}

fn check_ranks(case: &Fixture, prefix: &str, result: &JohansenResult) {
    for row in result.ranks() {
        let expect = |what: &str| case.expected(&format!("{prefix}.{what}"));
        let r = row.rank;
        assert_digits(row.trace, expect(&format!("trace.r{r}")), 9.0, prefix);
        assert_digits(row.max_eigenvalue, expect(&format!("lmax.r{r}")), 9.0, prefix);
        assert_digits(row.eigenvalue, expect(&format!("eigenvalue.{}", r + 1)), 9.0, prefix);
        for (p, key) in [
            (row.trace_p, "trace.rN.p_doornik_asymptotic"),
            (row.trace_p_finite, "trace.rN.p_doornik"),
            (row.max_eigenvalue_p, "lmax.rN.p_doornik"),
        ] {
            let (p, expected) = (p.expect("p"), expect(&key.replace('N', &r.to_string())));
            match p.relation() {
                Some(_) => assert!(expected < p.value(), "{prefix} {r}"),
                None => assert_digits(p.value(), expected, 8.0, prefix),
            }
        }
        let vectors = result.eigenvectors();
        for (i, name) in result.level_names().into_iter().enumerate() {
            let name = if name == "trend()" { "trend" } else { name };
            // Loses digits as two eigenvalues near one another.
            assert_digits(vectors[[i, r]], expect(&format!("beta_first_is_1.v{}.{name}", r + 1)), 7.0, prefix);
        }
    }
}

/// A program that counts one degree of freedom too few for each relation: urca beside a restricted term.
#[track_caller]
fn counts_too_few(case: &Fixture, key: &str, test: &RestrictionTest, relations: usize) {
    assert_eq!(test.df() as f64, case.expected(&format!("{key}.df@urca")) + relations as f64, "{key}");
}

/// A program that stops before the maximum has the larger ratio.
#[track_caller]
fn stops_early(case: &Fixture, key: &str, program: &str, test: &RestrictionTest) {
    let theirs = case.expected(&format!("{key}.lr@{program}"));
    assert!(test.lr() < theirs, "{key}: {}, {program} {theirs}", test.lr());
}

/// gretl's switching stops at a change of 1e-6 of the log-likelihood.
const SWITCHED: f64 = 5.0;

#[test]
fn danish_money_demand() {
    let case = Fixture::load("johansen_denmark_restrictions");
    let series = load(&case, "1974Q1", &["LRM", "LRY", "IBO", "IDE"]);
    let result = run(&series, &[], Case::RestrictedConstant);
    let new = Restrictions::new;
    let homogeneity = || new().zero([("LRM", 1.0), ("LRY", 1.0)]);
    let both = || homogeneity().zero([("IBO", 1.0), ("IDE", 1.0)]);
    let spread = [("IBO", 1.0), ("IDE", -1.0)];
    for r in 1..=2 {
        let model = result.vecm(r).expect("a model");
        for (key, hypothesis) in [
            ("blrtest.homogeneity", homogeneity()),
            ("blrtest.homogeneity_and_spread", both()),
            ("blrtest.no_IBO", new().exclude("IBO")),
            ("alrtest.LRY", new().weakly_exogenous("LRY")),
            ("alrtest.LRY_IBO", new().weakly_exogenous("LRY").weakly_exogenous("IBO")),
            ("ablrtest.homogeneity.LRY", homogeneity().weakly_exogenous("LRY")),
        ] {
            let test = model.test(&hypothesis).expect(key);
            let key = format!("rc.seas4.K2.r{r}.{key}");
            check(&case, &key, &test, 8.0);
            if key.contains("ablrtest") {
                counts_too_few(&case, &key, &test, r);
            }
        }
    }
    let one = result.vecm(1).expect("a model");
    let all_but = ["LRY", "IBO", "IDE"].iter().fold(new(), |all, name| all.weakly_exogenous(*name));
    let by_matrix = new().loadings(array![[1.0], [0.0], [0.0], [0.0]]);
    for hypothesis in [all_but, by_matrix] {
        let test = one.test(&hypothesis).expect("a test");
        check(&case, "rc.seas4.K2.r1.alrtest.all_but_LRM", &test, 8.0);
        check(&case, "rc.seas4.K2.r1.restrict.all_but_LRM", &test, SWITCHED);
    }
    for (key, hypothesis, df) in [
        ("r1.restrict.homogeneity", homogeneity(), 1),
        ("r1.restrict.homogeneity.LRY", homogeneity().weakly_exogenous("LRY"), 2),
    ] {
        let test = one.test(&hypothesis).expect(key);
        check(&case, &format!("rc.seas4.K2.{key}"), &test, SWITCHED);
        // urca counts one less: its ablrtest takes H to have as many rows as there are series.
        assert_eq!(test.df(), df, "{key}");
    }
    let joint = one.test(&both().weakly_exogenous("LRY")).expect("a test");
    let key = "rc.seas4.K2.r1.ablrtest.homogeneity_and_spread.LRY";
    check(&case, key, &joint, 8.0);
    counts_too_few(&case, key, &joint, 1);
    for i in 0..5 {
        assert_digits(joint.beta()[[i, 0]], case.expected(&format!("{key}.beta.{}", i + 1)), 8.0, key);
    }
    for i in [0, 2, 3] {
        assert_digits(joint.alpha()[[i, 0]], case.expected(&format!("{key}.alpha.{}", i + 1)), 8.0, key);
    }
    assert!(joint.alpha()[[1, 0]].abs() < 1e-15);

    let two = result.vecm(2).expect("a model");
    let known = two.test(&new().known(spread)).expect("a test");
    check(&case, "rc.seas4.K2.r2.bh5lrtest.spread", &known, 8.0);
    check(&case, "rc.seas4.K2.r2.restrict.spread", &known, SWITCHED);
    let three = result.vecm(3).expect("a model");
    let pair = new().known(spread).known([("LRM", 1.0), ("LRY", -1.0)]);
    check(&case, "rc.seas4.K2.r3.bh5lrtest.spread_and_velocity", &three.test(&pair).expect("a test"), 8.0);

    // Groups of relations, maximised in turn. Rows: LRM, LRY, IBO, IDE, constant.
    let h = |columns: &[[f64; 5]]| Array2::from_shape_fn((5, columns.len()), |(i, j)| columns[j][i]);
    let velocity = [1.0, -1.0, 0.0, 0.0, 0.0];
    let unit = |i: usize| [0, 1, 2, 3, 4].map(|j| f64::from(u8::from(i == j)));
    let money = h(&[velocity, unit(2), unit(4)]);
    let group = new().spanned(money.clone(), 1);
    let test = two.test(&group).expect("a test");
    check(&case, "rc.seas4.K2.r2.restrict.group", &test, SWITCHED);
    stops_early(&case, "rc.seas4.K2.r2.bh6lrtest.group", "urca", &test);
    let rates =
        |spread: bool| if spread { h(&[[0.0, 0.0, 1.0, -1.0, 0.0], unit(4)]) } else { h(&[unit(2), unit(3), unit(4)]) };
    let relations = |spread: bool| new().spanned(money.clone(), 1).spanned(rates(spread), 1);
    let test = two.test(&relations(true)).expect("a test");
    // gretl stops at a lower maximum, 8.449; scipy from many starts finds ours.
    check(&case, "rc.seas4.K2.r2.restrict.rates_and_spread", &test, 8.0);
    stops_early(&case, "rc.seas4.K2.r2.restrict.rates_and_spread", "gretl", &test);
    assert_eq!(test.df(), 3);
    let test = two.test(&relations(false).weakly_exogenous("LRY")).expect("a test");
    // This is homogeneity and exogeneity said otherwise, which has a closed form; gretl stops at 11.6.
    assert_digits(test.lr(), case.expected("rc.seas4.K2.r2.ablrtest.homogeneity.LRY.lr"), 8.0, "two relations");
    stops_early(&case, "rc.seas4.K2.r2.restrict.two_relations.LRY", "gretl", &test);
    assert_eq!(test.df(), 4);
}

#[test]
fn finnish_money_demand() {
    let case = Fixture::load("johansen_finland");
    let series = load(&case, "1958Q2", &["lrm1", "lny", "lnmr", "difp"]);
    check_ranks(&case, "crt.seas4.K2", &run(&series, &[], Case::RestrictedTrend));
    let result = run(&series, &[], Case::UnrestrictedConstant);
    check_ranks(&case, "uc.seas4.K2", &result);
    let new = Restrictions::new;
    let homogeneity = || new().zero([("lrm1", 1.0), ("lny", 1.0)]);
    for r in 1..=3 {
        let model = result.vecm(r).expect("a model");
        let mut hypotheses = vec![
            ("blrtest.homogeneity", homogeneity()),
            ("blrtest.no_lnmr", new().exclude("lnmr")),
            ("alrtest.lnmr", new().weakly_exogenous("lnmr")),
            ("ablrtest.homogeneity.lnmr", homogeneity().weakly_exogenous("lnmr")),
        ];
        if r < 3 {
            hypotheses.push(("alrtest.lny_lnmr", new().weakly_exogenous("lny").weakly_exogenous("lnmr")));
        }
        for (key, hypothesis) in hypotheses {
            check(&case, &format!("uc.seas4.K2.r{r}.{key}"), &model.test(&hypothesis).expect(key), 8.0);
        }
    }
    let [one, two, three] = [1, 2, 3].map(|r| result.vecm(r).expect("a model"));
    let inflation = || new().known([("difp", 1.0)]);
    check(&case, "uc.seas4.K2.r2.bh5lrtest.difp", &two.test(&inflation()).expect("a test"), 8.0);
    check(&case, "uc.seas4.K2.r3.bh5lrtest.difp", &three.test(&inflation()).expect("a test"), 8.0);
    let both = inflation().known([("lrm1", 1.0), ("lny", -1.0)]);
    check(&case, "uc.seas4.K2.r3.bh5lrtest.difp_and_velocity", &three.test(&both).expect("a test"), 8.0);
    check(&case, "uc.seas4.K2.r3.restrict.homogeneity", &three.test(&homogeneity()).expect("a test"), 8.0);
    let joint = homogeneity().weakly_exogenous("lnmr");
    check(&case, "uc.seas4.K2.r1.restrict.homogeneity.lnmr", &one.test(&joint).expect("a test"), SWITCHED);
    let relations = new()
        .spanned(array![[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, 0.0]], 1)
        .spanned(array![[0.0, 0.0], [0.0, 0.0], [1.0, 0.0], [0.0, 1.0]], 1);
    let test = two.test(&relations).expect("a test");
    // The restrictions say no more than homogeneity of both: gretl stops at 3.526580, the closed form is 3.526502.
    let key = "uc.seas4.K2.r2.restrict.velocity_rate_and_rate_inflation";
    check(&case, key, &test, 4.0);
    assert_digits(test.lr(), case.expected("uc.seas4.K2.r2.blrtest.homogeneity.lr"), 8.0, key);
    assert!(test.lr() <= case.expected(&format!("{key}.lr")), "the higher likelihood is ours");
}

#[test]
fn purchasing_power_beside_exogenous_prices() {
    let case = Fixture::load("johansen_uk");
    let series = load(&case, "1971Q1", &["p1", "p2", "e12", "i1", "i2"]);
    let oil = load(&case, "1971Q1", &["doilp0", "doilp1"]);
    let result = run(&series, &oil, Case::UnrestrictedConstant);
    let prefix = "uc.seas4.K2.exogenous";
    check_ranks(&case, prefix, &result);
    let two = result.vecm(2).expect("a model");
    let new = Restrictions::new;
    let ppp = new().zero([("p1", 1.0), ("p2", 1.0)]).zero([("p1", 1.0), ("e12", 1.0)]);
    check(&case, &format!("{prefix}.r2.blrtest.ppp"), &two.test(&ppp).expect("a test"), 8.0);
    let ppp = two.test(&new().known([("p1", 1.0), ("p2", -1.0), ("e12", -1.0)])).expect("a test");
    check(&case, &format!("{prefix}.r2.bh5lrtest.ppp"), &ppp, 8.0);
    check(&case, &format!("{prefix}.r2.restrict.ppp"), &ppp, SWITCHED);
    let uip = two.test(&new().known([("i1", 1.0), ("i2", -1.0)])).expect("a test");
    check(&case, &format!("{prefix}.r2.bh5lrtest.uip"), &uip, 8.0);
    let prices = Array2::from_shape_fn((5, 3), |(i, j)| f64::from(u8::from(i == j)));
    let test = two.test(&new().spanned(prices.clone(), 1)).expect("a test");
    check(&case, &format!("{prefix}.r2.restrict.prices_only"), &test, SWITCHED);
    stops_early(&case, &format!("{prefix}.r2.bh6lrtest.prices_only"), "urca", &test);
    let others = Array2::from_shape_fn((5, 3), |(i, j)| f64::from(u8::from(i == j + 2)));
    let test = two.test(&new().spanned(prices, 1).spanned(others, 1)).expect("a test");
    check(&case, &format!("{prefix}.r2.restrict.prices_and_rates"), &test, 7.0);
    stops_early(&case, &format!("{prefix}.r2.restrict.prices_and_rates"), "gretl", &test);
    assert_eq!(test.df(), 2);
}

#[test]
fn interest_and_inflation() {
    let case = Fixture::load("johansen_interest_inflation");
    let names = ["Dp", "R"];
    let series = load(&case, "1972Q2", &names);
    let all: Vec<&Series> = series.iter().collect();
    let mut seen = 0;
    for key in case.keys() {
        let parts: Vec<&str> = key.trim_start_matches("vecm.").split('.').collect();
        let lags = parts[1][1..].parse().expect("lags");
        let code = Case::ALL.into_iter().find(|case| case.code() == parts[0]).expect("a case");
        let test = Johansen::of(&all).case(code).lags(lags);
        let test = if parts[2] == "seas4" { test.seasonal() } else { test };
        let result = test.run().expect(key);
        let position = |name: &str| names.iter().position(|known| *known == name).expect("a series");
        let model = result.vecm(1).expect(key);
        let term = |text: &str| {
            let (series, lag) = text.split_once("_dlag").expect("a lag");
            let name = format!("lag(diff({series}), {lag})");
            model.terms().iter().position(|term| *term == name).expect("a term")
        };
        let row = |text: &str| result.ranks()[text[1..].parse::<usize>().expect("a rank")];
        let rest = if parts[2] == "seas4" { &parts[3..] } else { &parts[2..] };
        let got = match *rest {
            ["trace", r] => row(r).trace,
            ["lmax", r] => row(r).max_eigenvalue,
            ["eigenvalue", i] => result.eigenvalues()[i.parse::<usize>().expect("a number") - 1],
            ["loglik"] => model.log_likelihood(),
            ["beta", name] => model.beta()[[position(name), 0]],
            ["beta_se", name] => model.beta_std_errors().expect("errors")[[position(name), 0]],
            ["alpha", name] => model.alpha()[[position(name), 0]],
            ["alpha_se", name] => model.alpha_std_errors(Divisor::Rows)[[position(name), 0]],
            ["sigma", a, b] => model.sigma(Divisor::Rows)[[position(a), position(b)]],
            ["gamma", name, lag] => model.short_run()[[term(lag), position(name)]],
            ["gamma_se", name, lag] => model.short_run_std_errors(Divisor::Rows)[[term(lag), position(name)]],
            _ => panic!("{key}"),
        };
        // statsmodels forms moment matrices: eight digits where a coefficient is small beside its standard error.
        assert_digits(got, case.expected(key), 8.0, key);
        seen += 1;
    }
    assert_eq!(seen, 614);
}

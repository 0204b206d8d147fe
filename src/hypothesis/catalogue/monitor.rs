//! Entries on monitoring.

use super::{Entry, Kind};

const CHU: &str = "Chu, C.-S. J., Stinchcombe, M. and White, H. (1996), Econometrica 64, 1045–1065.";
const LEISCH: &str = "Leisch, F., Hornik, K. and Kuan, C.-M. (2000), Econometric Theory 16, 835–854.";
const ZEILEIS: &str =
    "Zeileis, A., Leisch, F., Kleiber, C. and Hornik, K. (2005), Journal of Applied Econometrics 20, 99–121.";
const NULL: Option<&str> = Some("new rows have the coefficients of the history");
const STABLE: &str = "The history is taken to be stable; a detection comes after the change.";

pub(super) const ENTRIES: &[Entry] = &[
    Entry {
        id: "monitor-ols-cusum",
        aliases: &["monitoring", "mefp", "monitor-cusum"],
        kind: Kind::Test,
        title: "Monitoring by sums of OLS residuals",
        asks: "Do rows that come in one by one still follow the relation of a history?",
        null: NULL,
        statistic: "Σe/(s√n) over the new rows, e beside the history's coefficients, against √(x(x − 1)(a² + ln(x/(x − 1)))), x rows so far \
                    over those of the history. It is ever crossed with probability 2(1 − Φ(a) + aφ(a)).",
        conventions: &[
            "The level is that of a false alarm at any time, for ever; p is the smallest level at which there would have been one by now.",
            STABLE,
            "A constant must be among the regressors.",
        ],
        agrees: &["R strucchange mefp(type = \"OLS-CUSUM\") and monitor"],
        differs: &[],
        references: &[CHU, ZEILEIS],
        command: Some("yalu breaks FILE --formula \"y ~ x\" --test monitor-ols-cusum --history-until 2010-05"),
        docs: "yalu::breaks::monitor",
    },
    Entry {
        id: "monitor-ols-mosum",
        aliases: &["monitor-mosum"],
        kind: Kind::Test,
        title: "Monitoring by moving sums of OLS residuals",
        asks: "Do the newest rows still follow the relation of a history?",
        null: NULL,
        statistic: "Σe/(s√n) over the last ⌊window·n⌋ rows, against c√(2 log⁺ x). c by table, for a time that is planned.",
        conventions: &[
            "The window is a quarter, half or the whole of the history; the time 2, 4, 6, 8 or 10 histories. Later rows are refused.",
            STABLE,
            "A constant must be among the regressors.",
        ],
        agrees: &["R strucchange mefp(type = \"OLS-MOSUM\") and monitor"],
        differs: &["strucchange goes on beyond the time planned."],
        references: &[ZEILEIS, LEISCH],
        command: Some(
            "yalu breaks FILE --formula \"y ~ x\" --test monitor-ols-mosum --history-until 2010-05 --window 0.5",
        ),
        docs: "yalu::breaks::monitor",
    },
    Entry {
        id: "monitor-recursive-estimates",
        aliases: &["monitor-re", "monitor-fluctuation"],
        kind: Kind::Test,
        title: "Monitoring by recursive estimates",
        asks: "Do the coefficients of all rows so far stay those of a history?",
        null: NULL,
        statistic: "The largest component of t/n (ΣXX')^½ (b − β̂)/s, b of all t rows so far, against √(x(x − 1)(a² + ln(x/(x − 1)))).",
        conventions: &[
            "Each of k coefficients has the level α/k; it holds for ever.",
            "The symmetric root of the history, of regressors that have length one over it: units do not matter.",
            STABLE,
        ],
        agrees: &["R strucchange mefp(type = \"RE\") and monitor, on a response divided by s"],
        differs: &["strucchange 1.5-3 divides by s twice: its detection changes with the units of the response."],
        references: &[CHU, LEISCH],
        command: Some(
            "yalu breaks FILE --formula \"y ~ x\" --test monitor-recursive-estimates --history-until 2010-05",
        ),
        docs: "yalu::breaks::monitor",
    },
    Entry {
        id: "monitor-moving-estimates",
        aliases: &["monitor-me"],
        kind: Kind::Test,
        title: "Monitoring by moving estimates",
        asks: "Are the coefficients of the newest rows those of a history?",
        null: NULL,
        statistic: "The largest component of √(m/n) (ΣXX')^½ (b − β̂)/s, b of the last m = ⌊window·n⌋ rows, against c√(2 log⁺ x). c by table, for \
                    a time that is planned.",
        conventions: &[
            "The window is a quarter, half or the whole of the history; the time 2, 4, 6, 8 or 10 histories. Later rows are refused.",
            "Each of k coefficients has the level α/k, which must be in the table: 0.001 to 0.05.",
            STABLE,
        ],
        agrees: &["R strucchange mefp(type = \"ME\") and monitor, on columns of length one"],
        differs: &["strucchange's statistic changes with the units of the regressors."],
        references: &[LEISCH, ZEILEIS],
        command: Some(
            "yalu breaks FILE --formula \"y ~ x\" --test monitor-moving-estimates --history-until 2010-05 --window 0.5",
        ),
        docs: "yalu::breaks::monitor",
    },
];

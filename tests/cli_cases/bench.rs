//! A folder of small files and the means to run the program in it.

use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use assert_cmd::cargo::cargo_bin;
use serde_json::Value;
use tempfile::TempDir;

/// A folder with the files that the examples of `--help` speak of, and some that are wrong in one way each.
pub struct Bench {
    folder: TempDir,
}

/// How a run ended.
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Bench {
    pub fn new() -> Self {
        let bench = Self { folder: tempfile::tempdir().expect("a folder can be made") };
        bench.file("trade.csv", &dated("month,exports,imports,southern_trade", ',', &|row| row));
        bench.file(
            "annual.csv",
            "year,gdp,reserves\n2008,1200,310\n2009,1130,295\n2010,1260,330\n2011,1330,342\n2012,1310,351\n2013,1390,360\n",
        );
        bench.file(
            "minerals.csv",
            "period,item,price,quantity\n2013,coal,80,1000\n2013,iron,100,300\n2014,coal,70,1100\n2014,iron,90,250\n\
             2015,coal,60,1000\n2015,iron,50,200\n",
        );
        bench.file("firms.csv", &firms());
        bench
    }

    /// Writes a file and gives its name back.
    pub fn file<'a>(&self, name: &'a str, content: &(impl AsRef<[u8]> + ?Sized)) -> &'a str {
        std::fs::write(self.path().join(name), content).expect("a file can be written");
        name
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).expect("the file is there")
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(cargo_bin("yalu"));
        command.current_dir(self.path());
        command
    }

    pub fn run(&self, args: &[&str]) -> Run {
        Run::of(self.command().args(args))
    }

    /// Runs a line of the shell in which `yalu` is the program.
    pub fn shell(&self, line: &str) -> Run {
        let program = cargo_bin("yalu");
        let folder = program.parent().expect("a program is in a folder").display().to_string();
        let path = std::env::var("PATH").unwrap_or_default();
        Run::of(Command::new("sh").args(["-c", line]).current_dir(self.path()).env("PATH", format!("{folder}:{path}")))
    }

    /// What the command prints; it must end well and say nothing on standard error.
    #[track_caller]
    pub fn text(&self, args: &[&str]) -> String {
        self.run(args).well(args)
    }

    /// The command's answer as JSON, in the envelope that every command has.
    #[track_caller]
    pub fn json(&self, args: &[&str]) -> Value {
        let args = [args, &["--format", "json"]].concat();
        let answer: Value = serde_json::from_str(&self.text(&args)).expect("valid JSON");
        for key in ["yalu", "command", "data", "results", "notes"] {
            assert!(answer.get(key).is_some(), "{args:?}: no `{key}`");
        }
        assert_eq!(answer["yalu"], env!("CARGO_PKG_VERSION"));
        answer
    }

    /// The command is refused: status 2, nothing on standard output, all of these words on standard error.
    #[track_caller]
    pub fn refused(&self, args: &[&str], words: &[&str]) {
        let run = self.run(args);
        assert_eq!(run.status, 2, "{args:?}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{args:?}");
        for word in words {
            assert!(run.stderr.contains(word), "{args:?}: no `{word}` in: {}", run.stderr);
        }
        assert!(!run.stderr.contains("panicked"), "{args:?}: {}", run.stderr);
    }
}

impl Run {
    fn of(command: &mut Command) -> Self {
        let output = command.output().expect("the program starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Self { status: output.status.code().unwrap_or(-1), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    #[track_caller]
    pub fn well(self, what: impl std::fmt::Debug) -> String {
        assert_eq!((self.status, self.stderr.as_str()), (0, ""), "{what:?}");
        assert!(!self.stdout.contains("NaN"), "{what:?}: {}", self.stdout);
        self.stdout
    }
}

/// Months from 2008-01 with three columns: exports lead imports by a month. `mend` may change a row.
pub fn dated(header: &str, delimiter: char, mend: &dyn Fn(String) -> String) -> String {
    let width = header.split(delimiter).count() - 1;
    let mut text = format!("{header}\n");
    let mut state = 12345_u64;
    let mut shock = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as f64 / (1_u64 << 24) as f64 - 0.5
    };
    let (mut exports, mut imports, mut south) = (100.0, 80.0, 50.0);
    for month in 0..72 {
        let values = [exports, imports, south].map(|value: f64| format!("{value:.4}"));
        let row = [format!("{}-{:02}", 2008 + month / 12, month % 12 + 1)]
            .into_iter()
            .chain(values.into_iter().take(width))
            .collect::<Vec<_>>()
            .join(&delimiter.to_string());
        let _ = writeln!(text, "{}", mend(row));
        imports = 0.5 * imports + 0.4 * exports + 4.0 * shock();
        exports = 10.0 + 0.9 * exports + 12.0 * shock();
        south = 10.0 + 0.8 * south + 3.0 * shock();
    }
    text
}

/// Six firms in 25 years: value leads inv by a year, and one shock moves all firms.
fn firms() -> String {
    let mut text = "firm,year,value,inv\n".to_owned();
    let shock = |state: &mut u64| {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*state >> 40) as f64 / (1_u64 << 24) as f64 - 0.5
    };
    for (number, firm) in ["A", "B", "C", "D", "E", "F"].iter().enumerate() {
        let (mut all, mut own) = (77, 1000 + number as u64);
        let (mut value, mut inv) = (100.0, 80.0);
        for year in 1990..2015 {
            let _ = writeln!(text, "{firm},{year},{value:.4},{inv:.4}");
            let common = shock(&mut all);
            inv = 0.5 * inv + 0.4 * value + 6.0 * common + 6.0 * shock(&mut own);
            value = 40.0 + 0.6 * value + 8.0 * shock(&mut own);
        }
    }
    text
}

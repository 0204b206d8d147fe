//! Where an answer goes: standard output in one format, files in the formats of their extensions.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use yalu::table::Format;

use super::answer::Answer;

/// How to show what a command found.
#[derive(Args, Clone)]
pub struct Output {
    /// What to print: text, markdown, latex, html, csv or json (every number at full precision)
    #[arg(long, default_value = "text", value_name = "FORMAT")]
    format: Format,
    /// Also write the answer to these files, each in the format of its extension
    #[arg(long, num_args = 1.., value_name = "FILE")]
    export: Vec<PathBuf>,
    /// Let --export overwrite files that exist
    #[arg(long)]
    force: bool,
    /// Print nothing to standard output
    #[arg(long)]
    pub quiet: bool,
}

impl Output {
    /// Prints the answer and writes the files asked for; no file is overwritten without `--force`.
    pub fn show(&self, answer: &Answer) -> anyhow::Result<()> {
        let files: Vec<(&PathBuf, Format)> =
            self.export.iter().map(|path| Ok((path, Format::of_path(path)?))).collect::<Result<_, yalu::Error>>()?;
        for (path, format) in files {
            let mut options = OpenOptions::new();
            options.write(true);
            if self.force {
                options.create(true).truncate(true)
            } else {
                options.create_new(true)
            };
            let mut file = options.open(path).with_context(|| {
                format!("cannot write `{}` (a file that exists is overwritten only with --force)", path.display())
            })?;
            file.write_all(answer.render(format)?.as_bytes())?;
        }
        if !self.quiet {
            print(&answer.render(self.format)?)?;
        }
        Ok(())
    }
}

/// Writes to standard output; a reader that has left is an error the caller may forgive.
pub fn print(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

//! Where an answer goes: standard output in one format, files in the formats of their extensions.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use yalu::table::Format;

use super::answer::Answer;

/// The heading of these options in `--help`.
const HEADING: &str = "Output";

/// How to show what a command found.
#[derive(Args, Clone)]
pub struct Output {
    /// What to print: text, markdown, latex, html, csv or json (every number at full precision)
    #[arg(long, default_value = "text", value_name = "FORMAT", help_heading = HEADING)]
    format: Format,
    /// Also write the answer to this file, in the format of its extension; may be repeated
    #[arg(long, value_name = "FILE", value_parser = file_of_format, help_heading = HEADING)]
    export: Vec<(PathBuf, Format)>,
    /// Let --export overwrite files that exist
    #[arg(long, requires = "export", help_heading = HEADING)]
    force: bool,
    /// Print nothing to standard output
    #[arg(long, help_heading = HEADING)]
    quiet: bool,
}

/// A file whose extension names a format: so that any other is refused before anything is computed.
fn file_of_format(name: &str) -> Result<(PathBuf, Format), yalu::Error> {
    let path = PathBuf::from(name);
    let format = Format::of_path(&path)?;
    Ok((path, format))
}

impl Output {
    /// Prints the answer and writes the files asked for; no file is overwritten without `--force`.
    pub fn show(&self, answer: &Answer) -> anyhow::Result<()> {
        if let Some((path, _)) = self.export.iter().find(|(path, _)| path.exists() && !self.force) {
            bail!("`{}` exists; nothing was written — name another file, or overwrite it with --force", path.display());
        }
        for (path, format) in &self.export {
            self.write(path, &answer.render(*format)?).with_context(|| format!("cannot write `{}`", path.display()))?;
        }
        if !self.quiet {
            print(&answer.render(self.format)?)?;
        }
        Ok(())
    }

    fn write(&self, path: &Path, text: &str) -> std::io::Result<()> {
        let mut options = OpenOptions::new();
        options.write(true);
        if self.force {
            options.create(true).truncate(true)
        } else {
            options.create_new(true)
        };
        options.open(path)?.write_all(text.as_bytes())
    }
}

/// Writes to standard output; a reader that has left is an error the caller may forgive.
pub fn print(text: &str) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

//! The files of a replication, in memory: written without harming what is already there, or compared with it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::manifest::{MANIFEST, Manifest};
use crate::datasets::sha256_hex;
use crate::{Error, ErrorKind};

/// Files by their path below the output directory, in the order of their paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bundle {
    files: BTreeMap<String, Vec<u8>>,
}

/// What a comparison with a directory found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// The directory lacks this file.
    Missing {
        /// Its path below the directory.
        path: String,
    },
    /// The file's bytes differ.
    Changed {
        /// Its path below the directory.
        path: String,
        /// The first line that differs, from 1.
        line: usize,
    },
}

impl Bundle {
    /// Adds a file; its path is relative, with `/` between folders.
    pub fn add(&mut self, path: impl Into<String>, content: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), content.into());
    }

    /// Paths and contents in order.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, content)| (path.as_str(), content.as_slice()))
    }

    /// The content of one file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Writes every file below `directory`, which is made if it is not there.
    ///
    /// # Errors
    /// Before anything is written: if a file in the way was not written by an earlier replication (it is not in that
    /// directory's manifest), or was changed since.
    pub fn write(&self, directory: &Path) -> Result<(), Error> {
        self.refuse_to_overwrite(directory)?;
        for (path, content) in &self.files {
            let target = directory.join(path);
            if let Some(folder) = target.parent() {
                fs::create_dir_all(folder).map_err(|e| io_error("make", folder, &e))?;
            }
            fs::write(&target, content).map_err(|e| io_error("write", &target, &e))?;
        }
        Ok(())
    }

    /// An error if a file in the way is not this program's own, unchanged.
    fn refuse_to_overwrite(&self, directory: &Path) -> Result<(), Error> {
        if directory.exists() && !directory.is_dir() {
            return Err(Error::new(ErrorKind::Io, format!("`{}` is not a directory", directory.display()))
                .remedy("name a directory with --out"));
        }
        let manifest_path = directory.join(MANIFEST);
        let earlier = match fs::read(&manifest_path) {
            Ok(bytes) => Manifest::output_hashes(&bytes),
            Err(_) => None,
        };
        for path in self.files.keys() {
            let target = directory.join(path);
            let Ok(present) = fs::read(&target) else {
                if target.exists() {
                    return Err(in_the_way(&target, "is in the way"));
                }
                continue;
            };
            let Some(earlier) = &earlier else {
                return Err(in_the_way(&target, "is there already and no earlier replication wrote it"));
            };
            if path == MANIFEST {
                continue;
            }
            match earlier.get(path) {
                Some(hash) if *hash == sha256_hex(&present) => {}
                Some(_) => return Err(in_the_way(&target, "was changed since the replication wrote it")),
                None => return Err(in_the_way(&target, "is there already and no earlier replication wrote it")),
            }
        }
        Ok(())
    }

    /// Compares byte for byte with the files below `directory`.
    ///
    /// # Errors
    /// If the directory is not there.
    pub fn compare(&self, directory: &Path) -> Result<Vec<Difference>, Error> {
        if !directory.is_dir() {
            return Err(Error::new(ErrorKind::Io, format!("there is no directory `{}`", directory.display()))
                .remedy("name one that `yalu replicate --out DIR` wrote"));
        }
        let mut differences = Vec::new();
        for (path, content) in &self.files {
            match fs::read(directory.join(path)) {
                Err(_) => differences.push(Difference::Missing { path: path.clone() }),
                Ok(present) if present != *content => {
                    differences
                        .push(Difference::Changed { path: path.clone(), line: first_difference(&present, content) });
                }
                Ok(_) => {}
            }
        }
        Ok(differences)
    }
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing { path } => write!(f, "{path}: missing"),
            Self::Changed { path, line } => write!(f, "{path}: differs from line {line} on"),
        }
    }
}

/// The first line on which two texts differ, from 1.
fn first_difference(a: &[u8], b: &[u8]) -> usize {
    let equal = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    a[..equal].iter().filter(|byte| **byte == b'\n').count() + 1
}

fn in_the_way(path: &Path, why: &str) -> Error {
    Error::new(ErrorKind::Io, format!("`{}` {why}; nothing was written", path.display()))
        .remedy("choose another directory with --out, or move the file away")
}

fn io_error(verb: &str, path: &Path, error: &std::io::Error) -> Error {
    Error::new(ErrorKind::Io, format!("cannot {verb} `{}`: {error}", path.display()))
        .remedy("check the permissions, or choose another directory with --out")
}

//! The files are those that were checked, and each says where its numbers come from.

use std::collections::BTreeSet;
use std::fs;

use yalu::datasets::{self, Dataset, Shape};
use yalu::{ErrorKind, Period};

use super::dataset;

#[test]
fn every_file_has_the_hash_it_was_checked_with() {
    for dataset in datasets::all().unwrap() {
        dataset.verify().unwrap();
        assert_eq!(dataset.sha256().len(), 64);
    }
}

#[test]
fn a_changed_digit_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir("data").unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    let file = folder.path().join("paper_table1.csv");
    let changed = fs::read_to_string(&file).unwrap().replacen("9.954", "9,954", 1);
    fs::write(&file, changed).unwrap();
    let read = Dataset::from_dir(folder.path()).unwrap();
    assert_eq!(read.len(), datasets::all().unwrap().len());
    for dataset in read {
        let verdict = dataset.verify();
        if dataset.name() == "paper_table1" {
            assert_eq!(verdict.unwrap_err().kind(), ErrorKind::Integrity);
        } else {
            verdict.unwrap();
        }
    }
}

#[test]
fn the_folder_and_the_build_hold_the_same_files() {
    assert_eq!(Dataset::from_dir("data").unwrap(), datasets::all().unwrap());
    let files: BTreeSet<String> = fs::read_dir("data")
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".csv"))
        .collect();
    let described: BTreeSet<String> = datasets::all().unwrap().iter().map(|d| d.file().to_owned()).collect();
    assert_eq!(files, described, "a file without a descriptor, or a descriptor without a file");
}

#[test]
fn a_folder_that_is_not_a_package_is_refused_with_a_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |descriptor: &str| {
        fs::write(folder.path().join("datapackage.json"), descriptor).unwrap();
        Dataset::from_dir(folder.path()).unwrap_err()
    };
    assert!(Dataset::from_dir(folder.path()).unwrap_err().to_string().contains("datapackage.json"));
    assert!(refused("{").to_string().contains("not a data package's descriptor"));
    let outside =
        fs::read_to_string("data/datapackage.json").unwrap().replace("\"paper_table1.csv\"", "\"../secret.csv\"");
    assert!(refused(&outside).to_string().contains("`../secret.csv` is not the name of a file"));
}

#[test]
fn a_slip_in_a_name_is_met_with_the_right_one() {
    let error = datasets::get("halfyear_trades").unwrap_err();
    assert!(error.to_string().contains("did you mean `halfyear_trade`?"), "{error}");
    let error = dataset("paper_table1").frame().unwrap_err();
    assert!(error.to_string().contains("records()"), "{error}");
}

#[test]
fn every_data_set_says_what_a_reader_must_know() {
    let mut names = BTreeSet::new();
    for dataset in datasets::all().unwrap() {
        assert!(names.insert(dataset.name()), "two data sets are named {}", dataset.name());
        let words = [dataset.title(), dataset.description(), dataset.terms(), dataset.unit(), dataset.vintage()];
        assert!(words.iter().all(|text| !text.trim().is_empty()), "{}", dataset.name());
        assert!(!dataset.sources().is_empty(), "{}", dataset.name());
        assert!(dataset.sources().iter().all(|source| !source.title.is_empty() && !source.path.is_empty()));
        let header: Vec<String> = dataset.records().unwrap().names().map(str::to_owned).collect();
        let fields: Vec<String> = dataset.fields().iter().map(|field| field.name.clone()).collect();
        assert_eq!(header, fields, "{}", dataset.name());
        assert!(dataset.fields().iter().all(|field| !field.description.is_empty()));
        match dataset.shape() {
            Shape::Frame => assert!(dataset.frame().unwrap().rows() > 0),
            Shape::Records => assert!(!dataset.records().unwrap().is_empty()),
        }
    }
}

#[test]
fn every_number_of_a_wide_table_has_exactly_one_source() {
    for dataset in datasets::all().unwrap().iter().filter(|d| d.shape() == Shape::Frame) {
        let frame = dataset.frame().unwrap();
        let sources = dataset.cell_sources().unwrap();
        for source in &sources {
            assert!(frame.column(&source.column).is_ok(), "{} {source:?}", dataset.name());
            assert!(!source.source.is_empty() && !source.source_url.is_empty() && source.first <= source.last);
        }
        for column in frame.names() {
            for (i, cell) in frame.column(column).unwrap().iter().enumerate() {
                let period: Period = frame.calendar().stamp(i).to_string().parse().unwrap();
                let count = sources.iter().filter(|s| s.column == column && s.covers(period)).count();
                assert_eq!(count, usize::from(cell.is_some()), "{} {column} {period}", dataset.name());
            }
        }
    }
}

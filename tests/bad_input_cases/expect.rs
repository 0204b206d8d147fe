//! What a refusal, and a test without a number, must look like.

use yalu::{Error, ErrorKind, Outcome, TestReport};

/// An error of this kind whose message holds the words.
#[track_caller]
pub fn refused<T>(result: Result<T, Error>, kind: ErrorKind, words: &[&str]) {
    let Err(error) = result else { panic!("not refused") };
    assert_eq!(error.kind(), kind, "{error}");
    for word in words {
        assert!(error.to_string().contains(word), "no `{word}` in: {error}");
    }
}

/// "Not identified", for a reason that holds the words, and no verdict.
#[track_caller]
pub fn not_identified(report: &TestReport, words: &[&str]) {
    let Outcome::NotApplicable { because } = &report.outcome else { panic!("a number: {:?}", report.outcome) };
    assert!(because.starts_with("not identified"), "{because}");
    for word in words {
        assert!(because.contains(word), "no `{word}` in: {because}");
    }
    assert_eq!(report.rejects(0.05), None);
}

//! Every notebook's code cells as one program: they compile, they run, and they show what the committed notebook shows.
//!
//! The real kernel is not needed: a cell's last expression is shown as evcxr does it, by calling `evcxr_display`, and
//! what a cell prints is cut at a mark between the cells. `.ci/notebooks` runs the same cells in the kernel.

#[path = "notebook_cases/notebook.rs"]
mod notebook;
#[path = "notebook_cases/program.rs"]
mod program;

use std::path::Path;

use notebook::Notebook;

#[test]
fn every_cell_runs_and_shows_what_is_committed() {
    let notebooks = Notebook::all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("notebooks"));
    assert!(!notebooks.is_empty(), "there are no notebooks");
    let library = program::library();
    for notebook in notebooks {
        let name = &notebook.name;
        let shown = program::run(&library, name, &notebook.program()).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(shown.len(), notebook.cells.len(), "{name}: not every cell ran");
        for (number, (cell, shown)) in notebook.cells.iter().zip(shown).enumerate() {
            if let Some(difference) = notebook::first_difference(&cell.committed, &shown) {
                panic!(
                    "{name}, code cell {}: {difference}\nrun `.ci/notebooks --update` and read the changes",
                    number + 1
                );
            }
        }
    }
}

#[test]
fn a_cell_that_fails_fails_the_program() {
    let library = program::library();
    let run = |name: &str, source: &str| program::run(&library, name, &Notebook::of(name, &[source]).program());
    assert_eq!(run("prints", "let one = 1;\nprintln!(\"{one}; two\");").unwrap().len(), 1);
    let refused = run("refused", "yalu::datasets::get(\"nothing\")?").unwrap_err();
    assert!(refused.contains("there is no data set `nothing`"), "{refused}");
    assert!(run("panics", "let none: Option<u8> = None;\nnone.unwrap();").unwrap_err().contains("panicked"));
    assert!(run("unknown", "yalu::no_such_thing();").unwrap_err().contains("E0425"));
}

#[test]
fn the_last_expression_of_a_cell_is_what_follows_the_last_statement() {
    let tail = |source: &str| notebook::split_last_expression(source).1.trim().to_owned();
    assert_eq!(tail("let x = 1;\nx"), "x");
    assert_eq!(tail("let x = [1; 3];"), "");
    assert_eq!(tail("use a::b;\n// done; really\n"), "// done; really");
    assert_eq!(tail("let t = \"a;\\\";b\";\nf(\"c;d\")?"), "f(\"c;d\")?");
    assert_eq!(tail("f([0; 2])"), "f([0; 2])");
}

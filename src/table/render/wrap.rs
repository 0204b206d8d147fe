//! Breaking words into lines of a given width.

use crate::table::width::{char_width, width};

/// A text in lines of at most `limit` terminal columns, broken between words; its own line breaks stay.
///
/// ```
/// use yalu::table::wrap;
/// assert_eq!(wrap("neither direction is supported\nby F", 20), "neither direction is\nsupported\nby F");
/// ```
pub fn wrap(text: &str, limit: usize) -> String {
    text.lines().map(|line| wrapped(line, limit).join("\n")).collect::<Vec<_>>().join("\n")
}

/// The text in lines of at most this many terminal columns (at least one), broken at spaces, and inside words that
/// are longer than a line. An empty text is one empty line.
pub(crate) fn wrapped(text: &str, limit: usize) -> Vec<String> {
    let limit = limit.max(2);
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let mut word = word;
        if used > 0 && used + 1 + width(word) > limit {
            lines.push(String::new());
            used = 0;
        }
        while used == 0 && width(word) > limit {
            let (head, rest) = word.split_at(breaking(word, limit));
            append(&mut lines, head);
            lines.push(String::new());
            word = rest;
        }
        if used > 0 {
            append(&mut lines, " ");
            used += 1;
        }
        append(&mut lines, word);
        used += width(word);
    }
    lines
}

fn append(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(text);
    }
}

/// Where to break a word that is longer than a line: behind the last bracket, comma or underscore that leaves a fair part of
/// the line filled, else where the line ends. Names of terms, `lag(diff(x_y), 1)`, are broken between their parts.
fn breaking(word: &str, limit: usize) -> usize {
    let end = fitting(word, limit);
    let behind = word[..end].rfind(['(', ',', '_']).map(|at| at + 1);
    behind.filter(|at| 2 * at >= end).unwrap_or(end)
}

/// How many bytes of the word fit into the limit; at least one character.
fn fitting(word: &str, limit: usize) -> usize {
    let mut used = 0;
    for (i, c) in word.char_indices() {
        used += char_width(c);
        if used > limit && i > 0 {
            return i;
        }
    }
    word.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_long_words() {
        assert_eq!(wrapped("exports do not cause imports", 12), ["exports do", "not cause", "imports"]);
        assert_eq!(wrapped("a abcdefgh b", 4), ["a", "abcd", "efgh", "b"]);
        assert_eq!(wrapped("가나다 수출", 4), ["가나", "다", "수출"]);
        assert_eq!(wrapped("", 4), [""]);
        assert_eq!(wrapped("lag(diff(income_of_everyone), 1)", 24), ["lag(diff(income_of_", "everyone), 1)"]);
        assert_eq!(wrapped("f(abcdefghijkl)", 10), ["f(abcdefgh", "ijkl)"]);
    }
}

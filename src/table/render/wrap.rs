//! Breaking words into lines of a given width.

use crate::table::width::{char_width, width};

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
            let (head, rest) = word.split_at(fitting(word, limit));
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
    }
}

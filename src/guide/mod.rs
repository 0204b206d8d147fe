//! Guides: conventions, tutorial, glossary, and where to find other programs' numbers.

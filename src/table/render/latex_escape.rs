//! Words and numbers as LaTeX that pdflatex compiles with no package beyond the kernel's own.

/// Letters with marks that the standard fonts have in every encoding.
const LETTERS: &str = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßŒœŁłĀāĂăĆćČčĎďĒēĚěĞğĪīĹĺĽľŃńŇňŌōŐőŔŕŘřŚśŠšŞşŤťŪūŮůŰűŹźŻżŽž";

/// Characters with a meaning of their own in LaTeX, and symbols, with what prints them.
const SYMBOLS: &[(char, &str)] = &[
    ('\\', "\\textbackslash{}"),
    ('{', "\\{"),
    ('}', "\\}"),
    ('$', "\\$"),
    ('&', "\\&"),
    ('#', "\\#"),
    ('%', "\\%"),
    ('_', "\\_"),
    ('^', "\\textasciicircum{}"),
    ('~', "\\textasciitilde{}"),
    ('|', "\\textbar{}"),
    ('<', "$<$"),
    ('>', "$>$"),
    ('"', "\\textquotedblright{}"),
    ('`', "\\textasciigrave{}"),
    ('[', "{[}"),
    (']', "{]}"),
    ('\u{a0}', "~"),
    ('\u{ad}', "\\-"),
    ('\u{202f}', "\\,"),
    ('\u{2009}', "\\,"),
    ('\u{200b}', "{}"),
    ('–', "--"),
    ('—', "---"),
    ('‐', "-"),
    ('‑', "\\mbox{-}"),
    ('−', "$-$"),
    ('‘', "`"),
    ('’', "'"),
    ('“', "\\textquotedblleft{}"),
    ('”', "\\textquotedblright{}"),
    ('…', "\\ldots{}"),
    ('·', "$\\cdot$"),
    ('•', "$\\bullet$"),
    ('†', "\\dag{}"),
    ('‡', "\\ddag{}"),
    ('§', "\\S{}"),
    ('¶', "\\P{}"),
    ('©', "\\copyright{}"),
    ('°', "$^{\\circ}$"),
    ('′', "$'$"),
    ('″', "$''$"),
    ('£', "\\pounds{}"),
    ('€', "EUR"),
    ('¥', "JPY"),
    ('₩', "KRW"),
    ('№', "No."),
    ('×', "$\\times$"),
    ('÷', "$\\div$"),
    ('±', "$\\pm$"),
    ('∓', "$\\mp$"),
    ('√', "$\\surd$"),
    ('∞', "$\\infty$"),
    ('∂', "$\\partial$"),
    ('∑', "$\\sum$"),
    ('∏', "$\\prod$"),
    ('∫', "$\\int$"),
    ('∆', "$\\Delta$"),
    ('∇', "$\\nabla$"),
    ('∈', "$\\in$"),
    ('∉', "$\\notin$"),
    ('∀', "$\\forall$"),
    ('∃', "$\\exists$"),
    ('∅', "$\\emptyset$"),
    ('∩', "$\\cap$"),
    ('∪', "$\\cup$"),
    ('⊂', "$\\subset$"),
    ('⊥', "$\\perp$"),
    ('∧', "$\\wedge$"),
    ('∨', "$\\vee$"),
    ('¬', "$\\neg$"),
    ('≤', "$\\leq$"),
    ('≥', "$\\geq$"),
    ('≪', "$\\ll$"),
    ('≫', "$\\gg$"),
    ('≠', "$\\neq$"),
    ('≈', "$\\approx$"),
    ('≡', "$\\equiv$"),
    ('∼', "$\\sim$"),
    ('≅', "$\\cong$"),
    ('∝', "$\\propto$"),
    ('→', "$\\rightarrow$"),
    ('←', "$\\leftarrow$"),
    ('↔', "$\\leftrightarrow$"),
    ('⇒', "$\\Rightarrow$"),
    ('⇐', "$\\Leftarrow$"),
    ('⇔', "$\\Leftrightarrow$"),
    ('↑', "$\\uparrow$"),
    ('↓', "$\\downarrow$"),
    ('↛', "$\\not\\rightarrow$"),
    ('⟨', "$\\langle$"),
    ('⟩', "$\\rangle$"),
    ('⌊', "$\\lfloor$"),
    ('⌋', "$\\rfloor$"),
    ('⌈', "$\\lceil$"),
    ('⌉', "$\\rceil$"),
    ('‖', "$\\|$"),
    ('✓', "$\\surd$"),
    ('✗', "$\\times$"),
    ('½', "$\\frac{1}{2}$"),
    ('¼', "$\\frac{1}{4}$"),
    ('¾', "$\\frac{3}{4}$"),
    ('ℓ', "$\\ell$"),
    ('ı', "\\i{}"),
    ('ᵀ', "$^{\\top}$"),
    ('α', "$\\alpha$"),
    ('β', "$\\beta$"),
    ('γ', "$\\gamma$"),
    ('δ', "$\\delta$"),
    ('ε', "$\\varepsilon$"),
    ('ϵ', "$\\epsilon$"),
    ('ζ', "$\\zeta$"),
    ('η', "$\\eta$"),
    ('θ', "$\\theta$"),
    ('ι', "$\\iota$"),
    ('κ', "$\\kappa$"),
    ('λ', "$\\lambda$"),
    ('μ', "$\\mu$"),
    ('µ', "$\\mu$"),
    ('ν', "$\\nu$"),
    ('ξ', "$\\xi$"),
    ('ο', "$o$"),
    ('π', "$\\pi$"),
    ('ρ', "$\\rho$"),
    ('σ', "$\\sigma$"),
    ('ς', "$\\varsigma$"),
    ('τ', "$\\tau$"),
    ('υ', "$\\upsilon$"),
    ('φ', "$\\varphi$"),
    ('ϕ', "$\\phi$"),
    ('χ', "$\\chi$"),
    ('ψ', "$\\psi$"),
    ('ω', "$\\omega$"),
    ('Γ', "$\\Gamma$"),
    ('Δ', "$\\Delta$"),
    ('Θ', "$\\Theta$"),
    ('Λ', "$\\Lambda$"),
    ('Ξ', "$\\Xi$"),
    ('Π', "$\\Pi$"),
    ('Σ', "$\\Sigma$"),
    ('Υ', "$\\Upsilon$"),
    ('Φ', "$\\Phi$"),
    ('Ψ', "$\\Psi$"),
    ('Ω', "$\\Omega$"),
];

/// Superscripts and subscripts with the character that is raised or lowered.
const RAISED: &str = "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻-⁼=⁽(⁾)ⁿnⁱi";
const LOWERED: &str = "₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋-₌=₍(₎)ₐaₑeₒoₓxᵢiⱼjₖkₗlₘmₙnₚpₛsₜt";

/// Words as LaTeX. What the standard fonts lack (Hangul, Han characters …) is left to XeTeX and LuaTeX, and named by its
/// code point under pdfTeX.
pub(super) fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut foreign = String::new();
    let mut before = ' ';
    for c in text.chars() {
        let last = std::mem::replace(&mut before, c);
        let Some(printed) = known(c) else {
            foreign.push(c);
            continue;
        };
        flush(&mut foreign, &mut out);
        if c == '"' && " (-–—[".contains(last) {
            out.push_str("\\textquotedblleft{}");
            continue;
        }
        // Two hyphens or two quotation marks would run together into another character.
        if (c == '-' || c == '\'') && out.ends_with(c) {
            out.push_str("{}");
        }
        out.push_str(&printed);
    }
    flush(&mut foreign, &mut out);
    out
}

/// A printed number as LaTeX: a true minus, bounds and powers of ten in mathematics.
pub(super) fn number(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut i = 0;
    while i < chars.len() {
        let after_digit = i > 0 && chars[i - 1].is_ascii_digit();
        let before_power = chars.get(i + 1).is_some_and(|c| c.is_ascii_digit() || *c == '-');
        if chars[i] == 'e' && after_digit && before_power {
            let power: String = chars[i + 1..].iter().take_while(|c| c.is_ascii_digit() || **c == '-').collect();
            out.push_str(&format!("$\\times 10^{{{power}}}$"));
            i += power.chars().count();
        } else if chars[i] == '-' {
            out.push_str("$-$");
        } else {
            out.push_str(&words(&chars[i].to_string()));
        }
        i += 1;
    }
    out
}

fn known(c: char) -> Option<String> {
    if let Some((_, printed)) = SYMBOLS.iter().find(|(symbol, _)| *symbol == c) {
        return Some((*printed).to_owned());
    }
    if c.is_ascii() {
        return Some(if c.is_control() { ' ' } else { c }.to_string());
    }
    if LETTERS.contains(c) {
        return Some(c.to_string());
    }
    let partner = |pairs: &str| pairs.chars().skip_while(|other| *other != c).nth(1).map(String::from);
    if let Some(raised) = partner(RAISED) {
        return Some(format!("$^{{{raised}}}$"));
    }
    partner(LOWERED).map(|lowered| format!("$_{{{lowered}}}$"))
}

fn flush(foreign: &mut String, out: &mut String) {
    if foreign.is_empty() {
        return;
    }
    let codes: Vec<String> = foreign.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect();
    out.push_str(&format!("\\ifdefined\\Umathchar {foreign}\\else{{[}}{}{{]}}\\fi{{}}", codes.join(" ")));
    foreign.clear();
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// Every character that is printed as itself or a symbol, for a test that compiles them.
    pub(crate) fn every_known_character() -> String {
        let symbols = SYMBOLS.iter().map(|(symbol, _)| *symbol);
        let ascii = (' '..='~').chain(LETTERS.chars());
        let scripts = RAISED.chars().chain(LOWERED.chars());
        ascii.chain(symbols).chain(scripts).flat_map(|c| [c, ' ']).collect()
    }

    #[test]
    fn words_are_printed() {
        assert_eq!(words("50% of log_x & y"), "50\\% of log\\_x \\& y");
        assert_eq!(words("χ²(2) → β₁ ≤ 3"), "$\\chi$$^{2}$(2) $\\rightarrow$ $\\beta$$_{1}$ $\\leq$ 3");
        assert_eq!(words("a--b"), "a-{}-b");
        assert_eq!(words("\"β\""), "\\textquotedblleft{}$\\beta$\\textquotedblright{}");
        assert_eq!(words("가나"), "\\ifdefined\\Umathchar 가나\\else{[}U+AC00 U+B098{]}\\fi{}");
    }

    #[test]
    fn numbers_have_a_true_minus() {
        assert_eq!(number("-0.25"), "$-$0.25");
        assert_eq!(number("<0.0001"), "$<$0.0001");
        assert_eq!(number("-1.5e-7"), "$-$1.5$\\times 10^{-7}$");
        assert_eq!(number("[-1.0, 2.0"), "{[}$-$1.0, 2.0");
        assert_eq!(number("n/a e"), "n/a e");
    }
}

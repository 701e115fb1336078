//! Names of columns.

/// Separators that are looked for, the first going before the others where they are as frequent.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The separator that stands most often outside quotes in the first line; a comma where none does.
///
/// A first line `sep=;`, which spreadsheets write, is not a header: it names the separator.
pub(super) fn separator(line: &[u8]) -> u8 {
    let mut counts = [0_usize; 4];
    let mut quoted = false;
    for byte in line {
        quoted ^= *byte == b'"';
        if let (false, Some(place)) = (quoted, SEPARATORS.iter().position(|known| known == byte))
            && let Some(count) = counts.get_mut(place)
        {
            *count = count.saturating_add(1);
        }
    }
    let best = SEPARATORS.iter().zip(counts).rev().max_by_key(|(_, count)| *count);
    best.filter(|(_, count)| *count > 0).map_or(b',', |(separator, _)| *separator)
}

/// The separator that a line `sep=;` names.
pub(super) fn named_separator(line: &[u8]) -> Option<u8> {
    match line {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] => Some(*separator),
        _ => None,
    }
}

/// The form in which names of columns and words of lists are compared: letters and digits only,
/// lower case, without accents.
///
/// `Coût d'achat` and `cout_dachat` are `coutdachat`. The Cyrillic `С` that a French translation of
/// Snipe-IT has in `Сatégorie` is a `c`.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match plain(letter) {
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'ß' => folded.push_str("ss"),
            letter if letter.is_alphanumeric() => folded.push(letter),
            _ => {}
        }
    }
    folded
}

fn plain(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' | '\u{441}' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'š' => 's',
        'ž' => 'z',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::{fold, named_separator, separator};

    #[test]
    fn names_are_folded() {
        for (text, folded) in [
            ("\u{feff}Company", "company"),
            ("Coût d'achat", "coutdachat"),
            ("\u{421}atégorie", "categorie"),
            ("Checked Out To: Username", "checkedouttousername"),
            ("ETIQUETTE_DE_L’ACTIF", "etiquettedelactif"),
            ("Main d'œuvre (€)", "maindoeuvre"),
            ("e\u{301}tat", "etat"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn the_separator_is_the_most_frequent_outside_quotes() {
        assert_eq!(separator(b"a,b,c"), b',');
        assert_eq!(separator(b"Nom;\"a,b,c,d\";Site"), b';');
        assert_eq!(separator(b"Prix, HT;Nom;Site"), b';');
        assert_eq!(separator(b"a\tb"), b'\t');
        assert_eq!(separator(b"a,b;c"), b',');
        assert_eq!(separator(b"a"), b',');
        assert_eq!(named_separator(b"sep=;"), Some(b';'));
        assert_eq!(named_separator(b"separate"), None);
    }
}

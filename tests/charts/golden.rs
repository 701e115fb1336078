//! The pictures are the same bytes everywhere.

use crate::examples;
use entretien::report::chart::to_svg;
use entretien::text::Lang;
use entretien_tests::assert_committed;

#[test]
fn pictures_are_reproduced() {
    for lang in [Lang::En, Lang::Fr] {
        for (name, chart) in examples::all(lang) {
            let svg = to_svg(&chart, lang);
            assert_eq!(svg, to_svg(&chart, lang), "{name} twice");
            assert_committed(
                &format!("tests/golden/charts/{name}.{}.svg", lang.tag()),
                &(svg + "\n"),
            );
        }
    }
}

//! What every picture is made of: places to a tenth, texts that fit, patterns, marks, legend, frame.

use super::super::pen::Pen;
use maud::{Markup, PreEscaped, html};

/// Width of a picture: 720 units are 180 mm.
pub(super) const WIDTH: f64 = 720.0;
/// Size of the text, some 8.5 pt on paper.
pub(super) const TEXT: f64 = 12.0;
/// Size of the smallest text.
pub(super) const SMALL: f64 = 11.0;
/// Height of a line of the legend or a note.
const LINE: f64 = 20.0;
/// Free room at the edges.
const EDGE: f64 = 2.0;

/// Where a text stands to its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// What a surface looks like; series differ by pattern, not only by colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Fill {
    /// Solid, diagonal, dots, level lines, crossed, hollow.
    Series(usize),
    /// Hatched like a closed day.
    Closed,
    /// Crossed like a freeze.
    Freeze,
    /// A class of the style.
    Class(&'static str),
}

/// What stands before a text of the legend.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Sign {
    Fill(Fill),
    /// A level line of this class.
    Line(&'static str),
    /// The line and mark of a series.
    Series(usize),
    /// The mark of what exceeds or leaves its range.
    Alert,
    /// A hollow square with that mark.
    Outside,
    /// A short upright stroke on a line.
    Tick,
    /// A diamond.
    Moment,
    /// Nothing.
    None,
}

const LINES: [&str; 6] = ["k-l1", "k-l2", "k-l3", "k-l4", "k-l5", "k-l6"];
const MARKS: [&str; 6] = ["k-m1", "k-m2", "k-m3", "k-m4", "k-m5", "k-m6"];
const OUTLINES: [&str; 6] = ["k-s1", "k-o2", "k-o3", "k-o4", "k-o5", "k-o6"];
/// Ends of the ids of the patterns: series 2 to 5, closed, freeze.
const PATTERNS: [&str; 6] = ["p2", "p3", "p4", "p5", "pc", "pf"];

/// The class of the line of a series.
pub(super) fn line_class(series: usize) -> &'static str {
    LINES.get(series).copied().unwrap_or("k-l6")
}

/// A place as it is written: to a tenth, without `-0`.
pub(super) fn number(place: f64) -> String {
    let text = format!("{:.1}", if place.is_finite() { place } else { 0.0 });
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// About how wide a text is, on the wide side.
pub(super) fn width(text: &str, size: f64) -> f64 {
    let em: f64 = text.chars().map(em).sum();
    em * size
}

fn em(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' | '\u{a0}' => {
            0.34
        }
        '\u{202f}' => 0.22,
        'f' | 'r' | 't' | '(' | ')' | '-' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | '…' => 0.98,
        _ if letter.is_ascii_uppercase() => 0.74,
        _ if letter >= '\u{1100}' => 1.1,
        _ => 0.62,
    }
}

/// The text as far as it fits `room`, with `…` where it is cut; the whole stands in the table.
pub(super) fn fit(text: &str, room: f64, size: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut left = room - width("…", size);
    let mut out: String = text
        .chars()
        .take_while(|letter| {
            left -= em(*letter) * size;
            left >= 0.0
        })
        .collect();
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}

/// Without the letters that XML refuses or that turn the direction of text.
pub(super) fn clean(text: &str) -> String {
    let bad = |c: char| {
        c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
    };
    text.replace(bad, " ")
}

/// A line of straight pieces.
#[derive(Debug, Default)]
pub(super) struct Path(String);

impl Path {
    pub(super) fn from(points: &[(f64, f64)]) -> Path {
        let mut path = Path::default();
        for (index, (x, y)) in points.iter().enumerate() {
            path.add(if index == 0 { 'M' } else { 'L' }, *x, *y);
        }
        path
    }

    pub(super) fn add(&mut self, letter: char, x: f64, y: f64) {
        self.0.push(letter);
        self.0.extend([&*number(x), " ", &*number(y)]);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn closed(mut self) -> Path {
        self.0.push('Z');
        self
    }
}

/// A picture in the making.
pub(in super::super) struct Canvas {
    id: String,
    pub(super) pen: Pen,
    body: String,
    used: [bool; PATTERNS.len()],
}

impl Canvas {
    /// An empty picture; its inner names begin with `id`.
    pub(super) fn new(id: &str, pen: Pen) -> Canvas {
        let safe = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
        let id = format!("c-{}", id.chars().map(safe).collect::<String>());
        Canvas { id, pen, body: String::new(), used: [false; PATTERNS.len()] }
    }

    fn push(&mut self, markup: &Markup) {
        self.body.push_str(&markup.0);
    }

    /// What `draw` draws, with a title that a pointer on it tells.
    pub(super) fn titled(&mut self, title: &str, draw: impl FnOnce(&mut Canvas)) {
        self.body.push_str("<g>");
        self.push(&html! { title { (clean(title)) } });
        draw(self);
        self.body.push_str("</g>");
    }

    fn pattern(&mut self, place: usize) -> Option<String> {
        *self.used.get_mut(place)? = true;
        Some(format!("url(#{}-{})", self.id, PATTERNS.get(place)?))
    }

    pub(super) fn rect(&mut self, fill: Fill, x: f64, y: f64, width: f64, height: f64) {
        let (class, pattern) = match fill {
            Fill::Series(series) => {
                let place = series.min(OUTLINES.len() - 1);
                let pattern = if (1..5).contains(&place) { self.pattern(place - 1) } else { None };
                (OUTLINES.get(place).copied().unwrap_or_default(), pattern)
            }
            Fill::Closed => ("k-closed", self.pattern(4)),
            Fill::Freeze => ("k-freeze", self.pattern(5)),
            Fill::Class(class) => (class, None),
        };
        let (width, height) = (width.max(0.0), height.max(0.0));
        self.push(&html! {
            rect class=(class) fill=[pattern] x=(number(x)) y=(number(y)) width=(number(width)) height=(number(height)) {}
        });
    }

    pub(super) fn path(&mut self, class: &str, path: &Path) {
        self.push(&html! { path class=(class) d=(path.0) {} });
    }

    pub(super) fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        self.path(class, &Path::from(&[from, to]));
    }

    /// A line through neighbouring points, broken where one is lacking.
    pub(super) fn broken(&mut self, class: &str, points: impl Iterator<Item = Option<(f64, f64)>>) {
        let mut path = Path::default();
        let mut is_drawing = false;
        for point in points {
            if let Some((x, y)) = point {
                path.add(if is_drawing { 'L' } else { 'M' }, x, y);
            }
            is_drawing = point.is_some();
        }
        if !path.is_empty() {
            self.path(class, &path);
        }
    }

    /// A dashed limit that is seen on bars too.
    pub(super) fn limit(&mut self, path: &Path) {
        self.path("k-cap-back", path);
        self.path("k-cap", path);
    }

    /// A text at its place, moved or cut so that it stays inside the picture.
    pub(super) fn text(&mut self, class: &str, (x, y): (f64, f64), anchor: Anchor, text: &str) {
        let size = if class.contains("k-small") { SMALL } else { TEXT };
        let text = fit(&clean(text), WIDTH - 2.0 * EDGE, size);
        let wide = width(&text, size);
        let (before, anchor) = match anchor {
            Anchor::Start => (0.0, None),
            Anchor::Middle => (wide / 2.0, Some("middle")),
            Anchor::End => (wide, Some("end")),
        };
        let x = x.min(WIDTH - EDGE - wide + before).max(EDGE + before);
        self.push(&html! { text class=(class) x=(number(x)) y=(number(y)) text-anchor=[anchor] { (text) } });
    }

    /// The mark of a series: disc, square, triangle, diamond, cross, ring.
    pub(super) fn mark(&mut self, series: usize, x: f64, y: f64) {
        let class = MARKS.get(series).copied().unwrap_or("k-m6");
        let r = 3.6;
        let corners: &[(f64, f64)] = match series {
            1 => &[(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)],
            2 => &[(0.0, -1.3), (1.25, 0.95), (-1.25, 0.95)],
            3 => &[(0.0, -1.4), (1.4, 0.0), (0.0, 1.4), (-1.4, 0.0)],
            4 => {
                let mut path = Path::from(&[(x - r, y - r), (x + r, y + r)]);
                path.add('M', x - r, y + r);
                path.add('L', x + r, y - r);
                self.path(class, &path);
                return;
            }
            _ => {
                self.push(
                    &html! { circle class=(class) cx=(number(x)) cy=(number(y)) r=(number(r)) {} },
                );
                return;
            }
        };
        let corners: Vec<(f64, f64)> =
            corners.iter().map(|(a, b)| (x + a * r, y + b * r)).collect();
        self.path(class, &Path::from(&corners).closed());
    }

    /// The mark of what exceeds: a triangle whose foot is at `y`.
    pub(super) fn alert(&mut self, x: f64, y: f64) {
        self.path("k-alert", &Path::from(&[(x, y - 8.0), (x + 4.5, y), (x - 4.5, y)]).closed());
    }

    /// A hollow square around a point.
    pub(super) fn outside(&mut self, x: f64, y: f64) {
        self.rect(Fill::Class("k-outside"), x - 5.0, y - 5.0, 10.0, 10.0);
    }

    /// A ring around a point.
    pub(super) fn ring(&mut self, x: f64, y: f64) {
        self.push(&html! { circle.k-outside cx=(number(x)) cy=(number(y)) r="7" {} });
    }

    /// A diamond in the look of a series.
    pub(super) fn moment(&mut self, x: f64, y: f64) {
        let corners = [(x, y - 7.0), (x + 7.0, y), (x, y + 7.0), (x - 7.0, y)];
        self.path("k-moment", &Path::from(&corners).closed());
    }

    /// Level lines of a grid with their labels to the left and the unit above; gives the left end of the plot.
    pub(super) fn grid(
        &mut self,
        ticks: &super::axis::Ticks,
        top: f64,
        bottom: f64,
        right: f64,
    ) -> f64 {
        let labels = ticks.labels();
        let widest = labels.iter().map(|(_, text)| width(text, TEXT)).fold(0.0, f64::max);
        let left = widest + EDGE + 8.0;
        for (value, text) in labels {
            let y = bottom - ticks.axis.part(value) * (bottom - top);
            self.line("k-grid", (left, y), (right, y));
            self.text("k-text", (left - 6.0, y + 4.0), Anchor::End, &text);
        }
        if !ticks.name.is_empty() {
            self.text("k-text", (EDGE, top - 12.0), Anchor::Start, &ticks.name);
        }
        left
    }

    /// The legend from `top` down; gives where what follows may begin.
    pub(super) fn legend(&mut self, entries: &[(Sign, String)], top: f64) -> f64 {
        let mut x = EDGE;
        let mut y = top;
        for (sign, text) in entries {
            let text = fit(&clean(text), 320.0, TEXT);
            let indent = if *sign == Sign::None { 0.0 } else { 28.0 };
            let room = indent + width(&text, TEXT);
            if x > EDGE && x + room > WIDTH - EDGE {
                x = EDGE;
                y += LINE;
            }
            self.sign(*sign, x, y + 2.0);
            self.text("k-text", (x + indent, y + 14.0), Anchor::Start, &text);
            x += room + 18.0;
        }
        if entries.is_empty() { top } else { y + LINE + 8.0 }
    }

    fn sign(&mut self, sign: Sign, x: f64, y: f64) {
        let middle = y + 8.0;
        match sign {
            Sign::Fill(fill) => self.rect(fill, x + 2.0, y + 2.0, 20.0, 12.0),
            Sign::Line(class) => self.line(class, (x, middle), (x + 24.0, middle)),
            Sign::Series(series) => {
                self.line(line_class(series), (x, middle), (x + 24.0, middle));
                self.mark(series, x + 12.0, middle);
            }
            Sign::Alert => self.alert(x + 12.0, middle + 4.0),
            Sign::Outside => self.outside(x + 12.0, middle),
            Sign::Tick => {
                self.line("k-l1", (x, middle), (x + 24.0, middle));
                self.line("k-tick", (x + 12.0, middle - 5.0), (x + 12.0, middle + 5.0));
            }
            Sign::Moment => self.moment(x + 12.0, middle),
            Sign::None => {}
        }
    }

    /// Lines of text from `top` down; gives where what follows may begin.
    pub(super) fn notes(&mut self, notes: &[String], top: f64) -> f64 {
        let mut y = top;
        for note in notes {
            self.text("k-text k-small", (EDGE, y + 13.0), Anchor::Start, note);
            y += LINE - 4.0;
        }
        y
    }

    /// The picture, `height` units high; `alone` for a file of its own.
    pub(super) fn finish(
        self,
        title: &str,
        description: &str,
        height: f64,
        alone: Option<&str>,
    ) -> Markup {
        let (title_id, about_id) = (format!("{}-t", self.id), format!("{}-d", self.id));
        let height = height.ceil();
        let lang = alone.map(|_| self.pen.lang.tag());
        html! {
            svg.chart xmlns=[alone.map(|_| "http://www.w3.org/2000/svg")] lang=[lang]
                viewBox=(format!("0 0 {} {}", number(WIDTH), number(height)))
                width=[alone.map(|_| "180mm")] height=[alone.map(|_| format!("{}mm", number(height / 4.0)))]
                role="img" aria-labelledby=(format!("{title_id} {about_id}")) {
                title id=(title_id) { (clean(title)) }
                desc id=(about_id) { (clean(description)) }
                @if let Some(style) = alone {
                    style { (PreEscaped(style)) }
                    rect.k-paper width=(number(WIDTH)) height=(number(height)) {}
                }
                @if self.used.contains(&true) { defs {
                    @for (place, _) in self.used.iter().enumerate().filter(|(_, used)| **used) { (pattern(&self.id, place)) }
                } }
                (PreEscaped(self.body))
            }
        }
    }
}

fn pattern(id: &str, place: usize) -> Markup {
    let id = format!("{id}-{}", PATTERNS.get(place).copied().unwrap_or_default());
    // Side of the tile, turn, and what is drawn in it.
    let (side, turn) = match place {
        0 => (6, Some("rotate(45)")),
        1 => (6, None),
        2 => (5, None),
        3 => (7, Some("rotate(45)")),
        4 => (5, Some("rotate(45)")),
        _ => (8, Some("rotate(-45)")),
    };
    html! {
        pattern id=(id) width=(side) height=(side) patternUnits="userSpaceOnUse" patternTransform=[turn] {
            @match place {
                0 => { rect.k-b2 width="6" height="6" {} rect.k-s2 width="2.6" height="6" {} }
                1 => { rect.k-b3 width="6" height="6" {} circle.k-s3 cx="3" cy="3" r="1.7" {} }
                2 => { rect.k-b4 width="5" height="5" {} rect.k-s4 width="5" height="2" {} }
                3 => { rect.k-b5 width="7" height="7" {} rect.k-s5 width="1.6" height="7" {} rect.k-s5 width="7" height="1.6" {} }
                4 => { rect.k-hatch width="0.9" height="5" {} }
                _ => { rect.k-hatch width="1" height="8" {} rect.k-hatch width="8" height="1" {} }
            }
        }
    }
}

//! Chance that is the same every time: `SplitMix64`, begun from the seed and the name of what is drawn for.
//!
//! Each thing has draws of its own, so that a task more or an asset less changes nothing for the others.

/// Draws for one thing.
#[derive(Debug, Clone)]
pub(super) struct Draw(u64);

impl Draw {
    /// The draws for `name`: the seed and the FNV-1a hash of the name begin them.
    pub(super) fn of(seed: u64, name: &str) -> Draw {
        let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Draw(hash ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `from` to `to`, both possible.
    pub(super) fn between(&mut self, from: i64, to: i64) -> i64 {
        let count = to.abs_diff(from).saturating_add(1);
        // The remainder of 64 bits by so few favours the small ones by less than one in a billion.
        from.saturating_add(i64::try_from(self.next() % count).unwrap_or_default())
    }

    /// Whether something happens that happens so often in a hundred thousand.
    pub(super) fn happens(&mut self, in_100_000: u64) -> bool {
        self.next() % 100_000 < in_100_000
    }

    /// One of these.
    pub(super) fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let last = i64::try_from(of.len()).ok()?.checked_sub(1)?;
        of.get(usize::try_from(self.between(0, last)).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::Draw;

    /// The first numbers of `SplitMix64` from 1234567, as its authors give them.
    #[test]
    fn numbers_are_those_of_splitmix64() {
        let mut draw = Draw(1_234_567);
        let numbers = [draw.next(), draw.next(), draw.next()];
        assert_eq!(
            numbers,
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }

    #[test]
    fn a_name_has_draws_of_its_own() {
        let draw = |seed, name| (0..8).map(|_| Draw::of(seed, name).next()).max();
        assert_eq!(draw(1, "a"), draw(1, "a"));
        assert_ne!(draw(1, "a"), draw(1, "b"));
        assert_ne!(draw(1, "a"), draw(2, "a"));
        let mut ten = Draw::of(1, "a");
        assert!((0..1_000).map(|_| ten.between(-3, 6)).all(|number| (-3..=6).contains(&number)));
    }
}

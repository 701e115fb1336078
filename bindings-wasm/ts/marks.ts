/** The bits of the column `marks` of a plan, by the name of the mark. */
export const MARKS = {
  season: 1,
  placed: 2,
  visit: 4,
  moved: 8,
  fixed: 16,
  absorbs: 32,
  serves: 64,
  no_room: 128,
  skipped: 256,
  cancelled: 512,
} as const;

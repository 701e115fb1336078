// Civil days as numbers: days since 1970-01-01. No clock and no time zone is involved.

const DAY_MS = 86_400_000;

/** `YYYY-MM-DD` of a day number. */
export function isoOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day number of `YYYY-MM-DD`; `NaN` when it is not a date. */
export function dayOf(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The Monday of the week of a day. */
export function mondayOf(day: number): number {
  return day - weekdayOf(day);
}

/** The same date `years` later; 29 February becomes the 28th. */
export function addYears(iso: string, years: number): string {
  const year = String(Number(iso.slice(0, 4)) + years).padStart(4, "0");
  const moved = `${year}${iso.slice(4)}`;
  return Number.isNaN(dayOf(moved)) || isoOf(dayOf(moved)) !== moved ? `${year}-02-28` : moved;
}

/** A stretch of days, its end left out. */
export interface Span {
  readonly start: string;
  readonly end: string;
}

/** The last half of a calendar year that is over on the eve of a day. */
export function halfBefore(iso: string): Span {
  const year = iso.slice(0, 4);
  const january = `${year}-01-01`;
  return iso.slice(5) < "07-01" ? { start: addYears(`${year}-07-01`, -1), end: january } : { start: january, end: `${year}-07-01` };
}

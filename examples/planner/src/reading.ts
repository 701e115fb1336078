// How the files that were given are read by the modules that know logs: each has classes of its own, of the same shape.
import type { Inputs } from "./engine";

const EVENT_LOG = /(?:^|[,;\t|"])"?(?:sys_updated_at|sys_updated_on|updated_at)\b/i;
const HEAD_BYTES = 4_096;

/** The bytes of what was given. */
export interface Given {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly engagement: Uint8Array | null;
  readonly tickets: Uint8Array | null;
  /** First day of the programme when there is no engagement. */
  readonly begin: string;
}

interface LogClass<L> {
  fromEvents(bytes: Uint8Array, mapping: { timeZone: string }): L;
  fromIncidents(bytes: Uint8Array, mapping: { timeZone: string }): L;
}

interface Reader<E> {
  read(name: string, bytes: Uint8Array): unknown;
  finish(document: string | Uint8Array): E;
  finishShipped(begin: string): E;
}

/** Reads the bytes, anew each time. */
export async function bytesOf(inputs: Inputs): Promise<Given> {
  const [files, engagement, tickets] = await Promise.all([
    Promise.all(inputs.inventories.map(async ({ name, read }) => ({ name, bytes: await read() }))),
    inputs.engagement?.read() ?? null,
    inputs.tickets?.read() ?? null,
  ]);
  return { files, engagement, tickets, begin: inputs.begin };
}

/** A file of tickets, a row each or an event log; times are those of the zone of the engagement. */
export function logOf<L>(Log: LogClass<L>, tickets: Uint8Array, { engagement }: Given): L {
  const head = new TextDecoder().decode(tickets.subarray(0, HEAD_BYTES)).split("\n", 1)[0] ?? "";
  const mapping = { timeZone: zoneOf(engagement) };
  return EVENT_LOG.test(head) ? Log.fromEvents(tickets, mapping) : Log.fromIncidents(tickets, mapping);
}

/** The engagement of all files; `progress` hears each. */
export function engagementOf<E>(reader: Reader<E>, { files, engagement, begin }: Given, progress: (done: number, name: string) => void = () => {}): E {
  for (const [index, { name, bytes }] of files.entries()) {
    reader.read(name, bytes);
    progress(index + 1, name);
  }
  if (engagement !== null) return reader.finish(engagement);
  return files.length > 0 ? reader.finishShipped(begin) : reader.finish(nobody(zoneOf(null), begin));
}

/** An engagement without an asset: tickets alone still have indicators, if none of time. */
function nobody(timeZone: string, begin: string): string {
  return JSON.stringify({ format: "entretien/engagement", format_version: "1.0", provider: { name: "—" }, customer: { name: "—" }, time_zone: timeZone, begin, assets: [] });
}

/** The zone of the engagement; without one, that of the browser. */
function zoneOf(document: Uint8Array | null): string {
  const stated = document === null ? null : /"time_zone"\s*:\s*"([^"]+)"/.exec(new TextDecoder().decode(document));
  return stated?.[1] ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}

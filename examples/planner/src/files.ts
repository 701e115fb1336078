// Files that people give, and the example that the page carries.

/** A file that can be read again, should the engine be started again. */
export interface Source {
  name: string;
  /** Tells one content from another of the same name. */
  stamp: string;
  read: () => Promise<Uint8Array>;
}

/** Inventories and, apart, the engagement document, the support catalogue and the tickets. */
export interface Sorted {
  inventories: Source[];
  engagement: Source | null;
  catalogue: Source | null;
  tickets: Source | null;
}

const HEAD_BYTES = 65_536;
const CATALOGUE_CSV = /^\uFEFF?[^\n]*\bproduct\b[^\n]*\bcycle\b/;
const CATALOGUE_JSON = /"(?:releases|cycle)"\s*:|"schema_version"/;
const ENGAGEMENT = /"format"\s*:\s*"entretien\/engagement"/;

/** A header that says when something was reported. */
const TICKETS_CSV = /^\uFEFF?[^\n]*(?:opened(?:[_ ]at)?|created[_ ]at|sys_updated_(?:at|on)|ouvert(?:e|ure)?[_ ]?(?:le)?|date[_ ]d.ouverture)\b/i;

/** Tells the engagement, the catalogue and the tickets from the inventories by their content; inventories by name. */
export async function sort(files: Iterable<{ name: string; file: File }>): Promise<Sorted> {
  const sorted: Sorted = { inventories: [], engagement: null, catalogue: null, tickets: null };
  for (const { name, file } of files) {
    const source = sourceOf(file, name);
    const head = await file.slice(0, HEAD_BYTES).text();
    if (/\.json$/i.test(name) && ENGAGEMENT.test(head)) {
      sorted.engagement = source;
    } else if (/\.csv$/i.test(name) ? CATALOGUE_CSV.test(head) : /\.json$/i.test(name) && CATALOGUE_JSON.test(head) && !head.includes('"deviceid"')) {
      sorted.catalogue = source;
    } else if (/\.csv$/i.test(name) && TICKETS_CSV.test(head)) {
      sorted.tickets = source;
    } else {
      sorted.inventories.push(source);
    }
  }
  sorted.inventories.sort(byName);
  return sorted;
}

/** A file of the person as a source. */
export function sourceOf(file: File, name = file.name): Source {
  return { name, stamp: `${file.size} ${file.lastModified}`, read: async () => new Uint8Array(await file.arrayBuffer()) };
}

/** By name, by code unit: the same order everywhere. */
export function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** Files of an input; those of a chosen folder are named by their path below it. */
export function ofInput(list: FileList | null): { name: string; file: File }[] {
  return [...(list ?? [])].map((file) => ({ name: below(file.webkitRelativePath) || file.name, file }));
}

/** Files that were dropped, folders walked. */
export async function ofDrop(transfer: DataTransfer): Promise<{ name: string; file: File }[]> {
  // The entries must be taken before the first wait: the list is emptied afterwards.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const found: { name: string; file: File }[] = [];
  for (const entry of entries) await walk(entry, entry.isDirectory ? "" : entry.name, found);
  return found;
}

async function walk(entry: FileSystemEntry, name: string, found: { name: string; file: File }[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    found.push({ name, file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return;
    for (const child of batch) await walk(child, name === "" ? child.name : `${name}/${child.name}`, found);
  }
}

function below(path: string): string {
  return path.slice(path.indexOf("/") + 1);
}

const EXAMPLE = import.meta.glob<string>(["../../data/company/engagement.json", "../../data/company/inventory/*"], {
  query: "?url&no-inline",
  import: "default",
  eager: true,
});

/** The invented company that comes with the library, 64 files. */
export function example(): Sorted {
  const sorted: Sorted = { inventories: [], engagement: null, catalogue: null, tickets: null };
  for (const [path, address] of Object.entries(EXAMPLE)) {
    const source = {
      name: path.slice(path.lastIndexOf("/") + 1),
      stamp: "example",
      read: async () => {
        const response = await fetch(address);
        if (!response.ok) throw new Error(`${address}: ${response.status}`);
        return new Uint8Array(await response.arrayBuffer());
      },
    };
    if (source.name === "engagement.json") sorted.engagement = source;
    else sorted.inventories.push(source);
  }
  sorted.inventories.sort(byName);
  return sorted;
}

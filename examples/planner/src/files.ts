// Files that people give, and the example that the page carries.

/** A file that can be read again, should the engine be started again. */
export interface Source {
  name: string;
  read: () => Promise<Uint8Array>;
}

/** Inventories and, apart, the engagement document. */
export interface Sorted {
  inventories: Source[];
  engagement: Source | null;
}

const HEAD_BYTES = 65_536;
const ENGAGEMENT = /"format"\s*:\s*"entretien\/engagement"/;

/** Tells the engagement from the inventories by its content; inventories by name. */
export async function sort(files: Iterable<{ name: string; file: File }>): Promise<Sorted> {
  const sorted: Sorted = { inventories: [], engagement: null };
  for (const { name, file } of files) {
    const source = { name, read: async () => new Uint8Array(await file.arrayBuffer()) };
    if (/\.json$/i.test(name) && ENGAGEMENT.test(await file.slice(0, HEAD_BYTES).text())) {
      sorted.engagement = source;
    } else {
      sorted.inventories.push(source);
    }
  }
  sorted.inventories.sort(byName);
  return sorted;
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
  const sorted: Sorted = { inventories: [], engagement: null };
  for (const [path, address] of Object.entries(EXAMPLE)) {
    const source = {
      name: path.slice(path.lastIndexOf("/") + 1),
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

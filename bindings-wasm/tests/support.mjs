// What the tests share.
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the repository. */
export const root = process.env.ENTRETIEN_ROOT ?? join(dirname(fileURLToPath(import.meta.url)), "../..");

/** The folder of golden cases. */
export const golden = join(root, "tests/golden");

/** Names of the golden cases whose answers are committed. */
export function goldenCases() {
  if (!existsSync(golden)) return [];
  return readdirSync(golden)
    .filter((name) => ["request.json", "digests.json"].every((file) => existsSync(join(golden, name, file))))
    .sort();
}

/** Every file below a folder, in name order, named by its path below it with `/`. */
export function filesBelow(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return files
    .map((path) => ({ name: relative(folder, path).split(sep).join("/"), path }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ name, path }) => ({ name, bytes: new Uint8Array(readFileSync(path)) }));
}

/** The inputs of a golden case. */
export function goldenInput(name) {
  const folder = join(golden, name);
  const request = JSON.parse(readFileSync(join(folder, "request.json"), "utf8"));
  return {
    request,
    files: request.inventory === null ? [] : filesBelow(join(folder, request.inventory)),
    engagement: request.engagement === null ? null : new Uint8Array(readFileSync(join(folder, request.engagement))),
    digests: JSON.parse(readFileSync(join(folder, "digests.json"), "utf8")),
    /** The committed answer, when it is committed whole. */
    committed: (file) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : undefined),
  };
}

/** A document with two assets, one task and a contract. */
export function small(change = {}) {
  return JSON.stringify({
    format: "entretien/engagement",
    format_version: "1.0",
    provider: { name: "Atelier" },
    customer: { name: "Usine" },
    time_zone: "Europe/Paris",
    begin: "2026-01-05",
    assets: [
      { id: "srv-1", category: "server", usage: "frequent" },
      { id: "pc-1", category: "desktop" },
    ],
    tasks: [
      {
        id: "dust",
        title: { en: "Clean", fr: "Nettoyer" },
        applies_to: {},
        duration_minutes: 30,
        mode: "on_site",
        skill: "hardware",
        every: "house",
      },
    ],
    capacity: [{ skill: "hardware", minutes_per_week: 600 }],
    ...change,
  });
}

/** The error that `call` throws. */
export function thrownBy(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

// Writes the public types of the package as they are kept in types/: `node snapshot.mjs pkg types`.
// Comments of one line are put on one line, and the generated file is split, so that a change reads well in review.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [from, to] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
const read = (name) => readFileSync(join(from, name), "utf8").replace(/\/\*\*\n\s*\* ([^\n]*)\n\s*\*\//g, "/** $1 */");
for (const name of ["web.d.ts", "worker.d.ts", "protocol.d.ts", "failure.d.ts", "loading.d.ts", "marks.d.ts"]) writeFileSync(join(to, name), read(name));

const generated = read("glue/entretien.d.ts");
const classes = generated.lastIndexOf("/**", generated.indexOf("export class"));
writeFileSync(join(to, "values.d.ts"), generated.slice(0, classes));
writeFileSync(join(to, "classes.d.ts"), generated.slice(classes));

// The modules loaded on demand: their entries, and what is generated for each.
for (const module of ["recurrence", "service", "care", "indicators", "review"])
  writeFileSync(join(to, `${module}.d.ts`), `${read(`${module}/web.d.ts`)}\n${read(`glue/${module}.d.ts`)}`);

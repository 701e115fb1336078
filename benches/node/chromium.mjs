// The WebAssembly part of recurrence.mjs in Chromium. One JSON object a shape and line, rates a second.
//
//   node chromium.mjs [pkg]        pkg: the built package; CHROMIUM: the browser, /usr/bin/chromium
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize, resolve } from "node:path";
import { chromium } from "playwright-core";
import { SHAPES } from "./shapes.mjs";

const here = new URL(".", import.meta.url).pathname;
const pkg = resolve(process.argv[2] ?? join(here, "../../bindings-wasm/pkg"));
const types = { ".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm" };

const server = createServer(({ url }, response) => {
  const path = normalize(new URL(url, "http://localhost").pathname);
  const file = path.startsWith("/pkg/") ? join(pkg, path.slice(4)) : path === "/shapes.mjs" ? join(here, path) : undefined;
  if (path === "/") {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>bench</title>");
  } else if (file !== undefined && existsSync(file)) {
    response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
    response.end(readFileSync(file));
  } else {
    response.statusCode = 404;
    response.end();
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));

const profile = mkdtempSync(join(tmpdir(), "entretien-bench-"));
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const context = await chromium.launchPersistentContext(profile, { executablePath, headless: true, args: flags });
try {
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  // CPU time of the thread of the page.
  await page.exposeFunction("clock", async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ThreadTime").value;
  });
  for (const shape of SHAPES) {
    const result = await page.evaluate(async (shape) => {
      const engine = await import("/pkg/recurrence/web.js");
      const { measure } = await import("/shapes.mjs");
      await engine.load();
      return measure(engine, shape, globalThis.clock);
    }, shape);
    console.log(JSON.stringify(result));
  }
} finally {
  await context.close();
  server.close();
  rmSync(profile, { recursive: true, force: true });
}

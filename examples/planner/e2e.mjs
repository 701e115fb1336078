// The page as a person uses it, in Chromium: `node e2e.mjs [folder for screenshots]`.
// The build must be there (`npm run build`). CHROMIUM names another browser.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { Engagement, InventoryReader } from "entretien";
import { estateSteps } from "./e2e-estate.mjs";
import { indicatorSteps } from "./e2e-indicators.mjs";
import { reviewSteps } from "./e2e-review.mjs";
import { filesBelow, golden, goldenCases, goldenInput } from "../../bindings-wasm/tests/support.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const shots = process.argv[2] ?? join(here, "screenshots");
mkdirSync(shots, { recursive: true });
const work = mkdtempSync(join(tmpdir(), "entretien-e2e-"));
const company = join(here, "../data/company");
const sha256 = (content) => createHash("sha256").update(content).digest("hex");

// A server of two folders: the built page, and the package as it is published.
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".csv": "text/csv", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".woff2": "font/woff2" };
function serve(request, response) {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  const [folder, rest] = path.startsWith("/__pkg/") ? [join(here, "../../bindings-wasm/pkg"), path.slice(7)] : [join(here, "dist"), path];
  try {
    const file = join(folder, rest.endsWith("/") ? `${rest}index.html` : rest);
    const body = readFileSync(file);
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}
const server = createServer(serve);
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${server.address().port}/`;

// What Node computes of the same files.
const caseFile = join(golden, "company/request.json");
const request = JSON.parse(readFileSync(caseFile, "utf8"));
const inventories = filesBelow(join(company, "inventory"));
const reader = new InventoryReader();
for (const { name, bytes } of inventories) reader.read(name, bytes);
const engagement = Engagement.fromJson(readFileSync(join(company, "engagement.json")), reader.finish());
const plan = engagement.plan({ asOf: request.as_of, start: request.from, end: request.to });
const expected = goldenCases().includes("company") ? goldenInput("company").digests.plan : plan.digest();
assert.equal(plan.digest(), expected, "Node agrees with the golden digest");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: "en-GB", acceptDownloads: true, colorScheme: "light" });
const page = await context.newPage();
const complaints = [];
page.on("console", (message) => {
  if (message.type() === "error") complaints.push(message.text());
});
page.on("pageerror", (error) => complaints.push(String(error)));
context.on("request", (request) => {
  const to = new URL(request.url());
  if (to.protocol !== "blob:" && to.host !== new URL(address).host) complaints.push(`a request to ${to}`);
});

let steps = 0;
async function step(name, action) {
  const begin = performance.now();
  try {
    await action();
  } catch (error) {
    await page.screenshot({ path: join(shots, "failed.png"), fullPage: true }).catch(() => {});
    console.error(`FAILED ${name}`);
    throw error;
  }
  steps += 1;
  console.log(`ok ${name} (${Math.round(performance.now() - begin)} ms)`);
}
const shot = (name) => page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
const digestIs = (digest) => page.waitForFunction((wanted) => document.getElementById("digest")?.textContent === wanted, digest, { timeout: 60_000 });
const text = (selector) => page.locator(selector).innerText();
const figure = async (id) => Number((await text(`#${id} b`)).replace(/[^0-9]/g, ""));
const download = async (button) => {
  const [file] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
  return { name: file.suggestedFilename(), content: readFileSync(await file.path(), "utf8") };
};

try {
  await step("the page opens", async () => {
    await page.goto(address);
    await page.waitForSelector(".welcome");
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    await shot("1-welcome");
  });

  await step("inventories alone are planned by the shipped rules", async () => {
    await page.setInputFiles("#files", inventories.map(({ name }) => join(company, "inventory", name)));
    await page.waitForSelector("#digest");
    assert.match(await text(".given"), /shipped rules apply/);
    assert.ok((await figure("count-works")) > 0);
  });

  await step("with the engagement: the golden digest, counts, the checker agrees", async () => {
    await page.setInputFiles("#engagement", join(company, "engagement.json"));
    await page.waitForFunction(() => document.querySelector(".who h2")?.textContent === "Ateliers Quintegrave");
    assert.equal(await page.inputValue("#from"), engagement.begin);
    for (const [id, day] of [["as-of", request.as_of], ["from", request.from], ["to", request.to]]) {
      if ((await page.inputValue(`#${id}`)) !== day) await page.fill(`#${id}`, day);
    }
    await digestIs(expected);
    const totals = plan.totals();
    assert.equal(await figure("count-works"), totals.occurrences);
    assert.equal(await figure("count-assets"), totals.assets);
    assert.equal(await figure("count-refused"), engagement.refused.length);
    assert.equal(await figure("count-doubts"), engagement.diagnostics.length);
    await page.waitForFunction(() => /✓/.test(document.getElementById("verdict")?.textContent ?? ""), undefined, { timeout: 60_000 });
    assert.match(await text("#status"), /interventions planned/);
    assert.match(await text("#row-count"), new RegExp(`of ${totals.occurrences.toLocaleString("en-GB")}$`));
    await shot("2-plan-light");
  });

  await step("the calendar, the table, the plan and the report are downloaded, byte for byte", async () => {
    const ics = await download("#get-ics");
    assert.match(ics.name, /\.ics$/);
    const contractEvents = ics.content.split("X-ENTRETIEN-CONTRACT-EVENT:").length - 1;
    assert.ok(contractEvents > 0);
    assert.equal(ics.content.split("BEGIN:VEVENT").length - 1, plan.length + contractEvents);
    assert.equal(ics.content, plan.toIcs({ lang: "en" })[0]);
    assert.equal((await download("#get-csv")).content, plan.toCsv("en"));
    assert.equal((await download("#get-json")).content, plan.toJson());
    assert.equal((await download("#get-html")).content, plan.toHtml("en"));
  });

  await step("the heat map answers the keyboard and filters the table", async () => {
    const columns = plan.columns();
    await page.focus(".heat-stage");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    assert.match(await text("#heat-live"), /2026/);
    await page.hover(".heat-stage canvas", { position: { x: 200, y: 60 } });
    await page.waitForSelector(".heat .tip:not([hidden])");
    await page.locator("#year").screenshot({ path: join(shots, "3-day.png") });
    await page.mouse.move(5, 5);
    await page.focus(".heat-stage");
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".day-chip");
    const count = columns.date.filter((day) => day === columns.date[0]).length;
    const first = plan.occurrence(0).date === request.from ? count : 0;
    assert.match(await text("#row-count"), new RegExp(`of ${first}$`));
    await page.click(".day-chip");
    await page.waitForFunction(() => document.querySelector(".day-chip") === null);
  });

  await step("the table searches, sorts and explains", async () => {
    await page.fill("#search", "LYO-SRV-01");
    await page.waitForFunction(() => [...document.querySelectorAll(".works td.asset .asset-name")].every((cell) => cell.textContent.includes("LYO-SRV-01")));
    await page.click('[data-column="duration"]');
    await page.click('[data-column="duration"]');
    assert.equal(await page.getAttribute("th.duration", "aria-sort"), "descending");
    await page.locator(".works .row").first().click();
    await page.waitForSelector(".why-box li");
    assert.match(await text(".why-box"), /Why this date/);
    await page.locator("#works").screenshot({ path: join(shots, "4-why.png") });
    await page.locator(".works .toggle").first().press("Enter");
    await page.waitForFunction(() => document.querySelector(".why-box") === null);
    await page.fill("#search", "");
  });

  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const accessible = async (what) => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    assert.deepEqual(serious.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)]), [], what);
  };

  // Where a day lies in the first strip of the heat map; the page has the same figures.
  const dayNumber = (iso) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
  const weekdayOf = (day) => (((day + 3) % 7) + 7) % 7;
  const pointOf = async (day) => {
    const box = await page.locator(".heat-stage canvas").first().boundingBox();
    const first = dayNumber(request.from);
    const pitch = (box.width - 34) / 53;
    const week = Math.floor((day - (first - weekdayOf(first))) / 7);
    return { x: box.x + 34 + (week + 0.45) * pitch, y: box.y + 20 + (weekdayOf(day) + 0.45) * pitch };
  };
  const changed = (event) => JSON.stringify({ format: "entretien/changes", format_version: "1.0", changes: [{ event }] });
  const decided = ({ id }, what) => ({ id: `planner/${id}`, day: request.as_of, ...what });
  const after = (event) => {
    const copy = plan.copy();
    copy.replan(changed(event));
    return copy;
  };
  const firstRow = async () => Number(await page.locator(".works .toggle").first().getAttribute("data-row"));
  const iso = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

  await step("a work is dragged to another day: the engine answers with the plan, what differs and why; undone", async () => {
    await page.fill("#search", "LYO-SRV-01");
    await page.waitForFunction(() => [...document.querySelectorAll(".works td.asset .asset-name")].every((cell) => cell.textContent.includes("LYO-SRV-01")));
    // The search waits until no key was pressed for a moment: the lines are drawn once more.
    await page.waitForTimeout(250);
    const occurrence = plan.occurrence(await firstRow(), "en");
    // The Wednesday two weeks later.
    const day = dayNumber(occurrence.date);
    const to = day - weekdayOf(day) + 16;
    const event = decided(occurrence, { moved: occurrence.id, to: iso(to) });
    const wanted = after(event);
    const grip = page.locator(".works .grip").first();
    await grip.scrollIntoViewIfNeeded();
    const from = await grip.boundingBox();
    await page.mouse.move(from.x + 5, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 25, from.y + 20, { steps: 3 });
    const target = await pointOf(to);
    await page.mouse.move(target.x, target.y, { steps: 8 });
    assert.match(await text(".ghost"), /→/);
    await page.screenshot({ path: join(shots, "10-drag.png") });
    await page.mouse.up();
    await page.waitForSelector("#moved-why li");
    await digestIs(wanted.digest());
    assert.match(await text("#moved-why"), /moved by decision/);
    const differences = plan.diff(wanted, "en").differences.map(({ text: line }) => line);
    assert.ok(differences.length > 0);
    assert.deepEqual(await page.locator(".differences li").allInnerTexts(), differences);
    await page.waitForSelector("#findings, #no-findings");
    console.log(`   planned anew in ${Number(await page.getAttribute("#plan-time", "data-ms")).toFixed(1)} ms`);
    await page.waitForFunction(() => /✓/.test(document.getElementById("verdict")?.textContent ?? ""), undefined, { timeout: 60_000 });
    await page.click("#changes .undo");
    await page.waitForSelector("#changes", { state: "hidden" });
    await digestIs(expected);
  });

  await step("with keys, onto a day that a rule bars: PLAN-026 says which; undone with Ctrl+Z", async () => {
    const occurrence = plan.occurrence(await firstRow(), "en");
    const day = dayNumber(occurrence.date);
    const sunday = day - weekdayOf(day) + 13;
    await page.focus(".works .grip");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".heat .prompt:not([hidden])");
    await page.keyboard.press("Escape");
    assert.ok(await page.evaluate(() => document.activeElement.classList.contains("grip")), "the focus comes back");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowRight");
    for (let step = weekdayOf(day); step < 6; step++) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+Enter");
    await page.waitForSelector('#findings [data-code="PLAN-026"]');
    assert.match(await text('#findings [data-code="PLAN-026"]'), /calendar/);
    await digestIs(after(decided(occurrence, { fixed: occurrence.id, on: iso(sunday) })).digest());
    await accessible("decisions");
    await page.locator("#changes").screenshot({ path: join(shots, "11-changes.png") });
    await page.keyboard.press("Control+z");
    await page.waitForSelector("#changes", { state: "hidden" });
    await digestIs(expected);
  });

  await step("with a date field, in French; a second decision, and all undone", async () => {
    await page.click("#lang-fr");
    await page.waitForFunction(() => document.querySelector("#year-title")?.textContent.startsWith("L'année"));
    for (const place of [0, 1]) {
      await page.locator(".works .row").nth(place).click();
      await page.waitForSelector("form.move");
      const field = page.locator('form.move input[type="date"]');
      await field.fill(iso(dayNumber(await field.inputValue()) + 1));
      await page.click("form.move button");
      await page.waitForFunction((count) => document.querySelectorAll(".decisions li").length === count && document.querySelector("#findings, #no-findings") !== null, place + 1);
    }
    assert.match(await text("#changes"), /Ce qui a changé/);
    assert.match(await text("#moved-why"), /déplacé par décision/);
    assert.match(await page.locator(".pill").first().innerText(), /^(prévue|appelée|en retard)$/);
    await page.click("#undo-all");
    await page.waitForSelector("#changes", { state: "hidden" });
    await digestIs(expected);
    await page.click("#lang-en");
    await page.waitForFunction(() => document.documentElement.lang === "en");
    await page.fill("#search", "");
  });

  await step("a week of the workload is chosen", async () => {
    await page.locator(".over-chip").first().click();
    await page.waitForSelector(".day-chip");
    await page.hover(".u-over", { position: { x: 300, y: 80 } });
    await page.waitForSelector(".chart .tip:not([hidden])");
    await page.locator("#workload").screenshot({ path: join(shots, "5-workload.png") });
    await page.click(".day-chip");
  });

  await step("French", async () => {
    await page.click("#lang-fr");
    await page.waitForFunction(() => document.querySelector("#year-title")?.textContent.startsWith("L'année"));
    await page.locator("#doubtful + .faults summary").first().click();
    await page.locator(".works .row").first().click();
    await page.waitForSelector(".why-box li");
    assert.match(await text(".why-box"), /début du (contrat|programme)|date de départ/);
    await digestIs(expected);
    assert.equal((await download("#get-csv")).content, plan.toCsv("fr"));
    await shot("6-french");
  });

  await step("accessibility: axe finds nothing serious, in both colour schemes", async () => {
    for (const theme of ["light", "dark"]) {
      await page.click(`#theme-${theme}`);
      await accessible(theme);
    }
    await page.click("#lang-en");
    await page.waitForFunction(() => document.documentElement.lang === "en");
    await shot("7-plan-dark");
    await page.click("#theme-light");
  });

  await step("a bad inventory file is listed with its fault, the plan stands", async () => {
    const broken = join(work, "broken.json");
    writeFileSync(broken, '{"deviceid": "x", "content": ');
    await page.setInputFiles("#files", broken);
    await page.waitForSelector('#refused + .faults [data-code="TAK-050"]');
    assert.match(await text('#refused + .faults [data-code="TAK-050"] summary'), /TAK-050/);
    assert.match(await page.locator('#refused + .faults [data-code="TAK-050"]').innerHTML(), /broken\.json/);
    await digestIs(expected);
    assert.equal(await figure("count-refused"), engagement.refused.length + 1);
  });

  await step("a bad engagement: every fault with its code", async () => {
    const document = JSON.parse(readFileSync(join(company, "engagement.json"), "utf8"));
    document.colour = "red";
    document.begin = "2026-02-30";
    delete document.customer;
    const bad = join(work, "bad.json");
    writeFileSync(bad, JSON.stringify(document));
    await page.setInputFiles("#engagement", bad);
    await page.waitForSelector("#trouble");
    const codes = await page.locator("#trouble [data-code]").evaluateAll((nodes) => nodes.map((node) => node.dataset.code).sort());
    assert.deepEqual(codes, ["DOC-004", "DOC-005", "DOC-007"]);
    assert.match(await text("#trouble"), /\/colour/);
    assert.match(await text("#status"), /3 faults/);
    await shot("8-refused");
  });

  await step("a reversed period is refused, then corrected", async () => {
    await page.click("#example");
    await digestIs(expected);
    await page.fill("#to", "2025-01-01");
    await page.waitForSelector('#trouble [data-code="PLAN-001"]');
    await page.fill("#to", request.to);
    await digestIs(expected);
  });

  await estateSteps({ page, step, text, accessible, shots, work, company, inventories, request });
  await indicatorSteps({ page, step, text, accessible, shots, work, company, inventories });
  await reviewSteps({ page, step, text, accessible, shots, company, inventories, request });

  await step("10 000 assets: moving a work stays fluid", async () => {
    const categories = ["server", "desktop", "laptop", "switch", "ups"];
    const assets = Array.from({ length: 10_000 }, (_, index) => ({ id: `a-${String(index).padStart(5, "0")}`, category: categories[index % 5], site: `s-${index % 20}` }));
    const task = (id, every, more = {}) => ({ id, title: { en: id }, duration_minutes: 20, mode: "on_site", skill: "hardware", every, tolerance: { early_days: 5, late_days: 5 }, ...more });
    const large = {
      format: "entretien/engagement", format_version: "1.0", provider: { name: "P" }, customer: { name: "Large" }, time_zone: "Europe/Paris", begin: "2026-01-05",
      sites: Array.from({ length: 20 }, (_, index) => ({ id: `s-${index}`, name: `Site ${index}` })),
      assets,
      tasks: [task("clean", "quarterly"), task("backup-test", "monthly", { applies_to: { categories: ["server"] } }), task("battery", "yearly", { applies_to: { categories: ["ups"] } })],
    };
    const file = join(work, "large.json");
    writeFileSync(file, JSON.stringify(large));
    await page.click("#clear");
    await page.setInputFiles("#engagement", file);
    await page.waitForFunction(() => document.querySelector(".who h2")?.textContent === "Large" || document.getElementById("trouble") !== null, undefined, { timeout: 60_000 });
    assert.equal(await figure("count-assets"), 10_000, await text("main"));
    await page.waitForFunction(() => document.getElementById("digest")?.textContent.length === 64, undefined, { timeout: 120_000 });
    await page.evaluate(() => {
      globalThis.longest = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (globalThis.longest = Math.max(globalThis.longest, duration)))).observe({ type: "longtask" });
    });
    const times = [];
    for (let turn = 0; turn < 6; turn++) {
      await page.locator(".works .row").nth(turn).click();
      const field = page.locator('form.move input[type="date"]');
      await field.fill(iso(dayNumber(await field.inputValue()) + 3));
      await page.click("form.move button");
      await page.waitForFunction((count) => document.querySelectorAll(".decisions li").length === count && document.querySelector("#findings, #no-findings") !== null, turn + 1, { timeout: 60_000 });
      times.push(Number(await page.getAttribute("#plan-time", "data-ms")));
    }
    const [first, ...others] = times;
    const median = others.sort((a, b) => a - b)[Math.floor(others.length / 2)];
    const longest = await page.evaluate(() => globalThis.longest);
    console.log(`   ${await figure("count-works")} works; planned anew in ${median.toFixed(1)} ms (median), the first time, which copies the engagement, in ${first.toFixed(1)} ms; the page was busy for at most ${Math.round(longest)} ms`);
    assert.ok(median <= 20, `${median} ms`);
    await page.click("#clear");
    await page.click("#example");
    await digestIs(expected);
  });

  await step("the engine stops: it is started again, and the plan comes back", async () => {
    const [thread] = page.workers();
    await thread.evaluate(() => {
      setTimeout(() => {
        throw new WebAssembly.RuntimeError("unreachable");
      });
    });
    await page.waitForFunction(() => /started again/.test(document.getElementById("status")?.textContent ?? ""));
    await digestIs(expected);
    // The browser tells of workers that end and begin in its own time: one is left.
    const late = Date.now() + 10_000;
    while (page.workers().length !== 1 && Date.now() < late) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.equal(page.workers().length, 1);
  });

  await step("the golden cases in Chromium, byte for byte", async () => {
    for (const name of goldenCases()) {
      const { request: asked, files, engagement: document, digests, committed } = goldenInput(name);
      const argument = {
        asked,
        files: files.map(({ name: file, bytes }) => [file, Buffer.from(bytes).toString("base64")]),
        document: document === null ? null : Buffer.from(document).toString("utf8"),
      };
      const answers = await page.evaluate(async ({ asked, files, document }) => {
        const { EntretienWorker } = await import("/__pkg/worker.js");
        const worker = new EntretienWorker();
        const bytes = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const inventories = files.map(([name, content]) => ({ name, bytes: bytes(content) }));
        await worker.open({ files: inventories, engagement: document, begin: asked.from });
        await worker.plan({ asOf: asked.as_of, start: asked.from, end: asked.to });
        const render = async (request) => (await worker.render(request)).join("");
        const out = {
          plan: await worker.digest(),
          "plan.json": await render({ format: "json" }),
          "plan.csv": await render({ format: "csv", lang: "en" }),
          "plan.ics": await render({ format: "ics", lang: "en" }),
          "report.en.html": await render({ format: "html", lang: "en" }),
          "report.fr.html": await render({ format: "html", lang: "fr" }),
        };
        worker.terminate();
        return out;
      }, argument);
      assert.equal(answers.plan, digests.plan, name);
      for (const [file, content] of Object.entries(answers)) {
        if (file === "plan") continue;
        const whole = committed(file);
        if (whole !== undefined) assert.ok(content === whole, `${name}/${file} differs`);
        assert.equal(sha256(content), digests[file], `${name}/${file}`);
      }
    }
    console.log(`   ${goldenCases().length} cases`);
  });

  await step("offline: the page opens again and plans the example", async () => {
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await context.setOffline(true);
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    await page.reload();
    await page.click("#example");
    await digestIs(expected);
  });

  await step("a narrow screen", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForTimeout(300);
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll("body *")]
        .filter((node) => node.getBoundingClientRect().right > window.innerWidth + 1 && node.closest(".table-frame, .heat-stage") === null)
        .map((node) => `${node.tagName}.${node.className}`),
    );
    assert.deepEqual(wide, [], "nothing is wider than the screen");
    await shot("9-narrow");
  });

  assert.deepEqual(complaints, []);
  console.log(`${steps} steps passed, screenshots in ${shots}`);
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
  rmSync(work, { recursive: true, force: true });
}

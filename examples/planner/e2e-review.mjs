// Documents as a person makes them: what the page shows and hands out is what Node writes of the same files.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { KpiReader, Log, kickOff, review } from "entretien/review";

/** Drives the section; the example is planned. */
export async function reviewSteps({ page, step, text, accessible, shots, company, inventories, request }) {
  const reader = new KpiReader();
  for (const { name, bytes } of inventories) reader.read(name, bytes);
  const engagement = reader.finish(readFileSync(join(company, "engagement.json")));
  const status = "#review-status";
  // A file of tickets says nothing of preventive works.
  const asked = (start, end) => ({ start, end, indicators: { withPlan: false } });
  const made = (title) => page.waitForFunction((wanted) => document.querySelector(".review").getAttribute("aria-busy") === "false" && document.getElementById("review-status").textContent.startsWith(wanted), title, { timeout: 60_000 });
  const shows = (words) => page.waitForFunction((wanted) => document.getElementById("review-page").contentDocument?.body?.innerText.includes(wanted), words);
  /** Names and bytes of the files that a button gives. */
  const files = async (button, count = 1) => {
    const downloads = [];
    const heard = (file) => downloads.push(file);
    page.on("download", heard);
    await page.click(button);
    const late = Date.now() + 30_000;
    while (downloads.length < count && Date.now() < late) await page.waitForTimeout(50);
    page.off("download", heard);
    assert.equal(downloads.length, count, button);
    return Promise.all(downloads.map(async (file) => ({ name: file.suggestedFilename(), content: readFileSync(await file.path()) })));
  };
  const is = ({ content }, wanted) => assert.ok(content.equals(Buffer.from(wanted)), "the same bytes as Node's");

  await step("a review without tickets: the half-year before, performance not known, every form byte for byte", async () => {
    assert.deepEqual([await page.inputValue("#review-from"), await page.inputValue("#review-to")], ["2025-07-01", "2026-01-01"], request.as_of);
    await page.focus("#review-run");
    await page.keyboard.press("Enter");
    const document = review(engagement, asked("2025-07-01", "2026-01-01"), { lang: "en" });
    await made(document.title);
    assert.equal(await page.evaluate(() => globalThis.document.activeElement.id), "review-run");
    await shows("not known");
    const [html] = await files("#review-html");
    assert.equal(html.name, "entretien-review-2025-07-01-2026-01-01.html");
    is(html, document.toHtml());
    is((await files("#review-md"))[0], document.toMarkdown());
    is((await files("#review-json"))[0], document.toJson());
    is((await files("#review-ics"))[0], document.toIcs()[0]);
    const [book] = await files("#review-xlsx");
    assert.match(book.name, /\.xlsx$/);
    assert.equal(book.content.subarray(0, 4).toString("latin1"), "PK\x03\x04");
    is(book, document.toXlsx());
    const tables = Object.entries(document.toCsv());
    const csv = await files("#review-csv", tables.length);
    for (const [name, content] of tables) is(csv.find((file) => file.name.endsWith(`-01-${name}`)), content);
    await page.waitForFunction((count) => document.getElementById("review-status").textContent.startsWith(String(count)), tables.length);
  });

  await step("a review with tickets: their last whole half-year, or a period of one's own; by keyboard; printed", async () => {
    const csv = join(company, "log/incidents.csv");
    await page.setInputFiles("#files", csv);
    const log = Log.fromIncidents(readFileSync(csv), { timeZone: "Europe/Paris" });
    assert.equal(log.span.last, "2026-12-31");
    await page.waitForFunction(() => document.getElementById("review-from").value === "2026-07-01");
    const document = review(engagement, asked("2026-01-01", "2026-07-01"), { lang: "en", log });
    await page.fill("#review-to", "2026-07-01");
    await page.fill("#review-from", "2026-01-01");
    await made(document.title);
    await page.focus("#review-html");
    const [html] = await files("#review-html");
    is(html, document.toHtml());
    assert.equal(await page.evaluate(() => globalThis.document.activeElement.id), "review-html");
    await page.evaluate(() => {
      globalThis.printed = 0;
      globalThis.document.getElementById("review-page").contentWindow.print = () => (globalThis.printed += 1);
    });
    await page.focus("#review-print");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => globalThis.printed), 1);
    await accessible("review");
    await page.locator("#review").screenshot({ path: join(shots, "15-review.png") });
  });

  await step("a review in French and in the dark; a period that is refused", async () => {
    const document = review(engagement, asked("2026-01-01", "2026-07-01"), { lang: "fr", log: Log.fromIncidents(readFileSync(join(company, "log/incidents.csv")), { timeZone: "Europe/Paris" }) });
    await page.click("#lang-fr");
    await made(document.title);
    is((await files("#review-html"))[0], document.toHtml());
    await page.click("#theme-dark");
    await accessible("review in the dark");
    await page.waitForFunction(() => {
      const shown = globalThis.document.getElementById("review-page").contentDocument;
      return shown?.body !== null && getComputedStyle(shown.documentElement).colorScheme === "dark";
    });
    await page.locator("#review").screenshot({ path: join(shots, "16-review-dark-fr.png") });
    await page.click("#theme-auto");
    await page.fill("#review-to", "2025-01-01");
    await page.waitForSelector("#review [data-code]");
    assert.match(await text(status), /Le document est refusé/);
    assert.ok((await page.locator("#review .cure").innerText()).length > 0);
    await page.fill("#review-to", "2026-07-01");
    await made(document.title);
    await page.click("#lang-en");
    await page.waitForFunction(() => globalThis.document.documentElement.lang === "en");
  });

  await step("a kick-off, as of the plan; on a narrow screen", async () => {
    const document = kickOff(engagement, { asOf: request.as_of, start: request.from, end: request.to }, { lang: "en" });
    await page.selectOption("#review-kind", "kick_off");
    await made(document.title);
    const [html] = await files("#review-html");
    assert.equal(html.name, `entretien-kick-off-${request.from}-${request.to}.html`);
    is(html, document.toHtml());
    await shows(document.title);
    const size = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    const wide = await page.evaluate(() => [...globalThis.document.querySelectorAll("#review *")].filter((node) => node.getBoundingClientRect().right > globalThis.innerWidth + 1).map((node) => node.id || node.tagName));
    assert.deepEqual(wide, []);
    assert.ok(await page.evaluate(() => globalThis.document.getElementById("review-page").contentDocument.documentElement.scrollWidth <= globalThis.document.getElementById("review-page").clientWidth), "the document fits");
    await page.setViewportSize(size);
    await page.click("#tickets-forget");
    await page.selectOption("#review-kind", "review");
  });
}

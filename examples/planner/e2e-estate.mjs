// The estate as a person looks at it: what the page shows is what Node computes of the same files.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Care, SupportCatalogue } from "entretien/care";

/** Drives the section; the example is planned. */
export async function estateSteps({ page, step, text, accessible, shots, work, company, inventories, request }) {
  await step("the estate: ages, years, findings and renewals; then with a support catalogue, in both languages", async () => {
    const files = inventories.map(({ name, bytes }) => [name, bytes]);
    const document = readFileSync(join(company, "engagement.json"));
    const care = Care.fromJson(document, files);
    await page.click("#estate-run");
    await page.waitForSelector("#renewals");
    const shown = () => page.locator("#renewals tbody tr").count();
    assert.equal(await shown(), Math.min(200, care.renewals(request.as_of).rows.length));
    const years = await page.locator("#estate-year option").count();
    assert.equal(years, new Set(care.renewals(request.as_of).forecast(5).ages.map(({ day }) => day)).size);
    const before = await text("#age-bars");
    await page.selectOption("#estate-year", { index: years - 1 });
    assert.notEqual(await text("#age-bars"), before);
    const groups = (by, audit = care.audit(request.as_of)) => new Set(audit.findings().map((finding) => (by === "rule" ? finding.title : finding.domain))).size;
    assert.equal(await page.locator("#finding-list details").count(), groups("rule"));
    await page.selectOption("#finding-by", { index: 1 });
    assert.equal(await page.locator("#finding-list details").count(), groups("domain"));
    await page.fill("#finding-search", "no such word");
    assert.equal(await page.locator("#finding-list details").count(), 0);
    await page.fill("#finding-search", "");
    await page.selectOption("#finding-by", { index: 0 });

    const csv = "product,cycle,category,release_date,eol\nwindows-server,2016,os,2016-10-15,2027-01-12\nwindows-server,2019,os,2018-11-13,2029-01-09\ndebian,12,os,2023-06-10,2026-07-11\nubuntu,22.04,os,2022-04-21,2027-04-01\n";
    const file = join(work, "cycles.csv");
    writeFileSync(file, csv);
    await page.setInputFiles("#files", file);
    await page.waitForSelector("#catalogue-given");
    await page.waitForFunction(() => /systems recognised/.test(document.getElementById("estate-facts")?.textContent ?? ""));
    const survey = Care.fromJson(document, files, SupportCatalogue.fromCsv(csv)).support(request.as_of);
    assert.ok((await text("#estate-facts")).includes(`${survey.systemMatchedCount} of ${survey.systemCount} systems recognised`));
    await page.locator("#finding-list summary").first().click();
    await accessible("estate");
    await page.locator("#estate").screenshot({ path: join(shots, "12-estate.png") });
    await page.click("#lang-fr");
    await page.waitForFunction(() => /systèmes reconnus/.test(document.getElementById("estate-facts")?.textContent ?? ""));
    assert.match(await text("#estate"), /Renouvellements et mises à jour/);
    await page.click("#lang-en");
    await page.waitForFunction(() => document.documentElement.lang === "en");
  });
}

// Indicators of ten thousand tickets as a person looks at them: what the page shows is what Node computes of the same file.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { KpiEngagement, Log } from "entretien/indicators";

const TICKETS = 10_000;

/** A year of tickets, always the same: header of a French tool, one row each. */
export function tickets(count, assets) {
  let seed = 20_260_105;
  const draw = (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const pad = (number) => String(number).padStart(2, "0");
  const at = (minutes) => {
    const date = new Date(Date.UTC(2025, 0, 1) + minutes * 60_000);
    return `${pad(date.getUTCDate())}/${pad(date.getUTCMonth() + 1)}/${date.getUTCFullYear()} ${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
  };
  const categories = ["Poste de travail", "Poste de travail", "Poste de travail", "Impression", "Impression", "Réseau", "Messagerie", "Serveur", "Téléphonie"];
  const rows = ["Numéro;Ouvert le;Prise en compte;Résolu le;Équipement;Site;Catégorie;Priorité;Groupe;Technicien;Réouvertures;Réaffectations;Couleur"];
  const year = 365 * 1_440;
  for (let number = 1; number <= count; number += 1) {
    const opened = draw(year);
    // Resolutions take longer towards the end of the year.
    const hours = (1 + draw(20) + (draw(40) === 0 ? draw(400) : 0)) * (1 + opened / year);
    const resolved = opened + Math.round(hours * 60) + draw(60);
    const asset = draw(4) === 0 ? assets[draw(assets.length)] : "";
    const isOpen = resolved > year || draw(200) === 0;
    rows.push([`INC${String(number).padStart(6, "0")}`, at(opened), at(Math.min(opened + 5 + draw(90), resolved)), isOpen ? "" : at(resolved), asset, ["lyon", "strasbourg", "nantes"][draw(3)], categories[draw(categories.length)], `P${1 + draw(3)}`, ["Poste", "Infra", "Applications"][draw(3)], ["Aline", "Bruno", "Chloé", "David"][draw(4)], draw(18) === 0 ? 1 : 0, draw(3) === 0 ? 1 : 0, draw(50) === 0 ? "rouge" : ""].join(";"));
  }
  rows.push(";01/06/2025 08:00;;;;;;;;;;;", "INC999999;31/02/2025 08:00;;;;lyon;Réseau;P3;;;;;");
  return `${rows.join("\n")}\n`;
}

/** Drives the section; the example is planned. */
export async function indicatorSteps({ page, step, text, accessible, shots, work, company, inventories }) {
  const file = join(work, "tickets.csv");
  const csv = tickets(TICKETS, inventories.map(({ name }) => name.replace(/\.json$/, "")).filter((name) => name !== "facts.csv"));
  writeFileSync(file, csv);
  const facts = () => text("#ticket-facts");

  await step("ten thousand tickets: cards, trend, Pareto, open list, recommendations, the figures of Node", async () => {
    const begin = performance.now();
    await page.setInputFiles("#files", file);
    await page.waitForSelector("#ticket-facts");
    const shown = Math.round(performance.now() - begin);
    await page.waitForSelector("#advice");
    const advised = Math.round(performance.now() - begin);
    const inside = await page.getAttribute("#ticket-facts", "data-milliseconds");
    console.log(`   ${TICKETS} tickets, ${(csv.length / 1024).toFixed(0)} KiB: read and computed in ${inside} ms, on the page after ${shown} ms, recommendations tried out after ${advised} ms`);
    assert.match(await facts(), /10,001 tickets · 1 row left out/);
    await page.waitForSelector("#tickets-given");

    const log = Log.fromIncidents(csv, { timeZone: "Europe/Paris" });
    const engagement = KpiEngagement.fromJson(readFileSync(join(company, "engagement.json")), inventories.map(({ name, bytes }) => [name, bytes]));
    const { last } = log.span;
    const question = { start: "2025-01-01", end: new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10), asOf: last, withPlan: false };
    const kpis = engagement.kpis(log, question);
    const mean = kpis.answer(0, 0, "mean_resolution").value;
    assert.ok((await text("#kpi-mean_resolution b")).startsWith(new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 4 }).format(mean)));
    const levels = kpis.answer(0, 0, "operational_availability").value;
    assert.ok(levels !== null && (await text("#kpi-operational_availability b")).endsWith("%"));
    const pareto = engagement.kpis(log, { ...question, dimensions: ["category"] }).pareto(0, "opened_tickets");
    assert.equal(await page.locator("#pareto tbody tr").count(), pareto.rows.length);
    assert.ok((await text("#pareto tbody tr:first-child")).includes(pareto.rows[0].key[0]));
    const open = log.openList(last);
    const counts = await page.locator("#ageing .figure-cell").allInnerTexts();
    assert.deepEqual(counts.map((count) => Number(count.replace(/[^0-9]/g, ""))), open.ageing.map(({ count }) => count));
    assert.equal(await page.locator("#advice li").count(), engagement.kpis(log, { ...question, grain: "month" }).advice().length);
    assert.equal(await page.locator("#all-indicators tbody tr").count(), kpis.answers(0, 0).length);
    assert.equal(await page.locator("#trend circle").count(), 12, "a dot a month");
    assert.match(await text("#trend-verdict"), /rises/);
  });

  await step("tickets alone: figures of tickets, and why there are none of time", async () => {
    const alone = await page.context().newPage();
    await alone.goto(page.url());
    await alone.setInputFiles("#files", file);
    await alone.waitForSelector("#advice");
    assert.match(await alone.locator("#kpi-reopen_rate b").innerText(), /%$/);
    assert.equal(await alone.locator("#kpi-mtbf b").innerText(), "—");
    assert.match(await alone.locator("#kpi-mtbf small").first().innerText(), /data missing/);
    await alone.close();
  });

  await step("indicators by keyboard: a card chosen, reasons where there is no value, French, dark", async () => {
    await page.focus("#kpi-reopen_rate");
    await page.keyboard.press("Enter");
    assert.equal(await page.getAttribute("#kpi-reopen_rate", "aria-pressed"), "true");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "kpi-reopen_rate");
    assert.match(await text("#trend h3"), /reopen rate/);
    await page.locator("#all-indicators summary").click();
    assert.match(await text('[data-indicator="wrench_time"]'), /data missing \(hands-on observations/);
    await page.locator("#trend details summary").click();
    await accessible("indicators");
    await page.locator("#indicators").screenshot({ path: join(shots, "13-indicators.png") });
    await page.click("#lang-fr");
    await page.waitForFunction(() => /taux de réouverture/.test(document.querySelector("#trend h3")?.textContent ?? ""));
    assert.match(await text("#indicators"), /Recommandations/);
    await page.click("#theme-dark");
    await page.locator("#kpi-mean_resolution").click();
    await accessible("indicators in the dark");
    await page.locator("#indicators").screenshot({ path: join(shots, "14-indicators-dark-fr.png") });
    await page.click("#theme-auto");
    await page.click("#lang-en");
    await page.waitForFunction(() => document.documentElement.lang === "en");
    await page.click("#tickets-forget");
    await page.waitForFunction(() => document.getElementById("ticket-facts") === null);
  });
}

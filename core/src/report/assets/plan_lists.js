  // Interventions.
  const assetText = assets.map((a) => plain(`${a[0]} ${a[1]} ${data.sites[a[2]]} ${data.categories[a[3]]}`));
  const taskText = tasks.map((t) => plain(`${t[0]} ${t[1]}`));
  const rank = {
    task: ranks(tasks.map((t) => t[0])), asset: ranks(assets.map((a) => a[0])), site: ranks(data.sites),
    skill: ranks(data.skills), mode: ranks(data.modes), category: ranks(data.categories),
  };
  const chosen = (value, of) => (value === "" ? () => true : (i) => of(i) === Number(value));
  const taskOf = (i) => tasks[rows.task[i]];
  const assetOf = (i) => assets[rows.asset[i]];

  const steps = (why) => {
    let before = null;
    const list = el("ol");
    for (const index of why) {
      const [rule, after, note] = data.steps[index];
      const move = before !== null && before !== after ? `${date(before)} → ${date(after)}` : date(after);
      list.append(el("li", {}, `${data.rules[rule]} – ${move}${note < 0 ? "" : ` (${data.notes[note]})`}`));
      before = after;
    }
    return list;
  };
  // The word for a date that left a closed day, from the last step of its trace.
  const moved = (why) => {
    const code = why.length ? data.rule_codes[data.steps[why[why.length - 1]][0]] : "";
    return { "roll.back": words.earlier, "roll.forward": words.later }[code];
  };

  const toggle = (tr, button, i) => {
    const open = button.getAttribute("aria-expanded") !== "true";
    button.setAttribute("aria-expanded", String(open));
    if (!open) { tr.nextElementSibling.remove(); return; }
    tr.after(el("tr", { class: "why", id: `why-${i}` },
      el("td", { colspan: 8 }, el("p", {}, words.why), steps(rows.why[i]))));
  };
  const occurrenceRow = (i) => {
    const task = taskOf(i), asset = assetOf(i);
    const button = el("button", {
      type: "button", class: "open", "aria-expanded": "false", "aria-controls": `why-${i}`, title: words.why,
    }, `${weekday(rows.date[i])} ${date(rows.date[i])}`);
    const first = el("td", {}, button);
    const move = moved(rows.why[i]);
    if (move) first.append(el("small", { class: "nowrap" }, move));
    const tr = el("tr", { class: "row" }, first,
      el("td", {}, task[0]),
      el("td", {}, asset[0]),
      el("td", {}, data.sites[asset[2]]),
      el("td", {}, data.skills[task[2]]),
      el("td", { class: "nowrap" }, data.modes[task[3]]),
      el("td", {}, data.every[rows.every[i]]),
      el("td", { class: "num" }, duration(task[4])));
    tr.addEventListener("click", (event) => {
      if (event.target === button || !String(getSelection())) toggle(tr, button, i);
    });
    return tr;
  };
  fill("occurrences-month", data.months.map((m) => m[0]), false);
  fill("occurrences-site", data.sites, true);
  fill("occurrences-skill", data.skills, true);
  fill("occurrences-every", data.every, true);
  const occurrences = table({
    id: "occurrences", count: rows.date.length, total: data.total, size: 100, sort: "date",
    keys: {
      date: (i) => rows.date[i], task: (i) => rank.task[rows.task[i]], asset: (i) => rank.asset[rows.asset[i]],
      site: (i) => rank.site[assetOf(i)[2]], skill: (i) => rank.skill[taskOf(i)[2]], mode: (i) => rank.mode[taskOf(i)[3]],
      every: (i) => data.every_days[rows.every[i]], duration: (i) => taskOf(i)[4],
    },
    tests: (value) => {
      // A whole id means that piece of equipment, words mean any row that holds them all.
      const exact = assets.findIndex((a) => a[1] === value("text"));
      const found = exact >= 0 ? [(i) => rows.asset[i] === exact] : plain(value("text")).split(/\s+/).filter(Boolean).map((word) => {
        const inTask = taskText.map((text) => text.includes(word)), inAsset = assetText.map((text) => text.includes(word));
        return (i) => inTask[rows.task[i]] || inAsset[rows.asset[i]];
      });
      const month = data.months[value("month") === "" ? -1 : Number(value("month"))];
      if (month) found.push((i) => rows.date[i] >= month[1] && rows.date[i] < month[2]);
      found.push(chosen(value("site"), (i) => assetOf(i)[2]), chosen(value("skill"), (i) => taskOf(i)[2]),
        chosen(value("every"), (i) => rows.every[i]));
      return found;
    },
    row: occurrenceRow,
  });

  // Equipment.
  const ofAsset = assets.map(() => []);
  const work = assets.map(() => 0);
  rows.asset.forEach((asset, i) => { ofAsset[asset].push(i); work[asset] += taskOf(i)[4]; });
  const WIDTH = 600;
  const begin = Math.min(data.period[0], rows.date.length ? rows.date[0] : data.period[0]);
  const end = Math.max(data.period[1], rows.date.length ? rows.date[rows.date.length - 1] + 1 : 0);
  const x = (day) => Math.round(((day - begin) * (WIDTH - 6)) / (end - begin));
  const longest = Math.max(1, ...tasks.map((t) => t[4]));
  // A line at each month, or each year where months would not fit; `names` are written above.
  const marks = (() => {
    const every = end - begin > 1200 ? 12 : 1, named = end - begin > 430 ? 12 : 1;
    const list = [];
    for (let [y, m] = parts(begin); Date.UTC(y, m, 1) / DAY_MS < end; m++) {
      const day = Date.UTC(y, m, 1) / DAY_MS, [year, month] = parts(day);
      if (month % every === 0 && day >= begin) {
        list.push([x(day), month % named ? "" : named === 12 ? String(year) : data.month_names[month]]);
      }
    }
    return list;
  })();
  const strip = (asset) => {
    const name = say("strip", { n: number(ofAsset[asset].length) });
    const days = ofAsset[asset].map((i) => date(rows.date[i]));
    const shown = days.length > 40 ? `${days.slice(0, 40).join(", ")} …` : days.join(", ");
    const node = svg("svg", { class: "strip", viewBox: `0 0 ${WIDTH} 22`, preserveAspectRatio: "none", role: "img",
      "aria-label": `${assets[asset][0]} – ${name}${shown ? `: ${shown}` : ""}` });
    node.append(svg("path", { class: "base", d: `M0 21.5H${WIDTH}${marks.map(([at]) => `M${at} 0V22`).join("")}` }));
    for (const i of ofAsset[asset]) {
      const task = taskOf(i), height = 6 + Math.round((14 * task[4]) / longest);
      node.append(svg("rect", { class: task[3] === data.remote ? "tick hollow" : "tick", x: x(rows.date[i]) + 1, y: 21 - height,
        width: 4, height }, svg("title", {}, `${date(rows.date[i])} – ${task[0]}, ${duration(task[4])}`)));
    }
    return node;
  };
  const assetRow = (asset) => {
    const [name, id, site, category] = assets[asset];
    const first = el("td");
    if (ofAsset[asset].length) {
      const link = el("button", { type: "button", class: "link", title: words.show, "aria-label": say("show_of", { x: name }) }, name);
      link.addEventListener("click", () => {
        byId("occurrences-table").closest(".js").querySelector("form").reset();
        occurrences.set("text", id);
        setTimeout(occurrences.select);
        byId("occurrences").scrollIntoView();
        byId("occurrences-text").focus({ preventScroll: true });
      });
      first.append(link, el("small", {}, id));
    } else first.append(name, el("small", {}, id), el("small", { class: "warn" }, `▲ ${words.no_task}`));
    return el("tr", { class: "row" }, first, el("td", {}, data.sites[site]), el("td", {}, data.categories[category]),
      el("td", { class: "num" }, number(ofAsset[asset].length)), el("td", { class: "num" }, hours(work[asset])),
      el("td", { class: "strip-cell" }, strip(asset)));
  };
  byId("assets-table").tHead.querySelector("th:last-child").append(
    svg("svg", { class: "strip-axis", viewBox: `0 0 ${WIDTH} 16`, "aria-hidden": "true" },
      ...marks.filter(([at, name]) => name && at < WIDTH - 30).map(([at, name]) => svg("text", { class: "axis", x: at + 2, y: 12 }, name))));
  fill("assets-site", data.sites, true);
  fill("assets-category", data.categories, true);
  table({
    id: "assets", count: assets.length, total: data.assets_total, size: 25, sort: "name",
    keys: {
      name: (i) => rank.asset[i], site: (i) => rank.site[assets[i][2]], category: (i) => rank.category[assets[i][3]],
      count: (i) => ofAsset[i].length, work: (i) => work[i],
    },
    tests: (value) => [
      ...plain(value("text")).split(/\s+/).filter(Boolean).map((word) => (i) => assetText[i].includes(word)),
      chosen(value("site"), (i) => assets[i][2]), chosen(value("category"), (i) => assets[i][3]),
    ],
    row: assetRow,
  });


// Fills the two long lists from the embedded rows. Text only ever enters the page as text.
(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const { words, rows, tasks, assets, lang } = data;
  const DAY_MS = 86400000;
  const PAPER_ALL = 300, PAPER_PART = 2000;
  const byId = (id) => document.getElementById(id);

  const el = (name, attributes = {}, ...children) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const svg = (name, attributes, ...children) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };

  // How the language writes.
  const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, lang === "fr" ? "\u202f" : ",");
  const hours = (minutes) => {
    const tenths = Math.floor((minutes * 10 + 30) / 60);
    return number(Math.floor(tenths / 10)) + (lang === "fr" ? "," : ".") + (tenths % 10);
  };
  const duration = (minutes) => {
    const h = Math.floor(minutes / 60), m = minutes % 60;
    if (!h) return `${m}\u00a0min`;
    return m ? `${h}\u00a0h\u00a0${String(m).padStart(2, "0")}` : `${number(h)}\u00a0h`;
  };
  const parts = (day) => {
    const date = new Date(day * DAY_MS);
    return [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  };
  const two = (n) => String(n).padStart(2, "0");
  const date = (day) => {
    const [y, m, d] = parts(day);
    return lang === "fr" ? `${two(d)}/${two(m + 1)}/${y}` : `${two(d)} ${data.month_names[m]} ${y}`;
  };
  const weekday = (day) => data.weekdays[(((day + 3) % 7) + 7) % 7];
  const say = (key, values) => words[key].replace(/\{(\w)\}/g, (_, name) => values[name]);
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  // Alphabetical rank of each text, so that sorting rows compares numbers.
  const collator = new Intl.Collator(lang, { numeric: true });
  const ranks = (texts) => {
    const rank = new Array(texts.length);
    texts.map((text, i) => [text, i]).sort((a, b) => collator.compare(a[0], b[0]) || a[1] - b[1])
      .forEach(([, i], place) => { rank[i] = place; });
    return rank;
  };

  // One list: filters, sorting, pages. `list` names the columns, the filters and how a row is drawn.
  const table = (list) => {
    const get = (name) => byId(`${list.id}-${name}`);
    const body = get("table").tBodies[0];
    const heads = [...get("table").tHead.querySelectorAll("th[aria-sort]")];
    const form = get("table").closest(".js").querySelector("form");
    const state = { key: list.sort, down: false, page: 0, found: [], size: list.size };

    const select = () => {
      const tests = list.tests((name) => get(name).value);
      state.found = [];
      for (let i = 0; i < list.count; i++) if (tests.every((test) => test(i))) state.found.push(i);
      const key = list.keys[state.key], sign = state.down ? -1 : 1;
      state.found.sort((a, b) => sign * (key(a) - key(b)) || a - b);
      state.page = 0;
      draw();
    };
    const draw = () => {
      const { found, size } = state;
      const from = state.page * size, to = Math.min(from + size, found.length);
      body.replaceChildren(...found.slice(from, to).map(list.row));
      let text = found.length ? say("range", { a: number(from + 1), b: number(to), n: number(found.length) }) : words.none;
      if (found.length < list.total) text += ` ${say("of_all", { n: number(list.total) })}`;
      get("status").textContent = text;
      for (const head of heads) {
        const mine = head.dataset.key === state.key;
        head.setAttribute("aria-sort", mine ? (state.down ? "descending" : "ascending") : "none");
        head.querySelector(".arrow").textContent = mine ? (state.down ? "↓" : "↑") : "";
      }
      pager();
    };
    const buttons = ["first", "previous", "next", "last"].map((name, i) =>
      el("button", { type: "button", "aria-label": words[name] }, "«‹›»"[i]));
    const label = el("span");
    get("pager").append(buttons[0], buttons[1], label, buttons[2], buttons[3]);
    const pages = () => Math.max(1, Math.ceil(state.found.length / state.size));
    const pager = () => {
      label.textContent = say("page", { a: number(state.page + 1), b: number(pages()) });
      buttons.forEach((button, i) => { button.disabled = i < 2 ? state.page === 0 : state.page >= pages() - 1; });
      get("pager").hidden = pages() === 1;
    };
    buttons.forEach((button, i) => button.addEventListener("click", () => {
      state.page = [0, state.page - 1, state.page + 1, pages() - 1][i];
      draw();
      body.closest(".scroll").scrollTop = 0;
      if (button.disabled) buttons[i < 2 ? 2 : 1].focus();
    }));
    for (const head of heads) {
      head.querySelector("button").addEventListener("click", () => {
        state.down = state.key === head.dataset.key ? !state.down : false;
        state.key = head.dataset.key;
        select();
      });
    }
    let wait = 0;
    form.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(select, 120); });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(select));

    // On paper: everything when it is short, what a filter found, otherwise a sentence.
    const paper = () => {
      const filtered = state.found.length < list.total;
      const most = filtered ? PAPER_PART : PAPER_ALL;
      const shown = state.found.length <= most || filtered ? Math.min(state.found.length, most) : 0;
      const cut = shown < list.total;
      get("paper").hidden = !cut;
      get("paper").textContent = shown ? say("paper_part", { a: number(shown), n: number(list.total) })
        : say("paper_none", { n: number(list.total) });
      get("table").classList.toggle("unprinted", !shown && state.found.length > 0);
      state.back = [state.page, state.size];
      if (shown) { state.page = 0; state.size = shown; draw(); }
    };
    addEventListener("beforeprint", paper);
    addEventListener("afterprint", () => { [state.page, state.size] = state.back; draw(); });
    select();
    return { select, set: (name, value) => { get(name).value = value; } };
  };

  const fill = (id, texts, order) => {
    const indices = texts.map((_, i) => i);
    if (order) { const rank = ranks(texts); indices.sort((a, b) => rank[a] - rank[b]); }
    byId(id).append(...indices.map((i) => el("option", { value: i }, texts[i])));
  };

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

  // Tables that are whole in the page are sorted where they stand.
  for (const whole of document.querySelectorAll("table.sortable")) {
    const heads = [...whole.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const name = head.textContent, arrow = el("span", { class: "arrow", "aria-hidden": "true" });
      const button = el("button", { type: "button" }, name, arrow);
      head.replaceChildren(button, el("span", { class: "printed", "aria-hidden": "true" }, name));
      head.setAttribute("aria-sort", "none");
      const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending", sign = down ? -1 : 1;
        for (const other of heads) {
          other.setAttribute("aria-sort", other !== head ? "none" : down ? "descending" : "ascending");
          other.querySelector(".arrow").textContent = other !== head ? "" : down ? "↓" : "↑";
        }
        const body = whole.tBodies[0];
        body.append(...[...body.rows].sort((a, b) => sign * collator.compare(key(a), key(b))));
      });
    });
  }
  document.documentElement.classList.add("scripted");
})();

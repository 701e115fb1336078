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


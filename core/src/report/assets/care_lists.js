  // Lists whose columns say themselves how they are shown, sorted and filtered.
  for (const list of data.lists) {
    const columns = list.columns, of = Object.fromEntries(columns.map((column) => [column.key, column]));
    for (const column of columns) {
      column.rank = { text: () => ranks(column.pool), ordered: () => column.pool.map((_, i) => i), keyed: () => column.keys }[column.kind]?.();
      column.poolPlain = column.pool.map(plain);
      column.linesPlain = column.lines.map(plain);
      const select = byId(`${list.id}-${column.key}`);
      if (select) {
        const used = new Set(column.values), order = column.pool.map((_, i) => i).filter((i) => used.has(i));
        order.sort((a, b) => column.rank[a] - column.rank[b]);
        select.append(...order.map((i) => el("option", { value: i }, column.pool[i])));
        if (used.has(null)) select.append(el("option", { value: "none" }, words.unknown));
      }
    }
    // What is unknown comes last, what is overdue without a date first.
    const LAST = Number.MAX_SAFE_INTEGER;
    const key = (column) => (i) => {
      const value = column.values[i];
      if (value === null) return column.kind === "days" && column.below[i].length ? -LAST : LAST;
      return column.rank ? column.rank[value] : value;
    };
    const cell = (column, i) => {
      const value = column.values[i];
      const main = value === null ? el("span", { class: "none" }, words.unknown)
        : column.kind === "days" ? date(value) : column.pool[value];
      const td = el("td", { class: { keyed: "num", days: "nowrap" }[column.kind] ?? "" }, main);
      for (const line of column.below[i]) {
        const text = column.lines[line];
        td.append(el("small", { class: text.startsWith("▲") ? "warn" : "" }, text));
      }
      return td;
    };
    const filters = columns.filter((column) => byId(`${list.id}-${column.key}`));
    const search = columns.filter((column) => column.shown && column.kind !== "days" && column.kind !== "keyed");
    table({
      id: list.id, count: list.count, total: list.total, size: list.size, sort: list.sort,
      keys: Object.fromEntries(columns.map((column) => [column.key, key(column)])),
      tests: (value) => {
        const tests = plain(value("text")).split(/\s+/).filter(Boolean).map((word) => {
          const hits = search.map((column) => [column, column.poolPlain.map((text) => text.includes(word)),
            column.linesPlain.map((text) => text.includes(word))]);
          return (i) => hits.some(([column, inPool, inLines]) =>
            inPool[column.values[i]] || column.below[i].some((line) => inLines[line]));
        });
        for (const column of filters) {
          const wanted = value(column.key);
          if (wanted === "none") tests.push((i) => column.values[i] === null);
          else if (wanted !== "") tests.push((i) => column.values[i] === Number(wanted));
        }
        return tests;
      },
      row: (i) => el("tr", { class: "row" }, ...columns.filter((column) => column.shown).map((column) => cell(column, i))),
    });
  }


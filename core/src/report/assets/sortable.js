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

// Events of which only publication bounds the time, as lists of words: a mark would tell no more.
const LISTED = 8; // of each kind, until all are asked for

function looseKinds() {
  const kinds = [
    { key: "before", title: `Some time before ${page.publishedWords}`, sign: "◂", rows: [] },
    { key: "at", title: `Going on at publication, nothing more is told`, sign: "◆", rows: [] },
    { key: "after", title: `Still to come after ${page.publishedWords}`, sign: "▸", rows: [] },
  ];
  for (let i = 0; i < count; i++) {
    if (!loose(i) || !passes[i]) continue;
    const before = has(i, OPEN_LEFT), after = has(i, OPEN_RIGHT);
    kinds[before && after ? 1 : before ? 0 : 2].rows.push(i);
  }
  return kinds.filter(({ rows }) => rows.length);
}

function looseButton(row) {
  const { symbol } = statusOf(row);
  const chosen = row === view.chosen ? "true" : null;
  return element("li", {}, element("button", { type: "button", "data-row": row, "aria-current": chosen }, icon(symbol, toned(paint.of(row))), element("span", {}, word("event", row))));
}

const unfolded = new Set();
function looseList({ key, title, sign, rows: all }) {
  const wanted = new Set(all);
  const best = new Set(ranked.filter((row) => wanted.has(row)).slice(0, LISTED));
  const shown = unfolded.has(key) || all.length <= LISTED + 2 ? all : all.filter((row) => best.has(row) || row === view.chosen);
  const list = element("ul", {}, ...shown.map(looseButton));
  if (shown.length < all.length) {
    const more = element("button", { type: "button", class: "unfold" }, `and ${all.length - shown.length} more`);
    more.addEventListener("click", () => {
      unfolded.add(key);
      showLoose();
    });
    list.append(element("li", {}, more));
  }
  const mark = element("span", { "aria-hidden": "true" }, `${sign} `);
  return element("div", { class: "kind" }, element("h2", {}, mark, title, " ", element("span", { class: "count" }, String(all.length))), list);
}

function showLoose() {
  readColours();
  const kinds = looseKinds(), box = byId("loose");
  box.hidden = !kinds.length;
  box.replaceChildren(...kinds.map(looseList));
}

function listenToLoose() {
  byId("loose").addEventListener("click", (event) => {
    const button = event.target.closest("button[data-row]");
    if (!button) return;
    choose(Number(button.dataset.row), "loose");
    byId("loose").querySelector(`button[data-row="${button.dataset.row}"]`)?.focus({ preventScroll: true });
  });
}

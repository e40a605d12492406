// Search, period, and the legend, whose entries show and hide.
const hidden = new Set(); // of the column that gives the colours
let haystack = null;

function searchable(row) {
  haystack ??= [];
  haystack[row] ??= page.searched.map((name) => word(name, row)).join("\n").toLowerCase();
  return haystack[row];
}

const colourValue = (row) => (view.colours === "status" ? statusOf(row).key : word(view.colours, row));

function applyFilters() {
  const wanted = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  for (let i = 0; i < count; i++) {
    const found = !hidden.has(colourValue(i)) && (!wanted.length || wanted.every((part) => searchable(i).includes(part)));
    passes[i] = found ? 1 : 0;
  }
  strip = overview();
  if (view.chosen >= 0 && !passes[view.chosen]) view.chosen = -1;
  fillTable();
  showDetail();
  markArticle(false);
  redraw();
}

const SHAPES = {
  circle: '<circle cx="8" cy="8" r="6"/>',
  square: '<rect x="2.5" y="2.5" width="11" height="11"/>',
  diamond: '<path d="M8 1l7 7-7 7-7-7z"/>',
  x: '<path d="M3 1l5 4 5-4 2 2-4 5 4 5-2 2-5-4-5 4-2-2 4-5-4-5z"/>',
  "triangle-right": '<path d="M3 1l12 7-12 7z"/>',
};

// The drawings are our own texts; nothing of the table goes into them but checked colours.
function icon(shape, colour) {
  const made = element("span");
  made.innerHTML = `<svg width="16" height="16" aria-hidden="true" fill="${/^#[0-9a-f]{6}$/.test(colour) ? colour : "#777777"}">${SHAPES[shape] || SHAPES.circle}</svg>`;
  return made.firstChild;
}

function buildLegend() {
  readColours();
  const byStatus = view.colours === "status";
  const sizes = new Map();
  for (let i = 0; i < count; i++) sizes.set(colourValue(i), (sizes.get(colourValue(i)) || 0) + 1);
  const entries = byStatus
    ? page.statuses.filter(({ key }) => sizes.has(key))
    : paint.names.slice(0, 24).map((name, k) => ({ key: name, name: name || "—", color: page.palette[Math.min(k, page.palette.length - 1)], symbol: "circle" }));
  byId("legend").replaceChildren(...entries.map(({ key, name, color, symbol }) => {
    const button = element("button", { type: "button", "aria-pressed": String(!hidden.has(key)) }, icon(symbol, color), name, " ", element("span", { class: "count" }, String(sizes.get(key))));
    button.addEventListener("click", () => {
      hidden[hidden.has(key) ? "delete" : "add"](key);
      button.setAttribute("aria-pressed", String(!hidden.has(key)));
      applyFilters();
    });
    return button;
  }));
}

function showPeriod() {
  const from = readPeriod(byId("from").value), to = readPeriod(byId("to").value);
  for (const id of ["from", "to"]) byId(id).setAttribute("aria-invalid", String(Boolean(byId(id).value.trim()) && !readPeriod(byId(id).value)));
  if (!from && !to) return;
  const low = from ? from[0] : whole[0], high = to ? to[1] : from && !to && byId("to").value === "" ? whole[1] : whole[1];
  if (high > low) show(low, high);
}

function option(value, title) {
  return element("option", { value }, title);
}

function listenToFilters() {
  let waiting = 0;
  byId("search").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(applyFilters, count > 5000 ? 180 : 40);
  });
  byId("more").addEventListener("click", () => {
    const open = byId("more").getAttribute("aria-expanded") === "true";
    byId("more").setAttribute("aria-expanded", String(!open));
  });
  byId("from").addEventListener("change", showPeriod);
  byId("to").addEventListener("change", showPeriod);
  const groups = page.groups.map(({ name, label: title }) => [name, title]);
  byId("lanes").append(option("", "room"), ...groups.map(([name, title]) => option(name, title)));
  byId("colours").append(...[["status", "status"], ...groups.filter(([name]) => name !== "status")].map(([name, title]) => option(name, title)));
  byId("lanes").addEventListener("change", (event) => {
    view.lanes = event.target.value;
    redraw();
  });
  byId("colours").addEventListener("change", (event) => {
    view.colours = event.target.value;
    hidden.clear();
    buildLegend();
    applyFilters();
  });
}

function buildReading() {
  const bar = (inner) => `<svg width="46" height="16" aria-hidden="true">${inner}</svg>`;
  const fill = "#7d7f86";
  const kinds = [
    [bar(`<rect x="1" y="3" width="44" height="10" rx="3" fill="${fill}"/>`), "was under way all this time"],
    [bar(`<rect x="1" y="3" width="44" height="10" rx="3" fill="${fill}" fill-opacity=".28" stroke="${fill}"/>`), "happened somewhere within"],
    [bar(`<circle cx="23" cy="8" r="5.5" fill="${fill}"/>`), "a day or moment, too short to show as a bar here"],
    [bar(`<rect x="1" y="3" width="8" height="10" fill="${fill}" fill-opacity=".15"/><rect x="9" y="3" width="28" height="10" fill="${fill}" fill-opacity=".4"/><rect x="37" y="3" width="8" height="10" fill="${fill}" fill-opacity=".15"/>`), "about then: fading ends or a halo"],
    [bar(`<rect x="1" y="3" width="24" height="10" fill="${fill}"/><rect x="25" y="3" width="10" height="10" fill="${fill}" fill-opacity=".35"/><path d="M37 3l8 5-8 5z" fill="${fill}"/>`), "goes on, or its end is not known"],
    [bar(`<rect x="1" y="7" width="44" height="2" fill="${fill}"/><circle cx="23" cy="8" r="5" fill="none" stroke="${fill}" stroke-width="1.5"/>`), "no date: stands between what comes before and after"],
  ];
  byId("reading").replaceChildren(...kinds.map(([drawing, text]) => {
    const made = element("li");
    made.innerHTML = drawing;
    made.append(text);
    return made;
  }));
}

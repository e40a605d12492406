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
  showLoose();
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
  made.innerHTML = `<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="${/^#[0-9a-f]{6}$/.test(colour) ? colour : "#777777"}">${SHAPES[shape] || SHAPES.circle}</svg>`;
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
    const button = element("button", { type: "button", "aria-pressed": String(!hidden.has(key)) }, icon(symbol, toned(color)), element("span", {}, name), " ", element("span", { class: "count" }, thousands(sizes.get(key))));
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
  byId("lanes").append(option("", "nothing"), ...groups.map(([name, title]) => option(name, title)));
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

// How to read the marks: those kinds that the table holds.
function buildReading() {
  const bar = (inner) => `<svg width="46" height="14" aria-hidden="true">${inner}</svg>`;
  const fill = "currentColor", box = (x, width, opacity) => `<rect x="${x}" y="2" width="${width}" height="10" fill="${fill}" fill-opacity="${opacity}"/>`;
  const some = (test) => rows.flags.some((_, i) => !loose(i) && test(i));
  const sure = (i) => !Number.isNaN(rows.sureFrom[i]), open = (i) => has(i, OPEN_LEFT) || has(i, OPEN_RIGHT);
  const fading = (x, step, opacities) => opacities.map((opacity, k) => box(x + k * step, step, opacity)).join("");
  const kinds = [
    [some(sure), box(1, 44, 1), "under way all this time"],
    [some((i) => !sure(i) && !open(i)), `<rect x="1.5" y="2.5" width="43" height="9" fill="${fill}" fill-opacity=".26" stroke="${fill}"/>`, "once, somewhere within"],
    [true, `<circle cx="23" cy="7" r="5.5" fill="${fill}"/>`, "a day or a moment"],
    [some((i) => has(i, ABOUT)), fading(1, 5, [0.08, 0.17]) + box(11, 24, 0.3) + fading(35, 5, [0.17, 0.08]), "about then"],
    [some((i) => open(i) && sure(i)), box(1, 20, 1) + fading(21, 5, [0.76, 0.52, 0.3]) + `<path d="M37 1l8 6-8 6z" fill="${fill}"/>`, "goes on, no end is told"],
    [some((i) => open(i) && !sure(i)), box(9, 2, 1) + fading(11, 7, [0.3, 0.2, 0.12, 0.06]) + `<circle cx="24" cy="7" r="4.5" fill="${fill}"/>`, "some time after, or before"],
    [some((i) => has(i, UNDATED)), `<rect x="1" y="12" width="44" height="2" fill="${fill}" fill-opacity=".5"/><circle cx="23" cy="7" r="4.5" fill="none" stroke="${fill}" stroke-width="1.5"/>`, "no date: between its neighbours"],
  ];
  byId("reading").replaceChildren(...kinds.filter(([held]) => held).map(([, drawing, text]) => {
    const made = element("li");
    made.innerHTML = bar(drawing);
    made.append(text);
    return made;
  }));
}

// The table of events. Some hundreds of rows stand there as they are; of more, those in sight.
const ALL_ROWS = 400, ROW = 35;
const box = byId("table");
const columns = page.columns; // [{name, label, more}]
let listed = [], sorting = { name: "order", down: false }, body = null, before = null, after = null;

const cellText = (name, row) => (name === "order" ? orderText(row) : word(name, row));
const orderCounts = new Map();
for (const place of rows.order) orderCounts.set(place, (orderCounts.get(place) || 0) + 1);
// Rows that cannot be told apart in time share a place, as in sport: "4=".
const orderText = (row) => `${rows.order[row]}${orderCounts.get(rows.order[row]) > 1 ? "=" : ""}`;

function listRows() {
  listed = [];
  for (let i = 0; i < count; i++) if (passes[i]) listed.push(i);
  const { name, down } = sorting;
  const sign = down ? -1 : 1;
  if (name === "order") listed.sort((a, b) => sign * (rows.order[a] - rows.order[b]) || a - b);
  else if (name === "date") listed.sort((a, b) => sign * (edges.from[a] - edges.from[b]) || a - b);
  else listed.sort((a, b) => sign * cellText(name, a).localeCompare(cellText(name, b)) || a - b);
}

function rowElement(row, place) {
  const made = element("tr", { "data-row": row, "aria-selected": String(row === view.chosen), "aria-rowindex": place + 2 });
  for (const { name, more } of columns) {
    const cell = element("td", { class: `c-${name}${more ? " c-more" : ""}` });
    const text = cellText(name, row);
    if (name === "event") cell.append(element("button", { type: "button", class: "pick", "aria-current": row === view.chosen ? "true" : null }, text));
    else cell.append(text);
    made.append(cell);
  }
  return made;
}

function buildTable() {
  const head = element("tr", { "aria-rowindex": 1 });
  for (const { name, label: title, more } of columns) {
    const button = element("button", { type: "button" }, title);
    button.addEventListener("click", () => sortBy(name));
    head.append(element("th", { scope: "col", class: `c-${name}${more ? " c-more" : ""}`, "data-name": name }, button));
  }
  body = element("tbody");
  const caption = element("caption", { class: "skip" }, "All events, in order");
  const table = element("table", { class: count > ALL_ROWS ? "fixed" : null, style: `--more: ${columns.filter(({ more }) => more).length}` }, caption, element("thead", {}, head), body);
  box.replaceChildren(table);
  body.addEventListener("click", (event) => {
    const line = event.target.closest("tr[data-row]");
    if (line) choose(Number(line.dataset.row), "table");
  });
  body.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    step(by);
    body.querySelector('[aria-selected="true"] .pick')?.focus({ preventScroll: true });
  });
  box.addEventListener("scroll", () => listed.length > ALL_ROWS && requestAnimationFrame(fillWindow));
  fillTable();
}

function sortBy(name) {
  sorting = { name, down: sorting.name === name ? !sorting.down : false };
  fillTable();
}

function fillTable() {
  if (!body) return;
  listRows();
  const table = body.parentElement;
  table.setAttribute("aria-rowcount", String(listed.length + 1));
  for (const head of table.querySelectorAll("th")) {
    const sorted = head.dataset.name === sorting.name;
    head.setAttribute("aria-sort", sorted ? (sorting.down ? "descending" : "ascending") : "none");
  }
  if (listed.length <= ALL_ROWS) body.replaceChildren(...listed.map(rowElement));
  else {
    const pad = () => element("tr", { class: "pad", "aria-hidden": "true" }, element("td", { colspan: columns.length }));
    [before, after] = [pad(), pad()];
    fillWindow();
  }
}

function fillWindow() {
  const first = Math.max(0, Math.floor(box.scrollTop / ROW) - 15);
  const last = Math.min(listed.length, first + Math.ceil(box.clientHeight / ROW) + 30);
  before.firstChild.style.height = `${first * ROW}px`;
  after.firstChild.style.height = `${(listed.length - last) * ROW}px`;
  const focused = document.activeElement?.closest?.("tr[data-row]")?.dataset.row;
  body.replaceChildren(before, ...listed.slice(first, last).map((row, k) => rowElement(row, first + k)), after);
  if (focused) body.querySelector(`tr[data-row="${focused}"] .pick`)?.focus({ preventScroll: true });
}

function markTable(scroll) {
  if (!body) return;
  if (scroll && view.chosen >= 0 && listed.length > ALL_ROWS) {
    const place = listed.indexOf(view.chosen);
    if (place >= 0) box.scrollTo({ top: place * ROW - box.clientHeight / 2, behavior: "instant" });
    fillWindow();
  }
  for (const line of body.querySelectorAll("tr[data-row]")) {
    const chosen = Number(line.dataset.row) === view.chosen;
    line.setAttribute("aria-selected", String(chosen));
    line.querySelector(".pick")?.[chosen ? "setAttribute" : "removeAttribute"]("aria-current", "true");
    if (chosen && scroll) within(box, line);
  }
}

// Scrolls a box, and never the page, so that something in it is seen.
function within(outer, inner) {
  const a = outer.getBoundingClientRect(), b = inner.getBoundingClientRect();
  if (b.top < a.top + 40 || b.bottom > a.bottom) outer.scrollTop += b.top - a.top - outer.clientHeight / 2;
}

// On paper stand the rows an editor would want most, as many as fit under the chart on one page:
// pixels for chart and table on A4 or Letter across, and for a row.
const PAPER = 572, PRINTED_ROW = 15;
function printRows(most) {
  if (!body) return;
  listRows();
  const kept = new Set(ranked.filter((row) => passes[row]).slice(0, Math.max(most, 5)));
  body.replaceChildren(...listed.filter((row) => kept.has(row)).map(rowElement));
  if (listed.length > kept.size) {
    body.append(element("tr", {}, element("td", { colspan: columns.length }, `${thousands(listed.length - kept.size)} more in the file.`)));
  }
}

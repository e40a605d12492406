// The table of the page, read once: numbers as typed arrays, words as they were written.
const page = JSON.parse(document.getElementById("data").textContent);
const count = page.left.length;

function numbers(values) {
  const made = new Float64Array(values.length);
  for (let i = 0; i < made.length; i++) made[i] = values[i] === null ? NaN : values[i];
  return made;
}
const rows = {
  left: numbers(page.left),
  right: numbers(page.right),
  sureFrom: numbers(page.sureFrom),
  sureTo: numbers(page.sureTo),
  order: numbers(page.order),
  salience: numbers(page.salience),
  flags: Uint8Array.from(page.flags),
};
const OPEN_LEFT = 1, OPEN_RIGHT = 2, UNDATED = 4, ABOUT = 8, LOOSE = 16;
const has = (row, flag) => (rows.flags[row] & flag) !== 0;

// A column is a list of words, or of places in a list of different words.
function word(name, row) {
  const column = page.text[name];
  if (!column) return "";
  return (column.codes ? column.values[column.codes[row]] : column[row]) || "";
}

// The most wanted first; equals are spread evenly, so that none of them crowd together.
function rankRows() {
  // Want, spread and place in one number each: numbers sort faster than a comparison is called.
  const key = new Float64Array(count), size = 2 ** Math.ceil(Math.log2(count + 1));
  for (let i = 0; i < count; i++) {
    const spread = (Math.imul(i + 1, 2654435761) >>> 0) >>> 20;
    key[i] = (Math.round((1 - rows.salience[i]) * 1000) * 4096 + spread) * size + i;
  }
  return Uint32Array.from(key.sort(), (k) => k % size);
}
const ranked = rankRows();

// Rows that nothing but publication bounds would pile up at its line: they are listed under the
// chart, unless there would be next to nothing left to draw.
const dated = rows.flags.reduce((sum, flags) => sum + ((flags & LOOSE) === 0), 0);
const loose = (row) => has(row, LOOSE) && dated >= 3;

const FAR = 4; // times the period that the rows tell

// From the first to the last moment that is known; publication long after all that is told (of
// antiquity, in a book of today) is no part of it.
function knownPeriod() {
  let low = Infinity, high = -Infinity;
  for (const edge of [rows.left, rows.right, rows.sureFrom, rows.sureTo]) {
    for (let i = 0; i < count; i++) {
      if (loose(i)) continue;
      if (edge[i] < low) low = edge[i];
      if (edge[i] > high) high = edge[i];
    }
  }
  const at = page.published;
  if (at !== null && !(at - high > Math.max(FAR * (high - low), YEAR))) [low, high] = [Math.min(low, at), Math.max(high, at)];
  return low > high ? null : [low, high];
}
const timeless = knownPeriod() === null; // no row has a date
const known = knownPeriod() ?? [946684800, 978307200];

// Whether no row is told more finely than by the day: then at least a week of days is shown.
const ofDays = [rows.left, rows.right, rows.sureFrom, rows.sureTo].every((edge) => edge.every((moment) => Number.isNaN(moment) || moment % DAY === 0));
const reach = known[1] - known[0];
// With room for the tail and arrow of what goes on beyond an edge.
const air = Math.max(reach > 0 ? (reach * 44) / Math.max(300, innerWidth - 60) : DAY / 2, ofDays ? (7 * DAY - reach) / 2 : 0);
const whole = [known[0] - air, known[1] + air];

// 12,345: the browser's own way takes a twentieth of a second to get going.
const thousands = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}
const byId = (id) => document.getElementById(id);

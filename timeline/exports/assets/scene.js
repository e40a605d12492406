// What is shown of the table at a zoom, and where: the most wanted as marks in lanes, with labels
// as there is room; what does not fit is counted in bins below, and appears on zooming in.
const TAIL = 30, NARROW = 9, GAP = 7, MOST_MARKS = 1500, MOST_BANDS = 12;
// On a phone every mark has a row of its own, its label above it; wider, labels stand beside marks.
const SLIM = 560, SLIMMEST = 100, LANE = 25, ROOMY_LANE = 31, SLIM_LANE = 41, STORY = 60, ROOMY = 16;

// Where the chart opens: on everything or, where that would leave most of it empty (a war of long
// ago, published today), on the shortest period that holds nine tenths of the dated rows.
function openingPeriod() {
  const total = whole[1] - whole[0], middles = [];
  for (let i = 0; i < count; i++) {
    const length = rows.right[i] - rows.left[i];
    if (length < total / 2 && !(rows.flags[i] & (OPEN_LEFT | OPEN_RIGHT | UNDATED))) middles.push((rows.left[i] + rows.right[i]) / 2);
  }
  const many = Math.ceil(middles.length * 0.92);
  if (middles.length < 20) return toldPeriod(total * 0.6);
  middles.sort((a, b) => a - b);
  let low = 0;
  for (let i = 0; i + many <= middles.length; i++) {
    if (middles[i + many - 1] - middles[i] < middles[low + many - 1] - middles[low]) low = i;
  }
  const span = middles[low + many - 1] - middles[low];
  if (span === 0 || span > total * 0.3) return whole;
  return [middles[low] - span * 0.12, middles[low + many - 1] + span * 0.12];
}

// The years that the rows tell, where these are few beside those up to publication.
function toldPeriod(longest) {
  let low = Infinity, high = -Infinity;
  for (let i = 0; i < count; i++) {
    if (loose(i)) continue;
    if (rows.flags[i] & (OPEN_RIGHT | UNDATED)) return whole;
    low = Math.min(low, Number.isNaN(rows.left[i]) ? rows.right[i] : rows.left[i]);
    high = Math.max(high, rows.right[i]);
  }
  const span = high - low;
  return span > YEAR && span < longest ? [low - span * 0.06, high + span * 0.06] : whole;
}
const opening = openingPeriod();

const view = { low: opening[0], high: opening[1], lanes: "", colours: "status", chosen: -1, tall: false };
const passes = new Uint8Array(count).fill(1); // the rows that search and filters let through

// Drawn edges in seconds: an open end begins where the row is last known.
const edges = (() => {
  const from = new Float64Array(count), to = new Float64Array(count);
  const first = (a, b) => (Number.isNaN(a) ? b : a);
  for (let i = 0; i < count; i++) {
    const lost = has(i, UNDATED);
    from[i] = first(rows.left[i], lost ? whole[0] : first(rows.sureFrom[i], rows.right[i]));
    to[i] = first(rows.right[i], lost ? whole[1] : first(rows.sureTo[i], rows.left[i]));
    if (Number.isNaN(from[i])) [from[i], to[i]] = whole;
  }
  return { from, to };
})();

const pen = document.createElement("canvas").getContext("2d");
const FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const BETWEEN = "\u2002"; // between a date and what happened

// When, in few letters: what stands before a label.
function shortWhen(row) {
  const words = word("date", row);
  if (has(row, UNDATED) || words.startsWith("under way")) return "";
  const short = words.replace(/^the |, still going on$/g, "").replace(LONG_MONTHS, (month) => month.slice(0, 3)).replaceAll(" – ", "–");
  return known[1] - known[0] < DAY ? short.split(", ").at(-1) : short; // the axis tells the day
}

// A label cut at a word to a width, with its date where there is room for both.
function label(row, widest, space) {
  pen.font = `${space.headlines.has(row) ? "bold " : ""}${space.size}px ${FONT}`;
  const text = word("event", row);
  let when = space.told ? shortWhen(row) : "";
  let lead = when ? pen.measureText(when + BETWEEN).width : 0;
  if (lead && widest - lead < Math.min(110, pen.measureText(text).width)) [when, lead] = ["", 0];
  const width = pen.measureText(text).width, room = widest - lead;
  if (width <= room) return { when, text, long: lead + width, cut: false };
  let cut = "", long = Infinity;
  for (let letters = Math.floor((text.length * room) / width) - 2; long > room; letters -= 3) {
    cut = text.slice(0, Math.max(4, letters));
    cut = (cut.replace(/\s+\S*$/, "") || cut) + " …";
    long = pen.measureText(cut).width;
    if (letters <= 4) break;
  }
  return { when, text: cut, long: lead + long, cut: true };
}

// The rows inside the period that pass, the most wanted first, the chosen one before all.
function visibleRows(pixel) {
  const tail = TAIL * pixel;
  const found = [];
  if (view.chosen >= 0 && passes[view.chosen] && !loose(view.chosen)) found.push(view.chosen);
  const vague = []; // may be anywhere in the period, and so say little about it
  for (const i of ranked) {
    if (!passes[i] || i === view.chosen || loose(i)) continue;
    if (edges.to[i] + (has(i, OPEN_RIGHT) ? tail : 0) < view.low || edges.from[i] - (has(i, OPEN_LEFT) ? tail : 0) > view.high) continue;
    const anywhere = edges.from[i] <= view.low && edges.to[i] >= view.high && Number.isNaN(rows.sureFrom[i]);
    (anywhere ? vague : found).push(i);
  }
  return vague.length ? found.concat(vague) : found;
}

// Screen edges of a mark and of its label on either side.
function measure(row, space) {
  const { pixel, width, widest } = space;
  const left = (edges.from[row] - view.low) / pixel, right = (edges.to[row] - view.low) / pixel;
  const a = left - (has(row, OPEN_LEFT) ? TAIL + 5 : 0), b = right + (has(row, OPEN_RIGHT) ? TAIL + 5 : 0);
  // What fades at both ends needs some more room to be seen.
  const narrow = right - left < (has(row, ABOUT) ? 2.5 * NARROW : NARROW);
  const middle = (left + right) / 2;
  const symbol = narrow || has(row, UNDATED);
  const from = symbol ? Math.min(a, middle - 5) : a, to = symbol ? Math.max(b, middle + 5) : b;
  if (space.slim) {
    return slimMark({ row, left, right, narrow, from, to }, space);
  }
  let told = label(row, widest, space);
  if (has(row, UNDATED)) {
    // Its line may cross the chart: the label stands over it, beside the symbol.
    const after = width - middle - 14 - GAP, before = middle - 14 - GAP, fits = after >= Math.min(told.long, before);
    if (told.long > Math.max(after, before)) told = label(row, Math.max(after, before, 30), space);
    const x = fits ? middle + 14 : middle - 14 - told.long;
    return { row, left, right, a: Math.min(from, x) - GAP, b: Math.max(to, x + told.long) + GAP, narrow, ...told, side: "over", x, lane: -1, labelled: false };
  }
  let side = "right", x = to + GAP;
  const inside = symbol ? [0, 0] : roomInside(row, left, right, pixel, width);
  if (inside[1] - inside[0] > told.long + 2 * GAP) {
    side = "inside";
    x = inside[0] + GAP;
    if (told.cut) told = label(row, inside[1] - x - GAP, space);
  } else if (to + GAP + told.long > width) {
    // No room to the right: to the left, or cut short on the roomier side.
    const rooms = [from - GAP, width - to - GAP];
    if (rooms[0] > rooms[1]) side = "left";
    if (side === "left") x = from - GAP;
    if (Math.max(...rooms) < told.long) told = label(row, Math.max(...rooms, 30), space);
  }
  return { row, left, right, a: from - GAP, b: to + GAP, narrow, ...told, side, x, lane: -1, labelled: false };
}

// On a phone a label has the width of the page; its date stands beside the mark, or before the
// label where the mark leaves no room.
function slimMark({ row, left, right, narrow, from, to }, space) {
  const { width } = space, when = shortWhen(row);
  pen.font = `${space.size}px ${FONT}`;
  const long = pen.measureText(when).width;
  let beside = to + GAP;
  if (beside + long > width) beside = from - GAP - long;
  const fits = when && beside >= 0;
  const told = label(row, width, { ...space, told: !fits });
  return { row, left, right, narrow, a: 0, b: width, ...told, date: fits ? when : "", beside, side: "above", x: 0, lane: -1, labelled: true };
}

// The part of a bar that is sure, or possible, for a label that does not lie across both.
function roomInside(row, left, right, pixel, width) {
  const screen = (moment) => (moment - view.low) / pixel;
  const sure = !Number.isNaN(rows.sureFrom[row]);
  const soft = has(row, ABOUT) && !sure ? 26 : 0;
  const from = Math.max((sure ? screen(rows.sureFrom[row]) : left) + soft, left, 0);
  return [from, Math.min(sure ? screen(rows.sureTo[row]) : right, right, width)];
}

function footprint(mark, labelled) {
  let { a, b } = mark;
  if (labelled && mark.side === "right") b = Math.max(b, mark.x + mark.long + GAP);
  if (labelled && mark.side === "left") a = Math.min(a, mark.x - mark.long - GAP);
  return [a, b];
}

function bandOf(row) {
  if (!view.lanes) return "";
  const value = word(view.lanes, row);
  return (view.lanes === "participants" ? value.split(";")[0].trim() : value) || "—";
}

function bandNames(visible) {
  const sizes = new Map();
  for (const row of visible) sizes.set(bandOf(row), (sizes.get(bandOf(row)) || 0) + 1);
  const names = [...sizes.keys()].sort((a, b) => sizes.get(b) - sizes.get(a));
  return names.length > MOST_BANDS ? [...names.slice(0, MOST_BANDS - 1), "other"] : names;
}

// The rows most wanted in a story that is short enough for its labels to bear dates.
function headlines(visible) {
  if (visible.length > STORY || visible.length < 8) return new Set();
  return new Set(ranked.filter((row) => rows.salience[row] >= 0.45 && !loose(row)).slice(0, 3));
}

function compose(width) {
  const pixel = (view.high - view.low) / width, slim = width < SLIM;
  const visible = visibleRows(pixel);
  const names = view.lanes ? bandNames(visible) : [""], heads = view.lanes ? names.length : 0;
  const room = Math.max(mostLanes(visible.length) + heads, names.length * 3);
  const alone = slim || (visible.length <= STORY && visible.length + heads <= room); // a lane for each
  const widest = alone ? width : Math.min(visible.length > STORY ? 280 : 520, Math.max(120, width * 0.6));
  const roomy = !slim && alone && visible.length + heads <= ROOMY && !printWidth;
  const space = { pixel, width, widest, slim, size: slim || roomy ? 13 : 12, told: slim || visible.length <= STORY, headlines: headlines(visible) };
  const known = new Set(names);
  const marks = visible.slice(0, slim ? mostRows(visible.length) : MOST_MARKS).map((row) => {
    const mark = measure(row, space), band = bandOf(row);
    mark.headline = space.headlines.has(row);
    mark.band = known.has(band) ? band : names.at(-1);
    return mark;
  });
  const whole = marks.length === visible.length;
  const packed = alone ? cascade(marks, names) : arrange(marks, { names, room, visible, width }, whole);
  const shown = marks.filter((mark) => mark.lane >= 0);
  if (packed.free) lengthenLabels(shown, packed.free, space);
  const drawn = new Uint8Array(count);
  for (const { row } of shown) drawn[row] = 1;
  const rest = shown.length < visible.length ? visible.filter((row) => !drawn[row]) : [];
  const axis = timeless ? [[], []] : ticks(view.low + 24 * pixel, view.high - 24 * pixel, Math.max(3, Math.floor(width / (slim ? 62 : 76))));
  const used = Math.max(packed.used, slim ? 2 : 4);
  return { marks: shown, bands: packed.bands, used, pixel, width, slim, axis, size: space.size, lane: slim ? SLIM_LANE : roomy ? ROOMY_LANE : LANE, visible: visible.length, rest, bins: bin(rest, pixel, width) };
}

// A row for every mark, the earliest first: the story reads from above.
function cascade(marks, names) {
  const bands = [];
  let first = 0;
  for (const name of names) {
    const inside = names.length > 1 || name ? marks.filter((mark) => mark.band === name) : marks.slice();
    const head = name ? 1 : 0, when = ({ row }) => (Number.isNaN(rows.left[row]) ? edges.to[row] : edges.from[row]);
    inside.sort((p, q) => when(p) - when(q) || rows.order[p.row] - rows.order[q.row] || p.row - q.row);
    inside.forEach((mark, k) => Object.assign(mark, { lane: first + head + k, labelled: true }));
    bands.push({ name, first, size: inside.length + head });
    first += inside.length + head;
  }
  return { bands, used: first };
}

// From left to right where that shows every label, else whichever way shows the most of them.
function arrange(marks, space, whole) {
  const packed = whole ? packAll(marks, space) : null;
  if (!packed) return insertAll(marks, space, 0.65);
  const labels = () => marks.reduce((sum, mark) => sum + mark.labelled, 0);
  const most = labels();
  if (most === marks.length) return packed;
  const kept = marks.map(({ lane, labelled, side, x }) => ({ lane, labelled, side, x }));
  for (const share of [1, 0.8, 0.6, 0.4]) {
    for (const mark of marks) Object.assign(mark, { lane: -1, labelled: false });
    const inserted = insertAll(marks, space, share);
    if (marks.every((mark) => mark.lane >= 0) && labels() > most) return inserted;
  }
  marks.forEach((mark, k) => Object.assign(mark, kept[k]));
  return packed;
}

// All marks in lanes from left to right, with labels for as many as fit; null if lanes run out.
function packAll(marks, { names, room, width }) {
  const byBand = names.map((name) => marks.map((_, k) => k).filter((k) => marks[k].band === name));
  const attempt = (labelled) => {
    const lanes = new Int32Array(marks.length);
    const bands = [];
    let first = 0;
    for (const [n, name] of names.entries()) {
      const head = name ? 1 : 0; // a lane for the name of the band
      const prints = new Map(byBand[n].map((k) => [k, footprint(marks[k], k < labelled)]));
      const sorted = [...byBand[n]].sort((p, q) => prints.get(p)[0] - prints.get(q)[0] || marks[p].row - marks[q].row);
      const packed = pack(sorted, sorted.map((k) => prints.get(k)[0]), sorted.map((k) => prints.get(k)[1]), room - first - head, !name && !view.tall);
      if (!packed) return null;
      sorted.forEach((k, place) => (lanes[k] = first + head + packed.lanes[place]));
      bands.push({ name, first, size: packed.used + head });
      first += packed.used + head;
    }
    return { lanes, bands, used: first, labelled };
  };
  const found = largest(marks.length, attempt);
  if (!found) return null;
  const free = new Gaps(found.used);
  marks.forEach((mark, k) => {
    mark.lane = found.lanes[k];
    mark.labelled = k < found.labelled;
    free.take(mark.lane, ...footprint(mark, mark.labelled));
  });
  growLabels(marks, free, width);
  return { bands: found.bands, used: found.used, free };
}

// Gives labels to marks that have room for one where they are, on either side.
function growLabels(marks, free, width) {
  for (const mark of marks) {
    if (mark.labelled || mark.lane < 0) continue;
    const grow = () => free.grow(mark.lane, footprint(mark, false), footprint(mark, true));
    mark.labelled = grow();
    if (mark.labelled || mark.side === "inside") continue;
    const { side, x } = mark, right = mark.b + mark.long + GAP < width;
    if (side === "left" ? !right : mark.a - mark.long < 0) continue;
    Object.assign(mark, side === "left" ? { side: "right", x: mark.b } : { side: "left", x: mark.a });
    mark.labelled = grow();
    if (!mark.labelled) Object.assign(mark, { side, x });
  }
}

// Lets labels that were cut short run on into what stayed free beside them.
function lengthenLabels(marks, free, space) {
  for (const mark of marks) {
    if (!mark.cut || !mark.labelled || (mark.side !== "left" && mark.side !== "right")) continue;
    const now = footprint(mark, true), [low, high] = free.around(mark.lane, now[0]);
    const room = mark.side === "right" ? Math.min(high, space.width) - mark.x - GAP : mark.x - Math.max(low, 0) - GAP;
    if (room <= mark.long) continue;
    Object.assign(mark, label(mark.row, room, space));
    free.grow(mark.lane, now, footprint(mark, true));
  }
}

// The most wanted with labels in a share of the lanes, from above; then the others without,
// wherever there is a gap. What finds none keeps lane -1.
function insertAll(marks, { names, room, visible, width }, labelShare) {
  const free = new Gaps(room);
  const bands = new Map();
  const sizes = new Map(names.map((name) => [name, 0]));
  if (names.length === 1) sizes.set(names[0], visible.length);
  else for (const row of visible) {
    const band = bandOf(row);
    sizes.set(sizes.has(band) ? band : names.at(-1), (sizes.get(band) ?? sizes.get(names.at(-1))) + 1);
  }
  let first = 0, left = visible.length;
  for (const name of names) {
    const head = name ? 1 : 0, shared = (room - first) * (sizes.get(name) / Math.max(left, 1));
    const size = Math.max(head + 1, Math.min(Math.round(shared), room - first));
    left -= sizes.get(name);
    bands.set(name, { name, first, size });
    first += size;
  }
  const place = (mark, labelled, share) => {
    const band = bands.get(mark.band), from = band.first + (band.name ? 1 : 0);
    const [a, b] = footprint(mark, labelled);
    const lane = free.find(from, Math.max(from + 1, from + (band.first + band.size - from) * share), a, b);
    if (lane < 0) return;
    mark.lane = lane;
    mark.labelled = labelled;
    free.take(lane, a, b);
  };
  for (const mark of marks) place(mark, true, labelShare);
  for (const mark of marks) if (mark.lane < 0) place(mark, false, 1);
  growLabels(marks, free, width);
  return { bands: [...bands.values()], used: first, free };
}

// Rows that have no place of their own, counted in bins about 8 pixels wide.
function bin(list, pixel, width) {
  const size = 8 * pixel, bins = Math.ceil(width / 8);
  const counts = new Uint32Array(bins);
  for (const row of list) {
    const middle = (Math.max(edges.from[row], view.low) + Math.min(edges.to[row], view.high)) / 2;
    counts[Math.min(bins - 1, Math.max(0, Math.floor((middle - view.low) / size)))]++;
  }
  return { size, counts };
}

// All rows that pass, over the whole period, for the strip below the chart.
function overview() {
  const bins = 160, size = (whole[1] - whole[0]) / bins;
  const counts = new Uint32Array(bins);
  for (let i = 0; i < count; i++) {
    if (!passes[i] || has(i, UNDATED)) continue;
    counts[Math.min(bins - 1, Math.max(0, Math.floor(((edges.from[i] + edges.to[i]) / 2 - whole[0]) / size)))]++;
  }
  return { size, counts };
}

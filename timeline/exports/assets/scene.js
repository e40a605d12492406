// What is shown of the table at a zoom, and where: the most wanted as marks in lanes, with labels
// as there is room; what does not fit is counted in bins below, and appears on zooming in.
const TAIL = 30, NARROW = 9, GAP = 7, MOST_MARKS = 1200, MOST_BANDS = 12;

const view = { low: whole[0], high: whole[1], lanes: "", colours: "status", chosen: -1 };
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
const FONT = "12px system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
pen.font = FONT;

// A label cut at a word to a width, and its width: [text, pixels].
function label(row, widest) {
  const text = word("event", row);
  const width = pen.measureText(text).width;
  if (width <= widest) return [text, width];
  let cut = text.slice(0, Math.max(4, Math.floor((text.length * widest) / width) - 2));
  cut = (cut.replace(/\s+\S*$/, "") || cut) + " …";
  return [cut, pen.measureText(cut).width];
}

// The rows inside the period that pass, the most wanted first, the chosen one before all.
function visibleRows(pixel) {
  const low = view.low - TAIL * pixel, high = view.high + TAIL * pixel;
  const found = [];
  if (view.chosen >= 0 && passes[view.chosen]) found.push(view.chosen);
  for (const i of ranked) {
    if (passes[i] && edges.to[i] >= low && edges.from[i] <= high && i !== view.chosen) found.push(i);
  }
  return found;
}

// Screen edges of a mark and of its label on either side.
function measure(row, pixel, width, widest) {
  const left = (edges.from[row] - view.low) / pixel, right = (edges.to[row] - view.low) / pixel;
  const a = left - (has(row, OPEN_LEFT) ? TAIL : 0), b = right + (has(row, OPEN_RIGHT) ? TAIL : 0);
  const narrow = right - left < NARROW;
  const seen = [Math.max(left, 0), Math.min(right, width)], middle = (left + right) / 2;
  const symbol = narrow || has(row, UNDATED);
  const from = symbol ? Math.min(a, middle - 5) : a, to = symbol ? Math.max(b, middle + 5) : b;
  let [text, long] = label(row, widest);
  let side = "right", x = to + GAP;
  if (!symbol && seen[1] - seen[0] > long + 2 * GAP) {
    side = "inside";
    x = seen[0] + GAP;
  } else if (to + GAP + long > width) {
    // No room to the right: to the left, or cut short on the roomier side.
    const rooms = [from - GAP, width - to - GAP];
    if (rooms[0] > rooms[1]) side = "left";
    if (side === "left") x = from - GAP;
    if (Math.max(...rooms) < long) [text, long] = label(row, Math.max(...rooms, 30));
  }
  return { row, left, right, a: from - GAP, b: to + GAP, narrow, text, long, side, x, lane: 0, labelled: false };
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

// Packs the first `shown` marks, the first `labelled` of them with labels; null if too many lanes.
function tryPacking(scene, shown, labelled, most) {
  const lanes = new Int32Array(scene.marks.length).fill(-1);
  const bands = [];
  let first = 0;
  for (const name of scene.names) {
    const head = name ? 1 : 0; // a lane for the name of the band
    const items = [], left = [], right = [];
    for (const place of scene.byLeft.get(name)) {
      if (place >= shown) continue;
      const [a, b] = footprint(scene.marks[place], place < labelled);
      items.push(place);
      left.push(a);
      right.push(b);
    }
    // A label to the left of its mark may begin before those of marks further left.
    const sorted = items.map((_, k) => k).sort((p, q) => left[p] - left[q]);
    const packed = pack(sorted, sorted.map((k) => left[k]), sorted.map((k) => right[k]), most - first - head);
    if (!packed) return null;
    sorted.forEach((k, n) => (lanes[items[k]] = first + head + packed.lanes[n]));
    bands.push({ name, first, size: packed.used + head });
    first += packed.used + head;
    if (first > most) return null;
  }
  return { lanes, bands, used: first, shown, labelled };
}

function compose(width, most) {
  const pixel = (view.high - view.low) / width;
  const visible = visibleRows(pixel);
  const widest = Math.min(340, Math.max(120, width * 0.6));
  const candidates = visible.slice(0, MOST_MARKS);
  const names = view.lanes ? bandNames(visible) : [""];
  const other = names.at(-1) === "other";
  const scene = { marks: candidates.map((row) => measure(row, pixel, width, widest)), names, pixel, width };
  scene.byLeft = new Map(names.map((name) => [name, []]));
  const order = candidates.map((_, k) => k).sort((p, q) => scene.marks[p].left - scene.marks[q].left);
  for (const k of order) {
    const band = bandOf(candidates[k]);
    scene.byLeft.get(scene.byLeft.has(band) ? band : other ? "other" : "").push(k);
  }
  const room = Math.max(most, names.length * 3);
  const all = candidates.length === visible.length;
  let packing = all ? tryPacking(scene, candidates.length, 0, room) : null;
  // Where not everything fits, marks take part of the lanes so that labels find room.
  packing ??= largest(candidates.length, (shown) => tryPacking(scene, shown, 0, Math.ceil(room * 0.7)));
  packing = largest(packing.shown, (labelled) => tryPacking(scene, packing.shown, labelled, room)) || packing;
  packing.lanes.forEach((lane, k) => {
    scene.marks[k].lane = lane;
    scene.marks[k].labelled = k < packing.labelled;
  });
  const rest = visible.slice(packing.shown);
  scene.marks.length = packing.shown;
  return { ...scene, bands: packing.bands, used: packing.used, visible: visible.length, rest, bins: bin(rest, pixel, width) };
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

// All rows that pass, over the whole period, for the strip below.
function overview() {
  const bins = 160, size = (whole[1] - whole[0]) / bins;
  const counts = new Uint32Array(bins);
  for (let i = 0; i < count; i++) {
    if (!passes[i] || has(i, UNDATED)) continue;
    counts[Math.min(bins - 1, Math.max(0, Math.floor(((edges.from[i] + edges.to[i]) / 2 - whole[0]) / size)))]++;
  }
  return { size, counts };
}

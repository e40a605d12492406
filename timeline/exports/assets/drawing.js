// From a scene to what Plotly is given: few traces, whatever the number of rows.
const LANE = 25;
const theme = {};

function readTheme(printing = false) {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["paper", "ink", "soft", "line", "grid", "accent", "ring"]) {
    theme[name] = style.getPropertyValue(`--${name}`).trim();
  }
  // What is possible is pale on white, and must not sink into the dark.
  theme.pale = matchMedia("(prefers-color-scheme: dark)").matches && !printing ? 0.42 : 0.28;
  if (printing) Object.assign(theme, { paper: "#ffffff", ink: "#1b1d22", soft: "#565b66", line: "#d3d7de", grid: "#e8eaee", ring: "#b3470e" });
}

const tints = new Map();
function tint(colour, opacity) {
  const key = colour + opacity;
  if (!tints.has(key)) {
    const part = (at) => parseInt(colour.slice(at, at + 2), 16);
    tints.set(key, `rgba(${part(1)},${part(3)},${part(5)},${opacity.toFixed(3)})`);
  }
  return tints.get(key);
}

function isDark(colour) {
  const light = [1, 3, 5].map((at) => {
    const c = parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05) > 4.4;
}

const statusOf = (row) => page.statuses[page.status[row]];

// The colours of the column they are chosen by, the most frequent values first.
let paint = { column: "", of: () => "", names: [] };
function readColours() {
  const column = view.colours;
  if (paint.column === column) return;
  if (column === "status") {
    paint = { column, of: (row) => statusOf(row).color, names: page.statuses };
    return;
  }
  const sizes = new Map();
  for (let i = 0; i < count; i++) sizes.set(word(column, i), (sizes.get(word(column, i)) || 0) + 1);
  const names = [...sizes.keys()].sort((a, b) => sizes.get(b) - sizes.get(a));
  const colours = new Map(names.map((name, k) => [name, page.palette[Math.min(k, page.palette.length - 1)]]));
  paint = { column, of: (row) => colours.get(word(column, row)), names };
}

// Plotly reads its texts as HTML, and as TeX between dollars: they are made plain.
const plain = (text) => text.replace(/[&<>"$]/g, (c) => `&#${c.charCodeAt(0)};`);

// The parts of a mark as [from, to, sure, whole]: what dissolves is cut into ever thinner slices.
function pieces(mark, pixel) {
  const { row } = mark, from = edges.from[row], to = edges.to[row];
  let parts = [[from, to, false, true]];
  if (!Number.isNaN(rows.sureFrom[row])) {
    const a = Math.max(rows.sureFrom[row], from), b = Math.min(rows.sureTo[row], to);
    parts = [[from, a, false, true], [a, b, true, true], [b, to, false, true]];
  }
  parts = parts.filter(([a, b]) => b > a);
  const first = rows.sureFrom[row] <= from, last = rows.sureTo[row] >= to;
  if (has(row, ABOUT) && parts.length) {
    const soft = Math.min((to - from) / 3, 26 * pixel);
    parts = parts.map(([a, b, sure]) => [Math.max(a, from + soft), Math.min(b, to - soft), sure, false]).filter(([a, b]) => b > a);
    parts.push(...dissolve(from + soft, from, first), ...dissolve(to - soft, to, last));
  }
  if (has(row, OPEN_LEFT)) parts.push(...dissolve(from, from - TAIL * pixel, first));
  if (has(row, OPEN_RIGHT)) parts.push(...dissolve(to, to + TAIL * pixel, last));
  return parts;
}

const SLICES = [[0, 0.26], [0.36, 0.54], [0.64, 0.75], [0.86, 0.91]];
function dissolve(start, end, sure) {
  return SLICES.map(([a, b]) => {
    const ends = [start + (end - start) * a, start + (end - start) * b];
    return [Math.min(...ends), Math.max(...ends), sure, false];
  });
}

// Shapes in pixels around their middle. All shapes of one colour are one path: that many marks
// cost the browser as little as one.
const circle = Array.from({ length: 14 }, (_, k) => [Math.cos((k * Math.PI) / 7), Math.sin((k * Math.PI) / 7)]);
const OUTLINES = {
  circle: circle.map(([x, y]) => [x * 5.5, y * 5.5]),
  hole: circle.map(([x, y]) => [x * 4.2, -y * 4.2]),
  halo: circle.map(([x, y]) => [x * 9, y * 9]),
  square: [[-5, -5], [5, -5], [5, 5], [-5, 5]],
  diamond: [[0, -7], [7, 0], [0, 7], [-7, 0]],
  "triangle-right": [[-4.5, -6], [6.5, 0], [-4.5, 6]],
  "triangle-left": [[4.5, -6], [-6.5, 0], [4.5, 6]],
  x: [[-6, -4], [-4, -6], [0, -2.2], [4, -6], [6, -4], [2.2, 0], [6, 4], [4, 6], [0, 2.2], [-4, 6], [-6, 4], [-2.2, 0]],
};

class Layers {
  constructor() {
    this.traces = new Map();
  }

  // The trace for shapes of a colour, full or pale, hatched or not.
  of(colour, full, hatch = "") {
    const key = `${full ? 1 : 0}|${colour}|${hatch}`;
    if (!this.traces.has(key)) {
      const fillcolor = full ? colour : tint(colour, theme.pale);
      const trace = { ...SHAPE, x: [], y: [], fillcolor };
      if (hatch) {
        const fgcolor = full ? "rgba(255,255,255,0.45)" : tint(colour, 0.7);
        trace.fillpattern = { shape: hatch, size: 6, solidity: 0.25, fillmode: "replace", bgcolor: fillcolor, fgcolor };
      }
      this.traces.set(key, trace);
    }
    return this.traces.get(key);
  }

  // What is full lies over what is pale.
  all() {
    return [...this.traces].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, trace]) => trace);
  }
}
// Areas without lines: plotly.js makes one element of all areas, but one of each line.
const SHAPE = { type: "scatter", mode: "none", fill: "toself", hoverinfo: "skip" };

function boxOf(trace, x0, x1, y0, y1) {
  trace.x.push(x0, x1, x1, x0, x0, null);
  trace.y.push(y0, y0, y1, y1, y0, null);
}

// The outline of a box: an area with a hole, which runs the other way round.
function outlineOf(trace, x0, x1, y0, y1, pixel) {
  boxOf(trace, x0, x1, y0, y1);
  if (x1 - x0 > 2 * pixel) boxOf(trace, x1 - pixel, x0 + pixel, y0 + 1 / LANE, y1 - 1 / LANE);
}

function shape(trace, outline, x, y, pixel) {
  for (const [dx, dy] of outline) {
    trace.x.push(x + dx * pixel);
    trace.y.push(y + dy / LANE);
  }
  trace.x.push(x + outline[0][0] * pixel, null);
  trace.y.push(y + outline[0][1] / LANE, null);
}

// The symbol of a narrow mark: in its middle; but where only one bound is known, the event lies
// somewhere beyond it, not on it.
function symbolPlace(row, pixel) {
  const middle = (edges.from[row] + edges.to[row]) / 2;
  if (!Number.isNaN(rows.sureFrom[row]) || has(row, OPEN_LEFT) === has(row, OPEN_RIGHT)) return middle;
  if (Number.isNaN(rows.left[row])) return middle - (TAIL / 2) * pixel;
  return Number.isNaN(rows.right[row]) ? middle + (TAIL / 2) * pixel : middle;
}

function markTraces(scene) {
  const layers = new Layers(), { pixel } = scene;
  const span = view.high - view.low, low = view.low - span, high = view.high + span;
  for (const mark of scene.marks) {
    const { row, lane } = mark, colour = paint.of(row), { hatch, symbol } = statusOf(row);
    const lost = has(row, UNDATED), from = edges.from[row], to = edges.to[row];
    const sure = layers.of(colour, true);
    if (lost) {
      const a = Math.max(from, view.low), b = Math.min(to, view.high);
      boxOf(layers.of(colour, false), a, b, lane - 0.06, lane + 0.06);
      shape(sure, OUTLINES.circle, (a + b) / 2, lane, pixel);
      shape(sure, OUTLINES.hole, (a + b) / 2, lane, pixel);
      continue;
    }
    const open = has(row, OPEN_LEFT) || has(row, OPEN_RIGHT);
    if (!mark.narrow || open) {
      for (const [start, end, known, full] of pieces(mark, pixel)) {
        const a = Math.max(start, low), b = Math.min(end, high);
        if (b <= a) continue;
        boxOf(layers.of(colour, known, full ? hatch : ""), a, b, lane - 0.32, lane + 0.32);
        if (full && (!known || hatch)) outlineOf(sure, a, b, lane - 0.32, lane + 0.32, pixel);
      }
    }
    if (mark.narrow) {
      const at = symbolPlace(row, pixel);
      if (has(row, ABOUT)) shape(layers.of(colour, false), OUTLINES.halo, at, lane, pixel);
      shape(sure, OUTLINES[symbol] || OUTLINES.circle, at, lane, pixel);
      if (at !== (from + to) / 2) boxOf(sure, from - pixel, from + pixel, lane - 0.32, lane + 0.32);
    }
    if (has(row, OPEN_RIGHT)) shape(sure, OUTLINES["triangle-right"], to + TAIL * pixel, lane, pixel);
    if (has(row, OPEN_LEFT)) shape(sure, OUTLINES["triangle-left"], from - TAIL * pixel, lane, pixel);
  }
  return layers.all();
}

function labelTrace(scene, inside) {
  const x = [], y = [], text = [], textposition = [];
  for (const mark of scene.marks) {
    const onColour = mark.side === "inside" && !Number.isNaN(rows.sureFrom[mark.row]) && isDark(paint.of(mark.row));
    if (!mark.labelled || onColour !== inside) continue;
    x.push(view.low + mark.x * scene.pixel);
    y.push(mark.lane);
    text.push(plain(mark.text));
    textposition.push(mark.side === "left" ? "middle left" : "middle right");
  }
  const color = inside ? "#ffffff" : theme.ink;
  return { type: "scatter", mode: "text", x, y, text, textposition, hoverinfo: "skip", textfont: { color, size: 12 } };
}

function countTrace(bins, low, axes) {
  const fillcolor = axes.yaxis === "y3" ? theme.soft : tint("#7d7f86", 0.8);
  const trace = { ...SHAPE, x: [], y: [], fillcolor, ...axes };
  const gap = bins.size * 0.07;
  bins.counts.forEach((many, k) => {
    if (many) boxOf(trace, low + k * bins.size + gap, low + (k + 1) * bins.size - gap, 0, Math.sqrt(many));
  });
  return trace;
}

// Heights in pixels: lanes, then the counts of what found no lane, the axis, the strip.
function heights(scene) {
  const lanes = Math.max(scene.used, 4) * LANE, rest = scene.rest.length ? 58 : 0;
  return { top: 24, lanes, rest, axis: 40, strip: printWidth ? 0 : 40, bottom: printWidth ? 0 : 6 };
}

function layoutOf(scene) {
  const h = heights(scene);
  const inner = h.lanes + h.rest + h.axis + h.strip;
  const up = (pixels) => Math.max(0, Math.min(1, pixels / inner));
  const [values, labels] = ticks(view.low + 24 * scene.pixel, view.high - 24 * scene.pixel, Math.max(3, Math.floor(scene.width / 76)));
  const floor = h.strip + h.axis;
  const quiet = { fixedrange: true, showgrid: false, zeroline: false, showticklabels: false, ticks: "" };
  return {
    height: inner + h.top + h.bottom,
    width: scene.width + 20,
    margin: { l: 10, r: 10, t: h.top, b: h.bottom, pad: 0 },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: FONT.slice(5), size: 12, color: theme.ink },
    barmode: "overlay",
    bargap: 0,
    showlegend: false,
    hovermode: false,
    dragmode: coarse ? false : "pan",
    xaxis: {
      type: "linear", range: [view.low, view.high], tickmode: "array", tickvals: values, ticktext: labels,
      gridcolor: theme.grid, linecolor: theme.line, showline: true, zeroline: false, ticks: "outside", tickcolor: theme.line,
      ticklabeloverflow: "allow", automargin: false, anchor: h.rest ? "y2" : "y", tickangle: 0, 
    },
    yaxis: { ...quiet, range: [Math.max(scene.used, 4) - 0.5, -0.5], domain: [up(floor + h.rest), 1] },
    ...(h.rest && { yaxis2: { ...quiet, range: [0, Math.sqrt(Math.max(1, ...scene.bins.counts)) * 1.08], domain: [up(floor), up(floor + h.rest - 20)] } }),
    ...(showsStrip() && {
      xaxis2: { ...quiet, range: whole, anchor: "y3", showline: true, linecolor: theme.line },
      yaxis3: { ...quiet, anchor: "x2", range: [0, Math.sqrt(Math.max(1, ...strip.counts)) * 1.08], domain: [0, up(h.strip)] },
    }),
    shapes: shapesOf(scene, up(floor)),
    annotations: notesOf(scene, up, floor, h),
  };
}

function shapesOf(scene, below) {
  const shapes = scene.bands.slice(1).map(({ first }) => ({
    type: "line", layer: "below", xref: "paper", x0: 0, x1: 1, y0: first - 0.5, y1: first - 0.5, line: { width: 1, color: theme.line },
  }));
  if (page.published !== null) {
    shapes.push({ type: "line", layer: "below", yref: "paper", x0: page.published, x1: page.published, y0: below, y1: 1, line: { dash: "dot", width: 1.5, color: theme.ring } });
  }
  const chosen = scene.marks.find((mark) => mark.row === view.chosen);
  if (chosen) {
    const [a, b] = footprint(chosen, chosen.labelled);
    const span = view.high - view.low;
    const x = (pixels) => Math.min(view.high + span, Math.max(view.low - span, view.low + pixels * scene.pixel));
    shapes.push({ type: "rect", x0: x(a + 1), x1: x(b - 1), y0: chosen.lane - 0.47, y1: chosen.lane + 0.47, line: { width: 2, color: theme.ring } });
  }
  return shapes;
}

function notesOf(scene, up, floor, h) {
  const note = { showarrow: false, font: { size: 11, color: theme.soft } };
  const notes = scene.bands.filter((band) => band.name).map(({ name, first }) => ({
    ...note, text: `<b>${plain(name.slice(0, 60))}</b>`, xref: "paper", x: 0, xanchor: "left", y: first, yanchor: "middle", font: { size: 12, color: theme.ink },
  }));
  if (h.rest) {
    notes.push({ ...note, text: `${scene.rest.length.toLocaleString("en")} more: zoom in or choose All lanes`, xref: "paper", x: 0, xanchor: "left", yref: "paper", y: up(floor + h.rest - 3), yanchor: "top" });
  }
  if (page.published !== null && page.published >= view.low && page.published <= view.high) {
    const late = (page.published - view.low) / (view.high - view.low) > 0.5;
    notes.push({ ...note, text: `published ${plain(page.publishedWords)}`, x: page.published, xanchor: late ? "right" : "left", yref: "paper", y: 1, yanchor: "bottom" });
  }
  return notes;
}

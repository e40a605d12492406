// From a scene to what Plotly is given: few traces, whatever the number of rows.
const theme = {};

function readTheme(printing = false) {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["paper", "ink", "soft", "line", "grid", "accent", "ring"]) {
    theme[name] = style.getPropertyValue(`--${name}`).trim();
  }
  // What is possible is pale on white, and must not sink into the dark.
  theme.dark = matchMedia("(prefers-color-scheme: dark)").matches && !printing;
  theme.pale = theme.dark ? 0.4 : 0.26;
  if (printing) Object.assign(theme, { paper: "#ffffff", ink: "#1b1d22", soft: "#565b66", line: "#d3d7de", grid: "#e8eaee", ring: "#b3470e" });
}

// Colours are chosen for white paper; in the dark they are lightened.
function toned(colour) {
  if (!theme.dark) return colour;
  const part = (at) => Math.round(parseInt(colour.slice(at, at + 2), 16) * 0.66 + 255 * 0.34).toString(16);
  return `#${part(1)}${part(3)}${part(5)}`;
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

// The parts of a mark as [from, to, opacity, whole]: what is not known exactly fades out.
function pieces(mark, pixel) {
  const { row } = mark, from = edges.from[row], to = edges.to[row];
  let parts = [[from, to, theme.pale, true]];
  if (!Number.isNaN(rows.sureFrom[row])) {
    const a = Math.max(rows.sureFrom[row], from), b = Math.min(rows.sureTo[row], to);
    parts = [[from, a, theme.pale, true], [a, b, 1, true], [b, to, theme.pale, true]];
  }
  parts = parts.filter(([a, b]) => b > a);
  const sure = !Number.isNaN(rows.sureFrom[row]);
  const first = sure && (has(row, OPEN_LEFT) || rows.sureFrom[row] <= from) ? 1 : theme.pale;
  const last = sure && (has(row, OPEN_RIGHT) || rows.sureTo[row] >= to) ? 1 : theme.pale;
  if (has(row, ABOUT) && parts.length) {
    const soft = Math.min((to - from) / 3, 26 * pixel);
    parts = parts.map(([a, b, opacity]) => [Math.max(a, from + soft), Math.min(b, to - soft), opacity, false]).filter(([a, b]) => b > a);
    parts.push(...fade(from + soft, from, first), ...fade(to - soft, to, last));
  }
  if (has(row, OPEN_LEFT)) parts.push(...fade(from, from - TAIL * pixel, first));
  if (has(row, OPEN_RIGHT)) parts.push(...fade(to, to + TAIL * pixel, last));
  return parts;
}

// Few steps, the same for all: each opacity of each colour is one path.
const STEPS = [0.76, 0.52, 0.3, 0.14];
function fade(start, end, opacity) {
  return STEPS.map((step, k) => {
    const ends = [start + ((end - start) * k) / STEPS.length, start + ((end - start) * (k + 1)) / STEPS.length];
    return [Math.min(...ends), Math.max(...ends), opacity * step, false];
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

  // The trace for shapes of a colour and an opacity, hatched or not.
  of(colour, opacity, hatch = "") {
    const key = `${opacity.toFixed(2)}|${colour}|${hatch}`;
    if (!this.traces.has(key)) {
      // Under a hatch even what is sure is half pale, so that a label can be read on it.
      const fillcolor = opacity === 1 && !hatch ? colour : tint(colour, hatch && opacity === 1 ? 0.5 : opacity);
      const trace = { ...SHAPE, x: [], y: [], fillcolor };
      if (hatch) {
        const fgcolor = opacity === 1 ? tint(theme.paper, 0.6) : tint(colour, 0.6);
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
function outlineOf(trace, x0, x1, y0, y1, { pixel, lane }) {
  boxOf(trace, x0, x1, y0, y1);
  if (x1 - x0 > 2 * pixel) boxOf(trace, x1 - pixel, x0 + pixel, y0 + 1 / lane, y1 - 1 / lane);
}

function shape(trace, outline, x, y, { pixel, lane }) {
  for (const [dx, dy] of outline) {
    trace.x.push(x + dx * pixel);
    trace.y.push(y + dy / lane);
  }
  trace.x.push(x + outline[0][0] * pixel, null);
  trace.y.push(y + outline[0][1] / lane, null);
}

// The symbol of a narrow mark: in its middle; but where only one bound is known, the event lies
// somewhere beyond it, not on it.
function symbolPlace(row, pixel) {
  const middle = (edges.from[row] + edges.to[row]) / 2;
  if (!Number.isNaN(rows.sureFrom[row]) || has(row, OPEN_LEFT) === has(row, OPEN_RIGHT)) return middle;
  if (Number.isNaN(rows.left[row])) return middle - (TAIL / 2) * pixel;
  return Number.isNaN(rows.right[row]) ? middle + (TAIL / 2) * pixel : middle;
}

// Where a mark stands in its lane, in lanes: its middle and half its height.
const middleOf = (scene, lane) => lane + (scene.slim ? 0.24 : 0);
const halfOf = (scene) => (scene.slim ? 6 : scene.lane / 3.1) / scene.lane;

function markTraces(scene) {
  const layers = new Layers(), { pixel } = scene, half = halfOf(scene);
  const span = view.high - view.low, low = view.low - span, high = view.high + span;
  for (const mark of scene.marks) {
    const { row } = mark, colour = toned(paint.of(row)), { hatch, symbol } = statusOf(row);
    const lost = has(row, UNDATED), from = edges.from[row], to = edges.to[row], y = middleOf(scene, mark.lane);
    const sure = layers.of(colour, 1);
    if (lost) {
      const a = Math.max(from, view.low), b = Math.min(to, view.high);
      boxOf(layers.of(colour, 0.52), a, b, y + half - 2 / scene.lane, y + half);
      shape(sure, OUTLINES.circle, (a + b) / 2, y, scene);
      shape(sure, OUTLINES.hole, (a + b) / 2, y, scene);
      continue;
    }
    const open = has(row, OPEN_LEFT) || has(row, OPEN_RIGHT);
    if (!mark.narrow || open) {
      for (const [start, end, opacity, full] of pieces(mark, pixel)) {
        const a = Math.max(start, low), b = Math.min(end, high);
        if (b <= a) continue;
        boxOf(layers.of(colour, opacity, full ? hatch : ""), a, b, y - half, y + half);
        if (full && (opacity < 1 || hatch)) outlineOf(sure, a, b, y - half, y + half, scene);
      }
    }
    if (mark.narrow) {
      const at = symbolPlace(row, pixel);
      if (has(row, ABOUT)) shape(layers.of(colour, theme.pale), OUTLINES.halo, at, y, scene);
      shape(sure, OUTLINES[symbol] || OUTLINES.circle, at, y, scene);
      if (at !== (from + to) / 2) boxOf(sure, from - pixel, from + pixel, y - half, y + half);
    }
    // An arrow goes on; what lies somewhere before or after a moment has none.
    if (Number.isNaN(rows.sureFrom[row])) continue;
    if (has(row, OPEN_RIGHT)) shape(sure, OUTLINES["triangle-right"], to + TAIL * pixel, y, scene);
    if (has(row, OPEN_LEFT)) shape(sure, OUTLINES["triangle-left"], from - TAIL * pixel, y, scene);
  }
  return layers.all();
}

// Labels on the colour of their bars, or on paper.
function labelTrace(scene, onBars) {
  const x = [], y = [], text = [], textposition = [];
  const ink = onBars ? (theme.dark ? "#000000" : "#ffffff") : theme.ink;
  for (const mark of scene.marks) {
    const dark = isDark(toned(paint.of(mark.row)));
    const onColour = mark.side === "inside" && !Number.isNaN(rows.sureFrom[mark.row]) && !statusOf(mark.row).hatch && dark !== theme.dark;
    if (!mark.labelled || onColour !== onBars) continue;
    x.push(view.low + mark.x * scene.pixel);
    y.push(mark.lane - (scene.slim ? 0.2 : 0));
    const soft = mark.side === "inside" ? ink : theme.soft; // grey is too faint on any bar
    const when = mark.when && `<span style="color:${soft}">${plain(mark.when)}</span>${BETWEEN}`;
    text.push(`${when}${mark.headline ? `<b>${plain(mark.text)}</b>` : plain(mark.text)}`);
    textposition.push(mark.side === "left" ? "middle left" : "middle right");
  }
  return { type: "scatter", mode: "text", x, y, text, textposition, hoverinfo: "skip", textfont: { color: ink, size: scene.size } };
}

// On a phone: the dates beside their marks.
function dateTrace(scene) {
  const told = scene.marks.filter((mark) => mark.date);
  return {
    type: "scatter", mode: "text", hoverinfo: "skip", textposition: "middle right", textfont: { color: theme.soft, size: scene.size },
    x: told.map((mark) => view.low + mark.beside * scene.pixel),
    y: told.map((mark) => middleOf(scene, mark.lane)),
    text: told.map((mark) => plain(mark.date)),
  };
}

// The counts of what found no lane stand below the lanes, a second vertical axis costs more.
const COUNTS = 56, HIGHEST = 34;
function countTrace({ bins, used, lane }) {
  const trace = { ...SHAPE, x: [], y: [], fillcolor: tint("#7d7f86", 0.8) };
  const gap = bins.size * 0.07, ground = used - 0.5 + COUNTS / lane, most = Math.sqrt(Math.max(1, ...bins.counts));
  bins.counts.forEach((many, k) => {
    const high = ((HIGHEST / lane) * Math.sqrt(many)) / most;
    if (many) boxOf(trace, view.low + k * bins.size + gap, view.low + (k + 1) * bins.size - gap, ground - high, ground);
  });
  return trace;
}

// Heights in pixels: publication and axis, lanes, the counts of what found no lane, the strip.
const AXIS_LINE = 14, PUBLICATION = 17;
const showsPublication = () => page.published !== null && page.published >= view.low && page.published <= view.high;
const axisHeight = (scene) => (scene.axis[1].some((text) => text.includes("<br>")) ? 2 : 1) * AXIS_LINE + 9;

function heights(scene) {
  const lanes = scene.used * scene.lane, rest = scene.rest.length ? COUNTS : 0;
  const below = printWidth || timeless ? { gap: 0, strip: 0, bottom: 0 } : { gap: 10, strip: 34, bottom: 20 };
  return { top: axisHeight(scene) + (showsPublication() ? PUBLICATION : 0), lanes, rest, ...below };
}

function layoutOf(scene) {
  const h = heights(scene), [values, labels] = scene.axis;
  const under = h.gap + h.strip + h.bottom;
  return {
    height: h.top + h.lanes + h.rest + under,
    width: scene.width + 20,
    margin: { l: 10, r: 10, t: h.top, b: under, pad: 0 },
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: FONT, size: 12, color: theme.ink },
    barmode: "overlay",
    bargap: 0,
    showlegend: false,
    hovermode: false,
    dragmode: coarse ? false : "pan",
    xaxis: {
      type: "linear", range: [view.low, view.high], tickmode: "array", tickvals: values, ticktext: labels, side: "top",
      gridcolor: theme.grid, linecolor: theme.line, showline: true, zeroline: false, ticks: "outside", tickcolor: theme.line,
      ticklabeloverflow: "allow", automargin: false, anchor: "y", tickangle: 0, tickfont: { color: theme.soft },
    },
    yaxis: {
      range: [scene.used - 0.5 + h.rest / scene.lane, -0.5],
      fixedrange: true, showgrid: false, zeroline: false, showticklabels: false, ticks: "",
    },
    shapes: shapesOf(scene),
    annotations: notesOf(scene),
  };
}

function shapesOf(scene) {
  const shapes = scene.bands.slice(1).map(({ first }) => ({
    type: "line", layer: "below", xref: "paper", x0: 0, x1: 1, y0: first - 0.5, y1: first - 0.5, line: { width: 1, color: theme.line },
  }));
  if (page.published !== null) {
    // What lies after publication is tinted, so that no line runs through a label.
    const tall = { layer: "below", y0: -0.5, y1: scene.used - 0.5 }, x0 = page.published;
    const x1 = Math.max(view.high, x0) + (view.high - view.low);
    shapes.push({ ...tall, type: "rect", x0, x1, line: { width: 0 }, fillcolor: tint(theme.ring, theme.dark ? 0.1 : 0.06) });
    shapes.push({ ...tall, type: "line", x0, x1: x0, line: { width: 1.5, color: tint(theme.ring, 0.75) } });
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

function notesOf(scene) {
  const note = { showarrow: false, font: { size: 11, color: theme.soft } };
  const notes = scene.bands.filter((band) => band.name).map(({ name, first }) => ({
    ...note, text: `<b>${plain(name.slice(0, 60))}</b>`, xref: "paper", x: 0, xanchor: "left", y: first, yanchor: "middle", font: { size: 12, color: theme.ink },
  }));
  if (scene.rest.length) {
    notes.push({ ...note, text: `${thousands(scene.rest.length)} more${printWidth ? "" : ": zoom in or show all events"}`, xref: "paper", x: 0, xanchor: "left", y: scene.used - 0.5 + 2 / scene.lane, yanchor: "top" });
  }
  if (showsPublication()) {
    const late = (page.published - view.low) / (view.high - view.low) > 0.5;
    const text = `${late ? "" : "▾ "}published ${plain(page.publishedWords)}${late ? " ▾" : ""}`;
    notes.push({ ...note, text, font: { size: 11, color: theme.ring }, x: page.published, xanchor: late ? "right" : "left", xshift: late ? 6 : -6, yref: "paper", y: 1, yshift: axisHeight(scene) - 1, yanchor: "bottom", borderpad: 0 });
  }
  return notes;
}

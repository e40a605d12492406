// From a scene to what Plotly is given: few traces, whatever the number of rows.
const LANE = 25, SURE = 1, POSSIBLE = 0.28, FADE = [0.75, 0.5, 0.3, 0.12];
const theme = {};

function readTheme(printing = false) {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["paper", "ink", "soft", "line", "grid", "accent", "ring"]) {
    theme[name] = style.getPropertyValue(`--${name}`).trim();
  }
  if (printing) Object.assign(theme, { paper: "#ffffff", ink: "#1b1d22", soft: "#565b66", line: "#d3d7de", grid: "#e8eaee" });
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

// The bars of a mark: [from, to, opacity], in seconds.
function pieces(mark, tail) {
  const { row } = mark, from = edges.from[row], to = edges.to[row];
  let parts = [[from, to, POSSIBLE]];
  if (!Number.isNaN(rows.sureFrom[row])) {
    const a = Math.max(rows.sureFrom[row], from), b = Math.min(rows.sureTo[row], to);
    parts = [[from, a, POSSIBLE], [a, b, SURE], [b, to, POSSIBLE]];
  }
  parts = parts.filter(([a, b]) => b > a);
  if (has(row, ABOUT) && parts.length) {
    const soft = (to - from) / 5;
    const middle = parts.map(([a, b, o]) => [Math.max(a, from + soft), Math.min(b, to - soft), o]).filter(([a, b]) => b > a);
    parts = [...fade(from + soft, from, middle[0][2]), ...middle, ...fade(to - soft, to, middle.at(-1)[2])];
  }
  if (has(row, OPEN_LEFT)) parts.push(...fade(from, from - tail, parts.length ? parts[0][2] : POSSIBLE));
  if (has(row, OPEN_RIGHT)) parts.push(...fade(to, to + tail, parts.length ? parts.at(-1)[2] : POSSIBLE));
  return parts;
}

function fade(start, end, opacity) {
  const step = (end - start) / FADE.length;
  return FADE.map((share, k) => {
    const a = start + k * step, b = start + (k + 1) * step;
    return [Math.min(a, b), Math.max(a, b), opacity * share];
  });
}

function barTrace(scene) {
  const trace = { type: "bar", orientation: "h", base: [], x: [], y: [], width: [], hoverinfo: "skip", cliponaxis: true };
  const colours = [], outlines = [], widths = [], hatches = [], inks = [];
  const span = view.high - view.low, low = view.low - span, high = view.high + span;
  for (const mark of scene.marks) {
    const { row } = mark, colour = paint.of(row), hatch = statusOf(row).hatch;
    const thin = has(row, UNDATED), open = has(row, OPEN_LEFT) || has(row, OPEN_RIGHT);
    if (mark.narrow && !thin && !open) continue;
    for (const [from, to, opacity] of pieces(mark, TAIL * scene.pixel)) {
      const a = Math.max(from, low), b = Math.min(to, high);
      if (b <= a) continue;
      trace.base.push(a);
      trace.x.push(b - a);
      trace.y.push(mark.lane);
      trace.width.push(thin ? 0.14 : 0.62);
      colours.push(tint(colour, opacity));
      outlines.push(colour);
      widths.push(!thin && !has(row, ABOUT) && (opacity === SURE || opacity === POSSIBLE) ? 1 : 0);
      hatches.push(thin ? "" : hatch);
      inks.push(opacity === SURE ? "rgba(255,255,255,0.7)" : tint(colour, 0.6));
    }
  }
  trace.marker = { color: colours, line: { color: outlines, width: widths }, cornerradius: 3 };
  if (hatches.some(Boolean)) {
    trace.marker.pattern = { shape: hatches, size: 6, solidity: 0.25, fillmode: "replace", bgcolor: colours, fgcolor: inks };
  }
  return trace;
}

function symbolTrace(scene) {
  const x = [], y = [], symbol = [], color = [], halo = [], ring = [], size = [];
  const add = (at, mark, shape, wide = 1) => {
    x.push(at);
    y.push(mark.lane);
    symbol.push(shape);
    color.push(paint.of(mark.row));
    ring.push(tint(paint.of(mark.row), 0.35));
    halo.push(wide);
    size.push(shape.startsWith("triangle") ? 10 : 11);
  };
  const tail = TAIL * scene.pixel;
  for (const mark of scene.marks) {
    const { row } = mark, middle = (edges.from[row] + edges.to[row]) / 2;
    if (has(row, UNDATED)) add((Math.max(edges.from[row], view.low) + Math.min(edges.to[row], view.high)) / 2, mark, "circle-open-dot");
    else if (mark.narrow) add(middle, mark, statusOf(row).symbol, has(row, ABOUT) ? 6 : 1);
    if (has(row, OPEN_RIGHT)) add(edges.to[row] + tail, mark, "triangle-right");
    if (has(row, OPEN_LEFT)) add(edges.from[row] - tail, mark, "triangle-left");
  }
  return { type: "scatter", mode: "markers", x, y, hoverinfo: "skip", marker: { symbol, color, size, opacity: 1, line: { width: halo, color: ring } } };
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
  const x = [], y = [];
  bins.counts.forEach((many, k) => {
    if (!many) return;
    x.push(low + (k + 0.5) * bins.size);
    y.push(Math.sqrt(many));
  });
  const color = axes.yaxis === "y3" ? theme.soft : tint("#7d7f86", 0.8);
  return { type: "bar", x, y, width: bins.size * 0.86, hoverinfo: "skip", marker: { color, line: { width: 0 } }, ...axes };
}

// Heights in pixels: lanes, then the counts of what found no lane, the axis, the strip.
function heights(scene) {
  const lanes = Math.max(scene.used, 4) * LANE, rest = scene.rest.length ? 46 : 0;
  return { top: 24, lanes, rest, axis: 40, strip: 40, bottom: 6 };
}

function layoutOf(scene) {
  const h = heights(scene);
  const inner = h.lanes + h.rest + h.axis + h.strip;
  const up = (pixels) => Math.max(0, Math.min(1, pixels / inner));
  const [values, labels] = ticks(view.low, view.high, Math.max(3, Math.floor(scene.width / 76)));
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
      anchor: h.rest ? "y2" : "y", tickangle: 0, 
    },
    yaxis: { ...quiet, range: [Math.max(scene.used, 4) - 0.4, -0.6], domain: [up(floor + h.rest), 1] },
    ...(h.rest && { yaxis2: { ...quiet, range: [0, Math.sqrt(Math.max(1, ...scene.bins.counts)) * 1.08], domain: [up(floor), up(floor + h.rest - 6)] } }),
    xaxis2: { ...quiet, range: whole, anchor: "y3", showline: true, linecolor: theme.line },
    yaxis3: { ...quiet, anchor: "x2", range: [0, Math.sqrt(Math.max(1, ...strip.counts)) * 1.08], domain: [0, up(h.strip)] },
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
    notes.push({ ...note, text: `${scene.rest.length.toLocaleString("en")} more, zoom in to see them`, xref: "paper", x: 0, xanchor: "left", yref: "paper", y: up(floor + h.rest), yanchor: "top" });
  }
  if (page.published !== null && page.published >= view.low && page.published <= view.high) {
    const late = (page.published - view.low) / (view.high - view.low) > 0.5;
    notes.push({ ...note, text: `published ${plain(page.publishedWords)}`, x: page.published, xanchor: late ? "right" : "left", yref: "paper", y: 1, yanchor: "bottom" });
  }
  return notes;
}

// A picture at once: what Plotly would draw of the same traces and layout, as one SVG. Reading
// plotly.js takes a browser longer than all the rest of opening a page, and its drawing longer than a
// frame. So the first picture is sketched, and whatever moves; where plotly.js cannot be had, the
// chart stands by this. It knows what our charts use: areas, words, ticks, shapes and notes.
function sketch({ traces, layout }) {
  const { width, height, margin, xaxis, yaxis } = layout;
  const wide = width - margin.l - margin.r, tall = height - margin.t - margin.b;
  const hundredths = (pixels) => Math.round(pixels * 100) / 100;
  const across = (x) => hundredths(((x - xaxis.range[0]) / (xaxis.range[1] - xaxis.range[0])) * wide);
  const down = (y) => hundredths(tall - ((y - yaxis.range[0]) / (yaxis.range[1] - yaxis.range[0])) * tall);
  const place = { across, down, wide, tall, margin };
  const patterns = [];
  const marks = traces.map((trace) => (trace.mode === "text" ? words(trace, place) : area(trace, place, patterns))).join("");
  const shapes = (below) => layout.shapes.filter((shape) => (shape.layer === "below") === below).map((shape) => shapeOf(shape, place)).join("");
  const inside = (content) => `<svg x="${margin.l}" y="${margin.t}" width="${wide}" height="${tall}">${content}</svg>`;
  const [grid, axis] = ticksOf(xaxis, place);
  const notes = layout.annotations.map((note) => noteOf(note, place)).join("");
  return `<svg width="${width}" height="${height}" font-family="${FONT}"><defs>${patterns.join("")}</defs>${
    inside(shapes(true))}${grid}${inside(marks)}${axis}${inside(shapes(false))}${notes}</svg>`;
}

// Plotly's own HTML, as our texts use it, in SVG.
const inSvg = (text) => text
  .replace(/<span style="color:([^"]*)">/g, '<tspan fill="$1">')
  .replace(/<b>/g, '<tspan font-weight="bold">')
  .replace(/<\/(span|b)>/g, "</tspan>");

function area({ x, y, fillcolor, fillpattern }, { across, down }, patterns) {
  let path = "", pen = "M";
  for (let i = 0; i < x.length; i++) {
    if (x[i] === null) {
      path += "Z";
      pen = "M";
    } else {
      path += `${pen}${across(x[i])},${down(y[i])}`;
      pen = "L";
    }
  }
  const fill = fillpattern ? `url(#hatch${patterns.push(hatchOf(fillpattern, patterns.length))})` : fillcolor;
  return `<path class="area" d="${path}" fill="${fill}"/>`;
}

function hatchOf({ shape: kind, size, solidity, bgcolor, fgcolor }, before) {
  const dots = kind === ".", step = dots ? size : size * Math.SQRT2;
  const rising = `M${-step / 4},${step / 4}l${step / 2},${-step / 2}M0,${step}L${step},0M${step * 0.75},${step * 1.25}l${step / 2},${-step / 2}`;
  const falling = `M${step * 0.75},${-step / 4}l${step / 2},${step / 2}M0,0L${step},${step}M${-step / 4},${step * 0.75}l${step / 2},${step / 2}`;
  const line = kind === "x" ? size - size * Math.sqrt(1 - solidity) : solidity * size;
  const drawing = dots
    ? `<circle cx="${step / 2}" cy="${step / 2}" r="${Math.sqrt((solidity * size * size) / Math.PI)}" fill="${fgcolor}"/>`
    : `<path d="${rising}${kind === "x" ? falling : ""}" stroke="${fgcolor}" stroke-width="${line}"/>`;
  return `<pattern id="hatch${before + 1}" width="${step}" height="${step}" patternUnits="userSpaceOnUse"><rect width="${step}" height="${step}" fill="${bgcolor}"/>${drawing}</pattern>`;
}

function words({ x, y, text, textposition, textfont }, { across, down }) {
  const { size, color } = textfont;
  const told = text.map((words, i) => {
    const left = (Array.isArray(textposition) ? textposition[i] : textposition) === "middle left";
    return `<g class="textpoint"><text x="${across(x[i])}" y="${down(y[i]) + size / 4}"${left ? ' text-anchor="end"' : ""}>${inSvg(words)}</text></g>`;
  });
  return `<g font-size="${size}" fill="${color}">${told.join("")}</g>`;
}

// Grid lines, and above the chart its axis: a line, and ticks of one or two lines of words.
function ticksOf({ tickvals, ticktext, gridcolor, linecolor, tickcolor, tickfont }, { across, tall, wide, margin }) {
  const at = tickvals.map((value) => across(value) + margin.l), top = margin.t, line = 15.6;
  const strokes = (paths, colour) => `<path d="${paths.join("")}" stroke="${colour}" shape-rendering="crispEdges"/>`;
  const labels = ticktext.map((text, i) => {
    const lines = text.split("<br>");
    return `<g class="xtick">${lines.map((words, k) => `<text x="${at[i]}" y="${top - 10.8 - (lines.length - 1 - k) * line}">${words}</text>`).join("")}</g>`;
  });
  return [
    strokes(at.map((x) => `M${x},${top}v${tall}`), gridcolor),
    `${strokes([`M${margin.l},${top - 0.5}h${wide}`], linecolor)}${strokes(at.map((x) => `M${x},${top - 1}v-5`), tickcolor)}<g font-size="12" fill="${tickfont.color}" text-anchor="middle">${labels.join("")}</g>`,
  ];
}

function shapeOf({ type, xref, x0, x1, y0, y1, line, fillcolor }, { across, down, wide }) {
  const [a, b] = [x0, x1].map((x) => (xref === "paper" ? x * wide : across(x))), [c, d] = [y0, y1].map(down);
  const stroke = line.width ? ` stroke="${line.color}" stroke-width="${line.width}"` : "";
  if (type === "line") return `<path d="M${a},${c}L${b},${d}"${stroke}/>`;
  return `<path d="M${a},${c}H${b}V${d}H${a}Z" fill="${fillcolor || "none"}"${stroke}/>`;
}

// A note stands in a box of whole pixels, with a border that is not seen.
function noteOf(note, { across, down, wide, tall, margin }) {
  const { size, color } = note.font, border = 1 + (note.borderpad ?? 1), high = Math.round(size * 1.17) + 2 * border;
  const x = Math.round(margin.l + (note.xref === "paper" ? note.x * wide : across(note.x)) + (note.xshift || 0));
  const y = margin.t + (note.yref === "paper" ? (1 - note.y) * tall : down(note.y)) - (note.yshift || 0);
  const top = Math.round(y - high * { top: 0, middle: 0.5, bottom: 1 }[note.yanchor]);
  const right = note.xanchor === "right";
  return `<text class="annotation-text" x="${right ? x - border : x + border}" y="${top + border + Math.round(size * 0.92)}" font-size="${size}" fill="${color}"${right ? ' text-anchor="end"' : ""}>${inSvg(note.text)}</text>`;
}

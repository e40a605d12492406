// The chart: a scene is sketched, and drawn by Plotly; pointer, touch and keys move through it.
const stage = byId("stage"), chart = byId("chart"), tip = byId("tip");
const coarse = matchMedia("(pointer: coarse)").matches;
let scene = null, strip = overview(), printWidth = 0;

// A short story may have a lane for every event; a long one has what fits the window.
function mostLanes(visible) {
  if (view.tall && !printWidth) return MOST_MARKS;
  if (printWidth) return Math.max(10, Math.min(17, Math.floor((PAPER - passing().length * PRINTED_ROW - 130) / LANE)));
  const share = wide.matches ? 0.42 : 0.6;
  const fitting = Math.max(9, Math.min(34, Math.floor((innerHeight * share) / LANE)));
  return visible <= 45 ? Math.max(fitting, visible) : fitting;
}

// The rows of a phone: all of a story, of more the most wanted, about two screens of them.
function mostRows(visible) {
  return visible <= 45 || view.tall ? MOST_MARKS : Math.max(12, Math.floor((innerHeight * 0.75) / SLIM_LANE));
}

function draw() {
  readColours();
  // A page that is not laid out yet has no width; it is drawn again when it has.
  const width = Math.max(SLIMMEST, (printWidth || stage.clientWidth) - 20);
  scene = compose(width);
  const traces = [...markTraces(scene), labelTrace(scene, false), labelTrace(scene, true)];
  if (scene.slim) traces.push(dateTrace(scene));
  if (scene.rest.length) traces.push(countTrace(scene));
  picture = { traces, layout: layoutOf(scene) };
  quick.innerHTML = sketch(picture);
  chart.append(quick);
  clearTimeout(resting);
  if (chart.on && !printWidth) resting = setTimeout(settle, REST);
  if (complete) showAround();
}

// What moves is sketched, frame by frame, a few milliseconds each; Plotly, which takes many times as
// long, draws the same where it comes to rest.
const quick = element("div", { class: "quick" }), REST = 150;
let picture = null, resting = 0;
function settle() {
  clearTimeout(resting);
  quick.remove();
  Plotly.react(chart, picture.traces, picture.layout, page.config);
}

// plotly.js has come: it draws what stands there, and takes over dragging.
function handOver() {
  settle();
  chart.on("plotly_relayout", (change) => {
    const low = change["xaxis.range[0]"] ?? change["xaxis.range"]?.[0];
    const high = change["xaxis.range[1]"] ?? change["xaxis.range"]?.[1];
    if (low !== undefined && high !== undefined) show(moment(low), moment(high));
  });
  stage.addEventListener("pointerdown", () => quick.isConnected && settle(), { capture: true });
}

function showAround() {
  sayState();
  if (printWidth) return;
  placeSlider();
  // After the frame: it has the browser lay out the page once more.
  setTimeout(() => printWidth || stayInSight());
}

let complete = false; // the chart stands first, what is around it later

// On a large screen a chart that is not too tall stays in sight while table and text are read.
const wide = matchMedia("(min-width: 1100px)");
let measured = "";
function stayInSight() {
  const { height } = picture.layout;
  // Measuring makes the browser lay the page out: only where something has changed.
  const now = `${height} ${innerHeight} ${wide.matches} ${printWidth}`;
  if (now === measured) return;
  measured = now;
  const around = stage.parentElement, stays = !printWidth && wide.matches && height < innerHeight * 0.64;
  document.body.classList.toggle("stays", stays);
  const above = stage.getBoundingClientRect().top - around.getBoundingClientRect().top;
  around.style.top = stays ? `${-above}px` : "";
  document.body.style.setProperty("--left", `${Math.max(240, innerHeight - height - 150)}px`);
}

// A first wish is met at once; more of them before the next frame are one.
let waiting = false, again = false;
function redraw() {
  if (waiting) return (again = true);
  waiting = true;
  again = false;
  draw();
  requestAnimationFrame(() => {
    waiting = false;
    if (again) redraw();
  });
}

function sayState() {
  const total = thousands(count), passing = passes.reduce((sum, yes) => sum + yes, 0);
  const [first, last] = endsOf(Math.max(view.low, known[0]), Math.min(view.high, known[1]));
  const period = first === last ? `, ${first}` : ` between ${first} and ${last}`;
  const all = `${total} event${count === 1 ? "" : "s"}`;
  const some = passing < count ? `${passing ? thousands(passing) : "None"} of ${all} match${passing === 1 ? "es" : ""} search and legend` : all;
  const listed = ranked.reduce((sum, row) => sum + (loose(row) && passes[row]), 0);
  const below = listed ? `; ${thousands(listed)} without a date of ${listed === 1 ? "its" : "their"} own, listed below` : "";
  const here = scene.visible === count ? "" : `; ${thousands(scene.visible)}`;
  const told = !count ? "No event was found" : !passing ? some : timeless ? `${some}; none has a date` : `${some}${here}${period}`;
  const closer = view.low === opening[0] && view.high === opening[1] && opening !== whole;
  byId("state").textContent = `${told}${closer ? ", where most of them are (Fit shows everything)" : ""}${below}.`;
}

// Shows a period, kept within sensible bounds.
function show(low, high) {
  const widest = (whole[1] - whole[0]) * 1.1, span = Math.min(Math.max(high - low, 10), widest);
  let middle = (low + high) / 2;
  middle = Math.min(Math.max(middle, whole[0]), whole[1]);
  if (span === widest) middle = (whole[0] + whole[1]) / 2;
  view.low = middle - span / 2;
  view.high = middle + span / 2;
  hideTip();
  redraw();
}

const zoom = (factor, at = (view.low + view.high) / 2) => show(at - (at - view.low) * factor, at + (view.high - at) * factor);
const move = (share) => show(view.low + (view.high - view.low) * share, view.high + (view.high - view.low) * share);
const showWhole = () => show(whole[0], whole[1]);

// Brings a row into sight without more movement than needed.
function reveal(row) {
  if (loose(row)) return redraw();
  const from = edges.from[row], to = edges.to[row], span = view.high - view.low;
  if (to < view.low || from > view.high) {
    const middle = (from + to) / 2;
    const room = Math.max(span, (to - from) * 1.2);
    show(middle - room / 2, middle + room / 2);
  } else redraw();
}

// The mark, or the bin of counted rows, under a place on the stage.
function hit(event) {
  const box = chart.getBoundingClientRect(), x = event.clientX - box.left - 10, y = event.clientY - box.top;
  const h = heights(scene);
  if (x < 0 || x > scene.width || y < h.top) return null;
  if (y < h.top + h.lanes) {
    const lane = Math.floor((y - h.top) / scene.lane);
    for (const mark of scene.marks) {
      if (mark.lane !== lane) continue;
      const [a, b] = footprint(mark, mark.labelled);
      if (x >= a && x <= b) return { mark };
    }
    return null;
  }
  if (h.rest && y < h.top + h.lanes + h.rest) {
    const k = Math.floor(x / 8);
    return scene.bins.counts[k] ? { bin: k, many: scene.bins.counts[k] } : null;
  }
  return null;
}

const binPeriod = (k) => [view.low + k * scene.bins.size, view.low + (k + 1) * scene.bins.size];

function showTip(event) {
  const found = hit(event);
  stage.classList.toggle("grab", Boolean(found));
  if (!found) return hideTip();
  if (found.mark) tip.replaceChildren(...summary(found.mark.row));
  else {
    const period = periodName(...binPeriod(found.bin));
    tip.replaceChildren(element("p", {}, `${thousands(found.many)} more events, ${period}. Click to zoom in.`));
  }
  placeTip(event);
}

function placeTip(event) {
  tip.hidden = false;
  const box = stage.getBoundingClientRect();
  const x = event.clientX - box.left, y = event.clientY - box.top;
  const left = Math.min(Math.max(0, x + 14), box.width - tip.offsetWidth - 4);
  const below = event.clientY + 18 + tip.offsetHeight < innerHeight || y < tip.offsetHeight + 12;
  tip.style.left = `${Math.max(0, left)}px`;
  tip.style.top = `${below ? y + 18 : y - tip.offsetHeight - 12}px`;
}
const hideTip = () => (tip.hidden = true);

function pick(event) {
  const found = hit(event);
  if (!found) return;
  if (found.mark) {
    choose(found.mark.row, "chart");
    // A finger does not hover, and the panel of details may be far below.
    const panel = detail.getBoundingClientRect();
    if (panel.top > innerHeight - 60 || panel.bottom < 0) {
      tip.replaceChildren(...summary(found.mark.row));
      placeTip(event);
    }
    return;
  }
  const [low, high] = binPeriod(found.bin), margin = (high - low) * 2;
  show(low - margin, high + margin);
}

function listenToPointer() {
  let down = null;
  stage.addEventListener("pointerdown", (event) => (down = [event.clientX, event.clientY]));
  stage.addEventListener("click", (event) => {
    if (event.target.closest(".slider")) return;
    if (down && Math.hypot(event.clientX - down[0], event.clientY - down[1]) < 5) pick(event);
  });
  stage.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse" && event.buttons === 0 && !event.target.closest(".slider")) showTip(event);
    else hideTip();
  });
  stage.addEventListener("pointerleave", hideTip);
  stage.addEventListener("dblclick", (event) => !event.target.closest(".slider") && zoom(0.4, momentAt(event.clientX)));
  // The wheel scrolls the page, as everywhere; with Ctrl, Alt or the two fingers of a touchpad it zooms.
  stage.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.altKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    zoom(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 200), momentAt(event.clientX));
  }, { passive: false, capture: true });
  listenToFingers();
}

const momentAt = (clientX) => view.low + (clientX - chart.getBoundingClientRect().left - 10) * scene.pixel;

// One finger scrolls the page up and down and moves the period sideways, two fingers zoom.
function listenToFingers() {
  let start = null;
  const spread = (touches) => Math.max(20, Math.abs(touches[0].clientX - touches[1].clientX));
  const middle = (touches) => [...touches].reduce((sum, touch) => sum + touch.clientX, 0) / touches.length;
  const begin = (event) => {
    if (event.target.closest(".slider") || !event.touches.length) return (start = null);
    const { touches } = event;
    start = { x: middle(touches), y: touches[0].clientY, low: view.low, pixel: scene.pixel, spread: touches.length > 1 ? spread(touches) : 0, sure: touches.length > 1 };
  };
  stage.addEventListener("touchstart", begin, { passive: true });
  stage.addEventListener("touchend", begin, { passive: true });
  stage.addEventListener("touchmove", (event) => {
    if (!start) return;
    const { touches } = event, x = middle(touches);
    if (!start.sure) {
      const across = Math.abs(x - start.x), along = Math.abs(touches[0].clientY - start.y);
      if (across < 8 && along < 8) return;
      if (along > across) return (start = null);
      start.sure = true;
    }
    event.preventDefault();
    const pixel = start.spread && touches.length > 1 ? start.pixel * (start.spread / spread(touches)) : start.pixel;
    const left = chart.getBoundingClientRect().left + 10;
    const low = start.low + (start.x - left) * start.pixel - (x - left) * pixel;
    show(low, low + pixel * scene.width);
  }, { passive: false });
}

function listenToKeys() {
  stage.addEventListener("keydown", (event) => {
    if (event.target.closest(".slider") || event.ctrlKey || event.metaKey || event.altKey) return;
    const acts = {
      ArrowRight: () => (event.shiftKey ? move(0.25) : step(1)),
      ArrowLeft: () => (event.shiftKey ? move(-0.25) : step(-1)),
      Home: () => step(-Infinity),
      End: () => step(Infinity),
      "+": () => zoom(0.6),
      "=": () => zoom(0.6),
      "-": () => zoom(1 / 0.6),
      0: showWhole,
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hideTip();
      choose(-1, "key");
    }
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName)) {
      event.preventDefault();
      byId("search").focus();
    }
  });
  byId("nearer").addEventListener("click", () => zoom(0.6));
  byId("farther").addEventListener("click", () => zoom(1 / 0.6));
  byId("whole").addEventListener("click", showWhole);
  byId("tall").addEventListener("click", () => {
    view.tall = !view.tall;
    byId("tall").setAttribute("aria-pressed", String(view.tall));
    redraw();
  });
}

// A moment as a number of seconds or, from scripts of others, as a date.
const moment = (value) => (typeof value === "number" ? value : isNaN(value) ? Date.parse(value) / 1000 : Number(value));

function startChart() {
  draw();
  listenToPointer();
  listenToKeys();
  let before = stage.clientWidth;
  new ResizeObserver(() => {
    if (stage.clientWidth !== before && !printWidth) redraw();
    before = stage.clientWidth;
  }).observe(stage);
  const repaint = () => {
    readTheme();
    buildLegend();
    showLoose();
    redraw();
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  let helpWasOpen = false;
  addEventListener("beforeprint", () => {
    printWidth = 1040;
    readTheme(true);
    buildLegend();
    helpWasOpen = byId("help").open;
    byId("help").open = true; // its marks are printed too
    draw();
    printRows(Math.floor((PAPER - picture.layout.height) / PRINTED_ROW));
  });
  addEventListener("afterprint", () => {
    printWidth = 0;
    readTheme();
    buildLegend();
    byId("help").open = helpWasOpen;
    draw();
    fillTable();
  });
}

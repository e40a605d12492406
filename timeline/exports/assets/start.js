// What one looks at comes first: the chart, then what is around it, then plotly.js, which takes the
// chart over.
function startRest() {
  complete = true;
  showAround();
  buildReading();
  byId("help").open = wide.matches;
  showDetail();
  showLoose();
  buildTable();
  listenToFilters();
  listenToSlider();
  listenToArticle();
  listenToLoose();
}

// For those who measure or drive the page: when it came so far.
const note = (stage) => (document.documentElement.dataset[stage] = String(Math.round(performance.now())));
const shown = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

async function start() {
  readTheme();
  buildLegend();
  startChart();
  await shown();
  note("drawn");
  startRest();
  await shown();
  // Where plotly.js cannot be had, the chart stands as it is.
  await globalThis.timelinePlotly?.().catch(() => {});
  if (globalThis.Plotly) handOver();
  await shown();
  note("ready");
}

start();

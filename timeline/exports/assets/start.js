// The chart comes first, the rest when it stands.
function startRest() {
  complete = true;
  if (scene) showAround();
  buildReading();
  byId("help").open = wide.matches;
  showDetail();
  showLoose();
  buildTable();
  listenToFilters();
  listenToSlider();
  listenToArticle();
  listenToLoose();
  document.documentElement.dataset.ready = "true";
}

async function start() {
  await globalThis.timelineUnpacking;
  if (!globalThis.Plotly) throw new Error("plotly.js was not found beside this page");
  startChart();
  await drawn;
  requestAnimationFrame(() => setTimeout(() => {
    document.documentElement.dataset.drawn = String(Math.round(performance.now()));
    startRest();
  }));
}

readTheme();
buildLegend();
start().catch((error) => {
  chart.replaceChildren(element("p", { class: "loading" }, `The chart cannot be drawn: ${error.message}. The table below is complete.`));
  startRest();
});

// plotly.js is unpacked beside the page's first paint; the chart comes first, the rest when it stands.
async function unpackPlotly() {
  if (globalThis.Plotly) return;
  const packed = byId("plotly");
  if (!packed) throw new Error("plotly.js was not found beside this page");
  const text = packed.textContent;
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const code = await new Response(stream).blob();
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  await new Promise((resolve, reject) => {
    const script = element("script", { src: url });
    script.onload = resolve;
    script.onerror = () => reject(new Error("plotly.js could not be unpacked"));
    document.head.append(script);
  });
  URL.revokeObjectURL(url);
  packed.remove();
}

function startRest() {
  buildReading();
  showDetail();
  buildTable();
  listenToFilters();
  listenToSlider();
  listenToArticle();
  document.documentElement.dataset.ready = "true";
}

unpackPlotly()
  .then(() => {
    startChart();
    return drawn;
  })
  .then(() => {
    document.documentElement.dataset.drawn = String(Math.round(performance.now()));
    requestAnimationFrame(() => setTimeout(startRest));
  })
  .catch((error) => {
    chart.replaceChildren(element("p", { class: "loading" }, `The chart cannot be drawn: ${error.message}. The table below is complete.`));
    startRest();
  });

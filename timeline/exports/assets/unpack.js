// Scripts that stand packed in the page are unpacked by the browser itself. They run as inline
// scripts whose digests the policy names: a detour over a blob would cost the browser several
// switches between its processes.
const unpack = async (packed) => {
  const text = packed.textContent;
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = document.createElement("script");
  script.textContent = await new Response(stream).text();
  document.head.append(script);
  script.remove();
  packed.remove();
};
const load = ({ src, integrity, crossOrigin }) => new Promise((onload, onerror) => {
  document.head.append(Object.assign(document.createElement("script"), { src, integrity, crossOrigin, onload, onerror }));
});
// The page's own program draws a first picture; it asks for plotly.js when that stands.
globalThis.timelinePlotly = () => {
  const plotly = document.getElementById("plotly");
  return plotly.src ? load(plotly) : unpack(plotly);
};
unpack(document.getElementById("program"));

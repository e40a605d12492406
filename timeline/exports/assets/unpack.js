// Scripts that stand packed in the page are unpacked by the browser itself, both at once. They run
// as inline scripts whose digests the policy names: a detour over a blob would cost the browser
// several switches between its processes.
const unpack = async (id) => {
  const packed = document.getElementById(id);
  const text = packed.textContent;
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = document.createElement("script");
  script.textContent = await new Response(stream).text();
  document.head.append(script);
  script.remove();
  packed.remove();
};
const unpacking = document.getElementById("plotly") ? unpack("plotly") : Promise.resolve();
unpacking.catch(() => {});
globalThis.timelineUnpacking = unpacking;
unpack("program");

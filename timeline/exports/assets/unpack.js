// Scripts that stand packed in the page are unpacked by the browser itself, both at once.
const unpack = async (id) => {
  const packed = document.getElementById(id);
  const text = packed.textContent;
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const code = await new Response(stream).blob();
  const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${id} could not be unpacked`));
    document.head.append(script);
  });
  URL.revokeObjectURL(url);
  packed.remove();
};
const unpacking = document.getElementById("plotly") ? unpack("plotly") : Promise.resolve();
unpacking.catch(() => {});
globalThis.timelineUnpacking = unpacking;
unpack("program");

// The strip under the chart: all events, and the period shown, to be moved and stretched.
const slider = byId("slider"), frame = byId("window"), lowHandle = byId("low"), highHandle = byId("high");

const share = (moment) => (moment - whole[0]) / (whole[1] - whole[0]);

// The counts over the whole period, as one path, and the first and the last moment.
let drawnStrip = null;
function drawStrip() {
  if (drawnStrip === strip) return;
  drawnStrip = strip;
  const most = Math.sqrt(Math.max(1, ...strip.counts)), wide = 1000 / strip.counts.length;
  const bars = [...strip.counts].map((many, k) => {
    const high = (97 * Math.sqrt(many)) / most;
    return many ? `M${(k * wide).toFixed(1)} 100v${-high.toFixed(1)}h${(wide * 0.86).toFixed(1)}V100z` : "";
  });
  byId("counts").setAttribute("d", bars.join(""));
  [byId("first").textContent, byId("last").textContent] = endsOf(...known);
}

function placeSlider() {
  drawStrip();
  const h = heights(scene);
  Object.assign(slider.style, { left: "10px", width: `${scene.width}px`, height: `${h.strip}px`, bottom: `${h.bottom}px` });
  const low = Math.max(0, share(view.low)) * 100, high = Math.min(1, share(view.high)) * 100;
  Object.assign(frame.style, { left: `${low}%`, width: `${Math.max(high - low, 0.3)}%` });
  const fine = (view.high - view.low) / 40;
  for (const [handle, at, moment] of [[lowHandle, low, view.low], [highHandle, high, view.high]]) {
    handle.style.left = `${at}%`;
    handle.setAttribute("aria-valuemin", "0");
    handle.setAttribute("aria-valuemax", "100");
    handle.setAttribute("aria-valuenow", String(Math.round(at)));
    handle.setAttribute("aria-valuetext", momentName(moment, fine));
  }
  slider.hidden = timeless;
}

function dragged(part, low, high, by) {
  const least = (whole[1] - whole[0]) / 1e5;
  if (part === lowHandle) show(Math.min(low + by, high - least), high);
  else if (part === highHandle) show(low, Math.max(high + by, low + least));
  else show(low + by, high + by);
}

function listenToSlider() {
  for (const part of [frame, lowHandle, highHandle]) {
    let start = null;
    part.addEventListener("pointerdown", (event) => {
      start = { x: event.clientX, low: view.low, high: view.high };
      part.setPointerCapture(event.pointerId);
      event.stopPropagation();
    });
    part.addEventListener("pointermove", (event) => {
      if (!start) return;
      const by = ((event.clientX - start.x) / slider.clientWidth) * (whole[1] - whole[0]);
      dragged(part, start.low, start.high, by);
    });
    for (const name of ["pointerup", "pointercancel"]) part.addEventListener(name, () => (start = null));
    part.addEventListener("keydown", (event) => {
      const steps = { ArrowLeft: -0.1, ArrowDown: -0.1, ArrowRight: 0.1, ArrowUp: 0.1, PageDown: -0.5, PageUp: 0.5 };
      const by = steps[event.key];
      if (!by) return;
      event.preventDefault();
      dragged(part, view.low, view.high, by * (view.high - view.low));
    });
  }
  // A click beside the window brings it there.
  slider.addEventListener("click", (event) => {
    if (event.target !== slider) return;
    const at = whole[0] + ((event.clientX - slider.getBoundingClientRect().left) / slider.clientWidth) * (whole[1] - whole[0]);
    const half = (view.high - view.low) / 2;
    show(at - half, at + half);
  });
}

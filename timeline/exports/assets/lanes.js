// Lanes: greedy interval colouring in the order of left edges, the highest free lane first.
// `items` are sorted by their left edge; gives the lanes, or null if `most` are not enough.
function pack(items, left, right, most) {
  const ends = [];
  const lanes = new Int32Array(items.length);
  for (let k = 0; k < items.length; k++) {
    let lane = 0;
    while (lane < ends.length && ends[lane] > left[k]) lane++;
    if (lane === ends.length && lane >= most) return null;
    ends[lane] = right[k];
    lanes[k] = lane;
  }
  return { lanes, used: ends.length };
}

// The largest number from 0 to `most` for which `fits` gives something, and what it gave.
function largest(most, fits) {
  let low = 0, high = most, best = fits(0);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const found = fits(middle);
    if (found) {
      best = found;
      low = middle;
    } else high = middle - 1;
  }
  return best;
}

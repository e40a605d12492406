// Lanes: greedy interval colouring in the order of left edges. `items` are sorted by their left
// edge; gives the lanes, or null if `most` are not enough. With `down`, what comes next stands
// below what came before, and the story reads in slanting lines; else the highest free lane is
// taken. Both need no more lanes than there are items over one another.
function pack(items, left, right, most, down) {
  if (most < 1) return items.length ? null : { lanes: new Int32Array(0), used: 0 };
  const ends = new Float64Array(most).fill(-Infinity);
  const lanes = new Int32Array(items.length);
  let last = -1, used = 0;
  for (let k = 0; k < items.length; k++) {
    const first = down ? (last + 1) % most : 0;
    let lane = first;
    while (ends[lane] > left[k]) {
      lane = (lane + 1) % most;
      if (lane === first) return null;
    }
    ends[lane] = right[k];
    lanes[k] = last = lane;
    used = Math.max(used, lane + 1);
  }
  return { lanes, used };
}

// The largest number from 0 to `most` for which `fits` gives something, and what it gave; null if
// not even 0 does.
function largest(most, fits) {
  let low = 0, high = most, best = fits(0);
  if (!best) return null;
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

// The stretches taken in each lane, sorted, and the gaps between them.
class Gaps {
  constructor(lanes) {
    this.taken = Array.from({ length: lanes }, () => []);
  }

  // How many stretches of a lane begin at or before a place.
  until(lane, place) {
    const taken = this.taken[lane];
    let low = 0, high = taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (taken[middle][0] <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  isFree(lane, a, b) {
    const taken = this.taken[lane] ?? [], k = this.until(lane, a);
    return (k === 0 || taken[k - 1][1] <= a) && (k === taken.length || taken[k][0] >= b);
  }

  find(first, last, a, b) {
    for (let lane = first; lane < last && lane < this.taken.length; lane++) if (this.isFree(lane, a, b)) return lane;
    return -1;
  }

  take(lane, a, b) {
    this.taken[lane].splice(this.until(lane, a), 0, [a, b]);
  }

  // Where the neighbours of a stretch, which begins at `a`, end and begin.
  around(lane, a) {
    const taken = this.taken[lane], k = this.until(lane, a) - 1;
    return [taken[k - 1]?.[1] ?? -Infinity, taken[k + 1]?.[0] ?? Infinity];
  }

  // Lets a stretch grow, if what it grows into is free.
  grow(lane, [a, b], [wideA, wideB]) {
    const [low, high] = this.around(lane, a);
    if (low > wideA || high < wideB) return false;
    this.taken[lane][this.until(lane, a) - 1] = [wideA, wideB];
    return true;
  }
}

// The calendar: seconds since 1970 on the proleptic Gregorian calendar, year 0 is 1 BCE.
const LONG_MONTHS = /\b(January|February|March|April|June|July|August|September|October|November|December)\b/g;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const MINUTE = 60, HOUR = 3600, DAY = 86400, YEAR = 31556952;

function instant(year, month = 0, day = 1, hour = 0, minute = 0, second = 0) {
  const made = new Date(0);
  made.setUTCFullYear(year, month, day);
  return made.setUTCHours(hour, minute, second) / 1000;
}
const calendar = (seconds) => new Date(seconds * 1000);
const two = (number) => String(number).padStart(2, "0");

function yearName(year) {
  if (year <= 0) return `${1 - year} BCE`;
  return year < 100 ? `${year} CE` : String(year);
}

function momentName(seconds, fine = DAY) {
  const d = calendar(seconds);
  const year = yearName(d.getUTCFullYear());
  if (fine >= 365 * DAY) return year;
  const month = `${MONTHS[d.getUTCMonth()]} ${year}`;
  if (fine >= 28 * DAY) return month;
  const day = `${d.getUTCDate()} ${month}`;
  if (fine >= DAY) return day;
  const clock = `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`;
  return `${day}, ${clock}${fine < MINUTE ? ":" + two(d.getUTCSeconds()) : ""}`;
}

// The first and the last moment of a period, its end not included: days where it is of whole days.
function endsOf(low, high) {
  const days = low % DAY === 0 && high % DAY === 0;
  const fine = Math.max((high - low) / 40, days ? DAY : 0);
  return [momentName(low, fine), momentName(high - 1, fine)];
}
const periodName = (low, high) => endsOf(low, high).join(" to ");

const SECOND_STEPS = [1, 5, 15, 30, MINUTE, 300, 900, 1800, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY];
const MONTH_STEPS = [1, 3, 6];
const YEAR_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10000, 20000, 50000, 100000];

// Moments worth a label: [values, labels], at most about `most` of them.
function ticks(low, high, most) {
  const span = high - low;
  const least = ofDays && span >= 2 * DAY ? DAY : 0; // hours say nothing of what is told by the day
  const seconds = SECOND_STEPS.find((step) => step >= least && span / step <= most);
  if (seconds) return secondTicks(low, high, seconds);
  const months = MONTH_STEPS.find((step) => span / (step * YEAR / 12) <= most);
  if (months) return monthTicks(low, high, months);
  const years = YEAR_STEPS.find((step) => span / (step * YEAR) <= most) || YEAR_STEPS.at(-1);
  return yearTicks(low, high, years);
}

function secondTicks(low, high, step) {
  const values = [], labels = [];
  // Weeks begin on Monday; 1970-01-05 was one.
  const origin = step === 7 * DAY ? 4 * DAY : 0;
  let last = "";
  for (let t = Math.ceil((low - origin) / step) * step + origin; t <= high; t += step) {
    const d = calendar(t);
    const year = yearName(d.getUTCFullYear());
    const day = `${d.getUTCDate()} ${MONTHS[d.getUTCMonth()]}`;
    const clock = `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}${step < MINUTE ? ":" + two(d.getUTCSeconds()) : ""}`;
    const above = step < DAY ? `${day} ${year}` : year;
    values.push(t);
    labels.push(`${above === last ? "" : `${above}<br>`}${step < DAY ? clock : day}`);
    last = above;
  }
  return [values, labels];
}

function monthTicks(low, high, step) {
  const values = [], labels = [];
  const first = calendar(low);
  let month = Math.floor((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step;
  let last = "";
  for (;; month += step) {
    const year = Math.floor(month / 12);
    const t = instant(year, month - year * 12);
    if (t > high) return [values, labels];
    if (t < low) continue;
    values.push(t);
    const above = yearName(year);
    labels.push(`${above === last ? "" : `${above}<br>`}${MONTHS[month - year * 12]}`);
    last = above;
  }
}

// Years round as people count them: 100 BCE is the year -99.
function yearTicks(low, high, step) {
  const values = [], labels = [];
  const first = calendar(low).getUTCFullYear(), last = calendar(high).getUTCFullYear();
  const add = (year) => {
    const t = instant(year);
    if (t >= low && t <= high) {
      values.push(t);
      labels.push(yearName(year));
    }
  };
  if (step === 1) {
    for (let year = first; year <= last; year++) add(year);
    return [values, labels];
  }
  for (let bce = Math.floor((1 - first) / step) * step; bce > 0; bce -= step) add(1 - bce);
  for (let year = Math.max(0, Math.floor(first / step) * step); year <= last; year += step) add(year || 1);
  return [values, labels];
}

// What a reader types: 2022, 2022-09, 2022-09-04, 4 Sep 2022, Sep 2022, 44 BCE. Gives [start, end].
function readPeriod(text) {
  const written = text.trim().toLowerCase();
  if (!written) return null;
  const before = /\b(bce?|b\.c\.?)/.test(written);
  const words = written.replace(/\b(bce?|ce|ad|b\.c\.?)(?=\s|$)/g, "").trim();
  const year = (digits) => (before ? 1 - Number(digits) : Number(digits));
  let found = words.match(/^(-?\d{1,6})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/);
  if (found) return unit(year(found[1]), found[2] && found[2] - 1, found[3]);
  found = words.match(/^(?:(\d{1,2})\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,6})$/);
  const month = found ? MONTHS.findIndex((name) => name.toLowerCase() === found[2]) : -1;
  return month >= 0 ? unit(year(found[3]), month, found[1]) : null;
}

function unit(year, month, day) {
  if (day) return [instant(year, month, +day), instant(year, month, +day + 1)];
  if (month !== undefined && month !== null && month !== "") return [instant(year, month), instant(year, month + 1)];
  return [instant(year), instant(year + 1)];
}

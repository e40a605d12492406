// One row in words: short beside the pointer, whole in the panel.
const detail = byId("detail");

function dateLine(row) {
  const status = statusOf(row);
  const parts = [word("date", row), status.key === "asserted" ? "" : status.name, word("place", row)];
  return parts.filter(Boolean).join(" · ");
}

function shortened(text, most) {
  return text.length > most ? text.slice(0, most).replace(/\s+\S*$/, "") + " …" : text;
}

function summary(row) {
  const made = [element("p", { class: "what" }, shortened(word("event", row), 180)), element("p", {}, dateLine(row))];
  const sentence = word("sentence", row), why = word("why", row), source = word("source", row);
  if (sentence) made.push(element("p", { class: "quote" }, `“${shortened(sentence, 300)}”`));
  if (orderCounts.get(rows.order[row]) > 1) made.push(element("p", { class: "why" }, `order ${orderTold(row)}`));
  if (why) made.push(element("p", { class: "why" }, shortened(why, 160)));
  if (source) made.push(element("p", { class: "why" }, shortened(source, 100)));
  return made;
}

function orderTold(row) {
  const others = orderCounts.get(rows.order[row]) - 1;
  if (!others) return String(rows.order[row]);
  return `${rows.order[row]}, not told apart in time from ${others === 1 ? "one other" : `${others} others`}`;
}

function sourceElement(text) {
  if (!/^https?:\/\//i.test(text)) return text;
  return element("a", { href: text, rel: "noopener noreferrer", target: "_blank" }, text);
}

function showDetail() {
  const row = view.chosen;
  if (row < 0) {
    const told = article ? "the chart, the table or the text: it is shown in all three." : "the chart or the table: it is shown in both.";
    detail.replaceChildren(element("p", { class: "why" }, `Choose an event in ${told}`));
    return;
  }
  const back = element("button", { type: "button", "aria-label": "Event before" }, "◀");
  const next = element("button", { type: "button", "aria-label": "Event after" }, "▶");
  back.addEventListener("click", () => step(-1));
  next.addEventListener("click", () => step(1));
  const list = element("dl");
  for (const { name, label: title } of page.details) {
    const text = name === "order" ? orderTold(row) : word(name, row);
    if (text) list.append(element("dt", {}, title), element("dd", {}, name === "source" ? sourceElement(text) : text));
  }
  const made = [element("div", { class: "steps" }, back, next), element("h2", {}, word("event", row)), element("p", {}, dateLine(row))];
  if (word("sentence", row)) made.push(element("blockquote", {}, word("sentence", row)));
  if (word("why", row)) made.push(element("p", { class: "why" }, `Why this date: ${word("why", row)}`));
  detail.replaceChildren(...made, list);
}

// Chooses a row everywhere; `from` tells where, so that this place is not scrolled.
function choose(row, from) {
  view.chosen = row;
  showDetail();
  if (dated < count) showLoose();
  markTable(from !== "table");
  markArticle(from !== "article");
  if (row >= 0) reveal(row);
  else redraw();
}

// The next or last row among those that pass, in the order of the table.
function step(by) {
  const inOrder = sorting.name === "order" && body ? listed : passing();
  const at = inOrder.indexOf(view.chosen);
  const start = at < 0 ? (by > 0 ? -1 : inOrder.length) : at;
  const place = Math.max(0, Math.min(inOrder.length - 1, start + by));
  if (inOrder.length) choose(inOrder[place], "key");
}

function passing() {
  const found = [];
  for (let i = 0; i < count; i++) if (passes[i]) found.push(i);
  return found;
}

// The article: its time words and event words are marked, and stand for the rows they date.
const article = byId("text");
let ofRow = null;

function marksOf(row) {
  if (!ofRow) {
    ofRow = new Map();
    for (const mark of article.querySelectorAll("mark[data-rows]")) {
      for (const id of mark.dataset.rows.split(" ")) {
        if (!ofRow.has(+id)) ofRow.set(+id, []);
        ofRow.get(+id).push(mark);
      }
    }
  }
  return ofRow.get(row) || [];
}

function markArticle(scroll) {
  if (!article) return;
  for (const mark of article.querySelectorAll(".chosen")) mark.classList.remove("chosen");
  if (view.chosen < 0) return;
  const marks = marksOf(view.chosen);
  for (const mark of marks) mark.classList.add("chosen");
  if (scroll && marks.length) within(article, marks[0]);
}

function listenToArticle() {
  if (!article) return;
  // A word that stands for several rows gives one after another.
  const pickMark = (mark) => {
    const ids = mark.dataset.rows.split(" ").map(Number).filter((row) => passes[row]);
    if (ids.length) choose(ids[(ids.indexOf(view.chosen) + 1) % ids.length], "article");
  };
  article.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-rows]");
    if (mark) pickMark(mark);
  });
  article.addEventListener("keydown", (event) => {
    const mark = event.target.closest("mark[data-rows]");
    if (!mark || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    pickMark(mark);
  });
}

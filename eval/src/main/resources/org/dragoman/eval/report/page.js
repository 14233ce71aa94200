document.querySelectorAll("table").forEach(table => {
  const bodies = [...table.tBodies]; // several where rows have something below them
  const rows = bodies.length > 1 ? bodies : [...bodies[0]?.rows ?? []];
  if (rows.length < 2) return;
  table.classList.add("sortable");
  const value = (item, column) => (item.rows ? item.rows[0] : item).cells[column].textContent.trim();
  const number = text => parseFloat(text.replace(/,/g, ""));
  table.querySelectorAll("thead th").forEach((head, column) => {
    head.title = "Sort by this column";
    head.addEventListener("click", () => {
      const direction = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      table.querySelectorAll("thead th").forEach(other => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      const numeric = head.classList.contains("number");
      rows
        .sort((a, b) => direction * (numeric
          ? number(value(a, column)) - number(value(b, column))
          : value(a, column).localeCompare(value(b, column))))
        .forEach(item => item.parentNode.append(item));
    });
  });
});
document.querySelectorAll(".alignment").forEach(alignment => {
  const figures = [...alignment.querySelectorAll("figure")];
  alignment.append(...figures);
  alignment.querySelectorAll("details").forEach(details => details.remove());
  const choice = document.createElement("div");
  choice.className = "choice";
  alignment.prepend(choice);
  const select = (name, values) => {
    const label = document.createElement("label");
    const box = document.createElement("select");
    label.append(name, box);
    label.hidden = values.length < 2;
    values.forEach(value => box.add(new Option(value)));
    choice.append(label);
    box.addEventListener("change", show);
    return box;
  };
  const values = key => [...new Set(figures.map(figure => figure.dataset[key]))];
  const layer = select("Layer", values("layer"));
  const head = select("Head", values("head"));
  const kind = select("Picture", values("kind"));
  function show() {
    const heads = figures.filter(figure => figure.dataset.layer === layer.value).map(figure => figure.dataset.head);
    [...head.options].forEach(option => option.disabled = !heads.includes(option.value));
    if (!heads.includes(head.value)) head.value = heads[0];
    figures.forEach(figure => figure.hidden = figure.dataset.layer !== layer.value
      || figure.dataset.head !== head.value || figure.dataset.kind !== kind.value);
  }
  show();
});

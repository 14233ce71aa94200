document.querySelectorAll("table").forEach(table => {
  const body = table.tBodies[0];
  if (!body || body.rows.length < 2) return;
  table.classList.add("sortable");
  const value = (row, column) => row.cells[column].textContent.trim();
  const number = text => parseFloat(text.replace(/,/g, ""));
  table.querySelectorAll("thead th").forEach((head, column) => {
    head.title = "Sort by this column";
    head.addEventListener("click", () => {
      const direction = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      table.querySelectorAll("thead th").forEach(other => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      const numeric = head.classList.contains("number");
      [...body.rows]
        .sort((a, b) => direction * (numeric
          ? number(value(a, column)) - number(value(b, column))
          : value(a, column).localeCompare(value(b, column))))
        .forEach(row => body.append(row));
    });
  });
});

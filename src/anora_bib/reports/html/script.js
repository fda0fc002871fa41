// Filters, and what is opened for paper. Nothing here reads or writes markup: the page is complete without it.
"use strict";
(() => {
  const { all, go, leave, say, step } = findings;
  const cards = findings.cards();
  const tools = document.getElementById("tools");

  for (const element of all(".only-script")) element.hidden = false;

  function filter() {
    const wanted = new FormData(tools);
    const severities = new Set(wanted.getAll("severity"));
    const rule = wanted.get("rule") || "";
    const file = wanted.get("file") || "";
    const fixable = wanted.get("fixable") === "yes";
    const all_severities = all("input[name=severity]", tools).every((box) => box.checked);
    for (const card of cards) {
      const { severity, rule: code, fixable: fix } = card.dataset;
      const page = card.closest("section.page");
      card.hidden = !severities.has(severity) || (rule && rule !== code) || (file && page.id !== file) || (fixable && fix !== "yes");
    }
    const visible = new Set(findings.shown().map((card) => card.id.slice(1)));
    for (const mark of all("a.mark")) {
      mark.classList.toggle("off", !mark.dataset.findings.split(" ").some((number) => visible.has(number)));
    }
    const narrowed = rule || file || fixable || !all_severities;
    for (const page of all("section.page")) {
      page.hidden = Boolean(file ? page.id !== file : narrowed && !all("details.card:not([hidden])", page).length);
    }
    if (findings.current() && findings.current().hidden) leave();
    say(narrowed ? `${visible.size} of ${cards.length} shown` : `${cards.length} ${cards.length === 1 ? "finding" : "findings"}`);
  }

  if (tools) {
    tools.addEventListener("change", filter);
    tools.addEventListener("submit", (event) => event.preventDefault());
    document.getElementById("on").addEventListener("click", () => step(1));
    document.getElementById("back").addEventListener("click", () => step(-1));
    filter();
  }

  const named = location.hash && document.getElementById(location.hash.slice(1));
  if (named && named.matches("details.card")) go(named);

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = cards.filter((card) => !card.open);
    for (const card of opened) card.open = true;
  });
  addEventListener("afterprint", () => {
    for (const card of opened) card.open = false;
  });
})();

// Filters, the walk by keyboard, copying. Nothing here reads or writes markup: the page is complete without it.
"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const cards = all("details.card");
  const tools = document.getElementById("tools");
  const status = document.getElementById("status");
  const marksOf = (card) => all(`a.mark[data-findings~="${card.id.slice(1)}"]`);
  const wide = matchMedia("(min-width: 62rem)");
  let current = null;
  let walked = null;

  for (const element of all(".only-script")) element.hidden = false;

  const shown = () => cards.filter((card) => !card.hidden);

  function say(words) {
    if (status) status.textContent = words;
  }

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
    const visible = new Set(shown().map((card) => card.id.slice(1)));
    for (const mark of all("a.mark")) {
      mark.classList.toggle("off", !mark.dataset.findings.split(" ").some((number) => visible.has(number)));
    }
    const narrowed = rule || file || fixable || !all_severities;
    for (const page of all("section.page")) {
      page.hidden = Boolean(file ? page.id !== file : narrowed && !all("details.card:not([hidden])", page).length);
    }
    if (current && current.hidden) leave();
    say(narrowed ? `${visible.size} of ${cards.length} shown` : `${cards.length} findings`);
  }

  function leave() {
    for (const element of all(".here")) element.classList.remove("here", "long");
    current = null;
  }

  function go(card) {
    leave();
    current = card;
    card.open = true;
    card.classList.add("here");
    const marks = marksOf(card);
    for (const mark of marks) mark.classList.add("here", ...(marks.length > 1 ? ["long"] : []));
    card.querySelector("summary").focus({ preventScroll: true });
    (wide.matches && marks[0] || card).scrollIntoView({ block: "center", behavior: "instant" });
    const list = shown();
    say(`${list.indexOf(card) + 1} of ${list.length}`);
  }

  function step(by) {
    const list = shown();
    if (!list.length) return;
    const at = current ? list.indexOf(current) : by > 0 ? -1 : list.length;
    const next = list[Math.min(Math.max(at + by, 0), list.length - 1)];
    if (walked && walked !== next) walked.open = false;
    if (!next.open) walked = next;
    go(next);
  }

  async function copy(button) {
    const text = button.dataset.copy;
    const before = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    button.textContent = "Copied";
    say("Copied");
    setTimeout(() => { button.textContent = before; }, 1500);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.copy");
    if (button) copy(button);
    const mark = event.target.closest("a.mark");
    if (!mark) return;
    const numbers = mark.dataset.findings.split(" ");
    const targets = numbers.map((number) => document.getElementById("f" + number)).filter((card) => card && !card.hidden);
    if (!targets.length) return;
    event.preventDefault();
    for (const card of targets) card.open = true;
    go(targets[0]);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const does = {
      j: () => step(1),
      k: () => step(-1),
      o: () => { if (current) current.open = !current.open; },
      c: () => { const button = current && current.querySelector("button.copy"); if (button) copy(button); },
      Escape: () => { for (const card of cards) card.open = false; leave(); },
    }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });

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

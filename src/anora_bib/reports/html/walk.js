// The walk through findings by keyboard and mouse, and copying. It asks the page for them each time, so that they may change.
"use strict";
const findings = (() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const marksOf = (card) => all(`a.mark[data-findings~="${card.id.slice(1)}"]`);
  const wide = matchMedia("(min-width: 62rem)");
  let current = null;
  let walked = null;

  const cards = () => all("details.card");
  const shown = () => cards().filter((card) => !card.hidden);

  function say(words) {
    const status = document.getElementById("status");
    if (status) status.textContent = words;
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

  async function copy(text) {
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
    say("Copied");
  }

  async function copyBy(button) {
    const before = button.textContent;
    await copy(button.dataset.copy);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = before; }, 1500);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.copy");
    if (button) copyBy(button);
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
    if (!cards().some((card) => card.checkVisibility())) return;
    const does = {
      j: () => step(1),
      k: () => step(-1),
      o: () => { if (current) current.open = !current.open; },
      c: () => { const button = current && current.querySelector("button.copy"); if (button) copyBy(button); },
      Escape: () => { for (const card of cards()) card.open = false; leave(); },
    }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });

  return { all, cards, copy, current: () => current, go, leave, say, shown, step };
})();

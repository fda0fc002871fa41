// Asks about the text and shows what comes back: of the program that serves the page, or of a worker in the browser.
"use strict";
(() => {
  const get = (id) => document.getElementById(id);
  const { all } = findings;
  const desk = get("desk"), text = get("text"), format = get("format"), state = get("state");
  const undone = [];
  let name = "";      // of the file that was opened; "" for what was pasted
  let pause;          // until what is being typed is looked at
  let asking = 0;     // the number of the last question about the findings
  let ownStyle = "";  // the text of a style file
  let stale = new Set(["list", "export", "graph"]);

  // -- asking --------------------------------------------------------------------------------------------------------

  function overHttp() {
    return async (question) => {
      const answer = await fetch("answer", {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(question),
      });
      if (!answer.ok) throw new Error(`the program answers ${answer.status}; is it still running?`);
      return answer.json();
    };
  }

  function inWorker() {
    const worker = new Worker("worker.js", { type: "module" });
    const waiting = new Map();
    let count = 0;
    worker.addEventListener("message", ({ data }) => {
      const { resolve, reject } = waiting.get(data.id) ?? {};
      waiting.delete(data.id);
      if (data.error !== undefined) reject?.(new Error(data.error));
      else resolve?.(JSON.parse(data.answer));
    });
    worker.addEventListener("error", (event) => {
      for (const { reject } of waiting.values()) reject(new Error(event.message || "Python cannot be started"));
      waiting.clear();
    });
    return (question) => new Promise((resolve, reject) => {
      waiting.set(++count, { resolve, reject });
      worker.postMessage({ id: count, question: JSON.stringify(question) });
    });
  }

  const send = desk.dataset.engine === "worker" ? inWorker() : overHttp();

  async function ask(what, more = {}) {
    const answer = await send({ do: what, text: text.value, name: name || format.value, ...more });
    if (answer.error) throw new Error(answer.error);
    return answer;
  }

  function say(words, wrong = false) {
    state.textContent = words;
    state.classList.toggle("wrong", wrong);
  }

  /** Does something that asks, and says what went wrong. */
  async function attempt(what) {
    try {
      return await what();
    } catch (error) {
      say(error.message, true);
      return null;
    }
  }

  // -- findings ------------------------------------------------------------------------------------------------------

  /** Shows the findings, from that with the number `at` on where one was just mended. */
  async function look(at = 0) {
    clearTimeout(pause);  // or the findings would be shown anew, and whoever is at one lose it
    const number = ++asking;
    stale = new Set(["list", "export", "graph"]);
    if (!text.value.trim()) {
      get("look").replaceChildren();
      get("fix-safe").disabled = true;
      say("");
      return;
    }
    say("Reading …");
    const answer = await attempt(() => ask("look"));
    if (answer === null || number !== asking) return;
    get("look").innerHTML = answer.html;  // made by templates that escape every text
    for (const card of all("details.card[data-fixable=yes]", get("look"))) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "apply";
      button.textContent = "Apply this fix";
      button.addEventListener("click", () => fix(Number(card.id.slice(1))));
      card.querySelector(".more").append(button);
    }
    for (const copy of all(".only-script", get("look"))) copy.remove();
    get("fix-safe").disabled = !answer.safe;
    const found = answer.findings === 1 ? "1 finding" : `${answer.findings} findings`;
    say(answer.findings ? `${found}, ${answer.safe} with a safe fix` : "All fine");
    await show(selected());
    const next = get(`f${Math.min(at, answer.findings)}`);
    if (next) findings.go(next);
  }

  async function fix(number) {
    const answer = await attempt(() => ask("fix", { number }));
    if (!answer) return;
    undone.push(text.value);
    get("undo").disabled = false;
    text.value = answer.text;
    await look(number);
    if (answer.applied) say(`${answer.applied === 1 ? "1 fix" : `${answer.applied} fixes`} applied. ${state.textContent}`);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "a" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, select, textarea")) return;
    findings.current()?.querySelector("button.apply")?.click();
  });

  // -- the other panels ----------------------------------------------------------------------------------------------

  const tabs = all("[role=tab]");
  const selected = () => tabs.find((tab) => tab.getAttribute("aria-selected") === "true").getAttribute("aria-controls");

  const fill = {
    look: () => {},
    list: async () => {
      const answer = await ask("format", ownStyle && get("own-style").selected ? { csl: ownStyle } : { style: get("style").value });
      const template = document.createElement("template");
      template.innerHTML = answer.html;  // printed by our engine, which escapes
      const made = template.content;
      const indents = new CSSStyleSheet();  // the policy of the page allows no style in the markup
      indents.replaceSync(all("style", made).map((style) => style.textContent).join("\n"));
      for (const style of all("style", made)) style.remove();
      const shadow = get("bibliography").shadowRoot ?? get("bibliography").attachShadow({ mode: "open" });
      shadow.adoptedStyleSheets = [indents];
      shadow.replaceChildren(made);
    },
    export: async () => { get("exported").textContent = (await ask("export", { to: get("to").value })).text; },
    graph: async () => { get("drawing").srcdoc = (await ask("graph")).html; },
  };

  async function show(panel) {
    for (const tab of tabs) {
      const on = tab.getAttribute("aria-controls") === panel;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      get(tab.getAttribute("aria-controls")).hidden = !on;
    }
    if (text.value.trim() && stale.delete(panel)) await attempt(fill[panel]);
  }

  tabs.forEach((tab, at) => {
    tab.addEventListener("click", () => show(tab.getAttribute("aria-controls")));
    tab.addEventListener("keydown", (event) => {
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = tabs.at(to % tabs.length);
      next.focus();
      show(next.getAttribute("aria-controls"));
    });
  });
  get("style").addEventListener("change", () => attempt(fill.list));
  get("to").addEventListener("change", () => attempt(fill.export));

  get("style-file").addEventListener("change", async ({ target: { files: [file] } }) => {
    if (!file) return;
    ownStyle = await read(file);
    Object.assign(get("own-style"), { textContent: file.name, hidden: false, selected: true });
    if (text.value.trim()) await attempt(fill.list);
  });

  let typed;
  get("find-style")?.addEventListener("input", ({ target }) => {
    clearTimeout(typed);
    typed = setTimeout(() => attempt(async () => {
      const { styles } = await ask("styles", { query: target.value, text: "" });
      if (!styles.length) throw new Error(`No style has “${target.value}” in its title`);
      const options = styles.slice(0, 200).map(([name, title]) => new Option(title, name));
      get("style").replaceChildren(...options, get("own-style"));
      if (text.value.trim()) await fill.list();
    }), 400);
  });

  // -- the text ------------------------------------------------------------------------------------------------------

  text.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => look(), 400);
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) look();
  });
  format.addEventListener("change", () => { name = ""; look(); });
  get("check").addEventListener("click", () => look());
  get("fix-safe").addEventListener("click", () => fix(0));
  get("undo").addEventListener("click", () => {
    if (undone.length) text.value = undone.pop();
    get("undo").disabled = !undone.length;
    look();
  });

  /** The text of a file: in UTF-8, or as old editors save it. */
  async function read(file) {
    const bytes = await file.arrayBuffer();
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder("windows-1252").decode(bytes);
    }
  }

  async function open(file) {
    if (!file) return;
    name = file.name;
    text.value = await read(file);
    await look();
  }
  get("file").addEventListener("change", (event) => open(event.target.files[0]));
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      event.preventDefault();
      text.classList.toggle("over", kind === "dragover");
      if (kind === "drop") open(event.dataTransfer.files[0]);
    });
  }

  function copying(id, words) {
    get(id).addEventListener("click", async () => {
      await findings.copy(words());
      say("Copied");
    });
  }
  copying("copy-text", () => text.value);
  copying("copy-export", () => get("exported").textContent);
  copying("copy-list", () => get("bibliography").shadowRoot?.textContent.trim() ?? "");
  get("save").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text.value], { type: "text/plain" }));
    link.download = name || format.value || "essay.txt";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });

  for (const element of all(".only-script")) element.hidden = false;
  if (desk.dataset.engine === "worker") {  // start Python, and let it load what reads, while the text is being looked for
    say("Starting …");
    attempt(() => send({ do: "look", text: "See Roe, Jane. *Lamps*. London: Verso, 2009, p. 4.", name: "first.md" })).then((answer) => { if (answer) say("Ready"); });
  }
})();

// The drawing: essays and sources, moved apart by d3-force, drawn on a canvas, and read in the index.
"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  for (const element of all(".only-script")) element.hidden = false;

  const data = JSON.parse(byId("data").textContent);
  const canvas = byId("drawing");
  const pen = canvas.getContext("2d");
  const frame = canvas.parentElement;

  const nodes = data.nodes.map(([label, essay], id) => ({ id, label, essay: Boolean(essay), links: [] }));
  const links = data.links.map(([source, target, relation, places], id) => ({ id, source: nodes[source], target: nodes[target], relation, places, bend: 0 }));
  const nameOf = new Map();
  for (const box of all("input[name=relation]")) nameOf.set(Number(box.parentElement.querySelector(".stroke").className.match(/r(\d)/)[1]), box.value);
  const beside = new Map();
  for (const link of links) {
    link.source.links.push(link);
    if (link.target !== link.source) link.target.links.push(link);
    const pair = link.source.id + " " + link.target.id;
    beside.set(pair, [...(beside.get(pair) || []), link]);
  }
  for (const group of beside.values()) group.forEach((link, at) => { link.bend = (at - (group.length - 1) / 2) * 0.3; });
  for (const node of nodes) {
    const weight = node.links.reduce((sum, link) => sum + link.places, 0);
    node.radius = (node.essay ? 7 : 4) + Math.min(Math.sqrt(weight), 9);
    node.short = node.label.length > 36 ? node.label.slice(0, 34).trimEnd() + "…" : node.label;
  }
  const many = nodes.length > 300;
  const ranked = [...nodes].sort((one, other) => (many ? 0 : other.essay - one.essay) || other.links.length - one.links.length);

  const shownRelations = new Set(nameOf.keys());
  let chosen = null; // a node or a line
  let found = null; // the nodes that a search finds
  let hovered = null;
  let colours = {};

  const isNode = (thing) => thing && "radius" in thing;
  const isShown = (link) => shownRelations.has(link.relation);
  const isDrawn = (node) => node.essay || !node.links.length || node.links.some(isShown);

  // ---- drawing

  const view = new View(canvas, () => ask());
  let asked = false;
  function ask() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; draw(); });
  }

  function learnColours() {
    const style = getComputedStyle(document.documentElement);
    const value = (name) => style.getPropertyValue(name).trim();
    colours = { ink: value("--ink"), soft: value("--soft"), card: value("--card"), focus: value("--focus"), sans: value("--sans") };
    colours.relations = Array.from({ length: 8 }, (_, number) => value("--r" + number));
  }

  function near(thing) {
    if (!chosen) return !found || (isNode(thing) ? found.has(thing) : found.has(thing.source) || found.has(thing.target));
    if (chosen === thing) return true;
    if (isNode(chosen)) return isNode(thing) ? thing.links.some((link) => isShown(link) && (link.source === chosen || link.target === chosen)) : thing.source === chosen || thing.target === chosen;
    return thing === chosen.source || thing === chosen.target;
  }

  function path(link) {
    const [x1, y1] = view.screen(link.source.x, link.source.y);
    const [x2, y2] = view.screen(link.target.x, link.target.y);
    const bow = link.source === link.target ? 40 : 0;
    return [x1, y1, (x1 + x2) / 2 - (y2 - y1) * link.bend + bow, (y1 + y2) / 2 + (x2 - x1) * link.bend - bow, x2, y2];
  }

  function draw() {
    const ratio = devicePixelRatio || 1;
    if (canvas.width !== Math.round(view.width * ratio) || canvas.height !== Math.round(view.height * ratio)) {
      canvas.width = Math.round(view.width * ratio);
      canvas.height = Math.round(view.height * ratio);
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, view.width, view.height);
    const size = Math.min(Math.max(view.scale, 0.25), 1.6);
    pen.lineCap = "round";
    for (const link of links) {
      if (!isShown(link)) continue;
      const strong = link === chosen || link === hovered;
      pen.globalAlpha = near(link) ? (strong || chosen ? 1 : many ? 0.3 : 0.6) : 0.12;
      pen.strokeStyle = colours.relations[link.relation];
      pen.lineWidth = (strong ? 3 : 1) * Math.max(size, 0.6) * Math.min(1 + Math.log2(link.places) / 2, 3);
      const [x1, y1, x, y, x2, y2] = path(link);
      pen.beginPath();
      pen.moveTo(x1, y1);
      pen.quadraticCurveTo(x, y, x2, y2);
      pen.stroke();
    }
    for (const node of nodes) {
      if (!isDrawn(node)) continue;
      const [x, y] = view.screen(node.x, node.y);
      const radius = node.radius * size;
      pen.globalAlpha = near(node) ? 1 : 0.2;
      pen.beginPath();
      if (node.essay) pen.roundRect(x - radius, y - radius, 2 * radius, 2 * radius, radius / 4);
      else pen.arc(x, y, radius, 0, 2 * Math.PI);
      pen.fillStyle = node.essay ? colours.ink : colours.card;
      pen.fill();
      pen.lineWidth = node === chosen || node === hovered ? 3 : 1.75;
      pen.strokeStyle = node === chosen || node === hovered ? colours.focus : node.essay ? colours.card : colours.soft;
      pen.stroke();
    }
    label(size);
    pen.globalAlpha = 1;
  }

  // The names of as many nodes as there is room for, the most cited first: beside, below or above their nodes.
  function label(size) {
    const room = new Room();
    const here = [];
    for (const node of ranked) {
      const [x, y] = view.screen(node.x, node.y);
      if (!isDrawn(node) || x < 0 || y < 0 || x > view.width || y > view.height) continue;
      const radius = node.radius * size;
      if (near(node)) here.push([node, x, y, radius]);
    }
    const few = here.length < 150;
    if (few) for (const [, x, y, radius] of here) room.take([x - radius, y - radius, x + radius, y + radius]);
    const most = few ? here.length : 36;
    const first = new Set([chosen, hovered, ...(chosen && !isNode(chosen) ? [chosen.source, chosen.target] : [])]);
    here.sort(([one], [other]) => first.has(other) - first.has(one));
    pen.lineJoin = "round";
    pen.textBaseline = "middle";
    let written = 0;
    for (const [node, x, y, radius] of here) {
      if (written >= most) break;
      pen.font = `${node.essay ? "600 " : ""}12px ${colours.sans}`;
      node.width = node.width || pen.measureText(node.short).width;
      const wide = node.width;
      const places = [[x + radius + 4, y], [x - radius - 4 - wide, y], [x - wide / 2, y + radius + 11], [x - wide / 2, y - radius - 11]];
      const boxes = places.map(([left, middle]) => [left, middle - 8, left + wide, middle + 8]);
      const at = boxes.findIndex((box) => box[0] > 2 && box[2] < view.width - 2 && room.isFree(box));
      if (at < 0 && !first.has(node)) continue;
      written += 1;
      const [left, middle] = places[Math.max(at, 0)];
      room.take(boxes[Math.max(at, 0)]);
      pen.globalAlpha = 1;
      pen.strokeStyle = colours.card;
      pen.lineWidth = 4;
      pen.strokeText(node.short, left, middle);
      pen.fillStyle = colours.ink;
      pen.fillText(node.short, left, middle);
    }
  }

  // ---- what is under a pointer

  function under(left, top) {
    const size = Math.min(Math.max(view.scale, 0.25), 1.6);
    let best = null;
    let least = Infinity;
    for (const node of nodes) {
      if (!isDrawn(node)) continue;
      const [x, y] = view.screen(node.x, node.y);
      const away = Math.hypot(x - left, y - top) - node.radius * size;
      if (away < 4 && away < least) { best = node; least = away; }
    }
    if (best) return best;
    for (const link of links) {
      if (!isShown(link)) continue;
      const away = distance(link, left, top);
      if (away < 7 && away < least) { best = link; least = away; }
    }
    return best;
  }

  function distance(link, left, top) {
    const [x1, y1, x, y, x2, y2] = path(link);
    if (left < Math.min(x1, x, x2) - 8 || left > Math.max(x1, x, x2) + 8 || top < Math.min(y1, y, y2) - 8 || top > Math.max(y1, y, y2) + 8) return Infinity;
    let least = Infinity;
    let [ax, ay] = [x1, y1];
    for (let step = 1; step <= 12; step++) {
      const t = step / 12;
      const bx = (1 - t) ** 2 * x1 + 2 * t * (1 - t) * x + t * t * x2;
      const by = (1 - t) ** 2 * y1 + 2 * t * (1 - t) * y + t * t * y2;
      const long = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
      const along = Math.min(Math.max(((left - ax) * (bx - ax) + (top - ay) * (by - ay)) / long, 0), 1);
      least = Math.min(least, Math.hypot(ax + along * (bx - ax) - left, ay + along * (by - ay) - top));
      [ax, ay] = [bx, by];
    }
    return least;
  }

  // ---- choosing and reading

  const targets = new Map(all("details.target").map((element) => [Number(element.dataset.node), element]));
  const placesOf = new Map();
  for (const place of all(".target li")) {
    const link = Number(place.dataset.link);
    placesOf.set(link, [...(placesOf.get(link) || []), place]);
  }

  // From the index, where the sentences are open already, only the drawing follows.
  function choose(thing, { index = false } = {}) {
    chosen = thing;
    for (const element of all(".target.here")) element.classList.remove("here");
    const reading = byId("reading");
    reading.hidden = !thing || index;
    ask();
    if (!thing) return;
    const lines = isNode(thing) ? thing.links.filter(isShown) : [thing];
    byId("what").textContent = isNode(thing) ? thing.label : `${thing.source.label} ${nameOf.get(thing.relation)} ${thing.target.label}`;
    const items = lines.flatMap((link) => (placesOf.get(link.id) || []).map((place) => {
      const copy = place.cloneNode(true);
      copy.hidden = false;
      if (isNode(thing) && thing.essay) copy.querySelector(".where").textContent = `${link.target.label}, line ${place.querySelector(".where").textContent.split(", line ").pop()}`;
      return copy;
    }));
    byId("words").replaceChildren(...items);
    const listed = targets.get((isNode(thing) ? thing : thing.target).id);
    if (!listed) return;
    listed.classList.add("here");
    if (index) return;
    const list = listed.parentElement;
    if (list.scrollHeight > list.clientHeight) list.scrollTop += listed.getBoundingClientRect().top - list.getBoundingClientRect().top - 8;
  }

  for (const [id, element] of targets) {
    element.querySelector("summary").addEventListener("click", () => {
      if (!element.open) choose(nodes[id], { index: true });
    });
  }
  byId("close").addEventListener("click", () => choose(null));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose(null);
  });

  // ---- filters

  function filter() {
    const words = byId("search").value.trim().toLocaleLowerCase();
    shownRelations.clear();
    for (const box of all("input[name=relation]")) for (const [number, name] of nameOf) if (box.checked && box.value === name) shownRelations.add(number);
    const names = new Set([...shownRelations].map((number) => nameOf.get(number)));
    found = words ? new Set() : null;
    if (words) for (const node of nodes) if (node.essay && node.label.toLocaleLowerCase().includes(words)) found.add(node);
    let count = 0;
    for (const [id, element] of targets) {
      let some = false;
      for (const place of element.querySelectorAll("li")) {
        place.hidden = !names.has(place.dataset.relation);
        some = some || !place.hidden;
      }
      const named = !words || element.textContent.toLocaleLowerCase().includes(words);
      element.hidden = !some || !named;
      if (!element.hidden) {
        count += 1;
        if (words) found.add(nodes[id]);
      }
    }
    byId("status").textContent = words || shownRelations.size < nameOf.size ? `${count} of ${targets.size}` : "";
    if (chosen && !isNode(chosen) && !isShown(chosen)) choose(null);
    else if (chosen) choose(chosen, { index: byId("reading").hidden });
    ask();
  }

  byId("search").addEventListener("input", filter);
  byId("tools").addEventListener("change", filter);
  byId("tools").addEventListener("submit", (event) => event.preventDefault());

  // ---- pointers

  const fingers = new Map();
  let held = null;
  let moved = false;
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, place(event));
    moved = fingers.size > 1;
    const thing = under(...place(event));
    held = fingers.size === 1 && isNode(thing) ? thing : null;
  });
  canvas.addEventListener("pointermove", (event) => {
    const [left, top] = place(event);
    const before = fingers.get(event.pointerId);
    if (!before) {
      const thing = under(left, top);
      if (thing === hovered) return;
      hovered = thing;
      canvas.classList.toggle("over", Boolean(thing));
      canvas.title = thing ? (isNode(thing) ? thing.label : `${thing.source.label} ${nameOf.get(thing.relation)} ${thing.target.label}`) : "";
      ask();
      return;
    }
    if (!moved && Math.hypot(left - before[0], top - before[1]) < 4) return;
    moved = true;
    if (fingers.size === 2) {
      const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, where]) => where);
      const factor = Math.hypot(left - other[0], top - other[1]) / Math.max(Math.hypot(before[0] - other[0], before[1] - other[1]), 1);
      view.zoom(factor, (left + other[0]) / 2, (top + other[1]) / 2);
    } else if (held) {
      [held.x, held.y] = view.plane(left, top);
      view.fresh = false;
      ask();
    } else {
      view.pan(left - before[0], top - before[1]);
    }
    fingers.set(event.pointerId, [left, top]);
  });
  const lift = (event) => {
    const was = fingers.delete(event.pointerId);
    if (was && !moved && event.type === "pointerup") choose(under(...place(event)));
    held = null;
  };
  canvas.addEventListener("pointerup", lift);
  canvas.addEventListener("pointercancel", lift);
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    view.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), ...place(event));
  }, { passive: false });
  byId("closer").addEventListener("click", () => view.zoom(1.4));
  byId("farther").addEventListener("click", () => view.zoom(1 / 1.4));
  byId("whole").addEventListener("click", () => { view.fresh = true; view.fit(nodes.filter(isDrawn)); });

  // ---- the layout: as far as half a second leads, and then on, a little in each frame

  const simulation = d3.forceSimulation(nodes)
    .force("link", d3.forceLink(links).distance((link) => 34 + link.source.radius + link.target.radius))
    .force("charge", d3.forceManyBody().strength(many ? -60 : -220).distanceMax(many ? 500 : 900))
    .force("across", d3.forceX().strength(0.06))
    .force("down", d3.forceY().strength(0.08))
    .force("apart", d3.forceCollide((node) => node.radius + (many ? 1.5 : 7)))
    .alphaDecay(many ? 0.045 : 0.0228)
    .stop();

  // Many nodes take long to draw: then less of the time goes to showing how they move.
  function settle(budget) {
    const until = performance.now() + budget;
    while (simulation.alpha() > simulation.alphaMin() && performance.now() < until) simulation.tick();
    if (view.fresh) view.fit(nodes);
    ask();
    if (simulation.alpha() > simulation.alphaMin()) setTimeout(() => settle(many ? 300 : 14), many ? 40 : 0);
    else frame.dataset.settled = "yes";
  }

  learnColours();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { learnColours(); ask(); });
  new ResizeObserver(() => { if (view.fresh) view.fit(nodes); else ask(); }).observe(canvas);
  settle(500);
})();

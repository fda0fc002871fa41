// Drives citeproc-js: one request a line on standard input, one answer a line on standard output.
//
//   CITEPROC=DIR node citeproc_js.mjs LOCALES_DIR
//
// DIR holds node_modules/citeproc. A request {"items": [...], "clusters": [...]} sets the document that the next ones
// format; {"style": PATH} formats it and is answered with
// {"bibliography": [[id, html], ...], "citations": [html, ...], "ms": [bibliography, citations]}, or {"error": message}.
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { createRequire } from 'node:module';

const CSL = createRequire(path.join(path.resolve(process.env.CITEPROC), 'x'))('citeproc');
CSL.debug = () => {};

const localesFolder = process.argv[2];
const localeTexts = new Map();
function locale(language) {
  if (!localeTexts.has(language)) {
    const file = path.join(localesFolder, `locales-${language}.xml`);
    localeTexts.set(language, fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : false);
  }
  return localeTexts.get(language);
}

let items = new Map();
let clusters = [];

// The ids the processor lists beside the entries also name items for which the style prints nothing, so each entry
// is made to carry its own.
const idAfterEntry = /<!--(.*)-->\s*$/;

// The processor changes the items it is given, so each engine gets its own.
function engineFor(style) {
  const copies = new Map([...items].map(([id, item]) => [id, { ...structuredClone(item), system_id: id }]));
  const system = {
    retrieveItem: (id) => copies.get(id),
    retrieveLocale: locale,
    embedBibliographyEntry: (id) => `<!--${id}-->`,
  };
  const engine = new CSL.Engine(system, style);
  engine.updateItems([...items.keys()]);
  return engine;
}

function bibliography(style) {
  const made = engineFor(style).makeBibliography();
  return made ? made[1].map((html) => [html.match(idAfterEntry)[1], html.replace(idAfterEntry, '').trim()]) : [];
}

// A document grows citation by citation; a later one may change what an earlier one says.
function citations(style) {
  if (!clusters.length) return [];
  const engine = engineFor(style);
  const texts = [];
  const earlier = [];
  clusters.forEach((cluster, index) => {
    const citation = { properties: { noteIndex: index + 1 }, ...structuredClone(cluster), citationID: `c${index}` };
    for (const [position, text] of engine.processCitationCluster(citation, earlier, [])[1]) texts[position] = text;
    earlier.push([citation.citationID, citation.properties.noteIndex]);
  });
  return texts;
}

function timed(work, argument) {
  const started = process.hrtime.bigint();
  return [work(argument), Number(process.hrtime.bigint() - started) / 1e6];
}

function answer(request) {
  if (request.items) {
    items = new Map(request.items.map((item) => [item.id, item]));
    clusters = request.clusters;
    return {};
  }
  const style = fs.readFileSync(request.style, 'utf8');
  const [entries, entriesTime] = timed(bibliography, style);
  const [texts, textsTime] = timed(citations, style);
  return { bibliography: entries, citations: texts, ms: [entriesTime, textsTime] };
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  let reply;
  try {
    reply = answer(JSON.parse(line));
  } catch (error) {
    reply = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}

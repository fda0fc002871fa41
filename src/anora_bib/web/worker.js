// Python in the browser: Pyodide with the packages of anora-bib, all of it from beside this file.
import createPyodideModule from "./pyodide/pyodide.asm.mjs";
import { loadPyodide } from "./pyodide/pyodide.mjs";

const fetched = async (name) => {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
};

// The memory of a Python that has answered already (see web/build.py); empty where none was kept.
const kept = async () => {
  const { body } = await fetched("./memory.bin");
  const memory = new Response(body.pipeThrough(new DecompressionStream("gzip")));
  return new Uint8Array(await memory.arrayBuffer());
};

// Pyodide as it was when the memory was kept. It does not make room for it by itself: what is asked for at once and
// given back has Python's heap grow, whose content is written over then.
const resumed = (memory) => ({
  _loadSnapshot: memory,
  createPyodideModule: async (settings) => {
    const module = await createPyodideModule(settings);
    module._free(module._malloc(memory.length));
    return module;
  },
});

const started = (async () => {
  const packages = fetched("./packages.zip").then((answer) => answer.arrayBuffer());
  const memory = await kept();
  const python = await loadPyodide({
    indexURL: new URL("./pyodide/", import.meta.url).href,
    ...(memory.length ? resumed(memory) : {}),
  });
  python.unpackArchive(await packages, "zip", { extractDir: "/packages" });
  return python.runPython(`
import sys
if "/packages" not in sys.path:
    sys.path.insert(0, "/packages")
from anora_bib.web.alone import answer
answer
`);
})();

self.addEventListener("message", async ({ data: { id, question } }) => {
  try {
    self.postMessage({ id, answer: (await started)(question) });
  } catch (error) {
    self.postMessage({ id, error: String(error.message ?? error).trim().split("\n").pop() });
  }
});

// Python in the browser: Pyodide with the packages of anora-bib, all of it from beside this file.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const started = (async () => {
  const [python, packages] = await Promise.all([
    loadPyodide({ indexURL: new URL("./pyodide/", import.meta.url).href }),
    fetch(new URL("./packages.zip", import.meta.url)).then((answer) => {
      if (!answer.ok) throw new Error(`packages.zip: ${answer.status}`);
      return answer.arrayBuffer();
    }),
  ]);
  python.unpackArchive(packages, "zip", { extractDir: "/packages" });
  return python.runPython(`
import sys
sys.path.insert(0, "/packages")
from anora_bib.web.desk import Desk
Desk().answer_json
`);
})();

self.addEventListener("message", async ({ data: { id, question } }) => {
  try {
    self.postMessage({ id, answer: (await started)(question) });
  } catch (error) {
    self.postMessage({ id, error: String(error.message ?? error).trim().split("\n").pop() });
  }
});

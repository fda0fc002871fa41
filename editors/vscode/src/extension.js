// Starts `anora-bib server` for the documents that it reads; all else is the server's.

const { commands, window, workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

const LANGUAGES = ["markdown", "quarto", "html", "plaintext", "latex", "tex", "bibtex", "typst"];
const INSTALL = "https://anora-bib.github.io/anora-bib/editors.html";

let client;

async function start() {
  const settings = workspace.getConfiguration("anora-bib");
  const command = settings.get("command");
  const folder = workspace.workspaceFolders?.find((one) => one.uri.scheme === "file");
  const server = { command, args: settings.get("arguments"), options: { cwd: folder?.uri.fsPath } };
  client = new LanguageClient("anora-bib", "anora-bib", server, {
    documentSelector: LANGUAGES.map((language) => ({ scheme: "file", language })),
  });
  try {
    await client.start();
  } catch (error) {
    window.showErrorMessage(`anora-bib: ${command} does not start (${error.message}). How it is installed: ${INSTALL}`);
  }
}

async function stop() {
  if (client?.needsStop()) await client.stop();
  client = undefined;
}

async function restart() {
  await stop();
  await start();
}

async function activate(context) {
  context.subscriptions.push(
    commands.registerCommand("anora-bib.restart", restart),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("anora-bib.command") || change.affectsConfiguration("anora-bib.arguments")) restart();
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };

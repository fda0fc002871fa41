"""What MkDocs loads as the plugin ``anora-bib``."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin

from anora_bib.errors import AnoraBibError
from anora_bib.integrations.mkdocs.pages import written
from anora_bib.integrations.shared.library import ProjectLibrary

_LOG = logging.getLogger("mkdocs.plugins.anora_bib")


class Options(Config):
    """What stands under the plugin in ``mkdocs.yml``."""

    bibliography = config_options.ListOfItems(config_options.Type(str))
    style = config_options.Type(str, default="mla")
    locale = config_options.Type(str, default="")
    check = config_options.Type(bool, default=False)


class CitationsPlugin(BasePlugin[Options]):
    """Renders the citations of each page, and warns of keys that nothing has, which ends a strict build."""

    library: ProjectLibrary

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the library once for each build, and ask for footnotes if the style has its citations in them."""
        folder = Path(config.config_file_path or ".").parent
        options = self.config
        try:
            paths = [folder / path for path in options.bibliography]
            self.library = ProjectLibrary.load(paths, folder, options.style, options.locale)
        except AnoraBibError as error:
            raise PluginError(str(error)) from error
        faults = self.library.faults(self.library.entries) if options.check else []
        for fault in (*self.library.broken, *faults):
            _LOG.warning("%s: %s %s", fault.place, fault.code, fault.message)
        if self.library.notes and "footnotes" not in config.markdown_extensions:
            config.markdown_extensions.append("footnotes")
        return config

    def on_page_markdown(self, markdown: str, /, *, page: Any, config: MkDocsConfig, files: Any) -> str:  # noqa: ARG002
        """The page with its citations rendered."""
        text, problems = written(markdown, self.library)
        for problem in problems:
            _LOG.warning("%s: %s", page.file.src_uri, problem)
        return text

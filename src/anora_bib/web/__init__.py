"""The page to paste an essay into: what it asks and is told (``desk``), its looks (``page``), and who serves it.

``web/build.py`` of the repository packs the page with Pyodide, so that all of it runs in the browser.
"""

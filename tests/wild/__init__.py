"""How right the findings, the fixes and the conversions are on essays that nobody tuned to.

``python -m tests.wild FOLDER -o sheet.tsv`` runs ``check``, ``fix``, ``fix --unsafe`` and ``--live`` over a folder and
writes a sheet with a column for verdicts; ``python -m tests.wild --read sheet.tsv`` reads it back into a table. No text
of others is kept here.
"""

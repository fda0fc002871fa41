"""A server of the Model Context Protocol: the verbs for assistants, over standard input and output.

It reads what is in one folder and writes nothing. ``confined`` keeps it in the folder, ``verbs`` is what it can do, in
plain Python, and ``program`` offers that by the official SDK.
"""

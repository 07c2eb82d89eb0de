"""Asks Plenary itself, so that what is verified is what is served."""

import json
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = 500


class Graph:
    """The graph compiled from the dossiers of this checkout. `folder` keeps its snapshot, so that it is compiled once."""

    def __init__(self, folder):
        self.environment = {**os.environ, "ENGINE": "memory", "SNAPSHOT_FILE": str(Path(folder) / "snapshot")}

    def ask(self, document):
        """The `data` of the answer to a GraphQL document. Ends with Plenary's own words where it has errors."""
        done = subprocess.run(
            ["node", "--import", "tsx", "src/main.ts", "query", "-"],
            cwd=ROOT,
            env=self.environment,
            input=document,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            raise SystemExit(f"the graph could not be asked: {done.stdout.strip() or done.stderr.strip()}")
        return json.loads(done.stdout)["data"]

    def everything(self, root, fields, where=None):
        """All nodes of the connection of a root field, page by page; `where` is a filter as GraphQL writes it."""
        narrowed = "" if where is None else f", where: {where}"
        found, after = [], ""
        while True:
            selection = f"nodes {{ {fields} }} pageInfo {{ hasNextPage endCursor }}"
            page = self.ask(f"{{ {root}(first: {PAGE}{narrowed}{after}) {{ {selection} }} }}")[root]
            found += page["nodes"]
            if not page["pageInfo"]["hasNextPage"]:
                return found
            after = f', after: "{page["pageInfo"]["endCursor"]}"'

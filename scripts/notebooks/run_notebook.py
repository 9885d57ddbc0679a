"""Executes a notebook with Deno's kernel and prints it, with its outputs, and the token of its instance as JSON.

usage: run_notebook.py NOTEBOOK FOLDER    where FOLDER has the packages that it imports
"""

import json
import sys
from queue import Empty

import nbformat
from jupyter_core.utils import run_sync
from nbclient import NotebookClient
from nbclient.client import CellExecutionComplete

path, folder = sys.argv[1:]
notebook = nbformat.read(path, as_version=4)
# Asked for before the last cell closes the instance; this cell is no part of what is judged.
probe = nbformat.v4.new_code_cell("local.token")
notebook.cells.insert(len(notebook.cells) - 1, probe)
client = NotebookClient(
    notebook, timeout=180, kernel_name="deno", allow_errors=True, resources={"metadata": {"path": folder}}
)


def take_late_outputs(cell, index):
    """Deno's kernel may say that a cell is done before it sends what the cell gave."""
    while True:
        try:
            message = run_sync(client.kc.get_iopub_msg)(timeout=0.3)
        except Empty:
            return
        try:
            client.process_message(message, cell, index)
        except CellExecutionComplete:
            pass


with client.setup_kernel():
    for index, cell in enumerate(notebook.cells):
        client.execute_cell(cell, index)
        if cell.cell_type == "code":
            take_late_outputs(cell, index)
notebook.cells.remove(probe)
print(json.dumps({"notebook": notebook, "probe": probe}))

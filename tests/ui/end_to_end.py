#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way, with the real window and a real listener on port 3155.

    end_to_end.py PORTOLAN

Needs an X server and a session bus (tests/support/with-display).
"""

import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from accessible import (  # noqa: E402
    Atspi, application, is_focused, is_shown, descendants, named, press, rows, texts, type_into, until)

PORT = 3155
LISTENER = """
import socket, sys
listener = socket.create_server(("0.0.0.0", int(sys.argv[1])))
print("ready", flush=True)
sys.stdin.read()
"""


def step(text):
    print("*", text, flush=True)


def row_of(table, port):
    for index, cells in enumerate(rows(table)):
        if any(cell == str(port) or cell.startswith(f"{port},") or f"port {port}" in cell.lower() for cell in cells):
            return index
    return None


def choose(table, row):
    assert table.get_table_iface().add_row_selection(row)


def main():
    program = sys.argv[1]
    folder = tempfile.TemporaryDirectory()
    home = pathlib.Path(folder.name)
    environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", XDG_CONFIG_HOME=str(home / "config"),
                       XDG_DATA_HOME=str(home / "data"), XDG_CACHE_HOME=str(home / "cache"))
    window_process = subprocess.Popen([program], env=environment)
    listener = None
    try:
        step("the window comes up with its named parts")
        app = application("Portolan")
        window = named(app, "Portolan", Atspi.Role.FRAME)
        table = named(window, "Listening ports")
        named(window, "Filter")
        for name in ("Explanation", "Process", "Go to process", "Stop", "Export report", "Pause",
                     "Listening", "Port map", "History", "Registry"):
            named(window, name)
        assert row_of(table, PORT) is None, f"something listens on {PORT} already"

        step("a listener opens, its row appears")
        listener = subprocess.Popen([sys.executable, "-c", LISTENER, str(PORT)], stdin=subprocess.PIPE,
                                    stdout=subprocess.PIPE)
        assert listener.stdout.readline() == b"ready\n"
        row = until("the row", lambda: row_of(table, PORT) is not None and [row_of(table, PORT)])[0]

        step("its explanation names the registration")
        choose(table, row)
        explanation = named(window, "Explanation")
        until("jpegmpeg in the explanation", lambda: "jpegmpeg" in texts(explanation))
        assert "Mydoom" in texts(explanation)
        assert "H.A.W.X." in texts(explanation)

        step("Go to process lands on the owner")
        press(named(window, "Go to process"))
        process = named(window, "Process")
        until("the process in its panel", lambda: str(listener.pid) in texts(process))
        until("keyboard focus in the process panel",
              lambda: is_focused(process) or any(is_focused(node) for node in descendants(process)))

        step("the report is exported")
        report = home / "report.json"
        press(named(window, "Export report"))
        path = until("the path field", lambda: next((node for node in descendants(app)
                     if node.get_role() == Atspi.Role.TEXT and node.get_name() == "File" and is_shown(node)), None))
        type_into(path, str(report))
        dialog = path
        while dialog.get_role() not in (Atspi.Role.DIALOG, Atspi.Role.FRAME):
            dialog = dialog.get_parent()
        press(until("the save button", lambda: next((node for node in descendants(dialog)
              if node.get_role() == Atspi.Role.PUSH_BUTTON and node.get_name() in ("Export", "Save")), None)))
        until("the report", report.exists)
        document = json.loads(report.read_text())
        assert document["format"] == "portolan.snapshot"
        found = [entry for entry in document["listeners"] if entry["port"] == PORT]
        assert len(found) == 1, found
        assert found[0]["owner"]["processes"][0]["pid"] == listener.pid
        assert found[0]["registration"]["service"] == "jpegmpeg"

        step("the listener closes, its row goes")
        listener.stdin.close()
        listener.wait()
        until("the row gone", lambda: row_of(table, PORT) is None)
        assert window_process.poll() is None, "the window ended by itself"
    finally:
        if listener and listener.poll() is None:
            listener.kill()
        window_process.terminate()
        window_process.wait()
        folder.cleanup()
    print("passed")


if __name__ == "__main__":
    main()

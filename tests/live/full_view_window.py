# SPDX-License-Identifier: GPL-3.0-or-later
"""full_view_window.py PORTOLAN PORT RESULT: a person who wants to see owners fully, in the real window.

RESULT is what polkit will say: "allowed" or "denied". A process of another user listens on PORT.
full_view.py runs it as an ordinary user, on an X server and a session bus of their own."""

import os
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from accessible import Atspi, application, is_shown, named, press, texts, until  # noqa: E402


def main(program, port, result):
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", HOME=home, XDG_CONFIG_HOME=home,
                           XDG_DATA_HOME=home, XDG_CACHE_HOME=home)
        portolan = subprocess.Popen([program, "--port", port], env=environment)
        try:
            window = named(application("Portolan"), "Portolan", Atspi.Role.FRAME)
            button = named(window, "See them fully")
            until("the button", lambda: is_shown(button))
            process = named(window, "Process")
            press(button)
            if result == "allowed":
                until("the way back", lambda: button.get_name() == "See less again")
                until("it is said", lambda: "owners seen fully" in texts(window))
                until("the executable that only root may read", lambda: "/bin/listener-fixture" in texts(process))
                press(button)
                until("as before", lambda: button.get_name() == "See them fully")
                until("as before", lambda: "/bin/listener-fixture" not in texts(process))
                press(button)
                until("once more", lambda: "/bin/listener-fixture" in texts(process))
            else:
                until("it is said", lambda: "The system did not give permission" in texts(window))
                until("one may try again", lambda: button.get_name() == "See them fully")
        finally:
            portolan.terminate()
            portolan.wait()


main(*sys.argv[1:])

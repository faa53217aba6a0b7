# SPDX-License-Identifier: GPL-3.0-or-later
"""full_view_agent.py PID: the authentication agent of that process, as a desktop has one.

Writes a JSON line when it is ready and when it is asked for a password; refuses, as a person does who
closes the dialogue, when a line comes in."""

import json
import sys

from gi.repository import Gio, GLib

INTERFACE = """
<node><interface name="org.freedesktop.PolicyKit1.AuthenticationAgent">
  <method name="BeginAuthentication">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="a{ss}" direction="in"/><arg type="s" direction="in"/><arg type="a(sa{sv})" direction="in"/>
  </method>
  <method name="CancelAuthentication"><arg type="s" direction="in"/></method>
</interface></node>"""
PATH = "/agent"


def say(**line):
    print(json.dumps(line), flush=True)


def start_time(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
        return int(stat.read().rpartition(")")[2].split()[19])


def main(pid):
    waiting = []

    def called(_bus, _sender, _path, _interface, method, parameters, invocation):
        if method == "BeginAuthentication":
            action, message, icon = parameters.unpack()[:3]
            waiting.append(invocation)
            say(action=action, message=message, icon=icon)
        else:
            invocation.return_value(None)

    def line_came(_channel, _condition):
        if not sys.stdin.readline():
            loop.quit()
        elif waiting:
            waiting.pop().return_dbus_error("org.freedesktop.PolicyKit1.Error.Cancelled", "closed")
        return True

    loop = GLib.MainLoop()
    bus = Gio.bus_get_sync(Gio.BusType.SYSTEM)
    bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0], called)
    subject = ("unix-process", {"pid": GLib.Variant("u", pid), "start-time": GLib.Variant("t", start_time(pid))})
    bus.call_sync("org.freedesktop.PolicyKit1", "/org/freedesktop/PolicyKit1/Authority",
                  "org.freedesktop.PolicyKit1.Authority", "RegisterAuthenticationAgent",
                  GLib.Variant("((sa{sv})ss)", (subject, "C", PATH)), None, Gio.DBusCallFlags.NONE, -1)
    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, line_came)
    say(ready=True)
    loop.run()


main(int(sys.argv[1]))

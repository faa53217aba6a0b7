# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a window through the accessibility bus, as a screen reader would.

Everything waits for a condition; nothing waits for a time.
"""

import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 30.0  # seconds after which a condition is given up as a failure


class NotSeen(AssertionError):
    pass


def until(what, condition, patience=PATIENCE):
    """Returns the first truthy answer of `condition`."""
    deadline = time.monotonic() + patience
    while True:
        try:
            answer = condition()
        except gi.repository.GLib.Error:  # the object went away while it was read
            answer = None
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise NotSeen(f"not seen within {patience:.0f} s: {what}")
        time.sleep(0.05)


def descendants(node, depth=30):
    """The node's descendants, breadth first; tables are not descended into."""
    level = [node]
    for _ in range(depth):
        below = []
        for parent in level:
            for index in range(parent.get_child_count()):
                child = parent.get_child_at_index(index)
                if child is None:
                    continue
                yield child
                if child.get_role() not in (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE, Atspi.Role.LIST):
                    below.append(child)
        level = below


def application(name):
    def find():
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_name().lower() == name.lower():
                return child
        return None

    return until(f"application {name}", find)


def named(root, name, role=None):
    """The descendant of this name, and of this role where one is given, as soon as it is there."""

    def find():
        for node in descendants(root):
            if node.get_name() == name and (role is None or node.get_role() == role):
                return node
        return None

    return until(f"{name!r} in {root.get_name()!r}", find)


def texts(node):
    """All that the node and its descendants say."""
    said = [node.get_name(), node.get_description()]
    for child in descendants(node):
        said.append(child.get_name())
        if child.get_text_iface() is not None and child.get_text_iface().get_character_count():
            said.append(child.get_text_iface().get_text(0, -1))
    return "\n".join(text for text in said if text)


def is_shown(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def is_focused(node):
    return node.get_state_set().contains(Atspi.StateType.FOCUSED)


def press(button):
    """Does what a click does."""
    action = button.get_action_iface()
    for index in range(action.get_n_actions()):
        if action.get_action_name(index) in ("Press", "press", "Click", "click", "Toggle"):
            assert action.do_action(index)
            return
    raise AssertionError(f"{button.get_name()!r} cannot be pressed")


def type_into(field, text):
    assert field.get_editable_text_iface().set_text_contents(text)


def rows(table):
    """The table's rows, each as a list of its cells' names."""
    face = table.get_table_iface()
    result = []
    for row in range(face.get_n_rows()):
        cells = [face.get_accessible_at(row, column) for column in range(face.get_n_columns())]
        result.append([cell.get_name() if cell is not None else "" for cell in cells])
    return result

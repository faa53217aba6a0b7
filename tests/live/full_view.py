# SPDX-License-Identifier: GPL-3.0-or-later
"""full_view.py CMAKE BUILD: see full_view_test, which starts it in namespaces of its own."""

import json
import os
import pathlib
import pwd
import queue
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import threading
import time
import unittest

CMAKE, BUILD = sys.argv[1:3]
SETPRIV = shutil.which("setpriv")
USER = pwd.getpwnam("nobody")
OTHER = pwd.getpwnam("daemon")
ACTION = "io.github.portolan.see-owners"
PREFIX = pathlib.Path("/mnt/portolan")
HELPER = PREFIX / "libexec/portolan/portolan-owners"
RULES = pathlib.Path("/etc/polkit-1/rules.d")
ACTIONS = pathlib.Path("/usr/share/polkit-1/actions")
# Ends a wait that has failed; nothing is measured by it.
PATIENCE = 60


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, **options)


def as_user(user, *command):
    return [SETPRIV, f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups", "--inh-caps=-all",
            "--bounding-set=+all", *[str(word) for word in command]]


def wait_until(what, condition):
    end = time.monotonic() + PATIENCE
    while not (result := condition()):
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain: {what}")
        time.sleep(0.02)
    return result


def lives(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()[0] != b"Z"
    except FileNotFoundError:
        return False


def processes_named(name):
    found = []
    for folder in pathlib.Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and (folder / "comm").read_text() == name + "\n" and lives(folder.name):
                found.append(int(folder.name))
        except (FileNotFoundError, ProcessLookupError):
            pass
    return found


class Lines:
    """A program that writes JSON lines and takes commands."""

    def __init__(self, command, **options):
        self.process = subprocess.Popen([str(word) for word in command], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, **options)
        self.lines = queue.Queue()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.lines.put(json.loads(line))
        self.lines.put(None)

    def command(self, text):
        self.process.stdin.write(text.encode() + b"\n")
        self.process.stdin.flush()

    def until(self, what, matches):
        """The first line from here on that matches."""
        end = time.monotonic() + PATIENCE
        last = None
        while True:
            try:
                line = self.lines.get(timeout=max(0, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"waited in vain: {what}; last was {last}") from None
            if line is None:
                raise AssertionError(f"the program ended: {what}; last was {last}")
            if matches(line):
                return line
            last = line

    def end(self):
        self.process.stdin.close()
        self.process.wait(PATIENCE)
        self.reader.join()
        self.process.stdout.close()


class Fixture(Lines):
    """Real sockets of a real process."""

    def __init__(self, user, *arguments):
        program = pathlib.Path(BUILD) / "bin/listener-fixture"
        super().__init__([program, *arguments] if user is None else as_user(user, program, *arguments))
        self.told = self.until("the fixture's sockets", lambda line: "sockets" in line)
        self.ports = [(socket["transport"], socket["port"]) for socket in self.told["sockets"]]
        self.pids = sorted([self.told["pid"], *self.told["children"]])


def listener(picture, port):
    """The owner of one (transport, port) in a picture; None when it is not there."""
    found = [entry for entry in picture.get("listeners", []) if (entry["transport"], entry["port"]) == port]
    return found[0] if len(found) == 1 else None


def pids(entry):
    return sorted(process["pid"] for process in entry["processes"])


def is_picture(line):
    return "listeners" in line


def set_up_system():
    """The bus, polkitd and what is installed, all of it in mounts that nobody else sees."""
    stock = [(file.name, file.read_bytes()) for file in ACTIONS.glob("*.policy")]
    run("mount", "--make-rprivate", "/")
    os.makedirs("/run/netns", exist_ok=True)
    for folder in ("/run/dbus", "/run/netns", RULES, ACTIONS, "/mnt"):
        run("mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", folder)
    run("ip", "link", "set", "lo", "up")
    for name, content in stock:
        (ACTIONS / name).write_bytes(content)
    run(CMAKE, "--install", BUILD, "--prefix", PREFIX, "--component", "full-view", stdout=subprocess.DEVNULL)
    shutil.copy(PREFIX / "share/polkit-1/actions/io.github.portolan.policy", ACTIONS)
    (PREFIX / "bin").mkdir()
    shutil.copy(pathlib.Path(BUILD) / "bin/full-view-probe", PREFIX / "bin")

    subprocess.Popen(["dbus-daemon", "--system", "--nofork", "--nopidfile", "--nosyslog"], stderr=subprocess.DEVNULL)
    wait_until("the system bus", lambda: os.path.exists("/run/dbus/system_bus_socket"))
    allow("NO")
    subprocess.Popen(["/usr/lib/polkit-1/polkitd", "--no-debug"], stderr=subprocess.DEVNULL)
    wait_until("polkitd knows the action", lambda: ACTION in subprocess.run(
        ["pkaction"], capture_output=True, text=True, check=False).stdout.split())


def allow(result):
    """What polkit is to say when USER asks."""
    rule = RULES / "10-test.rules"
    rule.with_suffix(".new").write_text(
        f'polkit.addRule(function(action, subject) {{ if (action.id == "{ACTION}" && subject.user == "{USER.pw_name}") '
        f'return polkit.Result.{result}; }});\n')
    rule.with_suffix(".new").rename(rule)


class FullViewTest(unittest.TestCase):
    def setUp(self):
        self.fixtures = []
        self.addCleanup(lambda: [fixture.end() for fixture in self.fixtures])
        self.roots = self.fixture(None, "tcp4:127.0.0.1:0", "udp4:127.0.0.1:0")
        self.forked = self.fixture(None, "tcp6:[::]:0", "--fork", "2")
        self.others = self.fixture(OTHER, "tcp4:127.0.0.1:0")

    def fixture(self, user, *arguments):
        self.fixtures.append(Fixture(user, *arguments))
        return self.fixtures[-1]

    def probe(self, user=USER, program=PREFIX / "bin/full-view-probe", **options):
        command = [program] if user is None else as_user(user, program)
        probe = Lines(command, cwd="/", env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **options})
        self.addCleanup(probe.end)
        return probe

    def decide(self, probe, result, code):
        """Waits until polkitd has taken in what it is to say about the probe."""
        allow(result)
        wait_until("polkitd reads the rule", lambda: subprocess.run(
            ["pkcheck", "--action-id", ACTION, "--process", str(probe.process.pid)],
            capture_output=True, check=False).returncode == code)

    def started(self):
        """A probe that sees fully, and its helper."""
        probe = self.probe()
        self.decide(probe, "YES", 0)
        probe.command("start")
        probe.until("asking", lambda line: line.get("state") == "asking")
        probe.until("on", lambda line: line.get("state") == "on")
        (helper,) = wait_until("the helper", lambda: processes_named("portolan-owners"))
        return probe, helper

    def sees_all(self, picture):
        return all((entry := listener(picture, port)) and entry["attribution"] == "observed"
                   and pids(entry) == fixture.pids
                   for fixture in self.fixtures for port in fixture.ports)

    def assert_hidden(self, picture):
        self.assertFalse(picture["privileged"])
        self.assertTrue(picture["ownersHidden"])
        for fixture in self.fixtures:
            for port in fixture.ports:
                self.assertNotEqual(listener(picture, port)["attribution"], "observed")

    def assert_as_before(self, before, after):
        self.assert_hidden(after)
        # Who may be behind a socket is concluded from the processes there are, also those of this test.
        for entry in before["listeners"] + after["listeners"]:
            entry.pop("processes", None)
            entry.pop("reason", None)
        self.assertEqual(before, after)

    def test_allowed(self):
        probe, helper = self.started()
        picture = probe.until("all owners", self.sees_all)
        self.assertTrue(picture["privileged"])
        self.assertFalse(picture["ownersHidden"])
        for fixture in self.fixtures:
            program = os.readlink(f"/proc/{fixture.told['pid']}/exe")
            for port in fixture.ports:
                for process in listener(picture, port)["processes"]:
                    self.assertEqual(process["executable"], program)

        # The same as root sees.
        root = self.probe(user=None)
        seen_by_root = root.until("root's picture", is_picture)

        def chart(of):
            return {(entry["transport"], entry["port"]): (entry["attribution"], pids(entry)) for entry in of["listeners"]}

        self.assertEqual(chart(picture), chart(seen_by_root))

        # What comes later is seen too, and what goes is gone.
        later = self.fixture(None, "tcp4:127.0.0.1:0")
        probe.until("the new socket", self.sees_all)
        later.end()
        self.fixtures.remove(later)
        probe.until("the socket is gone", lambda line: is_picture(line) and listener(line, later.ports[0]) is None)
        os.kill(self.forked.told["children"][0], signal.SIGKILL)
        self.forked.pids.remove(self.forked.told["children"][0])
        probe.until("one holder less", self.sees_all)

        # It is given back when asked to.
        probe.command("stop")
        probe.until("off", lambda line: line.get("state") == "off")
        wait_until("the helper has ended", lambda: not lives(helper))
        self.assert_hidden(probe.until("as before", lambda line: is_picture(line) and not line["privileged"]))

    def test_the_helper_has_what_it_needs_and_no_more(self):
        probe, helper = self.started()
        status = dict(line.split(":\t", 1) for line in pathlib.Path(f"/proc/{helper}/status").read_text().splitlines())
        wanted = 1 << 19 | 1 << 2  # CAP_SYS_PTRACE, CAP_DAC_READ_SEARCH
        self.assertEqual(int(status["CapEff"], 16), wanted)
        self.assertEqual(int(status["CapPrm"], 16), wanted)
        for none in ("CapInh", "CapBnd", "CapAmb"):
            self.assertEqual(int(status[none], 16), 0)
        self.assertEqual(status["NoNewPrivs"], "1")
        self.assertEqual(status["Seccomp"], "2")
        self.assertEqual(status["Uid"].split(), [str(USER.pw_uid)] * 4)
        self.assertEqual(status["Groups"].strip(), "")
        self.assertEqual(os.readlink(f"/proc/{helper}/cwd"), "/")
        self.assertEqual(sorted(os.listdir(f"/proc/{helper}/fd")), ["0", "1", "2", "3"])
        self.assertEqual(os.readlink(f"/proc/{helper}/fd/3"), "/proc")
        # Nobody but root may look into it.
        self.assertNotEqual(subprocess.run(as_user(USER, "ls", f"/proc/{helper}/fd"), capture_output=True, check=False)
                            .returncode, 0)

    def test_killed_helper(self):
        probe, helper = self.started()
        os.kill(helper, signal.SIGKILL)
        said = probe.until("failed", lambda line: line.get("state") == "failed")
        self.assertIn("ended", said["text"])
        self.assert_hidden(probe.until("as before", lambda line: is_picture(line) and not line["privileged"]))
        probe.command("start")
        probe.until("all owners", self.sees_all)

    def test_ends_with_the_window(self):
        probe, helper = self.started()
        probe.end()
        wait_until("the helper has ended", lambda: not lives(helper))

        probe, helper = self.started()
        probe.process.kill()
        probe.process.wait()
        wait_until("the helper has ended", lambda: not lives(helper))

    def test_denied(self):
        probe = self.probe()
        self.decide(probe, "NO", 1)
        before = probe.until("a picture", is_picture)
        self.assert_hidden(before)
        probe.command("start")
        said = probe.until("denied", lambda line: line.get("state") == "denied")
        self.assertIn("did not give permission", said["text"])
        self.assert_as_before(before, probe.until("a picture", is_picture))
        self.assertEqual(processes_named("portolan-owners"), [])

    def test_nobody_to_ask(self):
        probe = self.probe()
        self.decide(probe, "AUTH_ADMIN", 2)
        probe.command("start")
        probe.until("denied", lambda line: line.get("state") == "denied")

    def agent(self, probe):
        agent = Lines(as_user(USER, "/usr/bin/python3", pathlib.Path(__file__).with_name("full_view_agent.py"),
                              probe.process.pid))
        self.addCleanup(agent.end)
        agent.until("the agent", lambda line: "ready" in line)
        return agent

    def test_cancelled(self):
        probe = self.probe()
        agent = self.agent(probe)
        self.decide(probe, "AUTH_ADMIN", 2)
        before = probe.until("a picture", is_picture)
        probe.command("start")
        asked = agent.until("the dialogue", lambda line: "action" in line)
        self.assertEqual(asked["action"], ACTION)
        self.assertEqual(asked["icon"], "portolan")
        self.assertIn("hold network ports", asked["message"])
        # It goes on looking while the person thinks.
        probe.until("asking", lambda line: line.get("state") == "asking")
        self.assert_as_before(before, probe.until("a picture", is_picture))
        agent.command("no")
        said = probe.until("cancelled", lambda line: line.get("state") == "cancelled")
        self.assertIn("cancelled", said["text"])
        self.assert_as_before(before, probe.until("a picture", is_picture))

    def test_ends_while_asking(self):
        probe = self.probe()
        agent = self.agent(probe)
        self.decide(probe, "AUTH_ADMIN", 2)
        probe.command("start")
        agent.until("the dialogue", lambda line: "action" in line)
        self.assertEqual(len(processes_named("pkexec")), 1)
        probe.command("stop")
        probe.until("off", lambda line: line.get("state") == "off")
        wait_until("pkexec has ended", lambda: not processes_named("pkexec"))
        probe.command("start")
        agent.until("the dialogue", lambda line: "action" in line)
        probe.end()
        wait_until("pkexec has ended", lambda: not processes_named("pkexec"))

    @unittest.skipUnless((pathlib.Path(BUILD) / "bin/portolan").exists(), "the window is not built here")
    def test_window(self):
        """The real window, pressed as a screen reader does."""
        tests = pathlib.Path(__file__).resolve().parent.parent
        shutil.copy(pathlib.Path(BUILD) / "bin/portolan", PREFIX / "bin")
        for result, code, name in (("YES", 0, "allowed"), ("NO", 1, "denied")):
            self.decide(self.probe(), result, code)
            run(*as_user(USER, tests / "support/with-display", "/usr/bin/python3", tests / "live/full_view_window.py",
                         PREFIX / "bin/portolan", self.roots.ports[0][1], name),
                cwd="/", env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
            wait_until("the helper has ended", lambda: not processes_named("portolan-owners"))

    def test_only_what_root_installed(self):
        with tempfile.TemporaryDirectory() as folder:
            os.chmod(folder, 0o755)
            copy = pathlib.Path(folder) / "prefix"
            shutil.copytree(PREFIX, copy)
            os.chown(copy / "libexec/portolan/portolan-owners", USER.pw_uid, USER.pw_gid)
            probe = self.probe(program=copy / "bin/full-view-probe")
            self.decide(probe, "YES", 0)
            probe.command("start")
            said = probe.until("not installed", lambda line: line.get("state") == "not-installed")
            self.assertIn("installed for all users", said["text"])
            probe.command("stop")
            probe.until("off", lambda line: line.get("state") == "off")
            os.chown(copy / "libexec/portolan/portolan-owners", 0, 0)
            os.chmod(copy / "libexec/portolan", 0o777)
            probe.command("start")
            probe.until("not installed", lambda line: line.get("state") == "not-installed")

    def test_without_pkexec(self):
        probe = self.probe(PATH="/nonexistent")
        probe.command("start")
        said = probe.until("no polkit", lambda line: line.get("state") == "no-polkit")
        self.assertIn("pkexec", said["text"])


class HelperTest(unittest.TestCase):
    """The helper alone, as pkexec starts it."""

    def start(self, *arguments, **environment):
        helper = subprocess.Popen([HELPER, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                  env=environment or {"PKEXEC_UID": str(USER.pw_uid)}, bufsize=0)
        self.addCleanup(helper.stdout.close)
        self.addCleanup(helper.stdin.close)
        self.addCleanup(helper.wait)
        self.addCleanup(helper.kill)
        return helper

    @staticmethod
    def answer(helper):
        header = helper.stdout.read(8)
        if len(header) < 8:
            return None
        magic, size = struct.unpack("<4sI", header)
        body = b""
        while len(body) < size:
            body += helper.stdout.read(size - len(body))
        return magic, body

    def test_takes_no_other_input(self):
        for line in (b"again \n", b"AGAIN\n", b"\n", b"x", b"againagain\n", b"again\r\n", b"\0" * 6, b"quit\n"):
            helper = self.start()
            helper.stdin.write(line)
            self.assertEqual(helper.wait(PATIENCE), 3, line)
            self.assertEqual(helper.stdout.read(), b"")
        helper = self.start()
        helper.stdin.write(b"again\nagain!")
        self.assertIsNotNone(self.answer(helper))
        self.assertEqual(helper.wait(PATIENCE), 3)
        helper = self.start()
        helper.stdin.write(b"aga")
        helper.stdin.close()
        self.assertEqual(helper.wait(PATIENCE), 3)

    def test_takes_no_arguments(self):
        self.assertEqual(self.start("--help").wait(PATIENCE), 1)

    def test_wants_to_know_who_asks(self):
        for user in ("", "x", "0x1", "-1", "4294967295", "65534 ", "99999999999999999999"):
            self.assertEqual(self.start(PKEXEC_UID=user).wait(PATIENCE), 2, user)
        self.assertEqual(self.start(OTHER="1").wait(PATIENCE), 2)

    def test_needs_rights(self):
        helper = subprocess.run(as_user(USER, HELPER), env={"PKEXEC_UID": str(USER.pw_uid)}, stdin=subprocess.DEVNULL,
                                capture_output=True, check=False)
        self.assertEqual(helper.returncode, 2)

    def test_ends_with_its_input(self):
        helper = self.start()
        helper.stdin.close()
        self.assertEqual(helper.wait(PATIENCE), 0)

    def test_ends_when_nobody_reads(self):
        helper = self.start()
        helper.stdout.close()
        helper.stdin.write(b"again\n" * 100)
        helper.wait(PATIENCE)

    def test_tells_of_sockets_that_accept_only(self):
        """No other socket, no process that holds none."""
        held = Fixture(OTHER, "tcp4:127.0.0.1:0", "udp4:127.0.0.1:0", "--connect", "--fork", "1")
        self.addCleanup(held.end)
        helper = self.start()
        helper.stdin.write(b"again\n")
        magic, body = self.answer(helper)
        self.assertEqual(magic, b"PoO1")
        (flags,) = struct.unpack_from("<I", body)
        self.assertEqual(flags, 0)
        told = {}
        at = 4
        while at < len(body):
            pid, start, sockets, length = struct.unpack_from("<IQII", body, at)
            at += 20 + length
            told[pid] = (start, os.fsdecode(body[at - length:at]), set(struct.unpack_from(f"<{sockets}Q", body, at)))
            at += 8 * sockets
        inodes = {socket["inode"] for socket in held.told["sockets"]}
        self.assertEqual(len(inodes), 2)
        self.assertEqual(sorted(told), held.pids)
        for pid in held.pids:
            stat = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            self.assertEqual(told[pid], (int(stat[19]), os.readlink(f"/proc/{pid}/exe"), inodes))


if __name__ == "__main__":
    set_up_system()
    unittest.main(argv=sys.argv[:1] + sys.argv[3:], verbosity=2)

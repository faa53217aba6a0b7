#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""daemons.py packages | run | one NAME: see daemons_test, which makes the system that this runs in.

`run` starts each daemon in namespaces of its own as Debian's script or unit would, waits until it
listens, asks portolan-cli, and writes a table. It ends with 1 when a verdict is wrong."""

import concurrent.futures
import dataclasses
import glob
import grp
import json
import os
import pathlib
import pwd
import select
import shlex
import subprocess
import sys
import tempfile
import time

CLI = "/opt/portolan/portolan-cli"
ALLOWED = ("expected", "explained")
# Ends a wait that has failed; nothing is measured by it.
PATIENCE = 60


@dataclasses.dataclass(frozen=True)
class Daemon:
    package: str
    ports: tuple
    service: str = ""  # of its script or unit; the package's name where empty
    needs: tuple = ()  # services that run before it
    prepare: str = ""  # shell command that comes before it
    speaks: str = "http"  # of each port what it must answer, asked; the last one of all further ports
    by_unit: bool = False  # although there is a script
    variant: str = ""  # what differs from what Debian ships

    def must_speak(self, port):
        words = self.speaks.split()
        return words[min(self.ports.index(port), len(words) - 1)]

    @property
    def name(self):
        return (self.service or self.package) + (f", {self.variant}" if self.variant else "")


DAEMONS = (
    Daemon("apache2", ("80/tcp",)),
    Daemon("apt-cacher-ng", ("3142/tcp",)),
    Daemon("avahi-daemon", ("5353/udp",), needs=("dbus",), speaks="dns"),
    Daemon("beanstalkd", ("11300/tcp",), speaks="beanstalk"),
    Daemon("bind9", ("53/tcp", "53/udp", "953/tcp"), "named", speaks="dns dns silent"),
    Daemon("chrony", ("323/udp",), speaks="silent"),
    Daemon("cups-daemon", ("631/tcp",), "cups", speaks="ipp"),
    Daemon("dnsmasq", ("53/tcp", "53/udp"), speaks="dns"),
    Daemon("dovecot-imapd", ("143/tcp", "993/tcp"), "dovecot", speaks="imap imap+tls"),
    Daemon("dropbear", ("22/tcp",), speaks="ssh"),
    Daemon("exim4-daemon-light", ("25/tcp",), "exim4", speaks="smtp"),
    Daemon("freeradius", ("1812/udp", "1813/udp", "18120/udp"), speaks="silent"),
    Daemon("gearman-job-server", ("4730/tcp",), speaks="gearman"),
    Daemon("icecast2", ("8000/tcp",)),
    Daemon("lighttpd", ("80/tcp",)),
    Daemon("mariadb-server", ("3306/tcp",), "mariadb", speaks="mysql"),
    Daemon("memcached", ("11211/tcp",), speaks="memcached"),
    Daemon("mosquitto", ("1883/tcp",), by_unit=True, speaks="mqtt"),
    Daemon("munin-node", ("4949/tcp",), speaks="munin"),
    Daemon("nagios-nrpe-server", ("5666/tcp",), speaks="tls"),
    Daemon("nfs-common", ("111/tcp", "111/udp"), needs=("rpcbind",), speaks="onc-rpc"),
    Daemon("nginx-light", ("80/tcp",), "nginx"),
    Daemon("ngircd", ("6667/tcp",), speaks="irc"),
    Daemon("nsd", ("53/tcp", "53/udp", "8952/tcp"), speaks="dns dns tls"),
    Daemon("openssh-server", ("22/tcp",), "ssh", speaks="ssh"),
    Daemon("pdns-recursor", ("53/tcp", "53/udp"), speaks="dns"),
    Daemon("postgresql", ("5432/tcp",), speaks="postgresql"),
    Daemon("privoxy", ("8118/tcp",)),
    Daemon("prometheus-node-exporter", ("9100/tcp",)),
    Daemon("prosody", ("5222/tcp", "5269/tcp"), by_unit=True, speaks="xmpp"),
    Daemon("rabbitmq-server", ("5672/tcp", "4369/tcp"), speaks="amqp epmd"),
    Daemon("radicale", ("5232/tcp",), by_unit=True),
    Daemon("redis-server", ("6379/tcp",), speaks="redis"),
    Daemon("rpcbind", ("111/tcp", "111/udp"), speaks="onc-rpc"),
    Daemon("rsync", ("873/tcp",), by_unit=True, speaks="rsync", prepare="touch /etc/rsyncd.conf"),
    Daemon("samba", ("445/tcp", "139/tcp"), "smbd", speaks="smb"),
    Daemon("shellinabox", ("4200/tcp",), speaks="http+tls"),
    Daemon("slapd", ("389/tcp",), speaks="ldap"),
    Daemon("snmpd", ("161/udp",), speaks="snmp"),
    Daemon("squid", ("3128/tcp",)),
    Daemon("systemd-resolved", ("53/udp", "5355/udp"), speaks="dns silent"),
    Daemon("tftpd-hpa", ("69/udp",), speaks="tftp"),
    Daemon("tigervnc-standalone-server", ("5905/tcp", "6005/tcp"), "Xtigervnc", by_unit=True, speaks="vnc x11",
           prepare="printf '[Service]\\nExecStart=/usr/bin/Xtigervnc :5 -listen tcp -SecurityTypes None\\n' "
                   ">/etc/systemd/system/Xtigervnc.service"),
    Daemon("tinyproxy", ("8888/tcp",)),
    Daemon("tor", ("9050/tcp",), speaks="socks5"),
    Daemon("transmission-daemon", ("9091/tcp",)),
    Daemon("unbound", ("53/tcp", "53/udp"), speaks="dns"),
    Daemon("varnish", ("6081/tcp", "6082/tcp"), speaks="http varnish-cli"),
    Daemon("vsftpd", ("21/tcp",), speaks="ftp"),
    Daemon("webfs", ("8000/tcp",)),
    Daemon("xl2tpd", ("1701/udp",), speaks="silent"),
    Daemon("xrdp", ("3389/tcp", "3350/tcp"), speaks="rdp silent"),
    Daemon("zabbix-agent", ("10050/tcp",), speaks="zabbix"),
    Daemon("chrony", ("123/udp", "323/udp"), variant="serving time", prepare="echo allow >>/etc/chrony/chrony.conf", speaks="ntp silent"),
    Daemon("openssh-server", ("3155/tcp",), "ssh", variant="unusual port", speaks="ssh",
           prepare="echo 'Port 3155' >/etc/ssh/sshd_config.d/port.conf"),
    Daemon("nginx-light", ("3170/tcp",), "nginx", variant="unusual port",
           prepare="sed -i -E 's/listen (\\[::\\]:)?80 /listen \\13170 /' /etc/nginx/sites-available/default"),
    Daemon("redis-server", ("31337/tcp",), variant="unusual port", prepare="sed -i 's/^port .*/port 31337/' /etc/redis/redis.conf", speaks="redis"),
    Daemon("munin-node", ("3160/tcp",), variant="unusual port", speaks="munin",
           prepare="sed -i 's/^port .*/port 3160/' /etc/munin/munin-node.conf"),
    Daemon("radicale", ("27374/tcp",), by_unit=True, variant="unusual port",
           prepare="sed -i 's/^\\[server\\]/&\\nhosts = 0.0.0.0:27374/' /etc/radicale/config"),
    Daemon("vsftpd", ("12345/tcp",), variant="unusual port", prepare="echo listen_port=12345 >>/etc/vsftpd.conf", speaks="ftp"),
)


def unit_settings(service):
    """What [Service] of a unit says, the last word of each kind for what we need."""
    for folder in ("/etc/systemd/system", "/lib/systemd/system"):
        path = pathlib.Path(folder, service + ".service")
        if path.is_file():
            break
    else:
        raise AssertionError(f"{service} has neither a script nor a unit")
    settings = {}
    for line in path.read_text().replace("\\\n", " ").splitlines():
        key, equals, value = line.partition("=")
        if equals and not line.startswith(("#", ";")):
            settings.setdefault(key.strip(), []).append(value.strip())
    return settings


def environment_of(settings):
    environment = dict(os.environ)
    for line in settings.get("Environment", []):
        environment.update(word.split("=", 1) for word in shlex.split(line) if "=" in word)
    for name in settings.get("EnvironmentFile", []):
        for path in glob.glob(name.lstrip("-")):
            for line in pathlib.Path(path).read_text().splitlines():
                key, equals, value = line.partition("=")
                if equals and not key.startswith("#"):
                    environment[key.strip()] = "".join(shlex.split(value)[:1]) if value else ""
    return environment


def output_of(service):
    return f"/tmp/{service}.out"


def start(service, by_unit=False):
    """As its script does, else as its unit says."""
    # A pipe would be kept open by the daemon.
    output = open(output_of(service), "w")
    script = pathlib.Path("/etc/init.d", service)
    if script.exists() and not by_unit:
        subprocess.run([script, "start"], stdin=subprocess.DEVNULL, stdout=output, stderr=output, timeout=PATIENCE)
        return
    settings = unit_settings(service)
    environment = environment_of(settings)
    user = "nobody" if "DynamicUser" in settings else settings.get("User", ["root"])[-1]
    group = grp.getgrgid(pwd.getpwnam(user).pw_gid).gr_name
    rights = ",".join("+" + right.lower().removeprefix("cap_") for right in " ".join(settings.get("AmbientCapabilities", [])).split())
    for kind, base in (("RuntimeDirectory", "/run"), ("StateDirectory", "/var/lib"), ("CacheDirectory", "/var/cache")):
        for name in " ".join(settings.get(kind, [])).split():
            os.makedirs(f"{base}/{name}", exist_ok=True)
            subprocess.run(["chown", user, f"{base}/{name}"], check=True)
    for kind in ("ExecStartPre", "ExecStart"):
        for line in settings.get(kind, []):
            words = []
            for word in shlex.split(line.lstrip("-@:+!")):
                # "$NAME" stands for several words, of which there may be none.
                words += shlex.split(environment.get(word[1:], "")) if word.startswith("$") else [word]
            if user != "root":
                ambient = [f"--inh-caps={rights}", f"--ambient-caps={rights}"] if rights else []
                words = ["setpriv", f"--reuid={user}", f"--regid={group}", "--init-groups", *ambient, *words]
            process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=environment)
            if kind == "ExecStartPre":
                process.wait(PATIENCE)


def wait_for(ports):
    """Follows what portolan-cli tells until all of them listen."""
    missing = set(ports)
    end = time.monotonic() + PATIENCE
    with subprocess.Popen([CLI, "watch", "--json", "--interval", "250"], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL) as watch:
        try:
            pending = b""
            while missing:
                if not select.select([watch.stdout], [], [], max(0, end - time.monotonic()))[0]:
                    return missing
                read = os.read(watch.stdout.fileno(), 1 << 16)
                if not read:
                    raise AssertionError("portolan-cli watch ended")
                pending += read
                *lines, pending = pending.split(b"\n")
                for line in lines:
                    event = json.loads(line)
                    if event["event"] in ("present", "opened"):
                        missing.discard(f"{event['listener']['port']}/{event['listener']['transport']}")
        finally:
            watch.terminate()
    return missing


def ask(port, must_speak):
    """What it answers; a daemon may listen before it can answer."""
    end = time.monotonic() + PATIENCE
    while True:
        listener = json.loads(subprocess.run([CLI, "ask", port, "--json"], check=True, capture_output=True).stdout)
        if spoken(listener["answer"]) == must_speak or time.monotonic() > end:
            return listener["answer"]


def one(name):
    """In the daemon's own namespaces: writes what listens as JSON."""
    daemon = next(daemon for daemon in DAEMONS if daemon.name == name)
    for command in ("ip link set lo up", "ip link add eth9 type dummy", "ip address add 192.0.2.9/24 dev eth9",
                    "ip -6 address add 2001:db8::9/64 dev eth9 nodad", "ip link set eth9 up"):
        subprocess.run(command.split(), check=False, capture_output=True)
    # Settings and files of process ids of its own: a daemon may be started several times.
    for folder in ("/etc", "/run"):
        copy = tempfile.mkdtemp()
        subprocess.run(["cp", "-a", f"{folder}/.", copy], check=True)
        subprocess.run(["mount", "--bind", copy, folder], check=True)
    if daemon.prepare:
        subprocess.run(daemon.prepare, shell=True, check=True)
    services = (*daemon.needs, daemon.service or daemon.package)
    for service in services:
        start(service, daemon.by_unit)
    missing = wait_for(daemon.ports)
    if missing:
        said = "".join(pathlib.Path(output_of(service)).read_text(errors="replace")[-1000:] for service in services)
        sys.exit(f"{name} does not listen on {', '.join(sorted(missing))}: {said}")
    listed = json.loads(subprocess.run([CLI, "list", "--json"], check=True, capture_output=True).stdout)
    with concurrent.futures.ThreadPoolExecutor(len(daemon.ports)) as pool:
        answers = dict(zip(daemon.ports, pool.map(lambda port: ask(port, daemon.must_speak(port)), daemon.ports)))
    for listener in listed["listeners"]:
        listener["answer"] = answers.get(name_of(listener))
    json.dump(listed, sys.stdout)


def judged(daemon):
    command = ["unshare", "--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc", "--",
               sys.executable, __file__, "one", daemon.name]
    # Files, since a pipe would stay open as long as the daemon has it.
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        result = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
        output.seek(0)
        errors.seek(0)
        return result.returncode, output.read(), errors.read().decode(errors="replace")


def name_of(listener):
    return f"{listener['port']}/{listener['transport']}"


def spoken(answer):
    if answer["outcome"] != "answered":
        return answer["outcome"]
    if not answer["tls"]:
        return answer["protocol"]
    return "tls" if not answer["protocol"] else answer["protocol"] + "+tls"


def row(daemon, listeners):
    # The kernel or the daemon chooses some ports anew each time.
    others = {f"others/{listener['transport']}" for listener in listeners if name_of(listener) not in daemon.ports}
    ports = ", ".join([*daemon.ports, *sorted(others)])
    given = " and ".join(sorted({listener["verdict"] for listener in listeners}))
    evidence = ", ".join(sorted({fact["id"] for listener in listeners for fact in listener["evidence"]}))
    answers = {name_of(listener): spoken(listener["answer"]) for listener in listeners if listener["answer"]}
    asked = ", ".join(f"{port} {answers.get(port, '-')}" for port in daemon.ports)
    return f"| {daemon.name} | {daemon.package} | {ports} | {' or '.join(ALLOWED)} | {given} | {evidence} | {asked} |"


def run(names):
    wrong = 0
    print("# Verdicts on Debian's daemons\n\n`daemons_test` starts each of these with the configuration that Debian ships, and writes this table.\n")
    print("| daemon | package | ports | must be | was | evidence | asked, it spoke |\n| --- | --- | --- | --- | --- | --- | --- |")
    chosen = [daemon for daemon in DAEMONS if not names or daemon.name in names or daemon.package in names]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for daemon, (failed, output, errors) in zip(chosen, pool.map(judged, chosen)):
            if failed:
                print(f"FAIL: {errors.strip()}", file=sys.stderr, flush=True)
                wrong += 1
                continue
            listeners = json.loads(output)["listeners"]
            print(row(daemon, listeners), flush=True)
            for port in daemon.ports:
                said = {spoken(listener["answer"]) for listener in listeners if name_of(listener) == port and listener["answer"]}
                if said != {daemon.must_speak(port)}:
                    wrong += 1
                    print(f"FAIL: {daemon.name}, {port} must speak {daemon.must_speak(port)}, but: {said}", file=sys.stderr)
            for listener in listeners:
                if listener["verdict"] not in ALLOWED:
                    wrong += 1
                    reasons = "; ".join(fact["text"] for fact in listener["evidence"])
                    print(f"FAIL: {daemon.name}, {listener['port']}/{listener['transport']} is {listener['verdict']}: {reasons}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["packages"]:
            print("\n".join(sorted({daemon.package for daemon in DAEMONS})))
        case ["one", name]:
            one(name)
        case ["run", *names]:
            sys.exit(run(names))
        case _:
            sys.exit(__doc__)

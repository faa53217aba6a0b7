// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/known_names.h"

#include <algorithm>
#include <array>

namespace portolan::known_names {

namespace {

/// A number, a slash or nothing follows.
constexpr std::array kernelThreads {
    u"kworker",   u"kthreadd",    u"ksoftirqd", u"kswapd",   u"kcompactd",  u"khugepaged",   u"khungtaskd",   u"kdevtmpfs",
    u"kauditd",   u"oom_reaper",  u"kblockd",   u"kintegrityd", u"kthrotld", u"ksmd",        u"nfsiod",       u"rpciod",
    u"rcu_sched", u"rcu_preempt", u"rcu_bh",    u"rcu_gp",   u"rcu_par_gp", u"slub_flushwq", u"mm_percpu_wq", u"inet_frag_wq",
    u"scsi_eh_",
};
/// Words that programs bear too, unless a slash follows.
constexpr std::array kernelThreadsWithSlash { u"migration/", u"irq/", u"cpuhp/", u"watchdog/", u"idle_inject/", u"jbd2/", u"xfsaild/" };

/// Without those that people also build and run from their own folders by design, such as node.
constexpr std::array daemons {
    u"sshd",          u"nginx",         u"apache2",       u"httpd",          u"lighttpd",      u"haproxy",       u"squid",
    u"systemd",       u"systemd-resolved", u"systemd-resolve", u"systemd-networkd", u"systemd-network", u"systemd-timesyncd",
    u"systemd-timesyn", u"systemd-journald", u"systemd-journal", u"systemd-logind", u"systemd-udevd", u"cron",  u"crond",
    u"atd",           u"anacron",       u"init",          u"cupsd",          u"cups-browsed",  u"dbus-daemon",   u"dbus-broker",
    u"rsyslogd",      u"syslog-ng",     u"postgres",      u"mysqld",         u"mariadbd",      u"mongod",        u"redis-server",
    u"memcached",     u"named",         u"unbound",       u"dnsmasq",        u"smbd",          u"nmbd",          u"winbindd",
    u"dockerd",       u"containerd",    u"docker-proxy",  u"kubelet",        u"exim4",         u"master",        u"sendmail",
    u"dovecot",       u"avahi-daemon",  u"NetworkManager", u"wpa_supplicant", u"chronyd",      u"ntpd",          u"rpcbind",
    u"rpc.statd",     u"rpc.mountd",    u"snmpd",         u"slapd",          u"vsftpd",        u"proftpd",       u"xinetd",
    u"inetd",         u"openvpn",       u"polkitd",       u"accounts-daemon", u"bluetoothd",   u"gdm",           u"sddm",
    u"Xorg",          u"auditd",        u"irqbalance",    u"udisksd",        u"upowerd",       u"snapd",         u"tor",
};

} // namespace

bool isKernelThread(QStringView name)
{
    if (name.startsWith(u'['))
        name = name.sliced(1, name.size() - (name.endsWith(u']') ? 2 : 1));
    const auto isFollowedByNoLetter = [name](QStringView start) {
        return name.startsWith(start) && (name.size() == start.size() || name[start.size()] == u'/' || name[start.size()].isDigit());
    };
    return std::ranges::any_of(kernelThreads, [&](const char16_t *thread) { return isFollowedByNoLetter(QStringView(thread)); })
        || std::ranges::any_of(kernelThreadsWithSlash, [name](const char16_t *start) { return name.startsWith(QStringView(start)); });
}

bool isDaemon(QStringView name)
{
    return std::ranges::any_of(daemons, [name](const char16_t *daemon) { return name == QStringView(daemon); });
}

bool isCommonWord(QStringView name)
{
    return name == u"master" || name == u"init" || name == u"tor";
}

} // namespace portolan::known_names

// SPDX-License-Identifier: GPL-3.0-or-later
#include "confinement.h"

#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/securebits.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <optional>

namespace portolan::helper {

namespace {

/// The group that stands for none; /proc asks for no group.
constexpr gid_t noGroup = 65534;

/// Reading the links in /proc/<pid>/fd takes the right to trace the process, proc(5); listing that
/// folder, which belongs to the process's user alone, takes the right to search any folder.
constexpr uint64_t keptCapabilities = uint64_t(1) << CAP_SYS_PTRACE | uint64_t(1) << CAP_DAC_READ_SEARCH;

/// The person who asked, as pkexec(1) tells it.
std::optional<uid_t> askingUser()
{
    const char *text = std::getenv("PKEXEC_UID");
    if (text == nullptr)
        return std::nullopt;
    uid_t user = 0;
    const char *const end = text + std::strlen(text);
    const auto [stop, error] = std::from_chars(text, end, user);
    if (error != std::errc() || stop != end || stop == text || user == uid_t(-1))
        return std::nullopt;
    return user;
}

bool keepNothingInherited()
{
    ::umask(077);
    for (int descriptor = 0; descriptor <= 2; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) < 0)
            return false;
    }
    return ::syscall(SYS_close_range, 3U, ~0U, 0U) == 0 && ::clearenv() == 0 && ::chdir("/") == 0;
}

bool setLimits()
{
    const auto limit = [](__rlimit_resource resource, rlim_t value) {
        const rlimit both { value, value };
        return ::setrlimit(resource, &both) == 0;
    };
    return limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NPROC, 0) && limit(RLIMIT_NOFILE, 16);
}

bool setCapabilities(uint64_t capabilities)
{
    __user_cap_header_struct header { _LINUX_CAPABILITY_VERSION_3, 0 };
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> data {};
    for (size_t i = 0; i < data.size(); ++i)
        data[i].effective = data[i].permitted = uint32_t(capabilities >> (32 * i));
    return ::syscall(SYS_capset, &header, data.data()) == 0;
}

bool becomeUser(uid_t user)
{
    // The bounding set goes while there is the capability to cut it; the kernel says where it ends.
    for (unsigned long capability = 0; ::prctl(PR_CAPBSET_READ, capability) >= 0; ++capability) {
        if (::prctl(PR_CAPBSET_DROP, capability) != 0)
            return false;
    }
    constexpr unsigned long bits = SECBIT_KEEP_CAPS | SECBIT_NOROOT | SECBIT_NOROOT_LOCKED | SECBIT_NO_CAP_AMBIENT_RAISE
        | SECBIT_NO_CAP_AMBIENT_RAISE_LOCKED;
    return ::prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) == 0 && ::prctl(PR_SET_SECUREBITS, bits) == 0
        && ::setgroups(0, nullptr) == 0 && ::setresgid(noGroup, noGroup, noGroup) == 0
        && ::setresuid(user, user, user) == 0 && setCapabilities(keptCapabilities);
}

bool gainNothing()
{
    // Not dumpable: nor may the person's other programs trace it or read its memory.
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
}

/// Files are opened for reading only, and only standard output is written.
bool allowCalls()
{
    const scmp_filter_ctx filter = ::seccomp_init(SCMP_ACT_KILL_PROCESS);
    if (filter == nullptr)
        return false;
    const auto allow = [filter](int call) { return ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0; };
    const bool done = allow(SCMP_SYS(read)) && allow(SCMP_SYS(close)) && allow(SCMP_SYS(getdents64))
        && allow(SCMP_SYS(readlinkat)) && allow(SCMP_SYS(fstatfs)) && allow(SCMP_SYS(clock_nanosleep)) && allow(SCMP_SYS(exit_group))
        && ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, STDOUT_FILENO)) == 0
        && ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
                              SCMP_A2(SCMP_CMP_MASKED_EQ, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY)) == 0
        && ::seccomp_load(filter) == 0;
    ::seccomp_release(filter);
    return done;
}

} // namespace

bool confine()
{
    const std::optional<uid_t> user = askingUser();
    return user && keepNothingInherited() && setLimits() && becomeUser(*user) && gainNothing() && allowCalls();
}

} // namespace portolan::helper

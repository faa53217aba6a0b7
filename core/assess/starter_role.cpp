// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/starter_role.h"

#include <algorithm>
#include <array>

namespace portolan {

namespace {

using enum StarterRole;

struct KnownName
{
    QStringView name;
    StarterRole role;
};

constexpr std::array knownNames {
    KnownName { u"sshd", RemoteLogin },
    KnownName { u"sshd-session", RemoteLogin },
    KnownName { u"dropbear", RemoteLogin },
    KnownName { u"mosh-server", RemoteLogin },
    KnownName { u"in.telnetd", RemoteLogin },
    KnownName { u"xrdp-sesman", RemoteLogin },

    KnownName { u"login", ConsoleLogin },
    KnownName { u"agetty", ConsoleLogin },
    KnownName { u"getty", ConsoleLogin },

    KnownName { u"gdm", GraphicalLogin },
    KnownName { u"gdm3", GraphicalLogin },
    KnownName { u"gdm-session-worker", GraphicalLogin },
    KnownName { u"gdm-wayland-session", GraphicalLogin },
    KnownName { u"gdm-x-session", GraphicalLogin },
    KnownName { u"sddm", GraphicalLogin },
    KnownName { u"sddm-helper", GraphicalLogin },
    KnownName { u"lightdm", GraphicalLogin },
    KnownName { u"lxdm", GraphicalLogin },
    KnownName { u"greetd", GraphicalLogin },
    KnownName { u"xdm", GraphicalLogin },

    KnownName { u"gnome-shell", Desktop },
    KnownName { u"gnome-session-binary", Desktop },
    KnownName { u"plasmashell", Desktop },
    KnownName { u"plasma_session", Desktop },
    KnownName { u"startplasma-wayland", Desktop },
    KnownName { u"startplasma-x11", Desktop },
    KnownName { u"kwin_wayland", Desktop },
    KnownName { u"kwin_x11", Desktop },
    KnownName { u"krunner", Desktop },
    KnownName { u"xfce4-session", Desktop },
    KnownName { u"xfce4-panel", Desktop },
    KnownName { u"cinnamon", Desktop },
    KnownName { u"cinnamon-session-binary", Desktop },
    KnownName { u"mate-session", Desktop },
    KnownName { u"mate-panel", Desktop },
    KnownName { u"lxqt-session", Desktop },
    KnownName { u"lxqt-panel", Desktop },
    KnownName { u"lxsession", Desktop },
    KnownName { u"budgie-panel", Desktop },
    KnownName { u"cosmic-session", Desktop },
    KnownName { u"sway", Desktop },
    KnownName { u"Hyprland", Desktop },
    KnownName { u"labwc", Desktop },
    KnownName { u"wayfire", Desktop },
    KnownName { u"weston", Desktop },
    KnownName { u"niri", Desktop },
    KnownName { u"i3", Desktop },
    KnownName { u"openbox", Desktop },
    KnownName { u"fluxbox", Desktop },
    KnownName { u"awesome", Desktop },
    KnownName { u"bspwm", Desktop },

    KnownName { u"gnome-terminal-server", Terminal },
    KnownName { u"gnome-terminal", Terminal },
    KnownName { u"kgx", Terminal },
    KnownName { u"ptyxis", Terminal },
    KnownName { u"ptyxis-agent", Terminal },
    KnownName { u"konsole", Terminal },
    KnownName { u"yakuake", Terminal },
    KnownName { u"xfce4-terminal", Terminal },
    KnownName { u"mate-terminal", Terminal },
    KnownName { u"lxterminal", Terminal },
    KnownName { u"qterminal", Terminal },
    KnownName { u"terminator", Terminal },
    KnownName { u"tilix", Terminal },
    KnownName { u"guake", Terminal },
    KnownName { u"xterm", Terminal },
    KnownName { u"urxvt", Terminal },
    KnownName { u"rxvt", Terminal },
    KnownName { u"st", Terminal },
    KnownName { u"alacritty", Terminal },
    KnownName { u"kitty", Terminal },
    KnownName { u"foot", Terminal },
    KnownName { u"footclient", Terminal },
    KnownName { u"ghostty", Terminal },
    KnownName { u"wezterm-gui", Terminal },
    KnownName { u"script", Terminal },

    KnownName { u"tmux", Multiplexer },
    KnownName { u"tmux: server", Multiplexer },
    KnownName { u"tmux: client", Multiplexer },
    KnownName { u"screen", Multiplexer },
    KnownName { u"zellij", Multiplexer },
    KnownName { u"dtach", Multiplexer },
    KnownName { u"abduco", Multiplexer },

    KnownName { u"sh", Shell },
    KnownName { u"bash", Shell },
    KnownName { u"dash", Shell },
    KnownName { u"ash", Shell },
    KnownName { u"zsh", Shell },
    KnownName { u"fish", Shell },
    KnownName { u"ksh", Shell },
    KnownName { u"ksh93", Shell },
    KnownName { u"mksh", Shell },
    KnownName { u"csh", Shell },
    KnownName { u"tcsh", Shell },
    KnownName { u"nu", Shell },
    KnownName { u"elvish", Shell },
    KnownName { u"xonsh", Shell },
    KnownName { u"pwsh", Shell },

    KnownName { u"sudo", UserChange },
    KnownName { u"su", UserChange },
    KnownName { u"doas", UserChange },
    KnownName { u"pkexec", UserChange },
    KnownName { u"runuser", UserChange },
    KnownName { u"setpriv", UserChange },
    KnownName { u"run0", UserChange },

    KnownName { u"cron", Scheduler },
    KnownName { u"crond", Scheduler },
    KnownName { u"fcron", Scheduler },
    KnownName { u"anacron", Scheduler },
    KnownName { u"atd", Scheduler },

    KnownName { u"dockerd", ContainerRuntime },
    KnownName { u"containerd", ContainerRuntime },
    KnownName { u"containerd-shim", ContainerRuntime },
    KnownName { u"containerd-shim-runc-v2", ContainerRuntime },
    KnownName { u"docker-init", ContainerRuntime },
    KnownName { u"podman", ContainerRuntime },
    KnownName { u"conmon", ContainerRuntime },
    KnownName { u"crio", ContainerRuntime },
    KnownName { u"runc", ContainerRuntime },
    KnownName { u"crun", ContainerRuntime },
    KnownName { u"kubelet", ContainerRuntime },
    KnownName { u"rootlesskit", ContainerRuntime },
    KnownName { u"lxc-start", ContainerRuntime },
    KnownName { u"systemd-nspawn", ContainerRuntime },
    KnownName { u"tini", ContainerRuntime },
    KnownName { u"dumb-init", ContainerRuntime },
    KnownName { u"catatonit", ContainerRuntime },

    KnownName { u"supervisord", Supervisor },
    KnownName { u"runsvdir", Supervisor },
    KnownName { u"runsv", Supervisor },
    KnownName { u"svscan", Supervisor },
    KnownName { u"supervise", Supervisor },
    KnownName { u"s6-svscan", Supervisor },
    KnownName { u"s6-supervise", Supervisor },
    KnownName { u"supervise-daemon", Supervisor },
    KnownName { u"dinit", Supervisor },
    KnownName { u"monit", Supervisor },
    KnownName { u"circusd", Supervisor },
    KnownName { u"forever", Supervisor },
    KnownName { u"nodemon", Supervisor },

    KnownName { u"inetd", ConnectionStarter },
    KnownName { u"xinetd", ConnectionStarter },
    KnownName { u"tcpserver", ConnectionStarter },

    KnownName { u"code", DevelopmentEnvironment },
    KnownName { u"code-server", DevelopmentEnvironment },
    KnownName { u"codium", DevelopmentEnvironment },
    KnownName { u"cursor", DevelopmentEnvironment },
    KnownName { u"zed-editor", DevelopmentEnvironment },
    KnownName { u"sublime_text", DevelopmentEnvironment },
    KnownName { u"idea", DevelopmentEnvironment },
    KnownName { u"pycharm", DevelopmentEnvironment },
    KnownName { u"webstorm", DevelopmentEnvironment },
    KnownName { u"clion", DevelopmentEnvironment },
    KnownName { u"goland", DevelopmentEnvironment },
    KnownName { u"phpstorm", DevelopmentEnvironment },
    KnownName { u"rider", DevelopmentEnvironment },
    KnownName { u"rustrover", DevelopmentEnvironment },
    KnownName { u"studio", DevelopmentEnvironment },
    KnownName { u"eclipse", DevelopmentEnvironment },
    KnownName { u"netbeans", DevelopmentEnvironment },
    KnownName { u"qtcreator", DevelopmentEnvironment },
    KnownName { u"kdevelop", DevelopmentEnvironment },
    KnownName { u"gnome-builder", DevelopmentEnvironment },
    KnownName { u"emacs", DevelopmentEnvironment },
    KnownName { u"vim", DevelopmentEnvironment },
    KnownName { u"nvim", DevelopmentEnvironment },
    KnownName { u"jupyter-lab", DevelopmentEnvironment },
    KnownName { u"jupyter-notebook", DevelopmentEnvironment },

    KnownName { u"apt", PackageManager },
    KnownName { u"apt-get", PackageManager },
    KnownName { u"aptitude", PackageManager },
    KnownName { u"dpkg", PackageManager },
    KnownName { u"unattended-upgrade", PackageManager },
    KnownName { u"packagekitd", PackageManager },
    KnownName { u"dnf", PackageManager },
    KnownName { u"yum", PackageManager },
    KnownName { u"rpm", PackageManager },
    KnownName { u"zypper", PackageManager },
    KnownName { u"pacman", PackageManager },
    KnownName { u"apk", PackageManager },
    KnownName { u"snapd", PackageManager },

    KnownName { u"make", TaskRunner },
    KnownName { u"gmake", TaskRunner },
    KnownName { u"ninja", TaskRunner },
    KnownName { u"ctest", TaskRunner },
    KnownName { u"npm", TaskRunner },
    KnownName { u"yarn", TaskRunner },
    KnownName { u"pnpm", TaskRunner },
    KnownName { u"bun", TaskRunner },
    KnownName { u"cargo", TaskRunner },
    KnownName { u"gradle", TaskRunner },
    KnownName { u"mvn", TaskRunner },
    KnownName { u"just", TaskRunner },
    KnownName { u"foreman", TaskRunner },
    KnownName { u"honcho", TaskRunner },
    KnownName { u"gitlab-runner", TaskRunner },
    KnownName { u"Runner.Worker", TaskRunner },

    KnownName { u"bwrap", Sandbox },
    KnownName { u"flatpak", Sandbox },
    KnownName { u"firejail", Sandbox },
    KnownName { u"snap-confine", Sandbox },
};

struct KnownBeginning
{
    QStringView beginning;
    StarterRole role;
};

/// Programs that put a version or more into their name.
constexpr std::array knownBeginnings {
    KnownBeginning { u"PM2 v", Supervisor },
    KnownBeginning { u"npm ", TaskRunner },
    KnownBeginning { u"emacs-", DevelopmentEnvironment },
};

/// TASK_COMM_LEN of the kernel, without the zero at its end.
constexpr qsizetype longestName = 15;

} // namespace

StarterRole starterRoleOf(QStringView name)
{
    const auto known = std::ranges::find_if(
        knownNames, [name](const KnownName &each) { return each.name.left(longestName) == name.left(longestName); });
    if (known != knownNames.end())
        return known->role;
    const auto begins = std::ranges::find_if(
        knownBeginnings, [name](const KnownBeginning &each) { return name.startsWith(each.beginning); });
    return begins != knownBeginnings.end() ? begins->role : Program;
}

} // namespace portolan

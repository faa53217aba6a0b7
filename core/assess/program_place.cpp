// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/program_place.h"

#include <QDir>

#include <algorithm>
#include <array>

namespace portolan {

namespace {

constexpr std::array temporaryFolders { u"/tmp/", u"/var/tmp/", u"/dev/shm/", u"/run/user/", u"/dev/mqueue/" };
constexpr auto appImageMount = u"/tmp/.mount_";
constexpr std::array localFolders { u"/usr/local/", u"/opt/", u"/srv/" };
constexpr std::array systemFolders { u"/usr/", u"/bin/", u"/sbin/", u"/lib/", u"/lib64/", u"/snap/", u"/nix/store/",
                                     u"/gnu/store/", u"/app/", u"/var/lib/flatpak/" };
constexpr std::array homeFolders { u"/home/", u"/root/" };
// Folders in which tools install or build programs for a person: in the home, below node_modules
// (.bin, .pnpm) and in a project (.next, .output).
constexpr std::array toolFolders {
    u".local",        u".nvm",         u".cargo",         u".rustup",      u".npm",       u".pyenv",
    u".rbenv",        u".asdf",        u".sdkman",        u".dotnet",      u".deno",      u".bun",
    u".vscode",       u".cursor",      u".steam",         u".var",         u".vscode-server", u".volta",
    u".conda",        u".venv",        u".virtualenvs",   u".jdks",        u".gradle",    u".linuxbrew",
    u".bin",          u".pnpm",        u".yarn",          u".next",        u".output",    u".m2",
    u".ivy2",         u".sbt",         u".rvm",           u".nodenv",      u".goenv",     u".phpenv",
    u".jenv",         u".tox",         u".nox",           u".pixi",        u".opam",      u".ghcup",
    u".cabal",        u".stack",       u".julia",         u".foundry",     u".vscode-oss", u".vscode-insiders",
    u".vscodium-server", u".cursor-server", u".vscode-server-insiders", u".dropbox-dist", u".meteor", u".elan",
};

template <typename List>
bool startsWithAny(QStringView path, const List &folders)
{
    return std::ranges::any_of(folders, [path](const char16_t *folder) { return path.startsWith(QStringView(folder)); });
}

bool hasHiddenFolder(QStringView path)
{
    const auto parts = path.split(u'/', Qt::SkipEmptyParts);
    return std::any_of(parts.cbegin(), parts.cend() - (parts.isEmpty() ? 0 : 1), [](QStringView part) {
        return part.startsWith(u'.')
            && std::ranges::none_of(toolFolders, [part](const char16_t *tool) { return part == QStringView(tool); });
    });
}

} // namespace

ProgramPlace programPlace(QStringView path)
{
    // Arguments may take detours, as in "/opt/app/bin/../lib/app.jar".
    QString straight;
    if (path.contains(u"/./") || path.contains(u"/../") || path.contains(u"//")) {
        straight = QDir::cleanPath(path.toString());
        path = straight;
    }
    if (path.isEmpty())
        return ProgramPlace::Unknown;
    if (path.startsWith(u"/memfd:"))
        return ProgramPlace::Memory;
    if (isAppImageMount(path))
        return ProgramPlace::Home;
    if (startsWithAny(path, temporaryFolders))
        return ProgramPlace::Temporary;
    if (hasHiddenFolder(path))
        return ProgramPlace::Hidden;
    if (startsWithAny(path, localFolders))
        return ProgramPlace::Local;
    if (startsWithAny(path, systemFolders))
        return ProgramPlace::System;
    if (startsWithAny(path, homeFolders))
        return ProgramPlace::Home;
    return ProgramPlace::Other;
}

bool isAppImageMount(QStringView path)
{
    return path.startsWith(QStringView(appImageMount));
}

QString programOf(const ProcessInfo &process)
{
    if (!process.script.isEmpty())
        return process.script;
    const QString script = scriptArgument(fileNameOf(process.executable), process.commandLine);
    return script.isEmpty() ? process.executable : script;
}

QStringView fileNameOf(QStringView path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

} // namespace portolan

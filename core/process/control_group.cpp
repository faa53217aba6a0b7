// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/control_group.h"

#include <QRegularExpression>
#include <QStringList>

#include <array>

namespace portolan {

namespace {

bool isUnit(const QString &component)
{
    static constexpr std::array suffixes { ".service", ".scope", ".socket", ".mount", ".swap" };
    for (const char *suffix : suffixes) {
        const QLatin1String text(suffix);
        if (component.size() > text.size() && component.endsWith(text))
            return true;
    }
    return false;
}

} // namespace

const QString &unitControlGroup(const Owner &owner)
{
    const ProcessInfo *process = owner.leader();
    const bool ofProcess = process && !process->cgroup.isEmpty()
        && (owner.attribution == Attribution::Observed || owner.cgroup.isEmpty());
    return ofProcess ? process->cgroup : owner.cgroup;
}

bool isServiceManager(const ProcessInfo &process)
{
    return process.unit == QLatin1String("init.scope");
}

QString unitOfControlGroup(const QString &path)
{
    const QStringList components = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (auto component = components.crbegin(); component != components.crend(); ++component) {
        // systemd puts an underscore before names that would clash with the kernel's own files.
        const QString name = component->startsWith(QLatin1Char('_')) ? component->mid(1) : *component;
        if (isUnit(name))
            return name;
    }
    return {};
}

std::optional<Container> containerOfControlGroup(const QString &path)
{
    static const QRegularExpression idPattern(QStringLiteral("^(?:([a-z][a-z-]*)-)?([0-9a-f]{64})(?:\\.scope)?$"));
    const QStringList components = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (qsizetype i = components.size() - 1; i >= 0; --i) {
        const QString &component = components.at(i);
        const QString parent = i > 0 ? components.at(i - 1) : QString();
        const QRegularExpressionMatch match = idPattern.match(component);
        if (match.hasMatch()) {
            const QString prefix = match.captured(1);
            if (prefix.endsWith(QLatin1String("conmon")))
                continue; // the monitor of a container runs outside of it
            QString engine = prefix == QLatin1String("libpod") ? QStringLiteral("podman")
                : prefix == QLatin1String("crio")              ? QStringLiteral("cri-o")
                : prefix == QLatin1String("cri-containerd")    ? QStringLiteral("containerd")
                                                               : prefix;
            if (engine.isEmpty()) {
                if (parent == QLatin1String("docker"))
                    engine = parent;
                else if (parent.startsWith(QLatin1String("libpod")))
                    engine = QStringLiteral("podman");
                else if (path.contains(QLatin1String("kubepods")))
                    engine = QStringLiteral("kubernetes");
                else
                    continue;
            }
            return Container { engine, QString(), match.captured(2) };
        }
        const QLatin1String payload("lxc.payload.");
        if (component.startsWith(payload) && component.size() > payload.size())
            return Container { QStringLiteral("lxc"), component.mid(payload.size()), component.mid(payload.size()) };
        if (parent == QLatin1String("lxc") || parent == QLatin1String("lxc.payload"))
            return Container { QStringLiteral("lxc"), component, component };
        if (parent == QLatin1String("machine.slice") && component.startsWith(QLatin1String("machine-"))
            && component.endsWith(QLatin1String(".scope"))) {
            // systemd.unit(5): "-" inside the name is written as \x2d.
            QString name = component.mid(8, component.size() - 8 - 6);
            name.replace(QLatin1String("\\x2d"), QLatin1String("-"));
            return Container { QStringLiteral("systemd-machine"), name, name };
        }
    }
    return std::nullopt;
}

QByteArrayView controlGroupPath(QByteArrayView file)
{
    QByteArrayView unified;
    QByteArrayView systemd;
    while (!file.isEmpty()) {
        const qsizetype newline = file.indexOf('\n');
        const QByteArrayView line = newline < 0 ? file : file.first(newline);
        file = newline < 0 ? QByteArrayView() : file.sliced(newline + 1);
        const qsizetype first = line.indexOf(':');
        const qsizetype second = first < 0 ? -1 : line.indexOf(':', first + 1);
        if (second < 0 || second + 1 >= line.size() || line[second + 1] != '/')
            continue;
        const QByteArrayView controllers = line.sliced(first + 1, second - first - 1);
        const QByteArrayView path = line.sliced(second + 1);
        if (line.first(first) == QByteArrayView("0") && controllers.isEmpty())
            unified = path;
        else if (controllers == QByteArrayView("name=systemd"))
            systemd = path;
    }
    const bool isRoot = unified == QByteArrayView("/");
    return unified.isEmpty() || (isRoot && systemd.size() > 1) ? systemd : unified;
}

} // namespace portolan

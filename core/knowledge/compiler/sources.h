// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/note_yaml.h"
#include "knowledge/panel_yaml.h"
#include "knowledge/registration.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace portolan::compiler {

/// Prints the message on standard error; 1, for main() to return.
int fail(const QString &message);
/// nullopt after a message on standard error.
[[nodiscard]] std::optional<QByteArray> readFile(const QString &path);
/// Replaces the file as a whole; the exit code.
[[nodiscard]] int writeFile(const QString &path, const QByteArray &bytes);

/// The files of resources/knowledge, read and checked: registry.tsv, notes/*.yaml, panels/*.yaml.
struct Sources
{
    QList<Registration> registrations;
    QString registryDate;
    QList<PlacedNote> notes;
    QList<PlacedPanel> panels;
};

/// nullopt after a message on standard error with file and line.
[[nodiscard]] std::optional<Sources> readSources(const QString &folder);
/// The YAML files below the folder, sorted.
[[nodiscard]] QStringList yamlFiles(const QString &folder);

} // namespace portolan::compiler

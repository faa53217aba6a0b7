// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_document.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace portolan {

class ReportSink;

/// One element of "listeners" in the snapshot format. Missing values are null.
[[nodiscard]] QJsonObject listenerToJson(const Listener &listener, const Assessment &assessment,
                                         const Knowledge *knowledge, const OwnNotes &ownNotes);
/// The same JSON with every character that could act on a terminal or a viewer written as \uXXXX;
/// what a parser reads from it is unchanged.
[[nodiscard]] QByteArray harmlessJson(const QByteArray &json);
/// One line without its end.
[[nodiscard]] QByteArray compactJson(const QJsonObject &object);

/// Members that a file has beside those of every snapshot.
struct JsonAdditions
{
    QJsonObject members; ///< of the snapshot itself
    QList<QJsonObject> listeners; ///< of each listener of the document; empty when there are none
};

/// The snapshot format, version 1. One listener a line, so that line tools can compare files.
void writeJsonReport(const ReportDocument &document, ReportSink &sink, const JsonAdditions &additions = {});

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparison_json.h"

#include "report/json_fields.h"
#include "report/json_report.h"
#include "report/listener_text.h"

#include <QJsonArray>

namespace portolan {

namespace {

QLatin1String firstName(Differences what)
{
    if (what.testFlag(Difference::Owner))
        return QLatin1String("owner");
    return what & (Difference::Endpoints | Difference::Wider | Difference::Narrower) ? QLatin1String("endpoints") : QLatin1String("verdict");
}

QJsonArray names(Differences what)
{
    QJsonArray result;
    for (const auto &[difference, name] : { std::pair { Difference::Owner, "owner" }, { Difference::Endpoints, "endpoints" }, { Difference::Wider, "wider" },
                                            { Difference::Narrower, "narrower" }, { Difference::Verdict, "verdict" } }) {
        if (what.testFlag(difference))
            result += QString(QLatin1String(name));
    }
    return result;
}

} // namespace

QByteArray comparisonToJson(const Comparison &comparison, const ReportDocument &before, const PictureName &beforeName, const ReportDocument &after,
                            const PictureName &afterName)
{
    const auto listener = [&after](const ComparedListener &one) { return listenerToJson(*one.listener, *one.assessment, after.knowledge.get(), after.ownNotes); };
    QJsonArray opened;
    QJsonArray closed;
    QJsonArray changed;
    for (const ComparedPort &port : comparison.ports) {
        if (port.what.testFlag(Difference::Opened)) {
            opened += listener(port.after);
        } else if (port.what.testFlag(Difference::Closed)) {
            closed += listener(port.before);
        } else {
            changed += QJsonObject { { QStringLiteral("what"), QString(firstName(port.what)) },
                                     { QStringLiteral("changes"), names(port.what) },
                                     { QStringLiteral("before"), listener(port.before) },
                                     { QStringLiteral("after"), listener(port.after) } };
        }
    }
    return compactJson({ { QStringLiteral("from"), json::timeOrNull(before.snapshot->takenAt) },
                         { QStringLiteral("to"), json::timeOrNull(after.snapshot->takenAt) },
                         { QStringLiteral("summary"), comparisonSentence(comparison, beforeName, afterName, hasUnreadTables(*after.snapshot)) },
                         { QStringLiteral("opened"), opened },
                         { QStringLiteral("closed"), closed },
                         { QStringLiteral("changed"), changed } });
}

QString comparedLine(const ComparedPort &port)
{
    const ComparedListener &shown = port.shown();
    return QStringLiteral("%1/%2 %3, %4").arg(shown.listener->port()).arg(QLatin1String(transportName(shown.listener->transport())),
                                                                           listener_text::owner(*shown.listener->owner),
                                                                           verdictLabel(shown.assessment->verdict));
}

QString comparisonToText(const Comparison &comparison, const QString &sentence)
{
    QStringList lines { sentence };
    for (const ComparedPort &port : comparison.ports)
        lines += QChar::fromLatin1(differenceSign(port.what)) + QLatin1Char(' ') + comparedLine(port) + QLatin1String(": ") + differenceText(port);
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace portolan

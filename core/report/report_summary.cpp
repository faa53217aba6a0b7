// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_summary.h"

#include "report/listener_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace portolan {

namespace {

constexpr qsizetype mostNamed = 3;

class ReportSummary
{
    Q_DECLARE_TR_FUNCTIONS(Report)

public:
    static QString of(const ReportDocument &document)
    {
        const auto all = static_cast<int>(document.listeners.size());
        if (all == 0)
            return tr("This report has no listeners.");
        QStringList toInvestigate;
        for (qsizetype i = 0; i < document.listeners.size(); ++i) {
            if (document.assessments[i]->verdict == Verdict::Investigate)
                toInvestigate += shortName(*document.listeners[i]);
        }
        const auto reachable = static_cast<int>(std::ranges::count_if(
            document.listeners, [](const ListenerPtr &one) { return isReachableFromNetwork(one->exposure()); }));
        QStringList sentences { tr("%n listener(s).", nullptr, all) };
        sentences += reachable == 0 ? tr("None can be reached from outside this machine.")
                                    : tr("%n can be reached from outside this machine.", nullptr, reachable);
        if (toInvestigate.isEmpty()) {
            sentences += tr("Nothing asks for a closer look.");
        } else if (toInvestigate.size() <= mostNamed) {
            sentences += tr("Look first at %1.", "one to three listeners").arg(toInvestigate.join(QStringLiteral(", ")));
        } else {
            sentences += tr("Look first at %1 and %n more.", nullptr, static_cast<int>(toInvestigate.size() - mostNamed))
                             .arg(toInvestigate.mid(0, mostNamed).join(QStringLiteral(", ")));
        }
        return sentences.join(QLatin1Char(' '));
    }

private:
    static QString shortName(const Listener &listener)
    {
        return tr("%1/%2 (%3)", "port, protocol, owner")
            .arg(QString::number(listener.port()), QString(QLatin1String(transportName(listener.transport()))), listener_text::owner(*listener.owner));
    }
};

} // namespace

QString reportSummary(const ReportDocument &document)
{
    return ReportSummary::of(document);
}

} // namespace portolan

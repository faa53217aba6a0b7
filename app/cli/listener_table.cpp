// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener_table.h"

#include "report/listener_text.h"
#include "terminal.h"
#include "text/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <numeric>

namespace portolan::cli {

namespace {

constexpr int columnCount = 9;
constexpr int gap = 2;
constexpr int verdictColumn = 2;
constexpr std::array<bool, columnCount> alignedRight { true, false, false, false, false, true, false, false, false };
/// Columns that may be cut, and the narrowest they get; 0: never cut.
constexpr std::array<int, columnCount> narrowest { 0, 0, 0, 8, 10, 0, 6, 0, 9 };

using Cells = std::array<QString, columnCount>;

class ListenerTable
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    static Cells head()
    {
        return { tr("PORT"), tr("PROTO"), tr("VERDICT"), tr("REGISTERED"), tr("OWNER"), tr("PID"), tr("USER"), tr("REACHABLE"), tr("ADDRESSES") };
    }

    static QString verdict(const Assessment &assessment)
    {
        return verdictGlyph(assessment.verdict) + QLatin1Char(' ') + verdictLabel(assessment.verdict);
    }

    static QString ownerText(const Owner &owner)
    {
        const QString name = listener_text::owner(owner);
        return owner.attribution == Attribution::Inferred ? tr("%1 (inferred)", "an owner").arg(name) : name;
    }

    static QString userOf(const Owner &owner)
    {
        const ProcessInfo *leader = owner.leader();
        return text::visible(leader && !leader->user.isEmpty() ? leader->user : owner.user);
    }

    static Cells row(const Listener &listener, const Assessment &assessment, const OwnNotePtr &note)
    {
        const ProcessInfo *leader = listener.owner->leader();
        return { QString::number(listener.port()), QString(QLatin1String(transportName(listener.transport()))), verdict(assessment),
                 assessment.service.isEmpty() ? QStringLiteral("-") : text::visible(assessment.service),
                 note ? ownerText(*listener.owner) + QLatin1Char(' ') + ownNoteMark(note) : ownerText(*listener.owner),
                 leader ? QString::number(leader->key.pid) : QStringLiteral("-"), userOf(*listener.owner),
                 listener_text::exposure(listener.exposure()), listener_text::endpoints(listener).join(QLatin1String(", ")) };
    }

    static QStringList summary(const ReportDocument &document)
    {
        const auto reachable = std::ranges::count_if(document.listeners, [](const ListenerPtr &one) { return isReachableFromNetwork(one->exposure()); });
        const auto investigate = std::ranges::count_if(document.assessments, [](const AssessmentPtr &one) { return one->verdict == Verdict::Investigate; });
        const QStringList counts { tr("%n listening", nullptr, static_cast<int>(document.listeners.size())),
                                   tr("%n reachable from outside", nullptr, static_cast<int>(reachable)),
                                   tr("%n to investigate", nullptr, static_cast<int>(investigate)) };
        return QStringList { counts.join(QStringLiteral(u" · ")) }
        + terminal::wrapped(listener_text::completeness(*document.snapshot), terminal::width(), 0);
    }

    static QString line(const Listener &listener, const Assessment &assessment)
    {
        const ProcessInfo *leader = listener.owner->leader();
        const QString port = QString::number(listener.port()) + QLatin1Char('/') + QLatin1String(transportName(listener.transport()));
        const QString owner = leader ? tr("%1, pid %2", "process and its id").arg(ownerText(*listener.owner), QString::number(leader->key.pid)) : ownerText(*listener.owner);
        const QStringList parts { terminal::padded(port, 9), terminal::coloured(verdict(assessment), assessment.verdict), owner, userOf(*listener.owner),
                                  listener_text::endpoints(listener).join(QLatin1String(", ")) };
        return parts.join(QLatin1String("  "));
    }
};

/// Takes columns from the widest that may give some, until the line fits.
void shrink(std::array<int, columnCount> &widths, int available)
{
    const auto total = [&] { return std::accumulate(widths.begin(), widths.end(), gap * (columnCount - 1)); };
    while (total() > available) {
        int widest = -1;
        for (int column = 0; column < columnCount; ++column) {
            const auto index = static_cast<size_t>(column);
            if (narrowest[index] > 0 && widths[index] > narrowest[index] && (widest < 0 || widths[index] > widths[static_cast<size_t>(widest)]))
                widest = column;
        }
        if (widest < 0)
            return;
        --widths[static_cast<size_t>(widest)];
    }
}

} // namespace

QStringList listenerTable(const ReportDocument &document)
{
    std::vector<Cells> rows { ListenerTable::head() };
    for (qsizetype i = 0; i < document.listeners.size(); ++i)
        rows.push_back(ListenerTable::row(*document.listeners[i], *document.assessments[i], document.ownNotes.noteFor(*document.listeners[i])));
    std::array<int, columnCount> widths {};
    for (const Cells &row : rows) {
        for (size_t column = 0; column < columnCount; ++column)
            widths[column] = std::max(widths[column], terminal::displayWidth(row[column]));
    }
    const int columns = terminal::width();
    if (terminal::isTerminal())
        shrink(widths, columns);

    QStringList lines;
    for (size_t i = 0; i < rows.size(); ++i) {
        QString line;
        int used = 0;
        for (size_t column = 0; column < columnCount; ++column) {
            // Where even the narrowest does not fit, the last columns are left out rather than wrapped.
            if (terminal::isTerminal() && column > 0 && used + gap + widths[column] > columns)
                break;
            QString cell = terminal::cut(rows[i][column], widths[column]);
            if (column + 1 < columnCount)
                cell = terminal::padded(cell, widths[column], alignedRight[column]);
            if (i == 0)
                cell = terminal::dim(cell);
            else if (column == verdictColumn)
                cell = terminal::coloured(cell, document.assessments[static_cast<qsizetype>(i - 1)]->verdict);
            line += (column == 0 ? QString() : QString(gap, QLatin1Char(' '))) + cell;
            used += (column == 0 ? 0 : gap) + widths[column];
        }
        lines += line;
    }
    return lines;
}

QStringList summaryLines(const ReportDocument &document)
{
    return ListenerTable::summary(document);
}

QString listenerLine(const Listener &listener, const Assessment &assessment)
{
    return ListenerTable::line(listener, assessment);
}

} // namespace portolan::cli

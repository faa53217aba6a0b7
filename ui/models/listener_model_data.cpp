// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/publication_text.h"
#include "models/listener_labels.h"
#include "models/listener_model.h"
#include "text/text.h"

#include <QLocale>
#include <QTextDocument>

namespace portolan {

namespace {

constexpr qsizetype cellLength = 256;
constexpr qsizetype tipLength = 2000;

const QString &dash()
{
    static const QString text = QStringLiteral("—");
    return text;
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? dash() : text;
}

QChar stateGlyph(RowState state)
{
    switch (state) {
    case RowState::Opened:
        return QLatin1Char('+');
    case RowState::Changed:
        return QLatin1Char('~');
    case RowState::Closed:
        return QChar(0x2212);
    case RowState::Normal:
        break;
    }
    return {};
}

QString commandLine(const ProcessInfo *process, qsizetype maximum)
{
    if (!process || process->commandLine.isEmpty())
        return {};
    // Quoting looks at every character; hostile command lines are long.
    QStringList arguments;
    qsizetype length = 0;
    for (const QString &argument : process->commandLine) {
        arguments.append(argument.left(maximum));
        length += argument.size();
        if (length > maximum)
            break;
    }
    const QString quoted = text::shellQuoted(arguments);
    return quoted.size() > maximum ? quoted.left(maximum) + QStringLiteral("…") : quoted;
}

QString executable(const ProcessInfo *process)
{
    if (!process || process->executable.isEmpty())
        return {};
    const QString path = text::visible(process->executable, cellLength);
    return process->executableDeleted ? ListenerModel::tr("%1 (deleted)").arg(path) : path;
}

} // namespace

QString ListenerModel::columnTitle(ListenerColumn column)
{
    switch (column) {
    case ListenerColumn::State:
        return tr("State");
    case ListenerColumn::Port:
        return tr("Port");
    case ListenerColumn::Protocol:
        return tr("Protocol");
    case ListenerColumn::Verdict:
        return tr("Verdict");
    case ListenerColumn::Registered:
        return tr("Registered as");
    case ListenerColumn::Owner:
        return tr("Owner");
    case ListenerColumn::Pid:
        return tr("PID");
    case ListenerColumn::Reachable:
        return tr("Reachable from");
    case ListenerColumn::User:
        return tr("User");
    case ListenerColumn::Since:
        return tr("Since");
    case ListenerColumn::Addresses:
        return tr("Addresses");
    case ListenerColumn::Description:
        return tr("Service description");
    case ListenerColumn::Unit:
        return tr("Unit");
    case ListenerColumn::Executable:
        return tr("Executable");
    case ListenerColumn::CommandLine:
        return tr("Command line");
    case ListenerColumn::PortMarks:
        return tr("Marks");
    case ListenerColumn::Processes:
        return tr("Processes");
    case ListenerColumn::Namespace:
        return tr("Namespace");
    }
    return {};
}

QString ListenerModel::cellText(const ListenerRow &row, ListenerColumn column) const
{
    const Listener &listener = *row.listener;
    const Owner &owner = *listener.owner;
    const ProcessInfo *leader = owner.leader();
    switch (column) {
    case ListenerColumn::State:
        return row.state == RowState::Normal ? QString() : QString(stateGlyph(row.state));
    case ListenerColumn::Port:
        return QString::number(listener.port());
    case ListenerColumn::Protocol:
        return QLatin1String(transportName(listener.transport()));
    case ListenerColumn::Verdict:
        if (row.state == RowState::Closed)
            return tr("× Closed");
        return verdictGlyph(row.assessment->verdict) + QLatin1Char(' ') + verdictLabel(row.assessment->verdict);
    case ListenerColumn::Registered:
        if (row.registeredText.isEmpty())
            row.registeredText = labels::registered(listener, *row.assessment);
        return row.registeredText;
    case ListenerColumn::Owner:
        if (row.ownerText.isEmpty())
            row.ownerText = orDash(labels::owner(owner));
        return row.ownNote ? row.ownerText + QLatin1Char(' ') + ownNoteMark(row.ownNote) : row.ownerText;
    case ListenerColumn::Pid:
        return leader ? QString::number(leader->key.pid) : dash();
    case ListenerColumn::Reachable:
        return labels::exposure(listener);
    case ListenerColumn::User:
        return orDash(text::visible(owner.user, cellLength));
    case ListenerColumn::Since: {
        const qint64 now = m_now().toMSecsSinceEpoch();
        if (row.state == RowState::Closed)
            return tr("%1 ago").arg(labels::elapsed(now - row.stateAt));
        return row.since > 0 ? labels::elapsed(now - row.since) : dash();
    }
    case ListenerColumn::Addresses:
        return labels::addresses(listener);
    case ListenerColumn::Description:
        return orDash(text::visible(row.assessment->description, cellLength));
    case ListenerColumn::Unit:
        return orDash(text::visible(owner.unit, cellLength));
    case ListenerColumn::Executable:
        return orDash(executable(leader));
    case ListenerColumn::CommandLine:
        return orDash(commandLine(leader, cellLength));
    case ListenerColumn::PortMarks:
        return orDash(labels::marks(row.assessment->marks));
    case ListenerColumn::Processes:
        return owner.processes.isEmpty() ? dash() : QString::number(owner.processes.size());
    case ListenerColumn::Namespace:
        return labels::networkNamespace(listener.endpoints.constFirst().networkNamespace);
    }
    return {};
}

QString ListenerModel::toolTip(const ListenerRow &row, ListenerColumn column) const
{
    const Owner &owner = *row.listener->owner;
    const ProcessInfo *leader = owner.leader();
    QStringList lines;
    switch (column) {
    case ListenerColumn::State:
        if (row.state == RowState::Opened)
            lines.append(tr("Opened a moment ago"));
        else if (row.state == RowState::Changed)
            lines.append(tr("Changed a moment ago"));
        else if (row.state == RowState::Closed)
            lines.append(tr("Closed a moment ago"));
        break;
    case ListenerColumn::Verdict:
        for (const Evidence &evidence : row.assessment->evidence)
            lines.append(tr("%1 (%2)").arg(evidenceText(evidence), basisLabel(evidence.basis)));
        break;
    case ListenerColumn::Registered:
        lines.append(cellText(row, column));
        if (!row.assessment->description.isEmpty())
            lines.append(text::visible(row.assessment->description, cellLength));
        for (const Mark mark : allMarks()) {
            if (row.assessment->marks.testFlag(mark))
                lines.append(markMeaning(mark));
        }
        break;
    case ListenerColumn::Owner:
        lines.append(cellText(row, column));
        lines.append(ownerReasonText(owner));
        lines.append(publicationText(*row.listener));
        lines.append(executable(leader));
        if (row.ownNote) {
            for (const QString &line : row.ownNote->text.left(tipLength).split(QLatin1Char('\n')))
                lines.append(text::visible(line));
        }
        break;
    case ListenerColumn::Reachable:
    case ListenerColumn::Addresses:
        lines.append(labels::addressesWithPort(*row.listener).left(tipLength));
        lines.append(publicationText(*row.listener));
        break;
    case ListenerColumn::Since:
        if (row.since > 0) {
            const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(row.since), QLocale::LongFormat);
            lines.append(leader && leader->startedAt.isValid() ? tr("Its process started on %1").arg(when)
                                                               : tr("Seen to open on %1").arg(when));
        }
        break;
    case ListenerColumn::CommandLine:
        lines.append(commandLine(leader, tipLength));
        break;
    default:
        lines.append(cellText(row, column));
        break;
    }
    lines.removeAll(QString());
    // Tool tips take text that looks like markup for markup.
    return lines.isEmpty() ? QString() : Qt::convertFromPlainText(lines.join(QLatin1Char('\n')));
}

QVariant ListenerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ListenerRow &item = row(index.row());
    const auto column = static_cast<ListenerColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(item, column);
    case Qt::ToolTipRole: {
        const QString tip = toolTip(item, column);
        return tip.isEmpty() ? QVariant() : QVariant(tip);
    }
    case Qt::AccessibleTextRole:
        if (column == ListenerColumn::State || column == ListenerColumn::Port)
            return labels::sentence(*item.listener, *item.assessment, item.ownNote);
        if (column == ListenerColumn::Verdict && item.state != RowState::Closed)
            return tr("%1: %2").arg(columnTitle(column), verdictLabel(item.assessment->verdict));
        if (column == ListenerColumn::Registered && item.assessment->marks)
            return tr("%1: %2, marks: %3").arg(columnTitle(column), cellText(item, column), labels::marks(item.assessment->marks));
        return tr("%1: %2").arg(columnTitle(column), cellText(item, column));
    case Qt::TextAlignmentRole:
        if (column == ListenerColumn::State)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
        if (column == ListenerColumn::Port || column == ListenerColumn::Pid || column == ListenerColumn::Since
            || column == ListenerColumn::Processes)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    case StateRole:
        return static_cast<int>(item.state);
    case VerdictRole:
        return static_cast<int>(item.assessment->verdict);
    case MarksRole:
        return static_cast<int>(Marks::Int(item.assessment->marks));
    case AttributionRole:
        return static_cast<int>(item.listener->owner->attribution);
    case OwnNoteRole:
        return ownNoteMark(item.ownNote);
    default:
        return {};
    }
}

QVariant ListenerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= listenerColumnCount)
        return {};
    const auto column = static_cast<ListenerColumn>(section);
    switch (role) {
    case Qt::DisplayRole:
        return column == ListenerColumn::State ? QString() : columnTitle(column);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return columnTitle(column);
    case Qt::TextAlignmentRole:
        if (column == ListenerColumn::Port || column == ListenerColumn::Pid || column == ListenerColumn::Since
            || column == ListenerColumn::Processes)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    default:
        return {};
    }
}

} // namespace portolan

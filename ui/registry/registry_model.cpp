// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry_model.h"

#include "net/port_range.h"
#include "text/text.h"

#include <QFont>
#include <QTextDocument>

#include <algorithm>

namespace portolan {

namespace {

constexpr qsizetype cellLength = 300;
constexpr qsizetype tipLength = 1500;
/// Rows whose texts are kept; more than any screen shows.
constexpr int keptRows = 512;

QString shown(const QString &data)
{
    return text::visible(data, cellLength);
}

/// People's names stand in brackets in the registry: "[Mark_Lottor]".
QString assigneeText(QString assignee)
{
    if (assignee.startsWith(QLatin1Char('[')) && assignee.indexOf(QLatin1Char(']')) == assignee.size() - 1) {
        assignee = assignee.mid(1, assignee.size() - 2);
        assignee.replace(QLatin1Char('_'), QLatin1Char(' '));
    }
    return shown(assignee);
}

} // namespace

RegistryModel::RegistryModel(KnowledgePtr knowledge, QObject *parent)
    : QAbstractTableModel(parent)
    , m_knowledge(std::move(knowledge))
    , m_texts(keptRows)
{
}

void RegistryModel::setKnowledge(KnowledgePtr knowledge)
{
    beginResetModel();
    m_knowledge = std::move(knowledge);
    m_answer = {};
    m_texts.clear();
    endResetModel();
}

void RegistryModel::setAnswer(const RegistryAnswer &answer)
{
    beginResetModel();
    m_answer = answer;
    endResetModel();
}

void RegistryModel::setListeningPorts(const QSet<quint16> &ports)
{
    if (ports == m_listening)
        return;
    m_listening = ports;
    if (!m_answer.hits.isEmpty()) {
        const int column = static_cast<int>(RegistryColumn::Listening);
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
    }
}

int RegistryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_answer.hits.size());
}

int RegistryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : registryColumnCount;
}

std::optional<RegistryModel::Span> RegistryModel::spanOf(const RegistryHit &hit) const
{
    if (hit.kind == RegistryHit::Kind::Port)
        return Span { static_cast<quint16>(hit.value), static_cast<quint16>(hit.value) };
    const auto first = hit.kind == RegistryHit::Kind::Note ? static_cast<size_t>(m_knowledge->registrationCount()) : 0;
    const RegistryIndex::Row &row = m_answer.index->rows().at(first + hit.value);
    return row.hasPort ? std::optional(Span { row.from, row.to }) : std::nullopt;
}

int RegistryModel::rowOf(const RegistryHit &hit) const
{
    return static_cast<int>(m_answer.hits.indexOf(hit));
}

int RegistryModel::rowOfPort(quint16 port) const
{
    int covering = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const std::optional<Span> span = spanOf(hit(row));
        if (!span || port < span->from || port > span->to)
            continue;
        if (span->from == span->to)
            return row;
        if (covering < 0)
            covering = row;
    }
    return covering;
}

std::optional<quint16> RegistryModel::portOf(int row) const
{
    const std::optional<Span> span = spanOf(hit(row));
    if (!span)
        return std::nullopt;
    const std::optional<quint16> asked = m_answer.query.singlePort();
    return asked && span->from <= *asked && *asked <= span->to ? *asked : span->from;
}

std::optional<Transport> RegistryModel::transportOf(int row) const
{
    const QString &transport = texts(hit(row)).transport;
    if (transport == QLatin1String("tcp"))
        return Transport::Tcp;
    if (transport == QLatin1String("udp"))
        return Transport::Udp;
    return std::nullopt;
}

RegistryModel::Texts RegistryModel::textsOf(const Registration &registration)
{
    Texts texts;
    texts.transport = registryTransportName(registration.transport);
    texts.service = shown(registration.service);
    if (texts.service.isEmpty()) {
        texts.service = registration.status == RegistrationStatus::Reserved ? tr("— reserved")
            : registration.status == RegistrationStatus::Unassigned         ? tr("— unassigned")
                                                                            : tr("— no name");
    }
    texts.description = shown(registration.description);
    texts.assignee = assigneeText(registration.assignee);
    texts.registered = shown(registration.registered);
    QStringList lines { texts.service, text::visible(registration.description, tipLength) };
    if (!registration.reference.isEmpty())
        lines.append(tr("Reference: %1").arg(text::visible(registration.reference, tipLength)));
    if (!registration.modified.isEmpty())
        lines.append(tr("Modified: %1").arg(shown(registration.modified)));
    if (!registration.unauthorizedUse.isEmpty())
        lines.append(tr("Unauthorised use reported: %1").arg(text::visible(registration.unauthorizedUse, tipLength)));
    if (!registration.assignmentNotes.isEmpty())
        lines.append(text::visible(registration.assignmentNotes, tipLength));
    texts.toolTip = lines.join(QLatin1Char('\n'));
    return texts;
}

RegistryModel::Texts RegistryModel::textsOf(const Note &note)
{
    Texts texts;
    if (note.transport)
        texts.transport = QLatin1String(transportName(*note.transport));
    texts.service = shown(note.subject);
    texts.description = tr("Note: %1").arg(shown(note.text));
    texts.assignee = shown(note.source.title);
    texts.registered = note.period();
    texts.toolTip = QStringList { texts.service, text::visible(note.text, tipLength),
                                  tr("A note, not a registration. Source: %1").arg(text::visible(note.source.title, tipLength)) }
                        .join(QLatin1Char('\n'));
    return texts;
}

RegistryModel::Texts RegistryModel::textsOf(quint16 port) const
{
    // The port stands for itself: a block's row covers it, or none.
    Texts texts;
    const std::optional<Registration> row = m_knowledge->registration(port, Transport::Tcp);
    if (row)
        texts.service = textsOf(*row).service;
    else
        texts.service = portRangeOf(port) == PortRange::Dynamic ? tr("— dynamic range") : tr("— not in the registry");
    const QList<Note> notes = m_knowledge->notes(port);
    texts.description = !notes.isEmpty() ? tr("Note on %1: %2").arg(shown(notes.first().subject), shown(notes.first().text))
        : row                            ? shown(row->description)
                                         : tr("The registry has no row for this port.");
    texts.toolTip = QStringList { texts.service, texts.description }.join(QLatin1Char('\n'));
    return texts;
}

const RegistryModel::Texts &RegistryModel::texts(const RegistryHit &hit) const
{
    const quint64 key = static_cast<quint64>(hit.kind) << 32 | hit.value;
    if (const Texts *kept = m_texts.object(key))
        return *kept;
    auto fresh = std::make_unique<Texts>();
    switch (hit.kind) {
    case RegistryHit::Kind::Registration:
        *fresh = textsOf(m_knowledge->registrationAt(static_cast<int>(hit.value)));
        break;
    case RegistryHit::Kind::Note:
        *fresh = textsOf(m_knowledge->noteAt(static_cast<int>(hit.value)));
        break;
    case RegistryHit::Kind::Port:
        *fresh = textsOf(static_cast<quint16>(hit.value));
        break;
    }
    const Texts *kept = fresh.get();
    m_texts.insert(key, fresh.release());
    return *kept;
}

QString RegistryModel::portsText(const RegistryHit &hit) const
{
    const std::optional<Span> span = spanOf(hit);
    if (!span)
        return QStringLiteral("—");
    if (span->from == span->to)
        return QString::number(span->from);
    return tr("%1–%2", "ports").arg(span->from).arg(span->to);
}

QString RegistryModel::listeningText(const RegistryHit &hit) const
{
    const std::optional<Span> span = spanOf(hit);
    if (!span)
        return {};
    if (span->from == span->to)
        return m_listening.contains(span->from) ? tr("● listening") : QString();
    const auto count = std::count_if(m_listening.cbegin(), m_listening.cend(),
                                     [&span](quint16 port) { return span->from <= port && port <= span->to; });
    return count > 0 ? tr("● %n port(s)", nullptr, static_cast<int>(count)) : QString();
}

QString RegistryModel::cellText(int row, RegistryColumn column) const
{
    const RegistryHit &item = hit(row);
    switch (column) {
    case RegistryColumn::Ports:
        return portsText(item);
    case RegistryColumn::Transport:
        return texts(item).transport;
    case RegistryColumn::Service:
        return texts(item).service;
    case RegistryColumn::Description:
        return texts(item).description;
    case RegistryColumn::Assignee:
        return texts(item).assignee;
    case RegistryColumn::Registered:
        return texts(item).registered;
    case RegistryColumn::Listening:
        return listeningText(item);
    }
    return {};
}

QString RegistryModel::columnTitle(RegistryColumn column)
{
    switch (column) {
    case RegistryColumn::Ports:
        return tr("Port");
    case RegistryColumn::Transport:
        return tr("Protocol");
    case RegistryColumn::Service:
        return tr("Service");
    case RegistryColumn::Description:
        return tr("Description");
    case RegistryColumn::Assignee:
        return tr("Assignee or source");
    case RegistryColumn::Registered:
        return tr("Registered");
    case RegistryColumn::Listening:
        return tr("Listening here");
    }
    return {};
}

QVariant RegistryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<RegistryColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(index.row(), column);
    case Qt::ToolTipRole:
        return Qt::convertFromPlainText(texts(hit(index.row())).toolTip);
    case Qt::AccessibleTextRole:
        if (column == RegistryColumn::Ports) {
            QStringList parts;
            for (int i = 0; i < registryColumnCount; ++i)
                parts.append(cellText(index.row(), static_cast<RegistryColumn>(i)));
            parts.removeAll(QString());
            return parts.join(QStringLiteral(", "));
        }
        return tr("%1: %2").arg(columnTitle(column), cellText(index.row(), column));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((column == RegistryColumn::Ports ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::FontRole:
        // As in the table of listeners: what is only written somewhere stands in italics.
        if (column == RegistryColumn::Service && hit(index.row()).kind == RegistryHit::Kind::Registration) {
            QFont font;
            font.setItalic(true);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant RegistryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= registryColumnCount)
        return {};
    const auto column = static_cast<RegistryColumn>(section);
    if (role == Qt::DisplayRole)
        return columnTitle(column);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((column == RegistryColumn::Ports ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    return {};
}

} // namespace portolan

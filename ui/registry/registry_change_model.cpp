// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry_change_model.h"

#include "text/text.h"
#include "theme/theme.h"

#include <QGuiApplication>

#include <array>

namespace portolan {

namespace {

constexpr qsizetype cellLength = 200;
constexpr qsizetype detailLength = 600;

struct Field
{
    const char *name;
    QString Registration::*text;
};

// In the order of the registry's own columns.
constexpr std::array fields = {
    Field { QT_TRANSLATE_NOOP("portolan::RegistryChangeModel", "Service"), &Registration::service },
    Field { QT_TRANSLATE_NOOP("portolan::RegistryChangeModel", "Description"), &Registration::description },
    Field { QT_TRANSLATE_NOOP("portolan::RegistryChangeModel", "Assignee"), &Registration::assignee },
    Field { QT_TRANSLATE_NOOP("portolan::RegistryChangeModel", "Contact"), &Registration::contact },
    Field { QT_TRANSLATE_NOOP("portolan::RegistryChangeModel", "Registered"), &Registration::registered },
    Field { QT_TRANSLATE_NOOP("portolan::RegistryChangeModel", "Modified"), &Registration::modified },
    Field { QT_TRANSLATE_NOOP("portolan::RegistryChangeModel", "Reference"), &Registration::reference },
    Field { QT_TRANSLATE_NOOP("portolan::RegistryChangeModel", "Service code"), &Registration::serviceCode },
    Field { QT_TRANSLATE_NOOP("portolan::RegistryChangeModel", "Unauthorised use"), &Registration::unauthorizedUse },
    Field { QT_TRANSLATE_NOOP("portolan::RegistryChangeModel", "Notes"), &Registration::assignmentNotes },
};

QString portsText(const Registration &row)
{
    if (!row.portFrom || !row.portTo)
        return QStringLiteral("—");
    return row.isSinglePort() ? QString::number(*row.portFrom)
                              : QString::number(*row.portFrom) + QLatin1Char('-') + QString::number(*row.portTo);
}

} // namespace

RegistryChangeModel::RegistryChangeModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RegistryChangeModel::setCandidate(const RegistryCandidatePtr &candidate)
{
    m_candidate = candidate;
    refill();
}

void RegistryChangeModel::setShown(RegistryChange::Kind kind, bool shown)
{
    bool &flag = kind == RegistryChange::Kind::Added ? m_added : kind == RegistryChange::Kind::Removed ? m_removed : m_changed;
    if (flag == shown)
        return;
    flag = shown;
    refill();
}

void RegistryChangeModel::refill()
{
    beginResetModel();
    m_rows.clear();
    const QList<RegistryChange> none;
    const QList<RegistryChange> &changes = m_candidate ? m_candidate->difference.changes : none;
    for (int i = 0; i < changes.size(); ++i) {
        const RegistryChange::Kind kind = changes.at(i).kind;
        if (kind == RegistryChange::Kind::Added ? m_added : kind == RegistryChange::Kind::Removed ? m_removed : m_changed)
            m_rows.push_back(i);
    }
    endResetModel();
}

int RegistryChangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RegistryChangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : registryChangeColumnCount;
}

const RegistryChange &RegistryChangeModel::change(int row) const
{
    return m_candidate->difference.changes.at(m_rows.at(static_cast<size_t>(row)));
}

QString RegistryChangeModel::kindText(RegistryChange::Kind kind)
{
    switch (kind) {
    case RegistryChange::Kind::Added:
        return tr("+ added");
    case RegistryChange::Kind::Removed:
        return tr("− removed");
    case RegistryChange::Kind::Changed:
        break;
    }
    return tr("~ changed");
}

QString RegistryChangeModel::cellText(int row, RegistryChangeColumn column) const
{
    const RegistryChange &change = this->change(row);
    const Registration &shown = change.row();
    switch (column) {
    case RegistryChangeColumn::Kind:
        return kindText(change.kind);
    case RegistryChangeColumn::Ports:
        return portsText(shown);
    case RegistryChangeColumn::Transport:
        return registryTransportName(shown.transport);
    case RegistryChangeColumn::Service:
        return text::visible(shown.service, cellLength);
    case RegistryChangeColumn::Description:
        return text::visible(shown.description.simplified(), cellLength);
    case RegistryChangeColumn::Differs:
        break;
    }
    QStringList names;
    for (const Field &field : fields) {
        if (change.kind == RegistryChange::Kind::Changed && change.before.*field.text != change.after.*field.text)
            names.append(tr(field.name).toLower());
    }
    return names.join(QLatin1String(", "));
}

QString RegistryChangeModel::details(int row) const
{
    const RegistryChange &change = this->change(row);
    QStringList lines;
    for (const Field &field : fields) {
        const QString before = text::visible((change.before.*field.text).simplified(), detailLength);
        const QString after = text::visible((change.after.*field.text).simplified(), detailLength);
        const auto orNothing = [](const QString &text) { return text.isEmpty() ? tr("nothing") : text; };
        if (change.kind == RegistryChange::Kind::Changed && before != after)
            lines.append(tr("%1: %2 → %3", "field, text before and after").arg(tr(field.name), orNothing(before), orNothing(after)));
        else if (change.kind != RegistryChange::Kind::Changed && !(before + after).isEmpty())
            lines.append(tr("%1: %2", "field and its text").arg(tr(field.name), before + after));
    }
    return lines.join(QLatin1Char('\n'));
}

QVariant RegistryChangeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = static_cast<RegistryChangeColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(index.row(), column);
    case Qt::BackgroundRole:
        if (column != RegistryChangeColumn::Kind)
            return {};
        switch (change(index.row()).kind) {
        case RegistryChange::Kind::Added:
            return theme::rowOpened(QGuiApplication::palette());
        case RegistryChange::Kind::Removed:
            return theme::rowClosed(QGuiApplication::palette());
        case RegistryChange::Kind::Changed:
            return theme::rowChanged(QGuiApplication::palette());
        }
        return {};
    case Qt::AccessibleDescriptionRole:
        return column == RegistryChangeColumn::Kind ? QVariant(details(index.row())) : QVariant();
    default:
        return {};
    }
}

QVariant RegistryChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<RegistryChangeColumn>(section)) {
    case RegistryChangeColumn::Kind:
        return tr("Change");
    case RegistryChangeColumn::Ports:
        return tr("Ports");
    case RegistryChangeColumn::Transport:
        return tr("Protocol");
    case RegistryChangeColumn::Service:
        return tr("Service");
    case RegistryChangeColumn::Description:
        return tr("Description");
    case RegistryChangeColumn::Differs:
        return tr("What differs");
    }
    return {};
}

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/jump_field.h"

#include "net/port_text.h"
#include "registry/registry_searcher.h"
#include "text/text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>

namespace portolan {

namespace {

constexpr int portRole = Qt::UserRole;
constexpr qsizetype mostNames = 8;
constexpr qsizetype shownLength = 60;

std::optional<Transport> transportOf(const std::optional<QString> &name)
{
    if (name == QLatin1String("tcp"))
        return Transport::Tcp;
    if (name == QLatin1String("udp"))
        return Transport::Udp;
    return std::nullopt;
}

} // namespace

JumpField::JumpField(KnowledgePtr knowledge, QWidget *parent)
    : TextField(parent)
    , m_knowledge(knowledge)
    , m_searcher(new RegistrySearcher(std::move(knowledge), this))
    , m_names(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_names, this))
{
    setObjectName(QStringLiteral("portMapJump"));
    setAccessibleName(tr("Jump to port"));
    setPlaceholderText(tr("3155, 3155/udp or a name"));
    setToolTip(tr("A port such as 3155 or 3155/udp, or the name of a service such as ssh"));
    setClearButtonEnabled(true);
    setMinimumWidth(fontMetrics().averageCharWidth() * 28);
    // The registry's own search has found what fits.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    connect(this, &QLineEdit::textEdited, this, [this](const QString &typed) {
        m_jumps = false;
        Q_EMIT refused(QString());
        m_completer->popup()->hide();
        const QString wanted = typed.trimmed();
        if (!wanted.isEmpty() && PortText::read(wanted).form == PortText::Form::NoNumber)
            m_searcher->search(RegistryQuery::parse(wanted));
    });
    connect(this, &QLineEdit::returnPressed, this, &JumpField::jump);
    connect(m_searcher, &RegistrySearcher::answered, this, &JumpField::take);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) {
        setText(QString::number(index.data(portRole).toInt()));
        jumpToPort(static_cast<quint16>(index.data(portRole).toInt()), std::nullopt);
    });
}

void JumpField::setKnowledge(const KnowledgePtr &knowledge)
{
    m_knowledge = knowledge;
    m_searcher->setKnowledge(knowledge);
}

void JumpField::jumpToPort(quint16 port, std::optional<Transport> transport)
{
    m_jumps = false;
    m_completer->popup()->hide();
    Q_EMIT portWanted(port, transport);
}

void JumpField::jump()
{
    const QString wanted = text().trimmed();
    if (wanted.isEmpty())
        return;
    const PortText typed = PortText::read(wanted);
    if (typed.form == PortText::Form::NoNumber) {
        m_jumps = true;
        m_searcher->search(RegistryQuery::parse(wanted));
        return;
    }
    if (!typed.port) {
        Q_EMIT refused(tr("There is no port %1: ports go from 0 to 65535.").arg(text::visible(typed.number, shownLength)));
        return;
    }
    if (typed.transport && !transportOf(typed.transport)) {
        Q_EMIT refused(tr("“%1” is neither tcp nor udp.").arg(text::visible(*typed.transport, shownLength)));
        return;
    }
    jumpToPort(*typed.port, transportOf(typed.transport));
}

void JumpField::take(const RegistryAnswer &answer)
{
    m_names->clear();
    for (const RegistryHit &hit : answer.hits) {
        if (m_names->rowCount() >= mostNames)
            break;
        if (hit.kind != RegistryHit::Kind::Registration)
            continue;
        const Registration row = m_knowledge->registrationAt(static_cast<int>(hit.value));
        const bool listed = row.portFrom && m_names->rowCount() > 0
            && m_names->item(m_names->rowCount() - 1)->data(portRole).toInt() == *row.portFrom;
        if (!row.portFrom || listed || row.service.isEmpty())
            continue;
        const QString label = tr("%1 · %2", "port and service in a list").arg(QString::number(*row.portFrom), text::visible(row.service, shownLength));
        auto *item = new QStandardItem(label);
        item->setData(*row.portFrom, portRole);
        m_names->appendRow(item);
    }
    if (m_jumps) {
        if (m_names->rowCount() > 0)
            jumpToPort(static_cast<quint16>(m_names->item(0)->data(portRole).toInt()), std::nullopt);
        else
            Q_EMIT refused(tr("No port is registered under the name “%1”.").arg(text::visible(text().trimmed(), shownLength)));
        m_jumps = false;
    } else if (hasFocus() && m_names->rowCount() > 0) {
        m_completer->complete();
    }
}

} // namespace portolan

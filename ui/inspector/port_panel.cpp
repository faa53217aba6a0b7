// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/port_panel.h"

#include "inspector/explanation_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace portolan {

PortPanel::PortPanel(KnowledgePtr knowledge, QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_explanation(new ExplanationPanel(std::move(knowledge), this))
    , m_message(new QLabel(this))
    , m_showListeners(new QPushButton(tr("Show in L&istening"), this))
{
    // "explanation" is the panel beside the table of listeners.
    m_explanation->setObjectName(QStringLiteral("portExplanation"));
    m_explanation->setAccessibleName(tr("Explanation of the port"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setMargin(24);
    m_pages->addWidget(m_explanation);
    m_pages->addWidget(m_message);
    m_showListeners->setObjectName(QStringLiteral("showInListening"));
    m_showListeners->setEnabled(false);
    m_showListeners->setToolTip(tr("Select what listens on this port in the table of listeners"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pages, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 8, 12, 8);
    buttons->addWidget(m_showListeners);
    buttons->addStretch(1);
    layout->addLayout(buttons);

    connect(m_explanation, &ExplanationPanel::portActivated, this, &PortPanel::portActivated);
    connect(m_showListeners, &QPushButton::clicked, this, [this] {
        if (m_port)
            Q_EMIT listenersWanted(*m_port);
    });
}

void PortPanel::setKnowledge(const KnowledgePtr &knowledge)
{
    m_explanation->setKnowledge(knowledge);
}

void PortPanel::setListeners(const PortListeners &listeners)
{
    m_listeners = listeners;
    m_explanation->setListeningPorts(m_listeners.portSet());
    if (m_port && isVisible())
        explain();
}

void PortPanel::showPort(quint16 port, std::optional<Transport> transport)
{
    m_port = port;
    m_transport = transport;
    explain();
}

void PortPanel::setOwnNotes(OwnNotesStore *store)
{
    m_explanation->setOwnNotes(store);
}

void PortPanel::showMessage(const QString &message)
{
    m_port.reset();
    m_explanation->clear();
    m_message->setText(message);
    m_showListeners->setEnabled(false);
    m_pages->setCurrentWidget(m_message);
}

void PortPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_port)
        explain();
}

void PortPanel::explain()
{
    m_showListeners->setEnabled(m_listeners.contains(*m_port));
    m_pages->setCurrentWidget(m_explanation);
    const QList<PortListeners::Entry> entries = m_listeners.at(*m_port);
    for (const PortListeners::Entry &entry : entries) {
        if (entry.assessment && (!m_transport || entry.listener->transport() == *m_transport)) {
            m_explanation->showListener(entry.listener, entry.assessment);
            return;
        }
    }
    m_explanation->showPort(*m_port, m_transport);
}

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/ask_section.h"

#include "inspector/text_block.h"
#include "probe/ask_target.h"
#include "probe/ask_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace portolan {

AskSection::AskSection(QWidget *parent)
    : QWidget(parent)
    , m_text(new TextBlock)
    , m_progress(new QLabel)
    , m_ask(new QPushButton)
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setObjectName(QStringLiteral("askSection"));
    m_text->setObjectName(QStringLiteral("portAnswer"));
    m_text->setAccessibleName(tr("What the port answers"));
    m_progress->setObjectName(QStringLiteral("askProgress"));
    m_progress->setTextFormat(Qt::PlainText);
    m_progress->setWordWrap(true);
    m_ask->setObjectName(QStringLiteral("askPort"));
    m_cancel->setObjectName(QStringLiteral("cancelAsking"));
    m_cancel->setAccessibleName(tr("Cancel asking"));

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(m_ask);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_progress, 1);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_text);
    column->addLayout(buttons);
    connect(m_ask, &QPushButton::clicked, this, &AskSection::ask);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_controller)
            m_controller->cancel();
    });
    refresh();
}

void AskSection::setController(AskController *controller)
{
    if (m_controller == controller)
        return;
    if (m_controller)
        m_controller->disconnect(this);
    m_controller = controller;
    if (controller)
        connect(controller, &AskController::changed, this, &AskSection::refresh);
    refresh();
}

void AskSection::showListener(const ListenerPtr &listener, const PortAnswerPtr &answer)
{
    const bool same = m_listener && listener->key == m_listener->key && answer == m_answer;
    m_listener = listener;
    m_answer = answer;
    if (!same)
        refresh();
}

void AskSection::clear()
{
    m_listener.reset();
    m_answer.reset();
    refresh();
}

bool AskSection::isOffered() const
{
    return m_listener && (m_controller || m_answer);
}

QString AskSection::plainText() const
{
    return m_answer ? m_text->toPlainText() : QString();
}

void AskSection::ask()
{
    if (m_controller && m_listener && m_ask->isEnabled())
        m_controller->ask(m_listener);
}

void AskSection::refresh()
{
    if (!isOffered())
        return;
    const bool asking = m_controller && m_controller->isAsking(m_listener->key);
    const QString problem = m_controller ? m_controller->problem(m_listener->key) : QString();
    const bool canAsk = AskController::canAsk(*m_listener);

    QList<TextParagraph> text;
    if (m_answer)
        text = ask_text::answer(*m_answer, QDateTime::currentDateTimeUtc());
    else if (!canAsk)
        text = { TextParagraph({ { askRefusalText(AskRefusal::OtherNamespace), TextStyle::Secondary } }) };
    else if (asking || (m_controller && !m_controller->hasAsked()))
        text = { TextParagraph({ { tr("Portolan can find out what speaks there: it opens a few connections to this port, from this machine "
                                      "alone. It logs in nowhere and changes nothing, but the program behind the port may log them."),
                                   TextStyle::Secondary } }) };
    else if (!problem.isEmpty() && !asking)
        text = { TextParagraph({ { problem } }) };
    else
        text = { TextParagraph({ { tr("It has not been asked."), TextStyle::Secondary } }) };
    // With an answer before it, what went wrong this time stands below.
    const QString note = m_answer && !asking ? problem : QString();
    m_text->setContent(text);
    const QString question = asking ? m_controller->question() : QString();
    m_progress->setText(!asking ? note : question.isEmpty() ? tr("Asking…") : tr("Asking: %1…").arg(question));
    m_progress->setVisible(!m_progress->text().isEmpty());

    const QString label = m_answer ? tr("As&k again") : tr("As&k the port");
    m_ask->setText(label);
    m_ask->setAccessibleName(m_answer ? tr("Ask again") : tr("Ask the port"));
    m_ask->setEnabled(canAsk);
    // The button that takes the other's place takes its focus, too.
    const bool hadFocus = m_ask->hasFocus() || m_cancel->hasFocus();
    m_cancel->setVisible(asking);
    m_ask->setVisible(m_controller && !asking);
    if (hadFocus)
        (asking ? m_cancel : m_ask)->setFocus(Qt::OtherFocusReason);
}

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/process_header.h"

#include "inspector/file_revealer.h"
#include "inspector/flow_layout.h"
#include "inspector/plain.h"
#include "inspector/process_chain.h"
#include "inspector/process_text.h"
#include "inspector/stop_controller.h"
#include "inspector/text_block.h"
#include "theme/theme.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include <chrono>

namespace portolan {

namespace {

/// Narrower than this, the buttons stand under the identity.
constexpr int oneLineWidth = 760;
constexpr std::chrono::milliseconds confirmationTime { 2000 };

} // namespace

ProcessHeader::ProcessHeader(QWidget *parent)
    : QWidget(parent)
    , m_top(new QBoxLayout(QBoxLayout::TopToBottom))
    , m_identity(new TextBlock)
    , m_buttons(new QWidget)
    , m_chain(new ProcessChain)
    , m_message(new QLabel)
    , m_revealer(new FileRevealer(this))
{
    m_identity->setObjectName(QStringLiteral("processIdentity"));
    m_identity->setAccessibleName(tr("Process identity"));
    new FlowLayout(m_buttons);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    m_buttons->setSizePolicy(policy);
    m_goToProcess = addButton(QStringLiteral("goToProcess"), tr("Go to process"), tr("Go to process"));
    m_reveal = addButton(QStringLiteral("revealFile"), tr("Reveal file"), tr("Reveal file"));
    m_copy = addButton(QStringLiteral("copyDetails"), tr("Copy details"), tr("Copy details"));
    m_stop = addButton(QStringLiteral("stop"), tr("Stop…"), tr("Stop"));
    colorStop();
    m_message->setObjectName(QStringLiteral("processMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_top->setSpacing(6);
    m_top->addWidget(m_identity, 1, Qt::AlignVCenter);
    m_top->addWidget(m_buttons);
    layout->addLayout(m_top);
    layout->addWidget(m_chain);
    layout->addWidget(m_message);

    connect(m_goToProcess, &QPushButton::clicked, this, &ProcessHeader::goToProcess);
    connect(m_reveal, &QPushButton::clicked, this, &ProcessHeader::reveal);
    connect(m_copy, &QPushButton::clicked, this, &ProcessHeader::copyDetails);
    connect(m_stop, &QPushButton::clicked, this, &ProcessHeader::stop);
    connect(m_revealer, &FileRevealer::finished, this,
            [this](RevealResult, const QString &message) { say(message); });
}

QPushButton *ProcessHeader::addButton(const QString &objectName, const QString &text, const QString &accessibleName)
{
    auto *button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setAccessibleName(accessibleName);
    button->setAutoDefault(false);
    button->setMinimumWidth(button->sizeHint().width() + button->fontMetrics().averageCharWidth());
    m_buttons->layout()->addWidget(button);
    return button;
}

void ProcessHeader::showListener(const ListenerPtr &listener, const QList<ListenerPtr> &ofSameProcess)
{
    if (!m_listener || m_listener->key != listener->key)
        say({});
    m_listener = listener;
    m_ofSameProcess = ofSameProcess;
    refreshAge();
    m_chain->showProcess(listener->owner->leader());
    enableButtons();
}

void ProcessHeader::refreshAge()
{
    if (m_listener)
        m_identity->setContent({ process_text::identity(*m_listener->owner, QDateTime::currentDateTime()) });
}

void ProcessHeader::focusIdentity()
{
    m_identity->setFocus(Qt::OtherFocusReason);
}

void ProcessHeader::enableButtons()
{
    const Owner &owner = *m_listener->owner;
    const ProcessInfo *leader = owner.leader();
    const QString unknown = owner.attribution == Attribution::Observed ? QString() : ownerReasonText(owner);
    setButton(m_goToProcess, tr("Show the process and move the keyboard to it"), leader ? QString() : unknown);
    QString whyNoFile;
    if (!leader)
        whyNoFile = unknown;
    else if (leader->executable.isEmpty())
        whyNoFile = tr("This user may not read which file the process runs.");
    else if (owner.container)
        whyNoFile = tr("The file is inside the container; the file manager does not see it.");
    setButton(m_reveal, tr("Show the program file in the file manager"), whyNoFile);
    setButton(m_copy, tr("Copy what is shown here as text"), {});
    setButton(m_stop, tr("Ask the process or its service to end; you will be asked first"), StopController::refusal(*m_listener));
}

void ProcessHeader::setButton(QPushButton *button, const QString &what, const QString &whyNot)
{
    const QString tip = whyNot.isEmpty() ? what : whyNot;
    button->setEnabled(whyNot.isEmpty());
    button->setToolTip(plain::toolTip(tip));
    button->setAccessibleDescription(tip);
}

void ProcessHeader::say(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

void ProcessHeader::reveal()
{
    if (const ProcessInfo *leader = m_listener ? m_listener->owner->leader() : nullptr) {
        say({});
        m_revealer->reveal(leader->executable, leader->executableDeleted);
    }
}

void ProcessHeader::copyDetails()
{
    if (!m_listener)
        return;
    QApplication::clipboard()->setText(
        process_text::details(*m_listener, m_ofSameProcess, QDateTime::currentDateTime()));
    m_copy->setMinimumWidth(m_copy->width());
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(confirmationTime, m_copy, [this] { m_copy->setText(tr("Copy details")); });
}

void ProcessHeader::stop()
{
    if (!m_listener)
        return;
    StopController *controller = StopController::ask(m_listener, m_ofSameProcess, this);
    connect(controller, &StopController::finished, this, &ProcessHeader::refreshWanted);
    connect(controller, &StopController::unitFinished, this, &ProcessHeader::refreshWanted);
}

void ProcessHeader::colorStop()
{
    const QColor color = theme::danger(QApplication::palette());
    QPalette colors;
    colors.setColor(QPalette::Active, QPalette::ButtonText, color);
    colors.setColor(QPalette::Inactive, QPalette::ButtonText, color);
    m_stop->setPalette(colors);
}

void ProcessHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colorStop();
}

void ProcessHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const auto direction = width() >= oneLineWidth ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_top->direction() != direction)
        m_top->setDirection(direction);
}

} // namespace portolan

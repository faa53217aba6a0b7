// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/stop_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace portolan {

StopDialog::StopDialog(QWidget *parent)
    : QDialog(parent)
    , m_headline(new QLabel)
    , m_details(new TextBlock)
    , m_progress(new QProgressBar)
    , m_stop(new QPushButton(tr("Stop")))
    , m_kill(new QPushButton(tr("End by force")))
    , m_close(new QPushButton(tr("Cancel")))
{
    setObjectName(QStringLiteral("stopDialog"));
    setWindowTitle(tr("Stop a process"));
    setMinimumWidth(440);

    m_headline->setTextFormat(Qt::PlainText);
    m_headline->setWordWrap(true);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont bold = m_headline->font();
    bold.setBold(true);
    m_headline->setFont(bold);
    m_headline->setObjectName(QStringLiteral("stopHeadline"));
    m_details->setObjectName(QStringLiteral("stopConsequences"));
    m_details->setAccessibleName(tr("What will happen"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_stop->setObjectName(QStringLiteral("confirmStop"));
    m_stop->setAutoDefault(false);
    m_kill->setObjectName(QStringLiteral("confirmKill"));
    m_kill->setAutoDefault(false);
    m_kill->setToolTip(tr("Ends the process at once (SIGKILL). It cannot save anything."));
    m_close->setObjectName(QStringLiteral("closeStop"));
    m_close->setDefault(true);

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    auto *holder = new QWidget;
    auto *holderLayout = new QVBoxLayout(holder);
    holderLayout->setContentsMargins(0, 0, 0, 0);
    holderLayout->addWidget(m_details);
    holderLayout->addStretch();
    scroll->setWidget(holder);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll = scroll;

    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_stop, QDialogButtonBox::DestructiveRole);
    buttons->addButton(m_kill, QDialogButtonBox::DestructiveRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    m_kill->hide();

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_headline);
    layout->addWidget(scroll, 1);
    layout->addStretch();
    layout->addWidget(m_progress);
    layout->addWidget(buttons);

    connect(m_stop, &QPushButton::clicked, this, &StopDialog::stopWanted);
    connect(m_kill, &QPushButton::clicked, this, &StopDialog::killWanted);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void StopDialog::ask(const QString &question, const QList<TextParagraph> &details)
{
    m_headline->setText(question);
    m_details->setContent(details);
    m_close->setFocus();
    fitToText();
    open();
}

void StopDialog::wait(const QString &what)
{
    m_headline->setText(what);
    m_progress->show();
    m_stop->setEnabled(false);
    m_kill->setEnabled(false);
    m_close->setText(tr("Close"));
    m_close->setFocus();
}

void StopDialog::fitToText()
{
    // As high as the text wants to be; a long list scrolls.
    constexpr int highest = 360;
    const int width = std::max(minimumWidth(), sizeHint().width());
    const QMargins margins = layout()->contentsMargins();
    const int text = m_details->heightForWidth(width - margins.left() - margins.right());
    m_scroll->setMinimumHeight(std::min(text, highest));
    m_scroll->setMaximumHeight(std::max(text, 1));
    m_scroll->setVisible(!m_details->toPlainText().isEmpty());
    layout()->activate();
    resize(width, layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height());
}

void StopDialog::tell(const QString &what, bool offerKill)
{
    m_headline->setText(what);
    m_progress->hide();
    m_stop->hide();
    m_kill->setVisible(offerKill);
    m_kill->setEnabled(offerKill);
    m_close->setText(tr("Close"));
    m_close->setFocus();
}

} // namespace portolan

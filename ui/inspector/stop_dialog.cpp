// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/stop_dialog.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace portolan {

StopDialog::StopDialog(QWidget *parent)
    : QDialog(parent)
    , m_headline(new QLabel)
    , m_choiceBox(new QWidget)
    , m_choiceLayout(new QVBoxLayout(m_choiceBox))
    , m_addition(new QCheckBox)
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
    m_choiceBox->setAccessibleName(tr("What to stop"));
    m_choiceLayout->setContentsMargins(0, 0, 0, 0);
    m_addition->setObjectName(QStringLiteral("stopAddition"));
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
    layout->addWidget(m_choiceBox);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_addition);
    layout->addStretch();
    layout->addWidget(m_progress);
    layout->addWidget(buttons);

    connect(m_stop, &QPushButton::clicked, this,
            [this] { Q_EMIT stopWanted(m_chosen, !m_addition->isHidden() && m_addition->isChecked()); });
    connect(m_kill, &QPushButton::clicked, this, &StopDialog::killWanted);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void StopDialog::ask(const QList<StopChoice> &choices)
{
    offer(choices);
    choose(0);
    m_close->setFocus();
    open();
}

void StopDialog::askInstead(const QString &what, const StopChoice &choice)
{
    offer({ choice });
    choose(0);
    m_headline->setText(what);
    m_progress->hide();
    m_stop->setText(choice.label);
    m_stop->setEnabled(true);
    m_close->setFocus();
    fitToText();
}

void StopDialog::offer(const QList<StopChoice> &choices)
{
    m_choices = choices;
    delete std::exchange(m_choiceButtons, new QButtonGroup(this));
    qDeleteAll(m_choiceBox->findChildren<QRadioButton *>());
    m_choiceBox->setVisible(choices.size() > 1);
    for (int i = 0; choices.size() > 1 && i < choices.size(); ++i) {
        auto *button = new QRadioButton(choices[i].label);
        button->setObjectName(QStringLiteral("stopChoice%1").arg(i));
        button->setChecked(i == 0);
        m_choiceButtons->addButton(button, i);
        m_choiceLayout->addWidget(button);
    }
    connect(m_choiceButtons, &QButtonGroup::idClicked, this, &StopDialog::choose);
}

void StopDialog::choose(int choice)
{
    m_chosen = choice;
    const StopChoice &chosen = m_choices[choice];
    m_headline->setText(chosen.question);
    m_details->setContent(chosen.consequences);
    m_addition->setText(chosen.addition);
    m_addition->setChecked(true);
    m_addition->setVisible(!chosen.addition.isEmpty());
    fitToText();
}

void StopDialog::wait(const QString &what)
{
    m_headline->setText(what);
    m_progress->show();
    m_choiceBox->setEnabled(false);
    m_addition->setEnabled(false);
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
    m_choiceBox->hide();
    m_addition->hide();
    m_progress->hide();
    m_stop->hide();
    m_kill->setVisible(offerKill);
    m_kill->setEnabled(offerKill);
    m_close->setText(tr("Close"));
    m_close->setFocus();
}

} // namespace portolan

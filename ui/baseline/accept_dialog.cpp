// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline/accept_dialog.h"

#include "report/listener_text.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace portolan {

namespace {

constexpr int shownDoubtful = 8;

QLabel *sentence(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

AcceptDialog::AcceptDialog(const Update &update, const Baseline &present, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("acceptDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Accept what is here now"));
    for (qsizetype i = 0; i < update.snapshot->listeners.size(); ++i) {
        const Acceptance one { update.snapshot->listeners[i], update.assessments[i] };
        (one.assessment->verdict == Verdict::Investigate ? m_doubtful : m_normal) += one;
    }

    auto *column = new QVBoxLayout(this);
    QString what = tr("%n listener(s) are here now.", nullptr, static_cast<int>(update.snapshot->listeners.size())) + QLatin1Char(' ')
        + tr("Once they are accepted, Portolan tells you what comes besides and what changes.");
    if (!present.isEmpty()) {
        what += QLatin1Char('\n')
            + tr("They take the place of the %n listener(s) accepted until %1; you can go back to those.", nullptr,
                 static_cast<int>(present.accepted().size()))
                  .arg(QLocale().toString(present.lastAcceptedAt().toLocalTime(), QLocale::ShortFormat));
    }
    QLabel *const first = sentence(what, this);
    first->setObjectName(QStringLiteral("acceptSentence"));
    column->addWidget(first);

    if (!m_doubtful.isEmpty()) {
        QLabel *const doubt = sentence(tr("%n of them call(s) for a look. Only what you tick here is accepted too:", nullptr, static_cast<int>(m_doubtful.size())), this);
        column->addWidget(doubt);
        m_list = new QListWidget(this);
        m_list->setObjectName(QStringLiteral("acceptDoubtful"));
        m_list->setAccessibleName(tr("To investigate"));
        doubt->setBuddy(m_list);
        for (const Acceptance &one : std::as_const(m_doubtful)) {
            const QString line = QStringLiteral("%1/%2  %3").arg(one.listener->port()).arg(QLatin1String(transportName(one.listener->transport())),
                                                                 listener_text::owner(*one.listener->owner));
            auto *item = new QListWidgetItem(one.assessment->evidence.isEmpty() ? line : line + QStringLiteral("\n") + evidenceText(one.assessment->evidence.first()), m_list);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(Qt::Unchecked);
        }
        const bool few = m_doubtful.size() <= shownDoubtful;
        const int height = (few ? static_cast<int>(m_doubtful.size()) : shownDoubtful) * (2 * fontMetrics().lineSpacing() + 4) + 8;
        if (few)
            m_list->setFixedHeight(height);
        else
            m_list->setMinimumHeight(height);
        connect(m_list, &QListWidget::itemChanged, this, &AcceptDialog::showCount);
        column->addWidget(m_list, few ? 0 : 1);
    }
    column->addStretch(1);

    auto *buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("acceptConfirm"));
    m_accept->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT confirmed(chosen());
        accept();
    });
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    showCount();
}

QList<Acceptance> AcceptDialog::chosen() const
{
    QList<Acceptance> result = m_normal;
    for (int i = 0; m_list && i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            result += m_doubtful[i];
    }
    return result;
}

void AcceptDialog::showCount()
{
    const int count = static_cast<int>(chosen().size());
    m_accept->setText(tr("&Accept %n listener(s)", nullptr, count));
    m_accept->setEnabled(count > 0);
}

} // namespace portolan

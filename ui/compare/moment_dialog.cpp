// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/moment_dialog.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace portolan {

namespace {

constexpr qint64 oneDay = 24 * 60 * 60;

} // namespace

MomentDialog::MomentDialog(const QDateTime &first, const QDateTime &last, QWidget *parent)
    : QDialog(parent)
    , m_moment(new QDateTimeEdit(this))
{
    setObjectName(QStringLiteral("momentDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("A moment in the history"));
    const QDateTime from = first.toLocalTime();
    const QDateTime to = last.toLocalTime();
    auto *label = new QLabel(tr("&What listened on", "a date and time follow"), this);
    label->setBuddy(m_moment);
    auto *reach = new QLabel(tr("The history reaches from %1 to %2.")
                                 .arg(QLocale().toString(from, QLocale::ShortFormat), QLocale().toString(to, QLocale::ShortFormat)),
                             this);
    reach->setTextFormat(Qt::PlainText);
    reach->setWordWrap(true);
    m_moment->setObjectName(QStringLiteral("moment"));
    m_moment->setAccessibleName(tr("Moment"));
    m_moment->setCalendarPopup(true);
    m_moment->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    m_moment->setDateTimeRange(from, to);
    m_moment->setDateTime(std::max(from, to.addSecs(-oneDay)));

    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("&Compare"), QDialogButtonBox::AcceptRole)->setObjectName(QStringLiteral("momentCompare"));
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(m_moment->dateTime().toUTC());
        accept();
    });
    auto *column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(m_moment);
    column->addWidget(reach);
    column->addStretch(1);
    column->addWidget(buttons);
}

} // namespace portolan

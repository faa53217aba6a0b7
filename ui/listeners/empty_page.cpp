// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/empty_page.h"

#include "theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace portolan {

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_clear(new QPushButton(tr("Clear filter"), this))
{
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    for (QLabel *label : {m_title, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_title->setFont(large);
    m_clear->setObjectName(QStringLiteral("clearFilter"));
    column->addSpacing(8);
    column->addWidget(m_clear, 0, Qt::AlignCenter);
    column->addStretch(3);
    connect(m_clear, &QPushButton::clicked, this, &EmptyPage::clearFilterWanted);
    setReason(Reason::Looking);
    adaptColours();
}

void EmptyPage::setReason(Reason reason)
{
    switch (reason) {
    case Reason::Looking:
        m_title->setText(tr("Looking…"));
        m_detail->setText(tr("Reading which ports are open and who holds them."));
        break;
    case Reason::NothingListens:
        m_title->setText(tr("Nothing listens on this machine"));
        m_detail->setText(tr("A row appears here as soon as a program opens a port."));
        break;
    case Reason::NothingMatches:
        m_title->setText(tr("No listener matches the filter"));
        m_detail->setText(tr("The filter hides every row."));
        break;
    case Reason::NothingAccepted:
        m_title->setText(tr("Nothing here was accepted as normal yet"));
        m_detail->setText(tr("Accept what is here now, in the menu Baseline, and “is:new” and “is:changed” tell what came and what changed since."));
        break;
    case Reason::FileHasNone:
        m_title->setText(tr("No listeners in this snapshot"));
        m_detail->setText(tr("Nothing was listening when the file was written."));
        break;
    case Reason::FileUnreadable:
        m_title->setText(tr("No snapshot to show"));
        m_detail->setText(tr("The file could not be read."));
        break;
    }
    m_clear->setVisible(reason == Reason::NothingMatches || reason == Reason::NothingAccepted);
}

QString EmptyPage::text() const
{
    return m_title->text();
}

void EmptyPage::adaptColours()
{
    QPalette colours;
    colours.setColor(QPalette::WindowText, theme::secondaryText(palette()));
    m_detail->setPalette(colours);
}

void EmptyPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        adaptColours();
}

void EmptyPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), palette().color(QPalette::Base));
}

} // namespace portolan

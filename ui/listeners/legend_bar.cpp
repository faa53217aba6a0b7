// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/legend_bar.h"

#include "knowledge/mark.h"
#include "listeners/elided_label.h"
#include "listeners/listener_delegate.h"
#include "theme/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace portolan {

LegendBar::LegendBar(QWidget *parent)
    : QWidget(parent)
    , m_similar(new ElidedLabel(this))
    , m_ghost(new ElidedLabel(this))
    , m_switch(new QCheckBox(tr("Highlight"), this))
{
    setObjectName(QStringLiteral("legend"));
    setAccessibleName(tr("Legend"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 12, 5);
    row->setSpacing(12);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(1);
    lines->addWidget(m_similar);
    lines->addWidget(m_ghost);
    row->addLayout(lines, 1);
    row->addWidget(m_switch, 0, Qt::AlignTop);

    m_similar->setFullText(tr("%1 %2: %3").arg(QString(ListenerDelegate::similarSign()), markLabel(Mark::Similar),
                                               markMeaning(Mark::Similar)));
    m_ghost->setFullText(tr("%1 %2: %3").arg(QString(ListenerDelegate::ghostSign()), markLabel(Mark::Ghost),
                                             markMeaning(Mark::Ghost)));
    m_switch->setObjectName(QStringLiteral("highlight"));
    m_switch->setChecked(true);
    m_switch->setToolTip(tr("Highlight marked ports in the table"));
    connect(m_switch, &QCheckBox::toggled, this, &LegendBar::highlightingChanged);
    setCounts(0, 0);
    adaptColours();
}

void LegendBar::setCounts(int similar, int ghosts)
{
    m_similar->setVisible(similar > 0);
    m_ghost->setVisible(ghosts > 0);
    setVisible(similar + ghosts > 0);
}

void LegendBar::setHighlighting(bool on)
{
    m_switch->setChecked(on);
}

QString LegendBar::text() const
{
    QStringList lines;
    for (const ElidedLabel *label : {m_similar, m_ghost}) {
        if (!label->isHidden())
            lines.append(label->fullText());
    }
    return lines.join(QLatin1Char('\n'));
}

void LegendBar::adaptColours()
{
    const auto paint = [this](ElidedLabel *label, const QColor &colour) {
        QPalette colours;
        colours.setColor(QPalette::WindowText, theme::readable(colour, theme::barBackground(palette())));
        label->setPalette(colours);
    };
    paint(m_similar, theme::highlightSimilar(palette()));
    paint(m_ghost, theme::highlightGhost(palette()));
}

void LegendBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        adaptColours();
}

void LegendBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::barBackground(palette()));
    painter.fillRect(QRect(0, 0, width(), 1), theme::separator(palette()));
}

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/fact_box.h"

#include "inspector/section_heading.h"
#include "inspector/text_block.h"
#include "theme/theme.h"

#include <QPainter>
#include <QVBoxLayout>

namespace portolan {

FactBox::FactBox(const QString &heading, QWidget *parent)
    : QWidget(parent)
    , m_text(new TextBlock)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(3);
    layout->addWidget(new SectionHeading(heading));
    m_text->setAccessibleName(heading);
    layout->addWidget(m_text);
    layout->addStretch();
}

void FactBox::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme::separator(palette()));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace portolan

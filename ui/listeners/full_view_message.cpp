// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/full_view_message.h"

#include "theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace portolan {

FullViewMessage::FullViewMessage(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_dismiss(new QPushButton(tr("Dismiss"), this))
{
    setObjectName(QStringLiteral("fullViewMessage"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->addWidget(m_text, 1);
    row->addWidget(m_dismiss);
    connect(m_dismiss, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void FullViewMessage::setState(FullViewState state)
{
    if (state == m_state)
        return;
    m_state = state;
    // That it is on stands in the line above, quietly; the system's dialogue goes by itself.
    const bool said = state != FullViewState::Off && state != FullViewState::On;
    m_text->setText(said ? fullViewText(state) : QString());
    m_dismiss->setVisible(state != FullViewState::Asking);
    setVisible(said);
    if (said) {
        QAccessibleEvent event(m_text, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

QString FullViewMessage::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void FullViewMessage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::barBackground(palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme::separator(palette()));
}

} // namespace portolan

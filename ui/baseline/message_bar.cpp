// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline/message_bar.h"

#include "theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace portolan {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setObjectName(QStringLiteral("message"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_action->setObjectName(QStringLiteral("messageAction"));
    auto *dismiss = new QPushButton(tr("Dismiss"), this);
    dismiss->setObjectName(QStringLiteral("messageDismiss"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 5);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(dismiss);
    connect(dismiss, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        // It may say something else.
        if (const auto take = std::exchange(m_take, nullptr))
            take();
    });
    hide();
}

void MessageBar::say(const QString &text, const Offer &offer, bool care)
{
    m_text->setText(text);
    m_take = offer.take;
    m_action->setText(offer.label);
    m_action->setVisible(!offer.label.isEmpty());
    m_care = care;
    adaptColours();
    setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        QAccessibleEvent event(m_text, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void MessageBar::adaptColours()
{
    const QColor background = m_care ? theme::verdict(Verdict::Unfamiliar, palette()).background : theme::barBackground(palette());
    QPalette colours = m_text->palette();
    colours.setColor(QPalette::WindowText, theme::readable(palette().color(QPalette::WindowText), background));
    m_text->setPalette(colours);
    update();
}

void MessageBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        adaptColours();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_care ? theme::verdict(Verdict::Unfamiliar, palette()).background : theme::barBackground(palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme::separator(palette()));
}

} // namespace portolan

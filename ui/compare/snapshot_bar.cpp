// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/snapshot_bar.h"

#include "theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace portolan {

namespace {

QColor background(const QPalette &palette)
{
    return theme::rowChanged(palette);
}

} // namespace

SnapshotBar::SnapshotBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("snapshotBar"));
    m_text->setObjectName(QStringLiteral("snapshotText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont strong = font();
    strong.setBold(true);
    m_text->setFont(strong);
    auto *back = new QPushButton(tr("Back to live"), this);
    back->setObjectName(QStringLiteral("backToLive"));
    connect(back, &QPushButton::clicked, this, &SnapshotBar::liveWanted);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(m_text, 1);
    row->addWidget(back);
    adaptColours();
    hide();
}

void SnapshotBar::say(const QString &text)
{
    m_text->setText(text);
    setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        QAccessibleEvent event(m_text, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

QString SnapshotBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void SnapshotBar::adaptColours()
{
    QPalette colours = m_text->palette();
    colours.setColor(QPalette::WindowText, theme::readable(palette().color(QPalette::WindowText), background(palette())));
    m_text->setPalette(colours);
    update();
}

void SnapshotBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        adaptColours();
}

void SnapshotBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), background(palette()));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme::separator(palette()));
}

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/filter_field.h"

#include "theme/theme.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTextCharFormat>

namespace portolan {

namespace {

constexpr int longestFilter = 1000;
constexpr std::chrono::milliseconds typingPause {80};

} // namespace

FilterField::FilterField(QWidget *parent)
    : TextField(parent)
{
    setObjectName(QStringLiteral("filter"));
    setAccessibleName(tr("Filter"));
    setPlaceholderText(tr("Filter: try port:3000-4000, verdict:investigate or owner:node"));
    setToolTip(tr("Arrow down offers what can be typed here; F1 tells the filter language."));
    setClearButtonEnabled(true);
    setMaxLength(longestFilter);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(this, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &FilterField::parse);
}

void FilterField::applyNow()
{
    m_pause.stop();
    parse();
}

void FilterField::parse()
{
    m_filter = FilterExpression::parse(text());
    underline(m_filter.error());
    Q_EMIT filterChanged(m_filter);
}

void FilterField::underline(const std::optional<FilterExpression::Error> &error)
{
    // The formats of an input method are the only ones a line edit has; an empty composition
    // changes no text.
    QList<QInputMethodEvent::Attribute> attributes;
    if (error && error->length > 0) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(theme::danger(palette()));
        format.setForeground(theme::danger(palette()));
        attributes.append({QInputMethodEvent::TextFormat, static_cast<int>(error->position) - cursorPosition(),
                           static_cast<int>(error->length), format});
    }
    QInputMethodEvent event({}, attributes);
    QCoreApplication::sendEvent(this, &event);
    setAccessibleDescription(error ? error->message : QString());
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    // An empty field leaves Escape to the window, which goes back to the table.
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        applyNow();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        applyNow();
    TextField::keyPressEvent(event);
}

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_chips.h"

#include "filter/filter_expression.h"
#include "filter/filter_tokenizer.h"
#include "inspector/flow_layout.h"
#include "text/text.h"
#include "theme/theme.h"

#include <QAction>
#include <QEvent>
#include <QPushButton>

namespace portolan {

namespace {

constexpr qsizetype longestTerm = 60;

/// The text without one of its terms, or with another one in its place.
QString withTerm(const QString &text, const FilterToken &token, const QString &term)
{
    return (text.left(token.position) + term + text.mid(token.position + token.length)).simplified();
}

} // namespace

FilterChips::FilterChips(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("filterChips"));
    setAccessibleName(tr("Terms of the filter"));
    auto *layout = new FlowLayout(this);
    layout->setContentsMargins(12, 0, 12, 8);
    layout->setSpacing(6);
    hide();
}

void FilterChips::setFilter(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    rebuild();
}

void FilterChips::rebuild()
{
    const QList<FilterToken> tokens = tokenizeFilter(m_text);
    bool hadFocus = false;
    while (QLayoutItem *item = layout()->takeAt(0)) {
        hadFocus |= item->widget()->hasFocus();
        // It may be the one whose click brought us here.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const FilterToken &token : tokens) {
        const QString term = m_text.mid(token.position, token.length);
        const QString shown = text::visible(term, longestTerm);
        const bool isWrong = FilterExpression::parse(term).error().has_value();
        auto *chip = new QPushButton;
        chip->setText(tr("%1  \u00d7", "a term and the sign of taking it out").arg(QString(shown).replace(QLatin1Char('&'), QLatin1String("&&"))));
        chip->setAccessibleName(isWrong ? tr("Take out %1, which is not understood").arg(shown) : tr("Take out %1").arg(shown));
        chip->setToolTip(isWrong ? tr("Not understood. Click to take it out.") : tr("Click to take this term out of the filter; the menu turns it into its opposite."));
        if (isWrong) {
            QPalette care = chip->palette();
            care.setColor(QPalette::ButtonText, theme::danger(palette()));
            chip->setPalette(care);
        }
        connect(chip, &QPushButton::clicked, this, [this, token] { Q_EMIT filterWanted(withTerm(m_text, token, {})); });
        auto *opposite = new QAction(token.negated ? tr("Find what it finds") : tr("Leave out what it finds"), chip);
        connect(opposite, &QAction::triggered, this, [this, token, term] {
            Q_EMIT filterWanted(withTerm(m_text, token, token.negated ? term.mid(1) : QLatin1Char('-') + term));
        });
        chip->addAction(opposite);
        chip->setContextMenuPolicy(Qt::ActionsContextMenu);
        layout()->addWidget(chip);
        if (hadFocus) {
            chip->setFocus();
            hadFocus = false;
        }
    }
    setVisible(!tokens.isEmpty());
}

void FilterChips::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        rebuild();
}

} // namespace portolan

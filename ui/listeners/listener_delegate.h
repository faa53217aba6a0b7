// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/mark.h"

#include <QStyledItemDelegate>

namespace portolan {

/// Paints the rows of the listeners' table: the verdict as a chip of glyph, word and colour, what
/// happened to the row as its background, and marked ports with a bar and the signs of their marks.
class ListenerDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ListenerDelegate(QObject *parent = nullptr);

    /// The marks that ports are highlighted for.
    void setHighlighted(Marks marks) { m_highlighted = marks; }
    [[nodiscard]] Marks highlighted() const { return m_highlighted; }
    /// Between a cell's edges and its text.
    static constexpr int sideMargin = 6;
    /// Between a chip's edges and its text.
    static constexpr int chipMargin = 7;
    /// Height of a row for the font.
    [[nodiscard]] static int rowHeight(const QFontMetrics &metrics);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Marks m_highlighted = Mark::Similar;
};

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace portolan {

/// Paints the rows of the listeners' table: the verdict as a chip of glyph, word and colour, what
/// happened to the row as its background, and marked ports with a bar and a sign.
class ListenerDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ListenerDelegate(QObject *parent = nullptr);

    void setHighlighting(bool on) { m_highlighting = on; }
    [[nodiscard]] bool highlighting() const { return m_highlighting; }
    /// Between a cell's edges and its text.
    static constexpr int sideMargin = 6;
    /// Between a chip's edges and its text.
    static constexpr int chipMargin = 7;
    /// Height of a row for the font.
    [[nodiscard]] static int rowHeight(const QFontMetrics &metrics);

    /// Signs beside the registered name, also used by the legend.
    [[nodiscard]] static QChar similarSign() { return QChar(0x25c6); }
    [[nodiscard]] static QChar ghostSign() { return QChar(0x25c7); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool m_highlighting = true;
};

} // namespace portolan

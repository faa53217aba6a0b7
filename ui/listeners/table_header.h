// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace portolan {

/// The titles of the listeners' table: in line with what stands under them, with the arrow of the
/// sort order beside the title it belongs to.
class TableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr);

    /// Room that a title needs, without the arrow of the sort order.
    [[nodiscard]] int titleWidth(int section) const;
    [[nodiscard]] int arrowWidth() const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// The person gave a column another width, as opposed to a program.
    void widthChosen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QFont titleFont() const;

    bool m_pressed = false;
    bool m_resized = false;
};

} // namespace portolan

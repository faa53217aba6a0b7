// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/mark.h"

#include <QHash>
#include <QList>
#include <QWidget>

class QAction;
class QCheckBox;
class QLabel;
class QToolButton;

namespace portolan {

class ElidedLabel;

/// Under the table: a switch for each mark that the listed ports have, by which they are
/// highlighted, and what the marks that are on mean. Switches that find no room move into a menu.
class LegendBar : public QWidget
{
    Q_OBJECT

public:
    explicit LegendBar(QWidget *parent = nullptr);

    /// How many listed rows have each mark; those that no row has are not offered, and without any
    /// the legend hides.
    void setCounts(const QHash<Mark, int> &counts);
    void setHighlighted(Marks marks);
    [[nodiscard]] Marks highlighted() const { return m_highlighted; }
    /// What the marks mean that are on and occur, a line each; empty when there are none.
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void highlightedChanged(portolan::Marks marks);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Switch
    {
        Mark mark;
        QCheckBox *box; ///< in the bar
        QAction *action; ///< in the menu
        int count = 0;
    };

    void setOn(Mark mark, bool on);
    void showState();
    void adaptColours();
    void arrange();
    [[nodiscard]] int lineHeight() const;

    QLabel *m_caption;
    QList<Switch> m_switches;
    QToolButton *m_more;
    ElidedLabel *m_meaning;
    Marks m_highlighted = Mark::Similar;
};

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;

namespace portolan {

class ElidedLabel;

/// The line under the table that says why ports are highlighted, with the switch for it.
class LegendBar : public QWidget
{
    Q_OBJECT

public:
    explicit LegendBar(QWidget *parent = nullptr);

    /// How many rows are highlighted; the line is there only if any are.
    void setCounts(int similar, int ghosts);
    void setHighlighting(bool on);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void highlightingChanged(bool on);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void adaptColours();

    ElidedLabel *m_similar;
    ElidedLabel *m_ghost;
    QCheckBox *m_switch;
};

} // namespace portolan

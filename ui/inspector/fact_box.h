// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace portolan {

class TextBlock;

/// A framed box with a small heading and a text: the map, or the territory.
class FactBox : public QWidget
{
    Q_OBJECT

public:
    explicit FactBox(const QString &heading, QWidget *parent = nullptr);

    [[nodiscard]] TextBlock *text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextBlock *m_text;
};

} // namespace portolan

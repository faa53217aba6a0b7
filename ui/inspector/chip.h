// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace portolan {

/// A small rounded label, such as a mark or a step of a process chain. Shows data: the text is
/// made visible and elided to the width there is. Takes the keyboard focus.
class Chip : public QWidget
{
    Q_OBJECT

public:
    explicit Chip(QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    /// The one that the others lead to: strong, with an accent border.
    void setCurrent(bool current);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QFont drawnFont() const;

    QString m_text;
    bool m_current = false;
};

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace portolan {

/// One line of plain text that gives way: cut with "…" where there is no room, whole in its tool
/// tip and for screen readers.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    void setFullText(const QString &text);
    [[nodiscard]] const QString &fullText() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace portolan

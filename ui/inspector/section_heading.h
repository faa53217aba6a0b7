// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace portolan {

/// A small heading in capitals, in the secondary colour.
class SectionHeading : public QLabel
{
    Q_OBJECT

public:
    explicit SectionHeading(const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColor();
};

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace portolan {

/// A line to type into whose placeholder can be read whatever the person's palette is: not every
/// scheme brings a readable colour for it.
class TextField : public QLineEdit
{
    Q_OBJECT

public:
    explicit TextField(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void adaptColours();
};

} // namespace portolan

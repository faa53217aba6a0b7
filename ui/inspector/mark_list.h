// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge.h"

#include <QStringList>
#include <QWidget>

namespace portolan {

/// The marks of a port: a chip each, with the reason why this port has it.
class MarkList : public QWidget
{
    Q_OBJECT

public:
    explicit MarkList(QWidget *parent = nullptr);

    void showMarks(const Knowledge &knowledge, quint16 port, Marks marks);
    /// One line a mark.
    [[nodiscard]] QStringList lines() const { return m_lines; }

private:
    QStringList m_lines;
};

} // namespace portolan

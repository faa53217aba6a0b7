// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/explanation.h"

#include <QStringList>
#include <QWidget>

class QTabBar;
class QVBoxLayout;

namespace portolan {

/// The commands to check a port by hand, for one system at a time, each with a button that copies
/// it and says so.
class CommandList : public QWidget
{
    Q_OBJECT

public:
    explicit CommandList(QWidget *parent = nullptr);

    void showCommands(const HowToCheck &howToCheck);

private:
    void rebuild();
    [[nodiscard]] QStringList commandsOf(int tab) const;
    QWidget *makeRow(const QString &command);

    HowToCheck m_howToCheck;
    QStringList m_shown;
    QTabBar *m_systems;
    QWidget *m_rows;
    QVBoxLayout *m_rowLayout;
};

} // namespace portolan

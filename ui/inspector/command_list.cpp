// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/command_list.h"

#include "inspector/text_block.h"

#include <QAccessible>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace portolan {

namespace {

constexpr std::chrono::milliseconds confirmationTime { 2000 };

} // namespace

CommandList::CommandList(QWidget *parent)
    : QWidget(parent)
    , m_systems(new QTabBar)
    , m_rows(new QWidget)
    , m_rowLayout(new QVBoxLayout(m_rows))
{
    m_systems->setObjectName(QStringLiteral("commandSystems"));
    m_systems->setAccessibleName(tr("Operating system"));
    m_systems->setExpanding(false);
    m_systems->setDrawBase(false);
    m_systems->addTab(tr("Linux"));
    m_systems->addTab(tr("macOS"));
    m_systems->addTab(tr("Windows"));
    m_rowLayout->setContentsMargins(0, 0, 0, 0);
    m_rowLayout->setSpacing(4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_systems);
    layout->addWidget(m_rows);
    connect(m_systems, &QTabBar::currentChanged, this, &CommandList::rebuild);
}

void CommandList::showCommands(const HowToCheck &howToCheck)
{
    m_howToCheck = howToCheck;
    rebuild();
}

QStringList CommandList::commandsOf(int tab) const
{
    return tab == 0 ? m_howToCheck.linuxCommands : tab == 1 ? m_howToCheck.macosCommands : m_howToCheck.windowsCommands;
}

void CommandList::rebuild()
{
    const QStringList commands = commandsOf(m_systems->currentIndex());
    if (commands == m_shown)
        return;
    m_shown = commands;
    while (QLayoutItem *item = m_rowLayout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString &command : commands)
        m_rowLayout->addWidget(makeRow(command));
}

QWidget *CommandList::makeRow(const QString &command)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *text = new TextBlock;
    text->setAccessibleName(tr("Command"));
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setText(command);
    auto *copy = new QPushButton(tr("Copy"));
    copy->setObjectName(QStringLiteral("copyCommand"));
    copy->setAccessibleName(tr("Copy the command %1").arg(command));
    copy->setToolTip(tr("Copy this command to the clipboard"));
    // As wide as it gets, so that the confirmation moves nothing.
    copy->setText(tr("Copied"));
    const int width = copy->sizeHint().width();
    copy->setText(tr("Copy"));
    copy->setFixedWidth(qMax(width, copy->sizeHint().width()));
    layout->addWidget(text, 1);
    layout->addWidget(copy, 0, Qt::AlignTop);
    connect(copy, &QPushButton::clicked, copy, [copy, command] {
        QGuiApplication::clipboard()->setText(command);
        copy->setText(tr("Copied"));
        copy->setAccessibleDescription(tr("Copied to the clipboard"));
        QAccessibleEvent changed(copy, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&changed);
        QTimer::singleShot(confirmationTime, copy, [copy] {
            copy->setText(tr("Copy"));
            copy->setAccessibleDescription({});
        });
    });
    return row;
}

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "baseline/message_bar.h"
#include "compare/snapshot_bar.h"
#include "filter/filter_chips.h"
#include "listeners/filter_field.h"
#include "listeners/summary_bar.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace portolan {

namespace {

using namespace std::chrono_literals;
constexpr std::array<std::chrono::milliseconds, 6> intervals {250ms, 500ms, 1s, 2s, 5s, 10s};

} // namespace

void MainWindow::buildFrame()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildBar(column);
    buildMessages(column);
    m_views = new QStackedWidget(centre);
    column->addWidget(m_views, 1);
    setCentralWidget(centre);
    // Not clicked(): screen readers may toggle a button without clicking it.
    connect(m_viewButtons, &QButtonGroup::idToggled, m_views, [this](int view, bool on) {
        if (!on)
            return;
        m_views->setCurrentIndex(view);
        m_filter->setVisible(listening());
        showFilterError();
        showChips();
    });
}

void MainWindow::buildBar(QVBoxLayout *column)
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(10, 8, 10, 8);
    row->setSpacing(6);

    m_pause = new QPushButton(tr("Pause"), bar);
    m_pause->setObjectName(QStringLiteral("pause"));
    m_pause->setAccessibleName(tr("Pause"));
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("Keep the table as it is (Space)"));
    m_refresh = new QToolButton(bar);
    m_refresh->setObjectName(QStringLiteral("refresh"));
    m_refresh->setAccessibleName(tr("Refresh"));
    m_refresh->setToolTip(tr("Look again now (F5)"));
    m_interval = new QToolButton(bar);
    m_interval->setObjectName(QStringLiteral("interval"));
    m_interval->setAccessibleName(tr("Interval"));
    m_interval->setToolTip(tr("How often to look"));
    m_interval->setPopupMode(QToolButton::InstantPopup);
    m_interval->setToolButtonStyle(Qt::ToolButtonTextOnly);
    // Its text has an arrow of its own, in line with it.
    m_interval->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    buildIntervalMenu();
    for (QToolButton *button : {m_refresh, m_interval})
        button->setFocusPolicy(Qt::StrongFocus);

    auto *views = new QWidget(bar);
    views->setObjectName(QStringLiteral("viewSwitch"));
    views->setAccessibleName(tr("View"));
    m_switch = new QHBoxLayout(views);
    m_switch->setContentsMargins(0, 0, 0, 0);
    m_switch->setSpacing(0);
    m_viewButtons = new QButtonGroup(this);
    m_viewButtons->setExclusive(true);

    m_filter = new FilterField(bar);
    // Only one view has to do with it; the bar looks the same in all of them.
    QSizePolicy policy = m_filter->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_filter->setSizePolicy(policy);
    m_export = new QPushButton(tr("Export report…"), bar);
    m_export->setObjectName(QStringLiteral("exportReport"));
    m_export->setAccessibleName(tr("Export report"));
    m_export->setToolTip(tr("Write what is listening into a file (Ctrl+S)"));
    connect(m_export, &QPushButton::clicked, this, &MainWindow::exportReport);

    const int height = std::max(30, fontMetrics().height() + 13);
    for (QWidget *control : std::initializer_list<QWidget *> {m_pause, m_refresh, m_interval, m_filter, m_export})
        control->setMinimumHeight(height);
    m_export->setMinimumWidth(m_export->sizeHint().width() + 2 * fontMetrics().averageCharWidth());
    m_filter->setTextMargins(4, 0, 4, 0);
    m_interval->setMinimumWidth(m_interval->fontMetrics().horizontalAdvance(intervalButtonText(500ms)) + 16);

    row->addWidget(m_pause);
    row->addWidget(m_refresh);
    row->addWidget(m_interval);
    row->addSpacing(10);
    row->addWidget(views);
    row->addSpacing(10);
    row->addWidget(m_filter, 1);
    row->addWidget(m_export);
    column->addWidget(bar);
}

void MainWindow::buildMessages(QVBoxLayout *column)
{
    m_chips = new FilterChips(this);
    column->addWidget(m_chips);
    m_filterError = new QLabel(this);
    m_filterError->setObjectName(QStringLiteral("filterError"));
    m_filterError->setTextFormat(Qt::PlainText);
    m_filterError->setWordWrap(true);
    m_filterError->setContentsMargins(12, 0, 12, 8);
    m_filterError->hide();
    column->addWidget(m_filterError);

    m_errorBar = new QWidget(this);
    m_errorBar->setAutoFillBackground(true);
    auto *row = new QHBoxLayout(m_errorBar);
    row->setContentsMargins(12, 6, 12, 6);
    m_error = new QLabel(m_errorBar);
    m_error->setObjectName(QStringLiteral("error"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *dismiss = new QPushButton(tr("Dismiss"), m_errorBar);
    connect(dismiss, &QPushButton::clicked, m_errorBar, &QWidget::hide);
    row->addWidget(m_error, 1);
    row->addWidget(dismiss);
    m_errorBar->hide();
    column->addWidget(m_errorBar);
    m_snapshotBar = new SnapshotBar(this);
    connect(m_snapshotBar, &SnapshotBar::liveWanted, this, &MainWindow::backToLive);
    column->addWidget(m_snapshotBar);
    m_message = new MessageBar(this);
    column->addWidget(m_message);
}

void MainWindow::buildIntervalMenu()
{
    auto *menu = new QMenu(m_interval);
    auto *group = new QActionGroup(menu);
    for (const std::chrono::milliseconds interval : intervals) {
        QAction *action = menu->addAction(SummaryBar::intervalText(interval));
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, interval] { setInterval(interval); });
        connect(menu, &QMenu::aboutToShow, action,
                [this, action, interval] { action->setChecked(m_values.interval == interval); });
    }
    m_interval->setMenu(menu);
}

QString MainWindow::intervalButtonText(std::chrono::milliseconds interval)
{
    return tr("%1 \u25be", "interval, with the sign of a menu").arg(SummaryBar::intervalText(interval));
}

void MainWindow::showPauseIcon()
{
    const bool paused = m_pause->isChecked();
    m_pause->setIcon(icons::icon(paused ? icons::Sign::Resume : icons::Sign::Pause, palette()));
}

void MainWindow::buildActions()
{
    const auto add = [this](const QKeySequence &keys, auto &&slot) {
        auto *action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    add(QKeySequence::Find, [this] { goToSearch(); });
    add(Qt::Key_Slash, [this] { goToSearch(); });
    add(Qt::Key_F5, [this] { m_refresh->click(); });
    add(Qt::CTRL | Qt::Key_P, [this] { m_pause->click(); });
    // The views in the order of their buttons.
    for (int i = 0; i < 5; ++i)
        add(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + i)), [this, i] {
            if (QAbstractButton *button = m_viewButtons->button(i))
                button->click();
        });
}

void MainWindow::adaptColours()
{
    if (!m_switch)
        return;
    const QColor accent = theme::accent(palette());
    const QColor onAccent = theme::readable(palette().color(QPalette::Base), accent);
    const QString line = theme::mixed(palette().color(QPalette::Button), palette().color(QPalette::ButtonText), 0.25).name();
    m_switch->parentWidget()->setStyleSheet(
        QStringLiteral("QToolButton { border: 1px solid %1; margin-left: -1px; padding: 4px 12px; background: %2; color: %3; }"
                       "QToolButton:hover { background: %4; }"
                       "QToolButton:checked { background: %5; color: %6; border-color: %5; }"
                       "QToolButton:focus { border: 2px solid %3; padding: 3px 11px; }")
            .arg(line, palette().color(QPalette::Button).name(), palette().color(QPalette::ButtonText).name(),
                 theme::barBackground(palette()).name(), accent.name(), onAccent.name()));

    showPauseIcon();
    m_refresh->setIcon(icons::icon(icons::Sign::Refresh, palette()));

    QPalette care;
    care.setColor(QPalette::WindowText, theme::danger(palette()));
    m_filterError->setPalette(care);
    const theme::ChipColors error = theme::verdict(Verdict::Investigate, palette());
    QPalette box;
    box.setColor(QPalette::Window, error.background);
    box.setColor(QPalette::WindowText, theme::readable(palette().color(QPalette::WindowText), error.background));
    m_errorBar->setPalette(box);
}

} // namespace portolan

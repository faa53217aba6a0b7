// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_menu.h"

#include "text/text.h"

#include <QInputDialog>
#include <QSettings>

namespace portolan {

namespace {

constexpr qsizetype longestName = 60;

/// As a menu shows it: "&" would mark a key.
QString menuText(const QString &text)
{
    return text::visible(text, longestName).replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

FilterMenu::FilterMenu(QSettings *settings, std::function<QString()> filterInUse, QWidget *parent)
    : QMenu(tr("F&ilter"), parent)
    , m_settings(settings)
    , m_filterInUse(std::move(filterInUse))
    , m_saved(SavedFilter::load(*settings))
{
    setObjectName(QStringLiteral("filterMenu"));
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &FilterMenu::rebuild);
    rebuild();
}

void FilterMenu::save(const QString &name, const QString &text)
{
    m_saved.removeIf([&name](const SavedFilter &filter) { return filter.name == name; });
    m_saved.append({ name, text });
    if (m_saved.size() > maximumSavedFilters)
        m_saved.removeFirst();
    SavedFilter::save(m_saved, *m_settings);
    rebuild();
}

void FilterMenu::forget(const QString &name)
{
    m_saved.removeIf([&name](const SavedFilter &filter) { return filter.name == name; });
    SavedFilter::save(m_saved, *m_settings);
    rebuild();
}

void FilterMenu::rebuild()
{
    clear();
    for (const SavedFilter &filter : std::as_const(m_saved)) {
        QAction *action = addAction(menuText(filter.name));
        action->setToolTip(text::visible(filter.text));
        connect(action, &QAction::triggered, this, [this, text = filter.text] { Q_EMIT filterWanted(text); });
    }
    if (m_saved.isEmpty())
        addAction(tr("No filter was saved yet"))->setEnabled(false);
    addSeparator();
    QAction *save = addAction(tr("&Save this filter…"));
    save->setObjectName(QStringLiteral("saveFilter"));
    save->setShortcut(Qt::CTRL | Qt::Key_D);
    save->setEnabled(!m_filterInUse().trimmed().isEmpty());
    connect(save, &QAction::triggered, this, &FilterMenu::askForName);
    QMenu *forgotten = addMenu(tr("&Forget"));
    forgotten->setEnabled(!m_saved.isEmpty());
    for (const SavedFilter &filter : std::as_const(m_saved))
        connect(forgotten->addAction(menuText(filter.name)), &QAction::triggered, this, [this, name = filter.name] { forget(name); });
    addSeparator();
    QAction *help = addAction(tr("The filter &language…"));
    help->setObjectName(QStringLiteral("filterHelpAction"));
    help->setShortcut(QKeySequence::HelpContents);
    connect(help, &QAction::triggered, this, &FilterMenu::helpWanted);
}

void FilterMenu::askForName()
{
    const QString text = m_filterInUse().trimmed();
    if (text.isEmpty())
        return;
    auto *dialog = new QInputDialog(parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("filterName"));
    dialog->setWindowTitle(tr("Save this filter"));
    dialog->setLabelText(tr("Name of the filter %1:").arg(text::visible(text, longestName)));
    dialog->setTextValue(text);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, text](const QString &name) {
        if (!name.trimmed().isEmpty())
            save(name.trimmed().left(longestName), text);
    });
    dialog->open();
}

} // namespace portolan

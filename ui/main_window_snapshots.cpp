// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "baseline/message_bar.h"
#include "compare/compare_view.h"
#include "compare/moment_dialog.h"
#include "compare/snapshot_bar.h"
#include "compare/snapshot_reading.h"
#include "history/history_store.h"
#include "inspector/background.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"
#include "ownnotes/own_notes_store.h"
#include "report/report_writer.h"
#include "text/text.h"

#include <QAction>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QSysInfo>
#include <QUrl>

#include <algorithm>

namespace portolan {

namespace {

constexpr qsizetype longestName = 80;
/// The ending by which desktops know a snapshot from other JSON.
constexpr QLatin1String ending("portolan.json");

/// The one local file that is dragged; empty when it is something else.
QString draggedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

QString shownFileName(const QString &fileName)
{
    return text::visible(QFileInfo(fileName).fileName(), longestName);
}

} // namespace

void MainWindow::addCompareView()
{
    m_compare = new CompareView(m_knowledge, this);
    addView(QStringLiteral("compare"), tr("Compare"), m_compare);
    m_searchFields.insert(m_compare, m_compare->searchField());
    m_compare->restoreColumns(m_values.viewSplitters.value(m_compare->objectName()));
    connect(this, &MainWindow::sampled, m_compare, &CompareView::apply);
    connect(m_compare, &CompareView::failed, this, &MainWindow::showError);
    connect(m_compare, &CompareView::listenersWanted, this, &MainWindow::showPort);
    connect(m_compare, &CompareView::portActivated, this, [this](quint16 port) {
        m_chosenPort = port;
        m_listeners->table()->selectPort(port);
    });
    connect(m_views, &QStackedWidget::currentChanged, m_compare, [this] {
        if (m_views->currentWidget() == m_compare && m_chosenPort)
            m_compare->showPort(*m_chosenPort);
    });
}

void MainWindow::offerMoments(HistoryStore *store)
{
    m_compare->setMomentsOffered(true);
    connect(m_compare, &CompareView::momentWanted, this, [this, store](bool asEarlier) {
        store->extent(HistoryTicket(), this, [this, store, asEarlier](const HistoryExtent &extent) {
            if (!extent.first.isValid()) {
                showError(tr("The history is empty. It fills while Portolan runs."));
                return;
            }
            auto *dialog = new MomentDialog(extent.first, std::max(extent.last, extent.first), this);
            connect(dialog, &MomentDialog::chosen, this, [this, store, asEarlier](const QDateTime &moment) {
                store->snapshotAt(moment, HistoryTicket(), this, [this, asEarlier](const HistoryMoment &picture) {
                    if (picture.snapshot)
                        m_compare->addMoment(picture.snapshot, picture.assessments, asEarlier);
                    else
                        showError(tr("The history does not know what listened then. Choose another moment."));
                });
            });
            dialog->open();
        });
    });
}

void MainWindow::addSnapshotActions(QMenu *file)
{
    const auto add = [this, file](const QString &text, const char *name, const QKeySequence &keys, void (MainWindow::*slot)()) {
        QAction *action = file->addAction(text);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    add(tr("&Open snapshot…"), "openSnapshotAction", QKeySequence::Open, &MainWindow::chooseSnapshot);
    add(tr("&Save snapshot…"), "saveSnapshotAction", Qt::CTRL | Qt::SHIFT | Qt::Key_S, &MainWindow::saveSnapshot);
    m_backToLive = add(tr("Back to &live"), "backToLiveAction", Qt::CTRL | Qt::Key_L, &MainWindow::backToLive);
    file->addSeparator();
}

void MainWindow::chooseSnapshot()
{
    auto *dialog = new QFileDialog(this, tr("Open snapshot"));
    dialog->setObjectName(QStringLiteral("openSnapshotDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({ tr("Snapshots (*.json)"), tr("All files (*)") });
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openSnapshot);
    dialog->open();
}

void MainWindow::openSnapshot(const QString &fileName)
{
    if (!m_last)
        setFile(fileName, {});
    const quint64 job = ++m_openJob;
    readInBackground(this, fileName, [this, fileName, job](const ReadSnapshot &read) {
        // Something else was wanted since.
        if (job != m_openJob)
            return;
        if (!read.file) {
            // What is shown stays.
            if (m_last) {
                showError(read.error);
                return;
            }
            showFileError(read.error);
            m_snapshotBar->say(tr("The snapshot “%1” is not shown.").arg(shownFileName(fileName)));
            return;
        }
        showError({});
        Update update;
        update.snapshot = read.file->snapshot;
        update.assessments = read.file->assessments;
        update.delta.opened = read.file->snapshot->listeners;
        update.first = true;
        showFile(update, read.file->host, fileName);
    });
}

void MainWindow::showFile(const Update &update, const HostInfo &host, const QString &fileName)
{
    m_host = host;
    setFile(fileName, update.snapshot->takenAt);
    if (!fileName.isEmpty())
        m_compare->addFile(fileName, host, update.snapshot, update.assessments);
    if (m_monitor)
        m_monitor->setFocus(nullptr);
    showUpdate(update);
}

void MainWindow::setFile(const QString &fileName, const QDateTime &takenAt)
{
    m_file = true;
    QStringList sentences;
    if (!fileName.isEmpty()) {
        sentences += tr("This is the snapshot “%1”, not what is here now.").arg(shownFileName(fileName));
        if (takenAt.isValid())
            sentences += tr("It was taken on %1.").arg(QLocale().toString(takenAt.toLocalTime(), QLocale::ShortFormat));
        if (!m_host.name.isEmpty() && m_host.name != QSysInfo::machineHostName())
            sentences += tr("It is of the machine “%1”.").arg(text::visible(m_host.name, longestName));
        setWindowTitle(tr("%1 (snapshot) – Portolan").arg(shownFileName(fileName)));
    }
    m_snapshotBar->say(m_monitor ? sentences.join(QLatin1Char(' ')) : QString());
    showLiveness();
    showBaselineActions();
}

void MainWindow::backToLive()
{
    if (!m_file || !m_monitor)
        return;
    ++m_openJob;
    m_file = false;
    m_host = {};
    m_snapshotBar->say({});
    setWindowTitle(QStringLiteral("Portolan"));
    showLiveness();
    if (!m_live) {
        Q_EMIT liveWanted();
        return;
    }
    Update update = *m_live;
    update.first = true;
    update.delta.opened = update.snapshot->listeners;
    showUpdate(update);
}

void MainWindow::saveSnapshot()
{
    if (!m_last)
        return;
    auto *dialog = new QFileDialog(this, tr("Save snapshot"));
    dialog->setObjectName(QStringLiteral("saveSnapshotDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({ tr("Snapshots (*.json)") });
    dialog->setDefaultSuffix(ending);
    const QDateTime taken = m_last->snapshot->takenAt.isValid() ? m_last->snapshot->takenAt.toLocalTime() : QDateTime::currentDateTime();
    dialog->selectFile(QStringLiteral("ports-%1.%2").arg(taken.toString(QStringLiteral("yyyyMMdd-HHmm")), ending));
    ReportDocument document;
    document.host = m_host;
    document.snapshot = m_last->snapshot;
    document.listeners = m_last->snapshot->listeners;
    document.assessments = m_last->assessments;
    document.knowledge = m_knowledge;
    if (m_ownNotes)
        document.ownNotes = m_ownNotes->notes();
    connect(dialog, &QFileDialog::fileSelected, this, [this, document](const QString &fileName) {
        inBackground(
            this,
            [fileName, document, live = !m_file]() mutable {
                if (live)
                    document.host = HostInfo::current();
                return saveReport(document, ReportFormat::Json, fileName);
            },
            [this, fileName](const ReportOutcome &outcome) {
                if (outcome.result != ReportResult::Written)
                    showError(outcome.error);
                else
                    m_message->say(tr("The snapshot is in %1.").arg(text::visible(QDir::toNativeSeparators(fileName))),
                                   { tr("Open"), [this, fileName] { openSnapshot(fileName); } });
            });
    });
    dialog->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString fileName = draggedFile(event->mimeData());
    if (fileName.isEmpty())
        return;
    event->acceptProposedAction();
    openSnapshot(fileName);
}

} // namespace portolan

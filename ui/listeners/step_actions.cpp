// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/step_actions.h"

#include "inspector/background.h"
#include "inspector/file_revealer.h"
#include "packages/program_copy.h"
#include "text/text.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QRegularExpression>

namespace portolan {

namespace {

constexpr qsizetype longestPath = 300;

/// A name that no program gave itself in order to be taken for something else.
QString suggestedName(const ProcessInfo &process)
{
    QString name = process.shownName();
    static const QRegularExpression strange(QStringLiteral("[^A-Za-z0-9_-]"));
    name.replace(strange, QStringLiteral("_"));
    return QStringLiteral("%1-%2.program").arg(name.left(40)).arg(process.key.pid);
}

} // namespace

StepActions::StepActions(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_revealer(new FileRevealer(this))
{
    connect(m_revealer, &FileRevealer::finished, this, [this](RevealResult, const QString &message) {
        if (!message.isEmpty())
            Q_EMIT told(message);
    });
}

void StepActions::take(NextStep step, const ListenerPtr &listener)
{
    const ProcessInfo *leader = listener->owner->leader();
    if (step == NextStep::LookAtFile && leader)
        showFile(*leader);
    else if (step == NextStep::KeepProgram && leader)
        saveCopy(*leader);
    else if (step == NextStep::RestartProgram)
        copyRestartCommand(*listener->owner);
}

void StepActions::showFile(const ProcessInfo &process)
{
    if (process.script.isEmpty())
        m_revealer->reveal(process.executable, process.executableDeleted);
    else
        m_revealer->reveal(process.script, false);
}

void StepActions::saveCopy(const ProcessInfo &process)
{
    auto *dialog = new QFileDialog(m_window->window(), tr("Save a copy of the running program"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QDir::home().filePath(suggestedName(process)));
    const ProgramRequest request { process.key, process.executable, process.executableDeleted, {} };
    connect(dialog, &QFileDialog::fileSelected, this, [this, request](const QString &target) {
        inBackground(
            this, [request, target] { return copyProgram("/proc", request, target); },
            [this, target](const QString &error) {
                Q_EMIT told(error.isEmpty() ? tr("Saved as %1. It cannot be run from there by accident: it may only be read, and only by you.")
                                                  .arg(text::visible(target, longestPath))
                                            : error);
            });
    });
    dialog->open();
}

void StepActions::copyRestartCommand(const Owner &owner)
{
    if (!owner.unit.endsWith(QLatin1String(".service")))
        return;
    // A unit's name is the kernel's text: quoted, it is one word to every shell.
    QString quoted = text::visible(owner.unit);
    quoted.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    QGuiApplication::clipboard()->setText(QStringLiteral("systemctl restart '%1'").arg(quoted));
    Q_EMIT told(tr("The command is on the clipboard. Paste it into a terminal when a restart suits you."));
}

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#include "users_notes.h"

#include "command.h"
#include "ownnotes/own_notes_file.h"

#include <QCoreApplication>

namespace portolan::cli {

namespace {

class UsersNotesText
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    static QString notShown(const QString &reason) { return tr("Own notes are not shown: %1").arg(reason); }
};

} // namespace

OwnNotes usersNotes()
{
    OwnNotesOutcome outcome = readOwnNotes(ownNotesFileName());
    if (!outcome.error.isEmpty())
        fail(ExitCode::Done, UsersNotesText::notShown(outcome.error));
    return std::move(outcome.notes);
}

} // namespace portolan::cli

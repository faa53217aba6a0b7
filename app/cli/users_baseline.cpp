// SPDX-License-Identifier: GPL-3.0-or-later
#include "users_baseline.h"

#include "baseline/baseline_file.h"
#include "command.h"

#include <QCoreApplication>

namespace portolan::cli {

namespace {

class UsersBaselineText
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    static QString leftOut(const QString &reason) { return tr("What was accepted as normal does not count: %1").arg(reason); }
};

} // namespace

BaselinePtr usersBaseline()
{
    const BaselineOutcome outcome = readBaseline(baselineFileName());
    if (!outcome.error.isEmpty())
        fail(ExitCode::Done, UsersBaselineText::leftOut(outcome.error));
    return outcome.baseline->isEmpty() ? nullptr : outcome.baseline;
}

} // namespace portolan::cli

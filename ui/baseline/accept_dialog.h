// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "baseline/baseline_store.h"
#include "monitor/update.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace portolan {

/// Asks before everything that listens is accepted as normal, and which of those that call for a look
/// are meant. Deletes itself.
class AcceptDialog : public QDialog
{
    Q_OBJECT

public:
    /// `present` is what the new baseline takes the place of.
    AcceptDialog(const Update &update, const Baseline &present, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed(const QList<portolan::Acceptance> &listeners);

private:
    [[nodiscard]] QList<Acceptance> chosen() const;
    void showCount();

    QList<Acceptance> m_normal;
    QList<Acceptance> m_doubtful; ///< in the order of the list
    QListWidget *m_list = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/registry_read_job.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace portolan {

class RegistryChangeModel;
class RegistryKeeper;

/// Reads a registry from a file, shows what would change, and keeps it when the person says so. A
/// broken file changes nothing, and the dialog says where it is broken. Deletes itself when closed.
class RegistryUpdateDialog : public QDialog
{
    Q_OBJECT

public:
    /// Begins to read at once. The keeper must outlive the dialog.
    RegistryUpdateDialog(QString path, RegistryKeeper *keeper, QWidget *parent = nullptr);
    ~RegistryUpdateDialog() override;

    /// What it says above the table; empty while it reads.
    [[nodiscard]] QString message() const;

protected:
    void reject() override;

private:
    enum class State { Reading, Broken, Same, Asking, Keeping };

    void build();
    void setState(State state);
    void take(const RegistryCandidatePtr &candidate);
    void showCandidate();
    void showDetails();
    void keep();
    void showError(const QString &error);
    void fitWords();
    void takeRoom(QSize wanted);
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QStringList doubts() const;

    QString m_path;
    RegistryKeeper *m_keeper;
    RegistryReadJob *m_job;
    RegistryCandidatePtr m_candidate;
    State m_state = State::Reading;
    RegistryChangeModel *m_model;
    QLabel *m_message = nullptr;
    QLabel *m_doubts = nullptr;
    QProgressBar *m_progress = nullptr;
    QWidget *m_changes = nullptr;
    QCheckBox *m_added = nullptr;
    QCheckBox *m_removed = nullptr;
    QCheckBox *m_changed = nullptr;
    QTableView *m_table = nullptr;
    QPlainTextEdit *m_details = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace portolan

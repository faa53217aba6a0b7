// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QDialog>

class QDateTimeEdit;

namespace portolan {

/// Asks for a moment of the history. Deletes itself.
class MomentDialog : public QDialog
{
    Q_OBJECT

public:
    /// The history reaches from `first` to `last`.
    MomentDialog(const QDateTime &first, const QDateTime &last, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QDateTime &moment);

private:
    QDateTimeEdit *m_moment;
};

} // namespace portolan

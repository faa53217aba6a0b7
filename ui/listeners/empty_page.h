// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace portolan {

/// What stands in the table's place when it has no rows, and why.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    enum class Reason { Looking, NothingListens, NothingMatches, NothingAccepted, FileHasNone, FileUnreadable };

    explicit EmptyPage(QWidget *parent = nullptr);

    void setReason(Reason reason);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void clearFilterWanted();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void adaptColours();

    QLabel *m_title;
    QLabel *m_detail;
    QPushButton *m_clear;
};

} // namespace portolan

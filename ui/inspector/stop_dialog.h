// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/text_block.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace portolan {

/// The one dialog of stopping a process, from the question to what became of it.
class StopDialog : public QDialog
{
    Q_OBJECT

public:
    explicit StopDialog(QWidget *parent);

    /// Asks; Cancel has the focus and is what Enter does.
    void ask(const QString &question, const QList<TextParagraph> &details);
    /// A signal was sent; `what` says what is being waited for.
    void wait(const QString &what);
    /// Says what happened; `offerKill` when the process still lives.
    void tell(const QString &what, bool offerKill);

Q_SIGNALS:
    void stopWanted();
    void killWanted();

private:
    void fitToText();

    QLabel *m_headline;
    TextBlock *m_details;
    QScrollArea *m_scroll = nullptr;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_kill;
    QPushButton *m_close;
};

} // namespace portolan

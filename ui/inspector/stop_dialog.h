// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/text_block.h"

#include <QDialog>
#include <QList>
#include <QString>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace portolan {

/// One way to end a listener that a person can choose.
struct StopChoice
{
    QString label; ///< what is chosen, where there is more than one
    QString question;
    QList<TextParagraph> consequences;
    QString addition = {}; ///< what can be done as well; wanted unless the person says no. Empty: nothing
};

/// The one dialog of stopping a process or its unit, from the question to what became of it.
class StopDialog : public QDialog
{
    Q_OBJECT

public:
    explicit StopDialog(QWidget *parent);

    /// Asks; the first choice is made, Cancel has the focus and is what Enter does.
    void ask(const QList<StopChoice> &choices);
    /// It did not work out as `what` says; asks whether to do this instead.
    void askInstead(const QString &what, const StopChoice &choice);
    /// Something was begun; `what` says what is being waited for.
    void wait(const QString &what);
    /// Says what happened; `offerKill` when the process still lives.
    void tell(const QString &what, bool offerKill);

Q_SIGNALS:
    /// `choice` counts from 0, in the order asked; `addition` when that is wanted too.
    void stopWanted(int choice, bool addition);
    void killWanted();

private:
    void offer(const QList<StopChoice> &choices);
    void choose(int choice);
    void fitToText();

    QLabel *m_headline;
    QWidget *m_choiceBox;
    QVBoxLayout *m_choiceLayout;
    QButtonGroup *m_choiceButtons = nullptr;
    QCheckBox *m_addition;
    TextBlock *m_details;
    QScrollArea *m_scroll = nullptr;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_kill;
    QPushButton *m_close;
    QList<StopChoice> m_choices;
    int m_chosen = 0;
};

} // namespace portolan

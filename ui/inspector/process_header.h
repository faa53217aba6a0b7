// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/listener.h"

#include <QList>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace portolan {

class FileRevealer;
class ProcessChain;
class TextBlock;

/// Who the process is, who started it, and what can be done with it.
class ProcessHeader : public QWidget
{
    Q_OBJECT

public:
    explicit ProcessHeader(QWidget *parent = nullptr);

    void showListener(const ListenerPtr &listener, const QList<ListenerPtr> &ofSameProcess);
    /// Says the process's age anew.
    void refreshAge();
    /// Gives the identity the keyboard focus.
    void focusIdentity();

Q_SIGNALS:
    void goToProcess();
    void refreshWanted();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QPushButton *addButton(const QString &objectName, const QString &text, const QString &accessibleName);
    void colorStop();
    void enableButtons();
    void setButton(QPushButton *button, const QString &what, const QString &whyNot);
    void say(const QString &message);
    void reveal();
    void copyDetails();
    void stop();

    ListenerPtr m_listener;
    QList<ListenerPtr> m_ofSameProcess;
    QBoxLayout *m_top;
    TextBlock *m_identity;
    QWidget *m_buttons;
    ProcessChain *m_chain;
    QLabel *m_message;
    QPushButton *m_goToProcess;
    QPushButton *m_reveal;
    QPushButton *m_copy;
    QPushButton *m_stop;
    FileRevealer *m_revealer;
};

} // namespace portolan

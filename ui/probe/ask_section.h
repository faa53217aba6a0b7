// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/ask_controller.h"
#include "probe/port_answer.h"
#include "snapshot/listener.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace portolan {

class TextBlock;

/// Asks the port that is explained what it speaks, shows how far that is, and what it said. Without
/// a controller it shows what was said alone, as in a snapshot from a file.
class AskSection : public QWidget
{
    Q_OBJECT

public:
    explicit AskSection(QWidget *parent = nullptr);

    void setController(AskController *controller);
    /// `answer` is what it said before; may be null.
    void showListener(const ListenerPtr &listener, const PortAnswerPtr &answer);
    void clear();
    /// Whether there is anything to show or to do.
    [[nodiscard]] bool isOffered() const;
    /// As shown, for people who copy it.
    [[nodiscard]] QString plainText() const;

public Q_SLOTS:
    /// Asks what is shown, where that can be done.
    void ask();

private:
    void refresh();

    QPointer<AskController> m_controller;
    ListenerPtr m_listener;
    PortAnswerPtr m_answer;
    TextBlock *m_text;
    QLabel *m_progress;
    QPushButton *m_ask;
    QPushButton *m_cancel;
};

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace portolan {

/// A line that says what was just done or has just happened, with one thing to do about it. It stays
/// until it is dismissed, used or followed by another.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    struct Offer
    {
        QString label;
        std::function<void()> take;
    };

    /// Harmless plain text. Without a label nothing is offered. `care` marks what deserves a look.
    void say(const QString &text, const Offer &offer = {}, bool care = false);
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void adaptColours();

    QLabel *m_text;
    QPushButton *m_action;
    std::function<void()> m_take;
    bool m_care = false;
};

} // namespace portolan

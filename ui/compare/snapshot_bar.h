// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace portolan {

/// The strip that says that the window shows a snapshot and not what is here now, with a way back.
class SnapshotBar : public QWidget
{
    Q_OBJECT

public:
    explicit SnapshotBar(QWidget *parent = nullptr);

    /// Harmless plain text; empty hides it.
    void say(const QString &text);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void liveWanted();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void adaptColours();

    QLabel *m_text;
};

} // namespace portolan

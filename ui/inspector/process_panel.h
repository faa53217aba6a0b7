// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment.h"
#include "monitor/update.h"
#include "snapshot/listener.h"

#include <QWidget>

#include <memory>

namespace portolan {

/// Who holds the listener: the process, its ancestors, its other listeners and its connections,
/// with the actions close by.
class ProcessPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProcessPanel(QWidget *parent = nullptr);
    ~ProcessPanel() override;

    /// `ofSameProcess` are all listeners of the owner's processes, this one included.
    void showListener(const ListenerPtr &listener, const AssessmentPtr &assessment,
                      const QList<ListenerPtr> &ofSameProcess);
    /// Connections sampled for the listener shown; those of others only go into their history.
    void showDetails(const FocusDetails &details);
    /// Nothing is selected.
    void clear();
    /// Makes the panel visible and gives the process's identity the keyboard focus.
    void takeFocus();

Q_SIGNALS:
    void listenerActivated(const portolan::ListenerKey &key);
    /// Something was done that the next sample will show, such as a stopped process.
    void refreshWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace portolan

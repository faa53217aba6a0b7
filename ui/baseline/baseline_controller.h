// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "baseline/baseline_store.h"
#include "monitor/update.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <functional>
#include <optional>

class QWidget;

namespace portolan {

class BaselineDialog;

/// What a person does with the baseline, and what they are told about it. Lives on the window's
/// thread.
class BaselineController : public QObject
{
    Q_OBJECT

public:
    /// Dialogs open over the window, whose child this is. The store must outlive it.
    BaselineController(BaselineStore *store, QWidget *window);

    /// What is here now; tells of accepted listeners that are not as they were, once each.
    void apply(const Update &update);
    /// Accepts those that are still here.
    void accept(const QList<ListenerPtr> &listeners);
    /// Asks first.
    void acceptWhole();
    void showBaseline();
    /// Whether there is a picture to accept.
    [[nodiscard]] bool hasPicture() const { return m_last.has_value(); }
    /// Whether one of them is not accepted as it is.
    [[nodiscard]] bool canAccept(const QList<ListenerPtr> &listeners) const;

Q_SIGNALS:
    /// Something was done that undo() takes back.
    void done(const QString &message);
    /// Accepted listeners changed; `filter` shows them.
    void changeSeen(const QString &message, const QString &filter);
    void portActivated(quint16 port);

private:
    [[nodiscard]] static QString nameOf(const Listener &listener);

    BaselineStore *m_store;
    QWidget *m_window;
    std::optional<Update> m_last;
    QSet<QString> m_told;
    QPointer<BaselineDialog> m_dialog;
};

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QMetaObject>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace portolan {

/// Runs `work` on the global thread pool and hands its result to `then` on the window's thread,
/// where `context` lives; nothing is called when `context` is gone by then. Both are copied.
template <typename Work, typename Then>
void inBackground(QObject *context, Work work, Then then)
{
    QThreadPool::globalInstance()->start([context = QPointer<QObject>(context), work = std::move(work),
                                          then = std::move(then)]() mutable {
        auto result = work();
        // The context may go at any time while the pool works, so whether it lives is asked on the
        // thread that destroys it.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [context, then = std::move(then), result = std::move(result)]() mutable {
                if (context)
                    then(std::as_const(result));
            },
            Qt::QueuedConnection);
    });
}

} // namespace portolan

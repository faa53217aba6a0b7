// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace portolan {

/// Runs `work` on the global thread pool and hands its result to `then` on the thread of
/// `context`; nothing is called when `context` is gone by then.
template <typename Work, typename Then>
void inBackground(QObject *context, Work work, Then then)
{
    using Result = std::invoke_result_t<Work>;
    auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    promise->future().then(context, std::move(then));
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace portolan

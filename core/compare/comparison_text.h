// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparison.h"

#include <QDateTime>
#include <QString>

namespace portolan {

/// Where a picture that is compared comes from.
enum class PictureKind : quint8 { Now, Baseline, File, Moment };

/// A picture in a sentence. `fileName` is that of a File; `at` is when it was taken.
struct PictureName
{
    PictureKind kind = PictureKind::Now;
    QDateTime at = {};
    QString fileName = {};
    QString host = {}; ///< of a File, where it is another machine; empty otherwise

    /// "now", "the baseline of 24/11/26 14:05", "the snapshot “a.json” of 24/11/26 14:05 of alpha".
    [[nodiscard]] QString text() const;
};

/// "Since the baseline of …, 2 ports opened, 1 of them to investigate, and 1 closed." Translated and
/// harmless. `partial`: the later picture may lack listeners.
[[nodiscard]] QString comparisonSentence(const Comparison &comparison, const PictureName &before, const PictureName &after, bool partial);
/// '+', '-' or '~'.
[[nodiscard]] char differenceSign(Differences what);
/// What differs in this port: "opened", "was held by nginx; can be reached by more: …". Harmless.
[[nodiscard]] QString differenceText(const ComparedPort &port);

} // namespace portolan

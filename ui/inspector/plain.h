// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

/// Ways to hand hostile text to widgets that would otherwise read markup in it.
namespace portolan::plain {

/// For QWidget::setToolTip() and QToolTip, which guess whether a text is markup: always is, with
/// the text escaped and made visible; long texts are cut in the middle.
[[nodiscard]] QString toolTip(QStringView text);
/// The same for several lines.
[[nodiscard]] QString toolTip(const QStringList &lines);

} // namespace portolan::plain

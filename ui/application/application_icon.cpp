// SPDX-License-Identifier: GPL-3.0-or-later
#include "application/application_icon.h"

#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace portolan {

QIcon applicationIcon()
{
    // Drawn here rather than by the icon engine: that one picks the nearest file for every size
    // and would show the simple drawing large.
    constexpr int largestSimpleSize = 22;
    QSvgRenderer detailed(QStringLiteral(":/icons/portolan.svg"));
    QSvgRenderer simple(QStringLiteral(":/icons/portolan-16.svg"));
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        (size <= largestSimpleSize ? simple : detailed).render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/port_map_picture.h"

#include "portmap/known_range.h"
#include "portmap/port_layout.h"
#include "report/listener_text.h"
#include "report/report_summary.h"
#include "text/text.h"

#include <QCoreApplication>

#include <array>
#include <map>

namespace portolan {

namespace {

constexpr int unit = 4; ///< of the picture's own coordinates, a cell
constexpr int pictureSide = port_layout::side * unit;
/// From here on a link for each would make the file large and help nobody.
constexpr size_t mostLinks = 500;

QString rectPath(const QRect &cells)
{
    return QStringLiteral("M%1 %2h%3v%4h-%3z").arg(cells.x() * unit).arg(cells.y() * unit).arg(cells.width() * unit).arg(cells.height() * unit);
}

QString path(const QString &style, const QString &data)
{
    return data.isEmpty() ? QString() : QStringLiteral("<path class=\"%1\" d=\"%2\"/>\n").arg(style, data);
}

QString rangePath(quint16 from, quint16 to)
{
    QString data;
    for (const QRect &rect : port_layout::cellsOf(from, to))
        data += rectPath(rect);
    return data;
}

QString assignedPath(const Knowledge &knowledge)
{
    std::array<bool, 65537> assigned {};
    for (int i = 0; i < knowledge.registrationCount(); ++i) {
        const Registration row = knowledge.registrationAt(i);
        if (row.status != RegistrationStatus::Assigned || !row.portFrom || !row.portTo)
            continue;
        for (int port = *row.portFrom; port <= *row.portTo; ++port)
            assigned.at(static_cast<size_t>(port)) = true;
    }
    QString data;
    for (size_t from = 0; from < assigned.size(); ++from) {
        size_t to = from;
        while (assigned.at(to))
            ++to;
        if (to > from)
            data += rangePath(static_cast<quint16>(from), static_cast<quint16>(to - 1));
        from = to;
    }
    return data;
}

/// A disc, a diamond, a triangle, a square, as in the window.
QString markPath(Verdict verdict, QPoint at)
{
    const QString start = QStringLiteral("M%1 %2");
    switch (verdict) {
    case Verdict::Expected:
        return start.arg(at.x() - 7).arg(at.y()) + QLatin1String("a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z");
    case Verdict::Explained:
        return start.arg(at.x()).arg(at.y() - 9) + QLatin1String("l9 9l-9 9l-9 -9z");
    case Verdict::Unfamiliar:
        return start.arg(at.x()).arg(at.y() - 10) + QLatin1String("l10 18h-20z");
    case Verdict::Investigate:
        break;
    }
    return start.arg(at.x() - 11).arg(at.y() - 11) + QLatin1String("h22v22h-22z");
}

} // namespace

// A group and no image: an image would hide its links from screen readers.
QString portMapPicture(const ReportDocument &document)
{
    const QString name = QCoreApplication::translate("Report", "Map of all ports with the listeners of this report").toHtmlEscaped();
    QString picture = QStringLiteral("<svg class=\"map\" viewBox=\"-12 -12 %1 %1\" role=\"group\" aria-label=\"%2\">\n<desc>%3</desc>\n")
                          .arg(QString::number(pictureSide + 24), name, text::visible(reportSummary(document)).toHtmlEscaped())
        + QStringLiteral("<rect class=\"ground\" width=\"%1\" height=\"%1\"/>\n").arg(pictureSide);
    if (document.knowledge) {
        std::map<KnownRange::Kind, QString> kinds;
        for (const KnownRange &range : knownRanges(*document.knowledge)) {
            if (range.kind == KnownRange::Kind::Numbering)
                picture += path(range.id, rangePath(range.from, range.to));
            else if (range.isShownByDefault())
                kinds[range.kind] += rangePath(range.from, range.to);
        }
        picture += path(QStringLiteral("assigned"), assignedPath(*document.knowledge)) + path(QStringLiteral("service"), kinds[KnownRange::Kind::Service])
            + path(QStringLiteral("game"), kinds[KnownRange::Kind::Game]) + path(QStringLiteral("malware"), kinds[KnownRange::Kind::Malware]);
    }
    QString lines;
    for (int at = 0; at <= pictureSide; at += port_layout::block * unit)
        lines += QStringLiteral("M0 %1H%2M%1 0V%2").arg(at).arg(pictureSide);
    picture += path(QStringLiteral("grid"), lines);

    std::map<quint16, qsizetype> marked; // the listener of each port that deserves most of a look
    for (qsizetype i = 0; i < document.listeners.size(); ++i) {
        const auto [known, fresh] = marked.emplace(document.listeners[i]->port(), i);
        if (!fresh && document.assessments[i]->verdict > document.assessments[known->second]->verdict)
            known->second = i;
    }
    // Calm ones first, so that what deserves a look is never covered.
    for (const Verdict verdict : { Verdict::Expected, Verdict::Explained, Verdict::Unfamiliar, Verdict::Investigate }) {
        QString together;
        for (const auto &[port, index] : marked) {
            if (document.assessments[index]->verdict != verdict)
                continue;
            const QPoint at = port_layout::cellOf(port) * unit + QPoint(unit / 2, unit / 2);
            if (marked.size() > mostLinks) {
                together += markPath(verdict, at);
                continue;
            }
            const QString what = QCoreApplication::translate("Report", "%1 %2: %3", "port, owner, verdict")
                                     .arg(QString::number(port), listener_text::owner(*document.listeners[index]->owner), verdictLabel(verdict));
            picture += QStringLiteral("<a href=\"#port-%1\"><path class=\"mark %2-mark\" d=\"%3\"><title>%4</title></path></a>\n")
                           .arg(QString::number(port), QString(verdictName(verdict)), markPath(verdict, at), text::visible(what).toHtmlEscaped());
        }
        picture += path(QStringLiteral("mark %1-mark").arg(QString(verdictName(verdict))), together);
    }
    return picture + QLatin1String("</svg>\n");
}

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registry_table.h"

#include "knowledge/registry_csv.h"
#include "knowledge/registry_words.h"

#include <QStringDecoder>
#include <QStringList>

#include <array>
#include <utility>

namespace portolan {

namespace {

constexpr QLatin1String firstLine("# portolan registry 1");
constexpr QLatin1String dateLine("# date ");

/// The text columns after ports and transport, in the order of the file.
constexpr std::array textColumns = {
    std::pair("service", &Registration::service),
    std::pair("description", &Registration::description),
    std::pair("assignee", &Registration::assignee),
    std::pair("contact", &Registration::contact),
    std::pair("registered", &Registration::registered),
    std::pair("modified", &Registration::modified),
    std::pair("reference", &Registration::reference),
    std::pair("service code", &Registration::serviceCode),
    std::pair("unauthorized use reported", &Registration::unauthorizedUse),
    std::pair("assignment notes", &Registration::assignmentNotes),
};
constexpr qsizetype columnCount = 2 + static_cast<qsizetype>(textColumns.size());

QString escaped(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (c == QLatin1Char('\n'))
            result += QLatin1String("\\n");
        else if (c == QLatin1Char('\t'))
            result += QLatin1String("\\t");
        else if (c == QLatin1Char('\r'))
            result += QLatin1String("\\r");
        else if (c == QLatin1Char('\\'))
            result += QLatin1String("\\\\");
        else
            result += c;
    }
    return result;
}

std::optional<QString> unescaped(QStringView text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != QLatin1Char('\\')) {
            result += text.at(i);
            continue;
        }
        if (++i == text.size())
            return std::nullopt;
        switch (text.at(i).unicode()) {
        case u'n':
            result += QLatin1Char('\n');
            break;
        case u't':
            result += QLatin1Char('\t');
            break;
        case u'r':
            result += QLatin1Char('\r');
            break;
        case u'\\':
            result += QLatin1Char('\\');
            break;
        default:
            return std::nullopt;
        }
    }
    return result;
}

RegistryResult failure(int line, const char *column, const QString &error)
{
    RegistryResult result;
    result.line = line;
    result.column = QString::fromLatin1(column);
    result.error = error;
    return result;
}

} // namespace

RegistryResult parseRegistryTable(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return failure(1, "", registry_words::notUtf8());
    RegistryResult result;
    int lineNumber = 0;
    for (const QStringView line : QStringView(text).split(QLatin1Char('\n'))) {
        ++lineNumber;
        if (lineNumber == 1 && line != firstLine)
            return failure(1, "", QStringLiteral("the first line must be \"%1\"").arg(firstLine));
        if (line.startsWith(dateLine)) {
            const QStringView date = line.sliced(dateLine.size());
            if (!isRegistryDate(date))
                return failure(lineNumber, "", registry_words::noDate(date));
            result.date = date.toString();
        }
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        const QList<QStringView> fields = line.split(QLatin1Char('\t'));
        if (fields.size() > columnCount || fields.size() < 2) {
            return failure(lineNumber, "", QStringLiteral("the row has %1 fields; right would be 2 to %2, parted by tabs")
                               .arg(fields.size()).arg(columnCount));
        }
        Registration row;
        if (!fields.at(0).isEmpty()) {
            const auto range = parsePortNumbers(fields.at(0));
            if (!range) {
                return failure(lineNumber, "ports",
                               registry_words::noPort(fields.at(0)));
            }
            row.portFrom = range->first;
            row.portTo = range->second;
        }
        const auto transport = registryTransportFromName(fields.at(1));
        if (!transport) {
            return failure(lineNumber, "transport",
                           registry_words::noTransport(fields.at(1)));
        }
        row.transport = *transport;
        for (qsizetype i = 2; i < fields.size(); ++i) {
            const auto &[name, member] = textColumns.at(static_cast<std::size_t>(i - 2));
            const std::optional<QString> field = unescaped(fields.at(i));
            if (!field) {
                return failure(lineNumber, name,
                               QStringLiteral("a backslash must be followed by n, t, r or another backslash"));
            }
            row.*member = *field;
        }
        row.status = statusOf(row.service, row.description);
        result.rows.append(row);
    }
    if (result.rows.isEmpty())
        return failure(lineNumber, "", QStringLiteral("the table has no rows"));
    return result;
}

QByteArray writeRegistryTable(const QList<Registration> &rows, const QString &date)
{
    QString text = firstLine + QLatin1Char('\n');
    if (!date.isEmpty())
        text += dateLine + date + QLatin1Char('\n');
    text += QLatin1String("# The facts of IANA's Service Name and Transport Protocol Port Number Registry (CC0); written by "
                          "the importer, not by hand.\n"
                          "# ports\ttransport\tservice\tdescription\tassignee\tcontact\tregistered\tmodified\treference"
                          "\tservice code\tunauthorized use reported\tassignment notes\n");
    for (const Registration &row : rows) {
        QString line;
        if (row.portFrom && row.portTo) {
            line = QString::number(*row.portFrom);
            if (!row.isSinglePort())
                line += QLatin1Char('-') + QString::number(*row.portTo);
        }
        line += QLatin1Char('\t') + registryTransportName(row.transport);
        // At least ports and transport stay, so that a row is never an empty line.
        const qsizetype shortest = line.size();
        for (const auto &[name, member] : textColumns)
            line += QLatin1Char('\t') + escaped(row.*member);
        while (line.size() > shortest && line.endsWith(QLatin1Char('\t')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    }
    return text.toUtf8();
}

} // namespace portolan

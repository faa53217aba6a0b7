// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registry_csv.h"

#include "knowledge/registry_words.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>
#include <utility>

namespace portolan {

namespace {

constexpr qsizetype rowsPerStep = 500;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Registry)
};

enum Column { ServiceName, PortNumber, TransportProtocol, Description, Assignee, Contact, RegistrationDate,
              ModificationDate, Reference, ServiceCode, UnauthorizedUse, AssignmentNotes, ColumnCount };

constexpr std::array<const char *, ColumnCount> columnNames = {
    "Service Name", "Port Number", "Transport Protocol", "Description", "Assignee", "Contact",
    "Registration Date", "Modification Date", "Reference", "Service Code",
    "Unauthorized Use Reported", "Assignment Notes",
};

/// Cuts the text into records of fields (RFC 4180), counting lines.
class CsvReader
{
public:
    explicit CsvReader(const QString &text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] int permille() const { return static_cast<int>(m_position * 1000 / m_text.size()); }

    /// False with the reason where quoting is broken.
    bool readRecord(QStringList &fields, QString &error)
    {
        fields.clear();
        while (true) {
            QString field;
            if (!readField(field, error))
                return false;
            fields.append(field);
            if (atEnd())
                return true;
            const QChar separator = m_text.at(m_position++);
            if (separator == QLatin1Char(','))
                continue;
            if (separator == QLatin1Char('\r') && !atEnd() && m_text.at(m_position) == QLatin1Char('\n'))
                ++m_position;
            ++m_line;
            return true;
        }
    }

private:
    bool readField(QString &field, QString &error)
    {
        if (atEnd() || m_text.at(m_position) != QLatin1Char('"')) {
            const qsizetype begin = m_position;
            while (!atEnd() && !isSeparator(m_text.at(m_position)))
                ++m_position;
            field = m_text.mid(begin, m_position - begin);
        } else {
            const int firstLine = m_line;
            ++m_position;
            if (!readQuoted(field)) {
                m_line = firstLine;
                error = Words::tr("the quoted field that begins here is not closed; the file may be cut off");
                return false;
            }
            if (!atEnd() && !isSeparator(m_text.at(m_position))) {
                error = Words::tr("after a closing quote there must be a comma or the end of the line");
                return false;
            }
        }
        if (field.size() > RegistryResult::longestField) {
            error = registry_words::fieldTooLong(RegistryResult::longestField);
            return false;
        }
        return true;
    }

    bool readQuoted(QString &field)
    {
        while (!atEnd()) {
            const QChar c = m_text.at(m_position++);
            if (c == QLatin1Char('\n'))
                ++m_line;
            if (c != QLatin1Char('"')) {
                field.append(c);
                continue;
            }
            if (atEnd() || m_text.at(m_position) != QLatin1Char('"'))
                return true;
            field.append(c);
            ++m_position;
        }
        return false;
    }

    static bool isSeparator(QChar c)
    {
        return c == QLatin1Char(',') || c == QLatin1Char('\n') || c == QLatin1Char('\r');
    }

    const QString &m_text;
    qsizetype m_position = 0;
    int m_line = 1;
};

RegistryResult failure(int line, const char *column, const QString &error)
{
    RegistryResult result;
    result.line = line;
    result.column = QString::fromLatin1(column);
    result.error = error;
    return result;
}

/// The index in the file of each known column, or the reason why there is none.
bool findColumns(const QStringList &header, std::array<qsizetype, ColumnCount> &positions, RegistryResult &result)
{
    for (std::size_t column = 0; column < ColumnCount; ++column) {
        positions.at(column) = header.indexOf(QString::fromLatin1(columnNames.at(column)));
        if (positions.at(column) < 0) {
            result = failure(1, columnNames.at(column),
                             Words::tr("the column is missing; the first line must name IANA's columns, "
                                       "from “Service Name” to “Assignment Notes”"));
            return false;
        }
    }
    return true;
}

} // namespace

int firstLineNotUtf8(QByteArrayView bytes)
{
    int line = 1;
    for (qsizetype begin = 0; begin < bytes.size(); ++line) {
        const qsizetype feed = bytes.indexOf('\n', begin);
        const qsizetype end = feed < 0 ? bytes.size() : feed;
        if (!bytes.sliced(begin, end - begin).isValidUtf8())
            return line;
        begin = end + 1;
    }
    return 0;
}

bool isRegistryDate(QStringView text)
{
    static constexpr QLatin1String pattern("dddd-dd-dd");
    if (text.size() != 4 && text.size() != 7 && text.size() != 10)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool digit = text.at(i) >= QLatin1Char('0') && text.at(i) <= QLatin1Char('9');
        if (digit != (pattern.at(i) == QLatin1Char('d')) || (!digit && text.at(i) != QLatin1Char('-')))
            return false;
    }
    return true;
}

std::optional<std::pair<quint16, quint16>> parsePortNumbers(QStringView text)
{
    const auto number = [](QStringView digits) -> std::optional<quint16> {
        if (digits.isEmpty() || digits.size() > 5)
            return std::nullopt;
        uint value = 0;
        for (const QChar c : digits) {
            if (c < QLatin1Char('0') || c > QLatin1Char('9'))
                return std::nullopt;
            value = value * 10 + (c.unicode() - u'0');
        }
        return value <= 65535 ? std::optional(static_cast<quint16>(value)) : std::nullopt;
    };
    const qsizetype hyphen = text.indexOf(QLatin1Char('-'));
    const auto from = number(hyphen < 0 ? text : text.left(hyphen));
    const auto to = hyphen < 0 ? from : number(text.mid(hyphen + 1));
    if (!from || !to || *from > *to)
        return std::nullopt;
    return std::pair(*from, *to);
}

RegistryResult parseRegistryCsv(QByteArrayView bytes, const RegistryProgress &proceed)
{
    if (bytes.size() > RegistryResult::largestFile)
        return failure(0, "", registry_words::tooLarge(RegistryResult::largestFile / 1024 / 1024));
    if (bytes.startsWith(QByteArrayView("\xef\xbb\xbf", 3)))
        bytes = bytes.sliced(3);
    if (const int line = firstLineNotUtf8(bytes))
        return failure(line, "", registry_words::notUtf8());
    const QString text = QString::fromUtf8(bytes);

    CsvReader reader(text);
    QStringList fields;
    QString error;
    if (reader.atEnd())
        return failure(1, "", Words::tr("the file is empty"));
    if (!reader.readRecord(fields, error))
        return failure(reader.line(), "", error);
    const qsizetype width = fields.size();
    std::array<qsizetype, ColumnCount> positions {};
    RegistryResult result;
    if (!findColumns(fields, positions, result))
        return result;

    while (!reader.atEnd()) {
        if (proceed && result.rows.size() % rowsPerStep == 0 && !proceed(reader.permille())) {
            result = {};
            result.cancelled = true;
            return result;
        }
        if (result.rows.size() == RegistryResult::mostRows)
            return failure(reader.line(), "", registry_words::tooManyRows(RegistryResult::mostRows));
        const int line = reader.line();
        if (!reader.readRecord(fields, error))
            return failure(reader.line(), "", error);
        if (fields.size() == 1 && fields.constFirst().isEmpty())
            continue;
        if (fields.size() != width) {
            return failure(line, "", Words::tr("the row has %1 fields; the header has %2").arg(fields.size()).arg(width));
        }
        const auto field = [&](Column column) { return fields.at(positions.at(column)); };
        Registration row;
        const QString port = field(PortNumber).trimmed();
        if (!port.isEmpty()) {
            const auto range = parsePortNumbers(port);
            if (!range) {
                return failure(line, columnNames.at(PortNumber),
                               registry_words::noPort(port));
            }
            row.portFrom = range->first;
            row.portTo = range->second;
        }
        const QString transport = field(TransportProtocol).trimmed().toLower();
        const auto known = registryTransportFromName(transport);
        if (!known) {
            return failure(line, columnNames.at(TransportProtocol),
                           registry_words::noTransport(transport));
        }
        row.transport = *known;
        row.service = field(ServiceName);
        row.description = field(Description);
        row.assignee = field(Assignee);
        row.contact = field(Contact);
        row.registered = field(RegistrationDate);
        row.modified = field(ModificationDate);
        row.reference = field(Reference);
        row.serviceCode = field(ServiceCode);
        row.unauthorizedUse = field(UnauthorizedUse);
        row.assignmentNotes = field(AssignmentNotes);
        for (const Column column : { RegistrationDate, ModificationDate }) {
            if (!field(column).isEmpty() && !isRegistryDate(field(column))) {
                return failure(line, columnNames.at(column),
                               registry_words::noDate(field(column)));
            }
        }
        row.status = statusOf(row.service, row.description);
        result.rows.append(row);
    }
    if (result.rows.isEmpty())
        return failure(reader.line(), "", Words::tr("the file has a header and no rows"));
    return result;
}

} // namespace portolan

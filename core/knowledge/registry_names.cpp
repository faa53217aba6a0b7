// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registry_names.h"

#include "knowledge/marks.h"
#include "knowledge/registry_csv.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

namespace portolan {

namespace {

constexpr qsizetype largestFile = 16 * 1024 * 1024;
constexpr qsizetype longestText = 32 * 1024;

RegistryNamesResult failureAt(QByteArrayView bytes, qsizetype offset, const QString &error)
{
    RegistryNamesResult result;
    result.error = error;
    result.line = 1;
    result.column = 1;
    for (const char c : bytes.first(std::clamp<qsizetype>(offset, 0, bytes.size()))) {
        if (c == '\n') {
            ++result.line;
            result.column = 1;
        } else {
            ++result.column;
        }
    }
    return result;
}

/// As above, at the place where the key stands in the text.
RegistryNamesResult failureAtKey(QByteArrayView bytes, const QString &key, const QString &error)
{
    const QByteArray quoted = '"' + key.toUtf8() + '"';
    return failureAt(bytes, QByteArray::fromRawData(bytes.data(), bytes.size()).indexOf(quoted),
                     QStringLiteral("\"%1\": %2").arg(key.left(40), error));
}

std::optional<NamedPort> portOfKey(QStringView key)
{
    const qsizetype slash = key.indexOf(QLatin1Char('/'));
    if (slash < 0)
        return std::nullopt;
    const auto numbers = parsePortNumbers(key.left(slash));
    const auto transport = registryTransportFromName(key.mid(slash + 1));
    if (!numbers || numbers->first != numbers->second || !transport || *transport == RegistryTransport::None)
        return std::nullopt;
    NamedPort named;
    named.port = numbers->first;
    named.transport = *transport;
    return named;
}

auto place(const NamedPort &named)
{
    return std::tuple(named.port, named.transport);
}

bool isBlock(const Registration &row)
{
    return row.portFrom && row.service.isEmpty() && row.status != RegistrationStatus::Assigned;
}

bool saysTheSame(const Registration &row, const NamedPort &named)
{
    return row.service == named.service && row.description.simplified() == named.description.simplified();
}

Registration rowOf(const NamedPort &named)
{
    Registration row;
    row.portFrom = named.port;
    row.portTo = named.port;
    row.transport = named.transport;
    row.service = named.service;
    row.description = named.description;
    row.status = statusOf(row.service, row.description);
    return row;
}

class Merge
{
public:
    Merge(const QList<Registration> &rows, const QList<NamedPort> &names)
        : m_rows(rows)
    {
        QHash<quint16, QList<int>> rowsOfPort;
        for (int i = 0; i < m_rows.size(); ++i) {
            const Registration &row = m_rows.at(i);
            if (!row.portFrom || !row.portTo)
                continue;
            for (int port = *row.portFrom; port <= *row.portTo; ++port)
                rowsOfPort[static_cast<quint16>(port)].append(i);
        }
        for (const NamedPort &named : names)
            place(named, rowsOfPort.value(named.port));
    }

    [[nodiscard]] RegistryWithNames result()
    {
        RegistryWithNames result;
        for (int i = 0; i < m_rows.size(); ++i) {
            const auto news = m_inBlock.constFind(i);
            if (news == m_inBlock.constEnd())
                result.rows.append(m_rows.at(i));
            else
                split(m_rows.at(i), *news, result.rows);
            result.rows.append(m_after.value(i));
        }
        result.rows = m_after.value(-1) + result.rows;
        result.changes = std::move(m_changes);
        return result;
    }

private:
    void place(const NamedPort &named, const QList<int> &covering)
    {
        QList<int> own;
        int block = -1;
        for (const int index : covering) {
            const Registration &row = m_rows.at(index);
            if (row.transport == named.transport && saysTheSame(row, named))
                return;
            if (row.transport == named.transport && row.isSinglePort())
                own.append(index);
            else if (isBlock(row) && (row.transport == RegistryTransport::None || row.transport == named.transport))
                block = index;
        }
        const auto sameService = std::find_if(own.cbegin(), own.cend(), [&](int index) {
            return m_rows.at(index).service == named.service;
        });
        if (sameService != own.cend()) {
            Registration row = m_rows.at(*sameService);
            row.description = named.description;
            row.status = statusOf(row.service, row.description);
            change(*sameService, row);
        } else if (own.size() == 1) {
            change(own.constFirst(), rowOf(named));
        } else {
            m_changes.append({ RegistryNamesChange::Kind::Added, {}, rowOf(named) });
            if (own.isEmpty() && block >= 0) {
                if (!m_inBlock.contains(block) && !m_rows.at(block).isSinglePort())
                    m_changes.append({ RegistryNamesChange::Kind::Split, m_rows.at(block), {} });
                m_inBlock[block].append(named);
            } else {
                m_after[lastRowUpTo(named.port)].append(rowOf(named));
            }
        }
    }

    void change(int index, const Registration &row)
    {
        m_changes.append({ RegistryNamesChange::Kind::Changed, m_rows.at(index), row });
        m_rows[index] = row;
    }

    /// The row after which a further row of the port belongs; -1 for the beginning.
    [[nodiscard]] int lastRowUpTo(quint16 port) const
    {
        int last = -1;
        for (int i = 0; i < m_rows.size(); ++i) {
            const Registration &row = m_rows.at(i);
            if (row.portFrom && *row.portFrom <= port)
                last = i;
        }
        return last;
    }

    /// Whether the block reports unauthorised use of one of these of its ports.
    static bool reportsUse(const Registration &block, int from, int to)
    {
        for (int port = from; port <= to; ++port) {
            if (marks::reportsUnauthorisedUse(block, static_cast<quint16>(port)))
                return true;
        }
        return false;
    }

    static void split(const Registration &block, const QList<NamedPort> &news, QList<Registration> &rows)
    {
        const auto appendPiece = [&](int from, int to) {
            if (from > to)
                return;
            Registration piece = block;
            piece.portFrom = static_cast<quint16>(from);
            piece.portTo = static_cast<quint16>(to);
            if (reportsUse(block, *block.portFrom, *block.portTo) && !reportsUse(block, from, to))
                piece.unauthorizedUse.clear();
            rows.append(piece);
        };
        int next = *block.portFrom;
        for (qsizetype i = 0; i < news.size();) {
            const int port = news.at(i).port;
            appendPiece(next, port - 1);
            bool tcp = false;
            bool udp = false;
            for (; i < news.size() && news.at(i).port == port; ++i) {
                rows.append(rowOf(news.at(i)));
                tcp = tcp || news.at(i).transport == RegistryTransport::Tcp;
                udp = udp || news.at(i).transport == RegistryTransport::Udp;
            }
            if (block.transport == RegistryTransport::None && !(tcp && udp))
                appendPiece(port, port);
            next = port + 1;
        }
        appendPiece(next, *block.portTo);
    }

    QList<Registration> m_rows;
    QHash<int, QList<NamedPort>> m_inBlock; ///< by row, in port order
    QHash<int, QList<Registration>> m_after; ///< by row
    QList<RegistryNamesChange> m_changes;
};

} // namespace

RegistryNamesResult parseRegistryNames(QByteArrayView bytes)
{
    if (bytes.size() > largestFile)
        return failureAt(bytes, 0, QStringLiteral("the file is larger than 16 MB; the names have about one"));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(bytes.data(), bytes.size()), &error);
    if (error.error != QJsonParseError::NoError) {
        // The offset is behind the character at fault.
        return failureAt(bytes, error.offset - 1, QStringLiteral("not valid JSON: %1").arg(error.errorString()));
    }
    if (!document.isObject())
        return failureAt(bytes, 0, QStringLiteral("the file must be one object of ports and their names"));
    const QJsonObject object = document.object();
    RegistryNamesResult result;
    result.names.reserve(object.size());
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        std::optional<NamedPort> named = portOfKey(entry.key());
        if (!named) {
            return failureAtKey(bytes, entry.key(),
                                QStringLiteral("no port and transport; right would be like \"6379/tcp\", up to 65535, with tcp, udp, sctp or dccp"));
        }
        const QJsonArray texts = entry.value().toArray();
        if (texts.size() != 2 || !texts.at(0).isString() || !texts.at(1).isString())
            return failureAtKey(bytes, entry.key(), QStringLiteral("right would be a list of two texts, name and description"));
        named->service = texts.at(0).toString();
        named->description = texts.at(1).toString();
        if (named->service.size() > longestText || named->description.size() > longestText)
            return failureAtKey(bytes, entry.key(), QStringLiteral("a text is longer than %1 characters").arg(longestText));
        result.names.append(*named);
    }
    if (result.names.isEmpty())
        return failureAt(bytes, 0, QStringLiteral("the object names no port"));
    std::sort(result.names.begin(), result.names.end(),
              [](const NamedPort &a, const NamedPort &b) { return place(a) < place(b); });
    return result;
}

RegistryWithNames applyRegistryNames(const QList<Registration> &rows, const QList<NamedPort> &names)
{
    return Merge(rows, names).result();
}

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registry_xml.h"

#include "knowledge/registry_csv.h"
#include "knowledge/registry_words.h"

#include <QCoreApplication>
#include <QXmlStreamReader>

namespace portolan {

namespace {

constexpr QLatin1String ianaNamespace("http://www.iana.org/assignments");
constexpr QLatin1String registryId("service-names-port-numbers");
constexpr qsizetype rowsPerStep = 500;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Registry)
};

class Reader
{
public:
    Reader(QByteArrayView bytes, const RegistryProgress &proceed)
        : m_size(bytes.size())
        , m_proceed(proceed)
    {
        m_xml.addData(QByteArray::fromRawData(bytes.data(), bytes.size()));
    }

    RegistryResult read()
    {
        if (!readRoot())
            return m_result;
        while (!m_xml.atEnd() && m_result.ok()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement:
                readChild();
                break;
            case QXmlStreamReader::DTD:
                fail({}, Words::tr("the file declares a document type, which IANA's does not"));
                break;
            default:
                break;
            }
        }
        if (m_xml.hasError())
            failAsXml();
        else if (m_result.ok() && m_result.rows.isEmpty())
            fail({}, Words::tr("the registry has no <record>"));
        if (!m_result.ok())
            m_result.rows.clear();
        return m_result;
    }

private:
    void fail(const char *element, const QString &error)
    {
        // The first thing that is wrong is what to mend first.
        if (!m_result.ok())
            return;
        m_result.line = static_cast<int>(m_xml.lineNumber());
        m_result.character = static_cast<int>(m_xml.columnNumber()) + 1;
        m_result.column = QString::fromLatin1(element);
        m_result.error = error;
    }

    void failAsXml()
    {
        fail({}, m_xml.error() == QXmlStreamReader::PrematureEndOfDocumentError
                 ? Words::tr("the file ends in the middle; it may be cut off")
                 : Words::tr("not well-formed XML: %1").arg(m_xml.errorString()));
    }

    bool readRoot()
    {
        while (!m_xml.atEnd()) {
            const QXmlStreamReader::TokenType token = m_xml.readNext();
            if (token == QXmlStreamReader::DTD) {
                fail({}, Words::tr("the file declares a document type, which IANA's does not"));
                return false;
            }
            if (token == QXmlStreamReader::StartElement)
                break;
        }
        if (m_xml.hasError()) {
            failAsXml();
            return false;
        }
        if (m_xml.name() != QLatin1String("registry") || m_xml.namespaceUri() != ianaNamespace
            || m_xml.attributes().value(QLatin1String("id")) != registryId) {
            fail({}, Words::tr("this is another document; right would be <registry xmlns=\"%1\" id=\"%2\">")
                         .arg(ianaNamespace, registryId));
            return false;
        }
        return true;
    }

    /// Of a registry. What is passed over is passed over without recursion.
    void readChild()
    {
        const QStringView name = m_xml.name();
        if (m_xml.namespaceUri() == ianaNamespace) {
            if (name == QLatin1String("record"))
                return readRecord();
            if (name == QLatin1String("registry"))
                return;
            if (name == QLatin1String("updated") && m_result.date.isEmpty())
                return readUpdated();
        }
        m_xml.skipCurrentElement();
    }

    void readUpdated()
    {
        const QString date = text().trimmed();
        if (isRegistryDate(date))
            m_result.date = date;
        else
            fail("updated", registry_words::noDate(date));
    }

    void readRecord()
    {
        if (m_proceed && m_result.rows.size() % rowsPerStep == 0
            && !m_proceed(static_cast<int>(std::min<qint64>(m_xml.characterOffset() * 1000 / m_size, 1000)))) {
            m_result.cancelled = true;
            return;
        }
        if (m_result.rows.size() == RegistryResult::mostRows)
            return fail({}, registry_words::tooManyRows(RegistryResult::mostRows));
        m_row = {};
        m_hasAssignee = false;
        m_row.registered = dateAttribute(QLatin1String("date"));
        m_row.modified = dateAttribute(QLatin1String("updated"));
        while (m_result.ok() && m_xml.readNextStartElement())
            readField();
        if (m_xml.hasError() || !m_result.ok())
            return;
        if (!m_hasAssignee)
            m_row.assignee = m_row.contact;
        m_row.status = statusOf(m_row.service, m_row.description);
        if (!m_row.portFrom && m_row.service.isEmpty())
            return fail("record", Words::tr("the record has neither a name nor a number"));
        m_result.rows.append(m_row);
    }

    QString dateAttribute(QLatin1String name)
    {
        const QString date = m_xml.attributes().value(name).trimmed().toString();
        if (!date.isEmpty() && !isRegistryDate(date))
            fail(name.data(), registry_words::noDate(date));
        return date;
    }

    void readField()
    {
        const QString name = m_xml.name().toString();
        if (name == QLatin1String("name"))
            readOnce(m_row.service, "name");
        else if (name == QLatin1String("number"))
            readNumber();
        else if (name == QLatin1String("protocol"))
            readProtocol();
        else if (name == QLatin1String("description"))
            readText(m_row.description, "description");
        else if (name == QLatin1String("sc"))
            readOnce(m_row.serviceCode, "sc");
        else if (name == QLatin1String("unauthorized"))
            readText(m_row.unauthorizedUse, "unauthorized");
        else if (name == QLatin1String("note"))
            readText(m_row.assignmentNotes, "note");
        else if (name == QLatin1String("assignee"))
            readAssignee();
        else if (name == QLatin1String("xref"))
            readReference();
        else
            m_xml.skipCurrentElement();
    }

    void readNumber()
    {
        const QString number = text().trimmed();
        if (m_row.portFrom)
            return fail("number", Words::tr("the record has a second <%1>").arg(QLatin1String("number")));
        if (number.isEmpty() || !m_result.ok())
            return;
        const auto range = parsePortNumbers(number);
        if (!range)
            return fail("number", registry_words::noPort(number));
        m_row.portFrom = range->first;
        m_row.portTo = range->second;
    }

    void readProtocol()
    {
        const QString name = text().trimmed().toLower();
        const auto transport = registryTransportFromName(name);
        if (!transport)
            return fail("protocol", registry_words::noTransport(name));
        if (m_row.transport != RegistryTransport::None)
            return fail("protocol", Words::tr("the record has a second <%1>").arg(QLatin1String("protocol")));
        m_row.transport = *transport;
    }

    void readOnce(QString &field, const char *element)
    {
        if (!field.isEmpty())
            return fail(element, Words::tr("the record has a second <%1>").arg(QLatin1String(element)));
        readText(field, element);
    }

    /// A field that appears twice continues on a line of its own.
    void readText(QString &field, const char *element)
    {
        const QString read = text().trimmed();
        append(field, field.isEmpty() || read.isEmpty() ? read : QLatin1Char('\n') + read, element);
    }

    void append(QString &field, const QString &part, const char *element)
    {
        field += part;
        if (field.size() > RegistryResult::longestField)
            fail(element, registry_words::fieldTooLong(RegistryResult::longestField));
    }

    void readAssignee()
    {
        m_hasAssignee = true;
        append(m_row.assignee, text().trimmed(), "assignee");
    }

    void readReference()
    {
        const bool person = m_xml.attributes().value(QLatin1String("type")) == QLatin1String("person");
        append(person ? m_row.contact : m_row.reference, reference(), "xref");
    }

    /// Of the xref that begins here: "[RFC6335]", "[Jon_Postel]", "[https://example.org]".
    QString reference()
    {
        const QXmlStreamAttributes attributes = m_xml.attributes();
        const QStringView type = attributes.value(QLatin1String("type"));
        QString target = attributes.value(QLatin1String("data")).toString();
        if (type == QLatin1String("rfc"))
            target = target.toUpper();
        const QString words = text(References::Plain).trimmed();
        const QString shown = words.isEmpty() || type == QLatin1String("person") ? target : words;
        return shown.isEmpty() ? QString() : QLatin1Char('[') + shown + QLatin1Char(']');
    }

    enum class References { Bracketed, Plain };

    /// The text of the element that begins here; elements in it count by their text. Goes to any
    /// depth without recursion.
    QString text(References references = References::Bracketed)
    {
        QString result;
        int depth = 0;
        while (!m_xml.atEnd()) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::Characters:
                result += m_xml.text();
                break;
            case QXmlStreamReader::StartElement:
                if (references == References::Bracketed && m_xml.name() == QLatin1String("xref"))
                    result += reference();
                else
                    ++depth;
                break;
            case QXmlStreamReader::EndElement:
                if (depth-- == 0)
                    return result;
                break;
            default:
                break;
            }
        }
        return result;
    }

    QXmlStreamReader m_xml;
    qint64 m_size;
    const RegistryProgress &m_proceed;
    RegistryResult m_result;
    Registration m_row;
    bool m_hasAssignee = false;
};

} // namespace

RegistryResult parseRegistryXml(QByteArrayView bytes, const RegistryProgress &proceed)
{
    if (bytes.size() > RegistryResult::largestFile) {
        RegistryResult result;
        result.error = registry_words::tooLarge(RegistryResult::largestFile / 1024 / 1024);
        return result;
    }
    // The reader would tell of it on the first line, wherever it is.
    const bool isUtf16 = bytes.startsWith(QByteArrayView("\xff\xfe", 2)) || bytes.startsWith(QByteArrayView("\xfe\xff", 2));
    if (const int line = isUtf16 ? 0 : firstLineNotUtf8(bytes)) {
        RegistryResult result;
        result.line = line;
        result.error = registry_words::notUtf8();
        return result;
    }
    return Reader(bytes, proceed).read();
}

} // namespace portolan

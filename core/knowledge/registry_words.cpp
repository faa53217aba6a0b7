// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registry_words.h"

#include <QCoreApplication>

namespace portolan::registry_words {

namespace {

constexpr qsizetype quotedLength = 40;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Registry)
};

QString quoted(QStringView text)
{
    return text.left(quotedLength).toString();
}

} // namespace

QString tooLarge(qsizetype megabytes)
{
    return Words::tr("the file is larger than %1 MB; the registry has fewer than five").arg(megabytes);
}

QString notUtf8()
{
    return Words::tr("the file is not UTF-8 text");
}

QString tooManyRows(qsizetype most)
{
    return Words::tr("the file has more than %1 rows; the registry has about 15000").arg(most);
}

QString fieldTooLong(qsizetype most)
{
    return Words::tr("a field is longer than %1 characters").arg(most);
}

QString noPort(QStringView text)
{
    return Words::tr("“%1” is no port and no range; right would be 788 or 788-799, up to 65535").arg(quoted(text));
}

QString noTransport(QStringView text)
{
    return Words::tr("“%1” is no transport; right would be tcp, udp, sctp, dccp or nothing").arg(quoted(text));
}

QString noDate(QStringView text)
{
    return Words::tr("“%1” is no date; right would be 2008-11 or 2011-07-18").arg(quoted(text));
}

} // namespace portolan::registry_words

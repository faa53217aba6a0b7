// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registry_file.h"

#include "knowledge/registry_csv.h"
#include "knowledge/registry_words.h"
#include "knowledge/registry_xml.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace portolan {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Registry)
};

RegistryResult failure(const QString &error)
{
    RegistryResult result;
    result.error = error;
    return result;
}

} // namespace

RegistryResult parseRegistryFile(QByteArrayView bytes, const RegistryProgress &proceed)
{
    QByteArrayView start = bytes;
    if (start.startsWith(QByteArrayView("\xef\xbb\xbf", 3)))
        start = start.sliced(3);
    // UTF-16, which XML may be in, begins with a mark of its own.
    const bool isXml = start.trimmed().startsWith('<') || start.startsWith(QByteArrayView("\xff\xfe", 2))
        || start.startsWith(QByteArrayView("\xfe\xff", 2));
    return isXml ? parseRegistryXml(bytes, proceed) : parseRegistryCsv(bytes, proceed);
}

RegistryResult readRegistryFile(const QString &path, const RegistryProgress &proceed)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return failure(Words::tr("this is no plain file"));
    if (info.size() > RegistryResult::largestFile)
        return failure(registry_words::tooLarge(RegistryResult::largestFile / 1024 / 1024));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(file.errorString());
    // Not readAll(): the file may grow meanwhile.
    const QByteArray bytes = file.read(RegistryResult::largestFile + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(file.errorString());
    return parseRegistryFile(bytes, proceed);
}

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registry_store.h"

#include "knowledge/knowledge_encoder.h"
#include "knowledge/knowledge_format.h"
#include "knowledge/knowledge_resource.h"
#include "knowledge/registry_table.h"
#include "knowledge/string_pool.h"
#include "text/text.h"
#include "text/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <cstring>

namespace portolan {

namespace {

constexpr char magic[8] = { 'P', 'O', 'R', 'T', 'O', 'R', 'E', 'G' };
constexpr quint32 version = 1;
constexpr qsizetype versionOffset = 8;
constexpr qsizetype checksumOffset = 12;
constexpr qsizetype stampOffset = 20;
constexpr qsizetype sizesOffset = 28;
constexpr qsizetype tableChecksumOffset = 40;
constexpr qsizetype headerSize = 48;
constexpr qsizetype longestName = 4096;
constexpr qint64 largestFile = 64 * 1024 * 1024;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::RegistryStore)
};

/// What the file begins with, and where its parts are. The parts are checked by whoever reads them.
struct Head
{
    quint64 stamp = 0;
    QString name;
    qsizetype tableAt = 0;
    qsizetype tableSize = 0;
    quint64 tableChecksum = 0;
    qsizetype compiledAt = 0;
    qsizetype compiledSize = 0;

    /// Reads the beginning; nullopt unless it is whole and fits the file's size.
    static std::optional<Head> read(QFile &file)
    {
        const QByteArray bytes = file.read(headerSize + longestName);
        if (bytes.size() < headerSize || std::memcmp(bytes.constData(), magic, sizeof magic) != 0
            || qFromLittleEndian<quint32>(bytes.constData() + versionOffset) != version) {
            return std::nullopt;
        }
        const auto size = [&](qsizetype i) {
            return static_cast<qsizetype>(qFromLittleEndian<quint32>(bytes.constData() + sizesOffset + i * 4));
        };
        Head head;
        head.tableAt = headerSize + size(0);
        head.tableSize = size(1);
        head.compiledAt = head.tableAt + head.tableSize;
        head.compiledSize = size(2);
        if (head.tableAt > bytes.size() || head.compiledAt + head.compiledSize != file.size() || file.size() > largestFile)
            return std::nullopt;
        const QByteArrayView start = QByteArrayView(bytes).first(head.tableAt);
        if (qFromLittleEndian<quint64>(bytes.constData() + checksumOffset) != format::checksum(start.sliced(stampOffset)))
            return std::nullopt;
        head.stamp = qFromLittleEndian<quint64>(bytes.constData() + stampOffset);
        head.tableChecksum = qFromLittleEndian<quint64>(bytes.constData() + tableChecksumOffset);
        head.name = QString::fromUtf8(start.sliced(headerSize));
        return head;
    }

    static QByteArray part(QFile &file, qsizetype at, qsizetype size)
    {
        return file.seek(at) ? file.read(size) : QByteArray();
    }
};

/// Changes with every row, note and panel of the program.
quint64 builtInStamp()
{
    const QByteArrayView compiled = knowledgeResource(QStringLiteral("knowledge.bin"));
    return qFromLittleEndian<quint64>(compiled.data() + format::checksumOffset);
}

bool isOfOtherVersion(QByteArrayView compiled)
{
    return compiled.size() >= format::rowsOffset
        && qFromLittleEndian<quint32>(compiled.data() + format::versionOffset) != format::version;
}

QByteArray compose(const QString &name, const QByteArray &table, const QByteArray &compiled)
{
    const QByteArray utf8 = name.toUtf8().left(longestName);
    QByteArray head;
    append(head, builtInStamp());
    append(head, static_cast<quint32>(utf8.size()));
    append(head, static_cast<quint32>(table.size()));
    append(head, static_cast<quint32>(compiled.size()));
    append(head, format::checksum(table));
    head += utf8;
    QByteArray bytes(magic, sizeof magic);
    append(bytes, version);
    append(bytes, format::checksum(head));
    return bytes + head + table + compiled;
}

QByteArray compile(const QList<Registration> &rows, const QString &date, QString *error)
{
    const KnowledgePtr own = Knowledge::builtInAsWritten();
    QList<Note> notes;
    notes.reserve(own->noteCount());
    for (int i = 0; i < own->noteCount(); ++i)
        notes.append(own->noteAt(i));
    QList<Panel> panels;
    panels.reserve(own->panelCount());
    for (int i = 0; i < own->panelCount(); ++i)
        panels.append(own->panelAt(i));
    return encodeKnowledge(rows, date, notes, panels, error);
}

} // namespace

RegistryStore::RegistryStore(QString folder)
    : m_folder(std::move(folder))
{
}

RegistryStore RegistryStore::standard()
{
    // Not AppDataLocation: the two programs have names of their own.
    return RegistryStore(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QLatin1String("/portolan"));
}

QString RegistryStore::path() const
{
    return m_folder + QLatin1String("/registry.bin");
}

RegistryStore::Loaded RegistryStore::load() const
{
    QFile file(path());
    const QFileInfo info(path());
    if (!info.exists())
        return { Knowledge::builtIn(), false, {} };
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        return { Knowledge::builtIn(), false,
                 Words::tr("The registry you brought cannot be read (“%1”: %2); the built-in one is used.")
                     .arg(text::visible(path()), text::visible(file.errorString())) };
    }
    const auto head = Head::read(file);
    if (!head)
        return damaged();
    // Read, not mapped: a mapping ends the program when somebody cuts the file off under it.
    const auto compiled = std::make_shared<const QByteArray>(Head::part(file, head->compiledAt, head->compiledSize));
    const bool outdated = head->stamp != builtInStamp();
    if (outdated && isOfOtherVersion(*compiled))
        return { Knowledge::builtIn(), true, {} };
    QString error;
    KnowledgePtr knowledge = Knowledge::fromBytes(*compiled, &error, KnowledgeTranslation::builtIn(programLanguage()),
                                                  { head->name, compiled });
    if (!knowledge)
        return damaged();
    return { std::move(knowledge), outdated, {} };
}

RegistryStore::Loaded RegistryStore::damaged() const
{
    const QString aside = m_folder + QLatin1String("/registry.damaged");
    QFile::remove(aside);
    const bool moved = QFile::rename(path(), aside);
    return { Knowledge::builtIn(), false,
             moved ? Words::tr("The registry you brought was damaged; the built-in one is used. The damaged file is “%1” from now on.")
                         .arg(text::visible(aside))
                   : Words::tr("The registry you brought is damaged; the built-in one is used. Remove the file “%1”.")
                         .arg(text::visible(path())) };
}

RegistryStore::Kept RegistryStore::keep(const QList<Registration> &rows, const RegistryEdition &edition) const
{
    QString error;
    const QByteArray compiled = compile(rows, edition.date, &error);
    if (compiled.isEmpty())
        return { nullptr, Words::tr("The registry cannot be compiled: %1.").arg(text::visible(error)) };
    // A name is what tells a registry that was brought from the program's own.
    const QString name = edition.file.isEmpty() ? Words::tr("unnamed") : edition.file;
    const QByteArray bytes = compose(name, writeRegistryTable(rows, edition.date), compiled);
    const auto failed = [this](const QString &reason) -> Kept {
        return { nullptr, Words::tr("The registry cannot be kept in “%1”: %2. What was used before stays in use.")
                              .arg(text::visible(path()), text::visible(reason)) };
    };
    if (!QDir().mkpath(m_folder))
        return failed(Words::tr("the folder cannot be made"));
    QSaveFile file(path());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failed(file.errorString());
    const Loaded loaded = load();
    if (loaded.knowledge->registry().isBuiltIn())
        return { nullptr, loaded.problem };
    return { loaded.knowledge, {} };
}

RegistryStore::Kept RegistryStore::recompile() const
{
    QFile file(path());
    if (!file.exists())
        return { Knowledge::builtIn(), {} };
    const auto head = file.open(QIODevice::ReadOnly) ? Head::read(file) : std::nullopt;
    if (!head)
        return { nullptr, damaged().problem };
    const QByteArray bytes = Head::part(file, head->tableAt, head->tableSize);
    if (format::checksum(bytes) != head->tableChecksum)
        return { nullptr, damaged().problem };
    const RegistryResult table = parseRegistryTable(bytes);
    if (!table.ok())
        return { Knowledge::builtIn(), damaged().problem };
    return keep(table.rows, { table.date, head->name });
}

QString RegistryStore::remove() const
{
    QFile file(path());
    if (!file.exists() || file.remove())
        return {};
    return Words::tr("The registry you brought cannot be removed (“%1”: %2).").arg(text::visible(path()), text::visible(file.errorString()));
}

} // namespace portolan

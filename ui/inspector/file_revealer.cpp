// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/file_revealer.h"

#include "inspector/background.h"
#include "text/text.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDesktopServices>
#include <QUrl>

#include <filesystem>
#include <string>

namespace portolan {

namespace {

constexpr int answerTimeoutMs = 5000;

struct Found
{
    bool file = false;
    bool folder = false;
};

QByteArray folderOf(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash > 0 ? path.left(slash) : QByteArrayLiteral("/");
}

/// The URI of a path of any bytes (RFC 8089; RFC 3986, 2.1).
QByteArray fileUri(const QByteArray &path)
{
    return QByteArrayLiteral("file://") + path.toPercentEncoding(QByteArrayLiteral("/"));
}

Found look(const QByteArray &path)
{
    // Connecting to the bus waits for the bus; here nobody waits for us.
    (void)QDBusConnection::sessionBus().isConnected();
    std::error_code error;
    Found found;
    found.file = std::filesystem::exists(std::filesystem::path(path.toStdString()), error);
    found.folder = std::filesystem::is_directory(std::filesystem::path(folderOf(path).toStdString()), error);
    return found;
}

} // namespace

void FileRevealer::reveal(const QString &path, bool deleted)
{
    const QByteArray bytes = text::toKernel(path);
    if (bytes.startsWith("/memfd:") || !bytes.startsWith('/')) {
        Q_EMIT finished(RevealResult::Gone, tr("This program has no file: it exists in memory only."));
        return;
    }
    inBackground(
        this, [bytes] { return look(bytes); },
        [this, bytes, deleted](const Found &found) {
            if (found.file && !deleted) {
                showFile(bytes);
            } else if (found.folder) {
                openFolder(folderOf(bytes),
                           tr("The program file is gone. This is the folder it was started from."));
            } else {
                Q_EMIT finished(RevealResult::Gone,
                                tr("The program file and its folder %1 are gone.")
                                    .arg(text::visible(text::fromKernel(folderOf(bytes)), 120)));
            }
        });
}

void FileRevealer::showFile(const QByteArray &path)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        openFolder(folderOf(path), {});
        return;
    }
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("/org/freedesktop/FileManager1"),
        QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("ShowItems"));
    call << QStringList { QString::fromLatin1(fileUri(path)) } << QString();
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, answerTimeoutMs), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, path](QDBusPendingCallWatcher *answer) {
        answer->deleteLater();
        if (answer->isError())
            openFolder(folderOf(path), {});
        else
            Q_EMIT finished(RevealResult::FileShown, {});
    });
}

void FileRevealer::openFolder(const QByteArray &folder, const QString &message)
{
    if (QDesktopServices::openUrl(QUrl::fromEncoded(fileUri(folder), QUrl::StrictMode)))
        Q_EMIT finished(RevealResult::FolderOpened, message);
    else
        Q_EMIT finished(RevealResult::Failed,
                        tr("No file manager could be started. The folder is %1")
                            .arg(text::visible(text::fromKernel(folder), 120)));
}

} // namespace portolan

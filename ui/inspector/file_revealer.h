// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

namespace portolan {

/// What became of the wish to see a file in the file manager.
enum class RevealResult : quint8 {
    FileShown, ///< the file manager selected the file
    FolderOpened, ///< no file manager answered, or the file is gone: its folder was opened
    Gone, ///< neither the file nor its folder exists, or it never was a file
    Failed, ///< there is nothing that opens folders
};

/// Shows a file in the person's file manager: org.freedesktop.FileManager1 (freedesktop.org,
/// File Manager D-Bus Interface), else the program that opens folders. Nothing blocks: the disk is
/// read on a pool thread and the call over D-Bus is asynchronous.
class FileRevealer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// `path` as in ProcessInfo::executable. With `deleted` the file at the path, if any, is
    /// another one, so only the folder is shown.
    void reveal(const QString &path, bool deleted);

Q_SIGNALS:
    /// `message` says what happened when it is not what was asked for; translated, plain text.
    void finished(portolan::RevealResult result, const QString &message);

private:
    void showFile(const QByteArray &path);
    void openFolder(const QByteArray &folder, const QString &message);
};

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/linux/file_descriptor.h"
#include "platform/linux/process_reader.h"

#include <QByteArray>

#include <memory>

namespace portolan::platform {

/// Keeps a process's folder and name open, so that a look at it costs three system calls. What is
/// open means that one process for ever: once it is gone everything fails, also when another
/// process got its pid.
class ProcessWatch
{
public:
    /// Takes an open /proc/<pid>; null when the process is gone.
    [[nodiscard]] static std::shared_ptr<const ProcessWatch> of(FileDescriptor processFolder);

    /// The open /proc/<pid>.
    [[nodiscard]] int folder() const { return m_folder.get(); }
    /// Whether the process lives and has the user, name and program of `mark`. Sees neither a new
    /// parent nor that the same program was executed again; comparing whole marks does.
    [[nodiscard]] bool looksLike(const ProcessMark &mark) const;

private:
    ProcessWatch(FileDescriptor folder, FileDescriptor name);

    FileDescriptor m_folder;
    FileDescriptor m_name;
};

} // namespace portolan::platform

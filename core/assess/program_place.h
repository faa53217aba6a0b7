// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/interpreter.h"
#include "process/process_info.h"

#include <QString>
#include <QStringView>

namespace portolan {

/// What kind of place a program file stands in, judged by its path alone.
enum class ProgramPlace : quint8 {
    Unknown, ///< the path may not be read
    System, ///< /usr without /usr/local, /bin, /sbin, /lib and the stores of package systems
    Local, ///< /usr/local, /opt, /srv: the administrator's own
    Home, ///< a person's folders, tool folders such as ~/.local included
    Hidden, ///< below a folder whose name begins with a dot and that is no known tool's
    Temporary, ///< /tmp, /var/tmp, /dev/shm, /run/user
    Memory, ///< memfd_create(2)
    Other,
};

/// `path` is absolute, without a " (deleted)" suffix.
[[nodiscard]] ProgramPlace programPlace(QStringView path);

/// Whether the path looks like one in an AppImage's mount, which stands below /tmp while it runs.
[[nodiscard]] bool isAppImageMount(QStringView path);

/// What the process really runs: the script for an interpreter that was given one, otherwise the
/// executable; empty when neither is known. A relative script whose folder is not known is returned as
/// it was given.
[[nodiscard]] QString programOf(const ProcessInfo &process);

/// The file name of a path.
[[nodiscard]] QStringView fileNameOf(QStringView path);

} // namespace portolan

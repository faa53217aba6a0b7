// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/control_group_tree.h"
#include "platform/linux/descriptor_scan.h"
#include "platform/linux/local_addresses.h"
#include "platform/linux/proc_net_parser.h"
#include "platform/linux/process_reader.h"
#include "platform/linux/process_stat.h"
#include "process/control_group.h"
#include "text/text.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace portolan;
using namespace portolan::platform;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    (void)parseProcNet(bytes, Transport::Tcp);
    const auto stat = parseProcessStat(bytes);
    if (stat && stat->comm.size() > bytes.size())
        std::abort();
    (void)parseCommandLine(bytes);
    (void)parseSocketCounts(bytes, bytes);
    (void)parseRoutingTree(bytes);
    (void)parseInet6Addresses(bytes);
    (void)unifiedMountPoint(bytes);
    (void)socketInode({ reinterpret_cast<const char *>(data), size });
    const QString path = text::fromKernel(controlGroupPath(bytes));
    (void)unitOfControlGroup(path);
    (void)containerOfControlGroup(path);
    return 0;
}

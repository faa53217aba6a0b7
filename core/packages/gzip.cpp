// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <climits>

namespace portolan {

namespace {

constexpr int gzipWindow = 15 + 16; // the largest window, in the gzip format: inflateInit2() of zlib.h

/// Ends the decompression however it goes.
struct Inflater
{
    Inflater() : isReady(::inflateInit2(&stream, gzipWindow) == Z_OK) { }
    ~Inflater()
    {
        if (isReady)
            ::inflateEnd(&stream);
    }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;

    z_stream stream {};
    bool isReady;
};

} // namespace

std::optional<QByteArray> gunzip(QByteArrayView file, qsizetype maximum)
{
    Inflater inflater;
    if (!inflater.isReady || file.size() > qsizetype(INT_MAX))
        return std::nullopt;
    // zlib does not write to its input, it only lacks the const.
    inflater.stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(file.data()));
    inflater.stream.avail_in = static_cast<uInt>(file.size());
    QByteArray content;
    for (int result = Z_OK; result != Z_STREAM_END;) {
        const qsizetype used = content.size();
        if (used >= maximum)
            return std::nullopt;
        const qsizetype room = std::min(std::max(used, qsizetype(4096)), std::min(maximum - used, qsizetype(INT_MAX)));
        content.resize(used + room);
        inflater.stream.next_out = reinterpret_cast<Bytef *>(content.data() + used);
        inflater.stream.avail_out = static_cast<uInt>(room);
        result = ::inflate(&inflater.stream, Z_NO_FLUSH);
        content.resize(used + room - qsizetype(inflater.stream.avail_out));
        if (result != Z_STREAM_END && (result != Z_OK || inflater.stream.avail_out != 0))
            return std::nullopt;
    }
    return content;
}

} // namespace portolan

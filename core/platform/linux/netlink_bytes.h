// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <linux/netlink.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>

/// The layout of netlink(7), over bytes that may be anything and stand at any address: nothing is read
/// through a cast pointer, and nothing outside of the bytes.
namespace portolan::platform::netlink {

template<typename T>
[[nodiscard]] std::optional<T> readAt(QByteArrayView bytes, qsizetype offset)
{
    if (offset < 0 || bytes.size() - offset < qsizetype(sizeof(T)))
        return std::nullopt;
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof(T));
    return value;
}

[[nodiscard]] constexpr qsizetype aligned(qsizetype length)
{
    return (length + NLMSG_ALIGNTO - 1) & ~qsizetype(NLMSG_ALIGNTO - 1);
}

/// What stands behind a fixed part of that length.
[[nodiscard]] inline QByteArrayView behind(QByteArrayView bytes, qsizetype length)
{
    return bytes.sliced(std::min(aligned(length), bytes.size()));
}

/// Calls `visit(type, payload)` for every attribute; false when one does not fit.
template<typename Visit>
[[nodiscard]] bool forEachAttribute(QByteArrayView bytes, Visit &&visit)
{
    while (bytes.size() >= qsizetype(sizeof(nlattr))) {
        const auto header = *readAt<nlattr>(bytes, 0);
        if (header.nla_len < sizeof(nlattr) || header.nla_len > bytes.size())
            return false;
        visit(header.nla_type & NLA_TYPE_MASK, bytes.sliced(sizeof(nlattr), header.nla_len - qsizetype(sizeof(nlattr))));
        bytes = behind(bytes, header.nla_len);
    }
    return true;
}

/// What the messages of a datagram say beside their own content.
struct Answer
{
    bool done = false; ///< NLMSG_DONE or NLMSG_ERROR was seen; nothing follows
    /// NLM_F_DUMP_INTR: what was asked for changed during the dump, something may be missing.
    bool interrupted = false;
    bool malformed = false; ///< a length did not fit; what stands before it is valid
    int error = 0; ///< errno of NLMSG_ERROR, or of NLMSG_DONE with a negative code

    friend bool operator==(const Answer &, const Answer &) = default;
};

/// Calls `visit(type, payload)` for every message of a datagram; it answers whether the payload fitted.
/// Messages with another sequence number are skipped: they answer an earlier request.
template<typename Visit>
[[nodiscard]] Answer forEachMessage(QByteArrayView bytes, quint32 sequence, Visit &&visit)
{
    Answer answer;
    while (!answer.done && !bytes.isEmpty()) {
        const auto header = readAt<nlmsghdr>(bytes, 0);
        if (!header || header->nlmsg_len < sizeof(nlmsghdr) || qsizetype(header->nlmsg_len) > bytes.size()) {
            answer.malformed = true;
            break;
        }
        const QByteArrayView payload = bytes.sliced(NLMSG_HDRLEN, qsizetype(header->nlmsg_len) - NLMSG_HDRLEN);
        bytes = behind(bytes, qsizetype(header->nlmsg_len));
        if (header->nlmsg_seq != sequence)
            continue;
        if (header->nlmsg_flags & NLM_F_DUMP_INTR)
            answer.interrupted = true;
        if (header->nlmsg_type != NLMSG_DONE && header->nlmsg_type != NLMSG_ERROR) {
            answer.malformed |= !visit(header->nlmsg_type, payload);
            continue;
        }
        answer.done = true;
        const qint32 code = readAt<qint32>(payload, 0).value_or(0);
        // The most negative number has no positive counterpart.
        answer.error = code < 0 && code > -4096 ? -code : code == 0 ? 0 : EPROTO;
        if (header->nlmsg_type == NLMSG_DONE && code > 0)
            answer.error = 0;
        if (header->nlmsg_type == NLMSG_ERROR && payload.size() < qsizetype(sizeof(qint32)))
            answer.malformed = true;
    }
    return answer;
}

} // namespace portolan::platform::netlink

// SPDX-License-Identifier: GPL-3.0-or-later
// portolan-owners: tells which processes hold the sockets that accept traffic, also those of other
// users. The one program of Portolan that runs with more rights than the person has; pkexec(1) starts
// it. It takes no arguments and reads nothing but the line "again", which it answers as
// full_view_protocol.h tells, and ends when its standard input does.
#include "confinement.h"
#include "owners.h"

#include <time.h>
#include <unistd.h>

#include <cerrno>

namespace {

using portolan::platform::fullview::request;

/// None of them is one that pkexec uses (126, 127).
enum class Exit : int { Done = 0, WrongUsage = 1, NotConfined = 2, WrongRequest = 3, ProcUnreadable = 4, NotRead = 5 };

enum class Input { Request, End, Wrong };

/// Waits for the next request.
Input readRequest()
{
    std::array<char, request.size()> bytes;
    for (size_t length = 0; length < bytes.size();) {
        const ssize_t count = ::read(STDIN_FILENO, bytes.data() + length, bytes.size() - length);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count == 0 && length == 0 ? Input::End : Input::Wrong;
        length += size_t(count);
        if (!request.starts_with(std::string_view(bytes.data(), length)))
            return Input::Wrong;
    }
    return Input::Request;
}

/// However fast one asks, there are no more than five answers a second.
void pause()
{
    timespec left { 0, 200'000'000 };
    while (::clock_nanosleep(CLOCK_MONOTONIC, 0, &left, &left) == EINTR) { }
}

Exit serve()
{
    static portolan::helper::Owners owners;
    static portolan::helper::Answer answer;
    if (!owners.open())
        return Exit::ProcUnreadable;
    for (;;) {
        switch (readRequest()) {
        case Input::End:
            return Exit::Done;
        case Input::Wrong:
            return Exit::WrongRequest;
        case Input::Request:
            break;
        }
        if (!owners.tell(answer))
            return Exit::ProcUnreadable;
        if (!answer.send())
            return Exit::NotRead;
        pause();
    }
}

} // namespace

int main(int argc, char **)
{
    const Exit result = argc != 1               ? Exit::WrongUsage
        : !portolan::helper::confine() ? Exit::NotConfined
                                       : serve();
    // Nothing is left to be cleaned up, and what the libraries would do at the end is not allowed.
    ::_exit(int(result));
}

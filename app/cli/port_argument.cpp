// SPDX-License-Identifier: GPL-3.0-or-later
#include "port_argument.h"

#include "knowledge/knowledge.h"
#include "net/port_text.h"
#include "text/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace portolan::cli {

namespace {

constexpr qsizetype shownLength = 40;

class PortArgument
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    static ExitCode notAPort(const QString &typed)
    {
        return fail(ExitCode::WrongUsage, tr("“%1” is not a port; give a whole number from 0 to 65535, alone or with /tcp or /udp, for example 3155/tcp.")
                                              .arg(text::visible(typed, shownLength)));
    }

    static ExitCode wrongTransport(const QString &typed, const QString &number)
    {
        return fail(ExitCode::WrongUsage, tr("“%1”: only /tcp and /udp can follow a port, and only one of them, for example %2/tcp.")
                                              .arg(text::visible(typed, shownLength), number));
    }

    /// Says what would have been right, where that can be told.
    static ExitCode notPlain(const QString &typed, const PortText &text, const QString &subcommand)
    {
        const QString shown = text::visible(typed, shownLength);
        if (text.port) {
            return fail(ExitCode::WrongUsage, tr("“%1” is not a plain decimal number; ports are written in decimal: portolan-cli %3 %2.")
                                                  .arg(shown, QString::number(*text.port), subcommand));
        }
        const QStringList ports = text.form == PortText::Form::NoNumber && !text.number.isEmpty() ? portsNamed(text.number) : QStringList();
        if (ports.isEmpty())
            return notAPort(typed);
        return fail(ExitCode::WrongUsage, tr("“%1” is the name of a service, not a port; it is registered at %2: portolan-cli %4 %3.")
                                              .arg(shown, ports.join(QLatin1String(", ")), ports.first(), subcommand));
    }

private:
    /// The ports that the registry has under this service name, in order; the first few.
    static QStringList portsNamed(const QString &service)
    {
        constexpr qsizetype namedAtMost = 5;
        const KnowledgePtr knowledge = Knowledge::builtIn();
        QList<quint16> found;
        for (int i = 0; i < knowledge->registrationCount(); ++i) {
            const Registration row = knowledge->registrationAt(i);
            if (row.isSinglePort() && row.service.compare(service, Qt::CaseInsensitive) == 0 && !found.contains(*row.portFrom))
                found.append(*row.portFrom);
        }
        std::sort(found.begin(), found.end());
        QStringList ports;
        for (const quint16 port : found.first(std::min(namedAtMost, found.size())))
            ports.append(QString::number(port));
        return ports;
    }
};

} // namespace

std::optional<WantedPort> portArgument(const QString &typed, const QString &subcommand, ExitCode *code)
{
    const PortText text = PortText::read(typed);
    if (!text.isPlain()) {
        *code = PortArgument::notPlain(typed, text, subcommand);
        return std::nullopt;
    }
    WantedPort wanted { *text.port, std::nullopt };
    if (!text.transport)
        return wanted;
    if (*text.transport != QLatin1String("tcp") && *text.transport != QLatin1String("udp")) {
        *code = PortArgument::wrongTransport(typed, text.number);
        return std::nullopt;
    }
    wanted.transport = *text.transport == QLatin1String("tcp") ? Transport::Tcp : Transport::Udp;
    return wanted;
}

std::optional<QString> negativeNumber(const QStringList &arguments)
{
    for (const QString &argument : arguments.mid(1)) {
        if (argument.size() > 1 && argument[0] == QLatin1Char('-') && argument[1].isDigit())
            return argument;
    }
    return std::nullopt;
}

ExitCode notAPort(const QString &typed)
{
    return PortArgument::notAPort(typed);
}

} // namespace portolan::cli

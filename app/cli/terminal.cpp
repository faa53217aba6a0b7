// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal.h"

#include <QtGlobal>

#include <algorithm>

#include <sys/ioctl.h>
#include <unistd.h>

namespace portolan::cli::terminal {

namespace {

constexpr int defaultWidth = 80;

/// The blocks that Unicode's East Asian Width (UAX #11) calls wide or full-width.
bool isWide(char32_t character)
{
    return (character >= 0x1100 && character <= 0x115f) || (character >= 0x2e80 && character <= 0x303e)
        || (character >= 0x3041 && character <= 0xa4cf) || (character >= 0xa960 && character <= 0xa97f)
        || (character >= 0xac00 && character <= 0xd7a3) || (character >= 0xf900 && character <= 0xfaff)
        || (character >= 0xfe30 && character <= 0xfe6f) || (character >= 0xff00 && character <= 0xff60)
        || (character >= 0xffe0 && character <= 0xffe6) || (character >= 0x1f300 && character <= 0x1f64f)
        || (character >= 0x1f680 && character <= 0x1f6ff) || (character >= 0x1f900 && character <= 0x1faff)
        || (character >= 0x20000 && character <= 0x3fffd);
}

int columnsOf(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing)
        return 0;
    return isWide(character) ? 2 : 1;
}

char32_t characterAt(QStringView text, qsizetype position, qsizetype *units)
{
    const bool pair = text[position].isHighSurrogate() && position + 1 < text.size() && text[position + 1].isLowSurrogate();
    *units = pair ? 2 : 1;
    return pair ? QChar::surrogateToUcs4(text[position], text[position + 1]) : char32_t { text[position].unicode() };
}

QString inStyle(const QString &text, const char *codes)
{
    return hasColour() ? QLatin1String("\x1b[") + QLatin1String(codes) + QLatin1Char('m') + text + QLatin1String("\x1b[0m") : text;
}

} // namespace

bool isTerminal()
{
    static const bool answer = isatty(STDOUT_FILENO) == 1;
    return answer;
}

bool hasColour()
{
    static const bool answer = isTerminal() && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
    return answer;
}

int width()
{
    winsize size {};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return defaultWidth;
}

int displayWidth(QStringView text)
{
    int columns = 0;
    for (qsizetype i = 0, units = 0; i < text.size(); i += units)
        columns += columnsOf(characterAt(text, i, &units));
    return columns;
}

QString cut(const QString &text, int columns)
{
    if (displayWidth(text) <= columns)
        return text;
    int used = 0;
    qsizetype end = 0;
    for (qsizetype units = 0; end < text.size(); end += units) {
        const int next = columnsOf(characterAt(text, end, &units));
        if (used + next > columns - 1)
            break;
        used += next;
    }
    return text.left(end) + QChar(0x2026);
}

QString padded(const QString &text, int columns, bool right)
{
    const QString spaces(std::max(0, columns - displayWidth(text)), QLatin1Char(' '));
    return right ? spaces + text : text + spaces;
}

QStringList wrapped(const QString &text, int columns, int indent)
{
    const QString margin(indent, QLatin1Char(' '));
    QStringList lines;
    QString line;
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!line.isEmpty() && indent + displayWidth(line) + 1 + displayWidth(word) > columns) {
            lines += margin + line;
            line.clear();
        }
        line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + word;
    }
    if (!line.isEmpty())
        lines += margin + line;
    return lines;
}

QString coloured(const QString &text, Verdict verdict)
{
    switch (verdict) {
    case Verdict::Expected:
        return inStyle(text, "32");
    case Verdict::Explained:
        return inStyle(text, "36");
    case Verdict::Unfamiliar:
        return inStyle(text, "33");
    case Verdict::Investigate:
        return inStyle(text, "1;31");
    }
    Q_UNREACHABLE();
}

QString bold(const QString &text)
{
    return inStyle(text, "1");
}

QString dim(const QString &text)
{
    return inStyle(text, "2");
}

} // namespace portolan::cli::terminal

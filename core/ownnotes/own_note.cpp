// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownnotes/own_note.h"

#include "text/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace portolan {

namespace {

constexpr qsizetype shownProgram = 64;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::OwnNote)
};

constexpr QChar byteOrderMark(0xfeff);

/// A lone surrogate has no UTF-8 and would come back as another character.
QString encodable(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate())
            ++i;
        else if (text.at(i).isSurrogate())
            text[i] = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

QString withoutControls(const QString &text)
{
    QString result = encodable(text);
    result.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    result.removeIf([](QChar character) {
        return character == byteOrderMark
            || (character.category() == QChar::Other_Control && character != QLatin1Char('\n') && character != QLatin1Char('\t'));
    });
    return result;
}

/// Never half of a surrogate pair.
QString cut(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    return text.left(text.at(longest - 1).isHighSurrogate() ? longest - 1 : longest).trimmed();
}

} // namespace

OwnNote tidied(OwnNote note)
{
    note.label = cut(withoutControls(note.label).simplified(), OwnNote::longestLabel);
    note.text = cut(withoutControls(note.text).trimmed(), OwnNote::longestText);
    note.scope.program = encodable(note.scope.program.left(OwnNote::longestProgram));
    if (note.changed.isValid())
        note.changed = QDateTime::fromSecsSinceEpoch(note.changed.toSecsSinceEpoch(), Qt::UTC);
    return note;
}

QString ownNoteMark(const OwnNotePtr &note, qsizetype longest)
{
    return note ? QString(ownNoteGlyph()) + QLatin1Char(' ') + text::visible(note->label, longest) : QString();
}

QString ownNoteScopeText(const OwnNoteScope &scope)
{
    QStringList parts;
    if (scope.transport)
        parts += *scope.transport == Transport::Tcp ? Words::tr("TCP only") : Words::tr("UDP only");
    if (!scope.program.isEmpty())
        parts += Words::tr("when %1 holds it", "a program and the port").arg(text::visible(scope.program, shownProgram));
    return parts.join(QLatin1String(", "));
}

} // namespace portolan

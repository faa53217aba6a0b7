// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/ask_text.h"

#include <QCoreApplication>

namespace portolan::ask_text {

namespace {

class AskText
{
    Q_DECLARE_TR_FUNCTIONS(AskText)
};

} // namespace

QList<TextParagraph> answer(const PortAnswer &answer, const QDateTime &now)
{
    QList<TextParagraph> paragraphs { TextParagraph({ { answerText(answer), TextStyle::Strong } }) };
    for (const QString &detail : answerDetails(answer, now))
        paragraphs += TextParagraph({ { detail } }, true);
    if (!answer.quote.isEmpty())
        paragraphs += TextParagraph({ { AskText::tr("It said: ") }, { answer.quote, TextStyle::Code } });
    paragraphs += TextParagraph({ { askedText(answer), TextStyle::Secondary } });
    return paragraphs;
}

} // namespace portolan::ask_text

// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/verdict.h"

#include <QCoreApplication>

namespace portolan {

namespace {
class VerdictText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Verdict)
};
} // namespace

QLatin1String verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Expected:
        return QLatin1String("expected");
    case Verdict::Explained:
        return QLatin1String("explained");
    case Verdict::Unfamiliar:
        return QLatin1String("unfamiliar");
    case Verdict::Investigate:
        return QLatin1String("investigate");
    }
    Q_UNREACHABLE();
}

QString verdictLabel(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Expected:
        return VerdictText::tr("Expected");
    case Verdict::Explained:
        return VerdictText::tr("Explained");
    case Verdict::Unfamiliar:
        return VerdictText::tr("Unfamiliar");
    case Verdict::Investigate:
        return VerdictText::tr("Investigate");
    }
    Q_UNREACHABLE();
}

QChar verdictGlyph(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Expected:
        return u'\u2713'; // check mark
    case Verdict::Explained:
        return u'\u2248'; // almost equal to
    case Verdict::Unfamiliar:
        return u'?';
    case Verdict::Investigate:
        return u'!';
    }
    Q_UNREACHABLE();
}

} // namespace portolan

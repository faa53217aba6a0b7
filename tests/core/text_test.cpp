// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace portolan;

namespace {

bool isHarmless(const QString &text)
{
    const auto characters = text.toUcs4();
    for (const char32_t character : characters) {
        switch (QChar::category(character)) {
        case QChar::Other_Control:
        case QChar::Other_Format:
        case QChar::Other_Surrogate:
        case QChar::Other_PrivateUse:
        case QChar::Other_NotAssigned:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            return false;
        default:
            break;
        }
    }
    return true;
}

} // namespace

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodesKernelBytes_data();
    void decodesKernelBytes();
    void roundTripsEveryPairOfBytes();
    void roundTripsRandomBytes();
    void makesEveryCharacterHarmless();
    void showsEscapes_data();
    void showsEscapes();
    void keepsOrdinaryText();
    void isIdempotent();
    void cutsInTheMiddle();
    void quotesForTheShell_data();
    void quotesForTheShell();
};

void TextTest::decodesKernelBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("ascii") << QByteArray("sshd") << QStringLiteral("sshd");
    QTest::newRow("cyrillic") << QByteArray("\xd0\xbf\xd0\xbe\xd1\x80\xd1\x82") << QStringLiteral(u"порт");
    QTest::newRow("astral") << QByteArray("\xf0\x9f\x90\x99") << QString::fromUcs4(U"\U0001f419");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf""a") << QString(QChar(0xfeff)) + QLatin1Char('a');
    QTest::newRow("null") << QByteArray("a\0b", 3) << QString::fromLatin1("a\0b", 3);
    QTest::newRow("lone byte") << QByteArray("a\xff" "b") << QStringLiteral("a\\xffb");
    QTest::newRow("cut short") << QByteArray("\xe2\x82") << QStringLiteral("\\xe2\\x82");
    QTest::newRow("overlong") << QByteArray("\xc0\xaf") << QStringLiteral("\\xc0\\xaf");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << QStringLiteral("\\xed\\xa0\\x80");
    QTest::newRow("too large") << QByteArray("\xf4\x90\x80\x80") << QStringLiteral("\\xf4\\x90\\x80\\x80");
    QTest::newRow("backslash") << QByteArray("C:\\path\\xyz") << QStringLiteral("C:\\path\\xyz");
    QTest::newRow("written escape") << QByteArray("a\\xffb") << QStringLiteral("a\\x5cxffb");
    QTest::newRow("written escaped backslash") << QByteArray("\\x5cxff") << QStringLiteral("\\x5cx5cxff");
}

void TextTest::decodesKernelBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(text::fromKernel(bytes), text);
    QCOMPARE(text::toKernel(text), bytes);
}

void TextTest::roundTripsEveryPairOfBytes()
{
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            const QByteArray bytes { QByteArray("\\x").append(static_cast<char>(first)).append(static_cast<char>(second)) };
            QCOMPARE(text::toKernel(text::fromKernel(bytes)), bytes);
        }
    }
}

void TextTest::roundTripsRandomBytes()
{
    QRandomGenerator random(3155);
    const QByteArray likely("\\x5cff\xe2\x80\xae\xf0\x9f\x00", 12);
    for (int round = 0; round < 20000; ++round) {
        QByteArray bytes;
        for (quint32 length = random.bounded(24u); length > 0; --length) {
            bytes += random.bounded(2) != 0 ? likely[static_cast<qsizetype>(random.bounded(12u))]
                                            : static_cast<char>(random.bounded(256u));
        }
        QCOMPARE(text::toKernel(text::fromKernel(bytes)), bytes);
    }
}

void TextTest::makesEveryCharacterHarmless()
{
    for (char32_t character = 0; character <= QChar::LastValidCodePoint; ++character) {
        QString text;
        if (QChar::requiresSurrogates(character))
            text = QString::fromUcs4(&character, 1);
        else
            text = QChar(static_cast<char16_t>(character)); // fromUcs4() would drop a byte order mark
        const QString shown = text::visible(text);
        QVERIFY2(isHarmless(shown), qPrintable(QString::number(static_cast<uint>(character), 16)));
        QVERIFY(!shown.isEmpty());
    }
}

void TextTest::showsEscapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("newline") << QStringLiteral("a\nb") << QStringLiteral("a\\nb");
    QTest::newRow("return and tab") << QStringLiteral("\r\t") << QStringLiteral("\\r\\t");
    QTest::newRow("escape") << QStringLiteral("\x1b[31m") << QStringLiteral("\\x1b[31m");
    QTest::newRow("null") << QString(QChar(0)) << QStringLiteral("\\x00");
    QTest::newRow("delete") << QString(QChar(0x7f)) << QStringLiteral("\\x7f");
    QTest::newRow("C1") << QString(QChar(0x9b)) << QStringLiteral("\\u{9b}");
    QTest::newRow("right to left") << QString(QChar(0x202e)) + QStringLiteral("gpj") << QStringLiteral("\\u{202e}gpj");
    QTest::newRow("zero width") << QString(QChar(0x200b)) << QStringLiteral("\\u{200b}");
    QTest::newRow("line separator") << QString(QChar(0x2028)) << QStringLiteral("\\u{2028}");
    QTest::newRow("lone surrogate") << QString(QChar(0xd800)) + QLatin1Char('a') << QStringLiteral("\\u{d800}a");
    QTest::newRow("tag") << QString::fromUcs4(U"\U000e0041") << QStringLiteral("\\u{e0041}");
    QTest::newRow("hangul filler") << QString(QChar(0x3164)) << QStringLiteral("\\u{3164}");
}

void TextTest::showsEscapes()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(text::visible(text), shown);
}

void TextTest::keepsOrdinaryText()
{
    const QString text = QStringLiteral(u"<b>порт</b> \\ & \"x\" 日本 ") + QString::fromUcs4(U"\U0001f419");
    QCOMPARE(text::visible(text), text);
}

void TextTest::isIdempotent()
{
    const QString text = QStringLiteral("a\n\x1b\\n\\x5c") + QChar(0x202e) + QChar(0xdc00);
    QCOMPARE(text::visible(text::visible(text)), text::visible(text));
}

void TextTest::cutsInTheMiddle()
{
    QCOMPARE(text::visible(QStringLiteral("abcdef"), 6), QStringLiteral("abcdef"));
    QCOMPARE(text::visible(QStringLiteral("abcdef"), 5), QStringLiteral(u"ab…ef"));
    QCOMPARE(text::visible(QStringLiteral("abcdef"), 4), QStringLiteral(u"ab…f"));
    QCOMPARE(text::visible(QStringLiteral("abcdef"), 1), QStringLiteral(u"…"));
    QCOMPARE(text::visible(QStringLiteral("abcdef"), 0), QString());
    QString octopuses;
    for (int i = 0; i < 40; ++i)
        octopuses += QString::fromUcs4(U"\U0001f419");
    for (qsizetype maximum = 0; maximum < 90; ++maximum) {
        const QString cut = text::visible(octopuses, maximum);
        QVERIFY(cut.size() <= std::max<qsizetype>(maximum, 0));
        QVERIFY(isHarmless(cut));
    }
}

void TextTest::quotesForTheShell_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("typed");
    QTest::newRow("none") << QStringList() << QString();
    QTest::newRow("plain") << QStringList { QStringLiteral("/usr/sbin/sshd"), QStringLiteral("-D") } << QStringLiteral("/usr/sbin/sshd -D");
    QTest::newRow("empty") << QStringList { QStringLiteral("a"), QString() } << QStringLiteral("a ''");
    QTest::newRow("space") << QStringList { QStringLiteral("a b") } << QStringLiteral("'a b'");
    QTest::newRow("quote") << QStringList { QStringLiteral("it's") } << QStringLiteral("'it'\\''s'");
    QTest::newRow("expansions") << QStringList { QStringLiteral("$HOME"), QStringLiteral("~"), QStringLiteral("#x") } << QStringLiteral("'$HOME' '~' '#x'");
    QTest::newRow("cyrillic") << QStringList { QStringLiteral(u"порт") } << QStringLiteral(u"порт");
    QTest::newRow("newline") << QStringList { QStringLiteral("a\nb") } << QStringLiteral("'a\\nb'");
}

void TextTest::quotesForTheShell()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, typed);
    QCOMPARE(text::shellQuoted(arguments), typed);
}

QTEST_APPLESS_MAIN(TextTest)
#include "text_test.moc"

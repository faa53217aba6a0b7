// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include <QTest>

using namespace portolan;

namespace {

QPalette paletteOf(const QColor &window, const QColor &base, const QColor &text)
{
    QPalette palette(window);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::WindowText, text);
    return palette;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data();
    void textIsReadable();
};

void TestTheme::textIsReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << paletteOf(QColor(0xef, 0xf0, 0xf1), Qt::white, QColor(0x20, 0x26, 0x2d)) << false;
    QTest::newRow("dark") << paletteOf(QColor(0x25, 0x2a, 0x31), QColor(0x25, 0x2a, 0x31), QColor(0xee, 0xf1, 0xf4))
                          << true;
    QTest::newRow("black") << paletteOf(Qt::black, Qt::black, Qt::white) << true;
    QTest::newRow("grey") << paletteOf(QColor(0xd4, 0xd0, 0xc8), Qt::white, Qt::black) << false;
}

void TestTheme::textIsReadable()
{
    QFETCH(QPalette, palette);
    QFETCH(bool, dark);
    QCOMPARE(theme::isDark(palette), dark);
    for (const Verdict verdict : {Verdict::Expected, Verdict::Explained, Verdict::Unfamiliar, Verdict::Investigate}) {
        const theme::ChipColors chip = theme::verdict(verdict, palette);
        QVERIFY(theme::contrast(chip.text, chip.background) >= 4.5);
    }
    const theme::ChipColors neutral = theme::neutralChip(palette);
    QVERIFY(theme::contrast(neutral.text, neutral.background) >= 4.5);
    const QColor text = palette.color(QPalette::Text);
    for (const QColor &row : {theme::rowOpened(palette), theme::rowClosed(palette), theme::rowChanged(palette),
                              theme::rowSelected(palette, true), theme::rowSelected(palette, false)}) {
        QVERIFY(row != palette.color(QPalette::Base));
        QVERIFY2(theme::contrast(text, row) >= 4.5, qPrintable(row.name()));
        QVERIFY2(theme::contrast(theme::secondaryText(palette), row) >= 4.5, qPrintable(row.name()));
    }
    for (const QColor &background : {palette.color(QPalette::Base), palette.color(QPalette::Window),
                                     theme::barBackground(palette)}) {
        QVERIFY(theme::contrast(theme::secondaryText(palette), background) >= 4.5);
        QVERIFY(theme::contrast(theme::accent(palette), background) >= 4.5);
        QVERIFY(theme::contrast(theme::danger(palette), background) >= 4.5);
    }
    for (const NoteKind kind : {NoteKind::Malware, NoteKind::Game, NoteKind::Ghost, NoteKind::DeFacto,
                                NoteKind::Conflict, NoteKind::RegistrationNote})
        QVERIFY(theme::contrast(text, theme::rangeFill(kind, palette)) >= 4.5);
}

QTEST_GUILESS_MAIN(TestTheme)
#include "test_theme.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/text_block.h"

#include "inspector/plain.h"
#include "text/text.h"
#include "theme/theme.h"

#include <QDesktopServices>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextList>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace portolan {

namespace {

/// Between the longest label and the texts.
constexpr int labelGap = 12;

bool isWebAddress(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty()
        && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

/// Links to ports are kept in the document as addresses of this scheme; only spans with a port get one.
constexpr QLatin1String portScheme("port");

QUrl portAddress(quint16 port)
{
    QUrl address;
    address.setScheme(portScheme);
    address.setPath(QString::number(port));
    return address;
}

} // namespace

TextBlock::TextBlock(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                            | Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(0);
    document()->setIndentWidth(16);
    // The text stands on whatever its panel paints.
    viewport()->setAutoFillBackground(false);
    setBackgroundRole(QPalette::NoRole);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(this, &QTextBrowser::anchorClicked, this, &TextBlock::follow);
}

void TextBlock::setContent(const QList<TextParagraph> &paragraphs)
{
    if (paragraphs == m_paragraphs)
        return;
    // A selection stays when the text differs in passing only, as in "8 s ago".
    const bool alike = m_paragraphs.size() == paragraphs.size() && !paragraphs.isEmpty()
        && !paragraphs.first().spans.isEmpty() && !m_paragraphs.first().spans.isEmpty()
        && paragraphs.first().spans.first() == m_paragraphs.first().spans.first();
    m_paragraphs = paragraphs;
    m_keepSelection = alike;
    render();
    m_keepSelection = true;
}

void TextBlock::setText(const QString &text, TextStyle style)
{
    setContent({ TextParagraph({ { text, style } }) });
}

void TextBlock::setTextColor(const QColor &color)
{
    if (color == m_textColor)
        return;
    m_textColor = color;
    render();
}

void TextBlock::setSecondaryColor(const QColor &color)
{
    if (color == m_secondaryColor)
        return;
    m_secondaryColor = color;
    render();
}

void TextBlock::render()
{
    const bool keepSelection = m_keepSelection;
    const QColor normal = m_textColor.isValid() ? m_textColor : palette().color(QPalette::WindowText);
    const QColor secondary
        = m_secondaryColor.isValid() ? m_secondaryColor : theme::secondaryText(palette());
    // Another palette, or a passing second in the text, must not lose what is selected.
    const int anchor = textCursor().anchor();
    const int position = textCursor().position();

    document()->setDefaultFont(font());
    document()->clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    QTextList *list = nullptr;
    bool first = true;
    double labelWidth = 0;
    for (const TextParagraph &paragraph : std::as_const(m_paragraphs))
        labelWidth = std::max<double>(labelWidth, QFontMetrics(font()).horizontalAdvance(paragraph.label) + labelGap);
    for (const TextParagraph &paragraph : std::as_const(m_paragraphs)) {
        QTextBlockFormat block;
        block.setBottomMargin(paragraph.apart ? 8 : paragraph.bullet ? 4 : 2);
        if (!paragraph.label.isEmpty()) {
            block.setLeftMargin(labelWidth);
            block.setTextIndent(-labelWidth);
            block.setTabPositions({ QTextOption::Tab(labelWidth, QTextOption::LeftTab) });
        }
        if (first)
            cursor.setBlockFormat(block);
        else
            cursor.insertBlock(block, QTextCharFormat());
        first = false;
        if (paragraph.bullet) {
            if (list) {
                list->add(cursor.block());
            } else {
                QTextListFormat bullets;
                bullets.setStyle(QTextListFormat::ListDisc);
                list = cursor.createList(bullets);
            }
        } else {
            list = nullptr;
        }
        QTextCharFormat bulletColor;
        bulletColor.setForeground(normal);
        cursor.setBlockCharFormat(bulletColor);
        if (!paragraph.label.isEmpty()) {
            QTextCharFormat label;
            label.setForeground(secondary);
            cursor.insertText(paragraph.label + QLatin1Char('\t'), label);
        }
        for (const TextSpan &span : paragraph.spans) {
            QTextCharFormat format;
            format.setForeground(normal);
            switch (span.style) {
            case TextStyle::Normal:
                break;
            case TextStyle::Strong:
                format.setFontWeight(QFont::Bold);
                break;
            case TextStyle::Secondary:
                format.setForeground(secondary);
                break;
            case TextStyle::Code:
                format.setFontFamilies(
                    QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
                format.setFontFixedPitch(true);
                break;
            case TextStyle::Danger:
                format.setForeground(theme::danger(palette()));
                format.setFontWeight(QFont::Bold);
                break;
            }
            const QUrl target = span.port ? portAddress(*span.port) : span.link;
            if (span.port || isWebAddress(target)) {
                format.setAnchor(true);
                format.setAnchorHref(QString::fromLatin1(target.toEncoded()));
                format.setForeground(theme::accent(palette()));
                format.setFontUnderline(true);
            }
            cursor.insertText(text::visible(span.text), format);
        }
    }
    cursor.endEditBlock();
    m_heights.clear();
    m_idealWidth = -1;
    if (anchor != position && keepSelection) {
        const int end = document()->characterCount() - 1;
        QTextCursor selection(document());
        selection.setPosition(qMin(anchor, end));
        selection.setPosition(qMin(position, end), QTextCursor::KeepAnchor);
        setTextCursor(selection);
    }
    updateGeometry();
}

int TextBlock::heightForWidth(int width) const
{
    QTextDocument *text = document();
    if (width <= 0)
        return QFontMetrics(font()).height();
    // Layouts ask for the same widths again and again, and each answer lays the whole text out twice.
    if (const auto known = m_heights.constFind(width); known != m_heights.constEnd())
        return *known;
    const qreal previous = text->textWidth();
    text->setTextWidth(width);
    const int height = qMax(int(std::ceil(text->size().height())), QFontMetrics(font()).height());
    text->setTextWidth(previous);
    m_heights.insert(width, height);
    return height;
}

QSize TextBlock::sizeHint() const
{
    if (m_idealWidth < 0)
        m_idealWidth = qBound(80, int(std::ceil(document()->idealWidth())), 320);
    return { m_idealWidth, heightForWidth(m_idealWidth) };
}

QSize TextBlock::minimumSizeHint() const
{
    return { 60, QFontMetrics(font()).height() };
}

QVariant TextBlock::loadResource(int type, const QUrl &name)
{
    Q_UNUSED(type)
    Q_UNUSED(name)
    return {};
}

bool TextBlock::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QUrl target(anchorAt(help->pos()));
        const QString address = target.scheme() == portScheme ? QString() : target.toString();
        const QString shown = address.isEmpty() ? toolTip() : plain::toolTip(address);
        if (shown.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), shown, viewport());
        return true;
    }
    return QTextBrowser::viewportEvent(event);
}

void TextBlock::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange)
        render();
}

void TextBlock::wheelEvent(QWheelEvent *event)
{
    // It never scrolls itself; the panel around it does.
    event->ignore();
}

void TextBlock::follow(const QUrl &url)
{
    if (url.scheme() == portScheme) {
        bool ok = false;
        const quint16 port = url.path().toUShort(&ok);
        if (ok)
            Q_EMIT portActivated(port);
    } else if (isWebAddress(url)) {
        QDesktopServices::openUrl(url);
    }
}

} // namespace portolan

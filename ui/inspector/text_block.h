// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QTextBrowser>
#include <QUrl>

#include <optional>

namespace portolan {

enum class TextStyle : quint8 { Normal, Strong, Secondary, Code, Danger };

/// A stretch of text of one style. The text may be hostile: it is made visible and never parsed.
struct TextSpan
{
    QString text;
    TextStyle style = TextStyle::Normal;
    /// Followed on click; only http and https are.
    QUrl link = {};
    /// Leads to another port; a click emits TextBlock::portActivated().
    std::optional<quint16> port = {};

    friend bool operator==(const TextSpan &, const TextSpan &) = default;
};

struct TextParagraph
{
    QList<TextSpan> spans;
    bool bullet = false;
    /// Followed by a gap, as between the paragraphs of a longer text.
    bool apart = false;
    /// Stands before the text, in a column of its own. The program's own words.
    QString label = {};

    TextParagraph() = default;
    TextParagraph(QList<TextSpan> spans_, bool bullet_ = false) // NOLINT: a paragraph is its spans
        : spans(std::move(spans_))
        , bullet(bullet_)
    {
    }
    friend bool operator==(const TextParagraph &, const TextParagraph &) = default;
};

/// Read-only text that is as high as it needs to be, breaks anywhere rather than get wider than
/// its place, and can be selected with mouse and keyboard.
class TextBlock : public QTextBrowser
{
    Q_OBJECT

public:
    explicit TextBlock(QWidget *parent = nullptr);

    /// Does nothing when the content is the same; selection and focus stay then.
    void setContent(const QList<TextParagraph> &paragraphs);
    void setText(const QString &text, TextStyle style = TextStyle::Normal);
    /// Uses this colour for ordinary text in place of the palette's.
    void setTextColor(const QColor &color);
    /// The secondary colour to use in place of the theme's, on tinted backgrounds.
    void setSecondaryColor(const QColor &color);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void portActivated(quint16 port);

protected:
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void render();
    void follow(const QUrl &url);

    QList<TextParagraph> m_paragraphs;
    QColor m_textColor;
    QColor m_secondaryColor;
    bool m_keepSelection = true;
    /// By width, of the text as it is rendered.
    mutable QHash<int, int> m_heights;
    mutable int m_idealWidth = -1;
};

} // namespace portolan

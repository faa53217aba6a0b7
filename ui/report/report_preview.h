// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_writer.h"

#include <QDialog>
#include <QTextDocument>

#include <memory>
#include <optional>

class QTextBrowser;

namespace portolan {

/// Shows what a report will say before it is written, and prints it. Deletes itself when closed.
class ReportPreview : public QDialog
{
    Q_OBJECT

public:
    /// Of more listeners a preview as on paper shows those first that were judged worst: it is laid out on the
    /// window's thread.
    static constexpr qsizetype mostListeners = 100;

    /// What was made ready on a pool thread: the report as on paper, or the text of the file.
    struct Content
    {
        ReportDocument document; ///< the whole, to print it
        std::shared_ptr<QTextDocument> paged;
        QString plain;
    };

    explicit ReportPreview(Content content, QWidget *parent = nullptr);
    ~ReportPreview() override;

    /// Blocks; call it on a pool thread. Without a format the report is as on paper. A long report is cut, and says so.
    [[nodiscard]] static Content prepare(const ReportDocument &document, std::optional<ReportFormat> format, std::stop_token stop = {});

private:
    void print();

    Content m_content;
    QTextBrowser *m_text;
};

} // namespace portolan

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/redaction.h"
#include "report/report_writer.h"

#include <QDialog>
#include <QHash>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace portolan {

class ExportJob;

/// What can be exported: the document with all listeners, and the parts of it that the person
/// filtered or selected.
struct ExportOffer
{
    ReportDocument document;
    QList<ListenerPtr> filtered;
    QList<ListenerPtr> selected;
    QString filterText;
};

/// Asks where to, in which format (by the file's ending) and how much, then writes while the
/// window stays usable. Deletes itself when closed.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Scope { All, Filtered, Selected };

    explicit ExportDialog(ExportOffer offer, QWidget *parent = nullptr);

    void setFileName(const QString &fileName);
    [[nodiscard]] QString message() const;

Q_SIGNALS:
    void finishedWriting(const portolan::ReportOutcome &outcome);

protected:
    void reject() override;

private:
    void build();
    void browse();
    void write();
    void startWriting(const QString &fileName, std::optional<ReportFormat> format);
    void preview();
    /// The format that the file's ending names; the inner nullopt is PDF, the outer one none.
    [[nodiscard]] static std::optional<std::optional<ReportFormat>> formatOf(const QString &fileName);
    [[nodiscard]] Redactions redactions() const;
    void showOutcome(const ReportOutcome &outcome);
    void say(const QString &text, bool bad);
    void setWriting(bool writing);
    [[nodiscard]] Scope scope() const;
    [[nodiscard]] ReportDocument document() const;

    ExportOffer m_offer;
    QLineEdit *m_path = nullptr;
    QPushButton *m_browse = nullptr;
    QWidget *m_choices = nullptr;
    QRadioButton *m_all = nullptr;
    QRadioButton *m_filtered = nullptr;
    QRadioButton *m_selected = nullptr;
    QCheckBox *m_redact = nullptr;
    QHash<Redaction, QCheckBox *> m_kinds;
    QPushButton *m_preview = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_showFolder = nullptr;
    QPushButton *m_write = nullptr;
    QPushButton *m_close = nullptr;
    ExportJob *m_job = nullptr;
    QString m_written;
};

} // namespace portolan

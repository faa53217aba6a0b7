// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "baseline/baseline.h"
#include "compare/comparison_text.h"
#include "monitor/update.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;

namespace portolan {

class CompareModel;
class PictureChooser;
class RowTable;
class TextField;
struct SnapshotFile;

/// What differs between two pictures: now, the baseline, a snapshot file or a moment in the history.
/// Pictures are compared, and files read, on the pool.
class CompareView : public QWidget
{
    Q_OBJECT

public:
    explicit CompareView(KnowledgePtr knowledge, QWidget *parent = nullptr);
    ~CompareView() override;

    void setKnowledge(const KnowledgePtr &knowledge) { m_knowledge = knowledge; }
    /// What is here now.
    void apply(const Update &update);
    void setBaseline(const BaselinePtr &baseline);
    /// Compares with the file, as the earlier picture.
    void compareWithFile(const QString &fileName);
    /// Lets a file be chosen that was read already.
    void addFile(const QString &fileName, const HostInfo &host, const SnapshotPtr &snapshot, const QList<AssessmentPtr> &assessments);
    /// Selects the port where it differs.
    void showPort(quint16 port);
    [[nodiscard]] QWidget *searchField() const;
    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &state);
    [[nodiscard]] QString sentence() const;
    /// Everything that is shown, for the clipboard and for files.
    [[nodiscard]] QString plainText() const;

    /// Lets moments be chosen; momentWanted() then asks for one.
    void setMomentsOffered(bool offered);
    /// The picture of a moment that was asked for.
    void addMoment(const SnapshotPtr &snapshot, const QList<AssessmentPtr> &assessments, bool asEarlier);

Q_SIGNALS:
    void portActivated(quint16 port);
    void listenersWanted(quint16 port);
    void momentWanted(bool asEarlier);
    void baselineWanted();
    void failed(const QString &message);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Picture
    {
        PictureName name;
        ReportDocument document;
    };

    void build();
    void askForFile(bool asEarlier);
    void readFile(const QString &fileName, bool asEarlier);
    PictureName keep(const QString &fileName, const HostInfo &host, const SnapshotPtr &snapshot, const QList<AssessmentPtr> &assessments);
    void addPicture(const PictureName &name, const ReportDocument &document);
    void choose(const PictureName &name, bool asEarlier);
    [[nodiscard]] std::optional<ReportDocument> documentOf(const PictureName &name) const;
    void swap();
    /// Compares once more, when it is seen and both pictures are there.
    void compareAnew();
    void showComparison(const Comparison &comparison);
    void showPage();
    void save();

    KnowledgePtr m_knowledge;
    std::optional<Update> m_now;
    BaselinePtr m_baseline;
    QList<Picture> m_pictures; ///< of files and moments
    Comparison m_comparison;
    ReportDocument m_before;
    ReportDocument m_after;
    PictureName m_beforeName;
    PictureName m_afterName;
    quint64 m_job = 0;
    bool m_stale = true;
    std::optional<quint16> m_wantedPort;

    PictureChooser *m_earlier = nullptr;
    PictureChooser *m_later = nullptr;
    QLabel *m_sentence = nullptr;
    TextField *m_filter = nullptr;
    QLabel *m_filterError = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
    QStackedWidget *m_pages = nullptr;
    QLabel *m_empty = nullptr;
    QPushButton *m_emptyAction = nullptr;
    RowTable *m_table = nullptr;
    CompareModel *m_model;
    QSortFilterProxyModel *m_sorted;
};

} // namespace portolan

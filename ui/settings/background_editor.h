// A picture on its way to the company's backgrounds.
#pragma once

#include "core/async/serial_executor.h"
#include "core/service/company_settings.h"
#include "ui/settings/background_image.h"

#include <QWidget>

#include <functional>
#include <memory>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSlider;

namespace teleconsult::ui {

class BackgroundPreview;
class Field;

/// Reads a picture, says what will be made of it and shows how it will look, and uploads it when the person agrees:
/// with progress, to be given up and tried again. Works on the pictures on `worker`, which it shares. The company
/// must outlive it; destroying it gives an upload up.
class BackgroundEditor : public QWidget
{
    Q_OBJECT
public:
    BackgroundEditor(service::CompanyService &company, std::shared_ptr<SerialExecutor> worker,
                     QWidget *parent = nullptr);
    ~BackgroundEditor() override;

    void openFile(const QString &path);
    void openImage(const QImage &image);
    /// The aliases there are already, by which a picture is recognised that arrived though no answer came.
    void setKnown(const QStringList &aliases) { m_known = aliases; }
    bool isUploading() const { return m_state == State::Uploading; }

signals:
    void stateChanged();
    /// The picture is the company's. `error`: why it could not be made the default.
    void added(const QString &alias, const std::optional<teleconsult::Error> &error);
    /// The person wants no picture, or no longer. `mayBeThere`: it may have been added all the same.
    void dismissed(bool mayBeThere);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class State {
        Idle, ///< Not looked at.
        Reading,
        Refused, ///< The file is no picture for this.
        Ready,
        Preparing,
        Uploading,
        Failed, ///< The upload.
    };

    void build();
    void read(const QString &name, std::function<Result<BackgroundPicture>()> work);
    void onRead(const Result<BackgroundPicture> &picture);
    void setState(State state);
    BackgroundCut cut() const;
    /// Whether some of the picture is left out.
    bool isPart(const BackgroundCut &cut) const;
    void updateCut();
    QString planText() const;
    void retranslate();

    void start();
    void upload(const QByteArray &jpeg);
    void onUploaded(const Result<kaleyra::Background> &added);
    void lookWhetherItArrived(const Error &error);
    void onAdded(const QString &alias);
    void giveUp();
    void leave(bool mayBeThere);

    service::CompanyService &m_company;
    std::shared_ptr<SerialExecutor> m_worker;
    State m_state = State::Idle;
    int m_turn = 0; ///< Counts what was opened and left: what comes late for an older one is not wanted.
    QString m_name; ///< Of the file; empty: it was pasted.
    BackgroundPicture m_picture;
    Error m_error;
    QStringList m_known;
    std::optional<http::Transfer> m_transfer;
    int m_percent = 0;

    BackgroundPreview *m_preview;
    QLabel *m_headline;
    QLabel *m_words;
    QCheckBox *m_screen;
    QSlider *m_position;
    Field *m_positionField;
    QCheckBox *m_default;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_upload;
};

} // namespace teleconsult::ui

// Where a patient holds a slip before the camera.
#pragma once

#include "core/domain/error.h"
#include "core/domain/scanned_code.h"
#include "ui/devices/code_camera.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>

class QFrame;
class QLabel;
class QPushButton;

namespace teleconsult::ui {

/// The camera's picture, what to do with it, and what is wrong when it reads nothing. The camera is on from when this
/// is shown until a code has been read, it is hidden or end() is called; then a touch switches it on again. Decides
/// nothing about a code.
class ScanPanel : public QWidget
{
    Q_OBJECT
public:
    /// Makes a camera that is in use already.
    using Open = std::function<Result<CodeCamera *>(QWidget *parent)>;

    explicit ScanPanel(Open open, QWidget *parent = nullptr);

    /// Lets go of the camera.
    void end();
    bool isOn() const { return !m_camera.isNull() || m_begin.isActive(); }

signals:
    /// Once; the camera is off by then.
    void codeRead(const QString &code);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void begin();
    void onState(CodeCamera::State state);
    void onSeen(const QList<QByteArray> &contents);
    QString hint() const;
    void updateWords();

    Open m_open;
    QPointer<CodeCamera> m_camera;
    CodeCamera::State m_state = CodeCamera::State::Off;
    ScannedCode::What m_seen = ScannedCode::What::Nothing; ///< In the last pictures.
    int m_times = 0;                                       ///< In how many in a row.
    ScannedCode::What m_told = ScannedCode::What::Nothing; ///< What the words are about.
    QTimer m_begin;

    QFrame *m_picture;
    QWidget *m_sign; ///< In the place of the picture.
    QLabel *m_words;
    QPushButton *m_again;
};

} // namespace teleconsult::ui

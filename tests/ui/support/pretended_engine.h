// A call engine that does as it is told.
#pragma once

#include "ui/call/call_engine.h"

#include <QPointer>

namespace teleconsult::test {

class PretendedView final : public ui::CallView
{
public:
    using CallView::CallView;
    void open(const ui::CallTarget &target) override { m_target = target; }
    void setEndCallRedirectUrl(const QUrl &url) override { m_target.endCallRedirectUrl = url; }
    void setDownloadFolder(const QString &path) override { m_target.downloadFolder = path; }
    void leave() override { emit ended(); }
    ui::CallTarget m_target;
};

/// A file that arrives as it is told.
class PretendedDownload final : public ui::CallDownload
{
public:
    explicit PretendedDownload(State state = State::Running, QString fileName = QStringLiteral("scan.pdf"))
        : m_state(state), m_fileName(std::move(fileName))
    {}
    State state() const override { return m_state; }
    QString fileName() const override { return m_fileName; }
    QString folder() const override { return QStringLiteral("/files"); }
    qint64 received() const override { return m_received; }
    qint64 total() const override { return 2000000; }
    void cancel() override { become(State::Cancelled); }
    void become(State state, qint64 received = 0)
    {
        m_state = state;
        m_received = received;
        emit changed();
    }

private:
    State m_state;
    QString m_fileName;
    qint64 m_received = 0;
};

class PretendedPreview final : public ui::DevicePreview
{
public:
    using DevicePreview::DevicePreview;
    void use(const config::DeviceChoice &choice) override { m_choice = choice; }
    void playTestSound() override { ++m_sounds; }
    config::DeviceChoice m_choice;
    int m_sounds = 0;
};

class PretendedCamera final : public ui::CodeCamera
{
public:
    using CodeCamera::CodeCamera;
    void use(const config::DeviceChoice &choice) override { m_choice = choice; }
    config::DeviceChoice m_choice;
};

class PretendedEngine final : public ui::CallEngine
{
public:
    bool warmUpStep(const QString &) override { return true; }
    bool forget(const QString &) override
    {
        ++m_forgotten;
        return true;
    }
    ui::CallView *createView(const QString &, QWidget *parent) override
    {
        m_view = new PretendedView(parent);
        return m_view;
    }
    ui::DevicePreview *createDevicePreview(const QString &, QWidget *parent) override
    {
        return new PretendedPreview(parent);
    }
    ui::CodeCamera *createCodeCamera(const QString &, QWidget *parent) override
    {
        m_camera = new PretendedCamera(parent);
        return m_camera;
    }
    QPointer<PretendedView> m_view;
    QPointer<PretendedCamera> m_camera;
    int m_forgotten = 0;
};

} // namespace teleconsult::test

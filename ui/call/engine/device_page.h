// A page of the engine's own that uses devices.
#pragma once

#include <QObject>
#include <QTimer>
#include <QVariant>

#include <functional>
#include <memory>

class QWebEngineProfile;
class QWebEngineView;

namespace teleconsult::ui {

/// Loads a page of engine/page/ with open_device.js, and grants it camera and microphone; it goes nowhere, and nothing
/// but its owner talks to it. When its process ends it is loaded again, a few times. The profile must outlive it, or
/// shutDown() be called before it goes.
class DevicePage final : public QObject
{
    Q_OBJECT
public:
    /// `name`: the file's, without ".html". Begins to load.
    DevicePage(QWebEngineProfile *profile, const QString &name, QObject *parent);
    ~DevicePage() override;

    /// For the owner's layout, which does not own it. Null after shutDown().
    QWidget *view() const;
    bool isLoaded() const { return m_isLoaded; }
    /// Nothing while it is not loaded.
    void run(const QString &script);
    /// The answer is dropped when the page has been lost or shut down meanwhile.
    void ask(const QString &script, std::function<void(const QVariantMap &)> onAnswer);
    /// Ends the page, with whatever devices it holds.
    void shutDown();

signals:
    /// Whenever it has been loaded.
    void loaded();
    /// It could not be loaded, or has ended.
    void lost();

private:
    void load();
    void onLost();

    std::unique_ptr<QWebEngineView> m_view;
    QString m_name;
    bool m_isLoaded = false;
    int m_losses = 0;
    QTimer m_reload;
};

} // namespace teleconsult::ui

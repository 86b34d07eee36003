// The way a person takes through the whole application, from the agenda into a call and back.
#pragma once

#include "tests/app/person.h"
#include "tests/support/cdp_client.h"

#include <QDir>
#include <QElapsedTimer>
#include <QUrl>

#include <memory>
#include <optional>

namespace teleconsult::test {

/// Runs once. Says on standard output what it does; on failure also what was on the screen and what the application
/// wrote. `screenshots`: where numbered pictures of every screen go; nothing: none are kept.
class Tour
{
public:
    Tour(const QString &program, std::optional<QDir> screenshots);

    /// Whether everything went as it should.
    bool run();

private:
    void start();
    void schedule();
    void invite();
    void join();
    void meet();
    void leave();
    void checkTheRecord();
    void reenterAndHangUp();
    void followALink();
    void lookAround();
    void lookAtTheSettings();
    void clearTheAgenda();
    void quit();

    void step(const char *what, void (Tour::*action)());
    void reportFailure(const char *what, const std::runtime_error &failure);
    void takePicture(const QString &name);
    void keep(const QPixmap &picture, const QString &name);
    void attachToCall();
    void seeAgenda();
    /// What comes after a call.
    void seeTheEnd();

    ProductUnderTest m_product;
    Person m_person{m_product};
    std::optional<QDir> m_screenshots;
    QElapsedTimer m_clock;
    int m_pictures = 0;

    QUrl m_patientLink;
    std::unique_ptr<CdpClient> m_callPage;
    HeadlessChromium m_patientBrowser;
    std::unique_ptr<CdpClient> m_patientPage;
};

} // namespace teleconsult::test

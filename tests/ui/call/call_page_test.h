// A call in its window, with an engine that does as it is told.
#pragma once

#include "tests/ui/support/practice.h"
#include "tests/ui/support/pretended_engine.h"
#include "ui/call/call_page.h"

#include <QPushButton>
#include <QWidget>

#include <chrono>
#include <memory>
#include <optional>

namespace teleconsult::test {

/// New for every test: a consultation, and a window with a call page. setUp() and tearDown() around each test.
class CallPageTest : public QObject
{
protected:
    void setUp();
    void tearDown();

    void open(bool mayRestartPlainly);
    /// Waits for a page of the call. The engine's last view may be one that has only still to be deleted.
    bool opens() const;
    bool enter();
    bool isBack();
    /// The page is gone, and words stand in its place.
    bool showsWords(const QString &headline) const;
    template <typename T>
    T *child(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1String(name));
    }
    QPushButton *button(const char *name) const { return child<QPushButton>(name); }
    Progress progress() { return m_practice->find(m_id).progress; }

    std::unique_ptr<Practice> m_practice;
    QString m_id;
    PretendedEngine m_engine;
    std::chrono::milliseconds m_loadPatience;
    std::optional<std::chrono::milliseconds> m_hungPatience;
    std::unique_ptr<QWidget> m_window;
    ui::CallPage *m_page = nullptr;
};

} // namespace teleconsult::test

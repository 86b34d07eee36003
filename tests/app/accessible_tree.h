// Another program's widgets, as assistive technology sees them (AT-SPI over D-Bus).
#pragma once

#include <QDBusConnection>
#include <QList>
#include <QRect>
#include <QString>

#include <functional>

namespace teleconsult::test {

/// One thing on the screen. A handle: the thing may be gone at any time, and then every question answers empty.
class Accessible
{
public:
    Accessible() = default;
    Accessible(QString service, QString path) : m_service(std::move(service)), m_path(std::move(path)) {}

    bool isNull() const { return m_path.isEmpty(); }
    QString name() const;
    QString description() const;
    /// AT-SPI's own words: "push button", "text", "combo box", "list item", …
    QString role() const;
    /// What a text field holds.
    QString text() const;
    /// On the screen, in its pixels.
    QRect extents() const;
    bool isShowing() const;
    bool isEnabled() const;
    bool isChecked() const;
    QList<Accessible> children() const;

private:
    QVariant ask(const QString &interface, const QString &method, const QVariantList &arguments = {}) const;
    QVariant property(const QString &interface, const QString &name) const;
    bool hasState(int bit) const;

    QString m_service;
    QString m_path;
};

using AccessibleTest = std::function<bool(const Accessible &)>;

/// The accessibility bus of this session. Needs at-spi2-core.
class AccessibleTree
{
public:
    /// Starts the accessibility bus, if need be, with its socket in `runtimeDir`, and connects to it. False: there is
    /// no such bus; errorString() says why.
    static bool connect(const QString &runtimeDir);
    static QString errorString();

    /// The program with this process id; null while it is not (yet) there.
    static Accessible program(qint64 processId);

    /// Everything that shows below `root` and passes the test, in the tree's order. What is inside of web pages is left
    /// out.
    static QList<Accessible> find(const Accessible &root, const AccessibleTest &test);

    /// Everything that shows below `root`, one a line, for a failure's report.
    static QString describe(const Accessible &root, int depth = 0);
};

} // namespace teleconsult::test

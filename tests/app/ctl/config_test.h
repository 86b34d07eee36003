// teleconsultctl config, and the file that it writes.
#pragma once

#include "tests/app/ctl/ctl_fixture.h"

#include <QFile>
#include <QTest>

#include <memory>

namespace teleconsult::test {

/// A home of its own for each test.
class ConfigTest : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<CtlFixture> m_ctl;

    CtlFixture::Outcome run(const char *line) { return m_ctl->run(words(line)); }
    static QStringList words(const char *line) { return QString::fromUtf8(line).split(QLatin1Char(' ')); }
    QString settingsFile() const { return m_ctl->home.filePath(QStringLiteral(".config/teleconsult/settings.ini")); }
    /// Empty: there is no such file.
    QByteArray settingsText() const
    {
        QFile file(settingsFile());
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void init() { m_ctl = std::make_unique<CtlFixture>(); }
    void cleanup() { m_ctl.reset(); }
};

} // namespace teleconsult::test

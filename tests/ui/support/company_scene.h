// A company at a real sandbox, reached over a network that fails on demand.
#pragma once

#include "core/config/settings.h"
#include "core/http/http_client.h"
#include "core/kaleyra/kaleyra_client.h"
#include "core/sandbox/sandbox.h"
#include "core/secrets/file_store.h"
#include "core/secrets/secrets.h"
#include "core/service/company_settings.h"
#include "tests/support/await.h"
#include "tests/support/fault_proxy.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>

#include <memory>

namespace teleconsult::test {

/// Make it after QApplication. Requests go through `network`; the pictures themselves come from the sandbox directly.
class CompanyScene
{
public:
    CompanyScene()
    {
        m_theme.setScheme(ui::Theme::Scheme::Light);
        Result<std::unique_ptr<sandbox::Sandbox>> started =
            sandbox::start({.stateFile = file(QStringLiteral("sandbox.json")), .uploadDir = {}});
        if (!started)
            qFatal("No sandbox: %s", qPrintable(started.error().toLogLine()));
        m_sandbox = std::move(*started);
        m_network = std::make_unique<FaultProxy>(m_sandbox->endpoint().baseUrl);
        m_kaleyra = std::make_unique<kaleyra::KaleyraClient>(
            m_http, kaleyra::Endpoint{m_network->url(), m_sandbox->endpoint().apiKey});
        m_company = std::make_unique<service::CompanySettings>(*m_kaleyra);
    }
    ~CompanyScene()
    {
        m_http.shutDown();
        if (!waitUntil([this] { return m_company->isIdle(); }))
            qFatal("The company is still at work");
    }
    CompanyScene(const CompanyScene &) = delete;
    CompanyScene &operator=(const CompanyScene &) = delete;

    service::CompanySettings &company() { return *m_company; }
    config::Settings &settings() { return m_settings; }
    FaultProxy &network() { return *m_network; }
    ui::Theme &theme() { return m_theme; }
    QString file(const QString &name) const { return m_folder.filePath(name); }

    /// A picture with something to see in it, as a file of this format.
    static QByteArray picture(const QSize &size, const char *format = "jpg")
    {
        QImage image(size, QImage::Format_RGB32);
        QLinearGradient slope(0, 0, size.width(), size.height());
        slope.setColorAt(0, QColor(0x9c, 0xc5, 0xd3));
        slope.setColorAt(1, QColor(0x35, 0x5e, 0x4b));
        QPainter painter(&image);
        painter.fillRect(image.rect(), slope);
        painter.end();
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, format);
        return bytes;
    }
    QString pictureFile(const QString &name, const QByteArray &content) const
    {
        QFile made(file(name));
        if (!made.open(QFile::WriteOnly) || made.write(content) != content.size())
            qFatal("%s cannot be written", qPrintable(name));
        return made.fileName();
    }
    /// Adds pictures behind the page's back; the last one becomes the default.
    QStringList addPictures(int count)
    {
        QStringList aliases;
        for (int i = 0; i < count; ++i)
            aliases << await(m_company->addBackground(picture({1280, 1280}))).value_or(kaleyra::Background()).alias;
        if (count > 0 && !await(m_company->setDefaultBackground(aliases.last())))
            qFatal("No default");
        return aliases;
    }
    kaleyra::Backgrounds backgrounds() { return await(m_company->backgrounds()).value_or(kaleyra::Backgrounds()); }

private:
    static http::RetryPolicy impatient()
    {
        using std::chrono::milliseconds;
        return {.tries = 1, .firstDelay = milliseconds(1), .longestRetryAfter = milliseconds(1)};
    }

    ui::Theme m_theme;
    QTemporaryDir m_folder;
    config::Settings m_settings{m_folder.filePath(QStringLiteral("settings.ini"))};
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<FaultProxy> m_network;
    http::HttpClient m_http{impatient()};
    std::unique_ptr<kaleyra::KaleyraClient> m_kaleyra;
    std::unique_ptr<service::CompanySettings> m_company;
};

/// Secrets in files of this folder, none of which is given otherwise.
inline std::unique_ptr<secrets::Secrets> emptySecrets(const QString &folder)
{
    return std::make_unique<secrets::Secrets>(
        std::make_unique<secrets::FileStore>(folder),
        [](secrets::Secret) -> Result<std::optional<QByteArray>> { return std::optional<QByteArray>(); });
}

/// The company of a station without the key, as far as a page can tell: what the contract does not have is not offered.
class CompanyWithoutKey final : public service::CompanyService
{
public:
    explicit CompanyWithoutKey(service::CompanyService &real) : m_real(real) {}

    bool mayManage() const override { return false; }
    Task<kaleyra::Company> company() override { return m_real.company(); }
    Task<kaleyra::Company> change(kaleyra::CompanyChange) override { co_return failure(notOffered()); }
    Task<kaleyra::Theme> theme() override { co_return failure(notOffered()); }
    Task<kaleyra::Theme> setTheme(kaleyra::Theme) override { co_return failure(notOffered()); }
    Task<kaleyra::Backgrounds> backgrounds() override { co_return failure(notOffered()); }
    Task<kaleyra::Background> addBackground(files::Content jpeg, http::Transfer transfer) override
    {
        return m_real.addBackground(std::move(jpeg), std::move(transfer));
    }
    Task<void> deleteBackground(QString) override { co_return failure(notOffered()); }
    Task<QByteArray> picture(QUrl url) override { return m_real.picture(std::move(url)); }
    Task<kaleyra::Company> setDefaultBackground(QString alias) override
    {
        return m_real.setDefaultBackground(std::move(alias));
    }
    bool isIdle() const override { return m_real.isIdle(); }

private:
    static Error notOffered() { return makeError(Error::Kind::Server, QStringLiteral("not_offered")); }

    service::CompanyService &m_real;
};

} // namespace teleconsult::test

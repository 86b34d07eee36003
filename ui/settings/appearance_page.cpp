#include "ui/settings/appearance_page.h"

#include "core/config/setting_keys.h"
#include "core/files/private_file.h"
#include "ui/settings/settings_verdict.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/logo.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace teleconsult::ui {

AppearancePage::AppearancePage(config::Settings &settings, QString dataDir, QWidget *parent)
    : CataloguePage(settings, {config::SettingPage::Interface}, parent),
      m_dataDir(std::move(dataDir)),
      m_title(new QLabel(this)),
      m_logo(new Logo(size::iconLarge, this)),
      m_choose(new QPushButton(this)),
      m_reset(new QPushButton(this))
{
    build();
    connect(m_choose, &QPushButton::clicked, this, &AppearancePage::chooseLogo);
    connect(m_reset, &QPushButton::clicked, this, [this] { enter(config::keys::interfaceLogo, {}); });
    AppearancePage::retranslate();
    AppearancePage::onEdited();
}

void AppearancePage::build()
{
    m_title->setProperty("role", QStringLiteral("fieldLabel"));
    m_logo->setObjectName(QStringLiteral("logoPreview"));
    m_choose->setObjectName(QStringLiteral("logoChooseButton"));
    m_reset->setObjectName(QStringLiteral("logoResetButton"));
    m_reset->setProperty("variant", QStringLiteral("ghost"));
    const bool isFree = !settings().isLocked(config::keys::interfaceLogo);
    m_choose->setEnabled(isFree);
    auto *line = new QHBoxLayout;
    line->setSpacing(spacing::m);
    for (QWidget *part :
         {static_cast<QWidget *>(m_logo), static_cast<QWidget *>(m_choose), static_cast<QWidget *>(m_reset)})
        line->addWidget(part);
    line->addStretch();
    head()->setSpacing(spacing::s);
    head()->addWidget(m_title);
    head()->addLayout(line);
}

void AppearancePage::chooseLogo()
{
    auto *which =
        new QFileDialog(this, tr("Choose a logo"), QStandardPaths::writableLocation(QStandardPaths::PicturesLocation),
                        tr("Pictures") + QStringLiteral(" (*.png *.jpg *.jpeg *.svg *.webp *.bmp *.gif)"));
    which->setAttribute(Qt::WA_DeleteOnClose);
    which->setFileMode(QFileDialog::ExistingFile);
    connect(which, &QFileDialog::fileSelected, this, &AppearancePage::takeLogo);
    which->open();
}

void AppearancePage::takeLogo(const QString &path)
{
    const auto fail = [this](const Error &error) {
        emit told({Tone::Danger, [error] { return fieldErrorText(error); }});
    };
    const Result<QImage> image = readLogo(path);
    if (!image)
        return fail(image.error());
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QBuffer::WriteOnly);
    image->save(&buffer, "png");
    // Named by its content: another picture is another value of the setting.
    const QByteArray name = QCryptographicHash::hash(png, QCryptographicHash::Sha256).toHex().left(12);
    const QString copy = QStringLiteral("%1/logo-%2.png").arg(m_dataDir, QString::fromLatin1(name));
    if (const Result<void> kept = files::writePrivateFile(copy, png); !kept)
        return fail(kept.error());
    enter(config::keys::interfaceLogo, copy);
    emit told({Tone::Info, [] { return tr("This is how the logo will look. Save keeps it."); }});
}

void AppearancePage::test()
{
    if (!check()) {
        emit told(valueNotRight());
        return;
    }
    const QString path = entered(config::keys::interfaceLogo);
    const Result<QImage> logo = path.isEmpty() ? Result<QImage>(QImage()) : readLogo(path);
    if (logo) {
        emit told({Tone::Success, [] { return tr("This can be shown. Save uses it at once."); }});
        return;
    }
    const Error error = logo.error();
    emit told({Tone::Danger, [error] { return fieldErrorText(error); }});
}

void AppearancePage::onEdited()
{
    const QString path = entered(config::keys::interfaceLogo);
    m_logo->setFile(path);
    m_reset->setEnabled(!path.isEmpty() && m_choose->isEnabled());
}

void AppearancePage::retranslate()
{
    CataloguePage::retranslate();
    m_title->setText(tr("The clinic's logo"));
    m_choose->setText(tr("Choose a picture…"));
    m_reset->setText(tr("Teleconsult's own"));
}

} // namespace teleconsult::ui

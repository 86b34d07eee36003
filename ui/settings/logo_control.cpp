#include "ui/settings/logo_control.h"

#include "core/files/private_file.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/logo.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStandardPaths>

namespace teleconsult::ui {

namespace {

const QString startOfCopy = QStringLiteral("/logo-");

} // namespace

LogoControl::LogoControl(QString dataDir, QWidget *parent)
    : OwnControl(parent),
      m_dataDir(std::move(dataDir)),
      m_logo(new Logo(size::iconLarge, this)),
      m_choose(new QPushButton(this)),
      m_reset(new QPushButton(this))
{
    m_logo->setObjectName(QStringLiteral("logoPreview"));
    m_choose->setObjectName(QStringLiteral("logoChooseButton"));
    m_reset->setObjectName(QStringLiteral("logoResetButton"));
    m_reset->setProperty("variant", QStringLiteral("ghost"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(spacing::m);
    line->addWidget(m_logo);
    line->addWidget(m_choose);
    line->addWidget(m_reset);
    line->addStretch();
    setFocusProxy(m_choose);
    connect(m_choose, &QPushButton::clicked, this, &LogoControl::choose);
    connect(m_reset, &QPushButton::clicked, this, [this] { setValue({}); });
    retranslate();
    updateState();
}

void LogoControl::setValue(const QString &text)
{
    if (m_path == text)
        return;
    m_path = text;
    if (m_path.startsWith(m_dataDir + startOfCopy))
        m_copies.insert(m_path);
    updateState();
    emit edited();
}

void LogoControl::removeCopiesBut(const QStringList &named)
{
    for (const QString &copy : std::as_const(m_copies)) {
        if (!named.contains(copy) && QFile::exists(copy) && !QFile::remove(copy))
            qWarning("the copy of a logo cannot be removed");
    }
}

void LogoControl::updateState()
{
    m_logo->setFile(m_path);
    m_choose->setToolTip(m_path);
    m_reset->setEnabled(!m_path.isEmpty());
}

void LogoControl::choose()
{
    auto *which =
        new QFileDialog(this, tr("Choose a logo"), QStandardPaths::writableLocation(QStandardPaths::PicturesLocation),
                        tr("Pictures") + QStringLiteral(" (*.png *.jpg *.jpeg *.svg *.webp *.bmp *.gif)"));
    which->setAttribute(Qt::WA_DeleteOnClose);
    which->setFileMode(QFileDialog::ExistingFile);
    connect(which, &QFileDialog::fileSelected, this, &LogoControl::takeFile);
    which->open();
}

void LogoControl::takeFile(const QString &path)
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
    const QString copy = m_dataDir + startOfCopy + QString::fromLatin1(name) + QStringLiteral(".png");
    if (const Result<void> kept = files::writePrivateFile(copy, png); !kept)
        return fail(kept.error());
    setValue(copy);
    emit told({Tone::Info, [] { return tr("This is how the logo will look. Save keeps it."); }});
}

void LogoControl::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    OwnControl::changeEvent(event);
}

void LogoControl::retranslate()
{
    m_choose->setText(tr("Choose a picture…"));
    m_reset->setText(tr("Teleconsult's own"));
}

} // namespace teleconsult::ui

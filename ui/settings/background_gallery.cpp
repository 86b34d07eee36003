#include "ui/settings/background_gallery.h"

#include "core/async/outcome_of.h"
#include "ui/settings/background_preview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/scroll_bar_room.h"
#include "ui/widgets/status_pill.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace teleconsult::ui {

namespace {

constexpr QSize designedSize(240, 135);

/// Words stand under it and on it, so it grows with them.
QSize pictureSize()
{
    return {scaled(designedSize.width()), scaled(designedSize.height())};
}

/// Fetched and decoded, small.
Task<QImage> thumbnailOf(service::CompanyService &company, std::shared_ptr<SerialExecutor> worker, QUrl url)
{
    Result<QByteArray> file = co_await company.picture(url);
    if (!file)
        co_return Result<QImage>(failure(file.error()));
    const QByteArray jpeg = *file;
    const QSize size = 2 * pictureSize();
    QFuture<QImage> decoding = worker->run([jpeg, size] {
        const Result<BackgroundPicture> picture = readPicture(jpeg);
        return picture ? BackgroundPreview::thumbnail(picture->image, size) : QImage();
    });
    QImage made = co_await outcomeOf(decoding);
    co_return Result<QImage>(made);
}

} // namespace

BackgroundGallery::BackgroundGallery(service::CompanyService &company, std::shared_ptr<SerialExecutor> worker,
                                     QWidget *parent)
    : QListWidget(parent), m_company(company), m_worker(std::move(worker))
{
    setObjectName(QStringLiteral("backgroundGallery"));
    setProperty("gallery", true);
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setWordWrap(true);
    setSpacing(spacing::xs);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    keepScrollBarRoom(this);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        fit();
        describe();
    });
    fit();
}

void BackgroundGallery::fit()
{
    setIconSize(pictureSize());
    const int lines = 2 * QFontMetrics(Theme::instance().font(type::body)).height();
    setGridSize(pictureSize() + QSize(2 * spacing::m, lines + 2 * spacing::l));
    setMinimumHeight(gridSize().height() + 2 * spacing::s);
}

void BackgroundGallery::setBackgrounds(const kaleyra::Backgrounds &backgrounds)
{
    const QString before = chosen();
    m_backgrounds = backgrounds;
    clear();
    for (const kaleyra::Background &background : std::as_const(m_backgrounds.all)) {
        auto *item = new QListWidgetItem(this);
        item->setData(Qt::UserRole, background.alias);
        item->setTextAlignment(Qt::AlignHCenter | Qt::AlignTop);
        if (!m_pictures.contains(background.alias))
            fetch(background);
    }
    describe();
    choose(before.isEmpty() ? m_backgrounds.defaultAlias : before);
}

void BackgroundGallery::fetch(const kaleyra::Background &background)
{
    m_pictures.insert(background.alias, {});
    const QString alias = background.alias;
    whenDone(thumbnailOf(m_company, m_worker, background.url), this, [this, alias](const Result<QImage> &picture) {
        if (!picture || picture->isNull()) {
            m_pictures.remove(alias); // The next time it is asked for again.
            return;
        }
        m_pictures[alias] = QPixmap::fromImage(*picture);
        describe();
    });
}

void BackgroundGallery::choose(const QString &alias)
{
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(Qt::UserRole).toString() == alias)
            setCurrentRow(i);
    }
    if (!currentItem() && count() > 0)
        setCurrentRow(0);
}

QString BackgroundGallery::chosen() const
{
    return currentItem() ? currentItem()->data(Qt::UserRole).toString() : QString();
}

void BackgroundGallery::describe()
{
    for (int i = 0; i < count(); ++i) {
        const kaleyra::Background &background = m_backgrounds.all.at(i);
        const bool isDefault = background.alias == m_backgrounds.defaultAlias;
        const QString name = isDefault ? tr("Used in calls") : tr("Picture %1").arg(i + 1);
        const QString date = QLocale().toString(background.createdAt.toLocalTime().date(), QLocale::ShortFormat);
        item(i)->setText(background.createdAt.isValid() ? QStringLiteral("%1\n%2").arg(name, tr("Added %1").arg(date))
                                                        : name);
        QPixmap picture = m_pictures.value(background.alias);
        if (picture.isNull()) {
            picture = QPixmap(pictureSize());
            picture.fill(Theme::instance().colors().surfaceSunken);
        }
        picture.setDevicePixelRatio(double(picture.width()) / pictureSize().width());
        if (isDefault) {
            QPainter painter(&picture);
            const Pill pill{tr("Used in calls"), QStringLiteral("check"), Tone::Success};
            const QSize room = StatusPill::sizeOf(pill);
            StatusPill::paint(&painter, QRect(QPoint(spacing::s, spacing::s), room), pill);
        }
        // Chosen or not, the picture has its own colours.
        QIcon icon(picture);
        icon.addPixmap(picture, QIcon::Selected);
        item(i)->setIcon(icon);
    }
}

void BackgroundGallery::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QListWidget::changeEvent(event);
}

} // namespace teleconsult::ui

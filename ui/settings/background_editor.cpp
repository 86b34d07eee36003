#include "ui/settings/background_editor.h"

#include "core/async/outcome_of.h"
#include "ui/settings/background_preview.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/centred_column.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/wrapped_label.h"

#include <QCheckBox>
#include <QEvent>
#include <QFileInfo>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>

namespace teleconsult::ui {

namespace {

constexpr int positionSteps = 100;

QString sizeText(const QSize &size)
{
    const QLocale locale;
    return BackgroundEditor::tr("%1 × %2 pixels").arg(locale.toString(size.width()), locale.toString(size.height()));
}

} // namespace

BackgroundEditor::BackgroundEditor(service::CompanyService &company, std::shared_ptr<SerialExecutor> worker,
                                   QWidget *parent)
    : QWidget(parent),
      m_company(company),
      m_worker(std::move(worker)),
      m_preview(new BackgroundPreview(this)),
      m_headline(new WrappedLabel(QStringLiteral("pictureHeadline"), QStringLiteral("strong"), this)),
      m_words(new WrappedLabel(QStringLiteral("pictureWords"), QStringLiteral("muted"), this)),
      m_screen(new QCheckBox(this)),
      m_position(new QSlider(Qt::Horizontal, this)),
      m_positionField(new Field(m_position, this)),
      m_default(new QCheckBox(this)),
      m_progress(new QProgressBar(this)),
      m_cancel(new QPushButton(this)),
      m_upload(new QPushButton(this))
{
    build();
    connect(m_screen, &QCheckBox::toggled, this, &BackgroundEditor::updateCut);
    connect(m_position, &QSlider::valueChanged, this, &BackgroundEditor::updateCut);
    connect(m_cancel, &QPushButton::clicked, this, &BackgroundEditor::giveUp);
    connect(m_upload, &QPushButton::clicked, this, &BackgroundEditor::start);
    retranslate();
}

BackgroundEditor::~BackgroundEditor()
{
    disconnect();
    if (m_transfer)
        m_transfer->cancel();
}

void BackgroundEditor::build()
{
    m_preview->setObjectName(QStringLiteral("picturePreview"));
    m_screen->setObjectName(QStringLiteral("pictureScreen"));
    m_position->setObjectName(QStringLiteral("picturePosition"));
    m_position->setRange(0, positionSteps);
    m_position->setPageStep(positionSteps / 10);
    m_position->setMinimumHeight(size::control);
    m_positionField->setReservedLines(0);
    m_default->setObjectName(QStringLiteral("pictureDefault"));
    m_default->setChecked(true);
    m_progress->setObjectName(QStringLiteral("pictureProgress"));
    m_progress->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("pictureCancelButton"));
    m_upload->setObjectName(QStringLiteral("pictureUploadButton"));
    m_upload->setProperty("variant", QStringLiteral("primary"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::m);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_upload);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::s);
    layout->addWidget(m_preview, 0, Qt::AlignLeft);
    layout->addWidget(m_headline);
    layout->addWidget(m_words);
    layout->addWidget(m_screen);
    layout->addWidget(m_positionField);
    layout->addWidget(m_default);
    layout->addWidget(m_progress);
    layout->addLayout(buttons);
    layout->addStretch();
}

// The picture

void BackgroundEditor::openFile(const QString &path)
{
    read(QFileInfo(path).fileName(), [path] { return readPictureFile(path); });
}

void BackgroundEditor::openImage(const QImage &image)
{
    read({}, [image] { return takePicture(image); });
}

void BackgroundEditor::read(const QString &name, std::function<Result<BackgroundPicture>()> work)
{
    m_name = name;
    m_picture = {};
    m_preview->setPicture({});
    setState(State::Reading);
    const int turn = ++m_turn;
    whenDone(outcomeOf(m_worker->run(std::move(work))), this, [this, turn](const Result<BackgroundPicture> &picture) {
        if (turn == m_turn)
            onRead(picture);
    });
}

void BackgroundEditor::onRead(const Result<BackgroundPicture> &picture)
{
    if (!picture) {
        m_error = picture.error();
        setState(State::Refused);
        m_cancel->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_picture = *picture;
    m_preview->setPicture(m_picture.image);
    const bool mayStay = mayStayWhole(m_picture.image.size());
    m_screen->setEnabled(mayStay);
    const QSize size = m_picture.original;
    m_screen->setChecked(!mayStay || std::min(size.width(), size.height()) < service::minimumBackgroundSide);
    m_position->setValue(positionSteps / 2);
    updateCut();
    setState(State::Ready);
    m_upload->setFocus(Qt::OtherFocusReason);
}

BackgroundCut BackgroundEditor::cut() const
{
    return cutOf(m_picture.image.size(), m_screen->isChecked() ? BackgroundShape::Screen : BackgroundShape::Whole,
                 double(m_position->value()) / positionSteps);
}

bool BackgroundEditor::isPart(const BackgroundCut &cut) const
{
    return cut.from.size() != m_picture.image.size();
}

void BackgroundEditor::updateCut()
{
    if (m_picture.image.isNull())
        return;
    const BackgroundCut now = cut();
    m_preview->setCut(now);
    m_positionField->setVisible(isPart(now));
    m_words->setText(planText());
}

QString BackgroundEditor::planText() const
{
    const BackgroundCut now = cut();
    if (now.to == m_picture.original)
        return tr("It will be saved as JPEG, without what a camera noted in it, such as the place.");
    const QString made = sizeText(now.to);
    const bool isCut = isPart(now);
    const bool grows = now.to.width() > now.from.width();
    if (isCut && grows)
        return tr("It will be cut to the shape of a screen, enlarged to %1 and saved as JPEG.").arg(made);
    if (isCut)
        return tr("It will be cut to the shape of a screen, scaled to %1 and saved as JPEG.").arg(made);
    return grows ? tr("It will be enlarged to %1 and saved as JPEG.").arg(made)
                 : tr("It will be scaled to %1 and saved as JPEG.").arg(made);
}

// The upload

void BackgroundEditor::start()
{
    setState(State::Preparing);
    const QImage picture = m_picture.image;
    const BackgroundCut wanted = cut();
    const auto work = [picture, wanted] { return toBackground(picture, wanted, service::maximumBackgroundBytes); };
    whenDone(outcomeOf(m_worker->run(work)), this, [this, turn = m_turn](const Result<QByteArray> &jpeg) {
        if (turn != m_turn)
            return;
        if (jpeg) {
            upload(*jpeg);
            return;
        }
        m_error = jpeg.error();
        setState(State::Failed);
    });
}

void BackgroundEditor::upload(const QByteArray &jpeg)
{
    m_transfer.emplace();
    m_transfer->onProgress([self = QPointer(this)](qint64 sent, qint64 total) {
        if (!self)
            return;
        self->m_percent = int(100 * sent / total);
        self->setState(State::Uploading);
    });
    m_percent = 0;
    setState(State::Uploading);
    whenDone(m_company.addBackground(jpeg, *m_transfer), this,
             [this](const Result<kaleyra::Background> &background) { onUploaded(background); });
}

void BackgroundEditor::onUploaded(const Result<kaleyra::Background> &background)
{
    const bool givenUp = m_transfer && m_transfer->isCancelled();
    m_transfer.reset();
    if (background)
        onAdded(background->alias);
    else if (givenUp)
        leave(true);
    else if (mayHaveHappened(background.error()) && m_company.mayManage())
        lookWhetherItArrived(background.error());
    else {
        m_error = background.error();
        setState(State::Failed);
    }
}

/// Uploading it a second time would take another one of the company's few places.
void BackgroundEditor::lookWhetherItArrived(const Error &error)
{
    whenDone(m_company.backgrounds(), this, [this, error, turn = m_turn](const Result<kaleyra::Backgrounds> &there) {
        if (turn != m_turn)
            return;
        for (const kaleyra::Background &background : there ? there->all : QList<kaleyra::Background>()) {
            if (!m_known.contains(background.alias)) {
                onAdded(background.alias);
                return;
            }
        }
        m_error = error;
        setState(State::Failed);
    });
}

void BackgroundEditor::onAdded(const QString &alias)
{
    if (!m_default->isChecked()) {
        setState(State::Idle);
        emit added(alias, {});
        return;
    }
    whenDone(m_company.setDefaultBackground(alias), this,
             [this, alias, turn = m_turn](const Result<kaleyra::Company> &company) {
                 if (turn != m_turn)
                     return;
                 setState(State::Idle);
                 emit added(alias, company ? std::nullopt : std::optional(company.error()));
             });
}

void BackgroundEditor::giveUp()
{
    if (m_transfer) {
        m_transfer->cancel();
        return;
    }
    leave(m_state == State::Failed || m_state == State::Uploading);
}

void BackgroundEditor::leave(bool mayBeThere)
{
    ++m_turn;
    m_picture = {};
    setState(State::Idle);
    emit dismissed(mayBeThere);
}

// What is seen

void BackgroundEditor::setState(State state)
{
    const bool isNew = state != m_state;
    m_state = state;
    retranslate();
    const bool hasPicture = !m_picture.image.isNull();
    const bool mayChoose = state == State::Ready || state == State::Failed;
    const bool isAtWork = state == State::Preparing || state == State::Uploading || state == State::Reading;
    m_preview->setVisible(state != State::Refused);
    m_screen->setVisible(hasPicture);
    m_default->setVisible(hasPicture);
    m_positionField->setVisible(hasPicture && isPart(cut()));
    for (QWidget *widget : {static_cast<QWidget *>(m_positionField), static_cast<QWidget *>(m_default)})
        widget->setEnabled(mayChoose);
    m_screen->setEnabled(mayChoose && mayStayWhole(m_picture.image.size()));
    m_progress->setVisible(isAtWork);
    m_progress->setRange(0, state == State::Uploading ? 100 : 0);
    m_progress->setValue(m_percent);
    m_upload->setVisible(state != State::Refused);
    m_upload->setEnabled(mayChoose);
    if (!isNew)
        return;
    announce(m_headline);
    emit stateChanged();
}

void BackgroundEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BackgroundEditor::retranslate()
{
    const QString name = m_name.isEmpty() ? tr("The pasted picture") : m_name;
    m_preview->setAccessibleName(tr("How the picture looks behind a person"));
    m_screen->setText(tr("Cut it to the shape of a screen (16:9)"));
    m_positionField->setLabel(tr("Which part of it"));
    m_default->setText(tr("Use it in calls from now on"));
    m_progress->setAccessibleName(tr("How much is uploaded"));
    m_cancel->setText(m_state == State::Uploading ? tr("Stop the upload") : tr("Cancel"));
    m_upload->setText(m_state == State::Failed ? tr("Try again") : tr("Upload"));
    switch (m_state) {
    case State::Idle:
        return;
    case State::Reading:
        m_headline->setText(tr("Reading %1…").arg(name));
        m_words->clear();
        return;
    case State::Refused:
        m_headline->setText(tr("%1 cannot be used").arg(name));
        m_words->setText(fieldErrorText(m_error));
        return;
    case State::Ready:
        m_headline->setText(QStringLiteral("%1 · %2").arg(name, sizeText(m_picture.original)));
        m_words->setText(planText());
        return;
    case State::Preparing:
        m_headline->setText(tr("Making the picture…"));
        return;
    case State::Uploading:
        m_headline->setText(tr("Uploading… %1 %").arg(QLocale().toString(m_percent)));
        return;
    case State::Failed:
        m_headline->setText(tr("The picture was not uploaded"));
        m_words->setText(fieldErrorText(m_error));
        return;
    }
}

} // namespace teleconsult::ui

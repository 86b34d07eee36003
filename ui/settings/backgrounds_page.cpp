#include "ui/settings/backgrounds_page.h"

#include "ui/settings/background_editor.h"
#include "ui/settings/background_gallery.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/themed_icon.h"
#include "ui/widgets/wrapped_label.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QShortcut>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

namespace {

/// The file that is meant; empty: none, or one that is elsewhere.
QString fileIn(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

BackgroundsPage::BackgroundsPage(service::CompanyService &company, QWidget *parent)
    : SettingsPage(parent),
      m_company(company),
      m_worker(std::make_shared<SerialExecutor>()),
      m_explanation(new WrappedLabel({}, QStringLiteral("muted"), this)),
      m_limits(new Banner(Tone::Info, this)),
      m_overview(new QWidget(this)),
      m_add(new QPushButton(this)),
      m_count(new WrappedLabel(QStringLiteral("backgroundCount"), QStringLiteral("caption"), this)),
      m_gallery(new BackgroundGallery(company, m_worker, this)),
      m_message(new EmptyState(this)),
      m_makeDefault(new QPushButton(this)),
      m_delete(new QPushButton(this)),
      m_editor(new BackgroundEditor(company, m_worker, this))
{
    build();
    setAcceptDrops(true);
    connect(m_add, &QPushButton::clicked, this, &BackgroundsPage::chooseFile);
    connect(m_message, &EmptyState::actionTriggered, this, &BackgroundsPage::load);
    connect(m_gallery, &QListWidget::currentRowChanged, this, &BackgroundsPage::updateActions);
    connect(m_makeDefault, &QPushButton::clicked, this, &BackgroundsPage::makeDefault);
    connect(m_delete, &QPushButton::clicked, this, &BackgroundsPage::askBeforeDeleting);
    connect(m_editor, &BackgroundEditor::stateChanged, this, &SettingsPage::changed);
    connect(m_editor, &BackgroundEditor::dismissed, this, [this](bool mayBeThere) {
        showOverview();
        if (mayBeThere)
            load();
    });
    connect(m_editor, &BackgroundEditor::added, this, [this](const QString &alias, const std::optional<Error> &error) {
        showOverview();
        m_gallery->choose(alias);
        load();
        if (error)
            emit told(verdictOf(*error));
        else
            emit told({Tone::Success, [] { return tr("The picture was added."); }});
    });
    auto *pasting = new QShortcut(QKeySequence(QKeySequence::Paste), this);
    pasting->setContext(Qt::WindowShortcut);
    connect(pasting, &QShortcut::activated, this, &BackgroundsPage::paste);
    load();
}

void BackgroundsPage::build()
{
    m_limits->setObjectName(QStringLiteral("backgroundLimits"));
    m_limits->setVisible(!m_company.mayManage());
    m_add->setObjectName(QStringLiteral("backgroundAddButton"));
    m_add->setProperty("variant", QStringLiteral("primary"));
    setThemedIcon(m_add, QStringLiteral("plus"), &Colors::onAccent);
    m_message->setObjectName(QStringLiteral("backgroundMessage"));
    m_message->setActionPrimary(false);
    m_makeDefault->setObjectName(QStringLiteral("backgroundDefaultButton"));
    m_delete->setObjectName(QStringLiteral("backgroundDeleteButton"));
    m_delete->setProperty("variant", QStringLiteral("dangerGhost"));
    setThemedIcon(m_delete, QStringLiteral("trash"), &Colors::danger);

    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::m);
    head->addWidget(m_add);
    head->addWidget(m_count, 1);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(spacing::m);
    actions->addWidget(m_makeDefault);
    actions->addWidget(m_delete);
    actions->addStretch();
    auto *overview = new QVBoxLayout(m_overview);
    overview->setContentsMargins(0, 0, 0, 0);
    overview->setSpacing(spacing::m);
    overview->addLayout(head);
    overview->addWidget(m_gallery, 1);
    overview->addWidget(m_message, 1);
    overview->addLayout(actions);
    m_editor->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::m);
    layout->addWidget(m_explanation);
    layout->addWidget(m_limits);
    layout->addWidget(m_overview, 1);
    layout->addWidget(m_editor, 1);
}

bool BackgroundsPage::isBusy() const
{
    return m_editor->isUploading();
}

// The gallery

void BackgroundsPage::load()
{
    if (m_backgrounds.all.isEmpty())
        setState(State::Loading);
    if (!m_company.mayManage()) {
        showDefaultOnly();
        return;
    }
    whenDone(m_company.backgrounds(), this,
             [this](const Result<kaleyra::Backgrounds> &backgrounds) { onLoaded(backgrounds); });
}

/// All that a service without a list tells.
void BackgroundsPage::showDefaultOnly()
{
    whenDone(m_company.company(), this, [this](const Result<kaleyra::Company> &company) {
        if (!company) {
            onLoaded(failure(company.error()));
            return;
        }
        kaleyra::Backgrounds known;
        if (company->defaultBackground)
            known = {{*company->defaultBackground}, company->defaultBackground->alias};
        onLoaded(known);
    });
}

void BackgroundsPage::onLoaded(const Result<kaleyra::Backgrounds> &backgrounds)
{
    if (!backgrounds) {
        m_error = backgrounds.error();
        setState(State::Failed);
        return;
    }
    m_backgrounds = *backgrounds;
    m_gallery->setBackgrounds(m_backgrounds);
    setState(State::Ready);
}

void BackgroundsPage::setState(State state)
{
    m_state = state;
    const bool showsGallery = state == State::Ready && !m_backgrounds.all.isEmpty();
    m_gallery->setVisible(showsGallery);
    m_message->setVisible(!showsGallery);
    retranslate();
    updateActions();
}

bool BackgroundsPage::mayAdd() const
{
    return m_state == State::Ready && m_backgrounds.all.size() < kaleyra::maximumBackgrounds;
}

void BackgroundsPage::updateActions()
{
    const QString chosen = m_gallery->chosen();
    const bool isOne = m_state == State::Ready && !chosen.isEmpty() && !m_working;
    // A station without a list may add all the same: the service knows whether there is room.
    m_add->setEnabled(mayAdd() || !m_company.mayManage());
    m_makeDefault->setEnabled(isOne && chosen != m_backgrounds.defaultAlias);
    m_delete->setEnabled(isOne);
    m_delete->setVisible(m_company.mayManage());
    m_makeDefault->setVisible(m_company.mayManage());
}

void BackgroundsPage::makeDefault()
{
    m_working = true;
    updateActions();
    whenDone(m_company.setDefaultBackground(m_gallery->chosen()), this,
             [this](const Result<kaleyra::Company> &company) {
                 m_working = false;
                 if (company)
                     emit told({Tone::Success, [] { return tr("Calls show this picture from now on."); }});
                 else
                     emit told(verdictOf(company.error()));
                 load();
             });
}

void BackgroundsPage::askBeforeDeleting()
{
    const QString alias = m_gallery->chosen();
    const bool isDefault = alias == m_backgrounds.defaultAlias;
    auto *question = new ConfirmDialog(
        [isDefault] {
            return ConfirmDialog::Words{tr("Delete this picture?"),
                                        isDefault ? tr("Calls show it now. They will show none until another one is "
                                                       "chosen, for the whole company.")
                                                  : tr("It is deleted for the whole company."),
                                        tr("Delete"), tr("Keep it")};
        },
        this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this, [this, alias] { remove(alias); });
    question->open();
}

void BackgroundsPage::remove(const QString &alias)
{
    m_working = true;
    updateActions();
    whenDone(m_company.deleteBackground(alias), this, [this](const Result<void> &deleted) {
        m_working = false;
        if (deleted)
            emit told({Tone::Success, [] { return tr("The picture was deleted."); }});
        else
            emit told(verdictOf(deleted.error()));
        load();
    });
}

void BackgroundsPage::test()
{
    if (!m_company.mayManage()) {
        whenDone(m_company.company(), this, [this](const Result<kaleyra::Company> &company) {
            if (company)
                emit told({Tone::Success, [] { return tr("The service answers."); }});
            else
                emit told(verdictOf(company.error()));
        });
        return;
    }
    whenDone(m_company.backgrounds(), this, [this](const Result<kaleyra::Backgrounds> &found) {
        if (!found) {
            emit told(verdictOf(found.error()));
            return;
        }
        emit told({Tone::Success, [count = int(found->all.size())] {
                       return tr("Kaleyra answers: %n picture(s), of which there may be 10.", nullptr, count);
                   }});
    });
}

// A new picture

void BackgroundsPage::add(const QString &path)
{
    showEditor();
    m_editor->openFile(path);
}

void BackgroundsPage::showEditor()
{
    QStringList known;
    for (const kaleyra::Background &background : std::as_const(m_backgrounds.all))
        known << background.alias;
    m_editor->setKnown(known);
    m_overview->hide();
    m_explanation->hide();
    m_editor->show();
    emit changed();
}

void BackgroundsPage::showOverview()
{
    m_editor->hide();
    m_overview->show();
    m_explanation->show();
    m_add->setFocus(Qt::OtherFocusReason);
    emit changed();
}

void BackgroundsPage::chooseFile()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    auto *which =
        new QFileDialog(this, tr("Choose a picture"), folder,
                        tr("Pictures (*.jpg *.jpeg *.png *.webp *.heic *.heif *.tif *.tiff *.bmp);;All files (*)"));
    which->setObjectName(QStringLiteral("backgroundFileDialog"));
    which->setAttribute(Qt::WA_DeleteOnClose);
    which->setFileMode(QFileDialog::ExistingFile);
    connect(which, &QFileDialog::fileSelected, this, &BackgroundsPage::add);
    which->open();
}

/// Whether there was a picture in it. During an upload there is none to be taken.
bool BackgroundsPage::take(const QMimeData *offered)
{
    if (!m_add->isEnabled() || m_editor->isUploading())
        return false;
    if (const QString path = fileIn(offered); !path.isEmpty()) {
        add(path);
        return true;
    }
    const QImage image = qvariant_cast<QImage>(offered->imageData());
    if (image.isNull())
        return false;
    showEditor();
    m_editor->openImage(image);
    return true;
}

void BackgroundsPage::paste()
{
    if (isVisible() && !take(QGuiApplication::clipboard()->mimeData()))
        emit told({Tone::Info, [] { return tr("There is no picture among what was copied."); }});
}

void BackgroundsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_add->isEnabled() && (event->mimeData()->hasImage() || !fileIn(event->mimeData()).isEmpty()))
        event->acceptProposedAction();
}

void BackgroundsPage::dropEvent(QDropEvent *event)
{
    if (take(event->mimeData()))
        event->acceptProposedAction();
}

// Words

void BackgroundsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsPage::changeEvent(event);
}

void BackgroundsPage::retranslate()
{
    m_explanation->setText(
        tr("Call pages can show a picture of the company's in the place of the room behind a person. "
           "There may be %1 pictures; the one that is chosen here is used, by everybody.")
            .arg(kaleyra::maximumBackgrounds));
    m_limits->setText(tr("This station asks another service, which adds pictures and makes them the default. It does "
                         "not list all of them, and deletes none: that is done where the API key is."));
    m_add->setText(tr("Add a picture…"));
    m_gallery->setAccessibleName(tr("The company's pictures"));
    m_makeDefault->setText(tr("Use in calls"));
    m_delete->setText(tr("Delete…"));
    const int count = int(m_backgrounds.all.size());
    if (m_state != State::Ready || !m_company.mayManage())
        m_count->setText(tr("You can also drop a picture here, or paste it."));
    else if (count >= kaleyra::maximumBackgrounds)
        m_count->setText(tr("All %1 places are taken. Delete a picture to add another one.").arg(count));
    else
        m_count->setText(tr("%1 of %2 places are taken. You can also drop a picture here, or paste it.")
                             .arg(count)
                             .arg(kaleyra::maximumBackgrounds));
    m_message->setAction({});
    switch (m_state) {
    case State::Loading:
        m_message->setIconName(QStringLiteral("clock"));
        m_message->setHeadline(tr("Getting the pictures…"));
        m_message->setSentence({});
        return;
    case State::Failed:
        m_message->setIconName(QStringLiteral("alert"), Tone::Danger);
        m_message->setHeadline(tr("The pictures could not be loaded"));
        m_message->setSentence(errorText(m_error));
        m_message->setAction(tr("Try again"), QStringLiteral("refresh"));
        return;
    case State::Ready:
        m_message->setIconName(QStringLiteral("image"));
        m_message->setHeadline(tr("No pictures yet"));
        m_message->setSentence(tr("Whoever wants a background in a call sees none until one is added."));
        return;
    }
}

} // namespace teleconsult::ui

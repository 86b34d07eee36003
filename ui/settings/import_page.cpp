#include "ui/settings/import_page.h"

#include "core/config/settings_check.h"
#include "core/files/private_file.h"
#include "ui/settings/import_words.h"
#include "ui/settings/settings_verdict.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/themed_icon.h"
#include "ui/widgets/wrapped_label.h"

#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr int listHeight = 200; ///< At 100 % text.

} // namespace

ImportPage::ImportPage(config::Settings &settings, TakeOver takeOver, QWidget *parent)
    : SettingsPage(parent),
      m_settings(settings),
      m_takeOver(std::move(takeOver)),
      m_importHint(new WrappedLabel({}, QStringLiteral("muted"), this)),
      m_choose(new QPushButton(this)),
      m_summary(new WrappedLabel(QStringLiteral("importSummary"), QStringLiteral("fieldLabel"), this)),
      m_list(new QListWidget(this)),
      m_withKey(new QCheckBox(this)),
      m_take(new QPushButton(this)),
      m_exportTitle(new WrappedLabel({}, QStringLiteral("strong"), this)),
      m_exportHint(new WrappedLabel({}, QStringLiteral("muted"), this)),
      m_saveIni(new QPushButton(this)),
      m_saveEnvironment(new QPushButton(this))
{
    build();
    connect(m_choose, &QPushButton::clicked, this, &ImportPage::chooseFile);
    connect(m_withKey, &QCheckBox::toggled, this, &ImportPage::showPreview);
    connect(m_take, &QPushButton::clicked, this, &ImportPage::take);
    connect(m_saveIni, &QPushButton::clicked, this, [this] { chooseTarget(config::ExportForm::Ini); });
    connect(m_saveEnvironment, &QPushButton::clicked, this, [this] { chooseTarget(config::ExportForm::Environment); });
    connect(&Theme::instance(), &Theme::textScaled, this, &ImportPage::fitList);
    retranslate();
}

void ImportPage::build()
{
    m_choose->setObjectName(QStringLiteral("importChooseButton"));
    m_list->setObjectName(QStringLiteral("importChanges"));
    m_list->setWordWrap(true);
    m_list->setProperty("rows", true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListWidget::Adjust);
    m_withKey->setObjectName(QStringLiteral("importWithKey"));
    m_take->setObjectName(QStringLiteral("importTakeButton"));
    m_take->setProperty("variant", QStringLiteral("primary"));
    m_saveIni->setObjectName(QStringLiteral("exportIniButton"));
    m_saveEnvironment->setObjectName(QStringLiteral("exportEnvironmentButton"));
    for (QPushButton *button : {m_choose, m_take, m_saveIni, m_saveEnvironment})
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    for (QPushButton *button : {m_saveIni, m_saveEnvironment})
        setThemedIcon(button, QStringLiteral("download"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::s);
    for (QWidget *part :
         {static_cast<QWidget *>(m_importHint), static_cast<QWidget *>(m_choose), static_cast<QWidget *>(m_summary),
          static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_withKey), static_cast<QWidget *>(m_take)})
        layout->addWidget(part);
    layout->addSpacing(spacing::l);
    for (QWidget *part : {static_cast<QWidget *>(m_exportTitle), static_cast<QWidget *>(m_exportHint),
                          static_cast<QWidget *>(m_saveIni), static_cast<QWidget *>(m_saveEnvironment)})
        layout->addWidget(part);
    layout->addStretch();
    fitList();
}

void ImportPage::fitList()
{
    m_list->setFixedHeight(scaled(listHeight));
}

// Taking over

void ImportPage::chooseFile()
{
    const QString folder = m_path.isEmpty() ? QDir::homePath() : QFileInfo(m_path).absolutePath();
    auto *which = new QFileDialog(this, tr("Choose a file of settings"), folder);
    which->setAttribute(Qt::WA_DeleteOnClose);
    which->setFileMode(QFileDialog::ExistingFile);
    connect(which, &QFileDialog::fileSelected, this, &ImportPage::readFile);
    which->open();
}

void ImportPage::readFile(const QString &path)
{
    forget();
    const Result<config::SettingsImport> read = config::readImport(path);
    if (!read) {
        const Error error = read.error();
        emit told({Tone::Danger, [error] { return importErrorText(error); }});
        return;
    }
    m_path = path;
    m_import = *read;
    m_withKey->setChecked(!read->apiKey.isEmpty());
    showPreview();
    m_list->setCurrentRow(0);
    m_list->setFocus(Qt::OtherFocusReason);
    emit told({});
}

void ImportPage::showPreview()
{
    const bool isThere = m_import.has_value();
    for (QWidget *part :
         {static_cast<QWidget *>(m_summary), static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_take)})
        part->setVisible(isThere);
    m_withKey->setVisible(isThere && !m_import->apiKey.isEmpty());
    m_list->clear();
    if (!isThere)
        return;
    const config::ImportPreview preview = config::previewOf(*m_import, m_settings);
    m_waits = preview.needsRestart;
    QStringList texts;
    for (const config::ImportChange &change : preview.changes)
        texts << importChangeText(change);
    texts << leftOutTexts(*m_import, m_withKey->isChecked());
    m_list->addItems(texts);
    const bool hasKey = m_withKey->isVisibleTo(this) && m_withKey->isChecked();
    QStringList words{
        tr("%n values change with “%1”.", nullptr, int(preview.changes.size())).arg(QFileInfo(m_path).fileName())};
    if (preview.unchanged > 0)
        words << tr("%n are like that already.", nullptr, preview.unchanged);
    if (!preview.isPossible())
        words << tr("Something else holds a value of the file, so it cannot be taken over: take that line out of it.");
    else if (m_othersChanged)
        words << tr("Save first what was changed on other pages, or wait for what goes on there.");
    m_summary->setText(words.join(QLatin1Char(' ')));
    m_take->setEnabled(preview.isPossible() && !m_othersChanged && !m_taking && (!preview.changes.isEmpty() || hasKey));
    orderTabs(this);
}

void ImportPage::setOthersChanged(bool changed)
{
    if (m_othersChanged == changed)
        return;
    m_othersChanged = changed;
    showPreview();
}

void ImportPage::take()
{
    m_taking = true;
    showPreview();
    emit changed();
    whenDone(m_takeOver(*m_import, m_withKey->isChecked()), this,
             [this](const Result<void> &taken) { onTaken(taken); });
}

void ImportPage::onTaken(const Result<void> &taken)
{
    m_taking = false;
    emit changed();
    if (!taken) {
        showPreview();
        const Error error = taken.error();
        emit told({Tone::Danger, [error] { return importErrorText(error); }});
        return;
    }
    m_choose->setFocus(Qt::OtherFocusReason); // Before what has the focus goes.
    const bool waits = m_waits;
    forget();
    emit settingsReplaced();
    emit told(savedVerdict(waits));
}

void ImportPage::forget()
{
    m_import.reset();
    showPreview();
}

// Saving into a file

void ImportPage::chooseTarget(config::ExportForm form)
{
    const bool isIni = form == config::ExportForm::Ini;
    auto *which = new QFileDialog(this, tr("Save the settings"), QDir::homePath());
    which->setAttribute(Qt::WA_DeleteOnClose);
    which->setAcceptMode(QFileDialog::AcceptSave);
    which->selectFile(isIni ? QStringLiteral("teleconsult.ini") : QStringLiteral("teleconsult.env"));
    connect(which, &QFileDialog::fileSelected, this, [this, form](const QString &path) { saveTo(path, form); });
    which->open();
}

void ImportPage::saveTo(const QString &path, config::ExportForm form)
{
    const Result<QByteArray> text = config::exportSettings(m_settings, form);
    const Result<void> saved = text ? files::writePrivateFile(path, *text) : Result<void>(failure(text.error()));
    if (saved)
        emit told({Tone::Success, [path] { return tr("Saved as %1.").arg(QDir::toNativeSeparators(path)); }});
    else
        emit told(verdictOf(saved.error()));
}

void ImportPage::test()
{
    const QList<Error> failures = config::failuresOf(*m_settings.with({})); // Which reads files anew.
    const QList<Error> all = failures + config::mistakesIn(m_settings.sources());
    if (all.isEmpty()) {
        emit told({Tone::Success, [] { return tr("Every value of the settings and of the environment is right."); }});
        return;
    }
    const bool stops = !failures.isEmpty();
    const Error first = all.first();
    const qsizetype count = all.size();
    emit told({stops ? Tone::Danger : Tone::Warning, [stops, first, count] {
                   const QString words = stops ? errorText(first) : mistakeText(first);
                   return count == 1 ? words : QStringLiteral("%1 (1/%2)").arg(words).arg(count);
               }});
}

// Words

void ImportPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsPage::changeEvent(event);
}

void ImportPage::retranslate()
{
    m_importHint->setText(tr("Takes over what another installation was told: the JSON configuration or the environment "
                             "file of the original Teleconsultation Service, or settings that Teleconsult has saved. "
                             "What the file would change is shown first."));
    m_choose->setText(tr("Choose a file…"));
    m_list->setAccessibleName(tr("What the file changes"));
    m_withKey->setText(tr("Put its API key into the store for secrets"));
    m_take->setText(tr("Import"));
    m_exportTitle->setText(tr("Save into a file"));
    m_exportHint->setText(
        tr("All values that are not the defaults, for another computer. Secrets are not among them."));
    m_saveIni->setText(tr("As a file of settings…"));
    m_saveEnvironment->setText(tr("As an environment file…"));
    showPreview();
}

} // namespace teleconsult::ui

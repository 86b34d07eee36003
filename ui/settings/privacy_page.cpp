#include "ui/settings/privacy_page.h"

#include "core/files/private_file.h"
#include "core/support/support_report.h"
#include "ui/theme/theme.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/themed_icon.h"
#include "ui/widgets/wrapped_label.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

namespace {

using support::StorageKind;

constexpr int reportHeight = 240; ///< At 100 % text.

QString titleOf(StorageKind kind)
{
    switch (kind) {
    case StorageKind::Records:
        return PrivacyPage::tr("Consultations and their participants");
    case StorageKind::Settings:
        return PrivacyPage::tr("Settings");
    case StorageKind::Policy:
        return PrivacyPage::tr("Policy of this computer");
    case StorageKind::Secrets:
        return PrivacyPage::tr("API key and other secrets");
    case StorageKind::Log:
        return PrivacyPage::tr("Log, without names and links");
    case StorageKind::SiteData:
        return PrivacyPage::tr("Data of the call page (cookies and the like)");
    case StorageKind::Sandbox:
        return PrivacyPage::tr("What the sandbox keeps");
    case StorageKind::Downloads:
        return PrivacyPage::tr("Files from calls");
    case StorageKind::CrashDumps:
        return PrivacyPage::tr("Crash dumps: the system's, Teleconsult writes none");
    }
    Q_UNREACHABLE();
}

QString folderOf(const support::StoragePlace &place)
{
    const QFileInfo file(place.path);
    return file.isDir() ? place.path : file.absolutePath();
}

/// Paths are long words: where there is too little room, they break after a folder.
QString breakable(QString path)
{
    return path.replace(QLatin1Char('/'), QStringLiteral("/\u200b"));
}

} // namespace

PrivacyPage::PrivacyPage(PrivacyParts parts, QWidget *parent)
    : SettingsPage(parent),
      m_parts(std::move(parts)),
      m_placesTitle(new WrappedLabel({}, QStringLiteral("strong"), this)),
      m_siteTitle(new WrappedLabel({}, QStringLiteral("strong"), this)),
      m_siteHint(new WrappedLabel({}, QStringLiteral("muted"), this)),
      m_clear(new QPushButton(this)),
      m_reportTitle(new WrappedLabel({}, QStringLiteral("strong"), this)),
      m_reportHint(new WrappedLabel({}, QStringLiteral("muted"), this)),
      m_make(new QPushButton(this)),
      m_report(new QPlainTextEdit(this)),
      m_save(new QPushButton(this))
{
    build();
    connect(m_clear, &QPushButton::clicked, this, &PrivacyPage::askBeforeClearing);
    connect(m_make, &QPushButton::clicked, this, &PrivacyPage::makeReport);
    connect(m_save, &QPushButton::clicked, this, &PrivacyPage::chooseFile);
    retranslate();
    measure();
}

void PrivacyPage::build()
{
    m_clear->setObjectName(QStringLiteral("siteDataClearButton"));
    m_clear->setProperty("variant", QStringLiteral("dangerGhost"));
    setThemedIcon(m_clear, QStringLiteral("trash"), &Colors::danger);
    m_make->setObjectName(QStringLiteral("reportMakeButton"));
    m_save->setObjectName(QStringLiteral("reportSaveButton"));
    m_save->setProperty("variant", QStringLiteral("primary"));
    setThemedIcon(m_save, QStringLiteral("download"), &Colors::onAccent);
    m_report->setObjectName(QStringLiteral("reportText"));
    m_report->setReadOnly(true);
    m_report->setTabChangesFocus(true);
    m_report->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_report->setFixedHeight(scaled(reportHeight));
    connect(&Theme::instance(), &Theme::textScaled, m_report,
            [this] { m_report->setFixedHeight(scaled(reportHeight)); });
    m_report->hide();
    m_save->hide();
    for (QPushButton *button : {m_clear, m_make, m_save})
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);

    auto *places = new QFrame(this);
    places->setProperty("card", true);
    auto *list = new QVBoxLayout(places);
    list->setContentsMargins(spacing::l, spacing::m, spacing::m, spacing::m);
    list->setSpacing(spacing::m);
    const QList<support::StoragePlace> all = m_parts.places();
    for (const support::StoragePlace &place : all)
        addRow(place, places);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::s);
    for (QWidget *part : {static_cast<QWidget *>(m_placesTitle), static_cast<QWidget *>(places)})
        layout->addWidget(part);
    layout->addSpacing(spacing::l);
    for (QWidget *part :
         {static_cast<QWidget *>(m_siteTitle), static_cast<QWidget *>(m_siteHint), static_cast<QWidget *>(m_clear)})
        layout->addWidget(part);
    layout->addSpacing(spacing::l);
    for (QWidget *part :
         {static_cast<QWidget *>(m_reportTitle), static_cast<QWidget *>(m_reportHint), static_cast<QWidget *>(m_make),
          static_cast<QWidget *>(m_report), static_cast<QWidget *>(m_save)})
        layout->addWidget(part);
    layout->addStretch();
}

void PrivacyPage::addRow(const support::StoragePlace &place, QWidget *box)
{
    Row row{
        place,
        {},
        new WrappedLabel({}, QStringLiteral("fieldLabel"), box),
        new WrappedLabel({}, QStringLiteral("muted"), box),
        new IconButton(QStringLiteral("placeOpen_") + support::toCode(place.kind), QStringLiteral("external"), box)};
    row.path->setObjectName(QStringLiteral("place_") + support::toCode(place.kind));
    row.path->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row.open->hide();
    connect(row.open, &IconButton::clicked, this, [this, place] { m_parts.openFolder(folderOf(place)); });
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(row.title);
    words->addWidget(row.path);
    auto *line = new QHBoxLayout;
    line->addLayout(words, 1);
    line->addWidget(row.open);
    qobject_cast<QVBoxLayout *>(box->layout())->addLayout(line);
    m_rows << row;
}

void PrivacyPage::measure()
{
    QList<support::StoragePlace> places;
    for (const Row &row : std::as_const(m_rows))
        places << row.place;
    const auto look = [places] {
        QList<support::StorageSize> sizes;
        for (const support::StoragePlace &place : places)
            sizes << support::sizeOf(place);
        return sizes;
    };
    m_disk.run(look).then(this, [this](const QList<support::StorageSize> &sizes) {
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            m_rows[i].size = sizes.value(i);
            m_rows.at(i).open->setVisible(sizes.value(i).exists);
        }
        retranslate();
        orderTabs(this);
    });
}

// Data of the call page

void PrivacyPage::askBeforeClearing()
{
    auto *question = new ConfirmDialog(
        [] {
            return ConfirmDialog::Words{tr("Clear the call page's data?"),
                                        tr("Cookies and what else call pages have kept on this computer is deleted. "
                                           "Consultations, settings and files from calls stay."),
                                        tr("Clear"), tr("Keep it")};
        },
        this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this, &PrivacyPage::clear);
    question->open();
}

void PrivacyPage::clear()
{
    const Result<void> cleared = m_parts.clearSiteData();
    measure();
    if (cleared) {
        emit told({Tone::Success, [] { return tr("The call page's data is gone."); }});
    } else if (cleared.error().kind == Error::Kind::Conflict) {
        emit told({Tone::Warning, [] {
                       return tr("A call, a device check or a download is still going on. Leave it, then try again.");
                   }});
    } else {
        emit told({Tone::Danger,
                   [] { return tr("Not everything could be deleted. Check who owns the folder, then try again."); }});
    }
}

// The report

void PrivacyPage::makeReport()
{
    m_make->setEnabled(false);
    whenDone(m_parts.examine(), this, [this](const Result<QList<checks::Check>> &found) {
        m_make->setEnabled(true);
        m_report->setPlainText(QString::fromUtf8(m_parts.writeReport(found.value_or(QList<checks::Check>()))));
        m_report->show();
        m_save->show();
        m_report->setFocus(Qt::OtherFocusReason);
        orderTabs(this);
        QMetaObject::invokeMethod(this, &PrivacyPage::bringReportIntoView,
                                  Qt::QueuedConnection); // once it has its place
        emit told({Tone::Info, [] { return tr("Read it before you save it."); }});
    });
}

void PrivacyPage::test()
{
    whenDone(m_parts.examine(), this, [this](const Result<QList<checks::Check>> &found) {
        const QList<checks::Check> all = found.value_or(QList<checks::Check>());
        const auto isProblem = [](const checks::Check &check) { return check.state == checks::Check::State::Problem; };
        const int problems = int(std::count_if(all.begin(), all.end(), isProblem));
        if (problems == 0)
            emit told({Tone::Success, [] { return tr("Everything was looked at, and nothing has to be mended."); }});
        else
            emit told({Tone::Danger, [problems] {
                           return tr("%n things have to be mended. The report says which, and how.", nullptr, problems);
                       }});
    });
}

void PrivacyPage::bringReportIntoView()
{
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(m_save, 0, spacing::xxl);
    }
}

void PrivacyPage::chooseFile()
{
    const QString folder = m_folder.isEmpty() ? QDir::homePath() : m_folder;
    auto *which = new QFileDialog(this, tr("Save the report"), folder, tr("Text") + QStringLiteral(" (*.txt)"));
    which->setAttribute(Qt::WA_DeleteOnClose);
    which->setAcceptMode(QFileDialog::AcceptSave);
    which->selectFile(support::reportName(QDateTime::currentDateTime()));
    connect(which, &QFileDialog::fileSelected, this, &PrivacyPage::saveTo);
    which->open();
}

void PrivacyPage::saveTo(const QString &path)
{
    m_folder = QFileInfo(path).absolutePath();
    const Result<void> saved = files::writePrivateFile(path, m_report->toPlainText().toUtf8());
    if (saved) {
        emit told({Tone::Success, [path] { return tr("Saved as %1.").arg(QDir::toNativeSeparators(path)); }});
        return;
    }
    emit told(verdictOf(saved.error()));
}

// Words

void PrivacyPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SettingsPage::changeEvent(event);
}

void PrivacyPage::retranslate()
{
    m_placesTitle->setText(tr("What is stored where"));
    m_siteTitle->setText(tr("Data of the call page"));
    m_siteHint->setText(tr("Call pages keep cookies and settings here, as in a browser. Clear them when a station "
                           "changes hands, or when calls do not start. Not possible during a call."));
    m_clear->setText(tr("Clear the call page's data…"));
    m_reportTitle->setText(tr("Support report"));
    m_reportHint->setText(tr("One text for somebody who helps from afar: versions, what is wrong, settings and where "
                             "they come from, and the last lines of the log. It names no patients and holds neither "
                             "keys nor links. Nothing is sent by itself."));
    m_make->setText(tr("Make a report"));
    m_report->setAccessibleName(tr("Support report"));
    m_save->setText(tr("Save the report…"));
    for (const Row &row : std::as_const(m_rows))
        retranslate(row);
}

void PrivacyPage::retranslate(const Row &row) const
{
    row.title->setText(titleOf(row.place.kind));
    QString words = breakable(QDir::toNativeSeparators(row.place.path));
    if (words.isEmpty() && row.place.kind == StorageKind::Secrets)
        words = tr("In the desktop's keychain");
    else if (words.isEmpty())
        words = row.place.elsewhere.isEmpty() ? tr("Nowhere on this computer") : row.place.elsewhere;
    else if (!row.size.exists)
        words = tr("%1 (not there)").arg(words);
    else if (row.place.isOurs)
        words = tr("%1 (%2)").arg(words, QLocale().formattedDataSize(row.size.bytes));
    row.path->setText(words);
    row.open->setWords(tr("Open the folder: %1").arg(row.title->text()), tr("Open the folder"));
}

} // namespace teleconsult::ui

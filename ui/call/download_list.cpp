#include "ui/call/download_list.h"

#include "ui/call/call_engine.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/banner.h"

#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QLocale>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace teleconsult::ui {

namespace {

constexpr int wholePercent = 100;
const QString rowName = QStringLiteral("downloadBanner");

void makeEdge(Banner *banner)
{
    banner->setProperty("edge", true);
    banner->layout()->setContentsMargins(spacing::xl, spacing::xs, spacing::l, spacing::xs);
    banner->setDismissable(true);
}

} // namespace

/// The banner of one file. Its words are the list's.
class DownloadList::Row : public Banner
{
public:
    Row(CallDownload *download, DownloadList *list)
        : Banner(Tone::Info, list),
          m_list(list),
          m_download(download),
          m_isFolderFixed(list->m_isFolderFixed),
          m_cancel(addAction(QStringLiteral("cancelDownload"))),
          m_open(addAction(QStringLiteral("openDownloadFolder"))),
          m_change(addAction(QStringLiteral("changeDownloadFolder")))
    {
        setObjectName(rowName);
        makeEdge(this);
        connect(download, &CallDownload::changed, this, &Row::update);
        connect(m_cancel, &QPushButton::clicked, download, &CallDownload::cancel);
        connect(m_open, &QPushButton::clicked, this,
                [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder)); });
        connect(m_change, &QPushButton::clicked, list, &DownloadList::folderChangeRequested);
        connect(this, &Banner::dismissed, list, &DownloadList::dismissed);
        connect(this, &Banner::dismissed, this, &QObject::deleteLater);
        update();
    }

    bool isRunning() const { return m_state == CallDownload::State::Running; }
    bool isTold() const { return m_isTold; }

protected:
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            retranslate();
        Banner::changeEvent(event);
    }
    void hideEvent(QHideEvent *event) override
    {
        m_isTold = !isRunning();
        Banner::hideEvent(event);
    }

private:
    void update()
    {
        const bool wasRunning = isRunning();
        m_state = m_download->state();
        m_name = m_download->fileName();
        m_folder = m_download->folder();
        m_received = m_download->received();
        m_total = m_download->total();
        retranslate();
        m_isTold = !isRunning() && isVisible();
        if (wasRunning && !isRunning() && !isVisible())
            emit m_list->endedUnseen(text(), m_state == CallDownload::State::Saved);
    }

    void retranslate()
    {
        using State = CallDownload::State;
        m_cancel->setText(DownloadList::tr("Cancel"));
        m_open->setText(DownloadList::tr("Open folder"));
        m_change->setText(DownloadList::tr("Change folder"));
        m_cancel->setVisible(m_state == State::Running);
        m_open->setVisible(m_state == State::Saved);
        m_change->setVisible(m_state == State::Saved && !m_isFolderFixed);
        setTone(m_state == State::Saved ? Tone::Success : m_state == State::Failed ? Tone::Danger : Tone::Info);
        setIconName(m_state == State::Saved    ? QStringLiteral("check")
                    : m_state == State::Failed ? QStringLiteral("alert")
                                               : QStringLiteral("download"));
        setText(sentence(), !isRunning());
    }

    QString sentence() const
    {
        switch (m_state) {
        case CallDownload::State::Running:
            if (m_total > 0)
                return DownloadList::tr("Saving %1: %2 % of %3")
                    .arg(m_name)
                    .arg(m_received * wholePercent / m_total)
                    .arg(QLocale().formattedDataSize(m_total));
            return DownloadList::tr("Saving %1: %2").arg(m_name, QLocale().formattedDataSize(m_received));
        case CallDownload::State::Saved:
            return DownloadList::tr("%1 was saved in %2.").arg(m_name, QDir::toNativeSeparators(m_folder));
        case CallDownload::State::Failed:
            return DownloadList::tr("%1 did not arrive in full and was not saved. Ask for it again in the call.")
                .arg(m_name);
        case CallDownload::State::Cancelled:
            return DownloadList::tr("%1 was not saved.").arg(m_name);
        }
        Q_UNREACHABLE();
    }

    DownloadList *m_list;
    CallDownload *m_download; ///< Read while it speaks only: it goes once it has ended, or with the engine.
    bool m_isFolderFixed;
    CallDownload::State m_state = CallDownload::State::Running;
    bool m_isTold = false; ///< How it ended was on the screen.
    QString m_name;
    QString m_folder;
    qint64 m_received = 0;
    qint64 m_total = -1;
    QPushButton *m_cancel;
    QPushButton *m_open;
    QPushButton *m_change;
};

DownloadList::DownloadList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void DownloadList::add(CallDownload *download)
{
    place(new Row(download, this));
    watch(download);
}

void DownloadList::watch(CallDownload *download)
{
    using State = CallDownload::State;
    if (download->state() != State::Running)
        return;
    m_arriving.insert(download);
    connect(download, &CallDownload::changed, this, [this, download] {
        if (download->state() != State::Running && m_arriving.remove(download))
            emit ended(download->state() == State::Failed);
    });
    connect(download, &QObject::destroyed, this, [this, download] { m_arriving.remove(download); });
}

void DownloadList::tellRefused()
{
    if (!m_refusal) {
        m_refusal = new Banner(Tone::Warning, this);
        m_refusal->setObjectName(QStringLiteral("callBanner"));
        makeEdge(m_refusal);
        connect(m_refusal, &Banner::dismissed, this, &DownloadList::dismissed);
        place(m_refusal);
    }
    updateRefusal();
    m_refusal->hide(); // A second file is announced as well.
    m_refusal->show();
}

void DownloadList::clearFinished()
{
    for (Banner *banner : findChildren<Banner *>(rowName, Qt::FindDirectChildrenOnly)) {
        auto *row = static_cast<Row *>(banner);
        if (row->isRunning() || !row->isTold())
            continue;
        row->hide();
        row->deleteLater();
    }
    if (m_refusal)
        m_refusal->hide();
}

void DownloadList::place(Banner *banner)
{
    m_layout->addWidget(banner);
    banner->show();
}

void DownloadList::updateRefusal()
{
    if (m_refusal)
        m_refusal->setText(
            DownloadList::tr("The file was not saved: it is not from this call, or its folder cannot be written to."));
}

void DownloadList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateRefusal();
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui

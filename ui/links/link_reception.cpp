#include "ui/links/link_reception.h"

#include "core/domain/teleconsultation_link.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/error_text.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QEvent>
#include <QMimeData>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace teleconsult::ui {

namespace {

/// What is there sooner needs no word.
constexpr std::chrono::seconds patience{1};

/// What was dropped, as one text: a link from a browser is a URL, one from a letter may be text only.
QString droppedText(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    if (urls.size() == 1)
        return urls.first().toString(QUrl::FullyEncoded);
    return data.text();
}

} // namespace

LinkReception::LinkReception(service::TeleconsultationService &service, std::function<bool()> isBusy, QWidget *window)
    : QWidget(window), m_service(service), m_isBusy(std::move(isBusy))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, [this] { say(Word::Looking); });
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

void LinkReception::take(const QString &text)
{
    const QString link = text.trimmed();
    if (const std::optional<QString> id = consultationOfLink(link))
        takeId(*id);
    else
        say(link.isEmpty() ? Word::Nothing : Word::NoLink);
}

void LinkReception::takeFromClipboard()
{
    take(QGuiApplication::clipboard()->text().left(maximumLinkLength + 1));
}

void LinkReception::takeId(const QString &id)
{
    if (m_isHeld)
        m_kept = id;
    else if (m_isBusy())
        say(Word::CallOn);
    else if (isUnsettled())
        say(Word::Unsettled);
    else
        look(id);
}

void LinkReception::hold(bool held)
{
    m_isHeld = held;
    if (!held && m_kept)
        takeId(*std::exchange(m_kept, {}));
}

bool LinkReception::isUnsettled() const
{
    return QApplication::activeModalWidget() && QApplication::activeModalWidget() != window();
}

void LinkReception::look(const QString &id)
{
    withdraw();
    m_patience.start();
    whenDone(m_service.find(id), this, [this, attempt = m_attempt](const Result<Teleconsultation> &consultation) {
        if (attempt != m_attempt)
            return;
        withdraw();
        if (!consultation && !isNotFound(consultation.error()))
            m_error = consultation.error();
        if (!consultation)
            say(isNotFound(consultation.error()) ? Word::NotThere : Word::Failed);
        else if (m_isHeld)
            m_kept = consultation->id; // Meanwhile, as below.
        else if (m_isBusy())
            say(Word::CallOn);
        else if (isUnsettled())
            say(Word::Unsettled);
        else
            emit found(*consultation);
    });
}

void LinkReception::withdraw()
{
    ++m_attempt;
    m_patience.stop();
    hide();
    if (m_banner)
        m_banner->hide();
}

void LinkReception::say(Word word)
{
    if (word != Word::Looking)
        withdraw();
    m_word = word;
    if (!m_banner) {
        m_banner = new Banner(Tone::Warning, this);
        m_banner->setObjectName(QStringLiteral("linkBanner"));
        m_banner->setProperty("edge", true);
        m_banner->layout()->setContentsMargins(spacing::xl, spacing::xs, spacing::l, spacing::xs);
        m_banner->setDismissable(true);
        connect(m_banner, &Banner::dismissed, this, &LinkReception::withdraw);
        layout()->addWidget(m_banner);
    }
    const bool isRefusal = word != Word::Looking;
    m_banner->setTone(isRefusal ? Tone::Warning : Tone::Info);
    m_banner->setIconName(isRefusal ? QStringLiteral("alert") : QStringLiteral("clock"));
    m_banner->hide(); // What is said again is announced again.
    retranslate();
    show();
    m_banner->show();
}

QString LinkReception::words() const
{
    switch (m_word) {
    case Word::Nothing:
        return tr("There is no link to open. Copy the link of a consultation first.");
    case Word::NoLink:
        return tr("This is not the link of a consultation. Nothing was opened.");
    case Word::CallOn:
        return tr("A call is on. Leave it before you open another consultation.");
    case Word::Unsettled:
        return tr("Finish what is open first, then open the consultation again.");
    case Word::NotThere:
        return tr("The link leads to a consultation that is not here. It may have been deleted, or belong to another "
                  "clinic.");
    case Word::Failed:
        return tr("The consultation could not be opened. %1").arg(errorText(m_error));
    case Word::Looking:
        return tr("The consultation is being looked for…");
    }
    Q_UNREACHABLE();
}

void LinkReception::retranslate()
{
    if (m_banner)
        m_banner->setText(words());
}

bool LinkReception::eventFilter(QObject *watched, QEvent *event)
{
    // What is dropped is looked at when it is let go: that it is no link can only be said then.
    const bool isDrag = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove;
    if (!isDrag && event->type() != QEvent::Drop)
        return QWidget::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    if (!drop->mimeData()->hasUrls() && !drop->mimeData()->hasText())
        return QWidget::eventFilter(watched, event);
    // Never a move: the other program keeps what it has.
    drop->setDropAction(drop->possibleActions() & Qt::LinkAction ? Qt::LinkAction : Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop)
        take(droppedText(*drop->mimeData()));
    return true;
}

void LinkReception::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace teleconsult::ui

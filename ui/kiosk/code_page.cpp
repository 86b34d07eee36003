#include "ui/kiosk/code_page.h"

#include "ui/theme/theme.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/themed_icon.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>

#include <utility>

namespace teleconsult::ui {

namespace {

constexpr int columns = 8;
constexpr int widthWithCamera = 900;
constexpr int widthWithout = 640;

} // namespace

CodePage::CodePage(service::Appointments &appointments, const config::Settings &settings, ScanPanel::Open openCamera,
                   QWidget *parent)
    : ChoicePage(QStringLiteral("kioskCode"), parent),
      m_appointments(appointments),
      m_settings(settings),
      m_scan(new ScanPanel(std::move(openCamera), this)),
      m_halves(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_shown(new QLabel(this)),
      m_keypad(new QWidget(this)),
      m_erase(new QPushButton(this)),
      m_back(addChoice(QStringLiteral("Back"), {}, QStringLiteral("chevron-left")))
{
    setFocusPolicy(Qt::StrongFocus);
    m_shown->setObjectName(QStringLiteral("kioskCodeShown"));
    m_shown->setProperty("role", QStringLiteral("kioskCode"));
    m_shown->setAlignment(Qt::AlignCenter);
    m_shown->setTextFormat(Qt::PlainText);
    makeKeys();
    auto *byHand = new QVBoxLayout;
    byHand->setSpacing(spacing::l);
    byHand->addWidget(m_shown);
    byHand->addWidget(m_keypad);
    byHand->addStretch();
    auto *halves = new QWidget(this);
    halves->setLayout(m_halves);
    m_halves->setContentsMargins(0, 0, 0, 0);
    m_halves->setSpacing(spacing::xl);
    m_halves->addWidget(m_scan, 2);
    m_halves->addLayout(byHand, 3);
    addContent(halves, 1);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &CodePage::updateState);
    connect(m_back, &QPushButton::clicked, this, &CodePage::backRequested);
    connect(m_scan, &ScanPanel::codeRead, this, &CodePage::onScanned);
    retranslate();
}

void CodePage::makeKeys()
{
    auto *grid = new QGridLayout(m_keypad);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(spacing::s);
    const auto place = [grid](QPushButton *key, int row, int column, int width) {
        key->setProperty("kiosk", true);
        key->setFocusPolicy(Qt::TabFocus);
        const auto fit = [key] { key->setFixedHeight(scaled(size::control)); };
        fit();
        connect(&Theme::instance(), &Theme::changed, key, fit); // as makeKioskButton()
        grid->addWidget(key, row, column, 1, width);
    };
    const QString alphabet = appointmentAlphabet();
    for (int i = 0; i < alphabet.size(); ++i) {
        const QChar character = alphabet.at(i);
        auto *key = new QPushButton(character, m_keypad);
        key->setObjectName(QStringLiteral("kioskKey%1").arg(character));
        key->setProperty("variant", QStringLiteral("key"));
        connect(key, &QPushButton::clicked, this, [this, character] { press(character); });
        place(key, i / columns, i % columns, 1);
        m_keys << key;
    }
    m_erase->setObjectName(QStringLiteral("kioskEraseButton"));
    connect(m_erase, &QPushButton::clicked, this, &CodePage::erase);
    place(m_erase, int(alphabet.size()) / columns, 0, columns);
    setThemedIcon(m_erase, QStringLiteral("chevron-left")); // now that it is a kiosk's
}

void CodePage::reset()
{
    ++m_round;
    m_entered.clear();
    m_isLooking = false;
    m_error.reset();
    m_scan->end();
    const bool hasCamera = !m_settings.devices().withoutCamera;
    m_scan->setVisible(hasCamera);
    setColumnWidth(hasCamera ? widthWithCamera : widthWithout);
    updateState();
}

void CodePage::press(QChar character)
{
    if (m_isLooking || m_entered.size() >= appointmentCodeLength || m_appointments.wait().count() > 0)
        return;
    m_error.reset();
    m_entered += character;
    updateState();
    if (m_entered.size() == appointmentCodeLength)
        lookUp();
}

/// What was typed so far does not count: it may be somebody's who has given up.
void CodePage::onScanned(const QString &code)
{
    if (m_isLooking || m_appointments.wait().count() > 0)
        return;
    m_error.reset();
    m_entered = code;
    lookUp();
}

void CodePage::erase()
{
    if (m_isLooking || m_entered.isEmpty())
        return;
    m_entered.chop(1);
    updateState();
}

void CodePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Backspace) {
        erase();
        return;
    }
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (isPlain && event->text().size() == 1) {
        QChar character = event->text().at(0).toUpper();
        if (character == QLatin1Char('O'))
            character = QLatin1Char('0');
        else if (character == QLatin1Char('I') || character == QLatin1Char('L'))
            character = QLatin1Char('1');
        if (appointmentAlphabet().contains(character))
            press(character);
        return;
    }
    ChoicePage::keyPressEvent(event);
}

void CodePage::lookUp()
{
    m_isLooking = true;
    m_scan->end();
    updateState();
    whenDone(m_appointments.find(m_entered), this, [this, round = m_round](const Result<Appointment> &answer) {
        if (round == m_round)
            onAnswer(answer);
    });
}

void CodePage::onAnswer(const Result<Appointment> &answer)
{
    m_isLooking = false;
    m_entered.clear();
    if (!answer)
        m_error = answer.error();
    updateState();
    setFocus(Qt::OtherFocusReason);
    if (answer)
        emit found(*answer);
}

void CodePage::updateState()
{
    const int seconds = int(m_appointments.wait().count());
    const bool pauses = seconds > 0;
    if (pauses != m_tick.isActive())
        pauses ? m_tick.start() : m_tick.stop();
    for (QPushButton *key : std::as_const(m_keys))
        key->setEnabled(!pauses && !m_isLooking);
    m_erase->setEnabled(!m_isLooking && !m_entered.isEmpty());
    m_scan->setEnabled(!pauses && !m_isLooking);
    setSentence(m_isLooking ? tr("Your appointment is being looked for…")
                            : tr("It is on your slip, or the reception has told you."));
    const QString dots(appointmentCodeLength - m_entered.size(), QChar(0x2022));
    m_shown->setText(groupedAppointmentCode(m_entered + dots));
    // For somebody who listens, character by character.
    m_shown->setAccessibleName(m_entered.isEmpty() ? tr("Nothing entered yet")
                                                   : m_entered.split(QString()).join(QLatin1Char(' ')).trimmed());
    if (pauses)
        setProblem(tr("Too many wrong codes. Wait %n second(s), or ask at the reception.", nullptr, seconds));
    else if (m_isLooking)
        setProblem({});
    else if (m_error && m_error->code == QLatin1String("appointment_unknown"))
        setProblem(tr("This code is not known now. Check it, or ask at the reception."));
    else if (m_error && m_error->kind == Error::Kind::Storage)
        setProblem(tr("This kiosk cannot read codes yet. Ask at the reception."));
    else if (m_error)
        setProblem(tr("The appointments cannot be looked up now. Try again in a moment, or ask at the reception."));
    else
        setProblem({});
}

void CodePage::retranslate()
{
    setHeadline(tr("Enter your code"));
    m_keypad->setAccessibleName(tr("Keys"));
    m_erase->setText(tr("Delete the last one"));
    m_back->setText(tr("Back"));
    updateState();
}

/// Side by side, or one above the other on an upright screen.
void CodePage::resizeEvent(QResizeEvent *event)
{
    ChoicePage::resizeEvent(event);
    m_halves->setDirection(width() > height() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void CodePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    ChoicePage::changeEvent(event);
}

} // namespace teleconsult::ui

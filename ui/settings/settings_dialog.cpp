#include "ui/settings/settings_dialog.h"

#include "ui/settings/settings_verdict.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/content_scroll.h"
#include "ui/widgets/scroll_bar_room.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/themed_icon.h"
#include "ui/widgets/wrapped_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace teleconsult::ui {

namespace {

constexpr QSize preferredSize(960, 720);
constexpr int minimumPageHeight = 160;

/// What a person has to do something about weighs more.
int weightOf(const SettingsVerdict &verdict)
{
    if (!verdict.text)
        return 0;
    switch (verdict.tone) {
    case Tone::Danger:
        return 4;
    case Tone::Warning:
        return 3;
    case Tone::Success:
        return 1;
    default:
        return 2;
    }
}

} // namespace

SettingsDialog::SettingsDialog(QList<SettingsPageEntry> entries, QWidget *parent)
    : FramedDialog(QStringLiteral("settings"), parent),
      m_entries(std::move(entries)),
      m_made(m_entries.size(), nullptr),
      m_list(new QListWidget(this)),
      m_pageTitle(new WrappedLabel(QStringLiteral("settingsPageTitle"), QStringLiteral("title"), this)),
      m_note(new Banner(Tone::Warning, this)),
      m_stack(new QStackedWidget(this)),
      m_banner(new Banner(Tone::Success, this)),
      m_test(new QPushButton(this)),
      m_close(addButton(QStringLiteral("Close"))),
      m_save(addButton(QStringLiteral("Save"), QStringLiteral("primary")))
{
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsDialog::showIndex);
    connect(m_test, &QPushButton::clicked, this, &SettingsDialog::test);
    connect(m_close, &QPushButton::clicked, this, &SettingsDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &SettingsDialog::save);
    connect(&Theme::instance(), &Theme::textScaled, this, &SettingsDialog::fitList);
    for (const auto &[keys, by] : {std::pair(Qt::Key_PageUp, -1), std::pair(Qt::Key_PageDown, 1)}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | keys), this);
        connect(shortcut, &QShortcut::activated, this, [this, by = by] { step(by); });
    }
    retranslate();
    m_list->setCurrentRow(0);
    sizeToScreen(this, preferredSize);
}

void SettingsDialog::build()
{
    m_list->setObjectName(QStringLiteral("settingsPages"));
    m_list->setProperty("pages", true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const SettingsPageEntry &entry : std::as_const(m_entries))
        m_list->addItem(new QListWidgetItem(themedIcon(entry.iconName), QString()));
    m_note->setObjectName(QStringLiteral("settingsNote"));
    m_note->setIconName(QStringLiteral("alert"));
    m_note->hide();
    m_banner->setObjectName(QStringLiteral("settingsBanner"));
    m_banner->setDismissable(true);
    m_banner->hide();
    m_test->setObjectName(QStringLiteral("settingsTestButton"));
    m_test->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);

    auto *right = new QVBoxLayout;
    right->setSpacing(spacing::m);
    right->addWidget(m_pageTitle);
    right->addWidget(m_note);
    right->addWidget(m_stack, 1);
    right->addWidget(m_banner);
    auto *body = new QWidget(this);
    auto *columns = new QHBoxLayout(body);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(spacing::xl);
    columns->addWidget(m_list);
    columns->addLayout(right, 1);
    setContent(body);
    auto *testArea = new QWidget(this);
    auto *testLayout = new QHBoxLayout(testArea);
    testLayout->setContentsMargins(0, 0, 0, 0);
    testLayout->addWidget(m_test);
    testLayout->addStretch(1);
    addToFoot(testArea);
}

void SettingsDialog::showPage(const QString &id)
{
    for (int i = 0; i < int(m_entries.size()); ++i) {
        if (m_entries.at(i).id == id) {
            m_list->setCurrentRow(i);
            return;
        }
    }
    m_list->setCurrentRow(0);
}

SettingsPage *SettingsDialog::page(const QString &id) const
{
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        if (m_entries.at(i).id == id)
            return m_made.at(i);
    }
    return nullptr;
}

SettingsPage *SettingsDialog::current() const
{
    return m_made.value(m_list->currentRow());
}

SettingsPage *SettingsDialog::makePage(int index)
{
    SettingsPage *made = m_entries.at(index).make();
    m_made[index] = made;
    made->setObjectName(QStringLiteral("settingsPage_") + m_entries.at(index).id);
    connect(made, &SettingsPage::changed, this, &SettingsDialog::updateState);
    connect(made, &SettingsPage::told, this, [this, made](const SettingsVerdict &verdict) { onTold(made, verdict); });
    connect(made, &SettingsPage::applied, this,
            [this, made](bool saved, const SettingsVerdict &verdict) { onApplied(made, saved, verdict); });
    connect(made, &SettingsPage::settingsReplaced, this, [this, made] { dropOthers(made); });
    auto *scroll = new ContentScroll(made, m_stack);
    scroll->setMinimumHeight(
        minimumPageHeight); // The dialog keeps its size, whatever a page and its banner would like.
    m_stack->addWidget(scroll);
    return made;
}

void SettingsDialog::showIndex(int index)
{
    if (index < 0)
        return;
    SettingsPage *chosen = m_made.at(index) ? m_made.at(index) : makePage(index);
    for (int i = 0; i < m_stack->count(); ++i) {
        if (qobject_cast<QScrollArea *>(m_stack->widget(i))->widget() == chosen)
            m_stack->setCurrentIndex(i);
    }
    m_pageTitle->setText(m_entries.at(index).title());
    showNote();
    m_test->setEnabled(true);
    unsay();
    if (const SettingsVerdict waiting = m_waiting.take(chosen); waiting.text)
        say(waiting);
    updateState();
    orderTabs(this);
}

void SettingsDialog::onTold(SettingsPage *page, const SettingsVerdict &verdict)
{
    if (page != current()) {
        m_waiting.insert(page, verdict);
        return;
    }
    m_test->setEnabled(true);
    verdict.text ? say(verdict) : unsay();
}

void SettingsDialog::showNote()
{
    const SettingsPageEntry &entry = m_entries.at(m_list->currentRow());
    m_note->setText(entry.note ? entry.note() : QString());
    m_note->setVisible(!m_note->text().isEmpty());
}

void SettingsDialog::step(int by)
{
    const int count = m_list->count();
    m_list->setCurrentRow((m_list->currentRow() + by + count) % count);
}

/// They show what was saved before, and are made anew when they are next looked at.
void SettingsDialog::dropOthers(const SettingsPage *kept)
{
    for (SettingsPage *&made : m_made) {
        if (!made || made == kept)
            continue;
        for (int i = m_stack->count() - 1; i >= 0; --i) {
            auto *area = qobject_cast<QScrollArea *>(m_stack->widget(i));
            if (area->widget() == made) {
                m_stack->removeWidget(area);
                area->deleteLater();
            }
        }
        m_waiting.remove(made);
        made = nullptr;
    }
    stopSaving(); // What a page that is gone has begun ends unheard.
    emit saved();
}

// Test and Save

void SettingsDialog::test()
{
    unsay();
    m_test->setEnabled(false);
    current()->test();
}

bool SettingsDialog::isAnyChanged() const
{
    return std::any_of(m_made.begin(), m_made.end(),
                       [](const SettingsPage *made) { return made && made->isChanged(); });
}

void SettingsDialog::save()
{
    if (m_saving)
        return;
    unsay();
    m_toSave.clear();
    m_saved = {};
    for (SettingsPage *made : std::as_const(m_made)) {
        if (made && made->isChanged())
            m_toSave << made;
    }
    m_saving = true;
    updateState();
    saveNext();
}

void SettingsDialog::saveNext()
{
    if (!m_toSave.isEmpty()) {
        m_toSave.first()->apply();
        return;
    }
    stopSaving();
    emit saved();
}

void SettingsDialog::stopSaving()
{
    m_toSave.clear();
    m_saving = false;
    updateState();
}

void SettingsDialog::onApplied(SettingsPage *page, bool saved, const SettingsVerdict &verdict)
{
    if (!m_toSave.removeOne(page))
        return;
    if (saved) {
        const SettingsVerdict told = verdict.text ? verdict : savedVerdict(false);
        if (weightOf(told) >= weightOf(m_saved))
            m_saved = told;
        say(m_saved);
        saveNext();
        return;
    }
    m_list->setCurrentRow(int(m_made.indexOf(page)));
    stopSaving();
    if (verdict.text)
        say(verdict);
}

void SettingsDialog::say(const SettingsVerdict &verdict)
{
    m_verdict = verdict;
    m_banner->setTone(verdict.tone);
    m_banner->setIconName(verdict.tone == Tone::Success ? QStringLiteral("check") : QStringLiteral("alert"));
    m_banner->setText(verdict.text());
    m_banner->show();
    orderTabs(this);
}

void SettingsDialog::unsay()
{
    m_verdict = {};
    m_banner->hide();
}

void SettingsDialog::updateState()
{
    SettingsPage *shown = current();
    const bool changed = isAnyChanged();
    m_test->setVisible(shown && shown->canBeTested());
    m_save->setVisible((shown && shown->isForm()) || changed);
    m_save->setEnabled(changed && !m_saving);
    for (int i = 0; i < m_list->count(); ++i) {
        const QString title = m_entries.at(i).title();
        const bool unsaved = m_made.at(i) && m_made.at(i)->isChanged();
        m_list->item(i)->setText(unsaved ? title + QStringLiteral(" •") : title);
        m_list->item(i)->setData(Qt::AccessibleTextRole, unsaved ? tr("%1, not saved", "a page").arg(title) : title);
    }
    for (SettingsPage *made : std::as_const(m_made)) {
        if (made)
            made->setOthersChanged(std::any_of(m_made.begin(), m_made.end(), [made](const SettingsPage *other) {
                return other && other != made && (other->isChanged() || other->isBusy());
            }));
    }
}

// Closing

void SettingsDialog::reject()
{
    const bool busy = m_saving || std::any_of(m_made.begin(), m_made.end(),
                                              [](const SettingsPage *made) { return made && made->isBusy(); });
    if (!busy && !isAnyChanged()) {
        FramedDialog::reject();
        return;
    }
    auto *question = new ConfirmDialog(
        [busy]() -> ConfirmDialog::Words {
            return busy
                       ? ConfirmDialog::Words{tr("Close while something is going on?"),
                                              tr("What is under way is given up."), tr("Close"), tr("Wait")}
                       : ConfirmDialog::Words{tr("Discard what you changed?"), tr("Some settings have not been saved."),
                                              tr("Discard"), tr("Keep editing")};
        },
        this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this, [this] { FramedDialog::reject(); });
    question->open();
}

// Words

void SettingsDialog::changeEvent(QEvent *event)
{
    FramedDialog::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        fitList();
}

void SettingsDialog::fitList()
{
    m_list->ensurePolished();
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 2 * m_list->frameWidth() + scrollBarRoom);
}

void SettingsDialog::retranslate()
{
    setTitle(tr("Settings"));
    m_list->setAccessibleName(tr("Pages of the settings"));
    m_test->setText(tr("Test"));
    m_close->setText(tr("Close"));
    m_save->setText(tr("Save"));
    if (m_list->currentRow() >= 0) {
        m_pageTitle->setText(m_entries.at(m_list->currentRow()).title());
        showNote();
    }
    if (m_verdict.text)
        m_banner->setText(m_verdict.text());
    updateState();
    fitList();
}

} // namespace teleconsult::ui

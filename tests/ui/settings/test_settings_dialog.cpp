// The frame around the pages of the settings.
#include "tests/ui/support/keyboard.h"
#include "ui/settings/settings_dialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace teleconsult;
using namespace teleconsult::ui;
using namespace teleconsult::test;

namespace {

/// One field. What is typed is saved unless it is "wrong".
class OneField : public SettingsPage
{
public:
    explicit OneField(QString *store) : m_store(store), m_edit(new QLineEdit(*store, this))
    {
        m_edit->setAccessibleName(QStringLiteral("Field"));
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(m_edit);
        connect(m_edit, &QLineEdit::textEdited, this, [this] { emit changed(); });
    }
    QLineEdit *edit() const { return m_edit; }
    bool isChanged() const override { return m_edit->text() != *m_store; }
    void apply() override
    {
        if (isSlow) // The test tells of the end.
            return;
        const bool good = m_edit->text() != QLatin1String("wrong");
        if (good)
            *m_store = m_edit->text();
        emit applied(good, verdict);
        emit changed();
    }
    bool isBusy() const override { return busy; }
    void setOthersChanged(bool changed) override { othersChanged = changed; }

    SettingsVerdict verdict; ///< Of apply().
    bool isSlow = false;
    bool busy = false;
    bool othersChanged = false;

    bool canBeTested() const override { return true; }
    void test() override
    {
        const QString text = m_edit->text();
        emit told({Tone::Success, [text] { return QStringLiteral("Tested ") + text; }});
    }

private:
    QString *m_store;
    QLineEdit *m_edit;
};

} // namespace

class TestSettingsDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setScheme(Theme::Scheme::Light);
        m_made = 0;
        m_first = QStringLiteral("one");
        m_second = QStringLiteral("two");
        const auto entry = [this](const QString &id, QString *store) {
            return SettingsPageEntry{id, QStringLiteral("settings"),
                                     [id] { return QCoreApplication::translate("t", id.toLatin1()); },
                                     [this, store] {
                                         ++m_made;
                                         return new OneField(store);
                                     }};
        };
        QList<SettingsPageEntry> entries{entry(QStringLiteral("first"), &m_first),
                                         entry(QStringLiteral("second"), &m_second)};
        entries.last().note = [] { return QCoreApplication::translate("t", "No effect"); };
        m_dialog = std::make_unique<SettingsDialog>(entries, nullptr);
        QVERIFY(showActive(*m_dialog));
    }
    void cleanup()
    {
        m_dialog.reset();
        m_theme.reset();
    }

    void aPageIsMadeWhenItIsLookedAt()
    {
        QCOMPARE(m_made, 1);
        m_dialog->showPage(QStringLiteral("second"));
        QCOMPARE(m_made, 2);
        QCOMPARE(title()->text(), QStringLiteral("second"));
        m_dialog->showPage(QStringLiteral("nonesuch"));
        QCOMPARE(title()->text(), QStringLiteral("first"));
        QCOMPARE(m_made, 2);
    }

    void theKeyboardGoesThroughThePages()
    {
        list()->setFocus();
        press(*m_dialog, Qt::Key_Down);
        QCOMPARE(title()->text(), QStringLiteral("second"));
        press(*m_dialog, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), field("second")->edit());
        press(*m_dialog, Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(title()->text(), QStringLiteral("first"));
    }

    void saveSavesEveryPageThatWasChanged()
    {
        QSignalSpy saved(m_dialog.get(), &SettingsDialog::saved);
        QVERIFY(!button("settingsSaveButton")->isEnabled());
        type("first", QStringLiteral("1"));
        m_dialog->showPage(QStringLiteral("second"));
        type("second", QStringLiteral("2"));
        QCOMPARE(list()->item(0)->data(Qt::AccessibleTextRole).toString(), QStringLiteral("first, not saved"));
        button("settingsSaveButton")->click();
        QCOMPARE(saved.size(), 1);
        QCOMPARE(m_first, QStringLiteral("1"));
        QCOMPARE(m_second, QStringLiteral("2"));
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(banner()->text(), QStringLiteral("Saved."));
        QVERIFY(!button("settingsSaveButton")->isEnabled());
        QCOMPARE(list()->item(0)->data(Qt::AccessibleTextRole).toString(), QStringLiteral("first"));
    }

    void theWeightiestVerdictStays()
    {
        type("first", QStringLiteral("1"));
        field("first")->verdict = {Tone::Info, [] { return QStringLiteral("Restart"); }};
        m_dialog->showPage(QStringLiteral("second"));
        type("second", QStringLiteral("2"));
        button("settingsSaveButton")->click();
        QCOMPARE(m_second, QStringLiteral("2"));
        QCOMPARE(banner()->text(), QStringLiteral("Restart"));
        type("second", QStringLiteral("3")); // And not for the next time.
        button("settingsSaveButton")->click();
        QCOMPARE(banner()->text(), QStringLiteral("Saved."));
    }

    void whatIsToldOfAPageThatWasLeftWaitsThere()
    {
        SettingsPage *first = field("first");
        m_dialog->showPage(QStringLiteral("second"));
        emit first->told({Tone::Danger, [] { return QStringLiteral("Tested late"); }});
        QVERIFY(!banner()->isVisible());
        m_dialog->showPage(QStringLiteral("first"));
        QVERIFY(banner()->isVisible());
        QCOMPARE(banner()->text(), QStringLiteral("Tested late"));
        m_dialog->showPage(QStringLiteral("second"));
        m_dialog->showPage(QStringLiteral("first"));
        QVERIFY(!banner()->isVisible());
    }

    void closingAsksWhileSomethingIsSaved()
    {
        field("first")->isSlow = true;
        type("first", QStringLiteral("1"));
        button("settingsSaveButton")->click();
        m_first = QStringLiteral("1"); // Nothing is unsaved any more, and the end has not been told.
        press(*m_dialog, Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        m_dialog->findChild<QPushButton *>(QStringLiteral("confirmCancelButton"))->click();
        emit field("first")->applied(true, {});
        press(*m_dialog, Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
    }

    void savingGoesOnAfterAPageWasReplaced()
    {
        m_dialog->showPage(QStringLiteral("second"));
        field("first")->isSlow = true;
        m_dialog->showPage(QStringLiteral("first"));
        type("first", QStringLiteral("1"));
        button("settingsSaveButton")->click();
        emit field("second")->settingsReplaced();
        m_dialog->showPage(QStringLiteral("second"));
        type("second", QStringLiteral("2"));
        QVERIFY(button("settingsSaveButton")->isEnabled());
        button("settingsSaveButton")->click();
        QCOMPARE(m_second, QStringLiteral("2"));
    }

    /// For a page that replaces what others show.
    void aPageIsToldOfWhatOthersHold()
    {
        m_dialog->showPage(QStringLiteral("second"));
        QVERIFY(!field("second")->othersChanged);
        m_dialog->showPage(QStringLiteral("first"));
        type("first", QStringLiteral("1"));
        QVERIFY(field("second")->othersChanged && !field("first")->othersChanged);
        button("settingsSaveButton")->click();
        QVERIFY(!field("second")->othersChanged);
        field("first")->busy = true;
        emit field("first")->changed();
        QVERIFY(field("second")->othersChanged);
        field("first")->busy = false;
        emit field("first")->changed();
        QVERIFY(!field("second")->othersChanged);
    }

    void whatWasReplacedIsMadeAnew()
    {
        m_dialog->showPage(QStringLiteral("second"));
        QSignalSpy saved(m_dialog.get(), &SettingsDialog::saved);
        m_first = QStringLiteral("another");
        emit field("second")->settingsReplaced();
        QCOMPARE(saved.size(), 1);
        QVERIFY(!m_dialog->page(QStringLiteral("first")) && m_dialog->page(QStringLiteral("second")));
        m_dialog->showPage(QStringLiteral("first"));
        QCOMPARE(field("first")->edit()->text(), QStringLiteral("another"));
        QVERIFY(!button("settingsSaveButton")->isEnabled());
    }

    void aPageWithAMistakeComesToTheFront()
    {
        QSignalSpy saved(m_dialog.get(), &SettingsDialog::saved);
        type("first", QStringLiteral("wrong"));
        m_dialog->showPage(QStringLiteral("second"));
        type("second", QStringLiteral("2"));
        button("settingsSaveButton")->click();
        QCOMPARE(saved.size(), 0);
        QCOMPARE(title()->text(), QStringLiteral("first"));
        QCOMPARE(m_second, QStringLiteral("two"));
        QVERIFY(button("settingsSaveButton")->isEnabled());
    }

    void theTestIsOfWhatIsEntered()
    {
        type("first", QStringLiteral("1"));
        button("settingsTestButton")->click();
        QCOMPARE(banner()->text(), QStringLiteral("Tested 1"));
        QVERIFY(banner()->isVisible());
        m_dialog->showPage(QStringLiteral("second"));
        QVERIFY(!banner()->isVisible());
    }

    void whatIsToBeKnownOfAPageStandsAboveIt()
    {
        const auto *note = m_dialog->findChild<Banner *>(QStringLiteral("settingsNote"));
        QVERIFY(!note->isVisible());
        m_dialog->showPage(QStringLiteral("second"));
        QVERIFY(note->isVisible());
        QCOMPARE(note->text(), QStringLiteral("No effect"));
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        QCoreApplication::processEvents();
        QCOMPARE(note->text(), QStringLiteral("[No effect]"));
        QCoreApplication::removeTranslator(&brackets);
        m_dialog->showPage(QStringLiteral("first"));
        QVERIFY(!note->isVisible());
    }

    void closingAsksWhenSomethingWouldBeLost()
    {
        type("first", QStringLiteral("1"));
        press(*m_dialog, Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        m_dialog->findChild<QPushButton *>(QStringLiteral("confirmActionButton"))->click();
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_first, QStringLiteral("one"));
    }

    void closesAtOnceWhenNothingWould()
    {
        press(*m_dialog, Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
    }

    void followsTheLanguage()
    {
        Brackets brackets;
        QCoreApplication::installTranslator(&brackets);
        QCoreApplication::processEvents();
        QCOMPARE(title()->text(), QStringLiteral("[first]"));
        QCOMPARE(list()->item(1)->text(), QStringLiteral("[second]"));
        QCOMPARE(button("settingsSaveButton")->text(), QStringLiteral("[Save]"));
        QCOMPARE(m_dialog->windowTitle(), QStringLiteral("[Settings]"));
        QCoreApplication::removeTranslator(&brackets);
    }

private:
    OneField *field(const char *id) const { return dynamic_cast<OneField *>(m_dialog->page(QLatin1String(id))); }
    void type(const char *id, const QString &text)
    {
        field(id)->edit()->setFocus();
        field(id)->edit()->selectAll();
        typeText(*m_dialog, text);
    }
    QListWidget *list() const { return m_dialog->findChild<QListWidget *>(QStringLiteral("settingsPages")); }
    QLabel *title() const { return m_dialog->findChild<QLabel *>(QStringLiteral("settingsPageTitle")); }
    Banner *banner() const { return m_dialog->findChild<Banner *>(QStringLiteral("settingsBanner")); }
    QPushButton *button(const char *name) const { return m_dialog->findChild<QPushButton *>(QLatin1String(name)); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SettingsDialog> m_dialog;
    QString m_first;
    QString m_second;
    int m_made = 0;
};

QTEST_MAIN(TestSettingsDialog)
#include "test_settings_dialog.moc"

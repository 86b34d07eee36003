// The menu of the text in a call's page, with the real engine, a real dictionary and the right mouse button.
#include "tests/ui/call/engine/call_view_test.h"

#include <QApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QMenu>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QWebEngineView>
#include <QWindow>

using namespace teleconsult;
using test::patience;

namespace {

const QString everywhere = QStringLiteral("style='position:fixed;inset:0;font:40px monospace'");

/// Reports "drawn", and "menu" when a menu is asked for.
QString page(const QString &markup)
{
    return markup + QStringLiteral("<script>addEventListener('contextmenu', () => report('menu'));"
                                   "requestAnimationFrame(() => report('drawn'))</script>");
}

/// A field that fills the page. Reports what is in it after each change.
QString field(const QString &text)
{
    return page(QStringLiteral("<textarea lang=en autofocus %1 oninput=\"report('now:' + this.value)\">%2</textarea>")
                    .arg(everywhere, text));
}

/// A dictionary of three English words, for the engine.
bool makeDictionary(const QString &folder)
{
    const QHash<QString, QByteArray> files{{QStringLiteral("en_GB.aff"), "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n"},
                                           {QStringLiteral("en_GB.dic"), "3\nhello\nworld\nplease\n"}};
    for (auto file = files.begin(); file != files.end(); ++file) {
        QFile written(folder + u'/' + file.key());
        if (!written.open(QIODevice::WriteOnly) || written.write(file.value()) != file.value().size())
            return false;
    }
    const QString converter =
        QLibraryInfo::path(QLibraryInfo::LibraryExecutablesPath) + QStringLiteral("/qwebengine_convert_dict");
    return QProcess::execute(converter,
                             {folder + QStringLiteral("/en_GB.dic"), folder + QStringLiteral("/en_GB.bdic")}) == 0;
}

} // namespace

class TestTextMenu : public test::CallViewTest
{
    Q_OBJECT

    void openPage(const QString &markup, bool asGuest = false)
    {
        m_own->addPage(QStringLiteral("/call"), markup);
        ui::CallTarget target;
        target.link = m_own->url(QStringLiteral("/call"));
        target.isGuest = asGuest;
        m_view->open(target);
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("drawn")), patience);
    }
    /// As the window system tells it: since Qt 6.8 a menu takes no click while nobody knows where the pointer was.
    void press(Qt::MouseButton button)
    {
        const auto *web = m_view->findChild<QWebEngineView *>();
        QVERIFY(web);
        const QWidget *window = web->window();
        const QPoint firstWord(30, 25);
        QTest::mouseClick(window->windowHandle(), button, {}, web->mapTo(window, firstWord));
    }
    static QMenu *menu() { return qobject_cast<QMenu *>(QApplication::activePopupWidget()); }
    static QAction *entry(const QString &text)
    {
        const QMenu *shown = menu();
        const QList<QAction *> actions = shown ? shown->actions() : QList<QAction *>();
        for (QAction *action : actions) {
            if (action->text().remove(u'&') == text)
                return action;
        }
        return nullptr;
    }
    /// Opens the menu and clicks this entry of it; false: it has none, or it cannot be clicked now.
    bool choose(const QString &text)
    {
        press(Qt::RightButton);
        if (!QTest::qWaitFor([] { return menu(); }, patience))
            return false;
        QAction *chosen = entry(text);
        if (!chosen || !chosen->isEnabled()) {
            menu()->close();
            return false;
        }
        QTest::mouseClick(menu(), Qt::LeftButton, {}, menu()->actionGeometry(chosen).center());
        return true;
    }
    /// The page hears of a selection, and its text is looked at, a moment later.
    bool chooseAtLast(const QString &text)
    {
        return QTest::qWaitFor([&] { return choose(text); }, patience);
    }

private slots:
    void init() { CallViewTest::init(); }
    void cleanup()
    {
        if (menu())
            menu()->close();
        CallViewTest::cleanup();
    }

    void textIsCutAndPasted()
    {
        openPage(field(QStringLiteral("hello world")));
        QVERIFY(choose(QStringLiteral("Select all")));
        QVERIFY(chooseAtLast(QStringLiteral("Cut")));
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("now:")), patience);
        QVERIFY(chooseAtLast(QStringLiteral("Paste")));
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("now:hello world")), patience);
    }

    void aMisspeltWordIsMended()
    {
        openPage(field(QStringLiteral("helo world")));
        press(Qt::LeftButton); // Text is looked at once somebody is in it.
        QVERIFY(chooseAtLast(QStringLiteral("hello")));
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("now:hello world")), patience);
    }

    void whereNothingIsSelectedThereIsNone()
    {
        openPage(page(QStringLiteral("<div %1>here</div>").arg(everywhere)));
        press(Qt::RightButton);

        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("menu")), patience);
        // The second click is heard after the engine has dealt with the first.
        press(Qt::RightButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().count(QStringLiteral("menu")) == 2, patience);
        QVERIFY(!menu());
    }

    void aGuestHasNone()
    {
        openPage(field(QStringLiteral("hello world")), true);
        for (int times = 1; times <= 2; ++times) {
            press(Qt::RightButton);
            QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().count(QStringLiteral("menu")) == times, patience);
        }
        QVERIFY(!menu());
    }
};

int main(int argc, char **argv)
{
    const QTemporaryDir dictionaries;
    if (!makeDictionary(dictionaries.path()))
        qFatal("no dictionary can be made");
    qputenv("QTWEBENGINE_DICTIONARIES_PATH", dictionaries.path().toLocal8Bit());
    qputenv("LANG", "en_GB.UTF-8");
    return test::runCallViewTest(argc, argv, [] { return std::make_unique<TestTextMenu>(); });
}

#include "test_text_menu.moc"

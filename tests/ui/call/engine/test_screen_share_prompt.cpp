// The questions before a screen is shown to others, on a desk with three screens.
#include "ui/call/engine/screen_share_prompt.h"

#include <QAbstractButton>
#include <QApplication>
#include <QListWidget>
#include <QMessageBox>
#include <QScreen>
#include <QStringListModel>
#include <QTemporaryDir>
#include <QTest>

using namespace teleconsult::ui;

namespace {

/// Of the offscreen platform: "left", "right" beside it, "above" over the two.
const char threeScreens[] = R"({"screens": [
  {"name": "left", "x": 0, "y": 0, "width": 1920, "height": 1080},
  {"name": "right", "x": 1920, "y": 0, "width": 1280, "height": 1024},
  {"name": "above", "x": 0, "y": -1080, "width": 3200, "height": 1080}]})";

QScreen *screen(const QString &name)
{
    for (QScreen *screen : QGuiApplication::screens()) {
        if (screen->name() == name)
            return screen;
    }
    return nullptr;
}

} // namespace

class TestScreenSharePrompt : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void theChosenWindowIsSharedWhateverOpensMeanwhile_data();
    void theChosenWindowIsSharedWhateverOpensMeanwhile();
    void whatIsGoneCannotBeShared();
    void aNameThatChangesIsShown();
    void theScreenIsNamed_data();
    void theScreenIsNamed();
    void theQuestionNamesTheScreen();

private:
    void ask();
    void choose(int row);
    void press(const char *button);

    QWidget m_window;
    QStringListModel m_screens;
    QStringListModel m_windows;
    QString m_shared; ///< By its name when it was shared; "refused".
};

void TestScreenSharePrompt::init()
{
    m_screens.setStringList({QStringLiteral("Main")});
    m_windows.setStringList({QStringLiteral("Records"), QStringLiteral("X-ray")});
    m_shared.clear();
}

void TestScreenSharePrompt::ask()
{
    const auto share = [this](const QModelIndex &index) { m_shared = index.data().toString(); };
    ScreenSharePrompt::choose(
        &m_window, &m_window,
        {compat::sourcesIn(m_screens), compat::sourcesIn(m_windows), share, share, [this] { m_shared = "refused"; }});
}

void TestScreenSharePrompt::choose(int row)
{
    auto *list = m_window.findChild<QListWidget *>(QStringLiteral("screenShareSources"));
    QVERIFY(list);
    list->setCurrentRow(row);
}

void TestScreenSharePrompt::press(const char *button)
{
    auto *found = m_window.findChild<QAbstractButton *>(QLatin1String(button));
    QVERIFY(found);
    found->click();
    QTRY_VERIFY(!m_window.findChild<QListWidget *>(QStringLiteral("screenShareSources")));
}

void TestScreenSharePrompt::theChosenWindowIsSharedWhateverOpensMeanwhile_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("shared");
    QTest::newRow("screen") << 0 << QStringLiteral("Main");
    QTest::newRow("first window") << 1 << QStringLiteral("Records");
    QTest::newRow("second window") << 2 << QStringLiteral("X-ray");
}

void TestScreenSharePrompt::theChosenWindowIsSharedWhateverOpensMeanwhile()
{
    QFETCH(int, row);
    QFETCH(QString, shared);
    ask();
    choose(row);
    for (QStringListModel *model : {&m_screens, &m_windows}) {
        QVERIFY(model->insertRow(0));
        model->setData(model->index(0), QStringLiteral("New mail"));
    }
    press("shareScreen");
    QCOMPARE(m_shared, shared);
}

void TestScreenSharePrompt::whatIsGoneCannotBeShared()
{
    ask();
    choose(1);
    QVERIFY(m_windows.removeRow(0));
    auto *share = m_window.findChild<QAbstractButton *>(QStringLiteral("shareScreen"));
    QVERIFY(!share->isEnabled());
    auto *list = m_window.findChild<QListWidget *>(QStringLiteral("screenShareSources"));
    QVERIFY(!list->item(1)->flags().testFlag(Qt::ItemIsEnabled));
    QVERIFY(list->item(2)->flags().testFlag(Qt::ItemIsEnabled));
    choose(1);
    QVERIFY(!share->isEnabled());
    press("refuseScreen");
    QCOMPARE(m_shared, QStringLiteral("refused"));
}

void TestScreenSharePrompt::aNameThatChangesIsShown()
{
    ask();
    m_windows.setData(m_windows.index(1), QStringLiteral("Mrs. Conti's record"));
    const auto *list = m_window.findChild<QListWidget *>(QStringLiteral("screenShareSources"));
    QCOMPARE(list->item(2)->text(), QStringLiteral("Window: Mrs. Conti's record"));
    press("refuseScreen");
    QCOMPARE(m_shared, QStringLiteral("refused"));
}

void TestScreenSharePrompt::theScreenIsNamed_data()
{
    QTest::addColumn<QStringList>("screens"); // the main one first
    QTest::addColumn<QString>("words");
    QTest::newRow("a single one") << QStringList{"left"} << QString();
    QTest::newRow("left") << QStringList{"left", "right"}
                          << "You have several screens. Shown is the one on the left (left, 1920 × 1080).";
    QTest::newRow("right") << QStringList{"right", "left"}
                           << "You have several screens. Shown is the one on the right (right, 1280 × 1024).";
    QTest::newRow("neither") << QStringList{"right", "above"}
                             << "You have several screens. Shown is the main one (right, 1280 × 1024).";
}

void TestScreenSharePrompt::theScreenIsNamed()
{
    QFETCH(QStringList, screens);
    QFETCH(QString, words);
    QList<QScreen *> all;
    for (const QString &name : screens)
        all << screen(name);
    QVERIFY(!all.contains(nullptr));
    QCOMPARE(ScreenSharePrompt::sharedScreen(all.first(), all), words);
}

void TestScreenSharePrompt::theQuestionNamesTheScreen()
{
    ScreenSharePrompt::confirm(&m_window, &m_window, [](bool) {});
    auto *box = m_window.findChild<QMessageBox *>(QStringLiteral("screenSharePrompt"));
    QVERIFY(box);
    const QString shared = QStringLiteral("(%1, ").arg(QGuiApplication::primaryScreen()->name());
    QVERIFY2(box->informativeText().contains(shared), qPrintable(box->informativeText()));
    box->reject();
}

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QFile screens(folder.filePath(QStringLiteral("screens.json")));
    if (!screens.open(QIODevice::WriteOnly) || screens.write(threeScreens) < 0)
        return 1;
    screens.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toLocal8Bit());
    const QApplication application(argc, argv);
    TestScreenSharePrompt test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_screen_share_prompt.moc"

// Files that a person gives to the page of a call.
#include "tests/ui/call/engine/call_view_test.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QPointer>
#include <QTest>
#include <QTimer>

#include <functional>
#include <utility>

using namespace teleconsult;
using test::patience;

class TestCallUploads : public test::CallViewTest
{
    Q_OBJECT

    /// A page whose button asks for files, and tells what it got.
    void openPage()
    {
        m_own->addPage(QStringLiteral("/call"),
                       test::everywhere(QStringLiteral("onclick=\"document.getElementById('f').click()\"")) +
                           QStringLiteral("<input type=file id=f hidden onchange=\"this.files[0].text().then("
                                          "t => report('got:' + this.files[0].name + ':' + t))\">"));
        open(QStringLiteral("/call"));
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("drawn")), patience);
        click();
    }
    /// Clicks the page's button and does something with the dialog that opens. The page waits for its files in a loop
    /// of events of its own, inside whichever loop the test is in: so what is done to the dialog comes from a timer.
    void openPageAnd(const std::function<void(QFileDialog *)> &act)
    {
        m_seen = false;
        connect(&m_watch, &QTimer::timeout, this, [this, act] {
            const QPointer<QFileDialog> found = dialog();
            if (!found)
                return;
            m_watch.stop();
            m_watch.disconnect();
            m_opened = found;
            m_seen = true;
            act(found);
        });
        m_watch.start(20);
        openPage();
        QTRY_VERIFY_WITH_TIMEOUT(m_seen, patience);
    }
    static QPointer<QFileDialog> dialog()
    {
        const QWidgetList all = QApplication::topLevelWidgets();
        for (QWidget *widget : all) {
            if (auto *found = qobject_cast<QFileDialog *>(widget); found && found->isVisible())
                return found;
        }
        return nullptr;
    }

private slots:
    void init() { CallViewTest::init(); }
    void cleanup()
    {
        m_watch.stop();
        m_watch.disconnect();
        CallViewTest::cleanup();
    }

    void whatIsChosenReachesThePage()
    {
        const QString file = m_storage + QStringLiteral("-letter.txt");
        QFile letter(file);
        QVERIFY(letter.open(QIODevice::WriteOnly) && letter.write("hello") == 5);
        letter.close();
        openPageAnd([file](QFileDialog *dialog) {
            dialog->selectFile(file);
            QMetaObject::invokeMethod(dialog, "accept", Qt::DirectConnection);
        });
        QTRY_VERIFY_WITH_TIMEOUT(
            m_own->reports().contains(QStringLiteral("got:%1:hello").arg(QFileInfo(file).fileName())), patience);
        QVERIFY(!dialog());
        QFile::remove(file);
    }

    /// The other side hangs up while somebody still looks for the file.
    void theDialogGoesWithTheCall()
    {
        openPageAnd([this](QFileDialog *) { delete std::exchange(m_view, nullptr); });
        QTRY_VERIFY_WITH_TIMEOUT(!m_opened, patience);
    }

    void anotherCallTakesThePlaceOfOneThatAsks()
    {
        m_own->addPage(QStringLiteral("/next"), QStringLiteral("<script>report('next')</script>"));
        openPageAnd([this](QFileDialog *) { open(QStringLiteral("/next")); });
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("next")), patience);
        QVERIFY(!dialog());
    }

private:
    QTimer m_watch;
    bool m_seen = false;
    QPointer<QFileDialog> m_opened;
};

int main(int argc, char **argv)
{
    return test::runCallViewTest(argc, argv, [] { return std::make_unique<TestCallUploads>(); });
}

#include "test_call_uploads.moc"

// Files that a person gives to the page of a call.
#include "tests/ui/call/call_view_test.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QPointer>
#include <QTest>

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
    void cleanup() { CallViewTest::cleanup(); }

    void whatIsChosenReachesThePage()
    {
        const QString file = m_storage + QStringLiteral("-letter.txt");
        QFile letter(file);
        QVERIFY(letter.open(QIODevice::WriteOnly) && letter.write("hello") == 5);
        letter.close();
        openPage();
        QTRY_VERIFY_WITH_TIMEOUT(dialog(), patience);
        dialog()->selectFile(file);
        QMetaObject::invokeMethod(dialog(), "accept", Qt::DirectConnection);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_own->reports().contains(QStringLiteral("got:%1:hello").arg(QFileInfo(file).fileName())), patience);
        QVERIFY(!dialog());
        QFile::remove(file);
    }

    /// The other side hangs up while somebody still looks for the file.
    void theDialogGoesWithTheCall()
    {
        openPage();
        QTRY_VERIFY_WITH_TIMEOUT(dialog(), patience);
        const QPointer<QFileDialog> open = dialog();
        delete m_view;
        m_view = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT(!open, patience);
    }

    void anotherCallTakesThePlaceOfOneThatAsks()
    {
        openPage();
        QTRY_VERIFY_WITH_TIMEOUT(dialog(), patience);
        m_own->addPage(QStringLiteral("/next"), QStringLiteral("<script>report('next')</script>"));
        open(QStringLiteral("/next"));
        QTRY_VERIFY_WITH_TIMEOUT(m_own->reports().contains(QStringLiteral("next")), patience);
        QVERIFY(!dialog());
    }
};

int main(int argc, char **argv)
{
    return test::runCallViewTest(argc, argv, [] { return std::make_unique<TestCallUploads>(); });
}

#include "test_call_uploads.moc"

// What the engine costs by itself: a bare QWebEngineView on the page named by the only argument, which reports to the
// benchmark's server when it has been painted.
#include <QApplication>
#include <QUrl>
#include <QWebEngineView>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (QApplication::arguments().size() != 2)
        return 2;
    QWebEngineView view;
    view.resize(1200, 800);
    view.load(QUrl(QApplication::arguments().at(1)));
    view.show();
    return QApplication::exec();
}

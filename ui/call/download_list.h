// What becomes of the files from a call.
#pragma once

#include <QSet>
#include <QWidget>

class QVBoxLayout;

namespace teleconsult::ui {

class Banner;
class CallDownload;

/// One banner for each file: how much of it is there, then where it is. Each can be cancelled or dismissed. Hidden
/// without files. A file that is still arriving outlives its call, and so does its banner.
class DownloadList : public QWidget
{
    Q_OBJECT
public:
    explicit DownloadList(QWidget *parent = nullptr);

    /// The folder for files is laid down elsewhere: no change of it is offered for the files to come.
    void fixFolder() { m_isFolderFixed = true; }
    void add(CallDownload *download);
    bool isReceiving() const { return !m_arriving.isEmpty(); }
    /// A file was offered and not saved.
    void tellRefused();
    /// Takes away what is over and was on the screen; what is still arriving stays, and what ended where nobody could
    /// see it.
    void clearFinished();

signals:
    void folderChangeRequested();
    /// A banner was closed by the person, who was in the call.
    void dismissed();
    /// A file has arrived, was cancelled, or is `lost`.
    void ended(bool lost);
    /// A file ended while this was not on the screen. `words` are its banner's.
    void endedUnseen(const QString &words, bool isSaved);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Row;

    void watch(CallDownload *download);
    void place(Banner *banner);
    void updateRefusal();

    QVBoxLayout *m_layout;
    QSet<const QObject *> m_arriving; ///< Also those whose banner was closed.
    bool m_isFolderFixed = false;
    Banner *m_refusal = nullptr; ///< Made when there is something to say.
};

} // namespace teleconsult::ui

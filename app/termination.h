// SIGTERM, SIGINT and SIGHUP end the program as its menu does: the call page goes before its profile, SQLite is closed.
#pragma once

#include <QObject>

namespace teleconsult::app {

/// While it lives, the signals arrive here instead of killing the process. One object at most.
class Termination : public QObject
{
    Q_OBJECT
public:
    explicit Termination(QObject *parent = nullptr);
    ~Termination() override;

signals:
    void requested();
};

} // namespace teleconsult::app

// A duration that is kept in milliseconds and thought of in minutes.
#pragma once

#include <QDoubleSpinBox>

namespace teleconsult::ui {

/// Shows minutes. What was set is answered to the millisecond until it is changed here.
class MinutesBox final : public QDoubleSpinBox
{
    Q_OBJECT
public:
    /// In milliseconds.
    MinutesBox(qint64 least, qint64 most, QWidget *parent = nullptr);

    qint64 milliseconds() const;
    void setMilliseconds(qint64 milliseconds);

    /// Without zeros behind the comma.
    QString textFromValue(double minutes) const override;

private:
    qint64 m_set = 0;
};

} // namespace teleconsult::ui

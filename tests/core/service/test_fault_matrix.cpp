// Nothing half done: whatever befalls whichever exchange of whichever operation, after one restart everything is in
// order. One program for each place of the records (FAULT_MATRIX_KEEPS) and for other
// settings of the peers (FAULT_MATRIX_SETTING); what each has gone through is added up by fault_matrix_total.cmake.
#include "tests/core/service/fault_matrix.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>

using namespace teleconsult::test;

class TestFaultMatrix : public QObject
{
    Q_OBJECT

    std::unique_ptr<Peers> m_peers;
    MatrixCount m_total;

private slots:
    void initTestCase()
    {
        // Thousands of faults, each with its warning.
        QLoggingCategory::setFilterRules(QStringLiteral("teleconsult.*=false"));
        m_peers = std::make_unique<Peers>(Setting{FAULT_MATRIX_SETTING});
    }

    void nothingIsHalfDone_data()
    {
        QTest::addColumn<int>("index");
        const QList<Operation> &operations = faultOperations();
        for (int i = FAULT_MATRIX_FIRST; i < qMin(int(operations.size()), FAULT_MATRIX_END); ++i)
            QTest::newRow(operations.at(i).name) << i;
    }

    void nothingIsHalfDone()
    {
        QFETCH(int, index);
        QElapsedTimer time;
        time.start();
        MatrixCount count;
        const QStringList wrong = runMatrix(faultOperations().at(index), *m_peers, Keeps::FAULT_MATRIX_KEEPS, count);
        m_total += count;
        qInfo("%d steps, %d cases, %lld ms", count.steps, count.cases, static_cast<long long>(time.elapsed()));
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("%1 of %2 cases:\n").arg(wrong.size()).arg(count.cases) +
                                             wrong.join(QLatin1Char('\n'))));
        QVERIFY(count.cases > count.steps);
    }

    void cleanupTestCase()
    {
        qInfo("fault matrix: %d operations, %d steps, %d cases; users that nobody needs after %d of them",
              m_total.operations, m_total.steps, m_total.cases, m_total.strayUsers);
        QFile share(QStringLiteral(FAULT_MATRIX_SHARE));
        QVERIFY(share.open(QFile::WriteOnly));
        share.write(QByteArray::number(m_total.operations) + ';' + QByteArray::number(m_total.steps) + ';' +
                    QByteArray::number(m_total.cases));
        m_peers.reset();
    }
};

QTEST_GUILESS_MAIN(TestFaultMatrix)
#include "test_fault_matrix.moc"

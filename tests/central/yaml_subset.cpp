// SPDX-License-Identifier: Apache-2.0
#include "tests/central/yaml_subset.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace yoyo::test {

namespace {

struct Line
{
    int indent;
    QString text;
    int number;
};

class Reader
{
public:
    explicit Reader(const QString& text)
    {
        int number = 0;
        for (const QString& line : text.split(QLatin1Char('\n'))) {
            ++number;
            const QString trimmed = line.trimmed();
            if (trimmed.isEmpty() || trimmed.startsWith(QLatin1Char('#')))
                continue;
            int indent = 0;
            while (line[indent] == QLatin1Char(' '))
                ++indent;
            m_lines.append({indent, trimmed, number});
        }
    }

    QJsonValue read()
    {
        const QJsonValue value = block(0);
        if (m_at < m_lines.size())
            fail("line does not belong here");
        return value;
    }
    QString fault() const { return m_fault; }

private:
    void fail(const char* reason)
    {
        if (m_fault.isEmpty())
            m_fault = QStringLiteral("line %1: %2").arg(m_at < m_lines.size() ? m_lines[m_at].number : -1).arg(QLatin1String(reason));
        m_at = m_lines.size();
    }
    bool isAt(int indent) const { return m_at < m_lines.size() && m_lines[m_at].indent == indent; }

    QJsonValue block(int indent)
    {
        if (!isAt(indent)) {
            fail("wrong indentation");
            return {};
        }
        return m_lines[m_at].text.startsWith(QLatin1String("- ")) ? QJsonValue(sequence(indent))
                                                                  : QJsonValue(mapping(indent));
    }

    QJsonArray sequence(int indent)
    {
        QJsonArray out;
        while (isAt(indent) && m_lines[m_at].text.startsWith(QLatin1String("- "))) {
            // The rest of the line is the first line of a block two deeper, or a scalar.
            Line& line = m_lines[m_at];
            line.text = line.text.mid(2);
            if (keyEnd(line.text) > 0) {
                line.indent = indent + 2;
                out.append(mapping(indent + 2));
            } else {
                out.append(scalar(line.text));
                ++m_at;
            }
        }
        return out;
    }

    QJsonObject mapping(int indent)
    {
        QJsonObject out;
        while (isAt(indent) && !m_lines[m_at].text.startsWith(QLatin1String("- "))) {
            const QString text = m_lines[m_at].text;
            const qsizetype end = keyEnd(text);
            if (end <= 0) {
                fail("key: wanted");
                break;
            }
            const QString key = unquoted(text.left(end));
            const QString rest = text.mid(end + 1).trimmed();
            if (out.contains(key)) {
                fail("key twice");
                break;
            }
            ++m_at;
            out.insert(key, rest.isEmpty() ? block(indent + 2) : scalar(rest));
        }
        return out;
    }

    /// Where the ":" after a key stands; -1 when the line is a scalar.
    static qsizetype keyEnd(const QString& text)
    {
        const qsizetype from = text.startsWith(QLatin1Char('"')) ? text.indexOf(QLatin1Char('"'), 1) : 0;
        if (from < 0 || (from > 0 && !text.mid(from + 1).startsWith(QLatin1Char(':'))))
            return -1;
        if (text.endsWith(QLatin1Char(':')) && text.indexOf(QStringLiteral(": "), from) < 0)
            return text.size() - 1;
        return text.indexOf(QStringLiteral(": "), from);
    }

    static QString unquoted(const QString& text)
    {
        if (text.size() < 2 || !text.startsWith(QLatin1Char('"')) || !text.endsWith(QLatin1Char('"')))
            return text;
        return text.mid(1, text.size() - 2).replace(QStringLiteral("\\\""), QStringLiteral("\""));
    }

    static QJsonValue scalar(const QString& text)
    {
        if (text == QLatin1String("{}"))
            return QJsonObject();
        if (text == QLatin1String("[]"))
            return QJsonArray();
        if (text == QLatin1String("true") || text == QLatin1String("false"))
            return text == QLatin1String("true");
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(unquoted(text));
    }

    QList<Line> m_lines;
    qsizetype m_at = 0;
    QString m_fault;
};

} // namespace

QJsonValue readYaml(const QString& text, QString* fault)
{
    Reader reader(text);
    const QJsonValue value = reader.read();
    *fault = reader.fault();
    return fault->isEmpty() ? value : QJsonValue(QJsonValue::Undefined);
}

} // namespace yoyo::test

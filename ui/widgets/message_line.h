// SPDX-License-Identifier: Apache-2.0
// Short-lived notices at the bottom of a page ("Saved"), and the log where they can be read again.
// A notice of an error stays until it is closed or replaced; the others leave by themselves.
#pragma once

#include <QDateTime>
#include <QFrame>
#include <QList>
#include <QObject>

class QLabel;
class QTimer;
class QToolButton;

namespace yoyo {

struct Message
{
    enum class Kind { Info, Success, Warning, Error };
    Kind kind = Kind::Info;
    QString text;
    QString code; ///< E-code, or empty
    QDateTime at; ///< filled by the log's owner; may be invalid
};

/// The last notices of this session, newest first; kept in memory only. One for the whole window.
class MessageLog : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    void add(const Message& message);
    QList<Message> messages() const { return m_messages; }

Q_SIGNALS:
    void added(const yoyo::Message& message);

private:
    QList<Message> m_messages;
};

class MessageLine : public QFrame
{
    Q_OBJECT
public:
    explicit MessageLine(QWidget* parent = nullptr);
    void show(Message::Kind kind, const QString& text, const QString& code = {});
    /// Borrowed, may be null. Every notice shown from now on is written there too.
    void setLog(MessageLog* log) { m_log = log; }
    QString text() const;
    void clear();

Q_SIGNALS:
    void shown(const yoyo::Message& message);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void retranslate();

    Message m_message;
    MessageLog* m_log = nullptr;
    QLabel* m_icon;
    QLabel* m_label;
    QToolButton* m_close;
    QTimer* m_timer;
};

} // namespace yoyo

// SPDX-License-Identifier: Apache-2.0
// A band at the top of a page or of the window for a state that lasts: an icon, a word for the kind, a sentence,
// and perhaps one button.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace yoyo {

class Band : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Info, Success, Warning, Error, Offline, Maintenance, Verification, Practice, Demonstration };
    explicit Band(Kind kind, QWidget* parent = nullptr);

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    /// Plain text. The word of the kind is put before it.
    void setText(const QString& text);
    QString text() const { return m_text; }
    /// The word before the text in place of the kind's own, for example 「遡及登録中」.
    void setWord(const QString& word);
    /// Empty hides the button; clicking it emits activated().
    void setActionText(const QString& text);
    void setClosable(bool closable);

Q_SIGNALS:
    void activated();
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();
    QString word() const;

    Kind m_kind;
    QString m_text;
    QString m_ownWord;
    QLabel* m_icon;
    QLabel* m_word;
    QLabel* m_label;
    QPushButton* m_action;
    QToolButton* m_close;
};

} // namespace yoyo

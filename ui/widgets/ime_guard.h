// SPDX-License-Identifier: Apache-2.0
// Return that confirms an input-method conversion must not press the default button. Input methods differ: some
// swallow that key, some hand it on right after the commit. Installed once on the application. GUI thread.
#pragma once

#include <QObject>
#include <QTimer>

namespace yoyo {

class ImeGuard : public QObject
{
    Q_OBJECT
public:
    explicit ImeGuard(QObject* parent = nullptr);
    bool isComposing() const { return m_isComposing; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool m_isComposing = false;
    bool m_hasJustCommitted = false;
    QTimer m_afterCommit;
};

} // namespace yoyo

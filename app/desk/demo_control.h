// SPDX-License-Identifier: Apache-2.0
// The demonstration's strings: what 「デモ操作」 asks of the central service that app/demo has started, and its outbox.
// Only present when app/demo set YOYO_DEMO_DIR, and only used when the service says that it is a demonstration.
#pragma once

#include <QString>

#include <optional>

namespace yoyo {

class DemoControl
{
public:
    /// Nothing outside a demonstration.
    static std::optional<DemoControl> fromEnvironment();

    /// One command line of yoyo-central: "maintenance on", "colleague-edit", "advance 31". False when nobody listens.
    bool send(const QByteArray& command) const;
    /// Whole messages out of the service's outbox; empty when there is none.
    QString newestMail() const;
    QString firstMail() const;
    /// The account that is ready to use, as the service has announced it; empty when it has not.
    struct Account
    {
        QString loginId;
        QString password;
    };
    Account readyAccount() const;

private:
    explicit DemoControl(QString directory) : m_directory(std::move(directory)) {}
    QString m_directory;
};

} // namespace yoyo

// SPDX-License-Identifier: Apache-2.0
// What was typed after `yoyo`, checked. The spelling is fixed (architecture.md, "Command lines"): scripts
// depend on it.
#pragma once

#include "models/domain/result.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace yoyo {

enum class Command { Help, Version, Connect, SignIn, SignOut, Status, Sync, Export, Doctor };

struct CommandLine
{
    Command command = Command::Help;
    QString profile = QStringLiteral("default");
    bool isJson = false;
    std::chrono::seconds wait{30}; ///< for the engine lock
    QString address;               ///< connect
    QString caFile;
    QString loginId;             ///< sign-in
    bool hasNewPassword = false; ///< two lines on standard input
    QString what;                ///< export: "users" or "settings"
    QString output; ///< export, doctor --bundle
    QString purpose = QStringLiteral("excel"); ///< or "reimport"
};

/// E-APP-001 with the reason in `detail`, E-APP-003 for what a later version brings. `arguments` without the
/// program.
Result<CommandLine> parseCommandLine(const QStringList& arguments);
QString usageText();

} // namespace yoyo

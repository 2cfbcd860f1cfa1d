// SPDX-License-Identifier: Apache-2.0
// JSON bodies of contract 1 to the values of messages.h. Every function gives E-SRV-016 with the place of the
// first thing that is not as the contract says; nothing is guessed. Any thread.
#pragma once

#include "models/central/messages.h"

#include <QByteArray>

namespace yoyo {

Result<Handshake> parseHandshake(const QByteArray& body);
Result<SessionReply> parseSession(const QByteArray& body);
Result<MeReply> parseMe(const QByteArray& body);
Result<QDateTime> parseStepUp(const QByteArray& body);
Result<SecretBuffer> parseRecoverySecret(const QByteArray& body);
/// {"row": FeedRow}
Result<EntityRow> parseRowReply(const QByteArray& body);
/// Requires one outcome per id of `opIds`, in that order.
Result<PushReply> parseOutcomes(const QByteArray& body, const QList<QUuid>& opIds);
/// The ids of a body made by pushBody(); empty when it is not one.
QList<QUuid> opIdsOfPush(const QByteArray& body);
/// A {"code","pointer","params"} object. An unknown code becomes E-SRV-017.
Error problemFromJson(const QJsonObject& problem);

} // namespace yoyo

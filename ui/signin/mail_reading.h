// SPDX-License-Identifier: Apache-2.0
// The mail reader of the first sign-in over models/intake: pasted text and files, both kinds of notice.
#pragma once

#include "ui/signin/first_sign_in_page.h"

namespace yoyo {

MailReader intakeMailReader();

} // namespace yoyo

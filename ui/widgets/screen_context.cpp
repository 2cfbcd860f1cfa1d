// SPDX-License-Identifier: Apache-2.0
// See screen_context.h.
#include "ui/widgets/screen_context.h"

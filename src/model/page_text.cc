// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/model/page_text.h"

namespace vaughn {

std::string redaction_marker(const Redaction&) { return {}; }
PageText compose_page_text(TextLayer words, const std::vector<Redaction>&) { return {{}, std::move(words)}; }

}  // namespace vaughn

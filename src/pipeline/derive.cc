// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/derive.h"

#include <vector>

#include "vaughn/records/derive.h"
#include "vaughn/records/threads.h"

namespace vaughn::pipeline {

void derive_source(store::Writer& writer, store::SourceId source, int page_count) {
  records::Derivation derivation;
  for (int i = 0; i < page_count; ++i)
    if (const auto page = writer.page(source, PageIndex(i))) derivation.add(*page);
  writer.put_records(source, derivation.finish(writer.corrections(source)));
}

void link_all_messages(store::Writer& writer) {
  std::vector<MessageKey> messages;
  writer.visit_messages([&](const MessageKey& message) { messages.push_back(message); });
  writer.put_links(records::link_messages(messages));
}

}  // namespace vaughn::pipeline

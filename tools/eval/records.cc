// SPDX-License-Identifier: GPL-3.0-or-later
// scratch
#include <fmt/format.h>

#include <iostream>

#include "vaughn/records/derive.h"
#include "vaughn/store/reader.h"

int main(int argc, char** argv) {
  const auto reader = vaughn::store::Reader::open(argv[1]);
  for (const auto& source : reader->status().sources) {
    if (argc > 2 && source.path.find(argv[2]) == std::string::npos) continue;
    vaughn::records::Derivation derivation;
    for (int i = 0; i < source.page_count; ++i)
      if (const auto page = reader->page(source.id, vaughn::PageIndex(i))) derivation.add(page->reading);
    const auto all = derivation.finish();
    std::cout << "### " << source.path << "\n";
    for (const auto& r : all.records)
      fmt::print("record {}-{} {} {:.2f} '{}' {} conf {:.2f} [{}]\n", r.first.number().value(), r.last.number().value(), r.type, r.type_confidence, r.title, r.date, r.confidence, fmt::join(r.reasons, "; "));
    for (const auto& m : all.messages) {
      fmt::print("msg p{}-{} {} {} | from {} | sent {} = {} {} | to {} | cc {} | subj {} | att {} | w {}\n", m.evidence.page.number().value(), m.last.number().value(), m.quoted ? "q" : "S", m.form, m.from, m.sent_text, m.sent, m.zone, m.to, m.cc, m.subject, fmt::join(m.attachments, "/"), m.words);
      for (const auto& p : m.parties) fmt::print("     {}: name '{}' addr '{}' dom '{}' {}\n", p.field, p.name, p.address, p.domain, p.redacted);
    }
    for (const auto& s : all.sheets) {
      fmt::print("sheet {}-{} {} total {}\n", s.first.number().value(), s.last.number().value(), s.kind, s.stated_total.value_or(-1));
      for (const auto& a : s.pages) fmt::print("    {} x{} {} '{}' [{}] {}\n", a.number, a.count, a.disposition, a.reason, fmt::join(a.codes, " "), a.certain);
    }
    for (const auto& f : all.statements) fmt::print("statement p{} {} = {} ({}) \"{}\"\n", f.page.number().value(), f.kind, f.value, f.number.value_or(-1), f.evidence.raw.substr(0, 160));
    std::string last;
    for (const auto& s : all.stamps) fmt::print("{}p{} {} {}", s.evidence.page.number().value() ? " " : "", s.evidence.page.number().value(), vaughn::to_string(s.kind), s.value);
    fmt::print("\n");
  }
}

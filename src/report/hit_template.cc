// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>

#include "report/citation.h"
#include "report/snippet.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/hits.h"

namespace vaughn::report {
namespace {

using store::HitRow;

struct Field {
  std::string_view name;
  std::string (*value)(const HitRow&);
};

std::string optional_share(const std::optional<double>& share) {
  return share ? fmt::format("{:.3f}", *share) : "";
}

constexpr std::array kFields = {
    Field{"source", [](const HitRow& hit) { return hit.source; }},
    Field{"page", [](const HitRow& hit) { return std::to_string(hit.page); }},
    Field{"snippet", [](const HitRow& hit) { return read_snippet(hit.snippet).text; }},
    Field{"score", [](const HitRow& hit) { return fmt::format("{:.4f}", hit.score); }},
    Field{"sha256", [](const HitRow& hit) { return hit.sha256; }},
    Field{"release", [](const HitRow& hit) { return hit.release; }},
    Field{"bates", [](const HitRow& hit) { return hit.bates; }},
    Field{"text_source", [](const HitRow& hit) { return hit.text_source; }},
    Field{"ocr_confidence", [](const HitRow& hit) { return optional_share(hit.ocr_confidence); }},
    Field{"citation", [](const HitRow& hit) { return citation_of(hit); }},
    Field{"context", [](const HitRow& hit) { return without_marks(hit.context); }},
    Field{"request_number", [](const HitRow& hit) { return hit.request_number; }},
    Field{"withheld_share", [](const HitRow& hit) { return optional_share(hit.withheld_share); }}};
constexpr std::size_t kOfTsv = 10;  // the first of them

const Field* field_named(std::string_view name) {
  const auto* const field =
      std::find_if(kFields.begin(), kFields.end(), [&](const Field& one) { return one.name == name; });
  return field == kFields.end() ? nullptr : field;
}

std::string without_breaks(std::string value) {
  std::replace_if(
      value.begin(), value.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return value;
}

}  // namespace

HitTemplate::HitTemplate(const std::string& text) {
  Piece piece;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) {
      ++at;
      piece.literal += text[at] == 't' ? '\t' : text[at] == 'n' ? '\n' : text[at];
      continue;
    }
    const std::size_t close = text[at] == '{' ? text.find('}', at) : std::string::npos;
    if (close == std::string::npos) {
      piece.literal += text[at];
      continue;
    }
    piece.field = text.substr(at + 1, close - at - 1);
    if (field_named(piece.field) == nullptr) {
      std::vector<std::string> names;
      for (const Field& field : kFields) names.emplace_back(field.name);
      throw Error(ErrorCode::kUsage, "hits have no field {" + piece.field + "}",
                  "There are " + join(names, ", ") + ".");
    }
    pieces_.push_back(std::move(piece));
    piece = {};
    at = close;
  }
  pieces_.push_back(std::move(piece));
}

HitTemplate HitTemplate::tsv() {
  std::vector<std::string> names, fields;
  for (std::size_t i = 0; i < kOfTsv; ++i) {
    names.emplace_back(kFields[i].name);
    fields.push_back("{" + names.back() + "}");
  }
  HitTemplate all(join(fields, "\\t"));
  all.header_ = join(names, "\t");
  return all;
}

std::string HitTemplate::filled(const HitRow& hit) const {
  std::string line;
  for (const Piece& piece : pieces_) {
    line += piece.literal;
    if (const Field* field = field_named(piece.field)) line += without_breaks(field->value(hit));
  }
  return line;
}

void print_hits(const HitList& list, const HitTemplate& as, std::ostream& out) {
  if (!as.header().empty()) out << as.header() << '\n';
  for (const HitRow& hit : list.hits) out << as.filled(hit) << '\n';
}

}  // namespace vaughn::report

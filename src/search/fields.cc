// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/fields.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "vaughn/base/strings.h"
#include "vaughn/model/text.h"

namespace vaughn::search {
namespace {

using Notes = std::vector<std::string>;

void set_exemption(const std::string& value, store::TextQuery* query, Notes* notes) {
  if (!has_letters_or_digits(value))
    notes->push_back(fmt::format("\"{}\" is no exemption; try exemption:b6 or exemption:b7c.", value));
  query->exemptions.push_back(value);
}

void set_source(const std::string& value, store::TextQuery* query, Notes* notes) {
  if (!query->source_like.empty()) notes->push_back("Only the last source: counts.");
  query->source_like = value;
}

void set_page(const std::string& value, store::TextQuery* query, Notes* notes) {
  int page = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), page);
  if (error != std::errc() || end != value.data() + value.size() || page < 1)
    notes->push_back(fmt::format("page:{} is not a page number; it was not used.", value));
  else
    query->page = page;
}

std::vector<std::string> text_source_names() {
  std::vector<std::string> names;
  for (int i = 0; i <= static_cast<int>(TextSource::kPhotograph); ++i)
    names.emplace_back(to_string(static_cast<TextSource>(i)));
  return names;
}

void set_text_source(const std::string& value, store::TextQuery* query, Notes* notes) {
  query->text_source = to_lower_ascii(value);
  if (text_source_from_string(query->text_source)) return;
  const std::vector<std::string> names = text_source_names();
  const auto meant = did_you_mean(query->text_source, names);
  notes->push_back(
      meant ? fmt::format("There is no text-source \"{}\"; did you mean {}?", value, *meant)
            : fmt::format("There is no text-source \"{}\"; there are {}.", value, join(names, ", ")));
}

struct Field {
  std::string_view name;
  void (*set)(const std::string& value, store::TextQuery* query, Notes* notes);
};
constexpr std::array kFields = {Field{"exemption", set_exemption}, Field{"source", set_source},
                                Field{"page", set_page}, Field{"text-source", set_text_source}};

const Field* find_field(std::string_view name) {
  const std::string lower = to_lower_ascii(name);
  for (const Field& field : kFields)
    if (field.name == lower) return &field;
  return nullptr;
}

}  // namespace

bool is_field(std::string_view name) {
  return find_field(name) != nullptr;
}

std::string field_name(std::string_view typed) {
  return to_lower_ascii(typed);
}

Conditions read_conditions(const std::vector<Token>& tokens) {
  Conditions conditions;
  bool has_or = false;
  bool has_field = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    has_or |= token.kind == TokenKind::kOr;
    if (token.kind != TokenKind::kField) continue;
    if (token.negated || (i > 0 && tokens[i - 1].kind == TokenKind::kNot)) {
      conditions.notes.push_back(
          fmt::format("Pages cannot be left out by {}: yet; it was not used.", token.field));
      continue;
    }
    has_field = true;
    find_field(token.field)->set(token.text, &conditions.query, &conditions.notes);
  }
  if (has_or && has_field)
    conditions.notes.push_back(
        "Conditions such as exemption: hold for the whole question, on both sides of OR.");
  return conditions;
}

}  // namespace vaughn::search

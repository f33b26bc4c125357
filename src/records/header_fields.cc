// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/header_fields.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>

#include "vaughn/base/strings.h"

namespace vaughn::records {
namespace {

using enum HeaderField;

constexpr std::array<std::pair<std::string_view, HeaderField>, 42> kLabels = {
    {{"from", kFrom},
     {"sent", kSent},
     {"date", kSent},
     {"datesent", kSent},
     {"senton", kSent},
     {"sentdate", kSent},
     {"to", kTo},
     {"cc", kCc},
     {"bcc", kBcc},
     {"subject", kSubject},
     {"subj", kSubject},
     {"attachments", kAttachments},
     {"attachment", kAttachments},
     {"attach", kAttachments},
     {"attachmentnames", kAttachments},
     {"sentby", kOther},
     {"sentvia", kOther},
     {"importance", kOther},
     {"priority", kOther},
     {"sensitivity", kOther},
     {"categories", kOther},
     {"replyto", kOther},
     {"received", kOther},
     {"messageid", kOther},
     {"flag", kOther},
     {"flagstatus", kOther},
     {"followupflag", kOther},
     {"conversation", kOther},
     {"postedat", kOther},
     {"organizer", kFrom},
     {"requiredattendees", kTo},
     {"optionalattendees", kCc},
     {"when", kSent},
     {"start", kSent},
     {"end", kOther},
     {"location", kOther},
     {"where", kOther},
     {"showtimeas", kOther},
     {"recurrence", kOther},
     {"recurrencepattern", kOther},
     {"meetingstatus", kOther},
     {"resources", kBcc}}};

// Those that only appointments have.
bool is_of_appointment(std::string_view label) {
  constexpr std::string_view kOnly[] = {"organizer", "requiredattendees", "optionalattendees", "when",
                                        "start",     "showtimeas",        "meetingstatus"};
  return std::find(std::begin(kOnly), std::end(kOnly), label) != std::end(kOnly);
}

// What recognition takes letters of labels for.
std::string as_letters(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    switch (c) {
      case '0':
        letters += 'o';
        break;
      case '1':
      case '|':
        letters += 'l';
        break;
      case '5':
        letters += 's';
        break;
      default:
        if (std::isalpha(static_cast<unsigned char>(c)) != 0)
          letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return replace_all(letters, "rn", "m");
}

std::optional<HeaderField> label_of(std::string_view text) {
  const std::string letters = as_letters(text);
  if (letters.size() < 2 || letters.size() > 17) return std::nullopt;
  for (const auto& [label, field] : kLabels)
    if (replace_all(std::string(label), "rn", "m") == letters) return field;
  // A letter wrong, in labels that are long enough and matter.
  for (const std::string_view label : {"from", "sent", "subject", "attachments"}) {
    const bool same_start = label.front() == letters.front() || label.back() == letters.back();
    if (label.size() >= 4 && same_start && letters.size() + 1 >= label.size() &&
        edit_distance(label, letters) == 1 && (label.size() > 4 || letters.size() != 3))
      for (const auto& [known, field] : kLabels)
        if (known == label) return field;
  }
  return std::nullopt;
}

bool is_quote_mark(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '>' || c == '|' || c == '*'; });
}

// The label that begins at an item: up to three words, the last with a colon behind (or what recognition
// makes of one), which may be a word of its own. Answers the item that follows and what stands behind the
// colon in its word.
struct LabelAt {
  HeaderField field;
  bool in_capitals;
  bool of_appointment;
  bool is_date;
  std::size_t next;
  std::string rest;  // "From:Jane"
};

std::optional<LabelAt> label_at(const Row& row, std::size_t first) {
  std::string label;
  for (std::size_t i = first; i < row.items.size() && i < first + 3; ++i) {
    if (row.items[i].redaction) return std::nullopt;
    const std::string& word = row.items[i].text;
    const std::size_t colon = word.find_first_of(":;");
    label += word.substr(0, colon);
    if (label.size() > 24) return std::nullopt;
    if (colon == std::string::npos) continue;
    const auto field = label_of(label);
    if (!field) return std::nullopt;
    const bool small = std::any_of(label.begin(), label.end(),
                                   [](char c) { return std::islower(static_cast<unsigned char>(c)) != 0; });
    return LabelAt{
        *field, !small && label.size() > 2, is_of_appointment(as_letters(label)), as_letters(label) == "date",
        i + 1,  word.substr(colon + 1)};
  }
  return std::nullopt;
}

// A further label in a row stands clear of what is before it, as the next column of a table does.
bool stands_clear(const Row& row, std::size_t item) {
  const RowItem& before = row.items[item - 1];
  return row.items[item].box.x0 - before.box.x1 > 1.5 * row.items[item].box.height();
}

}  // namespace

std::vector<FieldAt> fields_in(const Row& row) {
  std::vector<FieldAt> fields;
  std::size_t item = 0;
  while (item < row.items.size() && is_quote_mark(row.items[item].text)) ++item;
  while (item < row.items.size()) {
    const bool may_begin = fields.empty() || stands_clear(row, item);
    const auto label = may_begin ? label_at(row, item) : std::nullopt;
    if (!label) {
      if (fields.empty()) return {};
      FieldAt& field = fields.back();
      field.value += (field.value.empty() ? "" : " ") + row.items[item].text;
      field.end_item = ++item;
      continue;
    }
    fields.push_back({label->field, label->in_capitals, label->of_appointment, label->is_date, label->next,
                      label->next, label->rest});
    item = label->next;
  }
  return fields;
}

}  // namespace vaughn::records

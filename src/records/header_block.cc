// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/header_block.h"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>

#include "vaughn/base/strings.h"
#include "vaughn/model/page_text.h"

namespace vaughn::records {
namespace {

constexpr double kFarthestField = 3.5;         // to the next labelled row, in heights of a row
constexpr double kFarthestContinuation = 1.3;  // to the next row of a value
constexpr std::size_t kMostRows = 60;          // a message to a whole office

bool is_address_field(HeaderField field) {
  return field == HeaderField::kFrom || field == HeaderField::kTo || field == HeaderField::kCc ||
         field == HeaderField::kBcc;
}

struct OpenField {
  HeaderField field = HeaderField::kOther;
  std::string* value = nullptr;  // null for fields of no interest
  Points label_x = 0, value_x = 0, end_x = 0;
};

std::string* value_of(HeaderBlock* block, HeaderField field) {
  switch (field) {
    case HeaderField::kFrom:
      return &block->from;
    case HeaderField::kSent:
      return &block->sent;
    case HeaderField::kTo:
      return &block->to;
    case HeaderField::kCc:
      return &block->cc;
    case HeaderField::kBcc:
      return &block->bcc;
    case HeaderField::kSubject:
      return &block->subject;
    case HeaderField::kAttachments:
      return &block->attachments;
    case HeaderField::kOther:
      return nullptr;
  }
  return nullptr;
}

bool* flag_of(HeaderBlock* block, HeaderField field) {
  switch (field) {
    case HeaderField::kFrom:
      return &block->has_from;
    case HeaderField::kSent:
      return &block->has_sent;
    case HeaderField::kTo:
      return &block->has_to;
    case HeaderField::kSubject:
      return &block->has_subject;
    default:
      return nullptr;
  }
}

bool ends_open(const std::string& value) {
  return !value.empty() && (value.back() == ';' || value.back() == ',' || value.back() == '<');
}

// A sentence may have an address or a semicolon in it, too.
bool reads_like_prose(const Row& row) {
  const auto small = std::count_if(row.items.begin(), row.items.end(), [](const RowItem& item) {
    return !item.redaction && item.text.find('@') == std::string::npos && item.text.front() >= 'a' &&
           item.text.front() <= 'z';
  });
  return small >= 3;
}

bool continues_addresses(const Row& row, const std::string& value) {
  if (reads_like_prose(row)) return false;
  const char first = row.text.front();
  return ends_open(value) || first == ';' || first == '<' || first == '@' ||
         row.text.find('@') != std::string::npos || row.text.find(';') != std::string::npos ||
         row.items.front().redaction;
}

bool continues_attachments(const Row& row, const std::string& value) {
  static const RE2 file_name("(?i)\\.(pdf|docx?|xlsx?|pptx?|png|jpe?g|msg|txt|csv|zip|tiff?|htm|html)\\b");
  return std::count(value.begin(), value.end(), '"') % 2 == 1 || ends_open(value) ||
         RE2::PartialMatch(row.text, file_name);
}

// A date stands in one row; names, subjects and file names may take several.
bool is_continuation(const Row& row, const OpenField& open, Points page_width) {
  if (row.gap_above > kFarthestContinuation || open.value == nullptr) return false;
  const bool hangs = open.value_x - open.label_x > 12 && std::abs(row.box.x0 - open.value_x) < 8;
  const bool wrapped = open.end_x > 0.8 * page_width;
  if (open.value->empty()) {
    if (is_address_field(open.field))
      return row.items.front().redaction || row.text.find('@') != std::string::npos;
    return open.field == HeaderField::kSubject && hangs;
  }
  switch (open.field) {
    case HeaderField::kSent:
      return false;
    case HeaderField::kAttachments:
      return hangs || continues_attachments(row, *open.value);
    case HeaderField::kSubject:
      return hangs || (wrapped && row.gap_above < 0.6 && row.items.size() < 8);
    default:
      return hangs || continues_addresses(row, *open.value);
  }
}

void append(std::string* value, const std::string& more) {
  if (!value->empty() && !more.empty()) *value += ' ';
  *value += more;
}

// Sentences are no names.
bool reads_like_names(const std::string& value) {
  const auto words = std::count(value.begin(), value.end(), ' ') + 1;
  return words <= 9 || value.find(';') != std::string::npos || value.find('@') != std::string::npos ||
         value.find(',') != std::string::npos || value.find(kMarkerOpen) != std::string::npos;
}

bool is_memo_heading(const std::vector<Row>& rows, std::size_t first) {
  static const RE2 memo("(?i)^\\W*(memorandum|memo|action memorandum|interoffice|airtel|teletype)\\b");
  for (std::size_t i = first - std::min<std::size_t>(first, 8); i < first; ++i)
    if (RE2::PartialMatch(rows[i].text, memo)) return true;
  return false;
}

bool is_plausible(const HeaderBlock& block, const std::vector<Row>& rows, std::size_t first) {
  const bool enough = block.core() >= 3 || (block.core() == 2 && block.has_subject && block.has_from) ||
                      (block.has_from && block.has_sent && block.date && block.date->has_time);
  if (!enough || !reads_like_names(block.from)) return false;
  // What was sent at no time of day was not sent by mail: memos have the same labels.
  const bool timed = block.date && block.date->has_time;
  const bool addressed = block.from.find('@') != std::string::npos || block.to.find('@') != std::string::npos;
  if (!block.has_sent && !addressed) return false;
  if (!timed && !addressed && (block.has_date_label || block.in_capitals || is_memo_heading(rows, first)))
    return false;
  if (block.has_sent && !block.sent.empty() && !block.date &&
      block.sent.find(kMarkerOpen) == std::string::npos && !timed)
    return std::any_of(block.sent.begin(), block.sent.end(), [](char c) { return c >= '0' && c <= '9'; });
  return true;
}

}  // namespace

std::size_t read_fields(const std::vector<Row>& rows, std::size_t first, Points page_width,
                        HeaderBlock* block) {
  OpenField open;
  std::size_t i = first;
  for (; i < rows.size() && i - first < kMostRows; ++i) {
    const Row& row = rows[i];
    const std::vector<FieldAt> fields = fields_in(row);
    if (fields.empty()) {
      if (i == first || !is_continuation(row, open, page_width)) break;
      append(open.value, row.text);
      open.end_x = row.box.x1;
    } else {
      if (i > first && row.gap_above > kFarthestField) break;
      // The next message's header right below this one's.
      const bool starts_again = std::any_of(fields.begin(), fields.end(), [&](const FieldAt& field) {
        const bool* known = flag_of(block, field.field);
        return known != nullptr && *known;
      });
      if (starts_again) break;
      for (const FieldAt& field : fields) {
        if (bool* known = flag_of(block, field.field)) *known = true;
        block->has_date_label = block->has_date_label || field.is_date;
        if (field.of_appointment) block->form = "calendar";
        if (!field.in_capitals && field.field != HeaderField::kTo && field.field != HeaderField::kCc)
          block->in_capitals = false;
        std::string* value = value_of(block, field.field);
        if (value != nullptr) append(value, field.value);
        const bool has_value = field.value_item < row.items.size();
        open = {field.field, value, row.box.x0, has_value ? row.items[field.value_item].box.x0 : row.box.x0,
                row.box.x1};
      }
    }
    block->box = bounding(block->box, row.box);
  }
  return i;
}

std::optional<HeaderBlock> read_header(const std::vector<Row>& rows, std::size_t first, Points page_width) {
  HeaderBlock block;
  block.in_capitals = true;
  block.end_row = read_fields(rows, first, page_width, &block);
  block.date = read_date(block.sent);
  if (block.end_row == first || !is_plausible(block, rows, first)) return std::nullopt;
  return block;
}

}  // namespace vaughn::records

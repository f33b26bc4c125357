// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/message_forms.h"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "vaughn/base/strings.h"
#include "vaughn/model/page_text.h"

namespace vaughn::records {
namespace {

constexpr std::size_t kMostNotesRows = 14;

bool ends_with_time(const ReadDate& date, const std::string& text) {
  return date.has_time && date.end + 4 >= text.size();
}

std::string without_weekday(std::string text) {
  static const RE2 weekday(
      "(?i)[\\s,]*\\b(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|"
      "sat(?:urday)?|sun(?:day)?)\\.?,\\s*$");
  RE2::Replace(&text, weekday, "");
  return std::string(trim(text));
}

// Index of the item with this text, whatever its case, that stands clear of what is left of it.
std::optional<std::size_t> label_item(const Row& row, std::string_view label) {
  for (std::size_t i = 0; i < row.items.size(); ++i) {
    const bool clear = i == 0 || row.items[i].box.x0 - row.items[i - 1].box.x1 > row.items[i].box.height();
    if (clear && !row.items[i].redaction && to_lower_ascii(row.items[i].text) == label) return i;
  }
  return std::nullopt;
}

// Labels of one column begin or end level.
bool is_level(const Box& a, const Box& b) {
  return std::abs(a.x0 - b.x0) < 6 || std::abs(a.x1 - b.x1) < 6;
}

void append(std::string* text, const std::string& more) {
  if (!text->empty() && !more.empty()) *text += ' ';
  *text += more;
}

std::string items_text(const Row& row, std::size_t first, std::size_t end) {
  std::string text;
  for (std::size_t i = first; i < end; ++i) append(&text, row.items[i].text);
  return text;
}

// "Jane Roe/DC/USEPA/US", an address, or a redaction.
bool is_notes_name(const std::string& text) {
  static const RE2 name("^[^/]{2,60}(?:/[\\w .-]+){1,5}(?:@\\w+)?$|@|⟦");
  return RE2::PartialMatch(text, name);
}

}  // namespace

std::optional<GmailHead> read_gmail_head(const std::vector<Row>& rows, std::size_t row) {
  static const RE2 count("^\\W*\\d{1,3} messages?\\W*$");
  if (row == 0 || !RE2::FullMatch(rows[row].text, count)) return std::nullopt;
  // Above it stands the subject, and above that the mailbox's owner.
  return GmailHead{rows[row - 1].text, row - 1};
}

std::optional<HeaderBlock> read_gmail_header(const std::vector<Row>& rows, std::size_t first,
                                             Points page_width, bool in_print) {
  const Row& row = rows[first];
  if (first + 1 >= rows.size() || row.items.size() > 24) return std::nullopt;
  const auto date = read_date(row.text);
  if (!date || !ends_with_time(*date, row.text) || date->begin < 2) return std::nullopt;
  // "Tue, Mar 3, 2020 at 9:14 AM" is Gmail's way; memos and faxes have other ones above "To:".
  const std::string sender = row.text.substr(0, date->begin);
  const bool addressed =
      sender.find('@') != std::string::npos || sender.find(kMarkerOpen) != std::string::npos;
  if (row.text.find(" at ", date->begin) == std::string::npos || (!addressed && !in_print))
    return std::nullopt;
  const std::vector<FieldAt> below = fields_in(rows[first + 1]);
  if (below.empty() || below.front().field != HeaderField::kTo || rows[first + 1].gap_above > 2)
    return std::nullopt;
  HeaderBlock block;
  block.form = "gmail";
  block.from = without_weekday(row.text.substr(0, date->begin));
  if (block.from.empty() || block.from.find(':') != std::string::npos) return std::nullopt;
  block.sent = std::string(trim(row.text.substr(block.from.size())));
  block.date = date;
  block.has_from = block.has_sent = true;
  block.box = row.box;
  block.end_row = read_fields(rows, first + 1, page_width, &block);
  return block;
}

std::optional<HeaderBlock> read_notes_header(const std::vector<Row>& rows, std::size_t first) {
  const auto to = label_item(rows[first], "to");
  if (!to) return std::nullopt;
  const Box column = rows[first].items[*to].box;
  HeaderBlock block;
  block.form = "notes";
  std::string left;
  std::string* value = nullptr;
  for (std::size_t i = first; i < rows.size() && i < first + kMostNotesRows; ++i) {
    const Row& row = rows[i];
    if (i > first && row.gap_above > 2.5) break;
    std::size_t label = row.items.size();
    for (const auto& [name, field] : {std::pair<const char*, std::string*>{"to", &block.to},
                                      {"cc", &block.cc},
                                      {"bcc", &block.bcc},
                                      {"subject", &block.subject},
                                      {"fax", nullptr}})
      if (const auto at = label_item(row, name); at && is_level(row.items[*at].box, column)) {
        label = *at;
        value = field;
        if (field == &block.subject) block.has_subject = true;
      }
    // Without a label what stands right of the column goes on with the field above.
    std::size_t right = 0;
    while (right < row.items.size() && row.items[right].box.center_x() < column.x1) ++right;
    // The text begins where something stands on the left again, or nothing on the right.
    if (label == row.items.size() && block.has_subject && (right > 0 || right == row.items.size())) break;
    append(&left, items_text(row, 0, std::min(label, right)));
    const std::size_t begin = label < row.items.size() ? label + 1 : right;
    if (value != nullptr) append(value, items_text(row, begin, row.items.size()));
    block.box = bounding(block.box, row.box);
    block.end_row = i + 1;
    // What stands on the left is a sender and a time; a subject may take a second row.
    if (block.has_subject &&
        (label == row.items.size() || i + 1 == rows.size() || rows[i + 1].gap_above > 0.8))
      break;
  }
  block.date = read_date(left);
  if (!block.has_subject || !block.date || !block.date->has_time) return std::nullopt;
  block.from = without_weekday(left.substr(0, block.date->begin));
  block.sent = left.substr(block.date->begin, block.date->end - block.date->begin);
  if (!is_notes_name(block.from)) return std::nullopt;
  block.has_from = block.has_sent = block.has_to = true;
  return block;
}

std::optional<ChatLine> read_chat_line(const Row& row) {
  static const RE2 bracketed("^\\W{0,2}\\[([^\\]]{4,30})\\]\\s*([^:\\[\\]]{2,60}?)\\s*:\\s*(.*)$"),
      dashed(
          "^(\\d{1,2}/\\d{1,2}/\\d{2,4},?\\s+\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[AaPp]\\.?[Mm]\\.?)?)"
          "\\s+[-–—]\\s+([^:]{2,60}?)\\s*:\\s*(.*)$"),
      time("(?i)^(?:[^,]{4,14},?\\s+)?\\d{1,2}:\\d{2}(?::\\d{2})?\\s*(?:[ap]\\.?m\\.?)?$"),
      dated("(?i)\\d[/.-]\\d|[ap]\\.?m");
  ChatLine line;
  const bool found = RE2::FullMatch(row.text, bracketed, &line.sent, &line.from, &line.text) ||
                     RE2::FullMatch(row.text, dashed, &line.sent, &line.from, &line.text);
  // "[12:30] Counsel:" is a recording's.
  if (!found || !RE2::FullMatch(line.sent, time) || !RE2::PartialMatch(line.sent, dated)) return std::nullopt;
  line.date = read_date(line.sent);
  return line;
}

bool holds_chat(const std::vector<Row>& rows) {
  constexpr std::ptrdiff_t kLongestName = 2;  // spaces in it
  std::map<std::string, int> lines;
  int all = 0;
  for (const Row& row : rows)
    if (const auto line = read_chat_line(row)) {
      const bool redacted = line->from.find(kMarkerOpen) != std::string::npos;
      if (!redacted && std::count(line->from.begin(), line->from.end(), ' ') > kLongestName) return false;
      ++lines[redacted ? "withheld" : line->from];
      ++all;
    }
  return all >= 3 && static_cast<int>(lines.size()) < all;
}

}  // namespace vaughn::records

// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/emails.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <optional>
#include <utility>

#include "records/header_block.h"
#include "records/message_forms.h"
#include "records/parties.h"
#include "vaughn/base/strings.h"
#include "vaughn/model/page_text.h"

namespace vaughn::records {
namespace {

constexpr std::size_t kMostRowsAbove = 3;  // of a header that begins its page
constexpr std::size_t kQuoteLineRows = 3;  // "On … wrote:" broken at line ends
constexpr std::size_t kFingerprintWords = 60;

bool is_separator(const Row& row) {
  static const RE2 separator(
      "(?i)^[>|\\s]*(?:-{2,}\\s*(?:original (?:message|appointment)|forwarded (?:message|by "
      ".*))\\s*-*|_{10,}|"
      "begin forwarded message:?|-{3,}\\s*forwarded by .{3,80}-{3,})\\s*$");
  return RE2::PartialMatch(row.text, separator);
}

bool is_apple_separator(const Row& row) {
  return to_lower_ascii(row.text).find("begin forwarded message") != std::string::npos;
}

// "On Mon, Nov 25, 2030 at 9:59 AM Jane Roe <jane@x.example> wrote:"
struct QuoteLine {
  std::string text;  // without "On" and "wrote:"
  ReadDate date;
  std::size_t end_row = 0;
  Box box;
};

std::optional<QuoteLine> read_quote_line(const std::vector<Row>& rows, std::size_t first) {
  static const RE2 start("^[>|\\s]*On\\s+\\S");
  static const RE2 whole("^[>|\\s]*On\\s+(.{6,240}?)\\s*(?:wrote|writes)\\s*:?\\s*$");
  if (!RE2::PartialMatch(rows[first].text, start)) return std::nullopt;
  std::string text;
  Box box;
  for (std::size_t i = first; i < rows.size() && i < first + kQuoteLineRows; ++i) {
    text += (i > first ? " " : "") + rows[i].text;
    box = bounding(box, rows[i].box);
    QuoteLine line;
    if (!RE2::FullMatch(text, whole, &line.text)) continue;
    const auto date = read_date(line.text);
    // "On page 3 he wrote:" is prose.
    if (!date || !date->has_time) return std::nullopt;
    line.date = *date;
    line.end_row = i + 1;
    line.box = box;
    return line;
  }
  return std::nullopt;
}

bool is_owner(const Row& row) {
  const std::size_t words = row.items.size();
  return words >= 1 && words <= 5 && std::none_of(row.text.begin(), row.text.end(), [](char c) {
           return (c >= '0' && c <= '9') || c == ':' || c == '@';
         });
}

bool is_at_top(const std::vector<Row>& rows, std::size_t first) {
  if (first > kMostRowsAbove) return false;
  return std::all_of(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(first),
                     [](const Row& row) { return row.items.size() <= 8; });
}

std::vector<std::string> words_in(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : to_lower_ascii(without_markers(text)))
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  if (words.back().empty()) words.pop_back();
  return words;
}

// FNV-1a (Fowler, Noll, Vo) over the first words.
std::string fingerprint_of(const std::vector<std::string>& words) {
  if (words.size() < 3) return {};
  std::uint64_t hash = 14695981039346656037ULL;
  for (std::size_t i = 0; i < std::min(words.size(), kFingerprintWords); ++i)
    for (const char c : words[i] + ' ') hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return fmt::format("{:016x}", hash);
}

double confidence_of(const HeaderBlock& block, bool recognised) {
  double confidence = block.core() >= 4 ? 0.97 : block.core() == 3 ? 0.9 : 0.7;
  if (block.has_sent && !block.date) confidence -= 0.15;
  return recognised ? confidence - 0.05 : confidence;
}

Message message_of(const HeaderBlock& block, const PageRows& page) {
  Message message;
  message.last = page.page;
  message.from = block.from;
  message.to = block.to;
  message.cc = block.cc;
  message.bcc = block.bcc;
  message.sent_text = block.sent;
  message.subject = block.subject;
  message.attachments_text = block.attachments;
  if (block.date) message.sent = block.date->iso, message.zone = block.date->zone;
  for (const auto& [field, value] : {std::pair<const char*, const std::string&>{"from", block.from},
                                     {"to", block.to},
                                     {"cc", block.cc},
                                     {"bcc", block.bcc}})
    for (Party& party : read_parties(field, value)) message.parties.push_back(std::move(party));
  message.attachments = read_attachment_names(block.attachments);
  message.form = block.form;
  message.confidence = confidence_of(block, page.recognised);
  message.evidence = {page.page, block.box, {}};
  return message;
}

Message message_of(const ChatLine& line, const Row& row, const PageRows& page) {
  Message message;
  message.last = page.page;
  message.form = "chat";
  message.from = line.from;
  message.sent_text = line.sent;
  if (line.date) message.sent = line.date->iso, message.zone = line.date->zone;
  message.parties = read_parties("from", line.from);
  message.confidence = page.recognised ? 0.8 : 0.85;
  message.evidence = {page.page, row.box, {}};
  return message;
}

Message message_of(const QuoteLine& line, const PageRows& page) {
  Message message;
  message.last = page.page;
  message.quoted = true;
  message.form = "quote-line";
  message.from = std::string(trim(line.text.substr(std::min(line.text.size(), line.date.end))));
  while (!message.from.empty() && (message.from.front() == ',' || message.from.front() == ' '))
    message.from.erase(0, 1);
  message.sent_text = std::string(trim(line.text.substr(0, line.date.end)));
  message.sent = line.date.iso;
  message.zone = line.date.zone;
  message.parties = read_parties("from", message.from);
  message.confidence = 0.85;
  message.evidence = {page.page, line.box, {}};
  return message;
}

bool is_page_number(const Row& row) {
  return row.items.size() <= 3 && std::none_of(row.text.begin(), row.text.end(), [](char c) {
           return std::isalpha(static_cast<unsigned char>(c)) != 0;
         });
}

// The row at the end of the page from which on a header begins that the next page has the rest of: a sender,
// perhaps a time and names, and nothing else but a page number. The number of rows when there is none.
std::size_t start_of_unfinished(const PageRows& page) {
  constexpr std::size_t kMostRowsOfIt = 6;
  const std::vector<Row>& rows = page.rows;
  for (std::size_t i = rows.size() - std::min(rows.size(), kMostRowsOfIt); i < rows.size(); ++i) {
    const std::vector<FieldAt> fields = fields_in(rows[i]);
    if (fields.empty() || fields.front().field != HeaderField::kFrom || rows[i].box.y0 < 0.6 * page.height)
      continue;
    if (read_header(rows, i, page.width)) return rows.size();
    const bool rest =
        std::all_of(rows.begin() + static_cast<std::ptrdiff_t>(i) + 1, rows.end(), [](const Row& row) {
          return !fields_in(row).empty() || is_page_number(row) || row.text.front() == '<' ||
                 row.items.front().redaction;
        });
    if (rest) return i;
  }
  return rows.size();
}

// Programs print the time of what they show and of what is quoted in it in different ways.
std::string style_of(const Message& message) {
  return std::string(message.zone.empty() ? "" : "zone ") +
         (std::count(message.sent_text.begin(), message.sent_text.end(), ':') > 1 ? "seconds" : "");
}

constexpr const char* kNoStyle = "none yet";

}  // namespace

void MessageReader::add(const PageRows& page) {
  // Nothing goes on over a page that was not read: what it says is not known.
  if (last_page_ && last_page_->value() + 1 != page.page.value()) {
    begun_.clear();
    close();
    ended_ = true;
  }
  last_page_ = page.page;
  if (begun_.empty()) separated_ = apple_ = false;
  gmail_at_top_ = false;
  std::size_t i = finish_begun(page);
  const bool in_chat = holds_chat(page.rows);
  const std::size_t end = start_of_unfinished(page);
  for (; i < end;) {
    const Row& row = page.rows[i];
    if (is_separator(row)) {
      separated_ = true;
      apple_ = is_apple_separator(row);
      ++i;
    } else if (auto line = read_quote_line(page.rows, i)) {
      i = line->end_row;
      begin({message_of(*line, page), false, false, line->box.y0, line->box.y1});
    } else if (const auto head = read_gmail_head(page.rows, i)) {
      gmail_subject_ = head->subject;
      gmail_at_top_ = head->first_row <= kMostRowsAbove;
      in_gmail_print_ = true;
      ++i;
    } else if (auto gmail = read_gmail_header(page.rows, i, page.width, in_gmail_print_)) {
      i = gmail->end_row;
      begin_gmail(*std::move(gmail), page);
    } else if (auto notes = read_notes_header(page.rows, i)) {
      const bool at_top = is_at_top(page.rows, i);
      FoundMessage found{message_of(*notes, page), at_top, false, notes->box.y0, notes->box.y1};
      found.message.quoted = is_quoted(found);
      i = notes->end_row;
      begin(std::move(found));
    } else if (const auto chat = in_chat ? read_chat_line(row) : std::nullopt) {
      const bool goes_on = !found_.empty() && found_.back().message.form == "chat" && !ended_;
      begin(
          {message_of(*chat, row, page), !goes_on && is_at_top(page.rows, i), false, row.box.y0, row.box.y1});
      for (std::string& word : words_in(chat->text)) text_words_.push_back(std::move(word));
      ++i;
    } else if (auto block = read_header(page.rows, i, page.width)) {
      const bool at_top = is_at_top(page.rows, i);
      FoundMessage found{message_of(*block, page), at_top, i > 0 && at_top && is_owner(page.rows[i - 1]),
                         block->box.y0, block->box.y1};
      if (separated_ && apple_) found.message.form = "apple";
      found.message.quoted = is_quoted(found);
      i = block->end_row;
      begin(std::move(found));
    } else {
      take_text(page, row);
      ++i;
    }
  }
  begun_.assign(page.rows.begin() + static_cast<std::ptrdiff_t>(end), page.rows.end());
  std::erase_if(begun_, is_page_number);
  begun_on_ = page.page;
}

// The messages of one print are one record, whose subject stands above the first of them.
void MessageReader::begin_gmail(HeaderBlock block, const PageRows& page) {
  if (block.subject.empty()) block.subject = gmail_subject_;
  block.has_subject = !block.subject.empty();
  FoundMessage found{message_of(block, page), gmail_at_top_, gmail_at_top_, block.box.y0, block.box.y1};
  gmail_at_top_ = false;
  begin(std::move(found));
}

// Reads the header that the page before began. Answers with which row of this page its text begins.
std::size_t MessageReader::finish_begun(const PageRows& page) {
  if (begun_.empty()) return 0;
  std::vector<Row> rows = std::move(begun_);
  begun_.clear();
  const std::size_t carried = rows.size();
  rows.insert(rows.end(), page.rows.begin(), page.rows.end());
  if (carried < rows.size()) rows[carried].gap_above = 0.5;
  const auto block = read_header(rows, 0, page.width);
  if (!block || block->end_row <= carried) return 0;
  PageRows begins = page;
  begins.page = begun_on_;
  FoundMessage found{message_of(*block, begins), false, false, rows.front().box.y0, rows.front().box.y1};
  found.message.evidence.box = rows.front().box;
  if (separated_ && apple_) found.message.form = "apple";
  found.message.quoted = is_quoted(found);
  begin(std::move(found));
  return block->end_row - carried;
}

// In a chain the newest message comes first. A header at the top of a page goes on with the chain when it is
// the next older message of the same subject, printed as those quoted are.
bool MessageReader::is_quoted(const FoundMessage& found) const {
  if (separated_) return true;
  if (found_.empty()) return false;
  if (!found.at_top) return true;
  if (found.under_owner) return false;
  const Message& last = found_.back().message;
  const bool older = !last.sent.empty() && !found.message.sent.empty() && found.message.sent < last.sent;
  if (!older || subject_key(found.message.subject) != chain_subject_) return false;
  const std::string style = style_of(found.message);
  return style != first_style_ || style == quoted_style_;
}

void MessageReader::begin(FoundMessage found) {
  close();
  if (found.message.form != "gmail" && found.message.form != "quote-line") {
    in_gmail_print_ = false;
    gmail_subject_.clear();
  }
  if (!found.message.quoted) {
    chain_subject_ = subject_key(found.message.subject);
    first_style_ = style_of(found.message);
    quoted_style_ = kNoStyle;
  } else if (found.message.form != "quote-line") {
    quoted_style_ = style_of(found.message);
  }
  found_.push_back(std::move(found));
  separated_ = apple_ = ended_ = false;
}

void MessageReader::take_text(const PageRows& page, const Row& row) {
  if (found_.empty() || ended_) return;
  // Stamps and page numbers are nobody's words.
  if (row.box.center_y() < 0.05 * page.height || row.box.center_y() > 0.95 * page.height) return;
  for (std::string& word : words_in(row.text)) text_words_.push_back(std::move(word));
  found_.back().message.last = page.page;
}

void MessageReader::close() {
  if (!found_.empty() && !ended_) {
    found_.back().message.words = static_cast<int>(text_words_.size());
    found_.back().message.fingerprint = fingerprint_of(text_words_);
  }
  text_words_.clear();
}

std::vector<FoundMessage> MessageReader::finish() {
  close();
  return std::move(found_);
}

}  // namespace vaughn::records

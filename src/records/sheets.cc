// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/sheets.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "vaughn/base/strings.h"

namespace vaughn::records {
namespace {

// With letters that recognition takes for digits as digits; empty when no digit is among them: "ill", "oil".
std::string digits_of(std::string text) {
  if (text.find_first_of("0123456789") == std::string::npos) return {};
  for (char& c : text) {
    if (c == 'l' || c == 'I') c = '1';
    if (c == 'O') c = '0';
  }
  return text;
}

std::optional<int> number_in(const std::string& text) {
  const std::string digits = digits_of(text);
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::string all_text(const PageRows& page) {
  std::string text;
  for (const Row& row : page.rows) text += row.text + ' ';
  return to_lower_ascii(text);
}

std::optional<int> stated_total(const PageRows& page) {
  static const RE2 total(
      "(?i)total\\s+(?:deleted|withheld)\\s+page\\s?\\(?s?\\)?\\s*[=:~-]*\\s*((?-i:[0-9lIO]{1,5}))\\b");
  for (const Row& row : page.rows) {
    std::string number;
    if (RE2::PartialMatch(row.text, total, &number))
      if (const auto stated = number_in(number)) return stated;
  }
  return std::nullopt;
}

// What is printed instead of a code.
struct Reason {
  std::string disposition, text;
};

std::optional<Reason> reason_in(const std::string& text) {
  static const RE2 duplicate("(?i)(\\bdup[il1]icate\\b[^;]*)"), consult("(?i)(\\brefer+al\\s?/\\s?cons\\w+)"),
      direct("(?i)(\\brefer+al(?:\\s?/\\s?dir\\w+)?)"), sealed("(?i)(\\b(?:other\\s*-\\s*)?sealed\\b[^;]*)"),
      other("(?i)(\\bother\\b\\s*-?[^;]*)"),
      out_of_scope("(?i)(\\b(?:non-?\\s?responsive|outside the scope)\\b)");
  std::string found;
  static const RE2 begins_other("(?i)^\\W*(other\\b[^;]*)");
  if (RE2::PartialMatch(text, begins_other, &found) && !RE2::PartialMatch(found, sealed))
    return Reason{"other", found};
  if (RE2::PartialMatch(text, consult, &found)) return Reason{"consultation", found};
  if (RE2::PartialMatch(text, direct, &found)) return Reason{"referred", found};
  if (RE2::PartialMatch(text, duplicate, &found)) return Reason{"duplicate", found};
  if (RE2::PartialMatch(text, sealed, &found)) return Reason{"sealed", found};
  if (RE2::PartialMatch(text, out_of_scope, &found)) return Reason{"nonresponsive", found};
  if (RE2::PartialMatch(text, other, &found)) return Reason{"other", found};
  return std::nullopt;
}

bool stands_in(const Box& box, const Row& row) {
  return box.center_y() > row.box.y0 - 1 && box.center_y() < row.box.y1 + 1 &&
         box.center_x() > row.box.x0 - 1 && box.center_x() < row.box.x1 + 1;
}

// The codes that the reading of the page found in a row.
void take_codes(const PageRows& page, const Row& row, AbsentPage* absent) {
  std::vector<const ExemptionCode*> here;
  for (const std::vector<ExemptionCode>* codes : {&page.other_codes, &page.page_codes})
    for (const ExemptionCode& code : *codes)
      if (code.box && stands_in(*code.box, row)) here.push_back(&code);
  // Codes of one printed word share its box and keep their order.
  std::stable_sort(here.begin(), here.end(),
                   [](const auto* a, const auto* b) { return a->box->x0 < b->box->x0; });
  for (const ExemptionCode* code : here)
    if (std::find(absent->codes.begin(), absent->codes.end(), code->code) == absent->codes.end()) {
      absent->codes.push_back(code->code);
      absent->certain = absent->certain && code->certain;
    }
}

// "- 2,-4,-6": the FBI's coded categories behind a code, which its declarations explain.
std::string categories_in(const std::string& part) {
  static const RE2 pattern("-\\s*([0-9TlI](?:\\s*[,.]\\s*-?\\s*[0-9TlI])*)\\s*$");
  std::string found, categories;
  if (!RE2::PartialMatch(part, pattern, &found)) return {};
  for (const char c : found) {
    const char digit = c == 'T' ? '7' : c == 'l' || c == 'I' ? '1' : c;
    if (digit >= '0' && digit <= '9') categories += (categories.empty() ? "" : ",") + std::string(1, digit);
  }
  return categories;
}

// "bi7c" is b7C with a speck in it: the one code that is a letter away.
std::string nearest_code(const std::string& part) {
  static const std::vector<std::string> known = {"b1",  "b2",  "b3",  "b4",  "b5",  "b6", "b7a",
                                                 "b7b", "b7c", "b7d", "b7e", "b7f", "b8", "b9"};
  std::string letters;
  for (const char c : part.substr(0, part.find_first_of(" -")))
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  std::string nearest;
  for (const std::string& code : known) {
    if (code.size() < 3 || letters.size() < 3 || edit_distance(code, letters) > 1) continue;
    if (!nearest.empty()) return {};
    nearest = code;
  }
  if (nearest.empty()) return {};
  return "(b)(" + nearest.substr(1, 1) + ")(" +
         std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(nearest[2])))) + ")";
}

// The codes of a row of which one was not read stand in its parts that are not the codes read.
void take_unread_code(const std::vector<std::string>& parts, AbsentPage* absent) {
  if (parts.size() != absent->codes.size() + 1) return;
  std::vector<std::string> all;
  std::size_t next = 0;
  for (const std::string& part : parts) {
    const std::string nearest = nearest_code(part);
    const bool is_next = next < absent->codes.size() && part.size() > 1 && absent->codes[next].size() > 4 &&
                         part[1] == absent->codes[next][4];
    if (is_next)
      all.push_back(absent->codes[next++]);
    else if (!nearest.empty())
      all.push_back(nearest);
  }
  if (all.size() == parts.size() && next == absent->codes.size()) absent->codes = std::move(all);
}

// Where the columns of a list came apart the codes were read without their categories. Each part of the row
// between semicolons is one code; a code that has categories keeps them.
void take_categories(const std::string& row, AbsentPage* absent) {
  std::vector<std::string> parts;
  for (const std::string& part : split(row.substr(std::min(row.size(), row.find_first_of("bB"))), ';'))
    if (part.find_first_of("bB") != std::string::npos) parts.push_back(std::string(trim(part)));
  if (parts.size() > absent->codes.size()) absent->certain = false;  // one of them was not read
  take_unread_code(parts, absent);
  if (parts.size() != absent->codes.size()) return;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::string& code = absent->codes[i];
    if (code.find('-') != std::string::npos || !code.starts_with("(b)")) continue;
    const std::string categories = categories_in(parts[i]);
    if (!categories.empty()) code += "-" + categories;
    // A hyphen without anything readable behind it.
    absent->certain = absent->certain && (!categories.empty() || parts[i].find('-') == std::string::npos);
  }
}

// "Page 21 ~ b7E;", "12-cv-345-678 b6; b7C", of a list.
std::optional<AbsentPage> listed_page(const PageRows& page, const Row& row, bool by_bates) {
  static const RE2 by_page("^\\W*[PpFf]age\\s+([0-9lIO]{1,6})\\b(.*)$");
  static const RE2 by_number("^((?:[A-Z]{2,8}\\s)?\\S*\\d{2,})(?:\\s*[-–]\\s*\\S*\\d+)?\\s+(\\S.*)$");
  AbsentPage absent;
  std::string rest;
  if (RE2::FullMatch(row.text, by_page, &absent.number, &rest)) {
    absent.number = digits_of(absent.number);
    if (absent.number.empty()) return std::nullopt;
  } else if (!by_bates || !RE2::FullMatch(row.text, by_number, &absent.number, &rest)) {
    return std::nullopt;
  }
  take_codes(page, row, &absent);
  take_categories(rest, &absent);
  // A code whose letters are in no word of the row stands there all the same, perhaps not alone.
  if (!absent.codes.empty() && rest.find_first_of("bBjkJKdDPRN") == std::string::npos) absent.certain = false;
  if (const auto reason = reason_in(rest)) {
    absent.disposition = reason->disposition;
    absent.reason = std::string(trim(reason->text));
  } else if (!absent.codes.empty()) {
    absent.disposition = "withheld";
  } else {
    if (by_bates) return std::nullopt;
    absent.disposition = "deleted";
    absent.certain = false;  // its reason cannot be read
  }
  absent.evidence = {page.page, row.box, row.text};
  return absent;
}

// "Page 10 thru Page 20 ~ b5;": a row for each of its pages.
std::vector<AbsentPage> listed_pages(const PageRows& page, const Row& row, bool by_bates) {
  constexpr int kMostPages = 5'000;
  static const RE2 range(
      "^\\W*(?i:pages?)\\s+(\\d{1,6})\\s*(?:-|–|—|to|thru|through|(?i:to|thru|through))\\s*(?:(?i:pages?)\\s+"
      ")?(\\d{1,6})\\b(.*)$");
  static const RE2 numbers(
      "^(\\S*?)(\\d{2,12})\\s*(?:-|–|—|to|thru|through)\\s*(\\S*?)(\\d{2,12})\\s+(\\S.*)$");
  std::vector<AbsentPage> all;
  std::string first, last, rest, prefix, second_prefix;
  Row one = row;
  const bool by_page = RE2::FullMatch(row.text, range, &first, &last, &rest);
  if (by_page)
    one.text = "Page " + first + rest;
  else if (by_bates && RE2::FullMatch(row.text, numbers, &prefix, &first, &second_prefix, &last, &rest) &&
           (second_prefix.empty() || prefix == second_prefix))
    one.text = prefix + first + " " + rest;
  auto absent = listed_page(page, one, by_bates);
  if (!absent) return all;
  absent->evidence.raw = row.text;
  if (first.empty() || one.text == row.text) return {*std::move(absent)};
  const int from = number_in(first).value_or(0), to = number_in(last).value_or(0);
  if (to < from || to - from >= kMostPages) {
    absent->certain = false;
    return {*std::move(absent)};
  }
  for (int number = from; number <= to; ++number) {
    std::string digits = std::to_string(number);
    if (digits.size() < first.size() && first.front() == '0')
      digits.insert(0, first.size() - digits.size(), '0');
    absent->number = prefix + digits;
    all.push_back(*absent);
  }
  return all;
}

bool is_list_heading(const std::string& text) {
  static const RE2 heading("de[l1]eted page information sheet|total (?:deleted|withheld) page");
  return RE2::PartialMatch(text, heading);
}

// A page of nothing but rows of a list goes on with the list before.
bool goes_on_with_list(const PageRows& page, std::size_t listed) {
  return listed >= 2 && 2 * listed >= page.rows.size();
}

struct Listed {
  std::vector<AbsentPage> pages;
  bool heading = false;
};

Listed read_list(const PageRows& page, bool by_bates_before) {
  Listed listed;
  const std::string text = all_text(page);
  listed.heading = is_list_heading(text);
  const bool by_bates = by_bates_before || text.find("bates page reference") != std::string::npos;
  for (const Row& row : page.rows)
    for (AbsentPage& absent : listed_pages(page, row, by_bates)) listed.pages.push_back(std::move(absent));
  return listed;
}

std::string kind_of_slip(const std::string& text) {
  static const RE2 referral("referred to|referral"), duplicate("duplicate");
  if (RE2::PartialMatch(text, referral)) return "referral";
  if (RE2::PartialMatch(text, duplicate) && text.find("no duplication fee") == std::string::npos)
    return "duplicate";
  return "withheld";
}

// A sheet that stands for a page, or for a number of them, at its place in the release.
Sheet read_slip(const PageRows& page) {
  static const RE2 number("(?i)\\bpage\\s+((?-i:[0-9lIO]{1,6}))\\b"), many("(?i)\\b(\\d{1,5})\\s+pages?\\b"),
      reason("(?i)((?:withheld|denied|deleted|referred|duplicate)\\b.*)");
  Sheet sheet;
  sheet.first = sheet.last = page.page;
  const std::string text = all_text(page);
  sheet.kind = kind_of_slip(text);
  AbsentPage absent;
  absent.disposition = sheet.kind == "referral" ? "referred" : sheet.kind;
  absent.evidence.page = page.page;
  static const RE2 of_many("(?i)\\bof\\s+(?:the\\s+)?\\d{1,5}\\s+pages?\\b"),
      range("(?i)\\bpages?\\s+(\\d{1,6})\\s*(?:-|–|—|to|thru|through)\\s*(?:page\\s+)?(\\d{1,6})\\b");
  for (const Row& row : page.rows) {
    std::string found, last;
    if (absent.count == 1 && RE2::PartialMatch(row.text, range, &found, &last)) {
      const int from = std::stoi(found), to = std::stoi(last);
      absent.number = found;
      if (to > from)
        absent.count = to - from + 1;
      else
        absent.certain = false;
    }
    if (absent.number.empty() && RE2::PartialMatch(row.text, number, &found))
      absent.number = digits_of(found);
    // "Page 47 of 120 pages" is one page.
    if (absent.count == 1 && !RE2::PartialMatch(row.text, of_many) &&
        RE2::PartialMatch(row.text, many, &found))
      absent.count = std::stoi(found);
    if (absent.reason.empty() && RE2::PartialMatch(row.text, reason, &found)) {
      absent.reason = std::string(trim(found));
      absent.evidence.box = row.box;
      absent.evidence.raw = row.text;
    }
  }
  for (const std::vector<ExemptionCode>* codes : {&page.page_codes, &page.other_codes})
    for (const ExemptionCode& code : *codes)
      if (std::find(absent.codes.begin(), absent.codes.end(), code.code) == absent.codes.end()) {
        absent.codes.push_back(code.code);
        absent.certain = absent.certain && code.certain;
      }
  sheet.pages.push_back(std::move(absent));
  return sheet;
}

}  // namespace

void split_columns_of_list(PageRows* page) {
  if (!is_list_heading(all_text(*page))) return;
  const auto begins_page = [](const Row& row, std::size_t item) {
    // "Page 10 thru Page 20" is one.
    static const RE2 range("(?i)^(?:-|–|—|to|thru|through)$");
    if (item > 0 && RE2::FullMatch(row.items[item - 1].text, range)) return false;
    return item + 1 < row.items.size() && to_lower_ascii(row.items[item].text) == "page" &&
           number_in(row.items[item + 1].text);
  };
  std::vector<Row> rows;
  for (Row& row : page->rows) {
    std::size_t begin = 0;
    for (std::size_t item = 1; item <= row.items.size(); ++item) {
      if (item < row.items.size() && (!begins_page(row, item) || !begins_page(row, begin))) continue;
      if (begin == 0 && item == row.items.size()) break;  // all of it is one
      Row part;
      part.gap_above = row.gap_above;
      part.items.assign(row.items.begin() + static_cast<std::ptrdiff_t>(begin),
                        row.items.begin() + static_cast<std::ptrdiff_t>(item));
      for (const RowItem& word : part.items) part.box = bounding(part.box, word.box);
      part.text = part.text_from(0);
      rows.push_back(std::move(part));
      begin = item;
    }
    if (begin == 0) rows.push_back(std::move(row));
  }
  page->rows = std::move(rows);
}

std::vector<Sheet> read_sheets(const std::vector<PageRows>& pages) {
  std::vector<Sheet> sheets;
  for (const PageRows& page : pages) {
    Sheet* before = sheets.empty() ? nullptr : &sheets.back();
    const bool after_list =
        before != nullptr && before->kind == "deleted-pages" && before->last.value() + 1 == page.page.value();
    Listed listed = read_list(page, false);
    const auto total = stated_total(page);
    const auto rows_of_both = after_list ? before->pages.size() + listed.pages.size() : 0;
    const bool same_list = after_list && listed.heading && total &&
                           before->stated_total.value_or(*total) == *total &&
                           (before->stated_total || static_cast<int>(rows_of_both) == *total) &&
                           static_cast<int>(before->pages.size()) < *total;
    if (same_list) before->stated_total = total;
    if (same_list || (after_list && !listed.heading && goes_on_with_list(page, listed.pages.size()))) {
      before->last = page.page;
      for (AbsentPage& absent : listed.pages) before->pages.push_back(std::move(absent));
    } else if (listed.heading &&
               (page.text_source == TextSource::kWithheldSheet || listed.pages.size() >= 2)) {
      Sheet& sheet = sheets.emplace_back();
      sheet.first = sheet.last = page.page;
      sheet.kind = "deleted-pages";
      sheet.stated_total = stated_total(page);
      sheet.pages = std::move(listed.pages);
    } else if (page.text_source == TextSource::kWithheldSheet) {
      sheets.push_back(read_slip(page));
    }
  }
  return sheets;
}

}  // namespace vaughn::records

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/audit_letters.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <utility>

#include "vaughn/base/strings.h"

namespace vaughn::report {
namespace {

struct Said {
  long long number = 0;
  const store::StatementRow* statement = nullptr;
};

std::vector<Said> counts(const LetterSummary& letter, const std::string& name) {
  std::vector<Said> found;
  for (const store::StatementRow& row : letter.statements)
    if (row.statement.kind == "count" && row.statement.value == name && row.statement.number)
      found.push_back({static_cast<long long>(*row.statement.number), &row});
  return found;
}

// The sum of what is said of pages referred, which letters say agency by agency; of anything else the first.
std::optional<long long> count(const LetterSummary& letter, const std::string& name) {
  const std::vector<Said> said = counts(letter, name);
  if (said.empty()) return std::nullopt;
  if (name != "referred") return said.front().number;
  long long sum = 0;
  for (const Said& one : said) sum += one.number;
  return sum;
}

std::string pages(long long number) {
  return with_thousands(number) + (number == 1 ? " page" : " pages");
}

constexpr std::pair<const char*, const char*> kParts[] = {
    {"full", "released in full"}, {"part", "released in part"}, {"withheld", "withheld in full"},
    {"duplicate", "duplicates"},  {"referred", "referred"},     {"nonresponsive", "not responsive"}};

AuditEntry mismatch(const LetterSummary& letter, std::string text, const std::string& quote) {
  AuditEntry entry;
  entry.kind = EntryKind::kMismatch;
  entry.release = letter.place.release;
  entry.text = std::move(text);
  entry.quote = quote;
  entry.places = {letter.place};
  return entry;
}

std::string quote_of(const std::vector<Said>& said) {
  return said.empty() ? std::string() : said.front().statement->statement.evidence.raw;
}

void check_sum(const LetterSummary& letter, std::vector<AuditEntry>* entries) {
  long long sum = 0;
  std::vector<std::string> terms;
  std::string quote;
  for (const auto& [name, words] : kParts)
    if (const auto number = count(letter, name)) {
      sum += *number;
      terms.push_back(fmt::format("{} {}", with_thousands(*number), words));
      if (quote.empty()) quote = quote_of(counts(letter, name));
    }
  if (terms.size() < 2) return;
  for (const auto& [name, words] : {std::pair{"located", "located"}, std::pair{"processed", "processed"}})
    if (const auto whole = count(letter, name); whole && *whole != sum) {
      entries->push_back(mismatch(letter,
                                  fmt::format("The letter says that {} were {}; its parts ({}) add up to {}.",
                                              pages(*whole), words, join(terms, ", "), with_thousands(sum)),
                                  quote));
      return;
    }
}

void check_released(const LetterSummary& letter, std::vector<AuditEntry>* entries) {
  const auto released = count(letter, "released");
  const auto full = count(letter, "full"), part = count(letter, "part"), withheld = count(letter, "withheld");
  if (!released || (!full && !part)) return;
  const long long parts = full.value_or(0) + part.value_or(0), with_sheets = parts + withheld.value_or(0);
  if (*released == parts || *released == with_sheets) return;
  entries->push_back(
      mismatch(letter,
               fmt::format("The letter says that {} are released; those in full and in part add up to {}{}.",
                           pages(*released), with_thousands(parts),
                           withheld ? ", and with those withheld in full to " + with_thousands(with_sheets)
                                    : std::string()),
               quote_of(counts(letter, "released"))));
}

struct NumberParts {
  std::string prefix;
  std::optional<long long> number;
};

NumberParts parts_of(const std::string& bates) {
  std::size_t digits = 0;
  while (digits < bates.size() &&
         std::isdigit(static_cast<unsigned char>(bates[bates.size() - 1 - digits])) != 0)
    ++digits;
  NumberParts parts{bates.substr(0, bates.size() - digits), std::nullopt};
  if (digits > 0 && digits < 16) parts.number = std::stoll(bates.substr(bates.size() - digits));
  return parts;
}

const store::StatementRow* statement(const LetterSummary& letter, const std::string& kind) {
  for (const store::StatementRow& row : letter.statements)
    if (row.statement.kind == kind) return &row;
  return nullptr;
}

void check_range(const LetterSummary& letter, std::vector<AuditEntry>* entries) {
  const store::StatementRow *first = statement(letter, "bates-first"),
                            *last = statement(letter, "bates-last");
  if (first == nullptr || last == nullptr) return;
  const NumberParts from = parts_of(first->statement.value), to = parts_of(last->statement.value);
  const std::string& quote = first->statement.evidence.raw;
  if (!to.prefix.empty() && from.prefix != to.prefix)
    entries->push_back(
        mismatch(letter,
                 fmt::format("The letter prints the prefix of the Bates numbers in two ways: {} and {}.",
                             first->statement.value, last->statement.value),
                 quote));
  if (!from.number || !to.number || *to.number < *from.number) return;
  const long long length = *to.number - *from.number + 1;
  auto released = count(letter, "released");
  if (!released && (count(letter, "full") || count(letter, "part")))
    released = count(letter, "full").value_or(0) + count(letter, "part").value_or(0);
  if (!released || *released == length) return;
  const auto withheld = count(letter, "withheld");
  if (withheld && *released + *withheld == length) return;
  entries->push_back(mismatch(
      letter,
      fmt::format("The letter says that {} are released; the range {} to {} has {} numbers.",
                  pages(*released), first->statement.value, last->statement.value, with_thousands(length)),
      quote));
}

void check_repetitions(const LetterSummary& letter, std::vector<AuditEntry>* entries) {
  for (const char* name : {"located", "processed", "full", "part", "withheld", "duplicate", "released"}) {
    std::vector<std::string> numbers;
    std::set<long long> different;
    const std::vector<Said> said = counts(letter, name);
    for (const Said& one : said)
      if (different.insert(one.number).second) numbers.push_back(with_thousands(one.number));
    if (different.size() > 1)
      entries->push_back(mismatch(letter,
                                  fmt::format("The letter counts the pages called '{}' in several ways: {}.",
                                              name, join(numbers, ", ")),
                                  quote_of(said)));
  }
  std::vector<std::string> numbers;
  const store::StatementRow* first = statement(letter, "interim-release");
  for (const store::StatementRow& row : letter.statements)
    if (row.statement.kind == "interim-release" &&
        std::find(numbers.begin(), numbers.end(), row.statement.value) == numbers.end())
      numbers.push_back(row.statement.value);
  if (numbers.size() > 1)
    entries->push_back(mismatch(
        letter, "The letter numbers the interim release in several ways: " + join(numbers, ", ") + ".",
        first->statement.evidence.raw));
}

}  // namespace

std::vector<LetterSummary> letters_of(const std::vector<store::StatementRow>& statements) {
  std::vector<LetterSummary> letters;
  std::map<std::int64_t, std::size_t> by_record;
  for (const store::StatementRow& row : statements) {
    const std::string& kind = row.statement.kind;
    if (kind == "amount" || kind == "contract-number" || kind == "vendor") continue;
    const auto [known, is_new] = by_record.try_emplace(row.record, letters.size());
    if (is_new) letters.push_back({row.place, {}, {}, {}, {}});
    LetterSummary& letter = letters[known->second];
    if (kind == "request-number" && letter.request_number.empty())
      letter.request_number = row.statement.value;
    if (kind == "letter-date") letter.date = row.statement.value;
    if (kind == "appeal-deadline") letter.appeal_deadline = row.statement.value;
    letter.statements.push_back(row);
  }
  // A released letter of somebody else that cites no request and counts nothing is a record, not an answer.
  std::erase_if(letters, [](const LetterSummary& letter) {
    return std::none_of(letter.statements.begin(), letter.statements.end(),
                        [](const store::StatementRow& row) {
                          return row.statement.kind.starts_with("count") ||
                                 row.statement.kind == "request-number" || row.statement.kind == "no-records";
                        });
  });
  return letters;
}

std::vector<AuditEntry> contradictions_in(const LetterSummary& letter) {
  std::vector<AuditEntry> entries;
  check_sum(letter, &entries);
  check_released(letter, &entries);
  check_range(letter, &entries);
  check_repetitions(letter, &entries);
  return entries;
}

std::vector<AuditEntry> against_what_came(const std::vector<const LetterSummary*>& letters,
                                          const store::PageDispositions& came, const AbsentCounts& absent,
                                          const std::vector<store::BatesRow>& bates) {
  std::vector<AuditEntry> entries;
  const auto said = [&](const char* name) {
    std::optional<long long> sum;
    for (const LetterSummary* letter : letters)
      if (const auto number = count(*letter, name)) sum = sum.value_or(0) + *number;
    return sum;
  };
  const auto quote = [&](const char* name) {
    for (const LetterSummary* letter : letters)
      if (const auto found = counts(*letter, name); !found.empty()) return quote_of(found);
    return std::string();
  };
  const auto absent_pages = [&](const char* name) {
    const auto known = absent.find(name);
    return known == absent.end() ? 0LL : known->second;
  };
  const char* who = letters.size() == 1 ? "The letter says" : "The letters say";
  const auto differ = [&](const char* name, long long number, const char* words) {
    if (const auto letter = said(name); letter && *letter != number)
      entries.push_back(
          mismatch(*letters.front(),
                   fmt::format("{} that {} are {}; {}.", who, pages(*letter), words,
                               number == 0 ? "none came so" : with_thousands(number) + " came so"),
                   quote(name)));
  };
  if (const auto full = said("full");
      full && (*full < came.full || *full > came.full + came.blank + came.sheets)) {
    entries.push_back(mismatch(*letters.front(),
                               fmt::format("{} that {} are released in full; {} came without a redaction, "
                                           "beside {} blank ones and {} sheets.",
                                           who, pages(*full), came.full, came.blank, came.sheets),
                               quote("full")));
  }
  differ("part", came.part, "released in part");
  differ("withheld", absent_pages("withheld"), "withheld in full, which a sheet in their place would show");
  differ("referred", absent_pages("referred") + absent_pages("consultation"),
         "referred, which a sheet in their place would show");
  for (const LetterSummary* letter : letters) {
    const store::StatementRow *first = statement(*letter, "bates-first"),
                              *last = statement(*letter, "bates-last");
    if (first == nullptr || last == nullptr || bates.empty()) continue;
    const NumberParts from = parts_of(first->statement.value), to = parts_of(last->statement.value);
    if (!from.number || !to.number) continue;
    std::set<long long> here;
    for (const store::BatesRow& row : bates)
      if (row.number >= *from.number && row.number <= *to.number) here.insert(row.number);
    const long long length = *to.number - *from.number + 1;
    if (length > 0 && static_cast<long long>(here.size()) < length)
      entries.push_back(
          mismatch(*letter,
                   fmt::format("The letter gives the range {} to {}, {} numbers; {} of them stand on "
                               "pages that came.",
                               first->statement.value, last->statement.value, with_thousands(length),
                               with_thousands(static_cast<long long>(here.size()))),
                   first->statement.evidence.raw));
  }
  return entries;
}

}  // namespace vaughn::report

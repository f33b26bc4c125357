// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>

#include "vaughn/base/iso_date.h"
#include "vaughn/base/strings.h"
#include "vaughn/model/text.h"

namespace vaughn::search {
namespace {

using store::Question;
using store::Range;

using Notes = std::vector<Note>;
using Read = std::optional<Question> (*)(std::string_view name, const std::string& value, Notes* notes);

std::optional<Question> unused(std::string text, Notes* notes) {
  notes->push_back({std::move(text), true});
  return std::nullopt;
}

std::optional<double> number_in(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

// "50%" or ".5"; more than one whole without a sign is meant as per cent.
std::optional<double> share_in(std::string_view text) {
  const bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  const auto number = number_in(text);
  if (!number || *number < 0 || *number > 100) return std::nullopt;
  return percent || *number > 1 ? *number / 100 : *number;
}

std::optional<double> page_in(std::string_view text) {
  const auto number = number_in(text);
  return number && *number >= 1 && *number == std::floor(*number) ? number : std::nullopt;
}

using ReadNumber = std::optional<double> (*)(std::string_view);

// "5", "3..7", ">5", ">=5", "<5", "<=5".
std::optional<Range> range_in(std::string_view text, ReadNumber read) {
  Range range;
  if (text.starts_with('>') || text.starts_with('<')) {
    const bool above = text.front() == '>';
    text.remove_prefix(1);
    const bool with_limit = text.starts_with('=');
    if (with_limit) text.remove_prefix(1);
    (above ? range.low : range.high) = read(text);
    (above ? range.without_low : range.without_high) = !with_limit;
    if (!(above ? range.low : range.high)) return std::nullopt;
    return range;
  }
  const std::size_t dots = text.find("..");
  range.low = read(text.substr(0, dots));
  range.high = dots == std::string_view::npos ? range.low : read(text.substr(dots + 2));
  if (!range.low || !range.high) return std::nullopt;
  return range;
}

std::optional<Question> number(store::NumberOf of, std::string_view name, const std::string& value,
                               ReadNumber read, std::string_view example, Notes* notes) {
  const auto range = range_in(value, read);
  if (!range)
    return unused(fmt::format("{}:{} is no such number or range, as in {}:{}; it was not used.", name, value,
                              name, example),
                  notes);
  return Question::of(store::NumberIs{of, *range});
}

std::optional<Question> read_page(std::string_view name, const std::string& value, Notes* notes) {
  // "3-7" as other commands write it.
  std::string range = value;
  if (const std::size_t dash = range.find('-'); dash != std::string::npos && dash > 0)
    range.replace(dash, 1, "..");
  return number(store::NumberOf::kPage, name, range, page_in, "3..7", notes);
}
std::optional<Question> read_confidence(std::string_view name, const std::string& value, Notes* notes) {
  return number(store::NumberOf::kConfidence, name, value, share_in, ">0.8", notes);
}
std::optional<Question> read_withheld(std::string_view name, const std::string& value, Notes* notes) {
  return number(store::NumberOf::kWithheld, name, value, share_in, ">50%", notes);
}

std::optional<Question> read_exemption(std::string_view, const std::string& value, Notes* notes) {
  if (!has_letters_or_digits(value))
    return unused(fmt::format("\"{}\" is no exemption; try exemption:b6 or exemption:b7c.", value), notes);
  const bool uncertain_too = value.ends_with('?');
  return Question::of(
      store::HasExemption{uncertain_too ? value.substr(0, value.size() - 1) : value, uncertain_too});
}

struct NameField {
  std::string_view name;
  store::NameOf of;
};
constexpr std::array kNameFields = {
    NameField{"source", store::NameOf::kSource}, NameField{"release", store::NameOf::kRelease},
    NameField{"agency", store::NameOf::kAgency}, NameField{"request", store::NameOf::kRequest}};

std::optional<Question> read_name(std::string_view name, const std::string& value, Notes* notes) {
  if (value.empty()) return unused(fmt::format("{}: has no value; it was not used.", name), notes);
  const auto* const field = std::find_if(kNameFields.begin(), kNameFields.end(),
                                         [&](const NameField& f) { return f.name == name; });
  return Question::of(store::NameHas{field->of, value});
}

std::vector<std::string> text_source_names() {
  std::vector<std::string> names;
  for (int i = 0; i <= static_cast<int>(TextSource::kPhotograph); ++i)
    names.emplace_back(to_string(static_cast<TextSource>(i)));
  return names;
}

std::optional<Question> read_text_source(std::string_view, const std::string& value, Notes* notes) {
  const std::string wanted = to_lower_ascii(value);
  if (text_source_from_string(wanted)) return Question::of(store::TextSourceIs{wanted});
  const std::vector<std::string> names = text_source_names();
  const auto meant = did_you_mean(wanted, names);
  return unused(
      meant ? fmt::format("There is no text-source \"{}\"; did you mean {}? It was not used.", value, *meant)
            : fmt::format("There is no text-source \"{}\"; there are {}. It was not used.", value,
                          join(names, ", ")),
      notes);
}

std::optional<Question> read_bates(std::string_view, const std::string& value, Notes* notes) {
  const std::size_t dots = value.find("..");
  const std::string first = value.substr(0, dots);
  const std::string last = dots == std::string::npos ? first : value.substr(dots + 2);
  const auto has_digit = [](const std::string& text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!has_digit(first) || !has_digit(last))
    return unused(
        fmt::format("bates:{} is no Bates number or range, as in bates:ICE-000120..ICE-000140; it was "
                    "not used.",
                    value),
        notes);
  return Question::of(store::BatesIs{first, last});
}

struct FactField {
  std::string_view name, yes;
  store::Fact fact;
};
constexpr std::array kFactFields = {FactField{"redacted", "yes", store::Fact::kRedacted},
                                    FactField{"redacted", "whole", store::Fact::kWithheldInFull},
                                    FactField{"unlabelled", "yes", store::Fact::kUnlabelled},
                                    FactField{"leak", "yes", store::Fact::kLeak}};

std::optional<Question> read_fact(std::string_view name, const std::string& value, Notes* notes) {
  const std::string wanted = to_lower_ascii(value);
  std::vector<std::string> values{"no"};
  for (const FactField& field : kFactFields) {
    if (field.name != name) continue;
    values.insert(values.end() - 1, std::string(field.yes));
    const Question question = Question::of(store::HasFact{field.fact});
    if (wanted == field.yes) return question;
    if (wanted == "no") return Question{Question::Kind::kNot, {}, {question}};
  }
  return unused(
      fmt::format("{}:{} is not one of {}:{}; it was not used.", name, value, name, join(values, ", ")),
      notes);
}

struct RecordField {
  std::string_view name;
  store::RecordHas::Of of;
};
constexpr std::array kRecordFields = {RecordField{"type", store::RecordHas::Of::kType},
                                      RecordField{"from", store::RecordHas::Of::kFrom},
                                      RecordField{"to", store::RecordHas::Of::kTo},
                                      RecordField{"cc", store::RecordHas::Of::kCc},
                                      RecordField{"domain", store::RecordHas::Of::kDomain},
                                      RecordField{"subject", store::RecordHas::Of::kSubject},
                                      RecordField{"contract", store::RecordHas::Of::kContract}};

std::optional<Question> read_record(std::string_view name, const std::string& value, Notes* notes) {
  if (trim(value).empty()) return unused(fmt::format("{}: says nothing; it was not used.", name), notes);
  for (const RecordField& field : kRecordFields)
    if (field.name == name) return Question::of(store::RecordHas{field.of, std::string(trim(value))});
  return std::nullopt;
}

std::optional<Question> read_date(std::string_view name, const std::string& value, Notes* notes) {
  const std::size_t dots = value.find("..");
  std::string low = value.substr(0, dots), high = dots == std::string::npos ? low : value.substr(dots + 2);
  if (name == "after") high.clear();
  if (name == "before") low.clear();
  const bool some = !low.empty() || !high.empty();
  if (!some || (!low.empty() && !is_iso_date(low)) || (!high.empty() && !is_iso_date(high)) ||
      (name != "date" && dots != std::string::npos))
    return unused(fmt::format("{}:{} is no date, as in {}:2030-10-18, 2030-10 or 2030{}; it was not used.",
                              name, value, name, name == "date" ? ", or a range of them, 2030-10..2031" : ""),
                  notes);
  return Question::of(store::RecordDate{std::move(low), std::move(high)});
}

// "$1,000" is 1000.
std::optional<double> dollars_in(std::string_view text) {
  std::string plain;
  for (const char c : text)
    if (c != '$' && c != ',') plain += c;
  const auto number = number_in(plain);
  return number && *number >= 0 ? number : std::nullopt;
}

std::optional<Question> read_amount(std::string_view, const std::string& value, Notes* notes) {
  if (const auto range = range_in(value, dollars_in)) return Question::of(store::AmountIs{*range});
  return unused(
      fmt::format(
          "amount:{} is no amount or range, as in amount:>100000 or amount:1000..5000; it was not used.",
          value),
      notes);
}

struct Field {
  std::string_view name;
  Read read;
};
constexpr std::array kFields = {Field{"exemption", read_exemption},
                                Field{"source", read_name},
                                Field{"release", read_name},
                                Field{"agency", read_name},
                                Field{"request", read_name},
                                Field{"page", read_page},
                                Field{"bates", read_bates},
                                Field{"text-source", read_text_source},
                                Field{"confidence", read_confidence},
                                Field{"redacted", read_fact},
                                Field{"withheld", read_withheld},
                                Field{"unlabelled", read_fact},
                                Field{"leak", read_fact},
                                Field{"type", read_record},
                                Field{"from", read_record},
                                Field{"to", read_record},
                                Field{"cc", read_record},
                                Field{"domain", read_record},
                                Field{"subject", read_record},
                                Field{"date", read_date},
                                Field{"after", read_date},
                                Field{"before", read_date},
                                Field{"amount", read_amount},
                                Field{"contract", read_record}};

const Field* find_field(std::string_view name) {
  const auto* const field =
      std::find_if(kFields.begin(), kFields.end(), [&](const Field& f) { return f.name == name; });
  return field == kFields.end() ? nullptr : field;
}

std::string printed_range(const Range& range) {
  if (!range.high) return fmt::format(">{}{}", range.without_low ? "" : "=", *range.low);
  if (!range.low) return fmt::format("<{}{}", range.without_high ? "" : "=", *range.high);
  if (*range.low == *range.high) return fmt::format("{}", *range.low);
  return fmt::format("{}..{}", *range.low, *range.high);
}

std::string printed_value(const std::string& value) {
  const bool plain = !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           std::string_view(".-_<>=?/%").find(c) != std::string_view::npos;
  });
  return plain ? value : '"' + value + '"';
}

struct Printer {
  using Printed = std::optional<std::string>;
  static std::string field(std::string_view name, const std::string& value) {
    return fmt::format("{}:{}", name, printed_value(value));
  }
  Printed operator()(const store::HasExemption& test) const {
    return field("exemption", test.code + (test.uncertain_too ? "?" : ""));
  }
  Printed operator()(const store::NumberIs& test) const {
    constexpr std::array kNames{"page", "confidence", "withheld"};
    return field(kNames[static_cast<std::size_t>(test.of)], printed_range(test.range));
  }
  Printed operator()(const store::NameHas& test) const {
    for (const NameField& one : kNameFields)
      if (one.of == test.of) return field(one.name, test.part);
    return std::nullopt;
  }
  Printed operator()(const store::TextSourceIs& test) const { return field("text-source", test.name); }
  Printed operator()(const store::BatesIs& test) const {
    return field("bates", test.first == test.last ? test.first : test.first + ".." + test.last);
  }
  Printed operator()(const store::HasFact& test) const {
    for (const FactField& one : kFactFields)
      if (one.fact == test.fact) return field(one.name, std::string(one.yes));
    return std::nullopt;
  }
  Printed operator()(const store::RecordHas& test) const {
    for (const RecordField& one : kRecordFields)
      if (one.of == test.of) return field(one.name, test.part);
    return std::nullopt;
  }
  Printed operator()(const store::RecordDate& test) const {
    if (test.low.empty()) return field("before", test.high);
    if (test.high.empty()) return field("after", test.low);
    return field("date", test.low == test.high ? test.low : test.low + ".." + test.high);
  }
  Printed operator()(const store::AmountIs& test) const { return field("amount", printed_range(test.range)); }
  template <class Other>
  Printed operator()(const Other&) const {
    return std::nullopt;
  }
};

}  // namespace

bool is_field(std::string_view name) {
  return find_field(to_lower_ascii(name)) != nullptr;
}

std::optional<Question> read_field(std::string_view name, const std::string& value, Notes* notes) {
  return find_field(name)->read(name, value, notes);
}

std::optional<std::string> printed_field(const store::PageTest& test) {
  return std::visit(Printer{}, test);
}

}  // namespace vaughn::search

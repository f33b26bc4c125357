// SPDX-License-Identifier: GPL-3.0-or-later
#include "redaction/code_repair.h"

#include <algorithm>
#include <array>

#include "vaughn/base/strings.h"

namespace vaughn::redaction {
namespace {

struct Misreading {
  std::string_view read;
  char meant;
};

constexpr Misreading kDigits[] = {{"S", '5'}, {"s", '5'}, {"$", '5'}, {"G", '6'}, {"é", '6'},
                                  {"l", '1'}, {"I", '1'}, {"i", '1'}, {"!", '1'}, {"T", '7'},
                                  {"?", '7'}, {"/", '7'}, {"Z", '2'}, {"z", '2'}};

constexpr Misreading kSubLetters[] = {{"0", 'C'}, {"O", 'C'}, {"o", 'C'}, {"G", 'C'}, {"¢", 'C'}, {"(", 'C'},
                                      {"<", 'C'}, {"4", 'A'}, {"8", 'B'}, {"£", 'E'}, {"P", 'F'}};

template <std::size_t kSize>
std::optional<Repaired> repaired_by(const Misreading (&table)[kSize], std::string_view character) {
  for (const Misreading& row : table)
    if (row.read == character) return Repaired{row.meant, false};
  return std::nullopt;
}

// Agencies that regulate or supervise financial institutions, as acronym and by name.
constexpr std::array<std::string_view, 20> kBankRegulators = {"fdic",
                                                              "occ",
                                                              "frb",
                                                              "ncua",
                                                              "sec",
                                                              "cftc",
                                                              "cfpb",
                                                              "ots",
                                                              "fca",
                                                              "fhfa",
                                                              "federal deposit insurance",
                                                              "comptroller of the currency",
                                                              "federal reserve",
                                                              "credit union administration",
                                                              "securities and exchange",
                                                              "commodity futures",
                                                              "consumer financial",
                                                              "thrift supervision",
                                                              "farm credit administration",
                                                              "federal housing finance"};

bool is_word_of(std::string_view name, std::string_view word) {
  for (std::size_t at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1)) {
    const auto is_letter = [&](std::size_t i) { return i < name.size() && name[i] >= 'a' && name[i] <= 'z'; };
    if (!(at > 0 && is_letter(at - 1)) && !is_letter(at + word.size())) return true;
  }
  return false;
}

}  // namespace

bool regulates_banks(std::string_view agency) {
  const std::string name = to_lower_ascii(agency);
  return std::any_of(kBankRegulators.begin(), kBankRegulators.end(),
                     [&](std::string_view regulator) { return is_word_of(name, regulator); });
}

std::optional<Repaired> exemption_digit(std::string_view character, const CodeContext& context) {
  if (character.size() != 1 || character[0] < '1' || character[0] > '9')
    return repaired_by(kDigits, character);
  const char digit = character[0];
  const bool doubtful =
      digit >= '8' && context.origin == TextOrigin::kRecognised && !regulates_banks(context.agency);
  if (!doubtful) return Repaired{digit, true};
  return Repaired{digit == '8' ? '6' : '9', false};
}

std::optional<Repaired> sub_letter(std::string_view character) {
  if (character.size() != 1) return repaired_by(kSubLetters, character);
  const char c = character[0];
  if (c >= 'A' && c <= 'F') return Repaired{c, true};
  if (c >= 'a' && c <= 'f') return Repaired{static_cast<char>(c - 'a' + 'A'), true};
  return repaired_by(kSubLetters, character);
}

}  // namespace vaughn::redaction

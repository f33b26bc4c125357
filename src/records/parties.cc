// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/parties.h"

#include <re2/re2.h>

#include <algorithm>

#include "vaughn/base/strings.h"
#include "vaughn/model/page_text.h"

namespace vaughn::records {
namespace {

// Where a field's value may be cut without cutting a name: "Last, First" has a comma too.
char separator_of(std::string_view value) {
  static const RE2 list_with_commas("[>)\\]]\\s*,|@[\\w.-]+\\s*,|,[^,]*@[^,]*,");
  if (value.find(';') != std::string_view::npos) return ';';
  return RE2::PartialMatch(re2::StringPiece(value.data(), value.size()), list_with_commas) ? ',' : ';';
}

// At the separator, but not inside a marker, whose codes have separators of their own, nor in quotes.
std::vector<std::string> cut(std::string_view value, char separator) {
  std::vector<std::string> parts(1);
  bool in_marker = false, quoted = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value.substr(i).starts_with(kMarkerOpen)) in_marker = true;
    if (value.substr(i).starts_with(kMarkerClose)) in_marker = false;
    if (value[i] == '"') quoted = !quoted;
    if (value[i] == separator && !in_marker && !quoted)
      parts.emplace_back();
    else
      parts.back() += value[i];
  }
  return parts;
}

std::string tidy(std::string name) {
  static const RE2 edges("^[\\s\"'“”‘’,;<>\\[\\]*•.]+|[\\s\"'“”‘’,;<>\\[\\]*•]+$");
  RE2::GlobalReplace(&name, edges, "");
  return name;
}

// "Jane Roe/DC/USEPA/US@EPA": Lotus Notes' way to say whose mailbox it is. What stands behind the @ is no
// domain of the internet.
bool is_notes_name(const std::string& text, std::string* name) {
  static const RE2 notes("^\\s*([^/@<\\[\"]{2,60})(?:/[\\w .-]{1,30}){2,5}(?:@[\\w-]+)*\\s*$");
  return RE2::FullMatch(text, notes, name);
}

// "/O=EXCHANGELABS/OU=…/CN=RECIPIENTS/CN=3F2A-JSMITH": its last part may be a name that is withheld beside
// it, and is left where it stands.
bool is_exchange_name(const std::string& text) {
  static const RE2 exchange("(?i)/o\\s?=.{0,200}/cn\\s?=");
  return RE2::PartialMatch(text, exchange);
}

Party read_party(std::string_view field, const std::string& text) {
  static const RE2 address("([\\w.+%&'-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,})");
  static const RE2 domain("@\\s*([A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,})");
  Party party;
  party.field = field;
  party.redacted = text.find(kMarkerOpen) != std::string::npos;
  static const RE2 behind_marker("⟧\\s*@"), mailto("(?i)mailto:?"), exchange("(?i)/o\\s?=.*"),
      rest_of_address("(⟦[^⟧]*⟧)?\\s*@\\s*[\\w.-]*");
  const bool hidden_start = RE2::PartialMatch(text, behind_marker);
  std::string found;
  if (is_notes_name(text, &found)) {
    party.name = tidy(found);
    return party;
  }
  if (!hidden_start && RE2::PartialMatch(text, address, &found)) party.address = to_lower_ascii(found);
  if (RE2::PartialMatch(text, domain, &found)) party.domain = to_lower_ascii(found);
  std::string name = text.substr(0, text.find_first_of("<["));
  if (!party.address.empty()) name = replace_all(name, found, "");
  RE2::GlobalReplace(&name, address, "");
  RE2::GlobalReplace(&name, mailto, "");
  RE2::GlobalReplace(&name, rest_of_address, "");
  if (is_exchange_name(text)) RE2::GlobalReplace(&name, exchange, "");
  party.name = tidy(name);
  return party;
}

const RE2& marker_pattern() {
  static const RE2 marker("⟦[^⟧]*⟧");
  return marker;
}

bool is_signature_picture(const std::string& name) {
  static const RE2 picture(
      "(?i)^(image\\d+\\.(png|jpe?g|gif|bmp)|att\\d+\\.(htm|html|txt|c|dat)|oledata\\.mso|winmail\\.dat)$");
  return RE2::FullMatch(name, picture);
}

}  // namespace

std::vector<Party> read_parties(std::string_view field, std::string_view value) {
  std::vector<Party> parties;
  for (const std::string& part : cut(value, separator_of(value))) {
    if (std::none_of(part.begin(), part.end(),
                     [](char c) { return std::isalnum(static_cast<unsigned char>(c)); }) &&
        part.find(kMarkerOpen) == std::string::npos)
      continue;
    parties.push_back(read_party(field, part));
  }
  return parties;
}

std::vector<std::string> read_attachment_names(std::string_view value) {
  static const RE2 name("([^\\s;,\"“”][^;,\"“”]*\\.[A-Za-z]{2,4}\\d?)(?:\\s*\\([^)]*\\))?");
  std::vector<std::string> names;
  std::string rest(value);
  re2::StringPiece input(rest);
  std::string found;
  while (RE2::FindAndConsume(&input, name, &found)) {
    found = tidy(found);
    if (!found.empty() && !is_signature_picture(found)) names.push_back(found);
  }
  return names;
}

std::string subject_key(std::string_view subject) {
  static const RE2 prefix(
      "(?i)^\\s*(?:(?:re|fw|fwd|tr|aw|wg|sv|vs|automatic reply|accepted|declined|tentative|canceled|out of "
      "office)(?:\\[\\d+\\])?\\s*[:;]\\s*|\\[(?:external|ext|secure)[^\\]]*\\]\\s*|caution:?\\s*|\\*?"
      "external\\*?:\\s*)");
  std::string key(subject);
  while (RE2::Replace(&key, prefix, "")) {
  }
  RE2::GlobalReplace(&key, marker_pattern(), "");
  std::string levelled;
  for (const char c : to_lower_ascii(key))
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80)
      levelled += c;
    else if (!levelled.empty() && levelled.back() != ' ')
      levelled += ' ';
  return std::string(trim(levelled));
}

std::string without_markers(std::string_view text) {
  std::string plain(text);
  RE2::GlobalReplace(&plain, marker_pattern(), "[]");
  return plain;
}

}  // namespace vaughn::records

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/request_file.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "vaughn/base/csv.h"
#include "vaughn/base/error.h"
#include "vaughn/base/files.h"
#include "vaughn/base/iso_date.h"
#include "vaughn/base/strings.h"

namespace vaughn::cli {
namespace {

constexpr std::array<std::string_view, 7> kKeys = {"item", "text", "query", "from", "to", "types", "request"};

[[noreturn]] void refuse(const std::string& path, int line, const std::string& why) {
  throw Error(ErrorCode::kUsage, fmt::format("{}, line {}: {}", path, line, why),
              "docs/formats/request.md shows the form. Nothing was imported.");
}

// Values by key, as text.
RequestItem item_of(const std::map<std::string, std::string>& values, const std::string& path, int line) {
  const auto value = [&](const char* key) {
    const auto known = values.find(key);
    return known == values.end() ? std::string() : std::string(trim(known->second));
  };
  RequestItem item;
  item.item = value("item");
  item.text = value("text");
  item.query = value("query");
  item.date_from = value("from");
  item.date_to = value("to");
  item.request_number = value("request");
  for (const std::string& type : split(replace_all(value("types"), ",", ";"), ';'))
    if (!trim(type).empty()) item.types.emplace_back(trim(type));
  if (item.item.empty()) refuse(path, line, "an item needs its number under 'item', as in \"1\" or \"2.c\"");
  if (item.text.empty() && item.query.empty())
    refuse(path, line,
           fmt::format("item {} says neither in 'text' what is asked for nor in 'query' what finds it",
                       item.item));
  for (const std::string& date : {item.date_from, item.date_to})
    if (!date.empty() && !is_iso_date(date))
      refuse(path, line, fmt::format("'{}' is no date, as in 2030-10-18, 2030-10 or 2030", date));
  return item;
}

void refuse_doubles(const std::vector<RequestItem>& items, const std::string& path) {
  std::set<std::string> known;
  for (const RequestItem& item : items)
    if (!known.insert(item.item).second)
      throw Error(ErrorCode::kUsage, fmt::format("{}: item {} is there twice", path, item.item),
                  "Number the items as the request does. Nothing was imported.");
  if (items.empty())
    throw Error(ErrorCode::kUsage, path + ": there are no items in it",
                "docs/formats/request.md shows the form. Nothing was imported.");
}

void require_key(const std::string& key, const std::string& path, int line) {
  if (std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end()) return;
  std::vector<std::string> keys(kKeys.begin(), kKeys.end());
  const auto meant = did_you_mean(key, keys);
  refuse(path, line,
         fmt::format("there is no key '{}'{}", key, meant ? "; did you mean '" + *meant + "'?" : ""));
}

std::string scalar_or_list(const YAML::Node& node) {
  if (!node.IsSequence()) return node.IsNull() ? std::string() : node.as<std::string>();
  std::string joined;
  for (const YAML::Node& one : node) joined += one.as<std::string>() + ';';
  return joined;
}

}  // namespace

std::vector<RequestItem> request_from_yaml(const std::string& text, const std::string& path) {
  std::vector<RequestItem> items;
  try {
    const YAML::Node root = YAML::Load(text);
    const std::string number = root.IsMap() && root["request"] ? root["request"].as<std::string>() : "";
    const YAML::Node list = root.IsMap() ? root["items"] : root;
    if (!list || !list.IsSequence()) refuse(path, 1, "there is no list 'items'");
    for (const YAML::Node& node : list) {
      const int line = node.Mark().line + 1;
      if (!node.IsMap()) refuse(path, line, "an item is a list of keys and values");
      std::map<std::string, std::string> values;
      for (const auto& entry : node) {
        const auto name = entry.first.as<std::string>();
        require_key(name, path, entry.first.Mark().line + 1);
        values[name] = scalar_or_list(entry.second);
      }
      if (!values.contains("request")) values["request"] = number;
      items.push_back(item_of(values, path, line));
    }
  } catch (const YAML::Exception& error) {
    refuse(path, error.mark.line + 1, "this is no YAML: " + error.msg);
  }
  refuse_doubles(items, path);
  return items;
}

std::vector<RequestItem> request_from_csv(const std::string& text, const std::string& path) {
  const std::vector<CsvRecord> records = parse_csv(text);
  std::vector<RequestItem> items;
  for (std::size_t i = 1; i < records.size(); ++i) {
    const CsvRecord& record = records[i];
    if (!record.is_closed) refuse(path, record.line, "the file ends within quotation marks");
    std::map<std::string, std::string> values;
    for (std::size_t cell = 0; cell < record.cells.size(); ++cell) {
      if (cell >= records[0].cells.size())
        refuse(path, record.line,
               "there are more cells than columns: one with a comma in it needs quotation marks");
      values[to_lower_ascii(trim(records[0].cells[cell]))] = record.cells[cell];
    }
    items.push_back(item_of(values, path, record.line));
  }
  if (!records.empty())
    for (const std::string& column : records[0].cells) require_key(to_lower_ascii(trim(column)), path, 1);
  refuse_doubles(items, path);
  return items;
}

std::vector<RequestItem> read_request_file(const std::string& path) {
  const Result<std::string> text = read_file(path);
  if (!text) throw Error(ErrorCode::kUsage, path + ": " + text.problem().cause, text.problem().advice);
  return to_lower_ascii(path).ends_with(".csv") ? request_from_csv(*text, path)
                                                : request_from_yaml(*text, path);
}

}  // namespace vaughn::cli

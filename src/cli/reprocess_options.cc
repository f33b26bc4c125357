// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reprocess_options.h"

#include <fmt/format.h>

#include "cli/option_values.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"
#include "vaughn/model/text.h"

namespace vaughn::cli {
namespace {

std::vector<std::string> text_source_names() {
  std::vector<std::string> names;
  for (const TextSource source : {TextSource::kBornDigital, TextSource::kOcrLayer, TextSource::kOcrLayerPoor,
                                  TextSource::kScan, TextSource::kScanWithStamp, TextSource::kMixed,
                                  TextSource::kBlank, TextSource::kWithheldSheet, TextSource::kPhotograph})
    names.emplace_back(to_string(source));
  return names;
}

std::string json_list(const std::vector<std::string>& items) {
  std::vector<std::string> quoted;
  for (const std::string& item : items) quoted.push_back(json_quote(item));
  return "[" + join(quoted, ",") + "]";
}

const char* json_bool(bool value) {
  return value ? "true" : "false";
}

std::optional<double> confidence_below(const ParsedOptions& parsed) {
  const auto given = parsed.value("confidence-below");
  if (!given) return std::nullopt;
  const double value = number_above_zero(parsed, "confidence-below", 1);
  if (value > 1)
    throw Error(ErrorCode::kUsage, "--confidence-below cannot be '" + *given + "'",
                "It wants a number above 0 and at most 1: 0.8 stands for 80 %.");
  return value;
}

}  // namespace

std::vector<Option> selection_options() {
  const std::string which = "Which pages";
  return {{.name = "failed",
           .help = "Pages that could not be read, and files that could not be opened.",
           .group = which},
          {.name = "class",
           .argument = "TEXT-SOURCE",
           .help = "Pages whose text was taken from one of these, joined by commas.",
           .group = which,
           .values = text_source_names(),
           .separator = ','},
          {.name = "confidence-below",
           .argument = "X",
           .help = "Recognised pages with a mean confidence below this, from 0 to 1.",
           .group = which},
          {.name = "dry-run", .help = "Only list what would be read; write nothing.", .group = which}};
}

ReprocessOptions reprocess_options(const ParsedOptions& parsed, const Streams& streams) {
  ReprocessOptions options;
  options.sources = parsed.arguments();
  options.failed = parsed.has("failed");
  for (const std::string& given : parsed.values("class"))
    for (std::string& name : split(given, ',')) options.text_sources.push_back(std::move(name));
  options.confidence_below = confidence_below(parsed);
  options.dry_run = parsed.has("dry-run");
  options.run = run_settings(parsed, streams);
  if (options.sources.empty() && !options.failed && options.text_sources.empty() && !options.confidence_below)
    throw Error(
        ErrorCode::kUsage, "nothing says which pages to read again",
        "Give a SOURCE, --failed, --class or --confidence-below; 'vaughn help reprocess' explains them.");
  return options;
}

std::string task_json(const ReprocessOptions& options) {
  const ReadOptions& reading = options.run.reading;
  return fmt::format(
      "{{\"sources\":{},\"failed\":{},\"class\":{},\"confidence_below\":{},\"languages\":{},\"ocr\":{},"
      "\"max_megapixels\":{:g}}}",
      json_list(options.sources), json_bool(options.failed), json_list(options.text_sources),
      options.confidence_below ? fmt::format("{}", *options.confidence_below) : "null",
      json_quote(reading.languages), json_bool(reading.ocr), reading.max_megapixels);
}

}  // namespace vaughn::cli

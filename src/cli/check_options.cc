// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/check_options.h"

#include "cli/common_options.h"
#include "cli/option_values.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"

namespace vaughn::cli {
namespace {

std::set<FindingClass> classes_named(const ParsedOptions& parsed, const std::string& option) {
  std::set<FindingClass> classes;
  for (const std::string& given : parsed.values(option))
    for (const std::string& name : split(given, ','))
      if (const auto known = finding_class_from_string(name)) classes.insert(*known);
  return classes;
}

void require_one_subject(const ParsedOptions& parsed) {
  const std::string advice = "Name documents or folders, or a database with --db.";
  if (parsed.arguments().empty() && !parsed.has("db"))
    throw Error(ErrorCode::kUsage, "'vaughn check' needs a FILE or --db", advice);
  if (!parsed.arguments().empty() && parsed.has("db"))
    throw Error(ErrorCode::kUsage, "'vaughn check' looks at files or at a database, not at both", advice);
  for (const char* option : {"reveal", "ocr", "pages"})
    if (parsed.has("db") && parsed.has(option))
      throw Error(ErrorCode::kUsage, std::string("--") + option + " has no use with --db",
                  "The database holds no hidden text, and nothing is read again. Name the files instead.");
}

}  // namespace

CheckOptions check_options(const ParsedOptions& parsed, const Streams& streams) {
  require_one_subject(parsed);
  CheckOptions options;
  options.files = parsed.arguments();
  options.database = parsed.value("db");
  options.fail_on = classes_named(parsed, "fail-on");
  for (const std::string& given : parsed.values("fail-on"))
    for (const std::string& name : split(given, ',')) options.fail_on_problem |= name == "problem";
  options.classes = parsed.has("class") ? classes_named(parsed, "class")
                                        : std::set{FindingClass::kLeak, FindingClass::kHiddenText};
  // What makes the command fail is shown.
  options.classes.insert(options.fail_on.begin(), options.fail_on.end());
  options.reveal = parsed.value("reveal");
  options.reading = read_options(parsed);
  options.reading.ocr = parsed.has("ocr");
  options.reading.reveal_hidden_text = options.reveal.has_value();
  options.pages = pages(parsed);
  options.jobs = jobs(parsed);
  options.nice = niceness(parsed);
  options.passwords = passwords(parsed);
  options.page_timeout = page_timeout(parsed);
  options.format = output_format(parsed);
  options.terminal = terminal(parsed, streams);
  return options;
}

}  // namespace vaughn::cli

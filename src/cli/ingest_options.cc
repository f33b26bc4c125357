// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/ingest_options.h"

#include <filesystem>

#include "cli/common_options.h"
#include "cli/option_values.h"
#include "vaughn/base/strings.h"

namespace vaughn::cli {
namespace {

// "records/2024-release/" and "." have a name too.
std::string name_of(const std::string& path) {
  std::error_code ignored;  // a path that is not there is intake's to report
  std::filesystem::path whole = std::filesystem::absolute(path, ignored).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();
  const std::string name = std::filesystem::is_directory(whole, ignored) ? whole.filename() : whole.stem();
  return name.empty() ? "release" : name;
}

FailOn fail_on(const std::string& name) {
  if (name == "problem") return FailOn::kProblem;
  if (name == "unread") return FailOn::kUnread;
  return name == "leak" ? FailOn::kLeak : FailOn::kUnlabelled;
}

}  // namespace

IngestOptions run_settings(const ParsedOptions& parsed, const Streams& streams) {
  IngestOptions options;
  options.database = database_path(parsed, streams);
  options.reading = read_options(parsed);
  options.jobs = jobs(parsed);
  options.nice = niceness(parsed);
  options.page_timeout = page_timeout(parsed);
  for (const std::string& given : parsed.values("fail-on"))
    for (const std::string& name : split(given, ',')) options.fail_on.push_back(fail_on(name));
  options.log = parsed.value("log");
  options.profile = parsed.has("profile");
  options.quiet = parsed.has("quiet");
  options.progress =
      options.quiet ? ProgressMode::kNone : progress_mode(parsed.value("progress").value_or("auto"));
  options.passwords = passwords(parsed);
  return options;
}

IngestOptions ingest_options(const ParsedOptions& parsed, const Streams& streams) {
  IngestOptions options = run_settings(parsed, streams);
  options.paths = parsed.arguments();
  options.release = {.name = parsed.value("release").value_or(name_of(options.paths.front())),
                     .agency = parsed.value("agency").value_or(""),
                     .request_number = parsed.value("request-number").value_or(""),
                     .received = iso_date(parsed, "received")};
  options.pages = pages(parsed);
  options.include = parsed.values("include");
  options.exclude = parsed.values("exclude");
  return options;
}

}  // namespace vaughn::cli

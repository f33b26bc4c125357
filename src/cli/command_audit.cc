// SPDX-License-Identifier: GPL-3.0-or-later
// `vaughn audit`. docs/commands/audit.md.
#include "cli/common_options.h"
#include "cli/parse.h"
#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"
#include "vaughn/report/audit.h"

namespace vaughn::cli {
namespace {

constexpr int kExitFailOn = 4;

bool holds(const report::Audit& audit, const std::string& condition) {
  using enum report::EntryKind;
  if (condition == "gap") return audit.has(kGap);
  if (condition == "mismatch") return audit.has(kMismatch) || audit.has(kSheetTotal);
  return audit.has(kUnread);
}

int run(const ParsedOptions& parsed, Streams& streams) {
  if (parsed.has("json") && parsed.has("markdown"))
    throw Error(ErrorCode::kUsage, "--json and --markdown exclude each other",
                "Ask for one of them at a time.");
  const auto reader = store::Reader::open(database_path(parsed, streams));
  const report::Audit audit = report::make_audit(*reader);
  if (parsed.has("json"))
    report::print_audit_json(audit, streams.out);
  else if (parsed.has("markdown"))
    report::print_audit_markdown(audit, streams.out);
  else
    report::print_audit(audit, terminal(parsed, streams), streams.out);
  std::vector<std::string> held;
  if (const auto conditions = parsed.value("fail-on"))
    for (const std::string& condition : split(*conditions, ','))
      if (holds(audit, condition)) held.push_back(condition);
  if (held.empty()) return 0;
  streams.err << "vaughn: --fail-on: found " << join(held, ", ") << '\n';
  return kExitFailOn;
}

}  // namespace

Command audit_command() {
  return {
      .name = "audit",
      .summary = "hold what came against what the agency says, and say what is missing",
      .description =
          "Counts what came: sources, and pages by what became of them. Then says where the letters "
          "contradict "
          "themselves or what came, which production numbers no page carries, which pages are said to be "
          "withheld or referred and on what ground, which attachments and quoted messages are missing, where "
          "(b)(5) is claimed on mail with outsiders, which redactions have no ground, what could not be "
          "read. "
          "Every contradiction is printed with both sides; which one is right is for you to say.",
      .examples = {{"vaughn audit", "For a person."},
                   {"vaughn audit --markdown > audit.md", "Ready to go into an appeal."},
                   {"vaughn audit --fail-on gap,unread",
                    "For continuous integration: status 4 when there is one."}},
      .options = {{.name = "json", .help = "Print one JSON document, vaughn.audit/1.", .group = "Output"},
                  {.name = "markdown", .help = "Print a report in Markdown.", .group = "Output"},
                  {.name = "fail-on",
                   .argument = "WHAT",
                   .help =
                       "Exit with status 4 when there is one of these: 'gap' (numbers that nothing accounts "
                       "for), 'mismatch' (a contradiction), 'unread'. Several are joined by commas.",
                   .group = "Output",
                   .values = {"gap", "mismatch", "unread"},
                   .separator = ','},
                  color_option(),
                  db_option()},
      .exit_statuses = {{0, "Done."},
                        {2, "An error, or a command line not understood."},
                        {4, "A condition of --fail-on holds."}},
      .run = run};
}

}  // namespace vaughn::cli

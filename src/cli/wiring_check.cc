// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <variant>

#include "cli/wiring.h"
#include "cli/wiring_pool.h"
#include "vaughn/base/error.h"
#include "vaughn/base/unique_fd.h"
#include "vaughn/pipeline/inspect.h"
#include "vaughn/report/findings.h"
#include "vaughn/report/terminal.h"

namespace vaughn::cli {
namespace {

// The one place where hidden text is written. A file that is there already, or a link in its place, is
// refused before anything is read: it may be shared, or be read by others. The file is made when there is
// something to write.
class RevealFile {
 public:
  explicit RevealFile(const std::string& path) : path_(path) {
    struct stat there {};
    if (::lstat(path.c_str(), &there) == 0) refuse(EEXIST);
    if (errno != ENOENT) refuse(errno);
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    if (::access(folder.empty() ? "." : folder.c_str(), W_OK | X_OK) != 0) refuse(errno);
  }

  void add(const store::FindingRow& row, const std::string& text) {
    open_once();
    const std::string line = report::revealed_json_line(row, text) + '\n';
    for (std::string_view rest = line; !rest.empty();) {
      const ssize_t written = ::write(file_.get(), rest.data(), rest.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) fail();
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
    ++count_;
  }

  void add_picture() { ++pictures_; }

  void say_what_was_done(std::ostream& err) const {
    if (count_ > 0)
      err << "The hidden text of " << count_ << (count_ == 1 ? " finding" : " findings") << " was written to "
          << path_
          << ", which only you can read.\n"
             "The agency meant to withhold it, and people can be hurt by it. Before you use or\n"
             "publish it, ask counsel: lawyers may have to notify the sender (Model Rule 4.4(b)).\n";
    if (pictures_ > 0)
      err << pictures_
          << (pictures_ == 1 ? " finding is a picture under a cover" : " findings are pictures under covers")
          << ", which cannot be written as text.\n";
    if (pictures_ > 0 && count_ == 0) err << path_ << " was not made.\n";
  }

 private:
  [[noreturn]] void refuse(int error) const {
    throw Error(ErrorCode::kUsage, "hidden text cannot be written to " + path_ + ": " + std::strerror(error),
                "Name a file that does not exist yet, in a folder of yours.");
  }

  // O_EXCL and O_NOFOLLOW: somebody may have put a file or a link there meanwhile.
  void open_once() {
    if (file_.valid()) return;
    file_ = UniqueFd(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file_.valid()) refuse(errno);
    if (::fchmod(file_.get(), 0600) != 0) fail();
  }

  [[noreturn]] void fail() const {
    throw Error(errno == ENOSPC ? ErrorCode::kDiskFull : ErrorCode::kSystem,
                "hidden text cannot be written to " + path_ + ": " + std::strerror(errno), "");
  }

  std::string path_;
  UniqueFd file_;
  int count_ = 0, pictures_ = 0;
};

class Check {
 public:
  Check(const CheckOptions& options, Streams& streams)
      : options_(options),
        streams_(streams),
        printer_(report::make_finding_printer(options.format, options.terminal, streams.out)) {}

  void add(const store::FindingRow& row) {
    found_.insert(row.finding.finding_class);
    if (options_.classes.contains(row.finding.finding_class)) printer_->add(row);
  }

  void add(const pipeline::InspectedPage& page, RevealFile* reveal) {
    if (!page.page || page.source.path != last_path_) ++scope_.sources;
    last_path_ = page.source.path;
    const auto* reading = std::get_if<PageReading>(&page.result);
    if (reading == nullptr) return complain(page);
    ++scope_.pages;
    store::FindingRow row;
    row.source = page.source.path;
    row.sha256 = page.source.sha256;
    row.page = reading->page.number().value();
    for (std::size_t i = 0; i < reading->findings.size(); ++i) {
      row.finding = reading->findings[i];
      add(row);
      if (reveal == nullptr || !options_.classes.contains(row.finding.finding_class)) continue;
      if (row.finding.type.starts_with("PICTURE_")) reveal->add_picture();
      for (const RevealedText& revealed : reading->revealed)
        if (revealed.finding == i && !revealed.text.empty()) reveal->add(row, revealed.text);
    }
  }

  void set_scope(const report::FindingsScope& scope) { scope_ = scope; }

  // No page was read, and no file was there that could have had one.
  bool looked_at_nothing() const { return scope_.pages == 0 && scope_.unread == missing_; }

  // Ends what a program reads; a person is told by the error that follows.
  void finish_without_result() {
    if (options_.format != report::Format::kTerminal) printer_->finish(scope_);
  }

  int finish() {
    printer_->finish(scope_);
    bool fails = options_.fail_on_problem && scope_.unread > 0;
    for (const FindingClass finding_class : options_.fail_on) fails |= found_.contains(finding_class);
    if (fails) return kExitFailOn;
    return scope_.unread > 0 ? kExitProblems : 0;
  }

 private:
  void complain(const pipeline::InspectedPage& page) {
    ++scope_.unread;
    const auto& problem = std::get<Problem>(page.result);
    if (!page.page && problem.kind == ProblemKind::kUnreadable) ++missing_;
    streams_.err << report::printable_line(page.source.path);
    if (page.page) streams_.err << " page " << page.page->number().value();
    streams_.err << ": " << report::printable_line(problem.cause) << '\n';
  }

  const CheckOptions& options_;
  Streams& streams_;
  std::unique_ptr<report::FindingPrinter> printer_;
  std::set<FindingClass> found_;
  report::FindingsScope scope_;
  int missing_ = 0;  // of scope_.unread, the files that are not there or not for us
  std::string last_path_;
};

int check_database(const CheckOptions& options, Streams& streams) {
  const auto reader = store::Reader::open(*options.database);
  Check check(options, streams);
  const store::StatusSummary status = reader->status();
  report::FindingsScope scope{static_cast<int>(status.sources.size()),
                              status.pages_read + status.pages_ocr_due, status.pages_failed};
  for (const store::SourceRow& source : status.sources)
    scope.unread += source.state == "failed" && source.page_count == 0 ? 1 : 0;
  check.set_scope(scope);
  reader->findings([&](const store::FindingRow& row) { check.add(row); });
  return check.finish();
}

int check_files(const CheckOptions& options, Streams& streams) {
  require_languages(options.reading, streams);
  std::optional<RevealFile> reveal;
  if (options.reveal) reveal.emplace(*options.reveal);
  pipeline::InspectRequest request;
  request.paths.assign(options.files.begin(), options.files.end());
  request.reading = options.reading;
  request.pages = options.pages;
  request.passwords = options.passwords;
  const StopOnSignal stop;
  const auto pool = start_pool(options.jobs, options.page_timeout, options.nice);
  Check check(options, streams);
  const bool complete = pipeline::inspect(
      request, *pool,
      [&](const pipeline::InspectedPage& page) { check.add(page, reveal ? &*reveal : nullptr); },
      StopOnSignal::asked_and_say([&](std::string_view line) { streams.err << line << std::endl; }));
  // A wrong folder must not pass for a clean one.
  if (complete && check.looked_at_nothing()) {
    check.finish_without_result();
    throw Error(ErrorCode::kUsage, "nothing was looked at: no page of a document was found",
                "Check the names of the files and folders, and --pages.");
  }
  const int status = check.finish();
  if (reveal) reveal->say_what_was_done(streams.err);
  return complete ? status : kExitInterrupted;
}

}  // namespace

int run_check(const CheckOptions& options, Streams& streams) {
  return options.database ? check_database(options, streams) : check_files(options, streams);
}

}  // namespace vaughn::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/run_log.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstring>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>
#include <variant>

#include "vaughn/base/utf8.h"

namespace vaughn::cli {
namespace {

using Json = nlohmann::ordered_json;

double thousandths(double value) {
  return std::round(value * 1000) / 1000;
}

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(make_valid_utf8(text));
}

Json fields_of(const Source& source) {
  return {{"source", make_valid_utf8(source.path)}, {"sha256", text_or_null(source.sha256)}};
}

Json fields_of(const Problem& problem) {
  return {{"kind", to_string(problem.kind)},
          {"cause", make_valid_utf8(problem.cause)},
          {"advice", text_or_null(problem.advice)}};
}

// {"render": [0.12, 0.13]}: seconds of the processor, and of the clock on the wall.
Json fields_of(const StageTimes& times) {
  Json stages = Json::object();
  for (const StageTime& time : times)
    stages[std::string(to_string(time.stage))] = {thousandths(time.cpu_seconds),
                                                  thousandths(time.wall_seconds)};
  return stages;
}

void put_times(const StageTimes& times, Json* fields) {
  const StageTime sum = total(times);
  (*fields)["cpu_seconds"] = thousandths(sum.cpu_seconds);
  (*fields)["wall_seconds"] = thousandths(sum.wall_seconds);
  (*fields)["stages"] = fields_of(times);
}

struct Describe {
  std::pair<std::string_view, Json> operator()(const pipeline::SourceFoundEvent& event) const {
    Json fields = fields_of(event.source);
    fields["bytes"] = event.source.size_bytes;
    fields["format"] = event.source.format ? Json(to_string(*event.source.format)) : Json(nullptr);
    return {"source-found", fields};
  }
  std::pair<std::string_view, Json> operator()(const pipeline::SourceOpenedEvent& event) const {
    Json fields = fields_of(event.source);
    fields["pages"] = event.page_count;
    put_times(event.times, &fields);
    return {"source-opened", fields};
  }
  std::pair<std::string_view, Json> operator()(const pipeline::SourceKnownEvent& event) const {
    return {"source-known", fields_of(event.source)};
  }
  std::pair<std::string_view, Json> operator()(const pipeline::SourceFailedEvent& event) const {
    Json fields = fields_of(event.source);
    fields["problem"] = fields_of(event.problem);
    return {"source-failed", fields};
  }
  // What was found, never what is hidden.
  std::pair<std::string_view, Json> operator()(const pipeline::PageReadEvent& event) const {
    const PageReading& reading = event.reading;
    Json fields = fields_of(event.source);
    fields["page"] = reading.page.number().value();
    fields["text_source"] = to_string(reading.text_source);
    fields["reason"] = make_valid_utf8(reading.reason);
    fields["ocr_due"] = reading.ocr_due;
    fields["ocr_confidence"] =
        reading.ocr_confidence ? Json(thousandths(*reading.ocr_confidence)) : Json(nullptr);
    fields["dpi"] = reading.dpi ? Json(thousandths(*reading.dpi)) : Json(nullptr);
    fields["redactions"] = reading.redactions.size();
    std::map<std::string, int> findings{{"leak", 0}, {"hidden-text", 0}, {"unlabelled", 0}};
    for (const Finding& finding : reading.findings) ++findings[std::string(to_string(finding.finding_class))];
    fields["findings"] = findings;
    fields["problems"] = Json::array();
    for (const Problem& problem : reading.problems) fields["problems"].push_back(fields_of(problem));
    put_times(event.times, &fields);
    return {"page-read", fields};
  }
  std::pair<std::string_view, Json> operator()(const pipeline::PageFailedEvent& event) const {
    Json fields = fields_of(event.source);
    fields["page"] = event.page.number().value();
    fields["problem"] = fields_of(event.problem);
    return {"page-failed", fields};
  }
};

std::string_view name_of(ipc::WorkerEvent::Kind kind) {
  switch (kind) {
    case ipc::WorkerEvent::Kind::kStarted:
      return "worker-started";
    case ipc::WorkerEvent::Kind::kLost:
      return "worker-lost";
    case ipc::WorkerEvent::Kind::kRecycled:
      return "worker-recycled";
  }
  return "worker-lost";
}

}  // namespace

RunLog::RunLog(const std::string& path, std::function<void(std::string_view)> say)
    : path_(path),
      say_(std::move(say)),
      file_(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644)) {
  if (!file_.valid())
    throw Error(ErrorCode::kUsage, "--log: " + path + " cannot be written: " + std::strerror(errno),
                "Name a file in a folder you may write to.");
}

void RunLog::start(std::string_view command, std::string_view version, std::string_view options_json,
                   int jobs) {
  write("run-start", {{"command", command},
                      {"version", version},
                      {"process", ::getpid()},
                      {"jobs", jobs},
                      {"options", Json::parse(options_json, nullptr, false)}});
}

void RunLog::add(const pipeline::RunEvent& event) {
  const auto [name, fields] = std::visit(Describe(), event);
  write(name, fields);
}

void RunLog::add(const ipc::WorkerEvent& event) {
  write(name_of(event.kind), {{"process", event.process}, {"cause", text_or_null(event.cause)}});
}

void RunLog::interrupted() {
  write("interrupted", Json::object());
}

void RunLog::end(const pipeline::IngestOutcome& outcome) {
  const bool problems = outcome.sources_failed + outcome.pages_failed + outcome.pages_failed_before > 0;
  write("run-end", {{"outcome", outcome.interrupted ? "interrupted"
                                : problems          ? "done-with-problems"
                                                    : "done"},
                    {"files_found", outcome.files_found},
                    {"sources_known", outcome.sources_known},
                    {"sources_failed", outcome.sources_failed},
                    {"pages_read", outcome.pages_done},
                    {"pages_failed", outcome.pages_failed},
                    {"pages_failed_before", outcome.pages_failed_before},
                    {"leaks", outcome.leaks},
                    {"unlabelled", outcome.unlabelled},
                    {"stages", fields_of(outcome.times)}});
}

void RunLog::end(const Error& error) {
  write("run-end", {{"outcome", "failed"},
                    {"cause", make_valid_utf8(error.what())},
                    {"advice", text_or_null(error.advice())}});
}

void RunLog::write(std::string_view event, const nlohmann::ordered_json& fields) {
  if (!file_.valid()) return;
  Json line{{"schema", "vaughn.log/1"},
            {"time", utc_now()},
            {"seconds", thousandths(watch_.seconds())},
            {"event", event}};
  line.update(fields);
  const std::string text = line.dump() + '\n';
  for (std::string_view rest = text; !rest.empty();) {
    const ssize_t written = ::write(file_.get(), rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      const std::string cause = std::strerror(errno);
      file_.reset();
      say_("The log " + path_ + " ends here, the run goes on: " + cause);
      return;
    }
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace vaughn::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/fake_files.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <memory>
#include <new>
#include <set>
#include <sstream>
#include <thread>
#include <utility>
#include <vector>

#include "vaughn/model/page_text.h"

namespace vaughn::pipeline::testing {
namespace {

struct Instruction {
  std::string what, argument;
};

struct Script {
  std::string title;
  int pages = 0;
  std::vector<std::pair<int, Instruction>> instructions;

  std::vector<Instruction> of(int page) const {
    std::vector<Instruction> found;
    for (const auto& [number, instruction] : instructions)
      if (number == page) found.push_back(instruction);
    return found;
  }
};

Script script_of(const std::string& path) {
  std::ifstream file(path);
  Script script;
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string key, rest;
    words >> key;
    if (key == "title") words >> script.title;
    if (key == "pages") words >> script.pages;
    if (key != "page") continue;
    int number = 0;
    Instruction instruction;
    words >> number >> instruction.what >> std::ws;
    std::getline(words, instruction.argument);
    script.instructions.emplace_back(number, instruction);
  }
  return script;
}

// Lines are counted from the top.
Word word_at(const std::string& text, int line, double x, double y) {
  return {text, {x, y, x + 6.0 * static_cast<double>(text.size()), y + 10}, 0.95, line, 0, std::nullopt};
}

void print(TextLayer* words, int line, const std::string& text) {
  std::istringstream each(text);
  double x = 72;
  for (std::string word; each >> word; x = words->back().box.x1 + 3)
    words->push_back(word_at(word, line, x, 100 + 20.0 * line));
}

Redaction cover(const std::string& code) {
  const Box box{72, 300, 172, 312};
  Redaction redaction;
  redaction.box = box;
  redaction.confidence = 0.9;
  redaction.area_share = 0.002;
  redaction.amount.characters = 16;
  redaction.codes.push_back({code, code, true, CodeRole::kLabel, CodeOrigin::kBoxOcr, box});
  return redaction;
}

class FakeWorker {
 public:
  explicit FakeWorker(Crash crash) : crash_(crash) {}

  void run(const ipc::Job& job, const ipc::Emit& emit) {
    const Script script = script_of(job.source.path);
    SourceDescription description{script.pages, {}};
    for (const Instruction& instruction : script.of(0)) {
      if (auto problem = about_whole(instruction, job, &description)) {
        emit(ipc::SourceFailed{*problem});
        return;
      }
    }
    if (job.kind == ipc::JobKind::kDescribe) emit(ipc::Described{description});
    for (const PageIndex page : job.pages) read(script, page, job.options, emit);
  }

 private:
  std::optional<Problem> about_whole(const Instruction& instruction, const ipc::Job& job,
                                     SourceDescription* description) {
    if (instruction.what == "crash") die();
    if (instruction.what == "broken") return Problem{ProblemKind::kDamaged, "broken throughout", "Mend it."};
    const auto& passwords = job.passwords;
    if (instruction.what == "locked" &&
        std::find(passwords.begin(), passwords.end(), instruction.argument) == passwords.end())
      return Problem{ProblemKind::kPasswordNeeded, "needs a password", "Give it."};
    if (instruction.what == "warning")
      description->problems.push_back({ProblemKind::kParserWarning, instruction.argument, ""});
    return std::nullopt;
  }

  void read(const Script& script, PageIndex page, const ReadOptions& options, const ipc::Emit& emit) {
    PageReading reading;
    reading.page = page;
    reading.width = 612;
    reading.height = 792;
    reading.dpi = 300;
    reading.text_source = TextSource::kBornDigital;
    reading.reason = "it says so";
    const std::string number = std::to_string(page.number().value());
    print(&reading.words, 0, script.title + " page " + number);
    for (const Instruction& instruction : script.of(page.number().value())) {
      if (instruction.what == "fail" ||
          (instruction.what == "fail-in" && instruction.argument == options.languages)) {
        emit(ipc::PageFailed{page, {ProblemKind::kCannotRender, "page " + number + " cannot be drawn", ""}});
        return;
      }
      follow(instruction, script, options, &reading);
    }
    if (reading.ocr_due) reading.words.clear();
    PageText composed = compose_page_text(std::move(reading.words), reading.redactions);
    reading.text = std::move(composed.text);
    reading.words = std::move(composed.words);
    emit(ipc::PageRead{std::move(reading)});
  }

  void follow(const Instruction& instruction, const Script& script, const ReadOptions& options,
              PageReading* reading) {
    const std::string& argument = instruction.argument;
    if (instruction.what == "crash") die();
    if (instruction.what == "slow")
      std::this_thread::sleep_for(std::chrono::milliseconds(std::stoi(argument)));
    if (instruction.what == "say") print(&reading->words, 1, argument);
    if (instruction.what == "bates") reading->words.push_back(word_at(argument, 2, 450, 770));
    if (instruction.what == "cover") reading->redactions.push_back(cover(argument));
    if (instruction.what == "leak")
      reading->findings.push_back({"TEXT_UNDER_RECTANGLE", FindingClass::kLeak, Box{72, 300, 172, 312}, 5});
    if (instruction.what == "warning" && complained_.insert(script.title + ' ' + argument).second)
      reading->problems.push_back({ProblemKind::kParserWarning, argument, ""});
    if (instruction.what == "scan" || instruction.what == "surer") {
      reading->text_source = TextSource::kScan;
      reading->ocr_due = !options.ocr;
      if (options.ocr) reading->ocr_confidence = instruction.what == "scan" ? 0.9 : 0.6;
      if (options.ocr && argument == options.languages) reading->ocr_confidence = 0.95;
      if (options.ocr && !argument.empty()) print(&reading->words, 3, "read as " + options.languages);
    }
  }

  [[noreturn]] void die() {
    if (crash_ == Crash::kRunOutOfMemory) throw std::bad_alloc();
    std::signal(SIGABRT, SIG_DFL);  // whatever a sanitizer made of it
    std::abort();
  }

  Crash crash_;
  std::set<std::string> complained_;
};

}  // namespace

ipc::Handler make_fake_handler(Crash crash) {
  return [worker = std::make_shared<FakeWorker>(crash)](const ipc::Job& job, const ipc::Emit& emit) {
    worker->run(job, emit);
  };
}

}  // namespace vaughn::pipeline::testing

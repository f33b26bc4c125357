// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/text_readers.h"

#include <atomic>
#include <cstdlib>
#include <exception>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "eval/command.h"
#include "eval/plain_words.h"
#include "vaughn/base/error.h"
#include "vaughn/base/files.h"
#include "vaughn/base/sha256.h"
#include "vaughn/base/strings.h"
#include "vaughn/base/utf8.h"
#include "vaughn/pdf/document.h"

namespace vaughn::eval {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// Every peer gets one thread a process, as its own documentation advises for many pages.
const std::vector<std::string> kOneThread = {"OMP_THREAD_LIMIT=1"};

void add_word(Reading& reading, const std::string& text, const Box& box) {
  for (std::string& word : plain_words(text)) {
    Word placed;
    placed.text = word;
    placed.box = box;
    reading.placed.push_back(std::move(placed));
    reading.words.push_back(std::move(word));
  }
}

Reading reading_of_page(const json& page) {
  Reading reading;
  if (page.at("text_source").is_null()) {
    reading.problem = page.at("problems").empty() ? "not read" : page["problems"][0].at("cause");
    return reading;
  }
  for (const json& word : page.at("words")) {
    const auto box = word.at("box").get<std::array<double, 4>>();
    add_word(reading, word.at("text").get<std::string>(), {box[0], box[1], box[2], box[3]});
  }
  return reading;
}

// Rows of level 5 are words, in reading order: level page block par line word left top width height conf
// text.
Reading read_tesseract(const Raster& raster) {
  const CommandResult run = run_command({"tesseract", raster.file.string(), "stdout", "tsv"}, kOneThread);
  Reading reading;
  reading.cpu_seconds = run.cpu_seconds;
  if (run.exit_status != 0) {
    reading.problem = "tesseract: exit status " + std::to_string(run.exit_status) + ": " + run.complaints;
    return reading;
  }
  for (const std::string& line : split(make_valid_utf8(run.output), '\n')) {
    const std::vector<std::string> cells = split(line, '\t');
    if (cells.size() < 12 || cells[0] != "5") continue;
    const auto pixels = [&](std::size_t cell) { return std::strtod(cells[cell].c_str(), nullptr); };
    const double x = 72 / raster.dpi_x, y = 72 / raster.dpi_y;
    add_word(reading, cells[11],
             {pixels(6) * x, pixels(7) * y, (pixels(6) + pixels(8)) * x, (pixels(7) + pixels(9)) * y});
  }
  return reading;
}

// A PDF as its user would keep it but for the conversion to PDF/A and the optimising, which change no word.
Reading read_ocrmypdf(const Raster& raster) {
  const TemporaryFolder folder;
  const fs::path text = folder.path() / "text.txt", pdf = folder.path() / "page.pdf";
  const CommandResult run =
      run_command({"ocrmypdf", "--quiet", "--force-ocr", "--deskew", "--sidecar", text.string(), "--jobs",
                   "1", "--output-type", "pdf", "--optimize", "0", raster.file.string(), pdf.string()},
                  kOneThread);
  Reading reading;
  reading.cpu_seconds = run.cpu_seconds;
  const auto sidecar = read_file(text);
  if (run.exit_status != 0 || !sidecar) {
    reading.problem = "ocrmypdf: exit status " + std::to_string(run.exit_status) + ": " + run.complaints;
    return reading;
  }
  reading.words = plain_words(make_valid_utf8(*sidecar));
  const auto document = pdf::Document::open(pdf.string(), {});
  if (!document) {
    reading.problem = "ocrmypdf: its output does not open: " + document.problem().cause;
    return reading;
  }
  for (Word word : document->words(PageIndex(0))) {
    word.text = plain(word.text);
    reading.placed.push_back(std::move(word));
  }
  return reading;
}

json to_json(const Reading& reading) {
  json placed = json::array();
  for (const Word& word : reading.placed)
    placed.push_back({word.text, word.box.x0, word.box.y0, word.box.x1, word.box.y1});
  return {{"words", reading.words}, {"placed", placed}, {"cpu_seconds", reading.cpu_seconds}};
}

std::optional<Reading> cached(const fs::path& file) {
  if (!fs::exists(file)) return std::nullopt;
  const auto text = read_file(file);
  if (!text) return std::nullopt;
  const json saved = json::parse(*text, nullptr, false);
  if (!saved.is_object()) return std::nullopt;
  Reading reading;
  reading.words = saved.at("words").get<std::vector<std::string>>();
  reading.cpu_seconds = saved.at("cpu_seconds");
  for (const json& cells : saved.at("placed")) {
    Word word;
    word.text = cells.at(0);
    word.box = {cells.at(1), cells.at(2), cells.at(3), cells.at(4)};
    reading.placed.push_back(std::move(word));
  }
  return reading;
}

Reading read_one(const PeerProgram& program, const fs::path& cache, const Raster& raster) {
  fs::path saved;
  if (!cache.empty()) {
    const auto bytes = read_file(raster.file, std::size_t{1} << 30);
    if (!bytes) throw Error(ErrorCode::kSystem, bytes.problem().cause);
    // The form of what is saved is part of the key, too.
    saved = cache / (sha256_hex("1 " + program.name + " " + program.version + "\n" + *bytes) + ".json");
    if (auto reading = cached(saved)) return *reading;
  }
  Reading reading = program.peer == Peer::kTesseract ? read_tesseract(raster) : read_ocrmypdf(raster);
  if (!cache.empty() && reading.problem.empty()) write_file(saved, to_json(reading).dump());
  return reading;
}

}  // namespace

std::vector<Reading> read_with_vaughn(const std::string& program, int jobs,
                                      const std::vector<Raster>& rasters) {
  // How well a page is read must not depend on how busy the machine is.
  const std::string patience = "3600";
  std::vector<std::string> command = {
      program, "inspect", "--jsonl", "--words", "-j", std::to_string(jobs), "--page-timeout", patience};
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < rasters.size(); ++i) {
    places[rasters[i].file.string()] = i;
    command.push_back(rasters[i].file.string());
  }
  const CommandResult run = run_command(command);
  constexpr int kDoneWithProblems = 3;
  if (run.exit_status != 0 && run.exit_status != kDoneWithProblems)
    throw Error(ErrorCode::kSystem,
                program + " inspect: exit status " + std::to_string(run.exit_status) + ": " + run.complaints);
  std::vector<Reading> readings(rasters.size());
  std::vector<bool> answered(rasters.size());
  for (const std::string& line : split(run.output, '\n')) {
    if (trim(line).empty()) continue;
    const json page = json::parse(line, nullptr, false);
    if (!page.is_object() || page.value("schema", "") != "vaughn.page/1")
      throw Error(ErrorCode::kSystem, program + " inspect: not an answer of vaughn.page/1: " + line);
    const auto place = places.find(page.at("source").get<std::string>());
    if (place == places.end())
      throw Error(ErrorCode::kSystem, program + " inspect: answered for another file");
    readings[place->second] = reading_of_page(page);
    answered[place->second] = true;
  }
  for (std::size_t i = 0; i < rasters.size(); ++i) {
    if (!answered[i])
      throw Error(ErrorCode::kSystem, program + " inspect: no answer for " + rasters[i].file.string());
    readings[i].cpu_seconds = run.cpu_seconds / static_cast<double>(rasters.size());
  }
  return readings;
}

PeerProgram peer_program(Peer peer) {
  PeerProgram program{peer, peer == Peer::kTesseract ? "tesseract" : "ocrmypdf", ""};
  program.version = std::string(trim(run_command({program.name, "--version"}).output));
  if (peer == Peer::kOcrmypdf)
    program.version += " on " + std::string(trim(run_command({"tesseract", "--version"}).output));
  return program;
}

std::vector<Reading> read_with_peer(const PeerProgram& program, int jobs, const fs::path& cache,
                                    const std::vector<Raster>& rasters) {
  std::vector<Reading> readings(rasters.size());
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex guard;
  const auto work = [&] {
    try {
      for (std::size_t i = next++; i < rasters.size(); i = next++)
        readings[i] = read_one(program, cache, rasters[i]);
    } catch (...) {
      const std::scoped_lock lock(guard);
      failure = std::current_exception();
      next = rasters.size();
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < jobs; ++i) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
  return readings;
}

}  // namespace vaughn::eval

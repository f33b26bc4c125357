// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/page_readers.h"

#include <sys/resource.h>
#include <sys/wait.h>

#include <cstdio>
#include <ctime>
#include <memory>
#include <nlohmann/json.hpp>

#include "vaughn/base/error.h"
#include "vaughn/base/strings.h"
#include "vaughn/image/image_file.h"
#include "vaughn/redaction/cover_detector.h"

namespace vaughn::eval {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

double own_cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double children_cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_CHILDREN, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

PageResult run_detector(const LabelledPage& page, double degrees) {
  constexpr double kMaxMegapixels = 200;
  const auto frame = image::load_frame(page.image_path, SourceFormat::kPng, PageIndex(0), kMaxMegapixels);
  if (!frame) throw Error(ErrorCode::kUsage, page.image_path.string() + ": " + frame.problem().cause);
  const image::Bitmap bitmap = degrees == 0 ? frame->bitmap.copy() : frame->bitmap.turned(degrees);
  const double before = own_cpu_seconds();
  // One pixel a point: boxes come out in pixels of the image.
  const auto covers = redaction::find_covers(bitmap, image::Scale{1, 1});
  PageResult result;
  result.cpu_seconds = own_cpu_seconds() - before;
  for (const redaction::Cover& cover : covers) {
    result.boxes.push_back({cover.box.x0, cover.box.y0, cover.box.x1, cover.box.y1});
  }
  return result;
}

std::string shell_quoted(const std::string& text) {
  return "'" + replace_all(text, "'", "'\\''") + "'";
}

std::string output_of(const std::string& command) {
  struct Closer {
    void operator()(std::FILE* pipe) const { pclose(pipe); }
  };
  const std::unique_ptr<std::FILE, Closer> pipe(popen(command.c_str(), "r"));
  if (pipe == nullptr) throw Error(ErrorCode::kSystem, "cannot run " + command);
  std::string output;
  std::array<char, 65536> buffer{};
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) {
    output.append(buffer.data(), size);
  }
  return output;
}

PageResult run_program(const fs::path& program, const LabelledPage& page) {
  const double before = children_cpu_seconds();
  const std::string command =
      shell_quoted(program.string()) + " inspect --jsonl --no-ocr " + shell_quoted(page.image_path.string());
  const std::string output = output_of(command);
  PageResult result;
  result.cpu_seconds = children_cpu_seconds() - before;
  for (const std::string& line : split(output, '\n')) {
    if (trim(line).empty()) continue;
    const json reading = json::parse(line, nullptr, false);
    if (!reading.is_object() || !reading.contains("dpi") || !reading.contains("redactions")) {
      throw Error(ErrorCode::kUsage, command + ": answered without dpi and redactions");
    }
    const double pixels_per_point = reading["dpi"].get<double>() / 72;
    for (const json& redaction : reading["redactions"]) {
      auto box = redaction.at("box").get<LabelBox>();
      for (double& edge : box) edge *= pixels_per_point;
      result.boxes.push_back(box);
    }
  }
  return result;
}

}  // namespace

PageReader detector_reader(double degrees) {
  return [degrees](const LabelledPage& page) { return run_detector(page, degrees); };
}

PageReader program_reader(const fs::path& program) {
  return [program](const LabelledPage& page) { return run_program(program, page); };
}

}  // namespace vaughn::eval

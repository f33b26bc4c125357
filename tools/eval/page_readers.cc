// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/page_readers.h"

#include <ctime>
#include <map>
#include <nlohmann/json.hpp>

#include "eval/command.h"
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

void strew_specks(image::Bitmap& bitmap, int count) {
  unsigned seed = 11;
  const auto next = [&](int limit) {
    seed = seed * 1103515245u + 12345u;
    return static_cast<int>(seed >> 8) % limit;
  };
  for (int i = 0; i < count; ++i) {
    const int x = next(bitmap.width()), y = next(bitmap.height());
    bitmap.fill({x, y, x + 1 + next(3), y + 1 + next(3)}, 0);
  }
}

image::Bitmap after(const Ordeal& ordeal, const image::Bitmap& bitmap) {
  image::Bitmap changed = ordeal.degrees == 0 ? bitmap.copy() : bitmap.turned(ordeal.degrees);
  if (ordeal.scale != 1) changed = changed.scaled(ordeal.scale);
  if (ordeal.bilevel) changed = changed.to_gray().binarised(128);
  if (ordeal.specks > 0) strew_specks(changed, ordeal.specks);
  return changed;
}

PageResult run_detector(const LabelledPage& page, const Ordeal& ordeal) {
  constexpr double kMaxMegapixels = 200;
  const auto frame = image::load_frame(page.image_path, SourceFormat::kPng, PageIndex(0), kMaxMegapixels);
  if (!frame) throw Error(ErrorCode::kUsage, page.image_path.string() + ": " + frame.problem().cause);
  const image::Bitmap bitmap = after(ordeal, frame->bitmap);
  const double before = own_cpu_seconds();
  // One pixel of the image as it was a point: boxes come out in its pixels.
  const auto covers = redaction::find_covers(bitmap, image::Scale{ordeal.scale, ordeal.scale});
  PageResult result;
  result.cpu_seconds = own_cpu_seconds() - before;
  for (const redaction::Cover& cover : covers) {
    result.boxes.push_back({cover.box.x0, cover.box.y0, cover.box.x1, cover.box.y1});
  }
  return result;
}

std::vector<LabelBox> boxes_in_pixels(const json& reading) {
  const double pixels_per_point = reading["dpi"].get<double>() / 72;
  std::vector<LabelBox> boxes;
  for (const json& redaction : reading["redactions"]) {
    auto box = redaction.at("box").get<LabelBox>();
    for (double& edge : box) edge *= pixels_per_point;
    boxes.push_back(box);
  }
  return boxes;
}

std::vector<PageResult> run_program(const fs::path& program, const std::string& options,
                                    const std::vector<LabelledPage>& pages) {
  std::vector<std::string> command = {program.string(), "inspect", "--jsonl"};
  for (std::string& option : split(options, ' '))
    if (!option.empty()) command.push_back(std::move(option));
  std::map<std::string, std::vector<std::size_t>> places;  // of a path among the pages
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string path = pages[i].image_path.string();
    if (places[path].empty()) command.push_back(path);
    places[path].push_back(i);
  }
  const CommandResult run = run_command(command);
  std::vector<PageResult> results(pages.size());
  std::size_t read = 0;
  for (const std::string& line : split(run.output, '\n')) {
    if (trim(line).empty()) continue;
    const json reading = json::parse(line, nullptr, false);
    const bool usable = reading.is_object() && reading.contains("source") && reading.contains("redactions") &&
                        reading.value("dpi", json()).is_number();
    if (!usable)
      throw Error(ErrorCode::kUsage, "an answer of inspect without source, dpi or redactions: " + line);
    for (const std::size_t place : places[reading["source"].get<std::string>()]) {
      results[place].boxes = boxes_in_pixels(reading);
      ++read;
    }
  }
  if (read != pages.size())
    throw Error(ErrorCode::kUsage, "inspect did not answer for every image: " + run.complaints);
  for (PageResult& result : results) result.cpu_seconds = run.cpu_seconds / static_cast<double>(pages.size());
  return results;
}

}  // namespace

PagesReader detector_reader(const Ordeal& ordeal) {
  return [ordeal](const std::vector<LabelledPage>& pages) {
    std::vector<PageResult> results;
    for (const LabelledPage& page : pages) results.push_back(run_detector(page, ordeal));
    return results;
  };
}

PagesReader program_reader(const fs::path& program, const std::string& options) {
  return [program, options](const std::vector<LabelledPage>& pages) {
    return pages.empty() ? std::vector<PageResult>{} : run_program(program, options, pages);
  };
}

}  // namespace vaughn::eval

// SPDX-License-Identifier: GPL-3.0-or-later
#include "eval/labelled_set.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>

#include "vaughn/base/error.h"
#include "vaughn/base/files.h"
#include "vaughn/base/strings.h"

namespace vaughn::eval {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

LabelledPage to_page(const json& line, const fs::path& folder) {
  LabelledPage page;
  page.image = line.at("image").get<std::string>();
  page.image_path = folder / page.image;
  page.width = line.at("width").get<int>();
  page.height = line.at("height").get<int>();
  page.dataset = line.value("dataset", folder.filename().string());
  page.kind = line.value("kind", "");
  page.boxes = line.at("redactions").get<std::vector<LabelBox>>();
  return page;
}

}  // namespace

std::vector<LabelledPage> read_labelled_set(const fs::path& path) {
  const fs::path file = fs::is_directory(path) ? path / "truth.jsonl" : path;
  const auto text = read_file(file, std::size_t{1} << 30);
  if (!text) throw Error(ErrorCode::kUsage, file.string() + ": " + text.problem().cause);
  std::vector<LabelledPage> pages;
  int number = 0;
  for (const std::string& line : split(*text, '\n')) {
    ++number;
    if (trim(line).empty()) continue;
    try {
      pages.push_back(to_page(json::parse(line), file.parent_path()));
    } catch (const json::exception& e) {
      throw Error(ErrorCode::kUsage, file.string() + ":" + std::to_string(number) + ": " + e.what());
    }
  }
  return pages;
}

std::vector<LabelBox> turned_boxes(const LabelledPage& page, double degrees) {
  const double angle = degrees * std::numbers::pi / 180;
  const double cx = page.width / 2.0, cy = page.height / 2.0;
  std::vector<LabelBox> turned;
  for (const LabelBox& box : page.boxes) {
    // Of a turned rectangle: its middle moves, its extent mixes width and height.
    const double x = (box[0] + box[2]) / 2 - cx, y = (box[1] + box[3]) / 2 - cy;
    const double w = (box[2] - box[0]) / 2, h = (box[3] - box[1]) / 2;
    const double cosine = std::cos(angle), sine = std::sin(angle);
    const double mx = cx + x * cosine - y * sine, my = cy + x * sine + y * cosine;
    const double half_w = w * cosine + h * std::abs(sine), half_h = h * cosine + w * std::abs(sine);
    turned.push_back({mx - half_w, my - half_h, mx + half_w, my + half_h});
  }
  return turned;
}

void write_predictions(const fs::path& path, const std::vector<LabelledPage>& pages,
                       const std::vector<std::vector<LabelBox>>& boxes) {
  std::string text;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    text += json{{"image", pages[i].image},
                 {"width", pages[i].width},
                 {"height", pages[i].height},
                 {"redactions", boxes[i]}}
                .dump() +
            "\n";
  }
  write_file(path, text);
}

}  // namespace vaughn::eval

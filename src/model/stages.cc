// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/model/stages.h"

#include <algorithm>
#include <utility>

#include "vaughn/model/stage_clock.h"

namespace vaughn {
namespace {

constexpr std::pair<Stage, std::string_view> kNames[] = {
    {Stage::kOpen, "open"},
    {Stage::kFileText, "file-text"},
    {Stage::kRender, "render"},
    {Stage::kFindCovers, "find-covers"},
    {Stage::kHiddenText, "hidden-text"},
    {Stage::kDecide, "decide"},
    {Stage::kLoadOcr, "load-ocr"},
    {Stage::kLabels, "labels"},
    {Stage::kPrepare, "prepare"},
    {Stage::kRecognise, "recognise"},
    {Stage::kElsewhere, "elsewhere"},
    {Stage::kCodes, "codes"},
    {Stage::kEdges, "edges"},
    {Stage::kCompose, "compose"},
    {Stage::kOther, "other"},
    {Stage::kStore, "store"},
    {Stage::kCommit, "commit"},
    {Stage::kRecords, "records"},
};

}  // namespace

std::string_view to_string(Stage stage) {
  for (const auto& [known, name] : kNames)
    if (known == stage) return name;
  return "other";
}

std::optional<Stage> stage_from_string(std::string_view name) {
  for (const auto& [stage, known] : kNames)
    if (known == name) return stage;
  return std::nullopt;
}

void add(const StageTime& time, StageTimes* sum) {
  const auto at = std::lower_bound(sum->begin(), sum->end(), time.stage,
                                   [](const StageTime& a, Stage stage) { return a.stage < stage; });
  if (at == sum->end() || at->stage != time.stage) {
    sum->insert(at, time);
  } else {
    at->cpu_seconds += time.cpu_seconds;
    at->wall_seconds += time.wall_seconds;
  }
}

void add(const StageTimes& times, StageTimes* sum) {
  for (const StageTime& time : times) add(time, sum);
}

StageTime total(const StageTimes& times) {
  StageTime sum;
  for (const StageTime& time : times) {
    sum.cpu_seconds += time.cpu_seconds;
    sum.wall_seconds += time.wall_seconds;
  }
  return sum;
}

Stage StageClock::enter(Stage stage) {
  const Moment now = Moment::now();
  add({stage_, now.cpu_seconds - since_.cpu_seconds, now.wall_seconds - since_.wall_seconds}, &times_);
  since_ = now;
  return std::exchange(stage_, stage);
}

StageTimes StageClock::take() {
  enter(stage_);
  return std::exchange(times_, {});
}

}  // namespace vaughn

// SPDX-License-Identifier: GPL-3.0-or-later
// Where the time of a run goes, by what is done in it. docs/performance.md.
#ifndef VAUGHN_MODEL_STAGES_H_
#define VAUGHN_MODEL_STAGES_H_

#include <optional>
#include <string_view>
#include <vector>

namespace vaughn {

// In the order in which a page goes through them; the last ones are the parent's.
enum class Stage {
  kOpen,        // opening a source
  kFileText,    // what the file says: words, glyphs, what was painted over what
  kRender,      // to bitmaps
  kFindCovers,  // on the bitmap
  kHiddenText,  // holding the file's words against the pixels
  kDecide,      // which account to believe
  kLoadOcr,     // language data, once a worker
  kLabels,      // what is printed in the covers
  kPrepare,     // covers painted over, for recognition
  kRecognise,   // the words of the page
  kElsewhere,   // where else the file says what the page withholds
  kCodes,       // codes in the open, amounts, shares
  kEdges,       // lines at the edges, where stamps stand, once more
  kCompose,     // one text
  kOther,       // of a page, none of the above
  kStore,       // rows and index
  kCommit,      // making them durable
  kRecords,     // what needs all pages of a source
};

std::string_view to_string(Stage stage);  // "find-covers"
std::optional<Stage> stage_from_string(std::string_view name);

struct StageTime {
  Stage stage = Stage::kOther;
  double cpu_seconds = 0;
  double wall_seconds = 0;

  bool operator==(const StageTime&) const = default;
};

// Each stage at most once, in the order of the enumeration.
using StageTimes = std::vector<StageTime>;

void add(const StageTime& time, StageTimes* sum);
void add(const StageTimes& times, StageTimes* sum);
// Of all stages; the stage of the result means nothing.
StageTime total(const StageTimes& times);

}  // namespace vaughn

#endif  // VAUGHN_MODEL_STAGES_H_

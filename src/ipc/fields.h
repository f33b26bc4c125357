// SPDX-License-Identifier: GPL-3.0-or-later
// Which fields a value has, said once for writing and reading. Each list unpacks the whole struct, so a field
// that is added to the model and forgotten here does not compile. Enumerators travel by their stable names.
#ifndef VAUGHN_IPC_FIELDS_H_
#define VAUGHN_IPC_FIELDS_H_

#include <concepts>
#include <optional>
#include <string_view>
#include <type_traits>

#include "vaughn/ipc/job.h"

namespace vaughn::ipc {

// T, const or not.
template <class T, class U>
concept Is = std::same_as<std::remove_const_t<T>, U>;

inline std::string_view to_string(JobKind kind) {
  return kind == JobKind::kDescribe ? "describe" : "read";
}
using vaughn::to_string;

inline std::optional<JobKind> from_name(std::type_identity<JobKind>, std::string_view name) {
  if (name == "describe") return JobKind::kDescribe;
  if (name == "read") return JobKind::kRead;
  return std::nullopt;
}
inline auto from_name(std::type_identity<ProblemKind>, std::string_view name) {
  return problem_kind_from_string(name);
}
inline auto from_name(std::type_identity<SourceFormat>, std::string_view name) {
  return source_format_from_string(name);
}
inline auto from_name(std::type_identity<Stage>, std::string_view name) {
  return stage_from_string(name);
}
inline auto from_name(std::type_identity<TextSource>, std::string_view name) {
  return text_source_from_string(name);
}
inline auto from_name(std::type_identity<CoverKind>, std::string_view name) {
  return cover_kind_from_string(name);
}
inline auto from_name(std::type_identity<AmountBasis>, std::string_view name) {
  return amount_basis_from_string(name);
}
inline auto from_name(std::type_identity<CodeRole>, std::string_view name) {
  return code_role_from_string(name);
}
inline auto from_name(std::type_identity<CodeOrigin>, std::string_view name) {
  return code_origin_from_string(name);
}
inline auto from_name(std::type_identity<FindingClass>, std::string_view name) {
  return finding_class_from_string(name);
}

void fields(auto& io, Is<Box> auto& value) {
  auto& [x0, y0, x1, y1] = value;
  io(x0, y0, x1, y1);
}
void fields(auto& io, Is<Problem> auto& value) {
  auto& [kind, cause, advice] = value;
  io(kind, cause, advice);
}
void fields(auto& io, Is<Source> auto& value) {
  auto& [path, sha256, size_bytes, format] = value;
  io(path, sha256, size_bytes, format);
}
void fields(auto& io, Is<ReadOptions> auto& value) {
  auto& [languages, ocr, max_megapixels, reveal_hidden_text] = value;
  io(languages, ocr, max_megapixels, reveal_hidden_text);
}
void fields(auto& io, Is<SourceDescription> auto& value) {
  auto& [page_count, problems] = value;
  io(page_count, problems);
}
void fields(auto& io, Is<Word> auto& value) {
  auto& [text, box, confidence, line, block, offset] = value;
  io(text, box, confidence, line, block, offset);
}
void fields(auto& io, Is<ExemptionCode> auto& value) {
  auto& [code, raw, certain, role, origin, box] = value;
  io(code, raw, certain, role, origin, box);
}
void fields(auto& io, Is<Amount> auto& value) {
  auto& [lines, words, characters, characters_low, characters_high, basis] = value;
  io(lines, words, characters, characters_low, characters_high, basis);
}
void fields(auto& io, Is<Redaction> auto& value) {
  auto& [box, kind, confidence, area_share, text_share, amount, codes, words_before, words_after] = value;
  io(box, kind, confidence, area_share, text_share, amount, codes, words_before, words_after);
}
void fields(auto& io, Is<Finding> auto& value) {
  auto& [type, finding_class, box, characters, found_in] = value;
  io(type, finding_class, box, characters, found_in);
}
void fields(auto& io, Is<EdgeLine> auto& value) {
  auto& [text, confidence, box] = value;
  io(text, confidence, box);
}
void fields(auto& io, Is<BatesArtifact> auto& value) {
  auto& [declared, shown, box] = value;
  io(declared, shown, box);
}
void fields(auto& io, Is<RevealedText> auto& value) {
  auto& [finding, text] = value;
  io(finding, text);
}
void fields(auto& io, Is<PageReading> auto& value) {
  auto& [page, width, height, rotation, dpi, text_source, reason, ocr_due, ocr_confidence, text, words,
         text_withheld_share, redactions, codes, findings, edge_lines, bates_artifacts, revealed, problems] =
      value;
  io(page, width, height, rotation, dpi, text_source, reason, ocr_due, ocr_confidence, text, words,
     text_withheld_share, redactions, codes, findings, edge_lines, bates_artifacts, revealed, problems);
}

void fields(auto& io, Is<StageTime> auto& value) {
  auto& [stage, cpu_seconds, wall_seconds] = value;
  io(stage, cpu_seconds, wall_seconds);
}

void fields(auto& io, Is<Job> auto& value) {
  auto& [id, kind, source, passwords, options, pages, first_try] = value;
  io(id, kind, source, passwords, options, pages, first_try);
}
void fields(auto& io, Is<Described> auto& value) {
  auto& [description, times] = value;
  io(description, times);
}
void fields(auto& io, Is<SourceFailed> auto& value) {
  auto& [problem] = value;
  io(problem);
}
void fields(auto& io, Is<PageRead> auto& value) {
  auto& [reading, times] = value;
  io(reading, times);
}
void fields(auto& io, Is<PageFailed> auto& value) {
  auto& [page, problem] = value;
  io(page, problem);
}
void fields(auto&, Is<JobDone> auto&) {}
void fields(auto& io, Is<Answer> auto& value) {
  auto& [job, body] = value;
  io(job, body);
}

}  // namespace vaughn::ipc

#endif  // VAUGHN_IPC_FIELDS_H_

// SPDX-License-Identifier: GPL-3.0-or-later
// The stable names of the model's enumerations, as stored and printed. One table each, both ways.
#include <array>
#include <cassert>
#include <utility>

#include "vaughn/model/bates.h"
#include "vaughn/model/exemption.h"
#include "vaughn/model/finding.h"
#include "vaughn/model/record.h"
#include "vaughn/model/redaction.h"
#include "vaughn/model/request.h"
#include "vaughn/model/source.h"
#include "vaughn/model/text.h"

namespace vaughn {
namespace {

template <class Enum, std::size_t kSize>
using Names = std::array<std::pair<Enum, std::string_view>, kSize>;

template <class Enum, std::size_t kSize>
std::string_view name_of(const Names<Enum, kSize>& names, Enum value) {
  for (const auto& [known, name] : names)
    if (known == value) return name;
  assert(false && "an enumerator without a name");
  return {};
}

template <class Enum, std::size_t kSize>
std::optional<Enum> value_of(const Names<Enum, kSize>& names, std::string_view name) {
  for (const auto& [value, known] : names)
    if (known == name) return value;
  return std::nullopt;
}

constexpr Names<TextSource, 9> kTextSources = {{{TextSource::kBornDigital, "born-digital"},
                                                {TextSource::kOcrLayer, "ocr-layer"},
                                                {TextSource::kOcrLayerPoor, "ocr-layer-poor"},
                                                {TextSource::kScan, "scan"},
                                                {TextSource::kScanWithStamp, "scan-with-stamp"},
                                                {TextSource::kMixed, "mixed"},
                                                {TextSource::kBlank, "blank"},
                                                {TextSource::kWithheldSheet, "withheld-sheet"},
                                                {TextSource::kPhotograph, "photograph"}}};
constexpr Names<CodeRole, 3> kCodeRoles = {
    {{CodeRole::kLabel, "label"}, {CodeRole::kPage, "page"}, {CodeRole::kMention, "mention"}}};
constexpr Names<CodeOrigin, 4> kCodeOrigins = {{{CodeOrigin::kTextLayer, "text-layer"},
                                                {CodeOrigin::kPageOcr, "page-ocr"},
                                                {CodeOrigin::kBoxOcr, "box-ocr"},
                                                {CodeOrigin::kStripOcr, "strip-ocr"}}};
constexpr Names<CoverKind, 6> kCoverKinds = {{{CoverKind::kSolid, "solid"},
                                              {CoverKind::kOutlined, "outlined"},
                                              {CoverKind::kPatch, "patch"},
                                              {CoverKind::kRegion, "region"},
                                              {CoverKind::kBlob, "blob"},
                                              {CoverKind::kPage, "page"}}};
constexpr Names<AmountBasis, 3> kAmountBases = {{{AmountBasis::kTypeAbout, "type-about"},
                                                 {AmountBasis::kAssumed, "assumed"},
                                                 {AmountBasis::kUnknown, "unknown"}}};
constexpr Names<FindingClass, 4> kFindingClasses = {{{FindingClass::kLeak, "leak"},
                                                     {FindingClass::kHiddenText, "hidden-text"},
                                                     {FindingClass::kUnlabelled, "unlabelled"},
                                                     {FindingClass::kNumbering, "numbering"}}};
constexpr Names<SourceFormat, 5> kSourceFormats = {{{SourceFormat::kPdf, "pdf"},
                                                    {SourceFormat::kTiff, "tiff"},
                                                    {SourceFormat::kPng, "png"},
                                                    {SourceFormat::kJpeg, "jpeg"},
                                                    {SourceFormat::kJpeg2000, "jpeg2000"}}};
constexpr Names<BatesHow, 3> kBatesHows = {
    {{BatesHow::kRead, "read"}, {BatesHow::kRepaired, "repaired"}, {BatesHow::kInferred, "inferred"}}};
constexpr Names<StampKind, 4> kStampKinds = {{{StampKind::kPageNumber, "page-number"},
                                              {StampKind::kCourtHeader, "court-header"},
                                              {StampKind::kDocumentNumber, "document-number"},
                                              {StampKind::kRequestNumber, "request-number"}}};
constexpr Names<Correction::Kind, 5> kCorrectionKinds = {{{Correction::Kind::kSplit, "split"},
                                                          {Correction::Kind::kJoin, "join"},
                                                          {Correction::Kind::kType, "type"},
                                                          {Correction::Kind::kTitle, "title"},
                                                          {Correction::Kind::kDate, "date"}}};
constexpr Names<ItemVerdict, 2> kItemVerdicts = {
    {{ItemVerdict::kConfirmed, "confirmed"}, {ItemVerdict::kRejected, "rejected"}}};

}  // namespace

std::string_view to_string(TextSource value) {
  return name_of(kTextSources, value);
}
std::string_view to_string(CodeRole value) {
  return name_of(kCodeRoles, value);
}
std::string_view to_string(CodeOrigin value) {
  return name_of(kCodeOrigins, value);
}
std::string_view to_string(CoverKind value) {
  return name_of(kCoverKinds, value);
}
std::string_view to_string(AmountBasis value) {
  return name_of(kAmountBases, value);
}
std::string_view to_string(FindingClass value) {
  return name_of(kFindingClasses, value);
}
std::string_view to_string(SourceFormat value) {
  return name_of(kSourceFormats, value);
}
std::string_view to_string(BatesHow value) {
  return name_of(kBatesHows, value);
}
std::string_view to_string(ItemVerdict value) {
  return name_of(kItemVerdicts, value);
}
std::optional<ItemVerdict> item_verdict_from_string(std::string_view name) {
  return value_of(kItemVerdicts, name);
}
std::string_view to_string(StampKind value) {
  return name_of(kStampKinds, value);
}
std::optional<StampKind> stamp_kind_from_string(std::string_view name) {
  return value_of(kStampKinds, name);
}
std::string_view to_string(Correction::Kind value) {
  return name_of(kCorrectionKinds, value);
}
std::optional<Correction::Kind> correction_kind_from_string(std::string_view name) {
  return value_of(kCorrectionKinds, name);
}

std::optional<TextSource> text_source_from_string(std::string_view name) {
  return value_of(kTextSources, name);
}
std::optional<CodeRole> code_role_from_string(std::string_view name) {
  return value_of(kCodeRoles, name);
}
std::optional<CodeOrigin> code_origin_from_string(std::string_view name) {
  return value_of(kCodeOrigins, name);
}
std::optional<CoverKind> cover_kind_from_string(std::string_view name) {
  return value_of(kCoverKinds, name);
}
std::vector<std::string> cover_kind_names() {
  std::vector<std::string> names;
  for (const auto& [_, name] : kCoverKinds) names.emplace_back(name);
  return names;
}
std::optional<AmountBasis> amount_basis_from_string(std::string_view name) {
  return value_of(kAmountBases, name);
}
std::optional<FindingClass> finding_class_from_string(std::string_view name) {
  return value_of(kFindingClasses, name);
}
std::optional<SourceFormat> source_format_from_string(std::string_view name) {
  return value_of(kSourceFormats, name);
}

}  // namespace vaughn

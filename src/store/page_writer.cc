// SPDX-License-Identifier: GPL-3.0-or-later
// The writing half of page_rows.h.
#include <algorithm>
#include <cassert>
#include <cmath>

#include <fmt/format.h>

#include "store/page_rows.h"
#include "store/reading_rows.h"
#include "store/row_ids.h"
#include "store/warning_rows.h"
#include "store/words_codec.h"
#include "vaughn/base/strings.h"
#include "vaughn/model/page_text.h"

namespace vaughn::store {
namespace {

// Shares and confidences say no more than this, and rounded ones read well in a table.
double ten_thousandths(double value) {
  return std::round(value * 10'000) / 10'000;
}

std::optional<double> ten_thousandths(const std::optional<double>& value) {
  return value ? std::optional(ten_thousandths(*value)) : std::nullopt;
}

std::string describe(const ReadOptions& options) {
  return fmt::format("{} {} {:g}MP", options.languages, options.ocr ? "ocr" : "no-ocr",
                     options.max_megapixels);
}

// Whether the page's text, or its being without any, depends on the languages recognised. A page with good
// text of its own would read the same in any.
bool was_recognised(const ReadOptions& options, const PageReading& reading) {
  if (!options.ocr || reading.ocr_due) return false;
  switch (reading.text_source) {
    case TextSource::kScan:
    case TextSource::kScanWithStamp:
    case TextSource::kMixed:
    case TextSource::kOcrLayerPoor:
    case TextSource::kPhotograph:
      return true;
    default:
      return reading.ocr_confidence.has_value();
  }
}

// What the words come from: only recognised ones have a confidence. Nothing when there are none and nothing
// was recognised either.
std::optional<std::string> engine_of(Connection& connection, RunId run, const ReadOptions& options,
                                     const PageReading& reading) {
  const auto recognised = [](const Word& word) { return word.confidence.has_value(); };
  const bool any = std::any_of(reading.words.begin(), reading.words.end(), recognised);
  const bool all = std::all_of(reading.words.begin(), reading.words.end(), recognised);
  std::vector<std::string> engines;
  if (!all) engines.push_back("text layer");
  if (any || (reading.words.empty() && was_recognised(options, reading))) {
    Query row = connection.query("SELECT coalesce(ocr_engine, 'ocr') FROM run WHERE id = ?", run.value);
    if (row.step()) engines.push_back(row.text(0));
  }
  return engines.empty() ? std::nullopt : std::optional(join(engines, " + "));
}

// What is written for a redaction whose amount is not known is NULL, its characters apart: that column is
// older than ranges and holds a number.
template <class T>
std::optional<T> if_known(const Amount& amount, T value) {
  return amount.basis == AmountBasis::kUnknown ? std::nullopt : std::optional<T>(value);
}

double withheld_share(const std::vector<Redaction>& redactions) {
  double share = 0;
  for (const Redaction& redaction : redactions) share += redaction.area_share;
  return std::clamp(share, 0.0, 1.0);
}

std::vector<std::string> names_of(const std::vector<ExemptionCode>& codes) {
  std::vector<std::string> names;
  for (const ExemptionCode& code : codes) names.push_back(code.code);
  return names;
}

// Writes the lists of one page, counting what does not fit its ids.
class ChildWriter {
 public:
  ChildWriter(Connection& connection, SourceId source, PageId page)
      : connection_(connection), source_(source), page_(page.value) {}

  void remove_old() {
    connection_.run("DELETE FROM exemption_code WHERE page = ?", page_);
    connection_.run("DELETE FROM finding WHERE page = ?", page_);
    connection_.run("DELETE FROM redaction WHERE page = ?", page_);
    connection_.run("DELETE FROM problem WHERE page = ?", page_);
    connection_.run("DELETE FROM page_words WHERE page = ?", page_);
    for (const char* table : {"edge_line", "bates_artifact"})
      connection_.run(std::string("DELETE FROM ") + table + " WHERE id BETWEEN ? AND ?", child_id(page_, 0),
                      child_id(page_, kMostRowsPerPage));
  }

  void put_redactions(const std::vector<Redaction>& redactions) {
    const std::size_t most = kept(redactions.size(), "redactions");
    for (std::size_t i = 0; i < most; ++i) put(redactions[i], i + 1);
  }

  void put_codes(const std::vector<Redaction>& redactions, const std::vector<ExemptionCode>& of_page) {
    std::size_t total = of_page.size();
    for (const Redaction& redaction : redactions) total += redaction.codes.size();
    const std::size_t most = kept(total, "exemption codes");
    std::size_t ordinal = 0;
    for (std::size_t i = 0; i < std::min(redactions.size(), kMostRowsPerPage); ++i)
      for (const ExemptionCode& code : redactions[i].codes)
        if (ordinal < most) put(code, child_id(page_, i + 1), ++ordinal);
    for (const ExemptionCode& code : of_page)
      if (ordinal < most) put(code, std::nullopt, ++ordinal);
  }

  void put_findings(const std::vector<Finding>& findings, const std::vector<Redaction>& redactions) {
    const std::size_t most = kept(findings.size(), "findings");
    for (std::size_t i = 0; i < most; ++i) put(findings[i], redactions, i + 1);
  }

  void put_edge_lines(const std::vector<EdgeLine>& lines) {
    for (std::size_t i = 0; i < std::min(lines.size(), kMostRowsPerPage); ++i)
      connection_.run(
          "INSERT INTO edge_line (id, page, text, confidence, x0, y0, x1, y1) VALUES (?, ?, ?, ?, ?, ?, ?, "
          "?)",
          child_id(page_, i + 1), page_, lines[i].text, ten_thousandths(lines[i].confidence), lines[i].box);
  }

  void put_bates_artifacts(const std::vector<BatesArtifact>& artifacts) {
    for (std::size_t i = 0; i < std::min(artifacts.size(), kMostRowsPerPage); ++i)
      connection_.run(
          "INSERT INTO bates_artifact (id, page, declared, shown, x0, y0, x1, y1) VALUES (?, ?, ?, ?, ?, ?, "
          "?, ?)",
          child_id(page_, i + 1), page_, artifacts[i].declared, artifacts[i].shown, artifacts[i].box);
  }

  // Last, with what was left out of the other lists added.
  void put_problems(std::vector<Problem> problems) {
    const std::size_t most = kMostRowsPerPage - left_out_.size();
    if (problems.size() > most) {
      problems.resize(most - 1);
      note_limit("problems");
    }
    problems.insert(problems.end(), left_out_.begin(), left_out_.end());
    for (std::size_t i = 0; i < problems.size(); ++i)
      connection_.run("INSERT INTO problem (id, source, page, kind, cause, advice) VALUES (?, ?, ?, ?, ?, ?)",
                      child_id(page_, i + 1), source_.value, page_, to_string(problems[i].kind),
                      problems[i].cause, problems[i].advice);
  }

 private:
  void note_limit(std::string_view what) {
    left_out_.push_back({ProblemKind::kLimit,
                         fmt::format("only the first {} {} of the page are kept", kMostRowsPerPage, what),
                         ""});
  }

  std::size_t kept(std::size_t count, std::string_view what) {
    if (count <= kMostRowsPerPage) return count;
    note_limit(what);
    return kMostRowsPerPage;
  }

  void put(const Redaction& redaction, std::size_t place) {
    const std::vector<std::string> codes = names_of(redaction.codes);
    connection_.run(
        "INSERT INTO redaction (id, title, page, place, kind, codes, x0, y0, x1, y1, confidence, area_share,"
        " estimated_characters, text_share, estimated_lines, estimated_words, characters_low, "
        "characters_high,"
        " estimate_basis, words_before, words_after)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        child_id(page_, place), codes.empty() ? "no code read" : join(codes, ", "), page_,
        static_cast<std::int64_t>(place), to_string(redaction.kind), json_quote(codes), redaction.box,
        ten_thousandths(redaction.confidence), ten_thousandths(redaction.area_share),
        redaction.amount.characters, ten_thousandths(redaction.text_share),
        if_known(redaction.amount, redaction.amount.lines),
        if_known(redaction.amount, redaction.amount.words),
        if_known(redaction.amount, redaction.amount.characters_low),
        if_known(redaction.amount, redaction.amount.characters_high), to_string(redaction.amount.basis),
        redaction.words_before, redaction.words_after);
  }

  void put(const ExemptionCode& code, const std::optional<std::int64_t>& redaction, std::size_t ordinal) {
    connection_.run(
        "INSERT INTO exemption_code (id, page, redaction, code, raw, certain, role, origin, x0, y0, x1, y1)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        child_id(page_, ordinal), page_, redaction, code.code, code.raw, code.certain ? 1 : 0,
        to_string(code.role), to_string(code.origin), code.box);
  }

  void put(const Finding& finding, const std::vector<Redaction>& redactions, std::size_t ordinal) {
    connection_.run(
        "INSERT INTO finding (id, page, redaction, type, class, x0, y0, x1, y1, characters, found_in)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        child_id(page_, ordinal), page_, redaction_at(finding, redactions), finding.type,
        to_string(finding.finding_class), finding.box, finding.characters,
        finding.found_in.empty() ? std::nullopt : std::optional(finding.found_in));
  }

  // The redaction a finding is about: the one its box shares most of the smaller area with.
  std::optional<std::int64_t> redaction_at(const Finding& finding,
                                           const std::vector<Redaction>& redactions) const {
    constexpr double kEnough = 0.5;
    std::optional<std::int64_t> best;
    double best_share = 0;
    for (std::size_t i = 0; finding.box && i < std::min(redactions.size(), kMostRowsPerPage); ++i) {
      const Box& box = redactions[i].box;
      const double share = std::max(covered_share(*finding.box, box), covered_share(box, *finding.box));
      if (share < kEnough || share <= best_share) continue;
      best = child_id(page_, i + 1);
      best_share = share;
    }
    return best;
  }

  Connection& connection_;
  SourceId source_;
  std::int64_t page_;
  std::vector<Problem> left_out_;
};

}  // namespace

ReadingEffect write_page(Connection& connection, SourceId source, RunId run, const ReadOptions& options,
                         const PageReading& reading) {
  const PageId id = page_id(source, reading.page);
  NewReading made;
  made.run = run;
  made.state = reading.ocr_due ? "ocr-due" : "read";
  made.engine = engine_of(connection, run, options, reading);
  if (was_recognised(options, reading)) made.languages = options.languages;
  made.options = describe(options);
  made.text_source = to_string(reading.text_source);
  made.reason = reading.reason;
  made.ocr_confidence = ten_thousandths(reading.ocr_confidence);
  made.words = static_cast<int>(reading.words.size());
  const std::string word_boxes =
      reading.words.empty() ? std::string() : encode_words(reading.words, reading.text);
  const ReadingEffect effect = add_reading(connection, id, made, {reading.text, word_boxes});
  if (!effect.page_changed) return effect;
  connection.run(
      "UPDATE page SET state = ?, text_source = ?, reason = ?, ocr_confidence = ?, withheld_share = ?, width "
      "= ?,"
      " height = ?, rotation = ?, dpi = ?, languages = ?, options = ?, run = ?, text_withheld_share = ?,"
      " text = ?, unbroken = ? WHERE id = ?",
      made.state, made.text_source, made.reason, made.ocr_confidence,
      ten_thousandths(withheld_share(reading.redactions)), reading.width, reading.height, reading.rotation,
      reading.dpi, made.languages, made.options, run.value, ten_thousandths(reading.text_withheld_share),
      reading.text, unbroken_lines(reading.text), id.value);
  assert(connection.changes() == 1 && "the source was not described, or has no such page");
  ChildWriter children(connection, source, id);
  children.remove_old();
  if (!word_boxes.empty())
    connection.run("INSERT INTO page_words (page, words) VALUES (?, ?)", id.value, Blob{word_boxes});
  children.put_redactions(reading.redactions);
  children.put_codes(reading.redactions, reading.codes);
  children.put_findings(reading.findings, reading.redactions);
  children.put_edge_lines(reading.edge_lines);
  children.put_bates_artifacts(reading.bates_artifacts);
  children.put_problems(without_warnings(reading.problems));
  add_source_warnings(connection, source, reading.problems);
  return effect;
}

ReadingEffect write_page_failure(Connection& connection, SourceId source, RunId run,
                                 const ReadOptions& options, PageIndex page, const Problem& problem) {
  const PageId id = page_id(source, page);
  NewReading made;
  made.run = run;
  made.state = "failed";
  if (options.ocr) made.languages = options.languages;
  made.options = describe(options);
  made.problem = problem;
  const ReadingEffect effect = add_reading(connection, id, made, {});
  if (!effect.page_changed) return effect;
  connection.run(
      "UPDATE page SET state = 'failed', text_source = NULL, reason = NULL, ocr_confidence = NULL,"
      " withheld_share = NULL, width = NULL, height = NULL, rotation = NULL, dpi = NULL, languages = NULL,"
      " options = NULL, run = ?, text_withheld_share = NULL, text = NULL, unbroken = NULL WHERE id = ?",
      run.value, id.value);
  assert(connection.changes() == 1 && "the source was not described, or has no such page");
  ChildWriter children(connection, source, id);
  children.remove_old();
  children.put_problems({problem});
  return effect;
}

void write_source_problems(Connection& connection, SourceId source, const std::vector<Problem>& problems) {
  connection.run("DELETE FROM problem WHERE source = ? AND page IS NULL", source.value);
  const std::vector<Problem> others = without_warnings(problems);
  for (std::size_t i = 0; i < std::min(others.size(), kFirstWarningPlace - 1); ++i)
    connection.run("INSERT INTO problem (id, source, page, kind, cause, advice) VALUES (?, ?, NULL, ?, ?, ?)",
                   child_id(owner_id(source), i + 1), source.value, to_string(others[i].kind),
                   others[i].cause, others[i].advice);
  add_source_warnings(connection, source, problems);
}

}  // namespace vaughn::store

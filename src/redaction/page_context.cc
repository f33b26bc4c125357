// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets are short and say one thing; letters show several of the signals their writers are bound to give
// (the Act, the right to appeal, the ombudsman); explanation sheets repeat the wording of the statute.
#include "vaughn/redaction/page_context.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "redaction/code_pattern.h"
#include "redaction/code_text.h"
#include "redaction/page_context_phrases.h"
#include "vaughn/base/strings.h"

namespace vaughn::redaction {
namespace {

// A page's text ten times over; what lies behind it does not make the page another kind.
constexpr std::size_t kMostText = 40000;

struct Words {
  int all = 0;
  int foreign = 0;  // that no slip sheet needs
};

struct Page {
  explicit Page(std::string_view given) : text(CodeText(given.substr(0, kMostText)).text()), squeezed(text) {}

  std::string text;
  Squeezed squeezed;
};

int count(const Pattern& pattern, std::string_view text) {
  int found = 0;
  for (auto match = pattern.find(text); match; match = pattern.find(text, match->span.end)) ++found;
  return found;
}

// What slip sheets are made of. Words of three letters and less are not looked at.
constexpr std::string_view kSheetWords[] = {
    "page",       "pages",      "withheld",    "withhold",   "full",         "entirety",    "entirely",
    "pursuant",   "under",      "exemption",   "exemptions", "freedom",      "information", "privacy",
    "duplicate",  "duplicates", "duplicative", "document",   "documents",    "record",      "records",
    "material",   "referred",   "referral",    "direct",     "response",     "review",      "reply",
    "agency",     "agencies",   "department",  "office",     "bureau",       "united",      "states",
    "government", "originated", "another",     "this",       "these",        "been",        "have",
    "with",       "that",       "contains",    "containing", "consultation", "deleted",     "denied",
    "following",  "attachment", "foia",        "code",       "title",        "located",     "elsewhere",
    "release",    "your",       "sheet",       "segregable"};

Words count_words(std::string_view text) {
  static const Pattern kWord("[A-Za-z]{2,}");
  Words words;
  for (auto match = kWord.find(text); match; match = kWord.find(text, match->span.end)) {
    ++words.all;
    const std::string word = to_lower_ascii(match->group[0]);
    const bool known =
        std::find(std::begin(kSheetWords), std::end(kSheetWords), word) != std::end(kSheetWords);
    if (word.size() > 3 && !known) ++words.foreign;
  }
  return words;
}

bool is_email(const Page& page) {
  static const Pattern kHeader(R"((?im)^[>\s]*(?:from|sent|to|cc|subject|date)\s?[:;])");
  return count(kHeader, page.text) >= 3;
}

// --- sheets

std::size_t ink(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return c != ' ' && c != '\n' && c != '\t' && c != '\r'; }));
}

// What rows such as "Page 21 ~ b7E;" are made of. Text layers may give such a table column by column, so the
// pieces are counted, not the rows.
struct RowPieces {
  int pages = 0;     // "Page"
  int reasons = 0;   // "b7E", "Duplicate"
  double share = 0;  // of the page's characters that belong to pieces
};

RowPieces count_row_pieces(const Page& page) {
  static const Pattern kPiece(
      R"((?i)(\bpage\b)|(\bduplicate\b|\breferral\s?/\s?\w+|\bother\b|\bb[1-9litd/][a-z0-9/]{0,3}\b)|[\d~\-,;.:]+)");
  RowPieces pieces;
  std::size_t covered = 0;
  for (auto match = kPiece.find(page.text); match; match = kPiece.find(page.text, match->span.end)) {
    covered += ink(match->group[0]);
    if (match->has(1)) ++pieces.pages;
    if (match->has(2)) ++pieces.reasons;
  }
  const std::size_t all = ink(page.text);
  if (all > 0) pieces.share = static_cast<double>(covered) / static_cast<double>(all);
  return pieces;
}

bool is_all_rows(const RowPieces& pieces) {
  return pieces.pages >= 3 && 2 * pieces.reasons >= pieces.pages && pieces.share >= 0.7;
}

bool is_deleted_page_sheet(const Page& page, const Words& words) {
  constexpr int kFewWords = 60;
  const Squeezed& text = page.squeezed;
  const RowPieces pieces = count_row_pieces(page);
  if (is_all_rows(pieces)) return true;
  // Letters announce such sheets by name: the name alone counts on a short page only.
  const bool total = text.has_any({"total deleted pages", "total withheld pages"});
  if (text.has("deleted page information sheet") && (total || words.all <= kFewWords)) return true;
  if (text.has("bates page reference") && text.has("reason for withholding")) return true;
  return words.all <= kFewWords && text.has("no duplication fee") && text.has("deleted pages");
}

// Nearly every word is one of a slip sheet's.
bool says_little_else(const Words& words, int few) {
  return words.foreign <= std::max(few, words.all / 4);
}

bool is_withheld_sheet(const Page& page, const Words& words) {
  constexpr int kFormWords = 300, kSheetWordsAtMost = 60;
  // The FBI's form 4-750, with a paragraph for each ground.
  if (words.all <= kFormWords && page.squeezed.has("withheld entirely at this location in the file"))
    return true;
  if (words.all > kSheetWordsAtMost || !says_little_else(words, 6)) return false;
  return page.squeezed.has_any(
      {"withheld pursuant to", "withheld under exemption", "page withheld", "pages withheld",
       "withheld in full", "withheld in its entirety", "withheld in their entirety", "document withheld",
       "record withheld", "denied in full", "deleted under exemption", "page deleted", "pages deleted"});
}

bool is_referral_sheet(const Page& page, const Words& words) {
  constexpr int kMostWords = 80;
  if (words.all > kMostWords || !says_little_else(words, 8)) return false;
  const Squeezed& text = page.squeezed;
  if (text.has_any({"referral direct", "referral consult"})) return true;
  return text.has_any({"referred to", "referral to"}) &&
         text.has_any(
             {"direct response", "direct reply", "respond directly", "for review", "for consultation"});
}

bool is_duplicate_sheet(const Page& page, const Words& words) {
  static const Pattern kSaysSo(
      R"((?im)^\W*(?:(?:this|these|pages?|documents?|records?|is|are|a|been|\d+)\W+)*dup[l1i][l1i]cat(?:e|es|ive)\b)");
  constexpr int kMostWords = 30;
  return words.all <= kMostWords && says_little_else(words, 4) && kSaysSo.found_in(page.text);
}

// --- letters and explanations

// Signals of any official letter.
int count_letter_signals(const Page& page) {
  static const Pattern kDate(
      R"((?im)^\W*(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{1,2}\s?[,.]\s?\d{4}\W*$)");
  static const Pattern kSalutation(
      R"((?im)^\W*dear\s+(?:mr|ms|mrs|mx|dr|sir|madam|requester|counsel|[A-Z])\b)");
  static const Pattern kSincerely(R"((?im)^\W*s[il1]ncere[l1i]y\b)");
  static const Pattern kEnclosure(R"((?im)^\W*enc[l1i]osures?\b)");
  static const Pattern kLetterhead(
      R"((?is)\A.{0,200}?(?:U\.?\s?S\.?\s+Department|Department of|Office of|Bureau of|Agency\b|Washington,?\s+D\.?\s?C))");
  int signals = 0;
  for (const Pattern* pattern : {&kDate, &kSalutation, &kSincerely, &kEnclosure, &kLetterhead})
    signals += pattern->found_in(page.text) ? 1 : 0;
  return signals;
}

// Signals that the letter answers a request for records.
int count_response_signals(const Page& page) {
  static const Pattern kReference(R"((?im)^\W*re\s?[:;].{0,60}(?:foi|request|appeal|\d{4}-[A-Z0-9]|\d{5}))");
  static const Pattern kStatute(
      R"((?i)\b5,?\s?U(?:\.?\s?S\.?\s?C\.?|nited\s+States\s+Code),?\s*(?:\x{a7}+|sec\S*)?\s*552(?:\b|/))");
  const Squeezed& text = page.squeezed;
  int signals = kReference.found_in(page.text) ? 1 : 0;
  signals += kStatute.found_in(page.text) ? 1 : 0;
  signals += text.has_any({"freedom of information act", "freedom of information privacy acts"});
  signals += text.has_any(
      {"right to appeal", "may appeal", "foia appeal", "administrative appeal", "adverse determination"});
  signals += text.has("foia public liaison") ? 1 : 0;
  signals += text.has("office of government information services") ? 1 : 0;
  signals +=
      text.has_any({"considered your request", "in response to your", "your foia request",
                    "response to your freedom", "your request for records", "responsive to your request",
                    "foipa request", "documents were reviewed under", "pages are being released"});
  return signals;
}

// At least three signals, two of them of an answer to a request: any company writes "Dear" and "Sincerely",
// and a letter among the records may itself be redacted.
bool is_letter(const Page& page) {
  if (is_email(page)) return false;
  const int response = count_response_signals(page);
  return response >= 2 && response + count_letter_signals(page) >= 3;
}

bool is_explanation_sheet(const Page& page) {
  const int wordings = page.squeezed.count_of(
      {"authorized under criteria established by an executive order",
       "internal personnel rules and practices", "specifically exempted from disclosure by statute",
       "trade secrets and commercial or financial information", "agency memorandums or letters",
       "personnel and medical files", "compiled for law enforcement purposes",
       "interfere with enforcement proceedings", "right to a fair trial", "identity of a confidential source",
       "techniques and procedures for law enforcement", "endanger the life or physical safety",
       "supervision of financial institutions", "geological and geophysical information"});
  // The FBI's letters come with an addendum of what is true of every request.
  if (page.squeezed.has("this is a standard response and should not be read to indicate")) return true;
  const bool titled = page.squeezed.has_any({"explanation of exemptions", "explanation of foia exemptions"});
  return wordings >= 5 || (titled && wordings >= 2);
}

}  // namespace

PageKind classify_page(std::string_view text) {
  const Page page(text);
  const Words words = count_words(page.text);
  if (is_deleted_page_sheet(page, words)) return PageKind::kDeletedPageSheet;
  if (!is_email(page)) {
    if (is_withheld_sheet(page, words)) return PageKind::kWithheldSheet;
    if (is_referral_sheet(page, words)) return PageKind::kReferralSheet;
    if (is_duplicate_sheet(page, words)) return PageKind::kDuplicateSheet;
  }
  if (is_letter(page)) return PageKind::kLetter;
  if (is_explanation_sheet(page)) return PageKind::kExplanationSheet;
  return PageKind::kOrdinary;
}

bool is_sheet(PageKind kind) {
  return kind == PageKind::kWithheldSheet || kind == PageKind::kDeletedPageSheet ||
         kind == PageKind::kReferralSheet || kind == PageKind::kDuplicateSheet;
}

}  // namespace vaughn::redaction

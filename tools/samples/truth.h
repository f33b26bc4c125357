// SPDX-License-Identifier: GPL-3.0-or-later
// What is really on each page of the sample release, gathered while the pages are drawn; samples/README.md
// documents the JSON it is written as.
#ifndef VAUGHN_SAMPLES_TRUTH_H_
#define VAUGHN_SAMPLES_TRUTH_H_

#include <optional>
#include <string>
#include <vector>

#include "vaughn/model/geometry.h"

namespace vaughn::samples {

struct TrueRedaction {
  Box box;                            // as displayed; for a skewed scan the box around the skewed cover
  std::string kind;                   // solid, outlined, patch, region, blob
  std::vector<std::string> codes;     // canonical, in printed order
  std::string label_place;            // inside, beside, margin, none
  std::optional<Box> label_box = {};  // around the printed codes
  std::string note = {};              // what makes it hard, when something does
};

struct TrueFinding {
  std::string type;
  Box box;
  int characters = 0;  // hidden ones without white space; 0 when it does not apply
};

// One header line of an e-mail as it can still be read.
struct TrueHeader {
  std::string name;                  // from, to, cc
  std::string visible;               // what is left to read, redacted parts as "[]"
  std::vector<std::string> codes;    // of its redacted parts; empty when nothing is withheld
  std::vector<std::string> domains;  // surviving mail domains
};

struct TrueEmail {
  int first_page = 0, last_page = 0;
  std::string sent;  // local time, ISO 8601
  std::string subject;
  std::vector<TrueHeader> headers;
};

// What the agency kept: pages first to last are one e-mail chain, one form, one memo.
struct TrueRecord {
  int first_page = 0, last_page = 0;
  std::string kind;
  std::string title;
};

struct DeletedRow {
  int page = 0;  // of the file the sheet speaks of, not of this release
  std::vector<std::string> codes;
  std::string reason;  // "Duplicate" and the like, when it is no exemption
};

struct TruePage {
  double width = 0, height = 0;
  std::string text_source;
  std::string disposition;  // full, part, withheld, referred, letter; as the response letter counts it
  std::string bates;        // empty when the page belongs to no series
  std::string bates_how = "read";
  std::vector<std::string> words;  // phrases a search must find on this page
  std::vector<TrueRedaction> redactions;
  std::vector<std::string> page_codes;  // withholdings of a whole page, on sheets
  std::vector<std::string> mentions;    // exemptions talked about, which withhold nothing
  std::vector<TrueFinding> findings;
};

// What a reading of the page must come to, redactions apart.
void expect(TruePage& page, std::string text_source, std::string disposition, std::vector<std::string> words);

struct DeletedSheet {
  int page = 0;
  int stated_total = 0;
  std::vector<DeletedRow> rows;
};

struct TrueSource {
  std::string file;
  std::string kind;  // letter, production, fax, photograph
  std::vector<TruePage> pages;
  std::vector<TrueRecord> records;
  std::vector<TrueEmail> emails;
  std::vector<DeletedSheet> deleted_sheets;
};

// How many pages the release holds by disposition: what the response letter says.
struct PageCounts {
  int processed = 0, full = 0, part = 0, withheld = 0, referred = 0;
};

struct Truth {
  std::vector<TrueSource> sources;
  std::string bates_first, bates_last;
  std::vector<std::string> bates_missing;
};

PageCounts count_pages(const std::vector<TrueSource>& sources);

// The whole as JSON text, ending in a newline.
std::string to_json(const Truth& truth);

}  // namespace vaughn::samples

#endif  // VAUGHN_SAMPLES_TRUTH_H_

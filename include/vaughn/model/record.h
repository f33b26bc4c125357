// SPDX-License-Identifier: GPL-3.0-or-later
// What an agency kept and a release holds: records (an e-mail, a letter, a contract) and what is said in
// them, each with the place it was read at. Derived from the pages of a source; docs/records.md.
#ifndef VAUGHN_MODEL_RECORD_H_
#define VAUGHN_MODEL_RECORD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vaughn/model/bates.h"
#include "vaughn/model/finding.h"
#include "vaughn/model/geometry.h"
#include "vaughn/model/page_number.h"

namespace vaughn {

// A place that something derived rests on.
struct Evidence {
  PageIndex page = PageIndex(0);
  std::optional<Box> box{};
  std::string raw{};  // as it stands there, redactions as their markers

  bool operator==(const Evidence&) const = default;
};

// What is printed at the edges of pages beside production numbers.
enum class StampKind {
  kPageNumber,      // "page-number": of a document: "Page 3 of 12"
  kCourtHeader,     // "court-header": "Case 1:20-cv-03071 Document 1 Filed …"
  kDocumentNumber,  // "document-number": the Department of State's, the CIA's, NARA's
  kRequestNumber,   // "request-number"
};

struct Stamp {
  StampKind kind = StampKind::kPageNumber;
  std::string value;            // "3 of 12", "1:20-cv-03071-TNM", "C02000189"
  std::optional<int> number{};  // kPageNumber
  std::optional<int> total{};   // kPageNumber, when it says "of 12"
  Evidence evidence;

  bool operator==(const Stamp&) const = default;
};

// A run of pages of a source that the agency kept as one.
struct Record {
  PageIndex first = PageIndex(0), last = PageIndex(0);
  std::string type;                    // "email", "letter", "withheld-sheet", …, "unknown"; docs/records.md
  double type_confidence = 0;          // 0 to 1
  std::string title;                   // subject, heading or form title; may be empty
  std::string date;                    // ISO, as far as it is known: "2030-10-18"; may be empty
  double confidence = 0;               // 0 to 1, that it begins where it does
  std::vector<std::string> reasons{};  // why it begins there: "e-mail header at the top"
  bool by_person = false;              // somebody set its beginning or its type

  bool operator==(const Record&) const = default;
};

// Somebody who takes part in a message, as far as it can be read.
struct Party {
  std::string field;    // "from", "to", "cc", "bcc"
  std::string name;     // may be empty or a marker
  std::string address;  // whole addresses only: "a.b@c.gov"; empty when part of it is redacted
  std::string domain;   // of the address, which often survives: "c.gov"
  bool redacted = false;

  bool operator==(const Party&) const = default;
};

// One message as it is printed: by itself, or quoted in another.
struct Message {
  PageIndex last = PageIndex(0);  // page its text ends on
  bool quoted = false;
  std::string
      form;  // how it is printed: "outlook", "gmail", "apple", "notes", "calendar", "chat", "quote-line"
  // As they stand in the header, redactions as their markers; empty when there is no such line.
  std::string from, to, cc, bcc, sent_text, subject, attachments_text;
  std::string sent;  // ISO local time, "2030-10-18T16:52:00" or to the day; empty when not understood
  std::string zone;  // "EST", "-0500"; empty when not said
  std::vector<Party> parties{};
  std::vector<std::string> attachments{};  // names; pictures of signatures left out
  int words = 0;                           // of its own text
  std::string fingerprint;  // of its own text, the same for the same text but for line ends and redactions
  double confidence = 0;    // 0 to 1, that the header is one and complete
  Evidence evidence;        // where the header begins

  bool operator==(const Message&) const = default;
};

// Of a message among all that a database holds, what says which others are the same or belong to its thread.
struct MessageKey {
  std::int64_t id = 0, record = 0;  // rows
  std::string subject, sent, from;
  bool quoted = false;
  int words = 0;
  bool chat = false;  // a line of a chat, not a message by itself
};

struct MessageLink {
  std::int64_t message = 0;
  std::int64_t thread = 0;  // the oldest message of its thread
  // The fullest printing of the same message; none when it is that itself.
  std::optional<std::int64_t> twin{};

  bool operator==(const MessageLink&) const = default;
};

// A sheet that stands for pages, and what it says of them.
struct AbsentPage {
  std::string number;  // of the page in its document or production, as printed; empty when not said
  int count = 1;       // pages it speaks of
  std::string
      disposition;     // "withheld", "deleted", "duplicate", "referred", "consultation", "sealed", "other"
  std::string reason;  // what is printed: "Referral/Consult"; empty when codes are the reason
  std::vector<std::string> codes{};
  bool certain = true;  // false when something had to be repaired to be understood
  Evidence evidence;

  bool operator==(const AbsentPage&) const = default;
};

struct Sheet {
  PageIndex first = PageIndex(0), last = PageIndex(0);
  std::string kind;                   // "withheld", "deleted-pages", "referral", "duplicate"
  std::optional<int> stated_total{};  // its checksum
  std::vector<AbsentPage> pages{};

  bool operator==(const Sheet&) const = default;
};

// Something that a letter or a contract says: a request number, a count of pages, an amount.
struct Statement {
  PageIndex page = PageIndex(0);
  std::string kind;                // docs/records.md, "Statements"
  std::string value;               // in its canonical form
  std::optional<double> number{};  // counts, amounts in dollars, days
  Evidence evidence;

  bool operator==(const Statement&) const = default;
};

struct NumberingFinding {
  PageIndex page = PageIndex(0);
  Finding finding;

  bool operator==(const NumberingFinding&) const = default;
};

// Everything that is derived from the pages of one source.
struct SourceRecords {
  std::vector<BatesNumber> bates{};
  std::vector<NumberingFinding> numbering{};
  std::vector<Stamp> stamps{};
  std::vector<Record> records{};
  std::vector<Message> messages{};  // in reading order
  std::vector<Sheet> sheets{};
  std::vector<Statement> statements{};

  bool operator==(const SourceRecords&) const = default;
};

// What a person said about where records begin and what they are; kept when records are derived anew.
struct Correction {
  enum class Kind {
    kSplit,  // "split": a record begins at the page
    kJoin,   // "join": the page goes on with the record before
    kType,   // "type": the record that holds the page is of this type
    kTitle,  // "title"
    kDate,   // "date"
  };
  Kind kind = Kind::kSplit;
  PageIndex page = PageIndex(0);
  std::string value{};

  bool operator==(const Correction&) const = default;
};

std::string_view to_string(StampKind kind);
std::optional<StampKind> stamp_kind_from_string(std::string_view name);
std::string_view to_string(Correction::Kind kind);
std::optional<Correction::Kind> correction_kind_from_string(std::string_view name);

}  // namespace vaughn

#endif  // VAUGHN_MODEL_RECORD_H_

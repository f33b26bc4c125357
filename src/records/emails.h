// SPDX-License-Identifier: GPL-3.0-or-later
// E-mails as they are printed: every message on every page, by itself or quoted in another. docs/records.md.
#ifndef VAUGHN_RECORDS_EMAILS_H_
#define VAUGHN_RECORDS_EMAILS_H_

#include <optional>
#include <string>
#include <vector>

#include "records/header_block.h"
#include "records/rows.h"
#include "vaughn/model/record.h"

namespace vaughn::records {

// A message and how it begins, which says whether a record begins there.
struct FoundMessage {
  Message message;
  bool at_top = false;         // nothing above it on its page but an owner's name, a rule, a stamp
  bool under_owner = false;    // the mailbox's owner stands above it, as Outlook prints it
  double top = 0, bottom = 0;  // of the header, points
};

// Reads through the pages of a source in their order, each once.
class MessageReader {
 public:
  void add(const PageRows& page);
  // In reading order.
  std::vector<FoundMessage> finish();

 private:
  bool is_quoted(const FoundMessage& found) const;
  void begin(FoundMessage found);
  void take_text(const PageRows& page, const Row& row);
  std::size_t finish_begun(const PageRows& page);
  void begin_gmail(HeaderBlock block, const PageRows& page);
  void close();

  std::vector<FoundMessage> found_;
  std::vector<std::string> text_words_;  // since the last header
  // Of the chain that is being read: how its first message and those quoted in it print their times.
  std::string chain_subject_, first_style_, quoted_style_;
  bool separated_ = false, apple_ = false;  // a separator stands above what comes next
  bool ended_ = false;                      // the last message's text is at its end
  std::string gmail_subject_;               // of the conversation that is being read
  bool in_gmail_print_ = false;
  bool gmail_at_top_ = false;  // its head stands at the top of a page, and no message below it was read yet
  // The first rows of a header that goes on on the next page, and that page.
  std::vector<Row> begun_;
  PageIndex begun_on_ = PageIndex(0);
  std::optional<PageIndex> last_page_;
};

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_EMAILS_H_

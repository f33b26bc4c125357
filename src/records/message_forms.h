// SPDX-License-Identifier: GPL-3.0-or-later
// Printed messages whose headers are not made of labelled rows: Gmail's prints, Lotus Notes, chats.
#ifndef VAUGHN_RECORDS_MESSAGE_FORMS_H_
#define VAUGHN_RECORDS_MESSAGE_FORMS_H_

#include <optional>
#include <string>
#include <vector>

#include "records/header_block.h"
#include "records/rows.h"

namespace vaughn::records {

// The head of a conversation printed from Gmail: its subject, and below it "3 messages".
struct GmailHead {
  std::string subject;
  std::size_t first_row = 0;  // the subject's
};
// Of the row that says how many messages there are.
std::optional<GmailHead> read_gmail_head(const std::vector<Row>& rows, std::size_t row);

// "Jane Roe <j.roe@vendor.example>          Tue, Mar 3, 2020 at 9:14 AM" above "To: …".
// in_print: below the head of a conversation; elsewhere an address or a redaction must say that it is mail.
std::optional<HeaderBlock> read_gmail_header(const std::vector<Row>& rows, std::size_t first,
                                             Points page_width, bool in_print);

// Sender and time on the left, "To", "cc", "bcc" and "Subject" without colons on the right.
std::optional<HeaderBlock> read_notes_header(const std::vector<Row>& rows, std::size_t first);

// A line of a chat: "[3/3/20, 9:14:05 AM] Jane Roe: On my way", "3/3/20, 9:14 AM - Jane Roe: On my way".
struct ChatLine {
  std::string sent, from, text;
  std::optional<ReadDate> date;  // none when it gives the time of day only
};
std::optional<ChatLine> read_chat_line(const Row& row);

// Whether a page's lines of that form are a chat: several, of few senders, one of them more than once. A log
// or a schedule has such lines too, but no senders.
bool holds_chat(const std::vector<Row>& rows);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_MESSAGE_FORMS_H_

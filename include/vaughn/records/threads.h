// SPDX-License-Identifier: GPL-3.0-or-later
// Which messages belong together, across all sources of a database.
#ifndef VAUGHN_RECORDS_THREADS_H_
#define VAUGHN_RECORDS_THREADS_H_

#include <vector>

#include "vaughn/model/record.h"

namespace vaughn::records {

// One link a message, in their order. Messages of one subject, answers and forwards included, are a thread as
// long as no two months pass without one; a message without a subject belongs to the thread that quotes it.
// Two printings are of the same message when they were sent at the same minute by the same sender, as far as
// he can be read, under the same subject, as far as there is one.
std::vector<MessageLink> link_messages(const std::vector<MessageKey>& messages);

}  // namespace vaughn::records

#endif  // VAUGHN_RECORDS_THREADS_H_

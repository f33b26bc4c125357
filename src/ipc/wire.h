// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs and answers as the payload of a frame. docs/formats/ipc.md
#ifndef VAUGHN_IPC_WIRE_H_
#define VAUGHN_IPC_WIRE_H_

#include <string>
#include <string_view>

#include "vaughn/base/result.h"
#include "vaughn/ipc/job.h"

namespace vaughn::ipc {

// Any bytes pass, valid text or not: it is the reader's door that checks.
std::string encode_job(const Job& job);
std::string encode_answer(const Answer& answer);

// kGarbled when the bytes are not exactly one job.
Result<Job> decode_job(std::string_view bytes);

// kGarbled when the bytes are not exactly one answer, or when it holds text that is not UTF-8, a number that
// is not finite or a negative page count. Whatever the bytes are, memory stays proportional to their number.
Result<Answer> decode_answer(std::string_view bytes);

}  // namespace vaughn::ipc

#endif  // VAUGHN_IPC_WIRE_H_

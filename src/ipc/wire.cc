// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc/wire.h"

#include <variant>

#include "ipc/bytes.h"

namespace vaughn::ipc {
namespace {

template <class T>
std::string encode(const T& value) {
  ByteWriter writer;
  writer(value);
  return writer.take();
}

bool makes_sense(const Answer& answer) {
  const auto* described = std::get_if<Described>(&answer.body);
  return described == nullptr || described->description.page_count >= 0;
}

}  // namespace

std::string encode_job(const Job& job) {
  return encode(job);
}

std::string encode_answer(const Answer& answer) {
  return encode(answer);
}

Result<Job> decode_job(std::string_view bytes) {
  Job job;
  ByteReader reader(bytes, Door::kAnyBytes);
  reader(job);
  if (!reader.complete()) return Problem{ProblemKind::kGarbled, "a job could not be decoded", {}};
  return job;
}

Result<Answer> decode_answer(std::string_view bytes) {
  Answer answer;
  ByteReader reader(bytes, Door::kTextOnly);
  reader(answer);
  if (!reader.complete() || !makes_sense(answer))
    return Problem{ProblemKind::kGarbled, "an answer could not be decoded", {}};
  return answer;
}

}  // namespace vaughn::ipc

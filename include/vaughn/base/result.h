// SPDX-License-Identifier: GPL-3.0-or-later
// A value or the Problem that kept us from having it. For strangers' files; our own mistakes are asserts.
#ifndef VAUGHN_BASE_RESULT_H_
#define VAUGHN_BASE_RESULT_H_

#include <cassert>
#include <utility>
#include <variant>

#include "vaughn/base/problem.h"

namespace vaughn {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit by design
  Result(Problem problem)
      : held_(std::in_place_index<1>, std::move(problem)) {}  // NOLINT: implicit by design

  bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Precondition: ok().
  T& value() & {
    assert(ok());
    return *std::get_if<0>(&held_);
  }
  const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&held_);
  }
  T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&held_));
  }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }

  // Precondition: !ok().
  const Problem& problem() const {
    assert(!ok());
    return *std::get_if<1>(&held_);
  }

 private:
  std::variant<T, Problem> held_;
};

}  // namespace vaughn

#endif  // VAUGHN_BASE_RESULT_H_

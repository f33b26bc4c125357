// SPDX-License-Identifier: GPL-3.0-or-later
// Values to bytes and back, in this machine's byte order: both ends are the same binary. The reader trusts
// nothing: it stays inside the bytes it was given, and once something does not fit, everything after it reads
// as nothing. docs/formats/ipc.md
#ifndef VAUGHN_IPC_BYTES_H_
#define VAUGHN_IPC_BYTES_H_

#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "ipc/fields.h"
#include "vaughn/base/utf8.h"

namespace vaughn::ipc {

class ByteWriter {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <class T>
  void put(const T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      put_raw(static_cast<std::uint8_t>(value ? 1 : 0));
    } else if constexpr (std::is_arithmetic_v<T>) {
      put_raw(value);
    } else if constexpr (std::is_enum_v<T>) {
      put(std::string(to_string(value)));
    } else {
      fields(*this, value);
    }
  }
  void put(const std::string& text) {
    put_raw(std::uint64_t{text.size()});
    bytes_ += text;
  }
  void put(PageIndex page) { put_raw(page.value()); }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }
  template <class T>
  void put(const std::vector<T>& values) {
    put_raw(std::uint64_t{values.size()});
    for (const T& value : values) put(value);
  }
  template <class... T>
  void put(const std::variant<T...>& value) {
    put_raw(static_cast<std::uint8_t>(value.index()));
    std::visit([this](const auto& alternative) { this->put(alternative); }, value);
  }
  template <class T>
  void put_raw(T value) {
    char raw[sizeof value];
    std::memcpy(raw, &value, sizeof value);
    bytes_.append(raw, sizeof value);
  }

  std::string bytes_;
};

// What a reader lets pass. Answers end in the database and on the screen, so their text is checked here, at
// the door; a job carries paths and passwords, which are whatever bytes they are.
enum class Door {
  kAnyBytes,
  kTextOnly,  // strings are valid UTF-8, numbers are finite
};

class ByteReader {
 public:
  ByteReader(std::string_view bytes, Door door) : rest_(bytes), door_(door) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }
  // Everything fitted and nothing is left over.
  bool complete() const { return !failed_ && rest_.empty(); }

 private:
  template <class T>
  void get(T& value) {
    if constexpr (std::is_same_v<T, bool>) {
      std::uint8_t raw = 0;
      get_raw(raw);
      value = raw == 1;
      if (raw > 1) fail();
    } else if constexpr (std::is_arithmetic_v<T>) {
      get_raw(value);
      if constexpr (std::is_floating_point_v<T>)
        if (door_ == Door::kTextOnly && !std::isfinite(value)) fail();
    } else if constexpr (std::is_enum_v<T>) {
      std::string name;
      get(name);
      const std::optional<T> known = from_name(std::type_identity<T>{}, name);
      known ? static_cast<void>(value = *known) : fail();
    } else {
      fields(*this, value);
    }
  }
  void get(std::string& text) {
    std::uint64_t size = 0;
    get_raw(size);
    if (size > rest_.size()) return fail();
    text.assign(rest_.substr(0, size));
    rest_.remove_prefix(size);
    if (door_ == Door::kTextOnly && !is_valid_utf8(text)) fail();
  }
  void get(PageIndex& page) {
    int value = 0;
    get_raw(value);
    page = PageIndex(value);
  }
  template <class T>
  void get(std::optional<T>& value) {
    bool present = false;
    get(present);
    if (present) get(value.emplace());
  }
  // The count is a claim, so nothing is reserved for it: memory grows with what is really there.
  template <class T>
  void get(std::vector<T>& values) {
    std::uint64_t count = 0;
    get_raw(count);
    if (count > rest_.size()) return fail();
    for (std::uint64_t i = 0; i < count && !failed_; ++i) get(values.emplace_back());
  }
  template <class... T>
  void get(std::variant<T...>& value) {
    std::uint8_t index = 0;
    get_raw(index);
    get_alternative<0>(index, value);
  }
  template <std::size_t I, class... T>
  void get_alternative(std::size_t index, std::variant<T...>& value) {
    if constexpr (I < sizeof...(T)) {
      index == I ? get(value.template emplace<I>()) : get_alternative<I + 1>(index, value);
    } else {
      fail();
    }
  }
  template <class T>
  void get_raw(T& value) {
    if (rest_.size() < sizeof value) return fail();
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
  }
  void fail() {
    failed_ = true;
    rest_ = {};
  }

  std::string_view rest_;
  Door door_;
  bool failed_ = false;
};

}  // namespace vaughn::ipc

#endif  // VAUGHN_IPC_BYTES_H_

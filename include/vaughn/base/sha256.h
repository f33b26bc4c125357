// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 by OpenSSL's libcrypto: a source's name for life.
#ifndef VAUGHN_BASE_SHA256_H_
#define VAUGHN_BASE_SHA256_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace vaughn {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void update(const void* data, std::size_t size);
  // Lower-case hex, 64 characters. Call once.
  std::string finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

std::string sha256_hex(std::string_view data);

}  // namespace vaughn

#endif  // VAUGHN_BASE_SHA256_H_

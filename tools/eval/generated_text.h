// SPDX-License-Identifier: GPL-3.0-or-later
// Plain office prose about invented people and places, as much as is wanted, never twice the same.
#ifndef VAUGHN_EVAL_GENERATED_TEXT_H_
#define VAUGHN_EVAL_GENERATED_TEXT_H_

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace vaughn::eval {

// The same seed gives the same text on every machine.
class GeneratedText {
 public:
  explicit GeneratedText(std::uint32_t seed) : engine_(seed) {}

  std::string person();
  std::string office();
  std::string place();
  std::string date();    // "March 4, 2031"
  std::string amount();  // "$12,480.50"
  std::string number(int digits);
  std::string sentence();
  std::string paragraph(int sentences);
  // 0 to limit - 1.
  int below(int limit) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(limit)); }

 private:
  const std::string& one_of(const std::vector<std::string>& choices);

  std::mt19937 engine_;
};

}  // namespace vaughn::eval

#endif  // VAUGHN_EVAL_GENERATED_TEXT_H_

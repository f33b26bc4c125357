// SPDX-License-Identifier: GPL-3.0-or-later
// What ends the run. Thrown anywhere, caught in main only, printed as cause and advice.
#ifndef VAUGHN_BASE_ERROR_H_
#define VAUGHN_BASE_ERROR_H_

#include <stdexcept>
#include <string>

namespace vaughn {

enum class ErrorCode {
  kUsage,              // the command line does not make sense
  kDiskFull,           // nothing more can be written; what was committed stays
  kDatabase,           // the database cannot be opened, read or written
  kDatabaseTooNew,     // written by a newer vaughn
  kDatabaseMissing,    // a reading command was given a path where nothing is
  kCannotStartWorker,  // no child process could be started: nothing can be read
  kSystem,             // any other refusal of the operating system
};

class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& cause, std::string advice = {})
      : std::runtime_error(cause), code_(code), advice_(std::move(advice)) {}

  ErrorCode code() const { return code_; }
  // What the person can do; may be empty. what() is the cause.
  const std::string& advice() const { return advice_; }

 private:
  ErrorCode code_;
  std::string advice_;
};

}  // namespace vaughn

#endif  // VAUGHN_BASE_ERROR_H_

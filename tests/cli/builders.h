// SPDX-License-Identifier: GPL-3.0-or-later
// The program run in memory, and a small release for it to read.
#ifndef VAUGHN_TESTS_CLI_BUILDERS_H_
#define VAUGHN_TESTS_CLI_BUILDERS_H_

#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/streams.h"

namespace vaughn::cli::testing {

using Variables = std::map<std::string, std::string>;

// Streams into memory; no terminals, 80 columns, no environment but what is given.
struct MemoryStreams {
  std::ostringstream out, err;
  Variables variables;
  Streams streams;

  explicit MemoryStreams(Variables given = {});
};

struct Outcome {
  int status = 0;
  std::string out, err;
};

// `vaughn words...`.
Outcome vaughn(const std::vector<std::string>& words, Variables variables = {});

// The words of a command line as its command sees them.
ParsedOptions parsed(const std::string& command, const std::vector<std::string>& words);

// What the Error says that the command line ends in: "cause | advice"; empty when it ends in none.
std::string refusal(const std::string& command, const std::vector<std::string>& words);

class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  std::string path(const std::string& name) const { return (folder_ / name).string(); }

 private:
  std::filesystem::path folder_;
};

// A database with "release/letter.pdf" (two pages read, the second with two redactions, the third failed, the
// fourth pending), "other/letter.pdf" (one page) and "release/empty.pdf" (could not be opened).
void make_database(const std::string& path);

// A database with one source, "letter.pdf", on whose only page each of the codes stands at a redaction of its
// own, for certain; "" is a redaction without a code.
void make_database_of_codes(const std::string& path, const std::vector<std::string>& codes);

}  // namespace vaughn::cli::testing

#endif  // VAUGHN_TESTS_CLI_BUILDERS_H_

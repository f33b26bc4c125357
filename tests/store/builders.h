// SPDX-License-Identifier: GPL-3.0-or-later
// Small builders for the store's tests: a database in a folder of its own, pages by what matters about them,
// and a dump to compare two databases by.
#ifndef VAUGHN_TESTS_STORE_BUILDERS_H_
#define VAUGHN_TESTS_STORE_BUILDERS_H_

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vaughn/model/page.h"
#include "vaughn/model/source.h"
#include "vaughn/store/writer.h"

namespace vaughn::store {

// A folder that is removed with the test.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  std::filesystem::path path() const { return path_; }
  std::filesystem::path database() const { return path_ / "release.db"; }

 private:
  std::filesystem::path path_;
};

// A digest that differs for each letter.
std::string digest(char letter);
Source pdf(const std::string& path, char letter);

// A page with this text, each word of it at a made-up place, read from a scan.
PageReading reading(int page_number, const std::string& text);
ExemptionCode code(const std::string& name);
Redaction redaction(const Box& box, const std::vector<std::string>& codes);
Finding leak(const Box& box);
BatesNumber bates(int page_number, const std::string& value);

// The page read above with one of everything on it.
PageReading full_reading(int page_number);

// A writer with a run, a release and one source of some pages.
struct OneSource {
  explicit OneSource(const std::filesystem::path& database, int page_count = 3);

  void put(const PageReading& page, const ReadOptions& options = {}) {
    writer->put_page(source, run, options, page);
  }
  std::vector<int> to_do(const ReadOptions& options = {}) const;  // page numbers

  std::unique_ptr<Writer> writer;
  RunId run;
  ReleaseId release;
  SourceId source;
};

// Every row of every table but run, times apart, and every token of the index, as text.
std::string dump(const std::filesystem::path& database);
// One value by SQL.
std::string value_of(const std::filesystem::path& database, const std::string& sql);

}  // namespace vaughn::store

#endif  // VAUGHN_TESTS_STORE_BUILDERS_H_

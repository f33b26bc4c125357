// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is typed, the store answers it: no text is an error. Against a real index, since only FTS5 knows
// what it refuses.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "support/temporary_folder.h"
#include "vaughn/search/query.h"
#include "vaughn/store/reader.h"
#include "vaughn/store/writer.h"

namespace vaughn::search {
namespace {

class AnyText : public ::testing::Test {
 protected:
  AnyText() {
    write({"Dear O'Brien, AT&T case 3:17-cv-1234 of clearview.ai", "withheld under ⟦(b)(6) ~14⟧ by Nimbus",
           "a OR b NOT c NEAR d"});
    reader_ = store::Reader::open(folder_.path() / "release.db");
  }

  std::vector<int> pages(std::string_view typed) const {
    std::vector<int> numbers;
    store::SearchRequest request;
    const auto question = parse_query(typed).question;
    if (!question) return numbers;
    request.question = *question;
    reader_->summarise(request, {});
    for (const store::HitRow& hit : reader_->search(request)) numbers.push_back(hit.page);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
  }

 private:
  void write(const std::vector<std::string>& texts) {
    const auto writer = store::Writer::open(folder_.path() / "release.db");
    const store::RunId run = writer->begin_run("0.1.0", "{}");
    const store::ReleaseId release = writer->put_release({"r", "", "", ""});
    const Source source{"in/first.pdf", std::string(64, 'a'), 1, SourceFormat::kPdf};
    const store::SourceId id = writer->put_source(release, run, source).id;
    writer->put_description(id, {static_cast<int>(texts.size()), {}});
    for (std::size_t i = 0; i < texts.size(); ++i) {
      PageReading reading;
      reading.page = PageIndex(static_cast<int>(i));
      reading.text = texts[i];
      if (i == 1) reading.redactions.push_back({{0, 0, 9, 9}, CoverKind::kSolid, 1, 0.1, 0.1, {}, {}});
      writer->put_page(id, run, {}, reading);
    }
    writer->commit();
  }

  TemporaryFolder folder_;
  std::unique_ptr<store::Reader> reader_;
};

TEST_F(AnyText, WithSignsInItFindsThePagesThatHaveIt) {
  using Pages = std::vector<int>;
  const std::pair<const char*, Pages> cases[] = {
      {"AT&T", {1}},    {"O'Brien", {1}},           {"3:17-cv-1234", {1}},   {"clearview.ai", {1}},
      {"O’BRIEN", {1}}, {"\"by nimbus", {2}},       {"nimb*", {2}},          {"(b)(6)", {}},
      {"NEAR", {3}},    {"nimbus OR near", {2, 3}}, {"clearview -case", {}}, {"-clearview", {2, 3}},
      {"page:2", {2}},  {"source:first near", {3}}, {"exemption:b6", {}},    {"", {}},
  };
  for (const auto& [typed, expected] : cases) EXPECT_EQ(pages(typed), expected) << typed;
}

TEST_F(AnyText, OfRandomPiecesIsNeverAnError) {
  const std::vector<std::string> pieces = {"\"",
                                           "'",
                                           "(",
                                           ")",
                                           "*",
                                           "-",
                                           " ",
                                           " ",
                                           "OR",
                                           " OR ",
                                           ":",
                                           "^",
                                           "NEAR",
                                           "AND",
                                           "+",
                                           "{",
                                           "}",
                                           "word",
                                           "b6",
                                           "\\",
                                           "“",
                                           "”",
                                           "§",
                                           "é",
                                           "\n",
                                           "NOT ",
                                           " NOT ",
                                           "page:",
                                           "source:",
                                           "text:",
                                           ",",
                                           "%",
                                           "6",
                                           "\xff",
                                           "exemption:",
                                           "text-source:",
                                           "NEAR(",
                                           "/",
                                           "~",
                                           " NEAR/3 ",
                                           " NEXT-TO redaction ",
                                           " NEAR-REDACTION/2 ",
                                           "page:>1",
                                           "(b)(6)",
                                           "redacted:no",
                                           "bates:",
                                           "\x01",
                                           "⟦",
                                           "⟧",
                                           "%s"};
  std::mt19937 random(11);
  for (int i = 0; i < 3'000; ++i) {
    std::string typed;
    for (std::size_t n = random() % 24; n > 0; --n) typed += pieces[random() % pieces.size()];
    ASSERT_NO_THROW(pages(typed)) << typed;
  }
}

TEST_F(AnyText, OfRandomBytesIsNeverAnError) {
  std::mt19937 random(13);
  for (int i = 0; i < 2'000; ++i) {
    std::string typed(random() % 40, ' ');
    for (char& c : typed) c = static_cast<char>(random());
    ASSERT_NO_THROW(pages(typed));
  }
}

TEST_F(AnyText, OfAnyLengthIsNeverAnError) {
  for (const char* piece : {"a ", "-a ", "a OR ", "a NOT b ", "\"", "(", "a* ", "a OR -b ", "exemption:b6 ",
                            "\"a b\" ", "(a ", "-", "NEAR(", "a NEXT-TO redaction ", "/a/ "}) {
    std::string typed;
    while (typed.size() < 100'000) typed += piece;
    ASSERT_NO_THROW(pages(typed)) << piece;
    ASSERT_NO_THROW(pages("near " + typed)) << piece;
  }
}

}  // namespace
}  // namespace vaughn::search

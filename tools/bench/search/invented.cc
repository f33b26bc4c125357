// SPDX-License-Identifier: GPL-3.0-or-later
#include "invented.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "timing.h"
#include "vaughn/store/writer.h"

namespace vaughn::bench {

Words::Words(unsigned seed) : random_(seed) {
  static constexpr const char* kSyllables[] = {"ba",  "con", "de",  "ri",  "ma",  "ter", "lo",
                                               "si",  "an",  "ven", "tu",  "pol", "gra", "ne",
                                               "cal", "mor", "is",  "fel", "od",  "ru"};
  std::mt19937 spelling(20317);  // the same words whatever the seed
  std::map<std::string, bool> known;
  double sum = 0;
  while (words_.size() < kVocabulary) {
    std::string word;
    const int syllables =
        words_.size() < 200 ? 1 + static_cast<int>(spelling() % 2) : 2 + static_cast<int>(spelling() % 4);
    for (int i = 0; i < syllables; ++i) word += kSyllables[spelling() % 20];
    if (!known.emplace(word, true).second) continue;
    words_.push_back(word);
    cumulative_.push_back(sum += 1.0 / static_cast<double>(words_.size()));
  }
}

const std::string& Words::any() {
  const double at = std::uniform_real_distribution<double>(0, cumulative_.back())(random_);
  const auto found = std::lower_bound(cumulative_.begin(), cumulative_.end(), at);
  return words_[static_cast<std::size_t>(found - cumulative_.begin())];
}

std::string Words::any_as_read() {
  std::string word = any();
  if (chance(kMisread)) word[random_() % word.size()] = "lio01ecnu"[random_() % 9];
  return word;
}

namespace {

PageReading invented_page(int index, Words& words) {
  static constexpr const char* kCodes[] = {"(b)(6)", "(b)(7)(C)", "(b)(7)(E)", "(b)(5)", "(b)(4)"};
  PageReading page;
  page.page = PageIndex(index);
  page.width = 612, page.height = 792;
  page.text_source = words.chance(0.7) ? TextSource::kScan : TextSource::kBornDigital;
  if (page.text_source == TextSource::kScan) page.ocr_confidence = 0.6 + 0.4 * words.chance(0.5);
  const std::size_t redactions = words.chance(0.3) ? 1 + words.below(5) : 0;
  for (int i = 0; i < kWordsAPage; ++i) {
    page.text += words.any_as_read();
    page.text += i % 12 == 11 ? '\n' : ' ';
    if (i % 50 != 25 || page.redactions.size() >= redactions) continue;
    ExemptionCode code;
    code.code = code.raw = kCodes[words.below(5)];
    Redaction redaction{{72, 100, 200, 112}, CoverKind::kSolid, 1, 0.01, 0.02, {}, {code}};
    page.text += "⟦" + code.code + " ~20⟧ ";
    page.redactions.push_back(redaction);
  }
  page.text_withheld_share = 0.02 * static_cast<double>(page.redactions.size());
  return page;
}

}  // namespace

void invent_pages(int pages, const std::function<void(int source)>& begin,
                  const std::function<void(int page, PageReading&&)>& visit) {
  Words words(1);
  for (int page = 0; page < pages; ++page) {
    if (page % kPagesASource == 0) begin(page / kPagesASource);
    visit(page, invented_page(page % kPagesASource, words));
  }
}

namespace {

// Stores a source at a time, so that inventing can be told from storing.
class Storing {
 public:
  explicit Storing(const std::filesystem::path& path)
      : writer_(store::Writer::open(path)),
        run_(writer_->begin_run("bench", "{}")),
        release_(writer_->put_release({"Invented release", "Bureau", "2031-1", ""})) {}

  void add(PageReading&& page) { waiting_.push_back(std::move(page)); }

  void store_waiting() {
    if (waiting_.empty()) return;
    const auto start = Clock::now();
    const Source source{fmt::format("invented/{:05}.pdf", sources_), fmt::format("{:064x}", sources_ + 1), 1,
                        SourceFormat::kPdf};
    const store::SourceId id = writer_->put_source(release_, run_, source).id;
    writer_->put_description(id, {static_cast<int>(waiting_.size()), {}});
    std::vector<BatesNumber> numbers;
    for (const PageReading& page : waiting_) {
      bytes_ += static_cast<double>(page.text.size());
      writer_->put_page(id, run_, {}, page);
      const int number = sources_ * kPagesASource + page.page.number().value();
      const std::string value = fmt::format("INV-{:08}", number);
      numbers.push_back({page.page, value, value, "INV-", number, BatesHow::kRead, Box{500, 760, 560, 772}});
    }
    writer_->put_bates(id, numbers);
    writer_->commit();
    ++sources_;
    waiting_.clear();
    seconds_ += seconds_since(start);
  }

  void finish(int pages) {
    const auto start = Clock::now();
    writer_->optimize();
    seconds_ += seconds_since(start);
    fmt::print("{} pages, {:.0f} MB of text, stored in {:.1f} s: {:.0f} pages/s\n", pages, bytes_ / 1e6,
               seconds_, pages / seconds_);
  }

 private:
  std::unique_ptr<store::Writer> writer_;
  store::RunId run_;
  store::ReleaseId release_;
  std::vector<PageReading> waiting_;
  int sources_ = 0;
  double bytes_ = 0, seconds_ = 0;
};

}  // namespace

void make_database(const std::filesystem::path& path, int pages) {
  Storing storing(path);
  invent_pages(
      pages, [&](int) { storing.store_waiting(); },
      [&](int, PageReading&& page) { storing.add(std::move(page)); });
  storing.store_waiting();
  storing.finish(pages);
}

}  // namespace vaughn::bench

// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the grounds that `vaughn inspect --jsonl` read against pages of which people wrote down what is
// printed there. Both are JSON Lines; a line of the truth is
//   {"file": "name.pdf", "page": 1, "labels": [{"code": "(b)(6)-1", "count": 3}, {"code": "(b)(5)"}]}
// with the codes printed at deletions, and at how many boxes each stands when that was counted. A page of the
// truth that lists none has none. Codes that withhold a page or talk about an exemption are no labels.
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

namespace vaughn::eval {
namespace {

using nlohmann::json;

struct Page {
  std::map<std::string, std::optional<int>> printed;
};
using Truth = std::map<std::pair<std::string, int>, Page>;

struct Score {
  int pages = 0, printed = 0, certain = 0, repaired = 0, on_page_only = 0;
  int wrong_certain = 0, wrong_repaired = 0, stray = 0;
  int redactions = 0, unlabelled = 0;

  int found() const { return certain + repaired; }
};

struct Counts {
  int certain = 0, repaired = 0;
};

std::string file_name(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

Truth read_truth(std::istream& in) {
  Truth truth;
  for (std::string line; std::getline(in, line);) {
    const json page = json::parse(line);
    Page& entry = truth[{page.at("file"), page.at("page")}];
    for (const json& label : page.at("labels"))
      entry.printed[label.at("code")] =
          label.contains("count") ? std::optional<int>(label.at("count")) : std::nullopt;
  }
  return truth;
}

std::map<std::string, Counts> labels_of(const json& page) {
  std::map<std::string, Counts> labels;
  for (const json& redaction : page.at("redactions"))
    for (const json& code : redaction.at("codes"))
      ++(code.at("certain").get<bool>() ? labels[code.at("code")].certain : labels[code.at("code")].repaired);
  return labels;
}

// Where boxes were counted each box counts, elsewhere each code once.
void count_printed(const Page& truth, std::map<std::string, Counts> labels,
                   const std::map<std::string, int>& on_page, Score* score) {
  for (const auto& [code, boxes] : truth.printed) {
    const int wanted = boxes.value_or(1);
    const Counts& got = labels[code];
    const int certain = std::min(wanted, got.certain);
    const int repaired = std::min(wanted - certain, got.repaired);
    score->printed += wanted;
    score->certain += certain;
    score->repaired += repaired;
    if (certain + repaired == 0 && on_page.contains(code)) score->on_page_only += wanted;
  }
}

void add_page(const Page& truth, const json& page, Score* score) {
  const std::map<std::string, Counts> labels = labels_of(page);
  std::map<std::string, int> on_page;
  for (const json& code : page.at("codes"))
    if (code.at("role") != "mention") ++on_page[code.at("code")];
  ++score->pages;
  count_printed(truth, labels, on_page, score);
  for (const auto& [code, counts] : labels) {
    if (truth.printed.contains(code)) continue;
    score->wrong_certain += counts.certain;
    score->wrong_repaired += counts.repaired;
  }
  for (const auto& [code, count] : on_page) score->stray += truth.printed.contains(code) ? 0 : count;
  score->redactions += static_cast<int>(page.at("redactions").size());
  for (const json& finding : page.at("findings"))
    score->unlabelled += finding.at("class") == "unlabelled" ? 1 : 0;
}

Score measure(const Truth& truth, std::istream& in) {
  Score score;
  for (std::string line; std::getline(in, line);) {
    const json page = json::parse(line);
    if (page.at("page").is_null()) continue;
    const auto known = truth.find({file_name(page.at("source")), page.at("page")});
    if (known != truth.end()) add_page(known->second, page, &score);
  }
  return score;
}

double share(int part, int whole) {
  return whole > 0 ? 100.0 * part / whole : 0;
}

void print(const Score& score) {
  const int given = score.found() + score.wrong_certain + score.wrong_repaired;
  fmt::print("pages {}, labels printed {}\n", score.pages, score.printed);
  fmt::print("read {} ({:.1f} %): certain {}, repaired {}; on the page but at no box {}\n", score.found(),
             share(score.found(), score.printed), score.certain, score.repaired, score.on_page_only);
  fmt::print("not printed there: certain {}, repaired {} (precision {:.1f} %); stray codes of the page {}\n",
             score.wrong_certain, score.wrong_repaired, share(score.found(), given), score.stray);
  fmt::print("redactions {}, called unlabelled {}\n", score.redactions, score.unlabelled);
}

}  // namespace
}  // namespace vaughn::eval

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: eval_codes TRUTH.jsonl INSPECTED.jsonl\n";
    return 2;
  }
  try {
    std::ifstream truth(argv[1]), inspected(argv[2]);
    if (!truth || !inspected) {
      std::cerr << "eval_codes: cannot read " << (truth ? argv[2] : argv[1]) << "\n";
      return 2;
    }
    vaughn::eval::print(vaughn::eval::measure(vaughn::eval::read_truth(truth), inspected));
  } catch (const std::exception& e) {
    std::cerr << "eval_codes: " << e.what() << "\n";
    return 2;
  }
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Times of searching a database of many invented pages, by kind of query, beside what else one could search
// them with. docs/performance.md, "Searching".
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <boost/program_options.hpp>
#include <filesystem>
#include <iostream>

#include "invented.h"
#include "kinds.h"
#include "peers.h"
#include "plain_fts.h"
#include "timing.h"
#include "vaughn/search/expansion.h"
#include "vaughn/search/query.h"
#include "vaughn/store/reader.h"

namespace vaughn::bench {
namespace {

std::size_t search(const store::Reader& reader, const Kind& kind, const std::string& typed) {
  const auto parsed = search::parse_query(typed).question;
  if (!parsed) return 0;
  store::SearchRequest request;
  request.question = search::expand(*parsed, reader).question;
  const std::size_t shown = reader.search(request).size();
  if (kind.summarise) reader.summarise(request, {store::Facet::kExemption, store::Facet::kTextSource});
  return shown;
}

std::unique_ptr<store::Reader> opened(const std::filesystem::path& path) {
  auto reader = store::Reader::open(path);
  reader->hold_state();
  return reader;
}

// What the system holds of the file in memory.
void forget(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY);
  if (file < 0) return;
  ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
  ::close(file);
}

// Opened anew for each query, as the command line does.
Times cold(const std::filesystem::path& path, const Kind& kind) {
  Times all;
  for (std::size_t i = 0; i < std::min<std::size_t>(5, kind.queries.size()); ++i) {
    forget(path);
    const Times one = Times::of({kind.queries[i]},
                                [&](const std::string& query) { return search(*opened(path), kind, query); });
    all.ms.push_back(one.ms.front());
  }
  std::sort(all.ms.begin(), all.ms.end());
  return all;
}

std::string against(const Times& ours, const std::vector<std::unique_ptr<Peer>>& peers, const Kind& kind) {
  std::string text;
  for (const auto& peer : peers) {
    if (!peer || !peer->knows(kind)) {
      text += fmt::format(" {:>9} {:>6}", "", "");
      continue;
    }
    const auto run = [&](const std::string& query) { return peer->search(query); };
    Times::of(kind.queries, run);
    const Times theirs = Times::of(kind.queries, run);
    text += fmt::format(" {:>9.1f} {:>6.2f}", theirs.at(.5), ours.at(.5) / theirs.at(.5));
  }
  return text;
}

int main_of(int argc, char** argv) {
  namespace po = boost::program_options;
  po::options_description options("bench_search [OPTION]...\nOptions");
  options.add_options()("pages", po::value<int>()->default_value(100'000), "how many pages to invent")(
      "queries", po::value<int>()->default_value(40), "how many of each kind")(
      "db", po::value<std::string>()->default_value("bench_search.db"),
      "the database; made when it is not there")("only", po::value<std::string>()->default_value(""),
                                                 "kinds whose name has this in it")(
      "peers", po::value<std::string>(),
      "a folder for what Xapian and rg search: prints their median beside ours, and ours as a share of it")(
      "help,h", "this text");
  po::variables_map given;
  po::store(po::parse_command_line(argc, argv, options), given);
  if (given.count("help") > 0) {
    std::cout << options;
    return 0;
  }
  const std::filesystem::path path = given["db"].as<std::string>();
  const int pages = given["pages"].as<int>();
  if (!std::filesystem::exists(path)) {
    make_database(path, pages);
    store_in_plain_fts(path.string() + ".plain", pages);
  }
  std::vector<std::unique_ptr<Peer>> peers;
  if (given.count("peers") > 0) {
    const std::filesystem::path folder = given["peers"].as<std::string>();
    std::filesystem::create_directories(folder);
    peers.push_back(xapian(folder / "xapian", pages));
    peers.push_back(ripgrep(folder / "text", pages));
  }
  const auto reader = opened(path);
  fmt::print("{}: {:.0f} MB\n\n{:<23} {:>7} {:>7} {:>7} {:>7} {:>6}  {:<11}", path.string(),
             static_cast<double>(std::filesystem::file_size(path)) / 1e6, "milliseconds", "p50", "p95", "p99",
             "cold", "hits", "p95 target");
  for (const auto& peer : peers)
    if (peer) fmt::print(" {:>9} {:>6}", peer->name(), "ratio");
  fmt::print("\n");
  for (const Kind& kind : kinds(pages, given["queries"].as<int>())) {
    if (kind.queries.empty() || kind.name.find(given["only"].as<std::string>()) == std::string::npos)
      continue;
    const auto run = [&](const std::string& query) { return search(*reader, kind, query); };
    const Times first = cold(path, kind);
    Times::of(kind.queries, run);
    const Times times = Times::of(kind.queries, run);
    const std::string target =
        kind.target_ms == 0
            ? ""
            : fmt::format("{:.0f} {}", kind.target_ms, times.at(.95) <= kind.target_ms ? "met" : "missed");
    fmt::print("{:<23} {:>7.1f} {:>7.1f} {:>7.1f} {:>7.1f} {:>6}  {:<11}{}\n", kind.name, times.at(.5),
               times.at(.95), times.at(.99), first.at(.5), times.hits, target, against(times, peers, kind));
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace
}  // namespace vaughn::bench

int main(int argc, char** argv) {
  try {
    return vaughn::bench::main_of(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "bench_search: " << error.what() << '\n';
    return 2;
  }
}

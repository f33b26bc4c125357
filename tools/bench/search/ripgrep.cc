// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <cstdio>
#include <fstream>

#include "invented.h"
#include "peers.h"

namespace vaughn::bench {
namespace {

void write_texts(const std::filesystem::path& folder, int pages) {
  std::filesystem::create_directories(folder);
  std::ofstream file;
  invent_pages(
      pages,
      [&](int source) {
        file.close();
        file.open(folder / fmt::format("{:05}.txt", source));
      },
      [&](int, PageReading&& page) { file << page.text << '\f'; });
}

// Lines, not pages: it knows no pages.
class RipgrepPeer : public Peer {
 public:
  explicit RipgrepPeer(std::filesystem::path folder) : folder_(std::move(folder)) {}
  std::string name() const override { return "rg"; }
  bool knows(const Kind& kind) const override {
    return kind.name == "one rare word" || kind.name == "commonest words";
  }
  // The queries are words of small letters.
  std::size_t search(const std::string& query) override {
    const std::string command = fmt::format("rg -w -m 20 -- {} {} | head -n 20", query, folder_.string());
    std::FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return 0;
    std::size_t lines = 0;
    for (int c = 0; (c = std::fgetc(pipe)) != EOF;) lines += c == '\n' ? 1 : 0;
    ::pclose(pipe);
    return lines;
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace

std::unique_ptr<Peer> ripgrep(const std::filesystem::path& folder, int pages) {
  if (std::system("rg --version > /dev/null 2>&1") != 0) return nullptr;
  if (!std::filesystem::exists(folder)) write_texts(folder, pages);
  return std::make_unique<RipgrepPeer>(folder);
}

}  // namespace vaughn::bench

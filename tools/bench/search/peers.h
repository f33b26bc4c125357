// SPDX-License-Identifier: GPL-3.0-or-later
// What else one could search the same pages with. Each is null where the machine has it not.
#ifndef VAUGHN_TOOLS_BENCH_SEARCH_PEERS_H_
#define VAUGHN_TOOLS_BENCH_SEARCH_PEERS_H_

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "kinds.h"

namespace vaughn::bench {

class Peer {
 public:
  virtual ~Peer() = default;
  virtual std::string name() const = 0;
  virtual bool knows(const Kind& kind) const = 0;
  // How many hits it shows: the first 20, with snippets if it makes any.
  virtual std::size_t search(const std::string& query) = 0;
};

// Xapian's library, which recoll and notmuch stand on, with positions and without stemming. Its index is made
// in that folder if it is not there.
std::unique_ptr<Peer> xapian(const std::filesystem::path& folder, int pages);

// rg over a text file a source, made in that folder if they are not there.
std::unique_ptr<Peer> ripgrep(const std::filesystem::path& folder, int pages);

}  // namespace vaughn::bench

#endif  // VAUGHN_TOOLS_BENCH_SEARCH_PEERS_H_

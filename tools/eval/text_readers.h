// SPDX-License-Identifier: GPL-3.0-or-later
// The programs that read pictures of pages here: vaughn and its peers, each at its defaults.
#ifndef VAUGHN_EVAL_TEXT_READERS_H_
#define VAUGHN_EVAL_TEXT_READERS_H_

#include <filesystem>
#include <string>
#include <vector>

#include "eval/degradation.h"
#include "vaughn/model/text.h"

namespace vaughn::eval {

struct Reading {
  std::vector<std::string> words{};  // in reading order, plain (plain_words.h)
  TextLayer placed{};                // the words with boxes in points of the page as it is in the picture
  double cpu_seconds = 0;
  std::string problem{};  // why nothing was read; empty otherwise
};

// One reading for each raster, in their order; of the whole run's CPU time each page has an equal share.
// Throws vaughn::Error when the program does not run or does not answer for every file.
std::vector<Reading> read_with_vaughn(const std::string& program, int jobs,
                                      const std::vector<Raster>& rasters);

enum class Peer { kTesseract, kOcrmypdf };

struct PeerProgram {
  Peer peer = Peer::kTesseract;
  std::string name;
  std::string version;  // as the program says; part of the cache's key
};

// Throws vaughn::Error when it is not installed; is_installed (command.h) asks before.
PeerProgram peer_program(Peer peer);

// The same, a process for each raster, `jobs` at a time. What `cache` holds is not read again; empty for
// none.
std::vector<Reading> read_with_peer(const PeerProgram& program, int jobs, const std::filesystem::path& cache,
                                    const std::vector<Raster>& rasters);

}  // namespace vaughn::eval

#endif  // VAUGHN_EVAL_TEXT_READERS_H_

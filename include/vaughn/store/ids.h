// SPDX-License-Identifier: GPL-3.0-or-later
// Row ids as types, so that a source is never taken for a release.
#ifndef VAUGHN_STORE_IDS_H_
#define VAUGHN_STORE_IDS_H_

#include <compare>
#include <cstdint>

namespace vaughn::store {

template <class Tag>
struct Id {
  std::int64_t value = 0;
  auto operator<=>(const Id&) const = default;
};

using ReleaseId = Id<struct ReleaseTag>;
using SourceId = Id<struct SourceTag>;
using PageId = Id<struct PageTag>;
using RunId = Id<struct RunTag>;

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_IDS_H_

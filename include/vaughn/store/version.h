// SPDX-License-Identifier: GPL-3.0-or-later
// Which SQLite is in use, and whether it can do full-text search.
#ifndef VAUGHN_STORE_VERSION_H_
#define VAUGHN_STORE_VERSION_H_

#include <string>

namespace vaughn::store {

std::string sqlite_version();  // "3.40.1"
bool sqlite_has_fts5();

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_VERSION_H_

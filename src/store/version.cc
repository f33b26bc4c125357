// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/store/version.h"

#include <sqlite3.h>

namespace vaughn::store {

std::string sqlite_version() {
  return sqlite3_libversion();
}
bool sqlite_has_fts5() {
  return sqlite3_compileoption_used("ENABLE_FTS5") != 0;
}

}  // namespace vaughn::store

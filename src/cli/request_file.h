// SPDX-License-Identifier: GPL-3.0-or-later
// The numbered items of a request from a file people write: YAML or CSV. docs/formats/request.md.
#ifndef VAUGHN_CLI_REQUEST_FILE_H_
#define VAUGHN_CLI_REQUEST_FILE_H_

#include <string>
#include <vector>

#include "vaughn/model/request.h"

namespace vaughn::cli {

// By the end of the path, ".csv" or else YAML. Throws Error(kUsage) that names the line and what to do.
std::vector<RequestItem> read_request_file(const std::string& path);

// Exposed for tests; path is for messages.
std::vector<RequestItem> request_from_yaml(const std::string& text, const std::string& path);
std::vector<RequestItem> request_from_csv(const std::string& text, const std::string& path);

}  // namespace vaughn::cli

#endif  // VAUGHN_CLI_REQUEST_FILE_H_

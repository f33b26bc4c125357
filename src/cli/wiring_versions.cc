// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/wiring.h"
#include "vaughn/image/version.h"
#include "vaughn/ocr/recogniser.h"
#include "vaughn/pdf/document.h"
#include "vaughn/store/version.h"

namespace vaughn::cli {

std::vector<Component> component_versions() {
  std::vector<Component> components = {{"Poppler", pdf::poppler_version(), {}, {}},
                                       {"Tesseract", ocr::tesseract_version(), {}, {}},
                                       {"Leptonica", image::leptonica_version(), {}, {}},
                                       {"SQLite", store::sqlite_version(), {}, {}}};
  if (!store::sqlite_has_fts5()) {
    components.back().problem = "built without FTS5";
    components.back().advice = "Use the SQLite of your distribution (apt install libsqlite3-0).";
  }
  return components;
}

std::string ocr_engine() {
  return "tesseract " + ocr::tesseract_version();
}

}  // namespace vaughn::cli

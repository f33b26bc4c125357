// SPDX-License-Identifier: GPL-3.0-or-later
#include "pdf/file_texts.h"

#include <Catalog.h>
#include <Link.h>
#include <Outline.h>
#include <PDFDoc.h>
#include <Page.h>
#include <XRef.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "pdf/text_string.h"
#include "vaughn/base/utf8.h"

namespace vaughn::pdf {
namespace {

constexpr std::size_t kMostTexts = 20'000;
constexpr std::size_t kMostBytes = 1'000'000;  // of one text
constexpr int kMostObjects = 300'000;
constexpr int kDeepest = 4;  // dictionaries within an object

std::string to_utf8(const Unicode* unicode, int length) {
  std::string text;
  for (int i = 0; i < length && text.size() < kMostBytes; ++i) append_utf8(unicode[i], &text);
  return make_valid_utf8(text);
}

class Collector {
 public:
  explicit Collector(PDFDoc& document) : document_(document) {}

  std::vector<FileText> collect() {
    if (Outline* outline = document_.getOutline(); outline != nullptr && outline->getItems() != nullptr)
      add_outline(*outline->getItems(), 0);
    add_info();
    // Encrypted metadata that the reader may not have comes back empty.
    if (const auto metadata = document_.readMetadata())
      add(FileText::Kind::kMetadata, "XMP metadata", metadata->toStr());
    XRef* objects = document_.getXRef();
    for (int i = 0; i < std::min(objects->getNumObjects(), kMostObjects); ++i) {
      const XRefEntry* entry = objects->getEntry(i, /*complainIfMissing=*/false);
      if (entry->type == xrefEntryFree || entry->type == xrefEntryNone) continue;
      const Object object = objects->fetch(i, entry->type == xrefEntryCompressed ? 0 : entry->gen);
      look_at(object, 0);
    }
    return std::move(texts_);
  }

 private:
  void add(FileText::Kind kind, std::string where, std::string text, std::optional<PageIndex> page = {},
           std::optional<Points> y = {}) {
    if (text.empty() || texts_.size() >= kMostTexts) return;
    if (text.size() > kMostBytes) text.resize(kMostBytes);
    texts_.push_back({kind, std::move(where), make_valid_utf8(text), page, y});
  }

  void add_numbered(FileText::Kind kind, const std::string& what, const Object& text) {
    if (!text.isString()) return;
    const int number = ++numbers_[what];
    add(kind, what + " " + std::to_string(number), text_of(text.getString()));
  }

  void add_outline(const std::vector<OutlineItem*>& items, int depth) {
    for (OutlineItem* item : items) {
      const std::string where = "outline entry " + std::to_string(++numbers_["outline entry"]);
      const auto [page, y] = destination(item->getAction());
      add(FileText::Kind::kOutline, where, to_utf8(item->getTitle(), item->getTitleLength()), page, y);
      if (depth >= 30 || texts_.size() >= kMostTexts) continue;
      item->open();
      if (const auto* kids = item->getKids()) add_outline(*kids, depth + 1);
    }
  }

  std::pair<std::optional<PageIndex>, std::optional<Points>> destination(const LinkAction* action) {
    if (action == nullptr || action->getKind() != actionGoTo) return {};
    const auto* go = static_cast<const LinkGoTo*>(action);
    std::unique_ptr<LinkDest> named;
    const LinkDest* destination = go->getDest();
    if (destination == nullptr && go->getNamedDest() != nullptr) {
      named = document_.getCatalog()->findDest(go->getNamedDest());
      destination = named.get();
    }
    if (destination == nullptr || !destination->isOk()) return {};
    const int number = destination->isPageRef() ? document_.getCatalog()->findPage(destination->getPageRef())
                                                : destination->getPageNum();
    Page* page = number >= 1 && number <= document_.getNumPages() ? document_.getPage(number) : nullptr;
    if (page == nullptr) return {};
    const PageIndex index(number - 1);
    const LinkDestKind kind = destination->getKind();
    const bool has_top =
        destination->getChangeTop() && (kind == destXYZ || kind == destFitH || kind == destFitBH);
    if (!has_top) return {index, std::nullopt};
    double to_page[6];
    page->getDefaultCTM(to_page, 72, 72, 0, /*useMediaBox=*/false, /*upsideDown=*/true);
    return {index, to_page[1] * destination->getLeft() + to_page[3] * destination->getTop() + to_page[5]};
  }

  void add_info() {
    const Object info = document_.getDocInfo();
    if (!info.isDict()) return;
    for (int i = 0; i < info.dictGetLength(); ++i) {
      const Object value = info.dictGetVal(i);
      // The keys are the file's own words.
      if (value.isString())
        add(FileText::Kind::kMetadata, "document information " + std::to_string(i + 1),
            text_of(value.getString()));
    }
  }

  // Objects are known by what they carry, since their type is often left out.
  void look_at(const Object& object, int depth) {
    if (depth > kDeepest || texts_.size() >= kMostTexts) return;
    if (object.isArray()) {
      for (int i = 0; i < std::min(object.arrayGetLength(), 2'000); ++i) {
        const Object& element = object.arrayGetNF(i);
        if (element.isDict() || element.isArray()) look_at(element, depth + 1);
      }
      return;
    }
    if (!object.isDict()) return;
    look_at_dictionary(object);
    for (int i = 0; i < std::min(object.dictGetLength(), 500); ++i) {
      const Object& value = object.getDict()->getValNF(i);
      if (value.isDict() || value.isArray()) look_at(value, depth + 1);
    }
  }

  void look_at_dictionary(const Object& object) {
    const bool is_field = object.getDict()->hasKey("FT") || object.getDict()->hasKey("T");
    if (is_field) {
      for (const char* key : {"V", "DV", "TU"})
        add_numbered(FileText::Kind::kFormValue, "form value", object.dictLookup(key));
    }
    if (object.getDict()->hasKey("Subtype") && object.getDict()->hasKey("Rect"))
      add_numbered(FileText::Kind::kAnnotation, "annotation", object.dictLookup("Contents"));
    if (object.getDict()->hasKey("EF"))
      for (const char* key : {"F", "UF", "Desc"})
        add_numbered(FileText::Kind::kAttachment, "attachment name", object.dictLookup(key));
    for (const char* key : {"ActualText", "Alt", "E"})
      add_numbered(FileText::Kind::kAlternative, "text alternative", object.dictLookup(key));
    add_numbered(FileText::Kind::kLink, "link", object.dictLookup("URI"));
  }

  PDFDoc& document_;
  std::vector<FileText> texts_;
  std::map<std::string, int> numbers_;
};

}  // namespace

std::vector<FileText> file_texts(PDFDoc& document) {
  return Collector(document).collect();
}

}  // namespace vaughn::pdf

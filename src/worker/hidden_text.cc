// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/hidden_text.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <utility>

#include "vaughn/redaction/code_reader.h"
#include "worker/glyph_lookup.h"
#include "worker/hidden_words.h"
#include "worker/page_pixels.h"
#include "worker/resolution.h"
#include "worker/stage_timer.h"

namespace vaughn::worker {
namespace {

using pdf::Glyph;
using pdf::Painter;

constexpr double kFlat =
    14;  // spread in levels; flat fills stay under 8 with JPEG noise, letters are over 30
constexpr double kCoveredShare = 0.8;  // of a glyph's area: partly covered letters can still be read
constexpr double kDark = 100;      // luminance: what is brighter and coloured is a design, not a redaction
constexpr double kSameLevel = 24;  // levels
constexpr double kPagePicture = 0.25;          // of the page's area: a scan, or a large part of one
constexpr double kScannedShare = 0.5;          // of the page under pictures: a scan in strips
constexpr double kSeenThroughHatching = 0.04;  // of a glyph's box: its ink fills a fifth
constexpr int kFewestUnderPaper = 4;           // letters under a cover in the colour of the paper
constexpr double kMostLookedAt = 200;          // times the page's area, all glyphs together
constexpr long kMostGroups = 1'000;            // that a glyph may still belong to
constexpr int kFewestUnseenWords = 3;          // that stand on the page in the colour of their ground

// How a glyph is hidden.
enum class Way {
  kMarked,      // a Redact annotation marks it
  kCovered,     // something was painted over it
  kSameColour,  // its ground is of its colour
  kBurntIn,     // it belongs to an OCR layer, and the picture shows a cover there
};

struct HiddenGlyph {
  std::size_t index = 0;
  const Glyph* glyph = nullptr;
  Way way = Way::kCovered;
  Box cover;  // what hides it; its own box where nothing does
  Ground ground;
};

// One place.
struct Group {
  Way way = Way::kCovered;
  Painter painter = Painter::kShape;
  Box cover;
  std::vector<const HiddenGlyph*> members;

  Box box() const {
    Box all;
    for (const HiddenGlyph* member : members) all = bounding(all, member->glyph->box);
    return all;
  }
  template <class Test>
  bool mostly(Test test) const {
    return 2 * std::count_if(members.begin(), members.end(), test) > static_cast<long>(members.size());
  }
};

Box without_edge(const Box& box) {
  const Points edge = std::min({1.0, box.width() / 8, box.height() / 8});
  return grown(box, -edge);
}

// The part of its advance that is the glyph's own: its neighbours may reach into the rest.
Box own_part(const Box& glyph) {
  return {glyph.x0 + glyph.width() / 10, glyph.y0, glyph.x1 - glyph.width() / 10, glyph.y1};
}

// What lies there belongs to the glyph's ground whatever way it is turned, and however low its cover is.
Box middle_of(const Box& glyph) {
  return {glyph.x0 + glyph.width() / 4, glyph.y0 + glyph.height() / 4, glyph.x1 - glyph.width() / 4,
          glyph.y1 - glyph.height() / 4};
}

class Finder {
 public:
  Finder(const PagePlan& plan, const PageBitmap& look, const std::vector<redaction::Cover>& covers,
         const DrawWithoutText& draw_without_text)
      : content_(plan.content),
        covers_(covers),
        draw_without_text_(draw_without_text),
        look_(look.bitmap, look.scale()),
        page_{0, 0, plan.size.width, plan.size.height},
        page_area_(page_.area()),
        scanned_(picture_share(plan.size, plan.content.images) >= kScannedShare) {}

  HiddenOnPage find() {
    HiddenOnPage found;
    found.glyphs.resize(content_.glyphs.size());
    for (std::size_t i = 0; i < content_.glyphs.size(); ++i)
      if (!content_.glyphs[i].invisible) drawn_.add(content_.glyphs[i], i);
    for (std::size_t i = 0; i < content_.glyphs.size(); ++i)
      if (auto hidden = look_at(i)) hidden_.push_back(*hidden);
    drop_what_the_scan_shows();
    drop_what_is_seen_twice();
    for (const HiddenGlyph& hidden : hidden_) found.glyphs[hidden.index] = true;
    for (const Group& group : groups())
      if (auto text = judged(group)) found.texts.push_back(std::move(*text));
    demote_dates(&found.texts);
    add_unseen_words(&found.texts);
    add_marked_pictures(&found.texts);
    return found;
  }

 private:
  std::optional<HiddenGlyph> look_at(std::size_t index) {
    const Glyph& glyph = content_.glyphs[index];
    if (glyph.clips || glyph.box.empty()) return std::nullopt;
    for (const Box& mark : content_.redact_marks)
      if (covered_share(glyph.box, mark) >= 0.5) return HiddenGlyph{index, &glyph, Way::kMarked, mark, {}};
    // Thousands of glyphs as large as the page are not made to be read.
    looked_at_ += intersection(glyph.box, page_).area();
    if (looked_at_ > kMostLookedAt * page_area_) return std::nullopt;
    const Ground ground = look_.ground(own_part(glyph.box));
    if (glyph.invisible || is_behind_scan(glyph)) return under_burnt_in(index, ground);
    if (!glyph.over && ground.spread >= kFlat) return std::nullopt;  // letters stand there
    return unseen(index);
  }

  // Asked once a picture: most of a page's glyphs may lie behind the same one.
  bool is_behind_scan(const Glyph& glyph) {
    if (!glyph.over || glyph.over->painter != Painter::kPicture) return false;
    const auto [known, fresh] = is_scan_.emplace(glyph.over->order, false);
    if (fresh) known->second = is_scan(*glyph.over);
    return known->second;
  }

  bool is_scan(const pdf::Painting& painting) const {
    const bool large = painting.box.area() >= kPagePicture * page_area_;
    if (!large && !scanned_) return false;
    const Ground picture = look_.ground(own_part(painting.box));
    return picture.spread >= kFlat || (large && picture.mean > kDark);
  }

  // A glyph of an OCR layer: seen, if at all, in the picture.
  std::optional<HiddenGlyph> under_burnt_in(std::size_t index, const Ground& ground) const {
    const Glyph& glyph = content_.glyphs[index];
    if (ground.spread >= kFlat) return std::nullopt;
    const bool drawn_over = glyph.over && glyph.over->opaque && glyph.over->painter != Painter::kPicture;
    if (drawn_over && covered_share(glyph.box, glyph.over->box) >= kCoveredShare)
      return HiddenGlyph{index, &glyph, Way::kCovered, glyph.over->box, ground};
    for (const redaction::Cover& cover : covers_)
      if (covered_share(glyph.box, cover.box) >= kCoveredShare)
        return HiddenGlyph{index, &glyph, Way::kBurntIn, cover.box, ground};
    return std::nullopt;
  }

  // A drawn glyph that makes no difference to the picture.
  std::optional<HiddenGlyph> unseen(std::size_t index) {
    const Glyph& glyph = content_.glyphs[index];
    const PagePixels* textless = without_text();
    if (textless == nullptr) return std::nullopt;
    if (glyph.over) {
      if (!is_hidden_by(*glyph.over, glyph, *textless)) return std::nullopt;
      const Ground ground = textless->ground(intersection(middle_of(glyph.box), glyph.over->box));
      return HiddenGlyph{index, &glyph, Way::kCovered, glyph.over->box, ground};
    }
    const Ground ground = textless->ground(own_part(glyph.box));
    // Its box may be wrong, as with odd fonts: then what it draws is near by.
    if (look_.differing(*textless, grown(glyph.box, glyph.box.height() / 2)).value_or(0) > 0)
      return std::nullopt;
    if (std::abs(glyph.level - ground.mean) > kSameLevel || ground.spread >= kFlat) return std::nullopt;
    return HiddenGlyph{index, &glyph, Way::kSameColour, glyph.box, ground};
  }

  bool is_hidden_by(const pdf::Painting& over, const Glyph& glyph, const PagePixels& textless) const {
    const bool most = covered_share(glyph.box, over.box) >= kCoveredShare;
    const Box own = own_part(glyph.box);
    // A cover's edge may leave the tips of letters.
    const Box under = most ? intersection(own, without_edge(over.box)) : own;
    // What was set on the cover later makes a difference of its own.
    const auto differing = look_.differing(textless, under, set_later(glyph.box, over));
    // Letters set over letters: then the order has to do.
    if (!differing) return most && over.opaque;
    return *differing <= (glyph.hatched ? kSeenThroughHatching : 0);
  }

  std::vector<Box> set_later(const Box& place, const pdf::Painting& over) const {
    std::vector<Box> boxes;
    drawn_.each_in(grown(place, 2 * place.height()), [&](const Glyph& other, std::size_t) {
      // Its edges are soft, and some letters overhang.
      const Box reach = grown(other.box, 0.1 * other.box.height());
      if (other.order > over.order && !intersection(reach, place).empty()) boxes.push_back(reach);
    });
    return boxes;
  }

  const PagePixels* without_text() {
    if (!asked_without_text_) {
      asked_without_text_ = true;
      auto drawn = draw_without_text_();
      if (drawn.ok()) without_text_.emplace(*drawn, look_.scale());
      if (without_text_ && !without_text_->same_size(look_)) without_text_.reset();
    }
    return without_text_ ? &*without_text_ : nullptr;
  }

  // An OCR engine's letters seldom stand quite where the scan has them: the word counts as a whole.
  void drop_what_the_scan_shows() {
    for (std::size_t first = 0, end = 0; first < hidden_.size(); first = end) {
      Box word = hidden_[first].glyph->box;
      for (end = first + 1; end < hidden_.size() && is_same_word(hidden_[end - 1], hidden_[end]); ++end)
        word = bounding(word, hidden_[end].glyph->box);
      if (hidden_[first].way != Way::kBurntIn) continue;
      // Its letters that are not flat are none of those found.
      word = whole_word(hidden_[first].index, hidden_[end - 1].index, word);
      if (look_.ground(intersection(word, without_edge(hidden_[first].cover))).spread < kFlat) continue;
      for (std::size_t i = first; i < end; ++i) hidden_[i].glyph = nullptr;
    }
    std::erase_if(hidden_, [](const HiddenGlyph& hidden) { return hidden.glyph == nullptr; });
  }

  static bool is_same_word(const HiddenGlyph& last, const HiddenGlyph& next) {
    return next.way == last.way && next.cover == last.cover && next.index == last.index + 1 &&
           !is_apart(*last.glyph, *next.glyph);
  }

  Box whole_word(std::size_t first, std::size_t last, Box word) const {
    const std::vector<Glyph>& glyphs = content_.glyphs;
    while (first > 0 && !is_apart(glyphs[first - 1], glyphs[first]))
      word = bounding(word, glyphs[--first].box);
    while (last + 1 < glyphs.size() && !is_apart(glyphs[last], glyphs[last + 1]))
      word = bounding(word, glyphs[++last].box);
    return word;
  }

  // Shadows, bold made by drawing twice, a text set again over its own correction: the same letter stands
  // there for everybody to see.
  void drop_what_is_seen_twice() {
    if (hidden_.empty()) return;
    std::vector<bool> is_hidden(content_.glyphs.size());
    for (const HiddenGlyph& hidden : hidden_) is_hidden[hidden.index] = true;
    for (std::size_t i = 0; i < content_.glyphs.size(); ++i)
      if (!is_hidden[i] && !content_.glyphs[i].invisible) seen_.add(content_.glyphs[i], i);
    std::erase_if(hidden_, [&](const HiddenGlyph& hidden) {
      if (hidden.way == Way::kMarked) return false;
      bool twice = false;
      seen_.each_in(hidden.glyph->box,
                    [&](const Glyph& other, std::size_t) { twice |= other.text == hidden.glyph->text; });
      return twice;
    });
  }

  static Painter painter_of(const HiddenGlyph& hidden) {
    return hidden.glyph->over ? hidden.glyph->over->painter : Painter::kShape;
  }

  // Glyphs under one cover, then covers that continue each other on a line: some draw a bar for each letter.
  std::vector<Group> groups() const {
    std::vector<Group> found;
    for (const HiddenGlyph& hidden : hidden_) {
      if (hidden.way == Way::kSameColour && hidden.ground.mean > kDark) continue;  // add_unseen_words
      const auto oldest = found.rbegin() + std::min(kMostGroups, static_cast<long>(found.size()));
      const auto same = std::find_if(found.rbegin(), oldest, [&](const Group& group) {
        return group.way == hidden.way && group.painter == painter_of(hidden) && continues(group, hidden);
      });
      if (same != oldest) {
        same->members.push_back(&hidden);
        same->cover = bounding(same->cover, hidden.cover);
      } else {
        found.push_back({hidden.way, painter_of(hidden), hidden.cover, {&hidden}});
      }
    }
    return found;
  }

  static bool continues(const Group& group, const HiddenGlyph& hidden) {
    const HiddenGlyph& last = *group.members.back();
    if (hidden.cover == last.cover && hidden.way != Way::kSameColour) return true;
    const Box a = bounding(last.cover, last.glyph->box), b = bounding(hidden.cover, hidden.glyph->box);
    const double level = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
    const double height = std::min(a.height(), b.height());
    const double gap = std::max(a.x0, b.x0) - std::min(a.x1, b.x1);
    return level >= 0.6 * height && gap <= (hidden.way == Way::kSameColour ? 1.0 : 0.35) * height;
  }

  // Other words, about as many, stand on the cover for everybody to read, and they are not the ground for it.
  bool carries_other_text(const Box& cover, const std::string& hidden) const {
    std::vector<const Glyph*> shown;
    seen_.each_in(cover, [&](const Glyph& glyph, std::size_t) { shown.push_back(&glyph); });
    std::sort(shown.begin(), shown.end(), [](const Glyph* a, const Glyph* b) { return a->order < b->order; });
    const std::string text = text_of(shown);
    const int letters = count_letters(text);
    if (letters < kFewestUnderPaper || 2 * letters < count_letters(hidden) ||
        worth_of(text) == Worth::kNothing)
      return false;
    const redaction::CodeContext context{
        redaction::TextOrigin::kBornDigital, redaction::CodePlace::kBox, {}, {}, {}};
    return redaction::read_box_codes(text, context).empty();
  }

  std::optional<HiddenText> judged(const Group& group) const {
    std::vector<const Glyph*> glyphs;
    for (const HiddenGlyph* member : group.members) glyphs.push_back(member->glyph);
    const std::string text = text_of(glyphs);
    const Worth worth = worth_of(text);
    if (worth == Worth::kNothing) return std::nullopt;
    const auto finding_class = class_of(group, text, worth);
    if (!finding_class) return std::nullopt;
    Finding finding{type_of(group), *finding_class, group.box(), count_characters(glyphs), {}};
    return HiddenText{std::move(finding), text, group.cover, group.way == Way::kBurntIn};
  }

  std::optional<FindingClass> class_of(const Group& group, const std::string& text, Worth worth) const {
    switch (group.way) {
      case Way::kMarked:
        return FindingClass::kLeak;
      case Way::kBurntIn:
        // An OCR engine that met a box makes letters of its border.
        return count_like_words(text) > 0 ? std::optional(FindingClass::kLeak) : std::nullopt;
      case Way::kSameColour:
        return FindingClass::kLeak;
      case Way::kCovered:
        break;
    }
    double mean = 0;
    for (const HiddenGlyph* member : group.members)
      mean += member->ground.mean / static_cast<double>(group.members.size());
    const bool hatched = is_hatched(group);
    const bool flat = group.mostly([](const HiddenGlyph* member) { return member->ground.spread < kFlat; });
    if (!flat && !hatched) return FindingClass::kHiddenText;  // under a photograph, a signature, a drawing
    if (mean <= kDark || hatched) return FindingClass::kLeak;
    // Forms paint their fields over blanks and hints.
    if (group.painter == Painter::kField) return std::nullopt;
    const bool gray = group.mostly([](const HiddenGlyph* member) { return member->ground.gray; });
    if (!gray || carries_other_text(group.cover, text))
      return FindingClass::kHiddenText;  // design; replaced text
    if (worth == Worth::kDate || count_letters(text) < kFewestUnderPaper) return std::nullopt;
    // White on white: nobody hid what could not be read before.
    const bool was_readable = group.mostly([](const HiddenGlyph* member) {
      return member->glyph->invisible || member->glyph->level < member->ground.mean - 2 * kSameLevel;
    });
    return was_readable ? std::optional(FindingClass::kLeak) : std::nullopt;
  }

  static bool is_hatched(const Group& group) {
    return group.painter == Painter::kHatching ||
           group.mostly([](const HiddenGlyph* member) { return member->glyph->hatched; });
  }

  static const char* type_of(const Group& group) {
    if (group.way == Way::kMarked) return "UNAPPLIED_REDACT_ANNOTATION";
    if (group.way == Way::kBurntIn) return burnt_in_type(group);
    switch (group.painter) {
      case Painter::kPicture:
        return "TEXT_UNDER_IMAGE";
      case Painter::kHighlight:
        return "DARK_HIGHLIGHT_ANNOTATION";
      case Painter::kAnnotation:
      case Painter::kField:
        return "TEXT_UNDER_ANNOTATION";
      case Painter::kShape:
      case Painter::kHatching:
        break;
    }
    return is_hatched(group) ? "CROSS_HATCHED_PATTERN" : "TEXT_UNDER_RECTANGLE";
  }

  static const char* burnt_in_type(const Group&) { return "OCR_TEXT_UNDER_REDACTION"; }

  // Stamps leave dates under boxes; who hides a name hides more than dates.
  static void demote_dates(std::vector<HiddenText>* texts) {
    const bool only_dates = std::all_of(texts->begin(), texts->end(), [](const HiddenText& hidden) {
      return worth_of(hidden.text) == Worth::kDate;
    });
    for (HiddenText& hidden : *texts)
      if (only_dates && hidden.finding.type != "UNAPPLIED_REDACT_ANNOTATION")
        hidden.finding.finding_class = FindingClass::kHiddenText;
  }

  // White letters on white paper, all of the page in one: forms, signature services and keyword stuffers
  // leave them, so that a few are nothing to report.
  void add_unseen_words(std::vector<HiddenText>* texts) const {
    std::vector<const Glyph*> glyphs;
    Box box;
    for (const HiddenGlyph& hidden : hidden_) {
      if (hidden.way != Way::kSameColour || hidden.ground.mean <= kDark) continue;
      glyphs.push_back(hidden.glyph);
      box = bounding(box, hidden.glyph->box);
    }
    const std::string text = text_of(glyphs);
    if (count_like_words(text) < kFewestUnseenWords) return;
    texts->push_back(
        {{"INVISIBLE_TEXT", FindingClass::kHiddenText, box, count_characters(glyphs), {}}, text, box, false});
  }

  // What a Redact annotation marks on a scan has no characters, and can be seen all the same.
  void add_marked_pictures(std::vector<HiddenText>* texts) const {
    for (const Box& mark : content_.redact_marks) {
      const bool has_text = std::any_of(hidden_.begin(), hidden_.end(), [&](const HiddenGlyph& hidden) {
        return hidden.way == Way::kMarked && hidden.cover == mark;
      });
      if (has_text || look_.ground(grown(mark, -2)).spread < 2 * kFlat) continue;
      texts->push_back({{"UNAPPLIED_REDACT_ANNOTATION", FindingClass::kLeak, mark, 0, {}}, {}, mark, false});
    }
  }

  const pdf::PageContent& content_;
  const std::vector<redaction::Cover>& covers_;
  const DrawWithoutText& draw_without_text_;
  PagePixels look_;
  Box page_;
  double page_area_;
  double looked_at_ = 0;  // of glyphs' boxes
  bool scanned_;
  std::unordered_map<int, bool> is_scan_;  // by a picture's place in the painting order
  bool asked_without_text_ = false;
  std::optional<PagePixels> without_text_;
  std::vector<HiddenGlyph> hidden_;
  GlyphLookup drawn_, seen_;
};

}  // namespace

HiddenOnPage find_hidden_text(const PagePlan& plan, const PageBitmap& look,
                              const std::vector<redaction::Cover>& covers,
                              const DrawWithoutText& draw_without_text) {
  if (plan.content.glyphs.empty() && plan.content.redact_marks.empty()) return {};
  const StageTimer timer(Stage::kHiddenText);
  return Finder(plan, look, covers, draw_without_text).find();
}

}  // namespace vaughn::worker

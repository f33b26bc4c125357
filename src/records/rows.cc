// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/rows.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "vaughn/model/page_text.h"

namespace vaughn::records {
namespace {

constexpr double kSameRow = 0.5;  // of the lower one's height, shared

// Two words that a text layer puts into one line although they stand one below the other.
bool stands_below(const Box& next, const Box& last) {
  return next.x0 < last.center_x() && next.center_y() - last.center_y() > 0.35 * last.height();
}

// Words of one printed line as the reader of the page put them together.
struct Piece {
  Box box;
  std::vector<RowItem> items;
};

// A stamp in the margin that runs up the page is level with every row beside it, and belongs to none. A page
// of nothing else lies on its side.
bool has_sideways_stamps(const PageReading& page) {
  const auto sideways = std::count_if(page.words.begin(), page.words.end(), runs_sideways);
  return sideways > 0 && 3 * sideways < static_cast<std::ptrdiff_t>(page.words.size());
}

std::vector<Piece> pieces_of(const PageReading& page) {
  std::vector<Piece> pieces;
  const bool skip_sideways = has_sideways_stamps(page);
  std::pair<int, int> last{-1, -1};
  for (const Word& word : page.words) {
    if (!word.offset) continue;  // too doubtful to be in the text
    if (skip_sideways && runs_sideways(word)) continue;
    const std::pair<int, int> line{word.block, word.line};
    const bool goes_on =
        !pieces.empty() && line == last && !stands_below(word.box, pieces.back().items.back().box);
    if (!goes_on) pieces.emplace_back();
    last = line;
    pieces.back().box = bounding(pieces.back().box, word.box);
    pieces.back().items.push_back({word.text, word.box, false});
  }
  for (const Redaction& redaction : page.redactions)
    if (redaction.kind != CoverKind::kPage)
      pieces.push_back({redaction.box, {{redaction_marker(redaction), redaction.box, true}}});
  return pieces;
}

double shared_height(const Box& a, const Box& b) {
  return std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
}

bool belongs_to(const Piece& piece, const Row& row) {
  const double lower = std::min(piece.box.height(), row.box.height());
  if (shared_height(piece.box, row.box) < kSameRow * lower) return false;
  // Two lines of one column overlap when their boxes are generous; they still do not stand side by side.
  for (const RowItem& item : row.items)
    for (const RowItem& other : piece.items)
      if (!item.redaction && !other.redaction &&
          std::min(item.box.x1, other.box.x1) - std::max(item.box.x0, other.box.x0) >
              0.5 * std::min(item.box.width(), other.box.width()))
        return false;
  return true;
}

void add(Piece piece, Row* row) {
  row->box = bounding(row->box, piece.box);
  for (RowItem& item : piece.items) row->items.push_back(std::move(item));
}

// A cover over several rows stands in each of them: one box may cover the values of From, To and Cc at once.
bool add_to_spanned(const Piece& cover, std::vector<Row>* rows) {
  std::vector<Row*> spanned;
  for (Row& row : *rows)
    if (shared_height(cover.box, row.box) > 0.6 * row.box.height()) spanned.push_back(&row);
  if (spanned.size() < 2) return false;
  for (Row* row : spanned) {
    RowItem item = cover.items.front();
    item.box.y0 = row->box.y0, item.box.y1 = row->box.y1;
    row->items.push_back(std::move(item));
  }
  return true;
}

// Lines at the edges that recognition of the whole page did not see.
void add_edge_lines(const PageReading& page, std::vector<Row>* rows) {
  for (const EdgeLine& line : page.edge_lines) {
    if (line.box.height() > line.box.width()) continue;
    const bool known = std::any_of(rows->begin(), rows->end(), [&](const Row& row) {
      return std::any_of(row.items.begin(), row.items.end(),
                         [&](const RowItem& item) { return covered_share(item.box, line.box) > 0.5; });
    });
    if (!known) rows->push_back({line.text, line.box, {{line.text, line.box, false}}, 0});
  }
}

}  // namespace

std::string Row::text_from(std::size_t item) const {
  std::string joined;
  for (std::size_t i = item; i < items.size(); ++i) joined += (i > item ? " " : "") + items[i].text;
  return joined;
}

std::vector<Row> rows_of(const PageReading& page) {
  std::vector<Piece> pieces = pieces_of(page);
  // Words first: a redaction joins the row it stands in.
  std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    const bool a_covers = a.items.front().redaction, b_covers = b.items.front().redaction;
    if (a_covers != b_covers) return b_covers;
    return a.box.y0 < b.box.y0;
  });
  std::vector<Row> rows;
  for (Piece& piece : pieces) {
    if (piece.items.front().redaction && add_to_spanned(piece, &rows)) continue;
    Row* best = nullptr;
    double most = 0;
    // Words come from the top down, so that rows far above cannot be meant; they are many on a long page.
    const std::size_t last =
        piece.items.front().redaction ? 0 : rows.size() - std::min<std::size_t>(rows.size(), 60);
    for (std::size_t i = rows.size(); i-- > last;)
      if (belongs_to(piece, rows[i]) && shared_height(piece.box, rows[i].box) > most) {
        most = shared_height(piece.box, rows[i].box);
        best = &rows[i];
      }
    if (best == nullptr) best = &rows.emplace_back();
    add(std::move(piece), best);
  }
  add_edge_lines(page, &rows);
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.box.y0 < b.box.y0; });
  Points above = -std::numeric_limits<Points>::max() / 4;
  for (Row& row : rows) {
    std::stable_sort(row.items.begin(), row.items.end(),
                     [](const RowItem& a, const RowItem& b) { return a.box.x0 < b.box.x0; });
    row.text = row.text_from(0);
    row.gap_above = (row.box.y0 - above) / std::max(1.0, row.box.height());
    above = row.box.y1;
  }
  return rows;
}

PageRows page_rows_of(const PageReading& page) {
  PageRows result;
  result.page = page.page;
  result.width = page.width;
  result.height = page.height;
  result.text_source = page.text_source;
  result.recognised = page.text_source != TextSource::kBornDigital;
  result.rows = rows_of(page);
  for (const Redaction& redaction : page.redactions) {
    ++result.redactions;
    if (redaction.codes.empty()) ++result.unlabelled;
    if (redaction.kind == CoverKind::kPage)
      result.page_codes.insert(result.page_codes.end(), redaction.codes.begin(), redaction.codes.end());
  }
  result.other_codes = page.codes;
  return result;
}

}  // namespace vaughn::records

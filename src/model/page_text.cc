// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaughn/model/page_text.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vaughn {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

struct Token {
  std::size_t word = kNone;       // index into the words, or none for a marker
  std::size_t redaction = kNone;  // index into the redactions, of a marker
  Points x = 0;                   // centre
  std::string marker;
};

struct Line {
  Box box;
  int block = 0;
  std::vector<Token> tokens;
};

std::vector<Line> lines_of(const TextLayer& words) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (i == 0 || word.line != words[i - 1].line || word.block != words[i - 1].block)
      lines.push_back({{}, word.block, {}});
    lines.back().box = bounding(lines.back().box, word.box);
    lines.back().tokens.push_back({i, kNone, word.box.center_x(), {}});
  }
  return lines;
}

Points vertical_overlap(const Box& a, const Box& b) {
  return std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
}

Points horizontal_gap(const Box& a, const Box& b) {
  return std::max({0.0, b.x0 - a.x1, a.x0 - b.x1});
}

// The line a box stands in: level with it (by half of the lower of both) and nearest across. Of several lines
// that a tall box covers the topmost, where a reader meets the box first.
std::optional<std::size_t> line_at(const std::vector<Line>& lines, const Box& box) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Box& line = lines[i].box;
    if (vertical_overlap(line, box) < 0.5 * std::min(line.height(), box.height())) continue;
    if (!best) {
      best = i;
      continue;
    }
    const Box& rival = lines[*best].box;
    const bool same_level = vertical_overlap(line, rival) > 0.5 * std::min(line.height(), rival.height());
    const bool better =
        same_level ? horizontal_gap(line, box) < horizontal_gap(rival, box) : line.y0 < rival.y0;
    if (better) best = i;
  }
  return best;
}

// Where a box with no line beside it becomes a line of its own: behind the nearest line above it that shares
// its column, else before everything.
std::size_t place_between(const std::vector<Line>& lines, const Box& box) {
  std::optional<std::size_t> above;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Box& line = lines[i].box;
    if (line.empty() || line.center_y() > box.center_y()) continue;
    const bool shares_column = horizontal_gap(line, box) == 0;
    if (!above) {
      above = i;
      continue;
    }
    const bool rival_shares = horizontal_gap(lines[*above].box, box) == 0;
    if (shares_column != rival_shares ? shares_column : line.center_y() >= lines[*above].box.center_y())
      above = i;
  }
  return above ? *above + 1 : 0;
}

void insert_marker(const Redaction& redaction, std::size_t index, std::vector<Line>* lines) {
  Token token{kNone, index, redaction.box.center_x(), redaction_marker(redaction)};
  if (const auto at = line_at(*lines, redaction.box)) {
    auto& tokens = (*lines)[*at].tokens;
    const auto behind =
        std::find_if(tokens.begin(), tokens.end(), [&](const Token& t) { return t.x > token.x; });
    tokens.insert(behind, std::move(token));
    return;
  }
  const std::size_t at = place_between(*lines, redaction.box);
  const int block = at > 0 ? (*lines)[at - 1].block : lines->empty() ? 0 : lines->front().block;
  lines->insert(lines->begin() + static_cast<std::ptrdiff_t>(at),
                Line{redaction.box, block, {std::move(token)}});
}

// Indices of the redactions that have a marker, from top to bottom.
std::vector<std::size_t> in_order(const std::vector<Redaction>& redactions) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < redactions.size(); ++i)
    if (redactions[i].kind != CoverKind::kPage) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Box &first = redactions[a].box, &second = redactions[b].box;
    return std::pair(first.y0, first.x0) < std::pair(second.y0, second.x0);
  });
  return order;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) {
    if (i > from) text += ' ';
    text += words[i];
  }
  return text;
}

std::vector<Context> contexts_of(const std::vector<Line>& lines, const TextLayer& words, std::size_t count) {
  std::vector<std::string_view> shown;
  std::vector<std::pair<std::size_t, std::size_t>> markers;  // redaction, place in shown
  for (const Line& line : lines) {
    for (const Token& token : line.tokens) {
      if (token.word == kNone) markers.emplace_back(token.redaction, shown.size());
      shown.push_back(token.word == kNone ? std::string_view(token.marker) : words[token.word].text);
    }
  }
  std::vector<Context> contexts(count);
  for (const auto& [redaction, at] : markers)
    contexts[redaction] = {joined(shown, at - std::min(at, kContextWords), at),
                           joined(shown, at + 1, std::min(shown.size(), at + 1 + kContextWords))};
  return contexts;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// The line without the hyphen at its end; nothing when it does not end within a word.
std::optional<std::string_view> without_hyphen(std::string_view line) {
  for (const std::string_view hyphen : kLineEndHyphens) {
    if (!line.ends_with(hyphen)) continue;
    line.remove_suffix(hyphen.size());
    if (!line.empty() && is_letter(line.back()) && !line.ends_with(kMarkerClose)) return line;
    return std::nullopt;
  }
  return std::nullopt;
}

bool goes_on(std::string_view line) {
  return !line.empty() && is_letter(line.front()) && !(line.front() >= 'A' && line.front() <= 'Z') &&
         !line.starts_with(kMarkerOpen);
}

}  // namespace

std::string in_plain_letters(std::string_view line) {
  constexpr std::pair<std::string_view, std::string_view> kSigns[] = {
      {"ﬀ", "ff"},  {"ﬁ", "fi"}, {"ﬂ", "fl"}, {"ﬃ", "ffi"},
      {"ﬄ", "ffl"}, {"ﬅ", "st"}, {"ﬆ", "st"}, {"\u00AD", ""}};
  const auto sign_at = [&](std::size_t at) {
    return std::find_if(std::begin(kSigns), std::end(kSigns), [&](const auto& sign) {
      return line.substr(at).starts_with(sign.first) &&
             (!sign.second.empty() || at + sign.first.size() < line.size());
    });
  };
  std::string plain;
  for (std::size_t at = 0; at < line.size();) {
    const bool ascii = static_cast<unsigned char>(line[at]) < 0x80;
    const auto* const sign = ascii ? std::end(kSigns) : sign_at(at);
    if (sign == std::end(kSigns)) {
      plain += line[at++];
    } else {
      plain += sign->second;
      at += sign->first.size();
    }
  }
  return plain;
}

std::string unbroken_lines(std::string_view text) {
  std::string whole, line_so_far;
  bool within_word = false, joined = false;
  int number = 0, first = 1, last_kept = 0;  // of lines, from 1
  const auto close = [&](int last) {
    if (joined) {
      if (!whole.empty()) whole += first == last_kept + 1 ? "\n" : std::string("\n") + kBarrier + "\n";
      whole += line_so_far;
      last_kept = last;
    }
    joined = false;
    line_so_far.clear();
    first = last + 1;
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view printed = text.substr(0, end);
    const std::string line = in_plain_letters(printed);
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto head = without_hyphen(line);
    if (within_word && goes_on(line))
      joined = true;
    else
      close(number);
    ++number;
    joined = joined || line != printed;
    line_so_far += head.value_or(joined ? std::string_view(line) : std::string_view());
    within_word = head.has_value();
    if (!within_word) close(number);
  }
  close(number);
  return whole;
}

std::vector<std::string> between_barriers(std::string_view unbroken) {
  const std::string barrier = std::string("\n") + kBarrier + "\n";
  std::vector<std::string> parts;
  while (!unbroken.empty()) {
    const std::size_t end = std::min(unbroken.find(barrier), unbroken.size());
    parts.emplace_back(unbroken.substr(0, end));
    unbroken.remove_prefix(std::min(end + barrier.size(), unbroken.size()));
  }
  return parts;
}

std::string redaction_marker(const Redaction& redaction) {
  std::string marker = kMarkerOpen;
  bool first = true;
  for (const ExemptionCode& code : redaction.codes) {
    if (code.role == CodeRole::kMention) continue;
    if (!first) marker += ", ";
    first = false;
    marker += code.code;
    if (!code.certain) marker += '?';
  }
  // Some word must stand here, even "~0": text without one would let a phrase match across the box.
  if (first || redaction.amount.characters > 0) {
    if (!first) marker += ' ';
    marker += '~' + std::to_string(redaction.amount.characters);
  }
  return marker + kMarkerClose;
}

PageText compose_page_text(TextLayer words, const std::vector<Redaction>& redactions) {
  std::vector<Line> lines = lines_of(words);
  for (const std::size_t i : in_order(redactions)) insert_marker(redactions[i], i, &lines);

  PageText page;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) page.text += lines[i].block != lines[i - 1].block ? "\n\n" : "\n";
    bool first = true;
    for (const Token& token : lines[i].tokens) {
      if (!first) page.text += ' ';
      first = false;
      if (token.word == kNone) {
        page.text += token.marker;
      } else {
        words[token.word].offset = page.text.size();
        page.text += words[token.word].text;
      }
    }
  }
  page.contexts = contexts_of(lines, words, redactions.size());
  page.words = std::move(words);
  return page;
}

}  // namespace vaughn

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/hit_rows.h"

#include <algorithm>

#include "store/page_matcher.h"
#include "store/page_rows.h"
#include "store/snippet.h"
#include "store/words_codec.h"
#include "vaughn/model/page_text.h"

namespace vaughn::store {
namespace {

// Where in the text what is looked for stands, a list for each of the things looked for; those to be absent
// left out.
void collect_places(const Question& question, const TextMatcher& text,
                    std::vector<std::vector<Span>>* places) {
  if (question.kind == Question::Kind::kNot) return;
  for (const Question& part : question.parts) collect_places(part, text, places);
  if (question.kind != Question::Kind::kTest) return;
  if (const auto* term = std::get_if<Term>(&question.test)) places->push_back(text.spans(*term));
  if (const auto* beside = std::get_if<Beside>(&question.test)) places->push_back(text.spans(*beside));
  if (const auto* near = std::get_if<Near>(&question.test))
    for (const Term& term : near->terms) places->push_back(text.spans(term));
}

std::string snippet_of(const FtsTokenizer& tokenizer, const SearchRequest& request, const PageTexts& texts) {
  for (const std::string_view text : texts.all()) {
    const TextMatcher matcher(tokenizer, text);
    std::vector<std::vector<Span>> places;
    collect_places(request.question, matcher, &places);
    if (std::any_of(places.begin(), places.end(), [](const auto& list) { return !list.empty(); }))
      return make_snippet(text, matcher.tokens(), places, {request.snippet_open, request.snippet_close});
  }
  return make_opening(texts.text);
}

// Empty where what was found is whole in no line of the page.
std::string context_of(const FtsTokenizer& tokenizer, const SearchRequest& request, const std::string& text) {
  std::vector<std::vector<Span>> places;
  collect_places(request.question, TextMatcher(tokenizer, text), &places);
  return make_context(text, places, static_cast<std::size_t>(std::max(0, *request.context_lines)),
                      {request.snippet_open, request.snippet_close});
}

}  // namespace

PageTexts read_texts(Connection& connection, std::int64_t page) {
  Query row = connection.query("SELECT text, unbroken FROM page WHERE id = ?", page);
  return row.step() ? PageTexts{row.text(0), between_barriers(row.view(1))} : PageTexts{};
}

std::vector<Box> boxes_of_hits(Connection& connection, const FtsTokenizer& tokenizer,
                               const Question& question, std::int64_t page) {
  const std::string text = read_texts(connection, page).text;
  std::vector<Box> boxes;
  Query row = connection.query("SELECT words FROM page_words WHERE page = ?", page);
  if (!row.step()) return boxes;
  const auto words = decode_words(row.text(0), text);
  if (!words) return boxes;
  std::vector<std::vector<Span>> places;
  collect_places(question, TextMatcher(tokenizer, text), &places);
  std::vector<bool> hit(words->size(), false);
  for (const std::vector<Span>& list : places)
    for (const auto& [begin, end] : list)
      for (std::size_t i = 0; i < words->size(); ++i) {
        const auto& offset = (*words)[i].offset;
        if (!offset) continue;
        const std::size_t word_end = *offset + (*words)[i].text.size();
        if (*offset < end && word_end > begin) hit[i] = true;
      }
  const auto is_found_in = [&](const std::string& word) {
    std::vector<std::vector<Span>> whole;
    collect_places(question, TextMatcher(tokenizer, word), &whole);
    return std::any_of(whole.begin(), whole.end(), [](const auto& list) { return !list.empty(); });
  };
  // Words printed with ligatures, and over the end of a line.
  for (std::size_t i = 0; i < words->size(); ++i) {
    const std::string& first = (*words)[i].text;
    if (const std::string plain = in_plain_letters(first); plain != first && is_found_in(plain))
      hit[i] = true;
    if (i + 1 == words->size()) break;
    const Word &here = (*words)[i], &next = (*words)[i + 1];
    if (here.line == next.line && here.block == next.block) continue;
    for (const std::string_view hyphen : kLineEndHyphens)
      if (first.ends_with(hyphen) && is_found_in(first.substr(0, first.size() - hyphen.size()) + next.text))
        hit[i] = hit[i + 1] = true;
  }
  for (std::size_t i = 0; i < words->size(); ++i)
    if (hit[i]) boxes.push_back((*words)[i].box);
  return boxes;
}

HitRow read_hit(Connection& connection, const FtsTokenizer& tokenizer, const SearchRequest& request,
                std::int64_t page) {
  HitRow hit;
  hit.id = {page};
  const PageTexts texts = read_texts(connection, page);
  hit.snippet = snippet_of(tokenizer, request, texts);
  if (request.context_lines) hit.context = context_of(tokenizer, request, texts.text);
  if (request.with_boxes) hit.boxes = boxes_of_hits(connection, tokenizer, request.question, page);
  Query row = connection.query(
      "SELECT l.name, s.path, coalesce(s.sha256, ''), p.text_source, coalesce(b.value, ''), p.number,"
      " p.ocr_confidence, coalesce(b.how, ''), coalesce(l.request_number, ''), coalesce(l.received, ''),"
      " p.text_withheld_share, coalesce(r.type, ''), coalesce(r.title, ''), coalesce(r.date, '')"
      " FROM page p JOIN source s ON s.id = p.source JOIN release l ON l.id = s.release"
      " LEFT JOIN bates b ON b.id = p.id * 10000 + 1 LEFT JOIN record_page rp ON rp.page = p.id"
      " LEFT JOIN record r ON r.id = rp.record WHERE p.id = ?",
      page);
  if (!row.step()) return hit;
  hit.release = row.text(0);
  hit.source = row.text(1);
  hit.sha256 = row.text(2);
  hit.text_source = row.text(3);
  hit.bates = row.text(4);
  hit.page = row.number(5);
  hit.ocr_confidence = row.optional_real(6);
  hit.bates_how = bates_how_from(row.text(7));
  hit.request_number = row.text(8);
  hit.received = row.text(9);
  hit.withheld_share = row.optional_real(10);
  hit.record_type = row.text(11);
  hit.record_title = row.text(12);
  hit.record_date = row.text(13);
  return hit;
}

}  // namespace vaughn::store

// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a page as one compact BLOB beside its text. docs/formats/words.md.
#ifndef VAUGHN_STORE_WORDS_CODEC_H_
#define VAUGHN_STORE_WORDS_CODEC_H_

#include <optional>
#include <string>
#include <string_view>

#include "vaughn/model/text.h"

namespace vaughn::store {

// Boxes are kept to a tenth of a point, confidences to a half per cent. A word whose offset points at itself
// in page_text is stored as that place, any other one is spelled out (and comes back without an offset).
std::string encode_words(const TextLayer& words, std::string_view page_text);

// None when the bytes are not such words, or do not fit the text.
std::optional<TextLayer> decode_words(std::string_view bytes, std::string_view page_text);

}  // namespace vaughn::store

#endif  // VAUGHN_STORE_WORDS_CODEC_H_

// SPDX-License-Identifier: GPL-3.0-or-later
// Reads withholding codes out of text, printed or recognised. Pure functions. See docs/exemption-codes.md.
#ifndef VAUGHN_REDACTION_CODE_READER_H_
#define VAUGHN_REDACTION_CODE_READER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "vaughn/model/exemption.h"
#include "vaughn/redaction/page_context.h"

namespace vaughn::redaction {

enum class TextOrigin {
  kBornDigital,  // the characters are those of the file; "(b)(8)" means what it says
  kRecognised,   // any OCR, ours or the agency's: known misreadings are repaired
};

// Where on the page the text stands. In a margin slot or a box a code needs no further ground to be believed.
enum class CodePlace { kBody, kMargin, kBox };

// Privacy Act codes are believed in running text only where a person asked for his or her own file.
enum class RequestKind { kThirdParty, kFirstPerson };

struct CodeContext {
  TextOrigin origin = TextOrigin::kRecognised;
  CodePlace place = CodePlace::kBody;
  PageKind page = PageKind::kOrdinary;
  RequestKind request = RequestKind::kThirdParty;
  std::string agency;  // as the user named it; regulators of banks may use (b)(8)
};

struct CodeHit {
  std::string code;  // canonical: "(b)(7)(C)-1,2"
  std::string raw;   // the characters of the text given, unchanged
  bool certain =
      true;  // false when raw had to be repaired to be understood: show it, do not count it as read
  CodeRole role = CodeRole::kLabel;
  std::size_t begin = 0, end = 0;  // byte offsets of raw in the text given

  bool operator==(const CodeHit&) const = default;
};

// Every code of the text in its order, each as often as it stands there. Text of any length; ill-formed UTF-8
// is passed over. Time grows with the length of the text. Of a page, give compose_page_text(words, {}).text:
// the redaction markers of its final text name codes that were read before.
std::vector<CodeHit> read_codes(std::string_view text, const CodeContext& context);

// A label as it is printed: "5.1.2e" and what it stands for.
struct PrintedLabel {
  std::string form;
  std::vector<std::string> codes;
};

// The same for the text of ONE redaction box or margin slot (context.place says which). What no reader
// understands is compared with the closed list of labels that boxes carry, and with those of this page that
// were read exactly; a hit from there is never certain and its raw is the stretch that could not be read.
// Labels of the page also outvote a reading that had to be repaired and that the page has nowhere else.
std::vector<CodeHit> read_box_codes(std::string_view text, const CodeContext& context,
                                    const std::vector<PrintedLabel>& on_page = {});

}  // namespace vaughn::redaction

#endif  // VAUGHN_REDACTION_CODE_READER_H_

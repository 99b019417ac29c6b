#ifndef CROSSCHECK_CHECKER_INTAKE_HTML_ENTITY_H_
#define CROSSCHECK_CHECKER_INTAKE_HTML_ENTITY_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace crosscheck {

// A character reference at the start of a text: what it stands for, and how
// many bytes it takes. length 0: it is none, the ampersand stands for itself.
//
// Numbers in the range of Windows-1252's own characters mean those, as on the
// web; code points that are none become U+FFFD.
//
//   ReadEntity("&amp;T")     // "&", 5
//   ReadEntity("&#1634;")    // "٢", 7
//   ReadEntity("&T")         // length 0
struct HtmlEntity {
  std::string text;
  size_t length = 0;
};
HtmlEntity ReadEntity(std::string_view text);

// `text` with its references replaced.
std::string DecodeEntities(std::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_HTML_ENTITY_H_

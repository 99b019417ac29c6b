#include "checker/model/document.h"

#include <algorithm>

namespace crosscheck {

uint32_t SentenceOf(const Document& document, uint32_t token) {
  const auto after =
      std::upper_bound(document.sentences.begin(), document.sentences.end(),
                       token, [](uint32_t wanted, const Sentence& s) {
                         return wanted < s.first_token;
                       });
  if (after == document.sentences.begin()) return 0;
  return static_cast<uint32_t>(after - document.sentences.begin()) - 1;
}

}  // namespace crosscheck

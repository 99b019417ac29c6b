#ifndef CROSSCHECK_CHECKER_CLAIM_SPEAKER_H_
#define CROSSCHECK_CHECKER_CLAIM_SPEAKER_H_

#include <string_view>

#include "checker/claim/sentence_view.h"
#include "checker/model/article.h"
#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Who gives the figure, as printed: the name phrase on the stated side of the
// nearest reporting verb of its sentence, up to the next mark, figure or
// clause; empty where nobody is named. Points into Article::text.
//
//   "12 died, the coast guard said."             // "the coast guard"
//   "The office also announced 12 deaths."       // "The office", not "deaths"
std::string_view FindSpeaker(const Rulebook& rules, const Article& article,
                             const Document& document, const Sentence& sentence,
                             const SentenceView& view, SentenceReader& reader,
                             const Quantity& figure);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_SPEAKER_H_

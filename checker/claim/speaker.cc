#include "checker/claim/speaker.h"

#include <algorithm>
#include <limits>

namespace crosscheck {
namespace {

constexpr uint32_t kMostTokens = 6;

bool EndsSpeaker(const Document& document, const SentenceView& view,
                 uint32_t token) {
  const uint32_t i = token - view.first_token;
  return view.barrier[i + 1] != view.barrier[i] ||
         view.figures[i + 1] != view.figures[i] ||
         document.tokens[token].kind == TokenKind::kDigits ||
         document.Folded(token) == "\"";
}

// Does the word say what happened, not who?
bool TellsWhat(const SentenceView& view, uint32_t token) {
  return std::any_of(
      view.mentions.begin(), view.mentions.end(), [&](const Mention& mention) {
        return mention.kind == Mention::kConcept && mention.first <= token &&
               token < mention.limit && !mention.idea->group.empty() &&
               mention.idea->cls != "person";
      });
}

struct Tokens {
  uint32_t first = 0;
  uint32_t limit = 0;
};

Tokens Behind(const Document& document, const Sentence& sentence,
              const SentenceView& view, SentenceReader& reader,
              uint32_t verb_limit) {
  Tokens out{verb_limit,
             std::min(verb_limit + kMostTokens, sentence.limit_token)};
  for (uint32_t t = out.first; t < out.limit; ++t) {
    if (EndsSpeaker(document, view, t)) out.limit = t;
  }
  // "Said also that": nobody. "Announced the death of 62": what was.
  uint32_t named = out.first;
  while (named < out.limit && reader.IsJoining(named)) ++named;
  if (named == out.limit || TellsWhat(view, named)) return {};
  return out;
}

Tokens Before(const Document& document, const Sentence& sentence,
              const SentenceView& view, SentenceReader& reader,
              uint32_t verb_first) {
  Tokens out{verb_first, verb_first};
  while (out.first > sentence.first_token &&
         verb_first - out.first < kMostTokens &&
         !EndsSpeaker(document, view, out.first - 1)) {
    --out.first;
  }
  // "The observatory also said": less what only joins. "He" is nobody's name.
  while (out.limit > out.first && reader.IsJoining(out.limit - 1)) --out.limit;
  return out;
}

}  // namespace

std::string_view FindSpeaker(const Rulebook& rules, const Article& article,
                             const Document& document, const Sentence& sentence,
                             const SentenceView& view, SentenceReader& reader,
                             const Quantity& figure) {
  std::string_view speaker;
  int best = std::numeric_limits<int>::max();
  for (const Mention& mention : view.mentions) {
    if (mention.kind != Mention::kSpeech) continue;
    const int distance = view.Distance(mention, figure);
    if (distance >= best) continue;
    const std::string_view side = rules.Attribute(mention.rule, "side");
    Tokens said;
    if (side != "before") {
      said = Behind(document, sentence, view, reader, mention.limit);
    }
    if (said.first == said.limit && side != "after") {
      said = Before(document, sentence, view, reader, mention.first);
    }
    // The full stop of the sentence is nobody's name.
    while (said.limit > said.first &&
           document.tokens[said.limit - 1].kind == TokenKind::kPunct &&
           document.Folded(said.limit - 1) != ")") {
      --said.limit;
    }
    if (said.first >= said.limit) continue;
    if (said.first < figure.limit_token && figure.first_token < said.limit) {
      continue;
    }
    best = distance;
    speaker = Cut(article.text, {document.tokens[said.first].raw.begin,
                                 document.tokens[said.limit - 1].raw.end});
  }
  return speaker;
}

}  // namespace crosscheck

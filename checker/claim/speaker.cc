#include "checker/claim/speaker.h"

#include <algorithm>
#include <limits>

namespace crosscheck {
namespace {

constexpr uint32_t kMostTokens = 8;

// Bytes of a joined "her" or "their"; a shorter one may be the word's own end.
constexpr uint8_t kSurelyOwned = 4;

struct Tokens {
  uint32_t first = 0;
  uint32_t limit = 0;
};

// The name phrases beside the reporting verbs of one sentence.
class SpeakerPhrases {
 public:
  SpeakerPhrases(const Document& document, const Sentence& sentence,
                 const SentenceView& view, SentenceReader& reader)
      : document_(document),
        sentence_(sentence),
        view_(view),
        reader_(reader) {}

  Tokens Behind(uint32_t verb_limit) {
    Tokens out{verb_limit, verb_limit};
    // "According to what the office said", "announced its bid".
    if (verb_limit < sentence_.limit_token &&
        (IsReporting(verb_limit) || IsOwned(verb_limit))) {
      return out;
    }
    const uint32_t most =
        std::min(verb_limit + kMostTokens, sentence_.limit_token);
    bool definite = false;
    for (; out.limit < most && !EndsAt(out.limit); ++out.limit) {
      // "The port office left": behind a definite word stand its adjectives,
      // definite too, and names; what else is known begins something new.
      const bool is_definite = IsDefinite(out.limit);
      if (definite && !is_definite && ThingAt(out.limit) != nullptr) break;
      definite |= is_definite;
    }
    return Trimmed(out);
  }

  Tokens Before(uint32_t verb_first) {
    Tokens out{verb_first, verb_first};
    // "The observatory has also said": less what only joins.
    while (out.limit > sentence_.first_token && !EndsPart(out.limit - 1) &&
           reader_.IsJoining(out.limit - 1)) {
      --out.limit;
    }
    out.first = out.limit;
    while (out.first > sentence_.first_token &&
           out.limit - out.first < kMostTokens && !EndsAt(out.first - 1)) {
      --out.first;
    }
    return Trimmed(out);
  }

  // Does the phrase name or describe somebody: hold a name, begin with "the",
  // or end in a word for people? In a script without capitals, all do.
  bool Names(const Tokens& phrase) {
    if (document_.tokens[phrase.first].script != Script::kLatin) return true;
    if (phrase.limit - phrase.first > 1 && reader_.IsJoining(phrase.first)) {
      return true;
    }
    return std::any_of(
        view_.mentions.begin(), view_.mentions.end(),
        [&](const Mention& mention) {
          if (mention.first < phrase.first || mention.limit > phrase.limit) {
            return false;
          }
          return mention.kind == Mention::kName ||
                 (mention.kind == Mention::kConcept &&
                  mention.limit == phrase.limit &&
                  mention.idea->cls == "person");
        });
  }

  bool EndsInName(const Tokens& phrase) const {
    return document_.tokens[phrase.limit - 1].capital;
  }

 private:
  // A mark, a figure, a quotation or a clause.
  bool EndsPart(uint32_t token) const {
    const uint32_t i = token - view_.first_token;
    return view_.barrier[i + 1] != view_.barrier[i] ||
           view_.figures[i + 1] != view_.figures[i] ||
           document_.tokens[token].kind == TokenKind::kDigits ||
           document_.Folded(token) == "\"";
  }

  bool EndsAt(uint32_t token) {
    return EndsPart(token) || (reader_.EndsName(token) && !JoinsNames(token)) ||
           TellsWhat(token);
  }

  // "The Center for Rural Roads"
  bool JoinsNames(uint32_t token) const {
    return token > sentence_.first_token && token + 1 < sentence_.limit_token &&
           document_.tokens[token - 1].capital &&
           document_.tokens[token + 1].capital;
  }

  bool IsReporting(uint32_t token) const {
    return std::any_of(view_.mentions.begin(), view_.mentions.end(),
                       [&](const Mention& mention) {
                         return mention.kind == Mention::kSpeech &&
                                mention.first == token;
                       });
  }

  // Has the word a joined "her", and is it nobody?
  bool IsOwned(uint32_t token) const {
    return HasClitic(token, kCliticPossessive, kSurelyOwned) &&
           std::none_of(view_.mentions.begin(), view_.mentions.end(),
                        [&](const Mention& mention) {
                          return mention.kind == Mention::kConcept &&
                                 mention.first == token &&
                                 mention.idea->cls == "person";
                        });
  }

  // What is known at the token that is nobody; null where nothing is.
  const Concept* ThingAt(uint32_t token) const {
    for (const Mention& mention : view_.mentions) {
      if (mention.kind == Mention::kConcept && mention.first <= token &&
          token < mention.limit && mention.idea->cls != "person") {
        return mention.idea;
      }
    }
    return nullptr;
  }

  // Does the word say what happened, not who? "Police announced the death";
  // but "the Budget Office", and الدفاع in "the ministry of defence".
  bool TellsWhat(uint32_t token) const {
    const Concept* const thing = ThingAt(token);
    return thing != nullptr && !thing->group.empty() && !IsDefinite(token) &&
           !document_.tokens[token].capital;
  }

  // Has the word a joined article (ال)?
  bool IsDefinite(uint32_t token) const { return HasClitic(token, kCliticThe); }

  bool HasClitic(uint32_t token, uint16_t clitic,
                 uint8_t suffix_bytes = 0) const {
    const Token& at = document_.tokens[token];
    const WordReading* const readings = at.word->readings.data();
    return std::any_of(readings, readings + at.reading_count,
                       [&](const WordReading& reading) {
                         return (reading.proclitics & clitic) != 0 &&
                                reading.suffix_bytes >= suffix_bytes;
                       });
  }

  // Without the marks at its ends and what only joins behind it.
  Tokens Trimmed(Tokens phrase) {
    const auto is_mark = [&](uint32_t token) {
      return document_.tokens[token].kind == TokenKind::kPunct &&
             document_.Folded(token) != ")";
    };
    while (phrase.limit > phrase.first &&
           (is_mark(phrase.limit - 1) ||
            (document_.tokens[phrase.limit - 1].kind == TokenKind::kWord &&
             reader_.IsJoining(phrase.limit - 1)))) {
      --phrase.limit;
    }
    while (phrase.limit > phrase.first && is_mark(phrase.first)) ++phrase.first;
    return phrase;
  }

  const Document& document_;
  const Sentence& sentence_;
  const SentenceView& view_;
  SentenceReader& reader_;
};

}  // namespace

std::string_view FindSpeaker(const Rulebook& rules, const Article& article,
                             const Document& document, const Sentence& sentence,
                             const SentenceView& view, SentenceReader& reader,
                             const Quantity& figure) {
  SpeakerPhrases phrases(document, sentence, view, reader);
  std::string_view speaker;
  int best = std::numeric_limits<int>::max();
  for (const Mention& mention : view.mentions) {
    if (mention.kind != Mention::kSpeech) continue;
    const int distance = view.Distance(mention, figure);
    if (distance >= best) continue;
    const std::string_view side = rules.Attribute(mention.rule, "side");
    Tokens said;
    uint32_t joined = 0;
    if (side != "before") {
      said = phrases.Behind(mention.limit);
      if (said.first < said.limit)
        joined = reader.JoinedPreposition(said.first);
      // "Told the agency": the agency says nothing.
      if (joined != 0 && side != "after") said = {};
    }
    if (said.first == said.limit && side != "after") {
      said = phrases.Before(mention.first);
      if (said.first < said.limit && !phrases.Names(said)) continue;
    }
    if (said.first >= said.limit) continue;
    // "Reuters reports", but "media reports": the noun.
    if (rules.Attribute(mention.rule, "needs") == "name" &&
        !phrases.EndsInName(said)) {
      continue;
    }
    if (said.first < figure.limit_token && figure.first_token < said.limit) {
      continue;
    }
    best = distance;
    const Span& first = document.tokens[said.first].raw;
    speaker = Cut(article.text,
                  {first.begin, document.tokens[said.limit - 1].raw.end});
    // What folding leaves as it was can be cut.
    if (Length(first) == document.Folded(said.first).size()) {
      speaker.remove_prefix(joined);
    }
  }
  return speaker;
}

}  // namespace crosscheck

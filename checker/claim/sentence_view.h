#ifndef CROSSCHECK_CHECKER_CLAIM_SENTENCE_VIEW_H_
#define CROSSCHECK_CHECKER_CLAIM_SENTENCE_VIEW_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "checker/claim/concepts.h"
#include "checker/claim/markers.h"
#include "checker/claim/mention.h"
#include "checker/claim/prefixes.h"
#include "checker/claim/sounds.h"
#include "checker/model/article.h"
#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/rulebook/rulebook.h"
#include "checker/rulebook/stemmer.h"

namespace crosscheck {

// All mentions of one sentence, and what lies between them. `barrier[i]` is
// how much the tokens before i (from the sentence start) separate: one for a
// comma, a bracket or "and", two for a clause word, a semicolon, a colon;
// `figures[i]` how many figures begin before token i.
struct SentenceView {
  uint32_t first_token = 0;
  std::vector<Mention> mentions;  // in order of first
  std::vector<uint16_t> barrier;  // one for each token, plus one
  std::vector<uint16_t> figures;
  // The stems of the sentence's words with their tokens, for metrics.
  struct StemAt {
    uint32_t stem = 0;  // WordId
    uint32_t token = 0;
    std::string_view word;  // folded, of the Document
  };
  std::vector<StemAt> stems;

  // How far a mention stands from tokens [first, limit): tokens between, plus
  // four for each barrier, plus five for each other figure between.
  int Distance(uint32_t mention_first, uint32_t mention_limit, uint32_t first,
               uint32_t limit) const;
  int Barriers(uint32_t mention_first, uint32_t mention_limit, uint32_t first,
               uint32_t limit) const;
  int Distance(const Mention& mention, const Quantity& figure) const {
    return Distance(mention.first, mention.limit, figure.first_token,
                    figure.limit_token);
  }
  int Barriers(const Mention& mention, const Quantity& figure) const {
    return Barriers(mention.first, mention.limit, figure.first_token,
                    figure.limit_token);
  }
};

// Reads sentences into views. One for each article: it remembers which words
// the article writes with a capital inside sentences (names). What it learns of
// words goes into Token::word, for the next article. Where claims are only
// shown, words are mentioned only where a figure counts them, and none has
// sounds. Not thread-safe.
class SentenceReader {
 public:
  SentenceReader(const Rulebook& rules, const Concepts& concepts,
                 const Markers& markers, const Sounds& sounds,
                 const std::vector<Prefix>& prefixes, const Stemmer& stemmer,
                 const Article& article, const Document& document,
                 const QuantityReading& figures, bool to_link);

  SentenceView Read(uint32_t sentence);
  // A word that joins others and names nothing ("also", "the"), or no word.
  bool IsJoining(uint32_t token) {
    return document_.tokens[token].kind != TokenKind::kWord ||
           FactsOf(token).stop;
  }
  // Bytes of a preposition joined to a word that is none with it
  // ("to-the-bank", لشركة); 0 where there is none.
  uint32_t JoinedPreposition(uint32_t token) const;
  // A word no noun phrase goes on past: "also", "in", "who".
  bool EndsName(uint32_t token) {
    return document_.tokens[token].kind == TokenKind::kWord &&
           FactsOf(token).ends_name;
  }

 private:
  const WordFacts& FactsOf(uint32_t token) {
    WordFacts& facts = document_.tokens[token].word->facts;
    if (!facts.known || (to_link_ && !facts.with_sounds)) {
      Learn(token, facts);
    }
    return facts;
  }
  void Learn(uint32_t token, WordFacts& facts) const;
  bool IsNameToken(uint32_t token, bool sentence_start, bool title_case);
  // Does the name at `token` stand behind a preposition, with no more than one
  // word and an article between ("in the city of", لشركة)?
  bool IsGoverned(uint32_t token, const Sentence& sentence);
  bool IsInnerCapital(const KnownWord* word);
  // Is the entity's phrase at `token` written as its rule asks?
  bool IsWrittenAsName(const PhraseMatch& match, uint32_t token,
                       const Sentence& sentence);
  void AddNames(const Sentence& sentence, SentenceView& view);
  // Is the word at `token` one the noun rule sets aside?
  bool IsExcept(uint32_t rule, uint32_t token) const;
  void AddConcepts(const Sentence& sentence, SentenceView& view);
  void AddMarkers(const Sentence& sentence, SentenceView& view);
  void AddWords(const Sentence& sentence, SentenceView& view);
  void AddBarriers(const Sentence& sentence, SentenceView& view);
  std::vector<Mention> InOrder(const Sentence& sentence) const;

  const Rulebook& rules_;
  const Concepts& concepts_;
  const Markers& markers_;
  const Sounds& sounds_;
  const Article& article_;
  const Document& document_;
  const std::vector<Prefix>& prefixes_;
  const Stemmer& stemmer_;
  const bool to_link_;
  // Bits of what a figure has of a token.
  static constexpr uint8_t kOfFigure = 1;
  static constexpr uint8_t kBeginsFigure = 2;
  static constexpr uint8_t kCounted = 4;  // of the noun it counts
  bool IsOfFigure(uint32_t token) const {
    return (figure_of_token_[token] & kOfFigure) != 0;
  }
  std::vector<uint8_t> figure_of_token_;
  // Of the sentence being read, kept for their room: the mentions as they are
  // found, and the tokens that names and concepts have taken.
  std::vector<Mention> found_;
  std::vector<uint8_t> taken_;
  // Filled when it is first asked for.
  std::optional<absl::flat_hash_set<const KnownWord*>> inner_capitals_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_SENTENCE_VIEW_H_

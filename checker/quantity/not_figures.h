#ifndef CROSSCHECK_CHECKER_QUANTITY_NOT_FIGURES_H_
#define CROSSCHECK_CHECKER_QUANTITY_NOT_FIGURES_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/model/document.h"
#include "checker/model/quantity.h"
#include "checker/quantity/nouns.h"
#include "checker/quantity/number_words.h"
#include "checker/quantity/unit_reader.h"
#include "checker/rulebook/rule_table.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// A figure-like place that is none: tokens up to `limit_token`.
struct NotFigure {
  uint32_t limit_token = 0;
  std::string_view reason;
  std::string_view rule;
};

// Digits and number words that are no figure: names and versions (GPT-4,
// S&P 500), addresses, telephone and list numbers, idioms ("one of"). By
// shape, by neighbours, by the rules of kind names:
//   place before: a thing that is numbered, not counted ("Article 12");
//     role rank: its number is a rank ("Category 3"), read as an ordinal
//   place whole: the phrase itself is none ("at first"); needs line: only
//     where it fills its line ("12 comments"); needs capitals: only where all
//     its words have one and the sentence is no headline ("60 Minutes")
//   place street: what ends an address that the number begins ("Street")
//   place after: "one" and its noun before it are none ("or another")
//   place letter: the name of a letter, as other scripts spell a name
//     ("آر 1"); needs letter: only beside another such ("إم")
// Built once; thread-safe.
class NotFigures {
 public:
  NotFigures(const Rulebook& rules, const NumberWords& words,
             const UnitReader& units, const NounFinder& nouns);

  // Before anything is read at `token`.
  std::optional<NotFigure> Find(const Document& document,
                                const Sentence& sentence, uint32_t token) const;
  // Once a figure was read there that is no date or duration: pronouns and
  // adverbs that are number words ("the one who", "first met").
  std::optional<NotFigure> Doubt(const Document& document,
                                 const Quantity& figure) const;
  // The rank word right before the token ("Category", "No."), its tokens.
  std::optional<std::pair<uint32_t, uint32_t>> RankBefore(
      const Document& document, uint32_t token) const;

 private:
  enum class Place : uint8_t {
    kNone,
    kBefore,
    kRank,
    kWhole,
    kLetter,
    kStreet,
    kAfter
  };
  struct Entry {
    Place place = Place::kNone;
    bool whole_line = false;  // needs line
    bool beside_letter = false;
    bool capitals = false;  // needs capitals
    std::string_view reason;
  };
  struct Chain {  // tokens without a blank between them
    uint32_t first = 0, limit = 0;
  };
  Chain ChainOf(const Document& document, uint32_t token) const;
  std::optional<NotFigure> ByShape(const Document& document,
                                   const Sentence& sentence,
                                   uint32_t token) const;
  std::optional<NotFigure> ByLetters(const Document& document,
                                     uint32_t token) const;
  std::optional<NotFigure> ByCapitals(const Document& document,
                                      const Sentence& sentence,
                                      uint32_t token) const;
  std::optional<NotFigure> ByQuotes(const Document& document,
                                    const Sentence& sentence,
                                    uint32_t token) const;
  std::optional<NotFigure> ByStreet(const Document& document,
                                    uint32_t token) const;
  std::optional<NotFigure> BySpelledLetters(const Document& document,
                                            uint32_t token) const;
  std::optional<NotFigure> ByPhraseBefore(const Document& document,
                                          const Sentence& sentence,
                                          uint32_t token) const;
  std::optional<NotFigure> ByPhrase(const Document& document,
                                    const Sentence& sentence,
                                    uint32_t token) const;
  bool IsAnotherBehind(const Document& document, uint32_t token) const;
  bool EndsInNumber(const Document& document, uint32_t limit) const;
  bool IsLetterName(const Document& document, uint32_t token, bool& weak) const;
  bool IsKnownWord(const Document& document, uint32_t token) const;
  static bool IsListNumber(const Document& document, uint32_t token);
  static uint32_t EndOfLongGroups(const Document& document, uint32_t token);
  bool IsMeasured(const Document& document, uint32_t token) const;
  bool IsTitleCase(const Document& document, const Sentence& sentence) const;
  bool IsBeforeNamed(const Document& document, const Quantity& figure) const;
  bool HasRole(const Document& document, uint32_t token,
               std::initializer_list<NumberRole> roles) const;

  const Rulebook& rules_;
  const UnitReader& units_;
  const NounFinder& nouns_;
  const NumberWords& words_;
  RuleTable<Entry> by_rule_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NOT_FIGURES_H_

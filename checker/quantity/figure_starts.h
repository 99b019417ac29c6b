#ifndef CROSSCHECK_CHECKER_QUANTITY_FIGURE_STARTS_H_
#define CROSSCHECK_CHECKER_QUANTITY_FIGURE_STARTS_H_

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "checker/model/document.h"
#include "checker/quantity/nouns.h"
#include "checker/quantity/unit_reader.h"
#include "checker/rulebook/rule_table.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Where a figure, or an idiom that looks like one, may begin: a table over the
// words of the lexicon, so that most tokens are passed by with one look, then
// over the rules whose phrases do begin there: "in" is a word of dates that
// none begins with, "this" and "a" begin one only where more of it follows.
class FigureStarts {
 public:
  FigureStarts(const Rulebook& rules, const NumberWords& numbers,
               const UnitReader& units, const NounFinder& nouns);

  bool MayStart(const Document& document, uint32_t token) const {
    const Token& t = document.tokens[token];
    if (t.kind == TokenKind::kDigits) return true;
    FigureStart& known = t.word->figure_start;
    if (known == FigureStart::kUnknown) {
      known = EverStarts(document, token) ? FigureStart::kMayBe
                                          : FigureStart::kNever;
    }
    return known != FigureStart::kNever && StartsHere(document, token);
  }

 private:
  static constexpr uint64_t kStarting =
      KindBit(RuleKind::kNumbers) | KindBit(RuleKind::kScales) |
      KindBit(RuleKind::kUnits) | KindBit(RuleKind::kCurrency) |
      KindBit(RuleKind::kTime) | KindBit(RuleKind::kNames);
  // Behind an article of numbers any word that numbers have may follow; behind
  // one of dates, and behind "this" and "last", only one of dates; behind these
  // no article.
  enum class Start : uint8_t {
    kNone,
    kDefinite,  // begins none, but is an article too
    kBeforeMore,
    kTimeArticle,
    kBeforeTime,
    kSide,
    kYes
  };
  void Add(const Rulebook& rules, uint32_t rule, Start start);
  // Does a figure begin with this word anywhere, and does one here?
  bool EverStarts(const Document& document, uint32_t token) const;
  bool StartsHere(const Document& document, uint32_t token) const;
  uint8_t BeginsWith(const Document& document, uint32_t token,
                     int reading) const;
  bool IsSecondWord(const Document& document, uint32_t token,
                    WordId first) const;
  bool IsDual(const Document& document, uint32_t token) const;
  bool BeginsPhrase(const Document& document, uint32_t token) const;
  bool IsArticle(const Document& document, uint32_t token) const;
  bool GoesOn(const Document& document, uint32_t token, Start start) const;
  bool IsPart(const Document& document, uint32_t token, uint64_t kinds) const;

  const Rulebook& rules_;
  const NumberWords& numbers_;
  const NounFinder& nouns_;
  // By WordId, which phrases begin with a word: a bit (1 << Start) each for
  // those of this word alone, kOfMoreWords for others.
  static constexpr uint8_t kOfMoreWords = 1;
  static constexpr uint8_t Bit(Start start) {
    return static_cast<uint8_t>(1 << static_cast<int>(start));
  }
  std::vector<uint8_t> words_;
  // The first two words of those phrases, by a hash of both; other pairs may
  // have the same.
  static constexpr size_t kPairs = size_t{1} << 16;
  std::bitset<kPairs> pairs_;
  RuleTable<Start> by_rule_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_FIGURE_STARTS_H_

#ifndef CROSSCHECK_CHECKER_QUANTITY_FIGURE_STARTS_H_
#define CROSSCHECK_CHECKER_QUANTITY_FIGURE_STARTS_H_

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

  bool MayStart(const Document& document, uint32_t token) const;

 private:
  enum class Start : uint8_t { kNone, kBeforeMore, kYes };
  void Add(const Rulebook& rules, uint32_t rule, Start start);
  bool BeginsPhrase(const Document& document, uint32_t token) const;
  static bool GoesOn(const Document& document, uint32_t token);

  const Rulebook& rules_;
  const NounFinder& nouns_;
  // What the phrases are that begin with a word, by WordId: bits of Begins.
  enum Begins : uint8_t { kAlone = 1, kBeforeMore = 2, kOfMoreWords = 4 };
  std::vector<uint8_t> words_;
  RuleTable<Start> by_rule_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_FIGURE_STARTS_H_

#ifndef CROSSCHECK_CHECKER_QUANTITY_NOUNS_H_
#define CROSSCHECK_CHECKER_QUANTITY_NOUNS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "checker/model/decimal.h"
#include "checker/model/document.h"
#include "checker/quantity/dual_nouns.h"
#include "checker/quantity/noun_prefixes.h"
#include "checker/quantity/number_reader.h"
#include "checker/quantity/number_words.h"
#include "checker/quantity/plurals.h"
#include "checker/quantity/range_words.h"
#include "checker/quantity/word_signs.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// The noun a number counts: tokens [first, limit), `head` the word itself
// ("soldiers" in "12 Israeli soldiers").
struct CountedNoun {
  uint32_t first_token = 0;
  uint32_t limit_token = 0;
  uint32_t head_token = 0;
  bool anaphor = false;  // "others", آخرين: the noun stands further back
};

// Finds the nouns figures count. Built once; thread-safe.
class NounFinder {
 public:
  // Both must outlive it.
  NounFinder(const Rulebook& rules, const NumberReader& numbers);
  NounFinder(const NounFinder&) = delete;  // duals look at prefixes

  // The noun behind the figure [first, limit): the plural among the next
  // words where the language shows plurals, else the next word; or, for a
  // definite number (الأجيال الثلاثة), the one before it. nullopt: none.
  std::optional<CountedNoun> Find(const Document& document,
                                  uint32_t first_token, uint32_t limit_token,
                                  const Decimal& value) const;

  // The dual that `token` is.
  std::optional<DualNoun> DualAt(const Document& document,
                                 uint32_t token) const {
    return duals_.At(document, token);
  }

  // Is the word one that is numbered rather than counted ("الذكرى")?
  bool IsOrdinalHead(const Document& document, uint32_t token) const {
    const Part part = PartOf(document, token, kCliticBy | kCliticFor);
    return part == Part::kOrdinalHead || part == Part::kNumberedHead;
  }

  const Plurals& plurals() const { return plurals_; }

  // Do other nouns stand before it ("official", role head_noun)?
  bool IsHeadNoun(const Document& document, uint32_t token) const;
  // Is it an article alone, as before the digits of "الـ35" (the 35)?
  bool IsArticle(const Document& document, uint32_t token) const {
    return prefixes_.IsArticle(document, token);
  }

  // How many bytes of the word seem to be a preposition joined before it
  // ("بشرط", on condition); 0: none.
  size_t GovernedBytes(const Document& document, uint32_t token) const;

  // Is it a word that no noun phrase goes through: a function word, a verb of
  // saying, a word of change, a number?
  bool IsStop(const Document& document, uint32_t token) const;

 private:
  enum class Part : uint8_t {
    kNone,
    kSkip,
    kPlural,
    kBeforeNoun,  // a plural that stands before a noun: "women leaders"
    kAdjective,   // "great": the noun of "one" is behind it
    kVerbalNoun,  // a noun that ends as an adjective does: "building"
    kAnaphor,
    kOrdinalHead,
    kNumberedHead,  // an ordinal head that digits stand behind: "الدقيقة 90"
    kBrokenPlural  // "دول", in a language whose plurals do not show
  };
  // `clitics`: those that may be joined before it, the article apart.
  Part PartOf(const Document& document, uint32_t token,
              uint16_t clitics = 0) const;
  bool ShowsPlural(const Document& document, uint32_t token) const;
  bool IsBehindPlural(const Document& document, uint32_t token) const;
  bool IsJoinedNumber(const Document& document, uint32_t token) const;
  bool EndsAsAdjective(const Document& document, uint32_t token) const;
  bool AreAdjectives(const Document& document, uint32_t first,
                     uint32_t limit) const;
  uint32_t EndOfCompound(const Document& document, uint32_t token) const;
  uint32_t EndOfNumbered(const Document& document, uint32_t token) const;
  bool JoinsAdjectives(const Document& document, uint32_t token) const;
  bool IsAdjective(const Document& document, uint32_t token) const;
  bool Stands(const Document& document, uint32_t token) const;
  bool IsBound(const Document& document, uint32_t token) const;
  bool MayGoOn(const Document& document, uint32_t token) const;
  bool IsOfDate(const Document& document, uint32_t token) const;
  std::optional<uint32_t> SingularHead(const Document& document,
                                       uint32_t first) const;
  bool IsVerb(const Document& document, uint32_t token) const;
  bool IsNamed(const Document& document, uint32_t token) const;
  bool IsOfNounBefore(const Document& document, uint32_t token) const;
  bool IsDefiniteNumber(const Document& document, uint32_t token,
                        uint16_t clitics = 0) const;
  bool IsAdjectiveOf(const Document& document, uint32_t noun,
                     uint32_t token) const;
  bool IsPluralOfSpeech(const Document& document, uint32_t token) const;
  bool SkipOf(const Document& document, uint32_t& token) const;
  std::optional<CountedNoun> After(const Document& document, uint32_t at,
                                   const Decimal& value, bool behind_of) const;
  std::optional<CountedNoun> BeforeDigits(const Document& document,
                                          uint32_t first_token) const;
  std::optional<CountedNoun> Before(const Document& document,
                                    uint32_t first_token) const;
  std::optional<CountedNoun> CountedBefore(const Document& document,
                                           uint32_t first_token,
                                           uint32_t limit_token) const;

  const Rulebook& rules_;
  const NumberWords& words_;
  const Plurals& plurals_;
  const WordSigns& signs_;
  std::vector<Part> part_of_rule_;
  std::vector<bool> is_head_noun_;
  NounPrefixes prefixes_;
  DualNouns duals_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NOUNS_H_

#ifndef CROSSCHECK_CHECKER_QUANTITY_NOUNS_H_
#define CROSSCHECK_CHECKER_QUANTITY_NOUNS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checker/model/decimal.h"
#include "checker/model/document.h"
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

// A word that says two of what it names: "شخصين".
struct DualNoun {
  uint32_t rule = 0;
  std::string_view singular;  // folded
  uint32_t prefix_bytes = 0;  // clitics joined before it, the article apart
  bool definite = false;
};

// Finds the nouns figures count. Built once; thread-safe.
class NounFinder {
 public:
  // Both must outlive it.
  NounFinder(const Rulebook& rules, const NumberReader& numbers);

  // The noun behind the figure [first, limit): the plural among the next
  // words where the language shows plurals, else the next word; or, for a
  // definite number (الأجيال الثلاثة), the one before it. nullopt: none.
  std::optional<CountedNoun> Find(const Document& document,
                                  uint32_t first_token, uint32_t limit_token,
                                  const Decimal& value) const;

  // The dual that `token` is. Duals are made from the singulars of rules of
  // kind numbers, role counted, by those of role dual_ending.
  std::optional<DualNoun> DualAt(const Document& document,
                                 uint32_t token) const;

  // Is the word one that is numbered rather than counted ("الذكرى")?
  bool IsOrdinalHead(const Document& document, uint32_t token) const {
    const Part part = PartOf(document, token, kCliticBy | kCliticFor);
    return part == Part::kOrdinalHead || part == Part::kNumberedHead;
  }

  const Plurals& plurals() const { return plurals_; }

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
  struct Prefix {
    std::string text;
    bool definite = false;
    uint32_t cut_bytes = 0;  // what is no part of the noun: all but the article
  };
  // `clitics`: those that may be joined before it, the article apart.
  Part PartOf(const Document& document, uint32_t token,
              uint16_t clitics = 0) const;
  bool BeginsJoined(const Document& document, uint32_t token) const;
  bool EndsAsDual(const Document& document, uint32_t token) const;
  bool BeginsDefinite(const Document& document, uint32_t token) const;
  bool ShowsPlural(const Document& document, uint32_t token) const;
  bool IsBehindPlural(const Document& document, uint32_t token) const;
  bool IsGoverned(const Document& document, uint32_t token) const;
  bool IsJoinedNumber(const Document& document, uint32_t token) const;
  bool EndsAsAdjective(const Document& document, uint32_t token) const;
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
  void AddPrefixes();
  void AddDuals();

  const Rulebook& rules_;
  const NumberWords& words_;
  const Plurals& plurals_;
  const WordSigns& signs_;
  std::vector<Part> part_of_rule_;
  std::vector<std::string> and_prefixes_;
  std::vector<std::string> for_the_prefixes_;  // لل: never of a counted noun
  std::vector<Prefix> prefixes_;               // longest first
  std::vector<std::string> dual_endings_;
  std::array<bool, 256> ends_dual_{};  // by last byte: most words end with none
  struct Singular {
    uint32_t rule = 0;
    std::string word;
  };
  std::unordered_map<std::string, Singular> duals_;  // by folded dual
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NOUNS_H_

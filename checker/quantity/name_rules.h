#ifndef CROSSCHECK_CHECKER_QUANTITY_NAME_RULES_H_
#define CROSSCHECK_CHECKER_QUANTITY_NAME_RULES_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "checker/model/document.h"
#include "checker/rulebook/rule_table.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// Where the phrase of a rule of kind names stands; its `place`.
enum class NamePlace : uint8_t {
  kNone,
  kBefore,  // before: a thing that is numbered, not counted ("Article 12")
  kRank,    // before, role rank: its number is a rank ("Category 3")
  kWhole,   // the phrase itself is no figure ("at first")
  kLetter,  // the name of a letter, as other scripts spell a name ("آر 1")
  kStreet,  // what ends an address that the number begins ("Street")
  kAfter    // "one" and its noun before it are none ("or another")
};

struct NameRule {
  NamePlace place = NamePlace::kNone;
  bool whole_line = false;     // needs line: where it fills its line
  bool beside_letter = false;  // needs letter: beside another letter ("إم")
  bool capitals = false;       // needs capitals: all its words have one
  bool words = false;          // role words: numbered in words ("phase two")
  bool article = false;        // needs article: of a number that has one
  std::string_view reason;
};

// The rules of kind names by their index, and where their phrases stand. Built
// once; thread-safe. Cost of a look-up: the phrases that start at a token, or
// at the four before it.
class NameRules {
 public:
  explicit NameRules(const Rulebook& rules);

  const NameRule& operator[](uint32_t rule) const { return by_rule_[rule]; }

  // Does a phrase of this place start at `token`?
  bool StartsAt(const Document& document, uint32_t token,
                NamePlace place) const;
  // The rank word right before the token ("Category", "No."), its tokens. Some
  // are such only where an article stands before the number.
  std::optional<std::pair<uint32_t, uint32_t>> RankBefore(
      const Document& document, uint32_t token, bool article) const;
  // The rule of the longest phrase right before `token` after which a thing is
  // numbered: that of "Article" at the 12 of "Article 12".
  std::optional<uint32_t> Before(const Document& document,
                                 uint32_t token) const;
  // The rule of the letter whose name `token` is; nullptr where it is none.
  const NameRule* LetterAt(const Document& document, uint32_t token) const;

 private:
  const Rulebook& rules_;
  RuleTable<NameRule> by_rule_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_QUANTITY_NAME_RULES_H_

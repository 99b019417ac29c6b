#ifndef CROSSCHECK_CHECKER_RULEBOOK_RULE_KIND_H_
#define CROSSCHECK_CHECKER_RULEBOOK_RULE_KIND_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace crosscheck {

// One kind a rule file; the file's name says which: rules/ar/units.yaml.
enum class RuleKind : uint8_t {
  kFold,
  kClitics,
  kNumbers,
  kScales,
  kUnits,
  kCurrency,
  kModality,
  kRanges,
  kTime,
  kNouns,
  kMetrics,
  kEntities,
  kSpeech,
  kScope,
  kNames,
  kStopwords,
  kFurniture,
  kSentences,
  kContext,
  kLetters,
  kLink,
  kCompare,
};
inline constexpr int kRuleKindCount = 22;

// How a rule's forms are looked up in text.
enum class FormMatch : uint8_t {
  kNone,       // the kind's forms are no words (fold pairs, weights)
  kExact,      // folded word by folded word; clitics may stand before
  kStem,       // by the stem of each word
  kStemWords,  // a form is a set of stems; only its words are entered
};

// What the rulebook knows of a kind before it reads a rule: how its forms
// match and which keys its rules may carry besides id, means, forms, source,
// examples, not, retired. A key that is not listed is a fault.
struct KindFacts {
  RuleKind kind;
  std::string_view file;  // "units" for units.yaml
  std::string_view noun;  // second part of its ids: "unit"
  FormMatch match;
  std::span<const std::string_view> keys;
};

const KindFacts& FactsOf(RuleKind kind);
std::optional<RuleKind> KindOfFile(std::string_view file_stem);
inline std::string_view ToString(RuleKind kind) { return FactsOf(kind).file; }

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_RULEBOOK_RULE_KIND_H_

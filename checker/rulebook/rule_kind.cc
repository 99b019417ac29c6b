#include "checker/rulebook/rule_kind.h"

#include <array>

namespace crosscheck {
namespace {

using Keys = std::string_view;

// The keys each kind's rules may carry besides the common ones. Whoever reads
// a key in a step adds it here.
constexpr Keys kFoldKeys[] = {"pairs", "drop"};
constexpr Keys kCliticKeys[] = {"place", "keep", "script"};
constexpr Keys kNumberKeys[] = {"role", "value", "gender", "joins", "style"};
constexpr Keys kScaleKeys[] = {"role", "value", "glued", "joins"};
constexpr Keys kUnitKeys[] = {"role",   "quantity", "factor", "offset",
                              "symbol", "glued",    "place",  "per"};
constexpr Keys kCurrencyKeys[] = {"role",  "candidates", "minor",  "glued",
                                  "place", "countries",  "symbol", "default"};
constexpr Keys kModalityKeys[] = {"role",  "place", "bound",
                                  "slack", "value", "needs"};
constexpr Keys kRangeKeys[] = {"role", "pairs_with", "place"};
constexpr Keys kTimeKeys[] = {"role",     "value", "place",
                              "calendar", "zone",  "kind"};
constexpr Keys kNounKeys[] = {"class",  "is",     "group",    "weak",  "varies",
                              "except", "counts", "measures", "kinds", "names"};
constexpr Keys kMetricKeys[] = {"kinds",  "subject", "contrast", "concepts",
                                "varies", "reach",   "single",   "of",
                                "except", "once",    "measures"};
constexpr Keys kEntityKeys[] = {"type", "country", "weak", "part_of", "caps"};
constexpr Keys kSpeechKeys[] = {"side", "strength", "role", "needs"};
constexpr Keys kScopeKeys[] = {"axis", "reach", "side"};
constexpr Keys kNameKeys[] = {"role",   "pattern", "patterns",
                              "reason", "place",   "needs"};
constexpr Keys kStopwordKeys[] = {"role"};
constexpr Keys kFurnitureKeys[] = {"where", "limit_words"};
constexpr Keys kSentenceKeys[] = {"role"};
constexpr Keys kContextKeys[] = {"role", "countries", "currency", "unit"};
constexpr Keys kLetterKeys[] = {"pairs", "ignore", "role", "place"};
constexpr Keys kLinkKeys[] = {"points", "axes", "kinds"};
constexpr Keys kCompareKeys[] = {"value", "level", "message"};

constexpr std::array<KindFacts, kRuleKindCount> kFacts = {{
    {RuleKind::kFold, "fold", "fold", FormMatch::kNone, kFoldKeys},
    {RuleKind::kClitics, "clitics", "clitic", FormMatch::kNone, kCliticKeys},
    {RuleKind::kNumbers, "numbers", "number", FormMatch::kExact, kNumberKeys},
    {RuleKind::kScales, "scales", "scale", FormMatch::kExact, kScaleKeys},
    {RuleKind::kUnits, "units", "unit", FormMatch::kExact, kUnitKeys},
    {RuleKind::kCurrency, "currency", "currency", FormMatch::kExact,
     kCurrencyKeys},
    {RuleKind::kModality, "modality", "modality", FormMatch::kExact,
     kModalityKeys},
    {RuleKind::kRanges, "ranges", "range", FormMatch::kExact, kRangeKeys},
    {RuleKind::kTime, "time", "time", FormMatch::kExact, kTimeKeys},
    {RuleKind::kNouns, "nouns", "noun", FormMatch::kStem, kNounKeys},
    {RuleKind::kMetrics, "metrics", "metric", FormMatch::kStemWords,
     kMetricKeys},
    {RuleKind::kEntities, "entities", "entity", FormMatch::kExact, kEntityKeys},
    {RuleKind::kSpeech, "speech", "speech", FormMatch::kExact, kSpeechKeys},
    {RuleKind::kScope, "scope", "scope", FormMatch::kExact, kScopeKeys},
    {RuleKind::kNames, "names", "name", FormMatch::kExact, kNameKeys},
    {RuleKind::kStopwords, "stopwords", "stopword", FormMatch::kExact,
     kStopwordKeys},
    {RuleKind::kFurniture, "furniture", "furniture", FormMatch::kNone,
     kFurnitureKeys},
    {RuleKind::kSentences, "sentences", "sentence", FormMatch::kExact,
     kSentenceKeys},
    {RuleKind::kContext, "context", "context", FormMatch::kExact, kContextKeys},
    {RuleKind::kLetters, "letters", "letter", FormMatch::kNone, kLetterKeys},
    {RuleKind::kLink, "link", "link", FormMatch::kNone, kLinkKeys},
    {RuleKind::kCompare, "compare", "compare", FormMatch::kNone, kCompareKeys},
}};

}  // namespace

const KindFacts& FactsOf(RuleKind kind) {
  return kFacts[static_cast<size_t>(kind)];
}

std::optional<RuleKind> KindOfFile(std::string_view file_stem) {
  for (const KindFacts& facts : kFacts) {
    if (facts.file == file_stem) return facts.kind;
  }
  return std::nullopt;
}

}  // namespace crosscheck

#include "checker/claim/concepts.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "checker/rulebook/word_hash.h"

namespace crosscheck {
namespace {

// Steps by `is`: a circle must not hang a run.
constexpr size_t kMostSteps = 8;

}  // namespace

Concepts::Concepts(const Rulebook& rules)
    : rules_(rules), by_rule_(rules, {RuleKind::kNouns}) {
  const auto nouns = rules.OfKind(RuleKind::kNouns);
  by_name_.reserve(nouns.size());
  concepts_.reserve(nouns.size());
  const auto add = [&](uint32_t rule) {
    const std::string_view name = rules.Means(rule);
    const auto [at, is_new] = by_name_.emplace(name, concepts_.size());
    if (is_new) {
      concepts_.push_back(
          {name, {}, {}, {}, {}, rules.Id(rule), ConceptKey(name), false, 0});
    }
    return at->second;
  };
  // Shared definitions first: they carry the group and the class.
  for (uint32_t rule : nouns) {
    if (rules.Language(rule) != kShared) continue;
    const size_t at = add(rule);
    Concept& concept_row = concepts_[at];
    for (std::string_view type : rules.List(rule, "names")) {
      by_type_of_name_.emplace(type, at);
    }
    concept_row.group = rules.Attribute(rule, "group");
    concept_row.cls = rules.Attribute(rule, "class");
    concept_row.is = rules.Attribute(rule, "is");
    concept_row.counts = rules.Attribute(rule, "counts");
    concept_row.weak = rules.Attribute(rule, "weak") == "true";
    concept_row.varies = KindBits(rules.List(rule, "varies"));
    concept_row.measures = rules.List(rule, "measures");
    concept_row.kinds = KindBits(rules.List(rule, "kinds"));
  }
  for (Concept& concept_row : concepts_) {
    const Concept* group = Find(concept_row.group);
    if (concept_row.kinds == 0) {
      concept_row.kinds =
          group == nullptr || group->kinds == 0 ? ~0u : group->kinds;
    }
  }
  for (uint32_t rule : nouns) {
    Entry& entry = by_rule_[rule];
    entry.idea = static_cast<uint16_t>(add(rule) + 1);
    if (rules.Attribute(rule, "except").empty()) continue;
    words_.emplace_back();
    entry.words = static_cast<uint16_t>(words_.size());
  }
}

bool IsMeasuredIn(const std::vector<std::string_view>& measures,
                  const Quantity& figure) {
  return figure.kind == QuantityKind::kQuantity &&
         std::find(measures.begin(), measures.end(), figure.unit.quantity) !=
             measures.end();
}

bool Concept::CanBe(const Quantity& figure) const {
  if ((kinds & KindBit(figure.kind)) == 0) return false;
  if (measures.empty()) return true;
  return figure.kind == QuantityKind::kPercent ||
         figure.kind == QuantityKind::kRatio || IsMeasuredIn(measures, figure);
}

const Concept* Concepts::OfRule(uint32_t rule) const {
  const Entry& entry = by_rule_[rule];
  return entry.idea == 0 ? nullptr : &concepts_[entry.idea - 1];
}

const Concept* Concepts::Find(std::string_view name) const {
  const auto at = by_name_.find(name);
  return at == by_name_.end() ? nullptr : &concepts_[at->second];
}

const Concept* Concepts::OfNames(std::string_view type) const {
  const auto at = by_type_of_name_.find(type);
  return at == by_type_of_name_.end() ? nullptr : &concepts_[at->second];
}

std::vector<uint64_t> Concepts::Broader(std::string_view name) const {
  std::vector<uint64_t> keys;
  const Concept* at = Find(name);
  while (at != nullptr && !at->is.empty() && keys.size() < kMostSteps) {
    at = Find(at->is);
    if (at != nullptr) keys.push_back(at->key);
  }
  return keys;
}

const Concept& Concepts::InGroup(const Concept& idea) const {
  if (idea.is.empty()) return idea;  // as most are
  const Concept* at = &idea;
  for (int depth = 0; depth < 8; ++depth) {
    const Concept* wider = Find(at->is);
    if (wider == nullptr || wider->group != idea.group) break;
    at = wider;
  }
  return *at;
}

Concepts::Says Concepts::OfWord(uint32_t rule, std::string_view word) const {
  const Entry& entry = by_rule_[rule];
  if (entry.words == 0) return Says::kNothing;
  Words& words = words_[entry.words - 1];
  std::call_once(words.read, [&] {
    for (std::string_view form : rules_.Forms(rule)) {
      words.says[rules_.fold().Fold(form)] = Says::kWording;
    }
    for (std::string_view form : rules_.List(rule, "except")) {
      words.says[rules_.fold().Fold(form)] = Says::kExcept;
    }
  });
  const auto at = words.says.find(absl::string_view(word.data(), word.size()));
  return at == words.says.end() ? Says::kNothing : at->second;
}

uint32_t KindBits(const std::vector<std::string_view>& kinds) {
  uint32_t bits = 0;
  for (std::string_view word : kinds) {
    for (int k = 0; k <= static_cast<int>(QuantityKind::kScore); ++k) {
      const auto kind = static_cast<QuantityKind>(k);
      if (ToString(kind) == word) bits |= KindBit(kind);
    }
  }
  return bits;
}

uint64_t ConceptKey(std::string_view name) { return WordHash(name, 1); }
uint64_t NameKey(std::string_view name) { return WordHash(name, 2); }
uint64_t SoundKey(std::string_view skeleton) { return WordHash(skeleton, 3); }
uint64_t WordKey(std::string_view language, std::string_view stem) {
  return WordHash(stem, 4 + WordHash(language));
}

}  // namespace crosscheck

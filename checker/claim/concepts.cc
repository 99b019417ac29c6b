#include "checker/claim/concepts.h"

#include "checker/rulebook/word_hash.h"

namespace crosscheck {
namespace {

// Steps by `is`: a circle must not hang a run.
constexpr size_t kMostSteps = 8;

}  // namespace

Concepts::Concepts(const Rulebook& rules) {
  const std::vector<uint32_t> nouns = rules.OfKind(RuleKind::kNouns);
  const auto add = [&](uint32_t rule) {
    const std::string_view name = rules.Means(rule);
    const auto [at, is_new] = by_name_.emplace(name, concepts_.size());
    if (is_new) {
      concepts_.push_back(
          {name, {}, {}, {}, {}, rules.Id(rule), ConceptKey(name), false});
    }
    return at->second;
  };
  // Shared definitions first: they carry the group and the class.
  for (uint32_t rule : nouns) {
    if (rules.Language(rule) != kShared) continue;
    Concept& concept_row = concepts_[add(rule)];
    concept_row.group = rules.Attribute(rule, "group");
    concept_row.cls = rules.Attribute(rule, "class");
    concept_row.is = rules.Attribute(rule, "is");
    concept_row.counts = rules.Attribute(rule, "counts");
    concept_row.weak = rules.Attribute(rule, "weak") == "true";
    concept_row.varies = rules.Attribute(rule, "varies") == "true";
  }
  for (uint32_t rule : nouns) {
    by_rule_[rule] = add(rule);
    const std::vector<std::string_view> except = rules.List(rule, "except");
    if (except.empty()) continue;
    auto& words = words_[rule];
    for (std::string_view form : rules.Forms(rule)) {
      words[rules.fold().Fold(form)] = Says::kWording;
    }
    for (std::string_view word : except) {
      words[rules.fold().Fold(word)] = Says::kExcept;
    }
  }
}

const Concept* Concepts::OfRule(uint32_t rule) const {
  const auto at = by_rule_.find(rule);
  return at == by_rule_.end() ? nullptr : &concepts_[at->second];
}

const Concept* Concepts::Find(std::string_view name) const {
  const auto at = by_name_.find(name);
  return at == by_name_.end() ? nullptr : &concepts_[at->second];
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
  const Concept* at = &idea;
  for (int depth = 0; depth < 8; ++depth) {
    const Concept* wider = Find(at->is);
    if (wider == nullptr || wider->group != idea.group) break;
    at = wider;
  }
  return *at;
}

Concepts::Says Concepts::OfWord(uint32_t rule, const std::string& word) const {
  const auto rule_words = words_.find(rule);
  if (rule_words == words_.end()) return Says::kNothing;
  const auto at = rule_words->second.find(word);
  return at == rule_words->second.end() ? Says::kNothing : at->second;
}

uint64_t ConceptKey(std::string_view name) { return WordHash(name, 1); }
uint64_t NameKey(std::string_view name) { return WordHash(name, 2); }
uint64_t SoundKey(std::string_view skeleton) { return WordHash(skeleton, 3); }
uint64_t WordKey(std::string_view language, std::string_view stem) {
  return WordHash(stem, 4 + WordHash(language));
}

}  // namespace crosscheck

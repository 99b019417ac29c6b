#ifndef CROSSCHECK_CHECKER_MODEL_CLAIM_H_
#define CROSSCHECK_CHECKER_MODEL_CLAIM_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/quantity.h"
#include "checker/model/span.h"
#include "checker/model/time_scope.h"

namespace crosscheck {

// How near to its figure something is said.
enum class Nearness : uint8_t { kArticle, kParagraph, kSentence, kClause };

// What a feature is: a shared concept ("death"), a name (canonical where the
// rules know it, else as printed), a content word (by stem), another figure of
// the sentence (by kind and value).
enum class FeatureKind : uint8_t { kConcept, kName, kWord, kFigure };

// A word, name or figure of a claim's surroundings. `key` is a hash that is
// equal wherever the feature is, in every language where the rules know it. A
// name the rules do not know has a second feature by its consonants, so that it
// meets its other spellings and scripts (`by_sound`). `distance` is how far it
// stands from the claim's figure: tokens between, plus something for each
// clause, mark and figure between; kOtherSentence for the sentence before.
// `span` is where it stands in Article::text, for explanations.
struct Feature {
  static constexpr uint8_t kFarthest = 60;  // within the sentence
  static constexpr uint8_t kOtherSentence = 80;

  uint64_t key = 0;
  Span span;
  FeatureKind kind = FeatureKind::kWord;
  uint8_t distance = kOtherSentence;
  bool by_sound = false;
  bool known = false;  // a name the rules know: it meets in every language

  friend bool operator<(const Feature& a, const Feature& b) {
    return a.key < b.key;
  }
};

// What a claim says on one axis of contrast: its outcome is "death", its
// person_type "civilian", its session "close". Claims that differ on an axis
// speak of different facts. `axis` and `value` are rule texts.
struct Facet {
  std::string_view axis;
  std::string_view value;
  std::string_view rule;  // id of the rule that said so
  Nearness near = Nearness::kClause;
  bool stated_scope = false;  // from the scope rules: a named scope
};

// A figure in its sentence: what it is about, when, where, who says so.
// Subject and metric may stay open (empty, metric_known false); linking then
// goes by the features.
//
// `article` indexes the articles of the run. `features` are sorted by key and
// hold each key once, at its nearest. `facets` are sorted by axis.
struct Claim {
  uint32_t article = 0;
  uint32_t sentence = 0;  // index in its Document
  Quantity quantity;
  Span sentence_span;  // bytes of Article::text
  // What is counted, as printed: bytes of Article::text; empty when nothing is.
  Span counted;

  std::string subject;          // canonical name; empty when open
  std::string subject_surface;  // as printed
  uint64_t subject_key = 0;
  std::string metric;  // "training_cost"; or open: "death of person"
  bool metric_known = false;
  // Whoever the metric is of has one such figure: a founding date.
  bool metric_single = false;
  std::string_view metric_rule;
  std::string noun;       // the counted noun: concept, else folded head
  uint64_t noun_key = 0;  // 0 when there is none
  bool noun_is_concept = false;
  std::vector<uint64_t> noun_broader;  // keys of the broader concepts
  TimeScope when;
  std::string speaker;  // as printed; empty: the outlet's own words
  bool planned = false;
  bool negated = false;
  bool hypothetical = false;
  bool part = false;  // "including 3 boys": a part of what was named before
  // What it says changes from day to day: a toll, a price, a wind speed.
  bool varies = false;
  bool in_title = false;
  bool in_lede = false;  // first paragraph after the headline
  // The first figure of the article that counts or measures this (same kind of
  // unit, noun and facets): usually what the story is about.
  bool leads = false;

  std::vector<Facet> facets;
  std::vector<Feature> features;
};

// What an article's feature is; kSound: a name by its consonants (by_sound).
enum class ProfileKind : uint8_t { kConcept, kName, kWord, kSound };

// What an article is about, for telling whether two report one event, and
// whether one copies the other. A check keeps one of every article: its
// features, names, concepts and words, are their keys alone, sorted, each once,
// and kinds[i] is what keys[i] is.
struct ArticleProfile {
  std::vector<uint64_t> keys;
  std::vector<ProfileKind> kinds;
  std::vector<uint64_t> shingles;  // hashes of runs of words, sampled; sorted
};

struct ArticleClaims {
  std::vector<Claim> claims;
  ArticleProfile profile;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_CLAIM_H_

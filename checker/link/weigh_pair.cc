#include "checker/link/weigh_pair.h"

#include <algorithm>
#include <bit>

#include "absl/container/flat_hash_set.h"

namespace crosscheck {

Rarities::Rarities(absl::Span<const Claim> claims) {
  // Claims of one sentence share their features; each sentence counts once.
  uint64_t last = ~uint64_t{0};
  uint64_t sentences = 0;
  for (const Claim& claim : claims) {
    const uint64_t place = uint64_t{claim.article} << 32 | claim.sentence;
    if (place == last) continue;
    last = place;
    ++sentences;
    for (const Feature& feature : claim.features) {
      if (feature.near >= Nearness::kSentence) ++holders_[feature.key];
    }
  }
  sentences_ = std::max<uint64_t>(sentences, 1);
}

int Rarities::Of(uint64_t key) const {
  const auto at = holders_.find(key);
  const uint64_t holders = at == holders_.end() ? 1 : at->second;
  // Shared by two at least, else it would not be asked for.
  return std::bit_width(sentences_ * 2 / std::max<uint64_t>(holders, 2)) - 1;
}

bool Comparable(const Quantity& a, const Quantity& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case QuantityKind::kQuantity:
      return a.unit.quantity == b.unit.quantity;
    case QuantityKind::kPercent:
      return a.unit.id == b.unit.id;
    case QuantityKind::kDate:
      return !a.unresolved && !b.unresolved;
    default:
      return true;
  }
}

namespace {

class Weigher {
 public:
  Weigher(const Claim& a, const Claim& b, const Rarities& rarities,
          const LinkWeights& weights, bool explain)
      : a_(a), b_(b), rarities_(rarities), w_(weights), explain_(explain) {}

  PairWeight Run(int likeness) {
    WeighMetric();
    WeighNoun();
    WeighFacets();
    if (out_.apart) return std::move(out_);
    WeighSubject();
    WeighFeatures();
    const int event = std::min(likeness, 100) * w_.event / 100;
    Add("event", event, "");
    WeighMarkers();
    WeighValue();
    return std::move(out_);
  }

 private:
  void Add(std::string_view name, int points, std::string_view detail) {
    if (points == 0) return;
    out_.score += points;
    if (explain_) out_.reasons.push_back({name, points, std::string(detail)});
  }

  void WeighMetric() {
    if (!a_.metric_known || !b_.metric_known) return;
    if (a_.metric == b_.metric) {
      out_.same_metric = true;
      Add("same_metric", w_.same_metric, a_.metric);
    } else {
      Add("other_metric", w_.other_metric, a_.metric);
    }
  }

  void WeighNoun() {
    if (a_.noun_key == 0 || b_.noun_key == 0) return;
    if (a_.noun_key == b_.noun_key) {
      Add("same_noun", w_.same_noun, a_.noun);
    } else if (a_.noun_is_concept != b_.noun_is_concept ||
               a_.noun == "person" || b_.noun == "person") {
      Add("narrower_noun", w_.narrower_noun, "");
    } else {
      Add("other_noun", w_.other_noun, a_.noun);
    }
  }

  void WeighFacets() {
    size_t i = 0, j = 0;
    const auto one_sided = [&](const Facet& facet) {
      if (facet.stated_scope)
        Add("one_sided_scope", w_.one_sided_scope, facet.value);
    };
    while (i < a_.facets.size() || j < b_.facets.size()) {
      if (j == b_.facets.size() ||
          (i < a_.facets.size() && a_.facets[i].axis < b_.facets[j].axis)) {
        one_sided(a_.facets[i++]);
        continue;
      }
      if (i == a_.facets.size() || b_.facets[j].axis < a_.facets[i].axis) {
        one_sided(b_.facets[j++]);
        continue;
      }
      const Facet& x = a_.facets[i++];
      const Facet& y = b_.facets[j++];
      const bool near =
          x.near == Nearness::kClause && y.near == Nearness::kClause;
      if (x.value == y.value) {
        if (!x.stated_scope) {
          Add("same_facet", near ? w_.same_facet : w_.same_facet / 2, x.value);
        }
      } else if (x.stated_scope) {
        if (near && out_.blocked.empty()) {
          out_.blocked =
              std::string(x.value) + " against " + std::string(y.value);
        }
      } else if (near) {
        out_.apart = true;
        return;
      } else {
        Add("other_facet_far", w_.other_facet_far, x.value);
      }
    }
  }

  static bool HasKey(const Claim& claim, uint64_t key) {
    const auto at = std::lower_bound(
        claim.features.begin(), claim.features.end(), key,
        [](const Feature& f, uint64_t wanted) { return f.key < wanted; });
    return at != claim.features.end() && at->key == key;
  }

  void WeighSubject() {
    if (a_.subject_key == 0 || b_.subject_key == 0) return;
    if (a_.subject_key == b_.subject_key) {
      Add("same_subject", w_.same_subject, a_.subject);
    } else if (!HasKey(a_, b_.subject_key) && !HasKey(b_, a_.subject_key)) {
      Add("other_subject", w_.other_subject, a_.subject);
    }
  }

  void WeighFeatures() {
    int names = 0, words = 0;
    std::string shared_names, shared_words;
    for (size_t i = 0, j = 0;
         i < a_.features.size() && j < b_.features.size();) {
      const Feature& x = a_.features[i];
      const Feature& y = b_.features[j];
      if (x.key != y.key) {
        if (x.key < y.key) {
          ++i;
        } else {
          ++j;
        }
        continue;
      }
      ++i;
      ++j;
      const Nearness near = std::min(x.near, y.near);
      const int rarity = std::min(rarities_.Of(x.key), 6);
      if (rarity <= 0) continue;
      if (x.kind == FeatureKind::kName) {
        const int each = near == Nearness::kClause     ? w_.clause_name
                         : near == Nearness::kSentence ? w_.sentence_name
                                                       : w_.near_name;
        names += each * rarity;
        if (explain_) Join(shared_names, x.text);
      } else if (near >= Nearness::kSentence) {
        words += rarity * (near == Nearness::kClause ? w_.clause_word
                                                     : w_.sentence_word);
        if (explain_) Join(shared_words, x.text);
      }
    }
    Add("clause_name", std::min(names, w_.most_names), shared_names);
    Add("clause_word", std::min(words, w_.most_words), shared_words);
  }

  static void Join(std::string& list, const std::string& item) {
    if (list.size() > 120) return;
    if (!list.empty()) list += ", ";
    list += item;
  }

  void WeighMarkers() {
    if (a_.planned != b_.planned) {
      Add("planned_differs", w_.planned_differs, "");
    }
    if (a_.negated != b_.negated) {
      Add("negated_differs", w_.negated_differs, "");
    }
    if (a_.hypothetical || b_.hypothetical) {
      Add("hypothetical", w_.hypothetical, "");
    }
    if (a_.article == b_.article) {
      Add("same_article", w_.same_article, "");
      if (a_.in_title != b_.in_title) {
        Add("title_and_body", w_.title_and_body, "");
      }
    }
  }

  void WeighValue() {
    const Quantity& x = a_.quantity;
    const Quantity& y = b_.quantity;
    const bool equal = x.value && y.value ? *x.value == *y.value
                                          : !x.iso.empty() && x.iso == y.iso;
    if (equal) Add("same_value", w_.same_value, "");
  }

  const Claim& a_;
  const Claim& b_;
  const Rarities& rarities_;
  const LinkWeights& w_;
  const bool explain_;
  PairWeight out_;
};

}  // namespace

PairWeight WeighPair(const Claim& a, const Claim& b, int likeness,
                     const Rarities& rarities, const LinkWeights& weights,
                     bool explain) {
  return Weigher(a, b, rarities, weights, explain).Run(likeness);
}

}  // namespace crosscheck

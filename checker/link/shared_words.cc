#include "checker/link/shared_words.h"

#include <algorithm>

namespace crosscheck {
namespace {

constexpr int kNear = 5;  // tokens: the figure's own phrase
constexpr int kBesideFigure = 3;
constexpr int kBesideAge = 7;  // "Orth, 52": the comma counts
constexpr int kClause = 9;
constexpr int kEdited = 75;  // hundredths alike: nearly the same words
constexpr int kEditedEvent = 20;
constexpr int kMostFigures = 3;  // shared ones that count

int16_t Hundredths(int64_t part, int64_t whole) {
  return whole <= 0 ? 0 : static_cast<int16_t>(part * 100 / whole);
}

// Can the feature meet one of another claim at all?
bool CanMeet(const Feature& feature, bool across) {
  if (feature.kind == FeatureKind::kFigure) return false;
  if (across) return feature.kind != FeatureKind::kWord;
  return !feature.by_sound;
}

// Adds the feature to the sums, or (`times` -1) takes it out again.
void AddAlone(const Feature& feature, int rarity, bool across, int times,
              FeatureSums& sums) {
  if (!CanMeet(feature, across)) return;
  const bool name = feature.kind == FeatureKind::kName;
  (name ? sums.names : sums.words) +=
      times * rarity * Proximity(feature.distance);
  if (!name) {
    if (feature.distance <= kNear) sums.near_words += times * rarity;
    return;
  }
  if (feature.by_sound || (!feature.known && across)) return;
  if (feature.distance <= kBesideFigure) {
    sums.names_beside = static_cast<int16_t>(sums.names_beside + times);
  }
  if (feature.distance <= kClause) {
    sums.names_in_clause = static_cast<int16_t>(sums.names_in_clause + times);
  }
}

// One merge of the features of two claims.
class Merge {
 public:
  Merge(const RatedClaim& a, const RatedClaim& b, bool across_languages,
        PairSigns& out)
      : a_(a.claim),
        b_(b.claim),
        rated_a_(a),
        rated_b_(b),
        across_(across_languages),
        out_(out) {}

  void Read() {
    const auto& x = a_.features;
    const auto& y = b_.features;
    FeatureSums alone_a = (*rated_a_.sums)[across_];
    FeatureSums alone_b = (*rated_b_.sums)[across_];
    for (size_t i = 0, j = 0; i < x.size() && j < y.size();) {
      if (x[i].key != y[j].key) {
        // Which is smaller cannot be foreseen, so no branch hangs on it.
        const bool first = x[i].key < y[j].key;
        i += first ? 1 : 0;
        j += first ? 0 : 1;
        continue;
      }
      const int rarity = rated_a_.rarities[i];
      AddAlone(x[i], rarity, across_, -1, alone_a);
      AddAlone(y[j], rarity, across_, -1, alone_b);
      Both(x[i], y[j], rarity);
      ++i;
      ++j;
    }
    words_.of_a += alone_a.words;
    words_.of_b += alone_b.words;
    names_.of_a += alone_a.names;
    names_.of_b += alone_b.names;
    near_.of_a += alone_a.near_words;
    near_.of_b += alone_b.near_words;
    out_[LinkSign::kWordsAlike] = words_.Alike();
    out_[LinkSign::kNearWordsAlike] = near_.Alike();
    out_[LinkSign::kNamesAlike] = names_.Alike();
    out_[LinkSign::kWordsShared] =
        static_cast<int16_t>(std::min<int64_t>(words_.both, 100));
    out_[LinkSign::kNamesShared] =
        static_cast<int16_t>(std::min<int64_t>(names_.both, 100));
    // Whoever is named has one age.
    out_[LinkSign::kAgeOfOne] = a_.quantity.kind == QuantityKind::kAge &&
                                out_[LinkSign::kSameSubject] != 0 &&
                                shared_name_beside_;
    const bool nameless = names_.of_a + names_.of_b == 0;
    // Only in articles much alike: reports of other days are worded alike too.
    out_[LinkSign::kEditedSentence] =
        a_.article != b_.article && out_[LinkSign::kEvent] >= kEditedEvent &&
        !a_.quantity.relative && !b_.quantity.relative &&
        words_.Alike() >= kEdited && near_.Alike() >= kEdited &&
        (nameless || names_.Alike() >= kEdited);
    out_[LinkSign::kOneNearName] =
        (alone_a.names_beside > 0) != (alone_b.names_beside > 0);
    if (!shared_name_) {
      out_[LinkSign::kOtherNearName] =
          alone_a.names_beside > 0 && alone_b.names_beside > 0;
      out_[LinkSign::kOtherClauseName] =
          alone_a.names_in_clause > 0 && alone_b.names_in_clause > 0;
    }
  }

 private:
  struct Sums {
    int64_t both = 0, of_a = 0, of_b = 0;

    int16_t Alike() const {
      const int64_t whole = of_a + of_b;
      return Hundredths(2 * both, whole);
    }
  };

  void Both(const Feature& x, const Feature& y, int64_t rarity) {
    if (x.kind == FeatureKind::kFigure) {
      out_[LinkSign::kFiguresShared] = static_cast<int16_t>(
          std::min(out_[LinkSign::kFiguresShared] + 1, kMostFigures));
      return;
    }
    if (!CanMeet(x, across_) && !CanMeet(y, across_)) return;
    const bool name = x.kind == FeatureKind::kName;
    Sums& sums = name ? names_ : words_;
    const int64_t p = Proximity(x.distance), q = Proximity(y.distance);
    sums.of_a += rarity * p;
    sums.of_b += rarity * q;
    sums.both += rarity * std::min(p, q);
    if (!name) {
      if (x.distance <= kNear) near_.of_a += rarity;
      if (y.distance <= kNear) near_.of_b += rarity;
      if (x.distance <= kNear && y.distance <= kNear) near_.both += rarity;
    } else {
      if (std::min(x.distance, y.distance) <= kClause) shared_name_ = true;
      shared_name_beside_ |= std::max(x.distance, y.distance) <= kBesideAge;
    }
  }

  const Claim& a_;
  const Claim& b_;
  const RatedClaim& rated_a_;
  const RatedClaim& rated_b_;
  const bool across_;
  Sums words_, names_, near_;
  bool shared_name_ = false;
  bool shared_name_beside_ = false;
  PairSigns& out_;
};

}  // namespace

int Proximity(uint8_t distance) {
  if (distance <= 1) return 8;
  if (distance <= 3) return 6;
  if (distance <= 6) return 4;
  if (distance <= 12) return 3;
  if (distance <= 25) return 2;
  return distance <= Feature::kFarthest ? 1 : 0;
}

std::array<FeatureSums, 2> SumFeatures(const Claim& claim,
                                       const uint8_t* rarities) {
  std::array<FeatureSums, 2> sums;
  for (size_t i = 0; i < claim.features.size(); ++i) {
    AddAlone(claim.features[i], rarities[i], false, 1, sums[0]);
    AddAlone(claim.features[i], rarities[i], true, 1, sums[1]);
  }
  return sums;
}

void ReadSharedWords(const RatedClaim& a, const RatedClaim& b,
                     bool across_languages, PairSigns& signs) {
  Merge(a, b, across_languages, signs).Read();
}

int MostOfSharedWords(const PairSigns& signs, const LinkWeights& weights) {
  int sum = 0;
  const auto add = [&](LinkSign sign, int most) {
    sum += std::max(0, weights.Of(sign) * most);
  };
  add(LinkSign::kWordsAlike, 100);
  add(LinkSign::kWordsShared, 100);
  add(LinkSign::kNearWordsAlike, 100);
  add(LinkSign::kNamesAlike, 100);
  add(LinkSign::kNamesShared, 100);
  add(LinkSign::kFiguresShared, kMostFigures);
  add(LinkSign::kEditedSentence, signs[LinkSign::kEvent] >= kEditedEvent);
  add(LinkSign::kAgeOfOne,
      signs[LinkSign::kAge] != 0 && signs[LinkSign::kSameSubject] != 0);
  add(LinkSign::kOneNearName, 1);
  add(LinkSign::kOtherNearName, 1);
  add(LinkSign::kOtherClauseName, 1);
  return sum / 100 + 1;  // Points() rounds
}

}  // namespace crosscheck

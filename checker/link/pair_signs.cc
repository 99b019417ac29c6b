#include "checker/link/pair_signs.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <string>

#include "checker/model/clock_time.h"
#include "checker/model/time_unit.h"

namespace crosscheck {
namespace {

constexpr int kNear = 5;  // tokens: the figure's own phrase
constexpr int kBesideFigure = 3;
constexpr int kBesideAge = 7;  // "Orth, 52": the comma counts
constexpr int kClause = 9;
constexpr int kEdited = 75;  // hundredths alike: nearly the same words
constexpr int kEditedEvent = 20;
constexpr int kNearMinutes = 120;
constexpr int kMostFigures = 3;  // shared ones that count

int16_t Hundredths(int64_t part, int64_t whole) {
  return whole <= 0 ? 0 : static_cast<int16_t>(part * 100 / whole);
}

// A time of day without a day may be of any.
bool DaysMayMeet(const Quantity& a, const Quantity& b) {
  return !IsBounded(a.days) || !IsBounded(b.days) || Meets(a.days, b.days);
}

}  // namespace

int Proximity(uint8_t distance) {
  if (distance <= 1) return 8;
  if (distance <= 3) return 6;
  if (distance <= 6) return 4;
  if (distance <= 12) return 3;
  if (distance <= 25) return 2;
  return distance <= Feature::kFarthest ? 1 : 0;
}

int Rarities::Of(uint64_t key) const {
  const uint64_t holders =
      Collection::CountOf(collection_.sentence_holders, key);
  const uint64_t sentences = std::max<uint64_t>(collection_.sentences, 1);
  // Shared by two at least, else it would not be asked for.
  const int steps =
      std::bit_width(sentences * 2 / std::max<uint64_t>(holders, 2)) - 1;
  return std::min(steps, kMostSteps);
}

bool Comparable(const Quantity& a, const Quantity& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case QuantityKind::kQuantity:
      return a.unit.quantity == b.unit.quantity;
    case QuantityKind::kPercent:
      return a.unit.id == b.unit.id;
    case QuantityKind::kDate: {
      const bool clock_a = ClockOf(a).has_value();
      const bool clock_b = ClockOf(b).has_value();
      return clock_a == clock_b &&
             (clock_a || (!a.unresolved && !b.unresolved));
    }
    default:
      return true;
  }
}

bool ValuesMeet(const Quantity& a, const Quantity& b) {
  if (a.kind == QuantityKind::kDate) {
    const auto clock_a = ClockOf(a), clock_b = ClockOf(b);
    if (clock_a && clock_b) {
      return DaysMayMeet(a, b) && Meets(*clock_a, *clock_b);
    }
    // "A year ago" allows too much for its days alone to decide.
    if ((a.relative || b.relative) && a.iso != b.iso) return false;
    return Meets(a.days, b.days) &&
           (!IsSpan(a) || !IsSpan(b) || a.iso == b.iso);
  }
  if (a.kind == QuantityKind::kDuration && a.unit.id != b.unit.id) {
    const auto u = SecondsOf(a.unit.id), v = SecondsOf(b.unit.id);
    if (!u || !v) return a.iso == b.iso;
    const auto x = Times(a.range, *u), y = Times(b.range, *v);
    return x && y && Meets(*x, *y);
  }
  if (a.kind == QuantityKind::kScore) return a.iso == b.iso;
  if (a.unit.factor != b.unit.factor) {
    const auto x = Times(a.range, a.unit.factor);
    const auto y = Times(b.range, b.unit.factor);
    return x && y && Meets(*x, *y);
  }
  return Meets(a.range, b.range);
}

namespace {

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

class Reader {
 public:
  Reader(const RatedClaim& a, const RatedClaim& b, bool across_languages,
         PairSigns& out)
      : a_(a.claim),
        b_(b.claim),
        rated_a_(a),
        rated_b_(b),
        across_(across_languages),
        out_(out) {}

  void ReadClaims(int likeness) {
    out_[KindSign()] = 1;
    ReadMetric();
    ReadNoun();
    ReadFacets();
    if (out_.apart) return;
    ReadSubject();
    out_[LinkSign::kEvent] = static_cast<int16_t>(std::min(likeness, 100));
    out_[LinkSign::kAcrossLanguages] = across_;
    ReadPlaces();
    ReadManner();
    ReadValues();
  }

  void ReadFeatures() {
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
  LinkSign KindSign() const {
    switch (a_.quantity.kind) {
      case QuantityKind::kCount:
        return LinkSign::kCount;
      case QuantityKind::kMoney:
        return LinkSign::kMoney;
      case QuantityKind::kPercent:
        return LinkSign::kPercent;
      case QuantityKind::kQuantity:
        return LinkSign::kMeasure;
      case QuantityKind::kDate:
        return ClockOf(a_.quantity) ? LinkSign::kClock : LinkSign::kDate;
      case QuantityKind::kDuration:
        return LinkSign::kDuration;
      case QuantityKind::kAge:
        return LinkSign::kAge;
      default:
        return LinkSign::kOtherKind;
    }
  }

  void ReadMetric() {
    if (!a_.metric_known || !b_.metric_known) return;
    out_[LinkSign::kSameMetric] = a_.metric == b_.metric;
  }

  void ReadNoun() {
    if (a_.quantity.kind != QuantityKind::kCount) return;
    if (a_.noun_key == 0 || b_.noun_key == 0) {
      out_[LinkSign::kUnknownNoun] = 1;
    } else if (a_.noun_key == b_.noun_key) {
      out_[LinkSign::kSameNoun] = 1;
    } else if (IsKin(a_, b_) || IsKin(b_, a_)) {
      out_[LinkSign::kKinNoun] = 1;
    } else if ((across_ || a_.noun_is_concept != b_.noun_is_concept) &&
               !(a_.noun_is_concept && b_.noun_is_concept)) {
      // A word the rules do not know may well mean the same.
      out_[LinkSign::kUnknownNoun] = 1;
    } else {
      out_[LinkSign::kOtherNoun] = 1;
      out_[LinkSign::kSisterNoun] = std::any_of(
          a_.noun_broader.begin(), a_.noun_broader.end(), [&](uint64_t wide) {
            return std::find(b_.noun_broader.begin(), b_.noun_broader.end(),
                             wide) != b_.noun_broader.end();
          });
    }
  }

  // Is the noun of one a broader name of what the other counts?
  static bool IsKin(const Claim& narrow, const Claim& wide) {
    return std::find(narrow.noun_broader.begin(), narrow.noun_broader.end(),
                     wide.noun_key) != narrow.noun_broader.end();
  }

  void ReadFacets() {
    size_t i = 0, j = 0;
    const auto one_sided = [&](const Facet& facet) {
      if (!facet.stated_scope && facet.near == Nearness::kClause) {
        ++out_[LinkSign::kOneSidedFacet];
      }
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
          ++out_[near ? LinkSign::kSameFacet : LinkSign::kSameFacetFar];
        }
      } else if (x.stated_scope) {
        if (near && out_.blocked_a.empty()) {
          out_.blocked_a = x.value;
          out_.blocked_b = y.value;
        }
      } else if (near) {
        out_.apart = true;
        return;
      } else {
        ++out_[LinkSign::kOtherFacetFar];
      }
    }
  }

  static bool HasKey(const Claim& claim, uint64_t key) {
    const auto at = std::lower_bound(
        claim.features.begin(), claim.features.end(), key,
        [](const Feature& f, uint64_t wanted) { return f.key < wanted; });
    return at != claim.features.end() && at->key == key;
  }

  void ReadSubject() {
    if (a_.subject_key == 0 || b_.subject_key == 0) {
      // Nobody is named.
    } else if (a_.subject_key == b_.subject_key) {
      out_[LinkSign::kSameSubject] = 1;
    } else if (!across_ && !HasKey(a_, b_.subject_key) &&
               !HasKey(b_, a_.subject_key)) {
      out_[LinkSign::kOtherSubject] = 1;
    }
    // Whoever it is of has one such figure; so it must be of the same.
    out_[LinkSign::kSingleMetric] = out_[LinkSign::kSameMetric] != 0 &&
                                    a_.metric_single && b_.metric_single &&
                                    out_[LinkSign::kOtherSubject] == 0;
    // Of one period too there is one: the inflation of July.
    out_[LinkSign::kPeriodMetric] =
        out_[LinkSign::kSameMetric] != 0 && out_[LinkSign::kSameSubject] != 0 &&
        AreWritten(a_.when, b_.when) && a_.when.days == b_.when.days;
    // Within one event what was built or opened is mostly one thing.
    out_[LinkSign::kDatedMetric] = a_.quantity.kind == QuantityKind::kDate &&
                                   out_[LinkSign::kSameMetric] != 0 &&
                                   out_[LinkSign::kSingleMetric] == 0 &&
                                   out_[LinkSign::kOtherSubject] == 0;
  }

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

  void ReadPlaces() {
    if (a_.article == b_.article) {
      out_[LinkSign::kSameArticle] = 1;
      if (a_.in_title != b_.in_title) out_[LinkSign::kTitleAndBody] = 1;
    }
    if (a_.in_title && b_.in_title) out_[LinkSign::kBothInTitle] = 1;
    if (a_.leads != b_.leads) out_[LinkSign::kOneLeads] = 1;
  }

  void ReadManner() {
    out_[LinkSign::kPlannedDiffers] = a_.planned != b_.planned;
    out_[LinkSign::kOnePart] = a_.part != b_.part;
    out_[LinkSign::kVague] = a_.quantity.vague || b_.quantity.vague;
  }

  // "From 1965 to 1981" and "1967 to 1981": who gives one end alike speaks of
  // one span.
  bool ShareOneEnd() const {
    const Quantity& x = a_.quantity;
    const Quantity& y = b_.quantity;
    if (x.kind == QuantityKind::kDate) {
      return IsSpan(x) && IsSpan(y) && IsBounded(x.days) && IsBounded(y.days) &&
             (x.days.first == y.days.first) != (x.days.last == y.days.last);
    }
    return x.modality == Modality::kRange && y.modality == Modality::kRange &&
           !x.vague && !y.vague && x.unit.id == y.unit.id && x.range.low &&
           x.range.high && y.range.low && y.range.high &&
           (x.range.low == y.range.low) != (x.range.high == y.range.high);
  }

  void ReadClocks(const ClockTime& x, const ClockTime& y) {
    const int apart = MinutesApart(x, y);
    if (apart == 0) {
      out_[LinkSign::kSameValue] = 1;
    } else if (Meets(x, y)) {
      out_[LinkSign::kCloseValue] = 1;
    } else if (apart <= kNearMinutes) {
      out_[LinkSign::kNearValue] = 1;
    }
  }

  void ReadValues() {
    const Quantity& x = a_.quantity;
    const Quantity& y = b_.quantity;
    out_[LinkSign::kSharedEnd] = ShareOneEnd();
    if (x.kind == QuantityKind::kDate) {
      const auto clock_x = ClockOf(x), clock_y = ClockOf(y);
      if (clock_x && clock_y) {
        if (DaysMayMeet(x, y)) ReadClocks(*clock_x, *clock_y);
        return;
      }
      if (x.iso == y.iso && Meets(x.days, y.days)) {
        out_[LinkSign::kSameValue] = 1;
      } else if (Meets(x.days, y.days)) {
        out_[LinkSign::kCloseValue] = 1;
      }
      return;
    }
    const std::optional<Decimal>& p = *rated_a_.stated;
    const std::optional<Decimal>& q = *rated_b_.stated;
    if (!p || !q) return;
    if (*p == *q) {
      out_[LinkSign::kSameValue] = 1;
    } else {
      const Decimal larger = std::max(p->Abs(), q->Abs());
      const Decimal smaller = std::min(p->Abs(), q->Abs());
      const auto share =
          larger.IsZero() ? std::nullopt : Divide(smaller, larger, 3);
      if (share && *share >= Decimal(9, -1)) {
        out_[LinkSign::kCloseValue] = 1;
      } else if (share && *share >= Decimal(5, -1)) {
        out_[LinkSign::kNearValue] = 1;
      } else if (share && *share <= Decimal(1, -1)) {
        // The same digits in another size are a slip of the scale, or of the
        // pen.
        const Decimal u = p->Reduced(), v = q->Reduced();
        const bool same = (u.coefficient() == v.coefficient() &&
                           u.Abs() > Decimal(9, u.exponent())) ||
                          DropsDigit(u, v) || DropsDigit(v, u);
        out_[same ? LinkSign::kSameDigits : LinkSign::kFarValue] = 1;
      }
    }
    const Decimal u = (x.value ? *x.value : *x.range.low).Abs();
    const Decimal v = (y.value ? *y.value : *y.range.low).Abs();
    out_[LinkSign::kSmallValue] = std::max(u, v) < Decimal(5);
    out_[LinkSign::kLargeValue] = std::min(u, v) >= Decimal(100);
  }

  // Is `less` what is left of `full`, of three digits and more, when one of
  // them is lost: 13 thousand of 133 thousand?
  static bool DropsDigit(const Decimal& full, const Decimal& less) {
    if (full.exponent() != less.exponent() || less.IsNegative()) return false;
    const std::string all = Decimal(full.coefficient(), 0).ToString();
    const std::string left = Decimal(less.coefficient(), 0).ToString();
    if (all.size() < 3 || left.size() + 1 != all.size()) return false;
    const size_t at = static_cast<size_t>(
        std::mismatch(left.begin(), left.end(), all.begin()).first -
        left.begin());
    return left.compare(at, std::string::npos, all, at + 1,
                        std::string::npos) == 0;
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

std::array<FeatureSums, 2> SumFeatures(const Claim& claim,
                                       const uint8_t* rarities) {
  std::array<FeatureSums, 2> sums;
  for (size_t i = 0; i < claim.features.size(); ++i) {
    AddAlone(claim.features[i], rarities[i], false, 1, sums[0]);
    AddAlone(claim.features[i], rarities[i], true, 1, sums[1]);
  }
  return sums;
}

std::optional<Decimal> StatedValue(const Quantity& figure) {
  const auto value = figure.value ? figure.value : figure.range.low;
  if (!value || figure.kind == QuantityKind::kDate) return std::nullopt;
  if (figure.kind == QuantityKind::kDuration) {
    const auto seconds = SecondsOf(figure.unit.id);
    return seconds ? Multiply(*value, *seconds) : std::nullopt;
  }
  return Multiply(*value, figure.unit.factor);
}

PairSigns ReadPairSigns(const RatedClaim& a, const RatedClaim& b, int likeness,
                        bool across_languages) {
  PairSigns signs;
  Reader(a, b, across_languages, signs).ReadClaims(likeness);
  return signs;
}

void ReadSharedWords(const RatedClaim& a, const RatedClaim& b,
                     bool across_languages, PairSigns& signs) {
  Reader(a, b, across_languages, signs).ReadFeatures();
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

int Points(const PairSigns& signs, const LinkWeights& weights) {
  int sum = 0;
  for (size_t i = 0; i < kLinkSigns; ++i) {
    sum += signs.signs[i] * weights.points[i];
  }
  return sum / 100;
}

}  // namespace crosscheck

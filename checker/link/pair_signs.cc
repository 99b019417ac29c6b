#include "checker/link/pair_signs.h"

#include <algorithm>

#include "checker/link/pair_values.h"

namespace crosscheck {
namespace {

class Reader {
 public:
  Reader(const RatedClaim& a, const RatedClaim& b, bool across_languages,
         PairSigns& out)
      : a_(a.claim),
        b_(b.claim),
        has_clock_(a.clock->has_value()),
        across_(across_languages),
        out_(out) {}

  void Read(int likeness) {
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
        return has_clock_ ? LinkSign::kClock : LinkSign::kDate;
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
    // One article that gives two has two things in mind, unless there is one.
    out_[LinkSign::kSameMetric] =
        a_.metric == b_.metric &&
        (a_.article != b_.article || a_.metric_single);
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

  const Claim& a_;
  const Claim& b_;
  const bool has_clock_;  // a's, and so b's: they are comparable
  const bool across_;
  PairSigns& out_;
};

}  // namespace

PairSigns ReadPairSigns(const RatedClaim& a, const RatedClaim& b, int likeness,
                        bool across_languages) {
  PairSigns signs;
  Reader(a, b, across_languages, signs).Read(likeness);
  if (!signs.apart) ReadValues(a, b, signs);
  return signs;
}

int Points(const PairSigns& signs, const LinkWeights& weights) {
  int sum = 0;
  for (size_t i = 0; i < kLinkSigns; ++i) {
    sum += signs.signs[i] * weights.points[i];
  }
  return sum / 100;
}

int TellingPoints(const PairSigns& signs, const LinkWeights& weights) {
  PairSigns told = signs;
  for (const LinkSign sign : {LinkSign::kSameValue, LinkSign::kCloseValue,
                              LinkSign::kNearValue, LinkSign::kSameDigits,
                              LinkSign::kSwappedDigits, LinkSign::kSharedEnd}) {
    told[sign] = 0;
  }
  return Points(told, weights);
}

}  // namespace crosscheck

#include "checker/link/one_event.h"

#include <algorithm>
#include <cstdlib>

namespace crosscheck {
namespace {

// Words and names alike by this, in hundredths: nearly the same sentence.
constexpr int kOneSentence = 60;
// Words alike below this: of sentences that share no name, too few.
constexpr int kFewWords = 20;
// Both below this: sentences that have next to nothing in common.
constexpr int kStrange = 15;

bool Recurs(const Facet& facet, QuantityKind kind, const LinkWeights& weights) {
  for (const LinkWeights::Recurring& recurring : weights.recurring) {
    const auto& kinds = recurring.kinds;
    if (recurring.axis == facet.axis &&
        (kinds.empty() || std::find(kinds.begin(), kinds.end(),
                                    ToString(kind)) != kinds.end())) {
      return true;
    }
  }
  return false;
}

// Told anew for each match, or each day of trading?
bool Recurs(const Claim& claim, const LinkWeights& weights) {
  const QuantityKind kind = claim.quantity.kind;
  return kind == QuantityKind::kScore || IsMoveInPercent(claim.quantity) ||
         std::any_of(
             claim.facets.begin(), claim.facets.end(),
             [&](const Facet& facet) { return Recurs(facet, kind, weights); });
}

// Of one known measure, of nothing named apart, or of the same digits in
// another order: figures of two facts are hardly ever that. Years are, and
// everybody was born.
bool AreMarked(const PairSigns& signs) {
  if (signs[LinkSign::kDate] != 0) return false;
  const bool named_apart = signs[LinkSign::kOtherSubject] != 0 ||
                           signs[LinkSign::kOtherNearName] != 0 ||
                           signs[LinkSign::kOtherClauseName] != 0;
  return signs[LinkSign::kSwappedDigits] != 0 ||
         (signs[LinkSign::kSameMetric] != 0 && !named_apart);
}

// Do the two sentences share next to no word and no name? Then only what is
// counted is the same, and that is counted everywhere.
bool AreStrange(const PairSigns& signs) {
  return signs[LinkSign::kSameMetric] == 0 && !AreMarked(signs) &&
         signs[LinkSign::kWordsAlike] < kStrange &&
         signs[LinkSign::kNamesAlike] < kStrange;
}

// Sentences that share no name and little wording or name another subject, a
// few of something of which nothing is said, or the age of someone not named:
// many figures look like that.
bool IsLoose(const PairSigns& signs) {
  if (signs[LinkSign::kAge] != 0) {
    return signs[LinkSign::kNamesAlike] < kOneSentence / 2 &&
           signs[LinkSign::kWordsAlike] < kOneSentence / 2;
  }
  if (AreMarked(signs) || signs[LinkSign::kSingleMetric] != 0) return false;
  if (signs[LinkSign::kNamesAlike] == 0 &&
      signs[LinkSign::kWordsAlike] < kFewWords) {
    return true;
  }
  if (signs[LinkSign::kNamesAlike] == 0 &&
      signs[LinkSign::kOtherSubject] != 0) {
    return true;
  }
  return signs[LinkSign::kSmallValue] != 0 && signs[LinkSign::kSameFacet] == 0;
}

}  // namespace

bool AreOfOneEvent(const Claim& a, const Claim& b, const PairSigns& signs,
                   absl::Span<const LinkArticle> articles,
                   const LinkWeights& weights) {
  // A known metric that does not move is of its event, not of the day.
  const bool stays =
      signs[LinkSign::kSameMetric] != 0 && !a.varies && !b.varies;
  const bool recurs = !stays && (Recurs(a, weights) || Recurs(b, weights));
  if (a.article == b.article) return !recurs;
  const int likeness = signs[LinkSign::kEvent];
  const LinkArticle& x = articles[a.article];
  const LinkArticle& y = articles[b.article];
  // Sentences that say nearly the same of the same are of one event, however
  // short their articles are.
  const bool one_sentence = signs[LinkSign::kWordsAlike] >= kOneSentence &&
                            signs[LinkSign::kNamesAlike] >= kOneSentence;
  if (!x.published || !y.published) {
    return !recurs && (one_sentence || likeness >= weights.event_undated);
  }
  const auto days = std::abs(x.published->number - y.published->number);
  // A table of points is full of figures alike, each of another club.
  if (recurs) {
    return days <= 1 && likeness >= weights.event_undated &&
           signs[LinkSign::kSameSubject] != 0;
  }
  if (days > weights.days_apart) return false;
  // "Monday", told a week later, is another Monday.
  const Quantity& p = a.quantity;
  const Quantity& q = b.quantity;
  if (p.relative && q.relative && days > 1 &&
      std::max(p.granularity, q.granularity) <= Granularity::kWeek) {
    return false;
  }
  if (one_sentence) return true;
  if (AreStrange(signs)) return false;
  const bool across = x.language != y.language;
  const int least = across ? weights.event_across : weights.event_apart;
  // What stands in another week, or could be of anything, needs more. Of two
  // languages only concepts meet, and those of any fire do; names tell.
  const bool loose = days > weights.days_close || IsLoose(signs) ||
                     (across && signs[LinkSign::kNamesAlike] == 0);
  return likeness >= (loose ? least * weights.event_loose / 100 : least);
}

bool CountOthers(const PairSigns& signs) {
  if (signs[LinkSign::kSwappedDigits] >= 2) return false;
  return signs[LinkSign::kOtherNoun] != 0 ||
         (signs[LinkSign::kUnknownNoun] != 0 &&
          signs[LinkSign::kSameFacet] == 0 &&
          signs[LinkSign::kTitleAndBody] == 0);
}

}  // namespace crosscheck

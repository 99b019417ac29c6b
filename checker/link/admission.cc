#include "checker/link/admission.h"

#include "checker/link/one_event.h"
#include "checker/link/pair_values.h"
#include "checker/model/span.h"

namespace crosscheck {
namespace {

// Of times both written, that do not meet: "13.9 % in July" and "14.9 % in
// June".
bool AreOfOtherTimes(const Claim& a, const Claim& b) {
  return AreWritten(a.when, b.when) && !Meets(a.when.days, b.when.days);
}

}  // namespace

Admission::Admission(const RatedClaims& claims,
                     absl::Span<const LinkArticle> articles,
                     const LinkWeights& weights, Of of)
    : claims_(claims),
      articles_(articles),
      weights_(weights),
      statements_(of == Of::kStatements) {}

bool Admission::AreOfOneEvent(const Candidate& candidate) const {
  return crosscheck::AreOfOneEvent(claims_.At(candidate.a),
                                   claims_.At(candidate.b), candidate.signs,
                                   articles_, weights_);
}

int Admission::ClashThreshold(const Candidate& candidate) const {
  if (statements_) return weights_.threshold_statements;
  if (claims_.At(candidate.a).article != claims_.At(candidate.b).article) {
    return weights_.threshold_apart;
  }
  const PairSigns& signs = candidate.signs;
  if (signs[LinkSign::kTitleAndBody] == 0) return weights_.threshold_within;
  // "6 reasons" over a text that says "here are five reasons".
  const bool near =
      signs[LinkSign::kCloseValue] != 0 || signs[LinkSign::kNearValue] != 0;
  const bool same = signs[LinkSign::kSameNoun] != 0;
  return same && near ? weights_.threshold_headline : weights_.threshold_title;
}

bool Admission::ReachesThreshold(const Candidate& candidate) const {
  return candidate.points >=
         (candidate.meets ? weights_.threshold : ClashThreshold(candidate));
}

// May the two be one fact, if their points say so?
bool Admission::MayJoin(const Candidate& candidate, bool of_one_event) const {
  if (!candidate.meets) return !CountOthers(candidate.signs) && of_one_event;
  // Equal digits about something else are nothing.
  if (TellingPoints(candidate.signs, weights_) < weights_.threshold_telling) {
    return false;
  }
  // "At least 12" allows 20, of whatever event; "no more than 6 million" says
  // as much as 5.6.
  return candidate.signs[LinkSign::kSameValue] != 0 ||
         candidate.signs[LinkSign::kCloseValue] != 0 || statements_ ||
         of_one_event;
}

bool Admission::MayBeHeldAgainst(const Candidate& candidate) const {
  return !candidate.meets || (candidate.points >= ClashThreshold(candidate) &&
                              (statements_ || AreOfOneEvent(candidate)));
}

std::vector<Admission::Admitted> Admission::Admit(
    absl::Span<const Candidate> candidates) const {
  Partners of_claim;
  absl::flat_hash_set<uint32_t> matched;  // their values stand on both sides
  // … and these both in the headline and in the text under it: a text that
  // gives its own figure twice says nothing of the headline's.
  absl::flat_hash_set<uint32_t> in_both;
  for (const Candidate& candidate : candidates) {
    if (candidate.points < LeastPoints()) continue;
    of_claim[candidate.a].push_back(&candidate);
    of_claim[candidate.b].push_back(&candidate);
    if (candidate.points < weights_.threshold) continue;
    if (IsRepeat(candidate)) continue;
    if (candidate.meets && candidate.signs[LinkSign::kTitleAndBody] != 0) {
      in_both.insert(candidate.a);
      in_both.insert(candidate.b);
    }
    if (candidate.signs[LinkSign::kSameValue] != 0) {
      matched.insert(candidate.a);
      matched.insert(candidate.b);
    }
  }
  std::vector<Admitted> admitted;
  for (const Candidate& candidate : candidates) {
    if (!ReachesThreshold(candidate)) continue;
    const bool of_one_event = AreOfOneEvent(candidate);
    if (!MayJoin(candidate, of_one_event)) continue;
    const bool one_event = statements_ || of_one_event;
    const auto& spoken_for =
        candidate.signs[LinkSign::kTitleAndBody] != 0 ? in_both : matched;
    // What the other article says too is spoken for.
    const bool may_clash =
        one_event && candidate.points >= ClashThreshold(candidate) &&
        !spoken_for.contains(candidate.a) &&
        !spoken_for.contains(candidate.b) &&
        !HasRival(candidate, candidate.a, of_claim, matched) &&
        !HasRival(candidate, candidate.b, of_claim, matched);
    if (candidate.meets || may_clash) {
      admitted.push_back({&candidate, may_clash, one_event});
    }
  }
  return admitted;
}

// One sentence, printed twice in one article: a headline above its text, too.
bool Admission::IsRepeat(const Candidate& candidate) const {
  const Claim& a = claims_.At(candidate.a);
  const Claim& b = claims_.At(candidate.b);
  if (a.article != b.article) return false;
  const std::string_view text = articles_[a.article].text;
  return Cut(text, a.sentence_span) == Cut(text, b.sentence_span);
}

// Has this side another partner in the other article, with another value, that
// fits about as well?
bool Admission::HasRival(const Candidate& candidate, uint32_t side,
                         const Partners& of_claim,
                         const absl::flat_hash_set<uint32_t>& matched) const {
  const auto at = of_claim.find(side);
  if (at == of_claim.end()) return false;
  const uint32_t partner = side == candidate.a ? candidate.b : candidate.a;
  for (const Candidate* other : at->second) {
    const uint32_t rival = side == other->a ? other->b : other->a;
    // A rival whose own figure stands here too is spoken for.
    if (rival == partner || matched.contains(rival) || IsRepeat(*other) ||
        other->points + weights_.margin < candidate.points) {
      continue;
    }
    if (AreOfOtherTimes(claims_.At(side), claims_.At(rival)) &&
        !AreOfOtherTimes(claims_.At(side), claims_.At(partner))) {
      continue;
    }
    const RatedClaim& x = claims_.Rated(rival);
    const RatedClaim& y = claims_.Rated(partner);
    const bool meet = x.figure().kind == QuantityKind::kDate && !*x.clock
                          ? Meets(x.figure().days, y.figure().days)
                          : ValuesMeet(x, y);
    if (!meet) return true;
  }
  return false;
}

}  // namespace crosscheck

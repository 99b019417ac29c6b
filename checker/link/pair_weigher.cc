#include "checker/link/pair_weigher.h"

#include <algorithm>
#include <bit>

#include "checker/link/explain_signs.h"
#include "checker/link/pair_signs.h"
#include "checker/link/pair_values.h"
#include "checker/link/shared_words.h"
#include "checker/link/tallies.h"

namespace crosscheck {
namespace {

// What is dated further back than this is no news.
constexpr int kNewsDays = 30;

}  // namespace

PairWeigher::PairWeigher(const LinkRun& run, Give give)
    : run_(run), keep_all_(give == Give::kAll), competition_(run.claims) {}

// Of a time long before its article: what happened once, told beside the news.
bool PairWeigher::IsPast(const Claim& claim) const {
  const std::optional<Day>& published = run_.articles[claim.article].published;
  return claim.quantity.kind != QuantityKind::kDate && published &&
         claim.when.basis == TimeBasis::kWritten && claim.when.days.last &&
         published->number - claim.when.days.last->number > kNewsDays;
}

bool PairWeigher::AreAcross(uint32_t article_a, uint32_t article_b) const {
  return run_.articles[article_a].language != run_.articles[article_b].language;
}

// Two comparable claims and their signs but for the words they share.
Candidate PairWeigher::Read(uint32_t a, uint32_t b, int likeness,
                            bool across) const {
  const RatedClaims& claims = run_.claims;
  const RatedClaim& x = claims.Rated(a);
  const RatedClaim& y = claims.Rated(b);
  Candidate out{a, b, ValuesMeet(x, y), 0,
                ReadPairSigns(x, y, likeness, across)};
  out.signs[LinkSign::kOnePast] = IsPast(claims.At(a)) != IsPast(claims.At(b));
  out.signs[LinkSign::kSiblings] = static_cast<int16_t>(
      std::bit_width(std::max(claims.Siblings(a), claims.Siblings(b)) - 1));
  return out;
}

const std::vector<Candidate>& PairWeigher::Weigh(uint32_t article_a,
                                                 uint32_t article_b,
                                                 int likeness) {
  const RatedClaims& claims = run_.claims;
  candidates_.clear();
  const bool across = AreAcross(article_a, article_b);
  for (const auto& [kind, list_a] : claims.OfArticle(article_a)) {
    const auto other = claims.OfArticle(article_b).find(kind);
    if (other == claims.OfArticle(article_b).end()) continue;
    for (uint32_t a : list_a) {
      for (uint32_t b : other->second) {
        if (article_a == article_b && b <= a) continue;
        if (SameSentence(claims.At(a), claims.At(b)) ||
            !Comparable(claims.Rated(a), claims.Rated(b))) {
          continue;
        }
        Candidate candidate = Read(a, b, likeness, across);
        if (!candidate.signs.apart) candidates_.push_back(std::move(candidate));
      }
    }
  }
  competition_.SetSigns(article_a, article_b, absl::MakeSpan(candidates_));
  // What no wording could lift to where links are looked for is let go unread.
  if (!keep_all_) {
    DropBelow(std::max(0, run_.weights.Of(LinkSign::kThirdsGiveOne)) *
              Thirds::kMost / 100);
  }
  run_.thirds.SetSigns(article_a, article_b, absl::MakeSpan(candidates_));
  if (!keep_all_) DropBelow(0);
  for (Candidate& candidate : candidates_) Finish(candidate, across);
  return candidates_;
}

std::optional<Candidate> PairWeigher::WeighAlone(uint32_t a, uint32_t b,
                                                 int likeness) const {
  const bool across =
      AreAcross(run_.claims.At(a).article, run_.claims.At(b).article);
  Candidate candidate = Read(a, b, likeness, across);
  if (candidate.signs.apart) return std::nullopt;
  Finish(candidate, across);
  return candidate;
}

// Reads the words the two share, and weighs all signs.
void PairWeigher::Finish(Candidate& candidate, bool across) const {
  ReadSharedWords(run_.claims.Rated(candidate.a),
                  run_.claims.Rated(candidate.b), across, candidate.signs);
  candidate.points = Points(candidate.signs, run_.weights);
}

// Drops the candidates that could not be kept were `more` points added, and all
// that shared words may add.
void PairWeigher::DropBelow(int more) {
  const int least = run_.admission.LeastPoints();
  std::erase_if(candidates_, [&](const Candidate& candidate) {
    return Points(candidate.signs, run_.weights) + more +
               MostOfSharedWords(candidate.signs, run_.weights) <
           least;
  });
}

ClaimLink PairWeigher::Link(const Candidate& candidate, bool copy) const {
  const RatedClaims& claims = run_.claims;
  const Claim& a = claims.At(candidate.a);
  const Claim& b = claims.At(candidate.b);
  ClaimLink link;
  link.a = std::min(candidate.a, candidate.b);
  link.b = std::max(candidate.a, candidate.b);
  link.score = candidate.points;
  link.may_clash = run_.admission.MayBeHeldAgainst(candidate);
  link.same_metric = a.metric_known && b.metric_known && a.metric == b.metric;
  link.copy = copy;
  link.edited = candidate.signs[LinkSign::kEditedSentence] != 0;
  if (!candidate.meets) {
    link.same_tally = SameTally(claims.claims(), candidate.a, candidate.b);
    link.same_total =
        a.quantity.kind == QuantityKind::kCount &&
        SameTotal(claims.claims(), candidate.a, candidate.b,
                  claims.OfArticle(a.article).at(QuantityKind::kCount),
                  claims.OfArticle(b.article).at(QuantityKind::kCount));
    link.part = PartOf(claims.claims(), candidate.a, candidate.b);
    if (link.part.empty()) {
      link.part = PartOf(claims.claims(), candidate.b, candidate.a);
    }
  }
  if (!candidate.signs.blocked_a.empty()) {
    link.blocked = std::string(candidate.signs.blocked_a) + " against " +
                   std::string(candidate.signs.blocked_b);
  }
  link.why = ExplainSigns(candidate.signs, a, b, run_.articles[a.article].text,
                          run_.rarities, run_.weights);
  return link;
}

}  // namespace crosscheck

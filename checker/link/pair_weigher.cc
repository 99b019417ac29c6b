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
    : run_(run),
      keep_all_(give == Give::kAll),
      claims_(run.claims_of, run.figures, run.rarities),
      admission_(claims_, run.articles, run.weights, run.of),
      competition_(run.figures) {}

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
  const RatedClaim& x = claims_.Rated(a);
  const RatedClaim& y = claims_.Rated(b);
  Candidate out{a, b, ValuesMeet(x, y), 0,
                ReadPairSigns(x, y, likeness, across)};
  out.signs[LinkSign::kOnePast] = IsPast(x.claim) != IsPast(y.claim);
  out.signs[LinkSign::kSiblings] = static_cast<int16_t>(
      std::bit_width(std::max(claims_.Siblings(a), claims_.Siblings(b)) - 1));
  return out;
}

const std::vector<Candidate>& PairWeigher::Weigh(uint32_t article_a,
                                                 uint32_t article_b,
                                                 int likeness) {
  claims_.Hold(article_a, article_b);
  candidates_.clear();
  const bool across = AreAcross(article_a, article_b);
  const RatedArticle::ByKind& of_b = claims_.second().by_kind();
  for (size_t kind = 0; kind < kQuantityKinds; ++kind) {
    for (uint32_t a : claims_.first().by_kind()[kind]) {
      const RatedClaim& x = claims_.first().Rated(a);
      for (uint32_t b : of_b[kind]) {
        if (article_a == article_b && b <= a) continue;
        const RatedClaim& y = claims_.second().Rated(b);
        if (SameSentence(x.claim, y.claim) || !Comparable(x, y)) continue;
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

std::vector<ClaimLink> PairWeigher::Links(bool copy) const {
  std::vector<ClaimLink> out;
  for (const Admission::Admitted& admitted : admission_.Admit(candidates_)) {
    out.push_back(Link(*admitted.candidate, admitted.may_clash, copy));
    out.back().one_event = admitted.one_event;
  }
  return out;
}

std::optional<ClaimLink> PairWeigher::LinkAlone(uint32_t a, uint32_t b,
                                                bool copy) {
  const uint32_t article_a = run_.figures.ArticleOf(a);
  const uint32_t article_b = run_.figures.ArticleOf(b);
  claims_.Hold(article_a, article_b);
  const RatedClaim& x = claims_.Rated(a);
  const RatedClaim& y = claims_.Rated(b);
  if (!CanLink(x) || !CanLink(y) || !Comparable(x, y)) return std::nullopt;
  const bool across = AreAcross(article_a, article_b);
  Candidate candidate = Read(a, b, 0, across);
  if (candidate.signs.apart) return std::nullopt;
  Finish(candidate, across);
  if (!admission_.ReachesThreshold(candidate)) return std::nullopt;
  return Link(candidate, admission_.MayBeHeldAgainst(candidate), copy);
}

// Reads the words the two share, and weighs all signs.
void PairWeigher::Finish(Candidate& candidate, bool across) const {
  ReadSharedWords(claims_.Rated(candidate.a), claims_.Rated(candidate.b),
                  across, candidate.signs);
  candidate.points = Points(candidate.signs, run_.weights);
}

// Drops the candidates that could not be kept were `more` points added, and all
// that shared words may add.
void PairWeigher::DropBelow(int more) {
  const int least = admission_.LeastPoints();
  std::erase_if(candidates_, [&](const Candidate& candidate) {
    return Points(candidate.signs, run_.weights) + more +
               MostOfSharedWords(candidate.signs, run_.weights) <
           least;
  });
}

ClaimOfArticle PairWeigher::Place(uint32_t claim) const {
  const RatedArticle& article = claims_.HolderOf(claim);
  return {article.claims(), claim - article.first()};
}

ClaimLink PairWeigher::Link(const Candidate& candidate, bool may_clash,
                            bool copy) const {
  const Claim& a = claims_.At(candidate.a);
  const Claim& b = claims_.At(candidate.b);
  ClaimLink link;
  link.a = std::min(candidate.a, candidate.b);
  link.b = std::max(candidate.a, candidate.b);
  link.score = candidate.points;
  link.telling = TellingPoints(candidate.signs, run_.weights);
  link.may_clash = may_clash;
  link.same_metric = a.metric_known && b.metric_known && a.metric == b.metric;
  link.copy = copy;
  link.edited = candidate.signs[LinkSign::kEditedSentence] != 0;
  if (!candidate.meets) {
    const ClaimOfArticle x = Place(candidate.a);
    const ClaimOfArticle y = Place(candidate.b);
    link.same_tally = SameTally(x, y);
    link.same_total =
        a.quantity.kind == QuantityKind::kCount && SameTotal(x, y);
    link.part = PartOf(x, b);
    if (link.part.empty()) link.part = PartOf(y, a);
  }
  if (!candidate.signs.blocked_a.empty()) {
    link.blocked = std::string(candidate.signs.blocked_a) + " against " +
                   std::string(candidate.signs.blocked_b);
  }
  link.why = ExplainSigns(candidate.signs, claims_.Rated(candidate.a),
                          claims_.Rated(candidate.b),
                          run_.articles[a.article].text, run_.weights);
  return link;
}

}  // namespace crosscheck

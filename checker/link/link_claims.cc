#include "checker/link/link_claims.h"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

#include "checker/link/admission.h"
#include "checker/link/candidate.h"
#include "checker/link/competition.h"
#include "checker/link/explain_signs.h"
#include "checker/link/pair_articles.h"
#include "checker/link/pair_signs.h"
#include "checker/link/pair_values.h"
#include "checker/link/rated_claims.h"
#include "checker/link/shared_words.h"
#include "checker/link/tallies.h"
#include "checker/link/thirds.h"
#include "checker/link/weights.h"

namespace crosscheck {

struct ClaimLinker::Tables {
  LinkWeights weights;
};

ClaimLinker::ClaimLinker(const Rulebook& rules, std::optional<int> least_points)
    : tables_([&] {
        Tables tables{ReadLinkWeights(rules)};
        if (least_points) tables.weights.threshold_apart = *least_points;
        return std::make_unique<Tables>(std::move(tables));
      }()) {}
ClaimLinker::~ClaimLinker() = default;
int ClaimLinker::least_points() const {
  return tables_->weights.threshold_apart;
}

namespace {

// Two statements set side by side count as of one event this far at least; an
// article and itself are of one event.
constexpr int kStatementLikeness = 60;
constexpr int kSameArticleLikeness = 60;
// What is dated further back than this is no news.
constexpr int kNewsDays = 30;

Collection CountAll(absl::Span<const LinkArticle> articles,
                    absl::Span<const Claim> claims) {
  Collection all;
  size_t c = 0;
  for (uint32_t a = 0; a < articles.size(); ++a) {
    const size_t first = c;
    while (c < claims.size() && claims[c].article == a) ++c;
    Count(KeysOf(*articles[a].profile, claims.subspan(first, c - first)), 1,
          all);
  }
  return all;
}

std::vector<const ArticleProfile*> ProfilesOf(
    absl::Span<const LinkArticle> articles) {
  std::vector<const ArticleProfile*> out;
  for (const LinkArticle& article : articles) out.push_back(article.profile);
  return out;
}

std::vector<char> WhichAreNew(size_t articles, const LinkScope& scope) {
  if (scope.is_new.empty()) return std::vector<char>(articles, 1);
  return {scope.is_new.begin(), scope.is_new.end()};
}

// The claims of a run, weighed pair of articles by pair of articles.
class Run {
 public:
  Run(const LinkWeights& weights, absl::Span<const LinkArticle> articles,
      absl::Span<const Claim> claims, const LinkScope& scope,
      Admission::Of of = Admission::Of::kArticles)
      : weights_(weights),
        articles_(articles),
        is_new_(WhichAreNew(articles.size(), scope)),
        own_(scope.collection == nullptr ? CountAll(articles, claims)
                                         : Collection{}),
        collection_(scope.collection == nullptr ? own_ : *scope.collection),
        rarities_(collection_),
        copies_(ProfilesOf(articles)),
        claims_(claims, articles.size(), rarities_),
        thirds_(articles, claims_, collection_, is_new_, weights.event_least),
        admission_(claims_, articles, weights, of) {}

  // Calls take(candidates, copy) for each pair of articles worth it, and each
  // article with itself; without the candidates far below every threshold
  // unless `keep_all`.
  template <typename Take>
  void ForEachPair(std::vector<uint32_t>& origin, bool keep_all,
                   const Take& take) {
    keep_all_ = keep_all;
    const std::vector<ArticlePair> pairs =
        PairArticles(articles_, collection_, is_new_, weights_.event_least);
    origin = FindOrigins(articles_.size(), pairs, copies_);
    thirds_.SetPairs(pairs);
    for (uint32_t a = 0; a < articles_.size(); ++a) {
      if (is_new_[a]) take(Weigh(a, a, kSameArticleLikeness), false);
    }
    for (const ArticlePair& pair : pairs) {
      take(Weigh(pair.a, pair.b, pair.likeness), copies_.Are(pair.a, pair.b));
    }
  }

  LinkResult Go() {
    LinkResult out;
    ForEachPair(out.origin, false,
                [&](const std::vector<Candidate>& candidates, bool copy) {
                  Keep(candidates, copy);
                });
    LinkKnownMeasures();
    Finish(out);
    return out;
  }

  LinkResult GoStatements() {
    LinkResult out;
    out.origin = {0, 1};
    int likeness = kStatementLikeness;
    for (const ArticlePair& pair :
         PairArticles(articles_, collection_, is_new_, 0)) {
      likeness = std::max(likeness, pair.likeness);
    }
    Keep(Weigh(0, 1, likeness), false);
    Finish(out);
    return out;
  }

 private:
  // Of a time long before its article: what happened once, told beside the
  // news.
  bool IsPast(const Claim& claim) const {
    const std::optional<Day>& published = articles_[claim.article].published;
    return claim.quantity.kind != QuantityKind::kDate && published &&
           claim.when.basis == TimeBasis::kWritten && claim.when.days.last &&
           published->number - claim.when.days.last->number > kNewsDays;
  }

  // Two comparable claims and their signs but for the words they share.
  Candidate Read(uint32_t a, uint32_t b, int likeness, bool across) {
    ++weighed_;
    const RatedClaim& x = claims_.Rated(a);
    const RatedClaim& y = claims_.Rated(b);
    Candidate out{a, b, ValuesMeet(x, y), 0,
                  ReadPairSigns(x, y, likeness, across)};
    out.signs[LinkSign::kOnePast] =
        IsPast(claims_.At(a)) != IsPast(claims_.At(b));
    out.signs[LinkSign::kSiblings] = static_cast<int16_t>(
        std::bit_width(std::max(claims_.Siblings(a), claims_.Siblings(b)) - 1));
    return out;
  }

  const std::vector<Candidate>& Weigh(uint32_t article_a, uint32_t article_b,
                                      int likeness) {
    std::vector<Candidate>& out = weighing_;
    out.clear();
    const bool across =
        articles_[article_a].language != articles_[article_b].language;
    for (const auto& [kind, list_a] : claims_.OfArticle(article_a)) {
      const auto other = claims_.OfArticle(article_b).find(kind);
      if (other == claims_.OfArticle(article_b).end()) continue;
      for (uint32_t a : list_a) {
        for (uint32_t b : other->second) {
          if (article_a == article_b && b <= a) continue;
          if (SameSentence(claims_.At(a), claims_.At(b)) ||
              !Comparable(claims_.Rated(a), claims_.Rated(b))) {
            continue;
          }
          Candidate candidate = Read(a, b, likeness, across);
          if (!candidate.signs.apart) out.push_back(std::move(candidate));
        }
      }
    }
    competition_.SetSigns(absl::MakeSpan(out));
    // What no wording could lift to where Keep looks is let go unread.
    if (!keep_all_) {
      DropBelow(out, std::max(0, weights_.Of(LinkSign::kThirdsGiveOne)) *
                         Thirds::kMost / 100);
    }
    thirds_.SetSigns(article_a, article_b, absl::MakeSpan(out));
    if (!keep_all_) DropBelow(out, 0);
    for (Candidate& candidate : out) Finish(candidate, across);
    return out;
  }

  // Reads the words the two share, and weighs all signs.
  void Finish(Candidate& candidate, bool across) const {
    ReadSharedWords(claims_.Rated(candidate.a), claims_.Rated(candidate.b),
                    across, candidate.signs);
    candidate.points = Points(candidate.signs, weights_);
  }

  // Drops the candidates that could not be kept were `more` points added, and
  // all that shared words may add.
  void DropBelow(std::vector<Candidate>& candidates, int more) const {
    const int least = admission_.LeastPoints();
    std::erase_if(candidates, [&](const Candidate& candidate) {
      return Points(candidate.signs, weights_) + more +
                 MostOfSharedWords(candidate.signs, weights_) <
             least;
    });
  }

  void Keep(const std::vector<Candidate>& candidates, bool copy) {
    for (const Candidate* kept : admission_.Admit(candidates)) Add(*kept, copy);
  }

  void Add(const Candidate& candidate, bool copy) {
    const Claim& a = claims_.At(candidate.a);
    const Claim& b = claims_.At(candidate.b);
    ClaimLink link;
    link.a = std::min(candidate.a, candidate.b);
    link.b = std::max(candidate.a, candidate.b);
    link.score = candidate.points;
    link.may_clash = admission_.MayBeHeldAgainst(candidate);
    link.same_metric = a.metric_known && b.metric_known && a.metric == b.metric;
    link.copy = copy;
    link.edited = candidate.signs[LinkSign::kEditedSentence] != 0;
    if (!candidate.meets) {
      link.same_tally = SameTally(claims_.claims(), candidate.a, candidate.b);
      link.same_total =
          a.quantity.kind == QuantityKind::kCount &&
          SameTotal(claims_.claims(), candidate.a, candidate.b,
                    claims_.OfArticle(a.article).at(QuantityKind::kCount),
                    claims_.OfArticle(b.article).at(QuantityKind::kCount));
      link.part = PartOf(claims_.claims(), candidate.a, candidate.b);
      if (link.part.empty()) {
        link.part = PartOf(claims_.claims(), candidate.b, candidate.a);
      }
    }
    if (!candidate.signs.blocked_a.empty()) {
      link.blocked = std::string(candidate.signs.blocked_a) + " against " +
                     std::string(candidate.signs.blocked_b);
    }
    link.why = ExplainSigns(candidate.signs, a, b, articles_[a.article].text,
                            rarities_, weights_);
    found_.push_back(std::move(link));
  }

  // "DeepSeek was founded in 2023" is one fact in whatever story it stands.
  void LinkKnownMeasures() {
    std::map<uint64_t, std::vector<uint32_t>> groups;
    for (uint32_t c = 0; c < claims_.size(); ++c) {
      const Claim& claim = claims_.At(c);
      const uint64_t key = MeasureKey(claim);
      // A founding, a birth: what has a date has one for good.
      if (!claim.metric_single || claim.quantity.kind != QuantityKind::kDate) {
        continue;
      }
      if (key != 0 && CanLink(claims_.Rated(c))) groups[key].push_back(c);
    }
    for (const auto& [key, members] : groups) {
      if (Collection::CountOf(collection_.measures, key) > kMostOfOneMeasure) {
        continue;
      }
      for (size_t i = 0; i < members.size(); ++i) {
        for (size_t j = i + 1; j < members.size(); ++j) {
          const Claim& a = claims_.At(members[i]);
          const Claim& b = claims_.At(members[j]);
          if (a.article == b.article ||
              (!is_new_[a.article] && !is_new_[b.article]) ||
              !Comparable(claims_.Rated(members[i]),
                          claims_.Rated(members[j]))) {
            continue;
          }
          const bool across =
              articles_[a.article].language != articles_[b.article].language;
          Candidate candidate = Read(members[i], members[j], 0, across);
          if (candidate.signs.apart) continue;
          Finish(candidate, across);
          if (!admission_.ReachesThreshold(candidate)) continue;
          Add(candidate, copies_.Are(a.article, b.article));
        }
      }
    }
  }

  void Finish(LinkResult& out) {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const ClaimLink& x, const ClaimLink& y) {
                       return std::tie(x.a, x.b) < std::tie(y.a, y.b);
                     });
    found_.erase(std::unique(found_.begin(), found_.end(),
                             [](const ClaimLink& x, const ClaimLink& y) {
                               return x.a == y.a && x.b == y.b;
                             }),
                 found_.end());
    out.links = std::move(found_);
    out.pairs_weighed = weighed_;
    out.copies = std::move(copies_);
  }

  const LinkWeights& weights_;
  absl::Span<const LinkArticle> articles_;
  std::vector<char> is_new_;
  Collection own_;  // where none is given
  const Collection& collection_;
  Rarities rarities_;
  Copies copies_;
  RatedClaims claims_;
  Thirds thirds_;
  Admission admission_;
  Competition competition_{claims_.value_ids()};
  std::vector<Candidate> weighing_;  // of the pair of articles at hand
  bool keep_all_ = false;            // also the candidates far below
  std::vector<ClaimLink> found_;
  uint64_t weighed_ = 0;
};

}  // namespace

LinkResult ClaimLinker::Link(absl::Span<const LinkArticle> articles,
                             absl::Span<const Claim> claims,
                             const LinkScope& scope) const {
  return Run(tables_->weights, articles, claims, scope).Go();
}

LinkResult ClaimLinker::LinkStatements(absl::Span<const LinkArticle> articles,
                                       absl::Span<const Claim> claims) const {
  return Run(tables_->weights, articles, claims, {}, Admission::Of::kStatements)
      .GoStatements();
}

std::vector<LinkCandidate> ClaimLinker::Candidates(
    absl::Span<const LinkArticle> articles,
    absl::Span<const Claim> claims) const {
  std::vector<LinkCandidate> out;
  std::vector<uint32_t> origin;
  Run(tables_->weights, articles, claims, {})
      .ForEachPair(
          origin, true, [&](const std::vector<Candidate>& candidates, bool) {
            for (const Candidate& candidate : candidates) {
              LinkCandidate shown{
                  candidate.a, candidate.b, candidate.meets, {}};
              for (size_t i = 0; i < kLinkSigns; ++i) {
                if (candidate.signs.signs[i] == 0) continue;
                shown.signs.emplace_back(NameOf(static_cast<LinkSign>(i)),
                                         candidate.signs.signs[i]);
              }
              out.push_back(std::move(shown));
            }
          });
  return out;
}

}  // namespace crosscheck

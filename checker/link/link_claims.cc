#include "checker/link/link_claims.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "checker/link/admission.h"
#include "checker/link/candidate.h"
#include "checker/link/pair_articles.h"
#include "checker/link/pair_values.h"
#include "checker/link/pair_weigher.h"
#include "checker/link/rated_claims.h"
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
        for_each_(scope.for_each),
        is_new_(WhichAreNew(articles.size(), scope)),
        own_(scope.collection == nullptr ? CountAll(articles, claims)
                                         : Collection{}),
        collection_(scope.collection == nullptr ? own_ : *scope.collection),
        rarities_(collection_),
        copies_(ProfilesOf(articles)),
        claims_(claims, articles.size(), rarities_),
        thirds_(articles, claims_, collection_, is_new_, weights.event_least),
        admission_(claims_, articles, weights, of) {}

  // Calls take(a, weigher, candidates, copy) for each article with itself and
  // each pair of articles worth it, of which `a` is the first; for one `a` in
  // order, for different ones perhaps at once.
  template <typename Take>
  void ForEachPair(std::vector<uint32_t>& origin, PairWeigher::Give give,
                   const Take& take) {
    const std::vector<ArticlePair> pairs = PairArticles(
        articles_, collection_, is_new_, weights_.event_least, for_each_);
    origin = FindOrigins(articles_.size(), pairs, copies_);
    thirds_.SetPairs(pairs);
    for_each_(articles_.size(), [&](size_t index) {
      const auto a = static_cast<uint32_t>(index);
      PairWeigher weigher(run_, give);
      if (is_new_[a]) {
        take(a, weigher, weigher.Weigh(a, a, kSameArticleLikeness), false);
      }
      auto pair = std::lower_bound(
          pairs.begin(), pairs.end(), a,
          [](const ArticlePair& x, uint32_t first) { return x.a < first; });
      for (; pair != pairs.end() && pair->a == a; ++pair) {
        take(a, weigher, weigher.Weigh(a, pair->b, pair->likeness),
             copies_.Are(a, pair->b));
      }
    });
  }

  LinkResult Go() {
    LinkResult out;
    // Of each article with those behind it, so that the order of the links does
    // not hang on who finds them when.
    std::vector<std::vector<ClaimLink>> found(articles_.size());
    ForEachPair(out.origin, PairWeigher::Give::kNear,
                [&](uint32_t a, const PairWeigher& weigher,
                    const std::vector<Candidate>& candidates, bool copy) {
                  for (const Candidate* kept : admission_.Admit(candidates)) {
                    found[a].push_back(weigher.Link(*kept, copy));
                  }
                });
    for (std::vector<ClaimLink>& links : found) {
      std::move(links.begin(), links.end(), std::back_inserter(out.links));
    }
    LinkKnownMeasures(out.links);
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
    PairWeigher weigher(run_, PairWeigher::Give::kNear);
    for (const Candidate* kept :
         admission_.Admit(weigher.Weigh(0, 1, likeness))) {
      out.links.push_back(weigher.Link(*kept, false));
    }
    Finish(out);
    return out;
  }

 private:
  // "DeepSeek was founded in 2023" is one fact in whatever story it stands.
  void LinkKnownMeasures(std::vector<ClaimLink>& links) {
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
    PairWeigher weigher(run_, PairWeigher::Give::kNear);
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
          const auto candidate = weigher.WeighAlone(members[i], members[j], 0);
          if (!candidate || !admission_.ReachesThreshold(*candidate)) continue;
          links.push_back(
              weigher.Link(*candidate, copies_.Are(a.article, b.article)));
        }
      }
    }
  }

  void Finish(LinkResult& out) {
    std::stable_sort(out.links.begin(), out.links.end(),
                     [](const ClaimLink& x, const ClaimLink& y) {
                       return std::tie(x.a, x.b) < std::tie(y.a, y.b);
                     });
    out.links.erase(std::unique(out.links.begin(), out.links.end(),
                                [](const ClaimLink& x, const ClaimLink& y) {
                                  return x.a == y.a && x.b == y.b;
                                }),
                    out.links.end());
    out.copies = std::move(copies_);
  }

  const LinkWeights& weights_;
  absl::Span<const LinkArticle> articles_;
  const ForEach& for_each_;
  std::vector<char> is_new_;
  Collection own_;  // where none is given
  const Collection& collection_;
  Rarities rarities_;
  Copies copies_;
  RatedClaims claims_;
  Thirds thirds_;
  Admission admission_;
  const LinkRun run_{weights_, articles_, rarities_,
                     claims_,  thirds_,   admission_};
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
      .ForEachPair(origin, PairWeigher::Give::kAll,
                   [&](uint32_t, const PairWeigher&,
                       const std::vector<Candidate>& candidates, bool) {
                     for (const Candidate& candidate : candidates) {
                       LinkCandidate shown{
                           candidate.a, candidate.b, candidate.meets, {}};
                       for (size_t i = 0; i < kLinkSigns; ++i) {
                         if (candidate.signs.signs[i] == 0) continue;
                         shown.signs.emplace_back(
                             NameOf(static_cast<LinkSign>(i)),
                             candidate.signs.signs[i]);
                       }
                       out.push_back(std::move(shown));
                     }
                   });
  return out;
}

}  // namespace crosscheck

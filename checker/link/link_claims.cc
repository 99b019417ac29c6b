#include "checker/link/link_claims.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "checker/link/admission.h"
#include "checker/link/candidate.h"
#include "checker/link/pair_articles.h"
#include "checker/link/pair_weigher.h"
#include "checker/link/rated_claims.h"
#include "checker/link/survey.h"
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
// So many are weighed in a row by one thread, which keeps what it allocates.
constexpr size_t kArticlesAtOnce = 32;

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
      const ClaimsOf& claims_of, const LinkScope& scope,
      Admission::Of of = Admission::Of::kArticles)
      : weights_(weights),
        articles_(articles),
        for_each_(scope.for_each),
        is_new_(WhichAreNew(articles.size(), scope)),
        survey_(SurveyArticles(articles, claims_of, scope.for_each)),
        collection_(scope.collection == nullptr ? survey_.collection
                                                : *scope.collection),
        rarities_(collection_),
        copies_(ProfilesOf(articles)),
        thirds_(articles, survey_.figures, collection_, is_new_,
                weights.event_least),
        run_{weights,   articles, claims_of, survey_.figures,
             rarities_, thirds_,  of} {}

  // Calls take(a, weigher, candidates, copy) for each article with itself and
  // each pair of articles worth it, of which `a` is the first and which the
  // weigher weighed last; for one `a` in order, for different ones perhaps at
  // once.
  template <typename Take>
  void ForEachPair(std::vector<uint32_t>& origin, PairWeigher::Give give,
                   const Take& take) {
    const std::vector<ArticlePair> pairs = PairArticles(
        articles_, collection_, is_new_, weights_.event_least, for_each_);
    origin = FindOrigins(articles_.size(), pairs, copies_);
    thirds_.SetPairs(pairs);
    const size_t count = articles_.size();
    for_each_((count + kArticlesAtOnce - 1) / kArticlesAtOnce, [&](size_t i) {
      PairWeigher weigher(run_, give);
      const auto first = static_cast<uint32_t>(i * kArticlesAtOnce);
      const auto limit =
          static_cast<uint32_t>(std::min(first + kArticlesAtOnce, count));
      for (uint32_t a = first; a < limit; ++a) {
        if (is_new_[a]) {
          take(a, weigher, weigher.Weigh(a, a, kSameArticleLikeness), false);
        }
        auto pair = std::lower_bound(
            pairs.begin(), pairs.end(), a,
            [](const ArticlePair& x, uint32_t wanted) { return x.a < wanted; });
        for (; pair != pairs.end() && pair->a == a; ++pair) {
          take(a, weigher, weigher.Weigh(a, pair->b, pair->likeness),
               copies_.Are(a, pair->b));
        }
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
                    const std::vector<Candidate>&, bool copy) {
                  std::vector<ClaimLink> links = weigher.Links(copy);
                  std::move(links.begin(), links.end(),
                            std::back_inserter(found[a]));
                });
    size_t count = 0;
    for (const std::vector<ClaimLink>& links : found) count += links.size();
    out.links.reserve(count);
    for (std::vector<ClaimLink>& links : found) {
      std::move(links.begin(), links.end(), std::back_inserter(out.links));
      links = std::vector<ClaimLink>();  // = {} would keep the room
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
    weigher.Weigh(0, 1, likeness);
    out.links = weigher.Links(false);
    Finish(out);
    return out;
  }

 private:
  // "DeepSeek was founded in 2023" is one fact in whatever story it stands.
  void LinkKnownMeasures(std::vector<ClaimLink>& links) {
    PairWeigher weigher(run_, PairWeigher::Give::kNear);
    for (const auto& [key, members] : survey_.lasting) {
      if (Collection::CountOf(collection_.measures, key) > kMostOfOneMeasure) {
        continue;
      }
      for (size_t i = 0; i < members.size(); ++i) {
        for (size_t j = i + 1; j < members.size(); ++j) {
          const uint32_t a = survey_.figures.ArticleOf(members[i]);
          const uint32_t b = survey_.figures.ArticleOf(members[j]);
          if (a == b || (!is_new_[a] && !is_new_[b])) continue;
          auto link =
              weigher.LinkAlone(members[i], members[j], copies_.Are(a, b));
          if (link) links.push_back(*std::move(link));
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
  const Survey survey_;
  const Collection& collection_;
  Rarities rarities_;
  Copies copies_;
  Thirds thirds_;
  const LinkRun run_;
};

}  // namespace

LinkResult ClaimLinker::Link(absl::Span<const LinkArticle> articles,
                             const ClaimsOf& claims_of,
                             const LinkScope& scope) const {
  return Run(tables_->weights, articles, claims_of, scope).Go();
}

LinkResult ClaimLinker::LinkStatements(absl::Span<const LinkArticle> articles,
                                       const ClaimsOf& claims_of) const {
  return Run(tables_->weights, articles, claims_of, {},
             Admission::Of::kStatements)
      .GoStatements();
}

std::vector<LinkCandidate> ClaimLinker::Candidates(
    absl::Span<const LinkArticle> articles, const ClaimsOf& claims_of) const {
  std::vector<LinkCandidate> out;
  std::vector<uint32_t> origin;
  Run(tables_->weights, articles, claims_of, {})
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

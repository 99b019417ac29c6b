#include "checker/link/link_claims.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <map>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "checker/link/competition.h"
#include "checker/link/explain_signs.h"
#include "checker/link/figure_keys.h"
#include "checker/link/one_event.h"
#include "checker/link/pair_articles.h"
#include "checker/link/pair_signs.h"
#include "checker/link/tallies.h"
#include "checker/link/weights.h"
#include "checker/model/clock_time.h"

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
// More articles that give one of two figures say no more.
constexpr int kMostThirds = 4;

// Does the figure say enough to be compared?
bool CanLink(const Claim& claim) {
  const Quantity& figure = claim.quantity;
  switch (figure.kind) {
    case QuantityKind::kDate:
      return ClockOf(figure) || (!figure.unresolved && IsBounded(figure.days));
    case QuantityKind::kOrdinal:
      return false;
    case QuantityKind::kCount:
      return claim.noun_key != 0 || !claim.facets.empty() || claim.metric_known;
    default:
      return true;
  }
}

// The claims of a run, weighed pair of articles by pair of articles.
class Run {
 public:
  Run(const LinkWeights& weights, absl::Span<const LinkArticle> articles,
      absl::Span<const Claim> claims, const LinkScope& scope)
      : weights_(weights),
        articles_(articles),
        claims_(claims),
        is_new_(articles.size(), 1),
        own_(scope.collection == nullptr ? CountAll(articles, claims)
                                         : Collection{}),
        collection_(scope.collection == nullptr ? own_ : *scope.collection),
        rarities_(collection_),
        copies_(ProfilesOf(articles)) {
    if (!scope.is_new.empty()) {
      is_new_.assign(scope.is_new.begin(), scope.is_new.end());
    }
    by_article_.resize(articles.size());
    absl::flat_hash_set<std::tuple<uint32_t, uint64_t, uint32_t>> said;
    absl::flat_hash_map<std::pair<uint32_t, uint64_t>, uint32_t> siblings;
    absl::flat_hash_map<uint64_t, uint32_t> value_ids;
    for (uint32_t c = 0; c < claims.size(); ++c) {
      first_rarity_.push_back(rarity_.size());
      for (const Feature& feature : claims[c].features) {
        rarity_.push_back(static_cast<uint8_t>(rarities_.Of(feature.key)));
      }
      sums_.push_back(
          SumFeatures(claims[c], rarity_.data() + first_rarity_.back()));
      const FigureKeys keys = KeysOfFigure(claims[c]);
      figure_key_.push_back(keys.figure);
      value_id_.push_back(
          keys.value == 0
              ? 0
              : value_ids
                    .try_emplace(keys.value,
                                 static_cast<uint32_t>(value_ids.size() + 1))
                    .first->second);
      thing_key_.push_back(ThingKey(claims[c]));
      stated_.push_back(StatedValue(claims[c].quantity));
      // A figure said again is no other.
      if (said.insert({claims[c].article, thing_key_[c], value_id_[c]})
              .second) {
        ++siblings[{claims[c].article, thing_key_[c]}];
      }
      if (figure_key_[c] != 0) {
        std::vector<uint32_t>& givers = givers_[figure_key_[c]];
        if (givers.empty() || givers.back() != claims[c].article) {
          givers.push_back(claims[c].article);
        }
      }
      if (!CanLink(claims[c])) continue;
      by_article_[claims[c].article][claims[c].quantity.kind].push_back(c);
    }
    for (uint32_t c = 0; c < claims.size(); ++c) {
      siblings_of_.push_back(siblings.at({claims[c].article, thing_key_[c]}));
    }
  }

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
    neighbours_.assign(articles_.size(), {});
    for (const ArticlePair& pair : pairs) {  // sorted, so each list is
      neighbours_[pair.a].push_back(pair.b);
      neighbours_[pair.b].push_back(pair.a);
    }
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
    statements_ = true;
    neighbours_.assign(articles_.size(), {});
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
  static std::vector<const ArticleProfile*> ProfilesOf(
      absl::Span<const LinkArticle> articles) {
    std::vector<const ArticleProfile*> out;
    for (const LinkArticle& article : articles) out.push_back(article.profile);
    return out;
  }

  static Collection CountAll(absl::Span<const LinkArticle> articles,
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

  RatedClaim Rated(uint32_t claim) const {
    return {claims_[claim], rarity_.data() + first_rarity_[claim],
            &sums_[claim], &stated_[claim]};
  }

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
    Candidate out{a, b, ValuesMeet(claims_[a].quantity, claims_[b].quantity), 0,
                  ReadPairSigns(Rated(a), Rated(b), likeness, across)};
    out.signs[LinkSign::kOnePast] = IsPast(claims_[a]) != IsPast(claims_[b]);
    out.signs[LinkSign::kSiblings] = static_cast<int16_t>(
        std::bit_width(std::max(siblings_of_[a], siblings_of_[b]) - 1));
    return out;
  }

  const std::vector<Candidate>& Weigh(uint32_t article_a, uint32_t article_b,
                                      int likeness) {
    std::vector<Candidate>& out = weighing_;
    out.clear();
    const bool across =
        articles_[article_a].language != articles_[article_b].language;
    for (const auto& [kind, list_a] : by_article_[article_a]) {
      const auto other = by_article_[article_b].find(kind);
      if (other == by_article_[article_b].end()) continue;
      for (uint32_t a : list_a) {
        for (uint32_t b : other->second) {
          if (article_a == article_b && b <= a) continue;
          const Claim& x = claims_[a];
          const Claim& y = claims_[b];
          if (SameSentence(x, y) || !Comparable(x.quantity, y.quantity)) {
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
                         kMostThirds / 100);
    }
    AskThirds(article_a, article_b, out);
    if (!keep_all_) DropBelow(out, 0);
    for (Candidate& candidate : out) Finish(candidate, across);
    return out;
  }

  // Reads the words the two share, and weighs all signs.
  void Finish(Candidate& candidate, bool across) const {
    ReadSharedWords(Rated(candidate.a), Rated(candidate.b), across,
                    candidate.signs);
    candidate.points = Points(candidate.signs, weights_);
  }

  // Drops the candidates that could not be kept were `more` points added, and
  // all that shared words may add.
  void DropBelow(std::vector<Candidate>& candidates, int more) const {
    const int least = weights_.threshold - weights_.margin;
    std::erase_if(candidates, [&](const Candidate& candidate) {
      return Points(candidate.signs, weights_) + more +
                 MostOfSharedWords(candidate.signs, weights_) <
             least;
    });
  }

  // Of two that are not new it was not asked yet.
  bool IsPaired(uint32_t a, uint32_t b) {
    const auto& list = neighbours_[a];
    if (is_new_[a] || is_new_[b]) {
      return std::binary_search(list.begin(), list.end(), b);
    }
    const auto [at, is_first] = old_pairs_.emplace(std::minmax(a, b), false);
    if (is_first) {
      at->second = ArePaired(articles_, collection_, at->first.first,
                             at->first.second, weights_.event_least);
    }
    return at->second;
  }

  bool Gives(uint32_t article, uint64_t figure) const {
    const std::vector<uint32_t>& givers = givers_.at(figure);
    return std::binary_search(givers.begin(), givers.end(), article);
  }

  // Where one article gives both figures, they are hardly one fact; where
  // others give one or the other, they may stand in each other's place.
  void AskThirds(uint32_t article_a, uint32_t article_b,
                 std::vector<Candidate>& candidates) {
    if (article_a == article_b) return;
    // One of the two is new, and knows the articles around it.
    const bool a_knows = is_new_[article_a];
    const uint32_t other = a_knows ? article_b : article_a;
    const std::vector<uint32_t>& around =
        neighbours_[a_knows ? article_a : article_b];
    for (Candidate& candidate : candidates) {
      const uint64_t a = figure_key_[candidate.a];
      const uint64_t b = figure_key_[candidate.b];
      if (candidate.meets || a == 0 || b == 0 || a == b) continue;
      int one = 0, both = 0;
      for (const uint32_t third : around) {
        if (third == other) continue;
        const int gives = Gives(third, a) + Gives(third, b);
        // Whether the two are paired is asked last: of old ones it costs most.
        if (gives == 0 || !IsPaired(third, other)) continue;
        ++(gives == 1 ? one : both);
      }
      candidate.signs[LinkSign::kThirdGivesBoth] = both > 0;
      candidate.signs[LinkSign::kThirdsGiveOne] =
          static_cast<int16_t>(both > 0 ? 0 : std::min(one, kMostThirds));
    }
  }

  // May the two be one fact, if their points say so?
  bool MayJoin(const Candidate& candidate) const {
    if (!candidate.meets) return MayClash(candidate);
    // "At least 12" allows 20, of whatever event; "no more than 6 million" says
    // as much as 5.6.
    return candidate.signs[LinkSign::kSameValue] != 0 ||
           candidate.signs[LinkSign::kCloseValue] != 0 || statements_ ||
           AreOfOneEvent(candidate);
  }

  // May figures that do not meet contradict each other?
  bool MayClash(const Candidate& candidate) const {
    return !CountOthers(candidate.signs) && AreOfOneEvent(candidate);
  }

  bool AreOfOneEvent(const Candidate& candidate) const {
    return crosscheck::AreOfOneEvent(claims_[candidate.a], claims_[candidate.b],
                                     candidate.signs, articles_, weights_);
  }

  int Threshold(const Candidate& candidate) const {
    return candidate.meets ? weights_.threshold : ClashThreshold(candidate);
  }

  int ClashThreshold(const Candidate& candidate) const {
    if (statements_) return weights_.threshold_statements;
    if (claims_[candidate.a].article != claims_[candidate.b].article) {
      return weights_.threshold_apart;
    }
    return candidate.signs[LinkSign::kTitleAndBody] != 0
               ? weights_.threshold_title
               : weights_.threshold_within;
  }

  // Keeps the candidates that reach their threshold; of those whose figures do
  // not meet, only such as no rival comes near: neither side has another
  // partner in the other article, with another value, that fits about as well.
  void Keep(const std::vector<Candidate>& candidates, bool copy) {
    absl::flat_hash_map<uint32_t, std::vector<const Candidate*>> of_claim;
    absl::flat_hash_set<uint32_t> matched;
    for (const Candidate& candidate : candidates) {
      if (candidate.points < weights_.threshold - weights_.margin) continue;
      of_claim[candidate.a].push_back(&candidate);
      of_claim[candidate.b].push_back(&candidate);
      if (candidate.signs[LinkSign::kSameValue] != 0 &&
          candidate.points >= weights_.threshold) {
        matched.insert(candidate.a);
        matched.insert(candidate.b);
      }
    }
    for (const Candidate& candidate : candidates) {
      if (candidate.points < Threshold(candidate)) continue;
      if (!MayJoin(candidate)) continue;
      // What the other article says too is spoken for.
      if (!candidate.meets &&
          (matched.contains(candidate.a) || matched.contains(candidate.b))) {
        continue;
      }
      if (!candidate.meets &&
          (HasRival(candidate, candidate.a, of_claim, matched) ||
           HasRival(candidate, candidate.b, of_claim, matched))) {
        continue;
      }
      Add(candidate, copy);
    }
  }

  // Of times both written, that do not meet: "13.9 % in July" and "14.9 % in
  // June".
  static bool AreOfOtherTimes(const Claim& a, const Claim& b) {
    return AreWritten(a.when, b.when) && !Meets(a.when.days, b.when.days);
  }

  bool HasRival(
      const Candidate& candidate, uint32_t side,
      const absl::flat_hash_map<uint32_t, std::vector<const Candidate*>>&
          of_claim,
      const absl::flat_hash_set<uint32_t>& matched) const {
    const auto at = of_claim.find(side);
    if (at == of_claim.end()) return false;
    const uint32_t partner = side == candidate.a ? candidate.b : candidate.a;
    for (const Candidate* other : at->second) {
      const uint32_t rival = side == other->a ? other->b : other->a;
      // A rival whose own figure stands here too is spoken for.
      if (rival == partner || matched.contains(rival) ||
          other->points + weights_.margin < candidate.points) {
        continue;
      }
      if (AreOfOtherTimes(claims_[side], claims_[rival]) &&
          !AreOfOtherTimes(claims_[side], claims_[partner])) {
        continue;
      }
      const Quantity& x = claims_[rival].quantity;
      const Quantity& y = claims_[partner].quantity;
      const bool meet = x.kind == QuantityKind::kDate && !ClockOf(x)
                            ? Meets(x.days, y.days)
                            : ValuesMeet(x, y);
      if (!meet) return true;
    }
    return false;
  }

  void Add(const Candidate& candidate, bool copy) {
    const Claim& a = claims_[candidate.a];
    const Claim& b = claims_[candidate.b];
    ClaimLink link;
    link.a = std::min(candidate.a, candidate.b);
    link.b = std::max(candidate.a, candidate.b);
    link.score = candidate.points;
    link.may_clash =
        !candidate.meets || (candidate.points >= ClashThreshold(candidate) &&
                             (statements_ || AreOfOneEvent(candidate)));
    link.same_metric = a.metric_known && b.metric_known && a.metric == b.metric;
    link.copy = copy;
    link.edited = candidate.signs[LinkSign::kEditedSentence] != 0;
    if (!candidate.meets) {
      link.same_tally = SameTally(claims_, candidate.a, candidate.b);
      link.same_total =
          a.quantity.kind == QuantityKind::kCount &&
          SameTotal(claims_, candidate.a, candidate.b,
                    by_article_[a.article].at(QuantityKind::kCount),
                    by_article_[b.article].at(QuantityKind::kCount));
      link.part = PartOf(claims_, candidate.a, candidate.b);
      if (link.part.empty()) {
        link.part = PartOf(claims_, candidate.b, candidate.a);
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
      const Claim& claim = claims_[c];
      const uint64_t key = MeasureKey(claim);
      // A founding, a birth: what has a date has one for good.
      if (!claim.metric_single || claim.quantity.kind != QuantityKind::kDate) {
        continue;
      }
      if (key != 0 && CanLink(claim)) groups[key].push_back(c);
    }
    for (const auto& [key, members] : groups) {
      if (Collection::CountOf(collection_.measures, key) > kMostOfOneMeasure) {
        continue;
      }
      for (size_t i = 0; i < members.size(); ++i) {
        for (size_t j = i + 1; j < members.size(); ++j) {
          const Claim& a = claims_[members[i]];
          const Claim& b = claims_[members[j]];
          if (a.article == b.article ||
              (!is_new_[a.article] && !is_new_[b.article]) ||
              !Comparable(a.quantity, b.quantity)) {
            continue;
          }
          const bool across =
              articles_[a.article].language != articles_[b.article].language;
          Candidate candidate = Read(members[i], members[j], 0, across);
          if (candidate.signs.apart) continue;
          Finish(candidate, across);
          if (candidate.points < Threshold(candidate)) continue;
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
  absl::Span<const Claim> claims_;
  std::vector<char> is_new_;
  Collection own_;  // where none is given
  const Collection& collection_;
  Rarities rarities_;
  Copies copies_;
  // Of each claim's features, claim after claim: asked for with every pair.
  std::vector<uint8_t> rarity_;
  std::vector<size_t> first_rarity_;  // of each claim
  std::vector<std::array<FeatureSums, 2>> sums_;
  std::vector<std::map<QuantityKind, std::vector<uint32_t>>> by_article_;
  std::vector<std::optional<Decimal>> stated_;  // of each claim
  std::vector<uint64_t> thing_key_;             // of each claim
  // How many values the article of each claim gives for its thing.
  std::vector<uint32_t> siblings_of_;
  std::vector<uint64_t> figure_key_;  // of each claim
  std::vector<uint32_t> value_id_;    // of each claim; 0: it has none
  // The articles that give a figure, sorted.
  absl::flat_hash_map<uint64_t, std::vector<uint32_t>> givers_;
  // The articles paired with each, sorted.
  std::vector<std::vector<uint32_t>> neighbours_;
  absl::flat_hash_map<std::pair<uint32_t, uint32_t>, bool> old_pairs_;
  std::vector<Candidate> weighing_;  // of the pair of articles at hand
  Competition competition_{value_id_};
  bool keep_all_ = false;    // also the candidates Keep would not look at
  bool statements_ = false;  // two of them, set side by side
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
  return Run(tables_->weights, articles, claims, {}).GoStatements();
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

#include "checker/link/link_claims.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "checker/link/pair_articles.h"
#include "checker/link/weigh_pair.h"
#include "checker/link/weights.h"

namespace crosscheck {

struct ClaimLinker::Tables {
  LinkWeights weights;
};

ClaimLinker::ClaimLinker(const Rulebook& rules)
    : tables_(std::make_unique<Tables>(Tables{ReadLinkWeights(rules)})) {}
ClaimLinker::~ClaimLinker() = default;

namespace {

// A known measure of one subject is looked up across all articles while it is
// not said more often than this.
constexpr size_t kMostOfOneMetric = 200;
constexpr size_t kMostReasons = 6;
// Two statements set side by side count as of one event this far at least.
constexpr int kStatementLikeness = 60;

// Figures of one of these classes can be compared with each other only.
uint32_t UnitClass(const Claim& claim) {
  return static_cast<uint32_t>(claim.quantity.kind);
}

// Does the figure say enough to be compared? Bare dates date other claims;
// they are facts themselves only under a known measure.
bool CanLink(const Claim& claim) {
  const Quantity& figure = claim.quantity;
  switch (figure.kind) {
    case QuantityKind::kDate:
      return claim.metric_known && !figure.unresolved && IsBounded(figure.days);
    case QuantityKind::kOrdinal:
      return false;
    case QuantityKind::kCount:
      return claim.noun_key != 0 || !claim.facets.empty() || claim.metric_known;
    default:
      return true;
  }
}

bool ValuesMeet(const Claim& a, const Claim& b) {
  if (a.quantity.kind == QuantityKind::kDate) {
    return Meets(a.quantity.days, b.quantity.days);
  }
  if (a.quantity.kind == QuantityKind::kDuration &&
      a.quantity.unit.id != b.quantity.unit.id) {
    return a.quantity.iso == b.quantity.iso;
  }
  const Interval& x = a.quantity.range;
  const Interval& y = b.quantity.range;
  if (a.quantity.unit.factor != b.quantity.unit.factor) {
    const auto s = Times(x, a.quantity.unit.factor);
    const auto t = Times(y, b.quantity.unit.factor);
    return s && t && Meets(*s, *t);
  }
  return Meets(x, y);
}

class Run {
 public:
  Run(const LinkWeights& weights, absl::Span<const LinkArticle> articles,
      absl::Span<const Claim> claims)
      : w_(weights), articles_(articles), claims_(claims), rarities_(claims) {
    by_article_.resize(articles.size());
    for (uint32_t c = 0; c < claims.size(); ++c) {
      if (CanLink(claims[c])) {
        by_article_[claims[c].article][UnitClass(claims[c])].push_back(c);
      }
    }
  }

  LinkResult Go() {
    LinkResult out;
    const std::vector<ArticlePair> pairs =
        PairArticles(articles_, w_.event_least);
    out.origin = FindOrigins(articles_.size(), pairs);
    for (uint32_t a = 0; a < articles_.size(); ++a) {
      LinkWithin(a, a, 60, false);
    }
    for (const ArticlePair& pair : pairs) {
      LinkWithin(pair.a, pair.b, pair.likeness,
                 out.origin[pair.a] == out.origin[pair.b]);
    }
    LinkKnownMeasures(out.origin);
    Finish(out);
    return out;
  }

  LinkResult GoStatements() {
    LinkResult out;
    const std::vector<ArticlePair> pairs = PairArticles(articles_, 0);
    out.origin = {0, 1};
    int likeness = kStatementLikeness;
    for (const ArticlePair& pair : pairs) {
      likeness = std::max(likeness, pair.likeness);
    }
    LinkWithin(0, 1, likeness, false);
    Finish(out);
    return out;
  }

 private:
  void Finish(LinkResult& out) {
    std::sort(found_.begin(), found_.end(),
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
  }

  struct Candidate {
    uint32_t a, b;
    int score;
    bool meets;
  };

  // Figures of one sentence are different facts, said side by side.
  bool SameSentence(const Claim& a, const Claim& b) const {
    return a.article == b.article && a.sentence == b.sentence;
  }

  void LinkWithin(uint32_t article_a, uint32_t article_b, int likeness,
                  bool copy) {
    for (const auto& [unit, list_a] : by_article_[article_a]) {
      const auto other = by_article_[article_b].find(unit);
      if (other == by_article_[article_b].end()) continue;
      std::vector<Candidate> candidates;
      for (uint32_t a : list_a) {
        for (uint32_t b : other->second) {
          if (article_a == article_b && b <= a) continue;
          if (SameSentence(claims_[a], claims_[b]) ||
              !Comparable(claims_[a].quantity, claims_[b].quantity)) {
            continue;
          }
          ++weighed_;
          const PairWeight weight =
              WeighPair(claims_[a], claims_[b], likeness, rarities_, w_, false);
          if (weight.apart || weight.score < w_.threshold - w_.margin) {
            continue;
          }
          candidates.push_back(
              {a, b, weight.score, ValuesMeet(claims_[a], claims_[b])});
        }
      }
      Keep(candidates, likeness, copy);
    }
  }

  // A differing link is kept only where neither side has an equal figure that
  // fits about as well in the other article: then the two are told apart by
  // both articles.
  void Keep(const std::vector<Candidate>& candidates, int likeness, bool copy) {
    absl::flat_hash_map<uint32_t, int> best_meeting;
    for (const Candidate& c : candidates) {
      if (!c.meets) continue;
      for (uint32_t side : {c.a, c.b}) {
        int& best = best_meeting[side];
        best = std::max(best, c.score);
      }
    }
    for (const Candidate& c : candidates) {
      if (c.score < w_.threshold) continue;
      if (!c.meets) {
        const auto a = best_meeting.find(c.a), b = best_meeting.find(c.b);
        if (a != best_meeting.end() && a->second + w_.margin >= c.score) {
          continue;
        }
        if (b != best_meeting.end() && b->second + w_.margin >= c.score) {
          continue;
        }
      }
      Add(c.a, c.b, likeness, copy);
    }
  }

  void Add(uint32_t a, uint32_t b, int likeness, bool copy) {
    PairWeight weight =
        WeighPair(claims_[a], claims_[b], likeness, rarities_, w_, true);
    ClaimLink link;
    link.a = std::min(a, b);
    link.b = std::max(a, b);
    link.score = weight.score;
    link.same_metric = weight.same_metric;
    link.copy = copy;
    link.blocked = std::move(weight.blocked);
    std::stable_sort(weight.reasons.begin(), weight.reasons.end(),
                     [](const LinkReason& x, const LinkReason& y) {
                       return std::abs(x.points) > std::abs(y.points);
                     });
    for (const LinkReason& reason : weight.reasons) {
      if (link.why.size() == kMostReasons) break;
      std::string line(reason.name);
      line += reason.points > 0 ? " +" : " ";
      line += std::to_string(reason.points);
      if (!reason.detail.empty()) line += ": " + reason.detail;
      link.why.push_back(std::move(line));
    }
    found_.push_back(std::move(link));
  }

  // "DeepSeek was founded in 2023" is one fact in whatever story it stands.
  void LinkKnownMeasures(const std::vector<uint32_t>& origin) {
    std::map<std::tuple<std::string_view, uint64_t, uint32_t>,
             std::vector<uint32_t>>
        groups;
    for (uint32_t c = 0; c < claims_.size(); ++c) {
      const Claim& claim = claims_[c];
      if (!claim.metric_known || claim.subject_key == 0 || !CanLink(claim)) {
        continue;
      }
      groups[{claim.metric, claim.subject_key, UnitClass(claim)}].push_back(c);
    }
    for (const auto& [key, members] : groups) {
      if (members.size() < 2 || members.size() > kMostOfOneMetric) continue;
      std::vector<Candidate> candidates;
      for (size_t i = 0; i < members.size(); ++i) {
        for (size_t j = i + 1; j < members.size(); ++j) {
          const Claim& a = claims_[members[i]];
          const Claim& b = claims_[members[j]];
          if (a.article == b.article || !Comparable(a.quantity, b.quantity)) {
            continue;
          }
          ++weighed_;
          const PairWeight weight = WeighPair(a, b, 0, rarities_, w_, false);
          if (weight.apart || weight.score < w_.threshold) continue;
          candidates.push_back(
              {members[i], members[j], weight.score, ValuesMeet(a, b)});
        }
      }
      for (const Candidate& c : candidates) {
        Add(c.a, c.b, 0,
            origin[claims_[c.a].article] == origin[claims_[c.b].article]);
      }
    }
  }

  const LinkWeights& w_;
  absl::Span<const LinkArticle> articles_;
  absl::Span<const Claim> claims_;
  Rarities rarities_;
  std::vector<std::map<uint32_t, std::vector<uint32_t>>> by_article_;
  std::vector<ClaimLink> found_;
  uint64_t weighed_ = 0;
};

}  // namespace

LinkResult ClaimLinker::Link(absl::Span<const LinkArticle> articles,
                             absl::Span<const Claim> claims) const {
  return Run(tables_->weights, articles, claims).Go();
}

LinkResult ClaimLinker::LinkStatements(absl::Span<const LinkArticle> articles,
                                       absl::Span<const Claim> claims) const {
  return Run(tables_->weights, articles, claims).GoStatements();
}

}  // namespace crosscheck

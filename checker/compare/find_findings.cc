#include "checker/compare/find_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>

#include "checker/compare/finding_words.h"
#include "checker/rulebook/word_hash.h"

namespace crosscheck {
namespace {

// What a link came to. Only of the worst of a group more is asked, and that is
// compared anew: kept for all, it would be most of what comparing holds.
struct Edge {
  uint32_t link = 0;
  Verdict verdict = Verdict::kUndecided;
  Severity severity = Severity::kNone;
};

// The same amount in other words for what it is of: "12 dead", "12 people".
bool PrintTheSame(const Quantity& a, const Quantity& b) {
  const bool one_unit =
      a.unit.id == b.unit.id ||
      (a.kind == QuantityKind::kCount && b.kind == QuantityKind::kCount);
  return one_unit && a.modality == b.modality && a.range == b.range &&
         ValueText(a) == ValueText(b);
}

// Clusters of claims, joined link by link, the surest first.
class Clusters {
 public:
  explicit Clusters(absl::Span<const Claim> claims)
      : claims_(claims), parent_(claims.size()) {
    std::iota(parent_.begin(), parent_.end(), 0u);
  }

  uint32_t Find(uint32_t claim) {
    while (parent_[claim] != claim) {
      parent_[claim] = parent_[parent_[claim]];
      claim = parent_[claim];
    }
    return claim;
  }

  // False where joining would put two figures of one sentence together.
  bool Join(uint32_t a, uint32_t b) {
    a = Find(a);
    b = Find(b);
    if (a == b) return true;
    auto& mine = Sentences(a);
    auto& theirs = Sentences(b);
    for (const auto& place : theirs) {
      if (mine.contains(place)) return false;
    }
    mine.insert(theirs.begin(), theirs.end());
    sentences_.erase(b);
    parent_[b] = a;
    return true;
  }

 private:
  using Place = std::pair<uint32_t, uint32_t>;
  std::set<Place>& Sentences(uint32_t root) {
    auto& set = sentences_[root];
    if (set.empty()) {
      set.insert({claims_[root].article, claims_[root].sentence});
    }
    return set;
  }

  absl::Span<const Claim> claims_;
  std::vector<uint32_t> parent_;
  std::map<uint32_t, std::set<Place>> sentences_;
};

class Maker {
 public:
  Maker(absl::Span<const Claim> claims, absl::Span<const ClaimLink> links,
        absl::Span<const CompareArticle> articles, AreCopiesRef are_copies,
        const CompareSettings& settings, const ForEach& for_each)
      : claims_(claims),
        links_(links),
        articles_(articles),
        are_copies_(are_copies),
        settings_(settings),
        for_each_(for_each),
        words_(claims, articles) {}

  Findings Run(bool keep_agreeing) {
    Findings out;
    Clusters clusters(claims_);
    std::vector<Edge> compared(links_.size());
    for_each_(links_.size(), [&](size_t l) {
      const FigureComparison result = CompareLink(l);
      compared[l] = {static_cast<uint32_t>(l), result.verdict, result.severity};
    });
    // Figures that clash are linked on stricter terms than such as agree: they
    // come first, so that no chain of agreeing figures keeps them apart.
    const auto clashes = [&](uint32_t l) {
      return compared[l].verdict == Verdict::kConflict ||
             compared[l].verdict == Verdict::kUpdate;
    };
    std::vector<uint32_t> order(links_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&](uint32_t x, uint32_t y) {
      return std::make_pair(clashes(x), links_[x].score) >
             std::make_pair(clashes(y), links_[y].score);
    });
    std::vector<bool> kept(links_.size());
    std::vector<bool> is_linked(claims_.size());
    for (uint32_t l : order) {
      kept[l] = clusters.Join(links_[l].a, links_[l].b);
      if (kept[l]) is_linked[links_[l].a] = is_linked[links_[l].b] = true;
    }
    std::map<uint32_t, std::vector<Edge>> by_cluster;
    for (uint32_t l = 0; l < links_.size(); ++l) {
      if (!kept[l]) continue;
      by_cluster[clusters.Find(links_[l].a)].push_back(compared[l]);
    }
    std::vector<bool> is_compared(claims_.size());
    for (auto& [root, edges] : by_cluster) {
      const Edge& worst = WorstOf(edges);
      if (worst.verdict != Verdict::kUndecided) {
        for (const Edge& edge : edges) {
          is_compared[links_[edge.link].a] = true;
          is_compared[links_[edge.link].b] = true;
        }
      }
      const bool meets = worst.verdict == Verdict::kAgree ||
                         worst.verdict == Verdict::kCompatible;
      const bool is_news = worst.verdict != Verdict::kAgree && IsNews(worst);
      if (meets && !is_news) ++out.agreeing;
      if (!is_news && !keep_agreeing) continue;
      out.findings.push_back(MakeFinding(edges, worst));
    }
    out.linked = std::count(is_linked.begin(), is_linked.end(), true);
    out.compared = std::count(is_compared.begin(), is_compared.end(), true);
    std::stable_sort(
        out.findings.begin(), out.findings.end(),
        [](const Finding& x, const Finding& y) {
          return std::make_tuple(x.level, x.severity, Rank(x.verdict)) >
                 std::make_tuple(y.level, y.severity, Rank(y.verdict));
        });
    return out;
  }

 private:
  static int Rank(Verdict verdict) {
    switch (verdict) {
      case Verdict::kConflict:
        return 4;
      case Verdict::kUpdate:
        return 3;
      case Verdict::kCompatible:
        return 2;
      case Verdict::kUndecided:
        return 1;
      case Verdict::kAgree:
        break;
    }
    return 0;
  }

  // How bad an edge is: its verdict, then its severity, whether it is worth a
  // note, then how sure.
  std::tuple<int, Severity, bool, int> Weight(const Edge& edge) const {
    return {Rank(edge.verdict), edge.severity, IsNews(edge),
            links_[edge.link].score};
  }

  // Do the two surely speak of one fact, by more than their values?
  bool IsTelling(const Edge& edge) const {
    const ClaimLink& link = links_[edge.link];
    return link.one_event && link.telling >= settings_.note_points;
  }

  // Is it worth a note? Always where figures clash; else where the two surely
  // speak of one fact, and print it differently.
  bool IsNews(const Edge& edge) const {
    const ClaimLink& link = links_[edge.link];
    switch (edge.verdict) {
      case Verdict::kConflict:
      case Verdict::kUpdate:
        return true;
      case Verdict::kUndecided:
        return link.may_clash && IsTelling(edge);
      case Verdict::kCompatible:
      case Verdict::kAgree:
        break;
    }
    return IsTelling(edge) &&
           !PrintTheSame(claims_[link.a].quantity, claims_[link.b].quantity);
  }

  const Edge& WorstOf(const std::vector<Edge>& edges) const {
    const Edge* worst = &edges[0];
    for (const Edge& edge : edges) {
      if (Weight(edge) > Weight(*worst)) worst = &edge;
    }
    return *worst;
  }

  FigureComparison CompareLink(size_t link) const {
    return CompareClaims(claims_[links_[link].a], claims_[links_[link].b],
                         links_[link], articles_, settings_);
  }

  Finding MakeFinding(const std::vector<Edge>& edges, const Edge& worst) const {
    FigureComparison result = CompareLink(worst.link);
    Finding out;
    out.verdict = result.verdict;
    out.severity = result.severity;
    out.rule = result.rule;
    out.gap = std::move(result.gap);
    out.likely_slip = std::move(result.likely_slip);
    out.claims = Members(edges, worst);
    out.clash_count = 2;
    Name(out);
    out.message = words_.Message(out, result);
    Explain(out, edges, links_[worst.link], result);
    out.level = LevelOf(out);
    out.fingerprint = Fingerprint(out);
    return out;
  }

  // The worst pair first; then, for a conflict, every member of a clash, and
  // those that stand by one; else all.
  std::vector<uint32_t> Members(const std::vector<Edge>& edges,
                                const Edge& worst) const {
    std::vector<uint32_t> out = {links_[worst.link].a, links_[worst.link].b};
    const auto add = [&](uint32_t claim) {
      if (std::find(out.begin(), out.end(), claim) == out.end()) {
        out.push_back(claim);
      }
    };
    if (worst.verdict != Verdict::kConflict) {
      for (const Edge& edge : edges) {
        if (!IsTelling(edge)) continue;
        add(links_[edge.link].a);
        add(links_[edge.link].b);
      }
      std::sort(out.begin() + 2, out.end());
      return out;
    }
    for (const Edge& edge : edges) {
      if (edge.verdict != Verdict::kConflict) continue;
      add(links_[edge.link].a);
      add(links_[edge.link].b);
    }
    const std::vector<uint32_t> clashing = out;
    // Who stands by one side must be linked at least half as surely.
    const int least = links_[worst.link].score / 2;
    for (const Edge& edge : edges) {
      if (edge.verdict != Verdict::kAgree || !IsTelling(edge) ||
          links_[edge.link].score < least) {
        continue;
      }
      for (uint32_t side : clashing) {
        if (links_[edge.link].a == side) add(links_[edge.link].b);
        if (links_[edge.link].b == side) add(links_[edge.link].a);
      }
    }
    std::sort(out.begin() + 2, out.end());
    return out;
  }

  // The subject and metric most members name; a known metric before an open
  // one; the first in order of the members among equals.
  void Name(Finding& finding) const {
    std::vector<std::pair<std::string_view, int>> subjects, metrics;
    const auto count = [](std::vector<std::pair<std::string_view, int>>& counts,
                          std::string_view name, int by) {
      if (name.empty()) return;
      for (auto& [known, n] : counts) {
        if (known == name) {
          n += by;
          return;
        }
      }
      counts.emplace_back(name, by);
    };
    for (uint32_t c : finding.claims) {
      const Claim& claim = claims_[c];
      count(subjects, claim.subject, 1);
      count(metrics, claim.metric, claim.metric_known ? 100 : 1);
    }
    const auto most =
        [](const std::vector<std::pair<std::string_view, int>>& counts) {
          std::string_view best;
          int most = 0;
          for (const auto& [name, n] : counts) {
            if (n > most) {
              best = name;
              most = n;
            }
          }
          return std::string(best);
        };
    finding.subject = most(subjects);
    finding.metric = most(metrics);
  }

  void Explain(Finding& finding, const std::vector<Edge>& edges,
               const ClaimLink& link, const FigureComparison& worst) const {
    finding.explanation.push_back(fmt::format(
        "taken for one fact with {} points: {}", link.score, link.why));
    for (const std::string& step : worst.steps) {
      finding.explanation.push_back(step);
    }
    if (link.copy) {
      finding.explanation.push_back(
          "the two articles share most of their text: one was edited");
    }
    std::set<uint32_t> articles;
    for (const Edge& edge : edges) {
      for (uint32_t c : {links_[edge.link].a, links_[edge.link].b}) {
        articles.insert(claims_[c].article);
      }
    }
    // The first of each text among these articles, whatever others there are.
    std::vector<uint32_t> origins;
    for (const uint32_t a : articles) {
      if (std::none_of(origins.begin(), origins.end(),
                       [&](uint32_t o) { return are_copies_(o, a); })) {
        origins.push_back(a);
      }
    }
    if (articles.size() > origins.size()) {
      finding.explanation.push_back(fmt::format(
          "{} articles of {} origin{}: copies confirm nothing", articles.size(),
          origins.size(), origins.size() == 1 ? "" : "s"));
    }
    if (finding.verdict == Verdict::kConflict) {
      finding.explanation.push_back(words_.Remedy(finding));
    }
  }

  Level LevelOf(const Finding& finding) const {
    const auto own = settings_.levels.find(finding.rule);
    if (own != settings_.levels.end()) return own->second;
    switch (finding.verdict) {
      case Verdict::kConflict:
        return finding.severity == Severity::kHigh ? Level::kError
                                                   : Level::kWarning;
      case Verdict::kUpdate:
      case Verdict::kCompatible:
      case Verdict::kUndecided:
        return Level::kNote;
      case Verdict::kAgree:
        break;
    }
    return Level::kNone;
  }

  // Over the fact, the rule, and each member's document, sentence and value.
  std::string Fingerprint(const Finding& finding) const {
    std::set<std::string> members;
    for (uint32_t c : finding.claims) {
      const Claim& claim = claims_[c];
      const CompareArticle& article = articles_[claim.article];
      members.insert(fmt::format(
          "{}\n{:016x}\n{}\n{}", article.url.empty() ? article.id : article.url,
          WordHash(Cut(article.text, claim.sentence_span)),
          ValueText(claim.quantity), claim.quantity.unit.id));
    }
    const std::string all =
        fmt::format("{}\n{}\n{}\n{}", finding.rule, finding.subject,
                    finding.metric, fmt::join(members, "\n"));
    return fmt::format("{:016x}", WordHash(all));
  }

  absl::Span<const Claim> claims_;
  absl::Span<const ClaimLink> links_;
  absl::Span<const CompareArticle> articles_;
  AreCopiesRef are_copies_;
  const CompareSettings& settings_;
  const ForEach& for_each_;
  const FindingWords words_;
};

}  // namespace

Findings FindFindings(absl::Span<const Claim> claims,
                      absl::Span<const ClaimLink> links,
                      absl::Span<const CompareArticle> articles,
                      AreCopiesRef are_copies, const CompareSettings& settings,
                      bool keep_agreeing, const ForEach& for_each) {
  return Maker(claims, links, articles, are_copies, settings, for_each)
      .Run(keep_agreeing);
}

}  // namespace crosscheck

#include "checker/link/thirds.h"

#include <algorithm>

namespace crosscheck {

Thirds::Thirds(absl::Span<const LinkArticle> articles,
               const FigureTable& figures, const Collection& collection,
               absl::Span<const char> is_new, int event_least)
    : articles_(articles),
      figures_(figures),
      collection_(collection),
      is_new_(is_new),
      event_least_(event_least),
      neighbours_(articles.size()) {
  for (uint32_t article = 0; article < articles.size(); ++article) {
    const auto [first, limit] = figures.RangeOf(article);
    for (uint32_t c = first; c < limit; ++c) {
      const uint64_t figure = figures.FigureKey(c);
      if (figure == 0) continue;
      std::vector<uint32_t>& givers = givers_[figure];
      if (givers.empty() || givers.back() != article) givers.push_back(article);
    }
  }
}

void Thirds::SetPairs(absl::Span<const ArticlePair> pairs) {
  neighbours_.assign(articles_.size(), {});
  for (const ArticlePair& pair : pairs) {  // sorted, so each list is
    neighbours_[pair.a].push_back(pair.b);
    neighbours_[pair.b].push_back(pair.a);
  }
}

// Of two that are not new it was not asked yet.
bool Thirds::IsPaired(uint32_t a, uint32_t b) const {
  const auto& list = neighbours_[a];
  if (is_new_[a] || is_new_[b]) {
    return std::binary_search(list.begin(), list.end(), b);
  }
  const std::lock_guard<std::mutex> lock(old_pairs_mutex_);
  const auto [at, is_first] = old_pairs_.emplace(std::minmax(a, b), false);
  if (is_first) {
    at->second = ArePaired(articles_, collection_, at->first.first,
                           at->first.second, event_least_);
  }
  return at->second;
}

bool Thirds::Gives(uint32_t article, uint64_t figure) const {
  const std::vector<uint32_t>& givers = givers_.at(figure);
  return std::binary_search(givers.begin(), givers.end(), article);
}

void Thirds::SetSigns(uint32_t article_a, uint32_t article_b,
                      absl::Span<Candidate> candidates) const {
  if (article_a == article_b) return;
  // One of the two is new, and knows the articles around it.
  const bool a_knows = is_new_[article_a];
  const uint32_t other = a_knows ? article_b : article_a;
  const std::vector<uint32_t>& around =
      neighbours_[a_knows ? article_a : article_b];
  for (Candidate& candidate : candidates) {
    const uint64_t a = figures_.FigureKey(candidate.a);
    const uint64_t b = figures_.FigureKey(candidate.b);
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
        static_cast<int16_t>(both > 0 ? 0 : std::min(one, kMost));
  }
}

}  // namespace crosscheck

#include "checker/link/survey.h"

#include <algorithm>
#include <utility>

#include "checker/link/figure_keys.h"

namespace crosscheck {
namespace {

// What one article adds, its claims by their place in it.
struct Share {
  CollectionKeys keys;
  std::vector<FigureKeys> figures;
  std::vector<std::pair<uint64_t, uint32_t>> lasting;
};

Share ShareOf(const ArticleProfile& profile, const std::vector<Claim>& claims) {
  Share out;
  out.keys = KeysOf(profile, claims);
  for (uint32_t c = 0; c < claims.size(); ++c) {
    const Claim& claim = claims[c];
    out.figures.push_back(KeysOfFigure(claim));
    if (!claim.metric_single || claim.quantity.kind != QuantityKind::kDate) {
      continue;
    }
    if (const uint64_t key = MeasureKey(claim))
      out.lasting.emplace_back(key, c);
  }
  return out;
}

}  // namespace

Survey SurveyArticles(absl::Span<const LinkArticle> articles,
                      const ClaimsOf& claims_of, const ForEach& for_each) {
  constexpr size_t kInARow = 16;   // of one thread, claims in one room
  constexpr size_t kAtOnce = 256;  // the shares are larger than their sum
  Survey out;
  std::vector<Share> shares;
  for (size_t first = 0; first < articles.size(); first += kAtOnce) {
    shares.assign(std::min(kAtOnce, articles.size() - first), {});
    for_each((shares.size() + kInARow - 1) / kInARow, [&](size_t row) {
      std::vector<Claim> claims;
      const size_t limit = std::min((row + 1) * kInARow, shares.size());
      for (size_t i = row * kInARow; i < limit; ++i) {
        const auto article = static_cast<uint32_t>(first + i);
        claims = claims_of(article, std::move(claims));
        shares[i] = ShareOf(*articles[article].profile, claims);
      }
    });
    for (const Share& share : shares) {
      const uint32_t first_claim = out.figures.size();
      out.figures.Add(share.figures);
      Count(share.keys, 1, out.collection);
      for (const auto& [key, claim] : share.lasting) {
        out.lasting[key].push_back(first_claim + claim);
      }
    }
  }
  return out;
}

}  // namespace crosscheck

#include "checker/link/survey.h"

#include <algorithm>
#include <utility>

#include "checker/link/figure_keys.h"

namespace crosscheck {
namespace {

// Of one article: what it adds, its claims by their place in it.
struct Part {
  CollectionKeys keys;
  std::vector<FigureKeys> figures;
  std::vector<std::pair<uint64_t, uint32_t>> lasting;
};

Part PartOf(const ArticleProfile& profile, const std::vector<Claim>& claims) {
  Part out;
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
  constexpr size_t kAtOnce = 256;  // the parts are larger than their sum
  Survey out;
  std::vector<Part> parts;
  for (size_t first = 0; first < articles.size(); first += kAtOnce) {
    parts.assign(std::min(kAtOnce, articles.size() - first), {});
    for_each(parts.size(), [&](size_t i) {
      const auto article = static_cast<uint32_t>(first + i);
      parts[i] = PartOf(*articles[article].profile, claims_of(article, {}));
    });
    for (const Part& part : parts) {
      const uint32_t first_claim = out.figures.size();
      out.figures.Add(part.figures);
      Count(part.keys, 1, out.collection);
      for (const auto& [key, claim] : part.lasting) {
        out.lasting[key].push_back(first_claim + claim);
      }
    }
  }
  return out;
}

}  // namespace crosscheck

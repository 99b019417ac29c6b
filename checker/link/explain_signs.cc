#include "checker/link/explain_signs.h"

#include <algorithm>
#include <cstdlib>

#include "checker/link/shared_words.h"

namespace crosscheck {
namespace {

constexpr size_t kMostReasons = 6;
constexpr size_t kMostDetail = 120;  // bytes

// The shared features of a kind, the rarest first, as they stand in `text`.
std::string Shared(const Claim& a, const Claim& b, bool names,
                   std::string_view text, const Rarities& rarities) {
  std::vector<std::pair<int, Span>> found;
  for (size_t i = 0, j = 0; i < a.features.size() && j < b.features.size();) {
    const Feature& x = a.features[i];
    const Feature& y = b.features[j];
    if (x.key < y.key) {
      ++i;
      continue;
    }
    if (y.key < x.key) {
      ++j;
      continue;
    }
    ++i;
    ++j;
    if (x.kind == FeatureKind::kFigure ||
        (x.kind == FeatureKind::kName) != names) {
      continue;
    }
    found.emplace_back(-rarities.Of(x.key) * Proximity(x.distance), x.span);
  }
  std::sort(found.begin(), found.end());
  std::string out;
  Span last;
  for (const auto& [weight, span] : found) {
    if (span == last || span.end > text.size()) continue;
    last = span;
    if (out.size() > kMostDetail) break;
    if (!out.empty()) out += ", ";
    out += Cut(text, span);
  }
  return out;
}

}  // namespace

std::string ExplainSigns(const PairSigns& signs, const Claim& a, const Claim& b,
                         std::string_view a_text, const Rarities& rarities,
                         const LinkWeights& weights) {
  std::vector<std::pair<int, size_t>> order;
  for (size_t i = 0; i < kLinkSigns; ++i) {
    const int points = signs.signs[i] * weights.points[i] / 100;
    if (points != 0 && i > static_cast<size_t>(LinkSign::kOtherKind)) {
      order.emplace_back(-std::abs(points), i);
    }
  }
  std::sort(order.begin(), order.end());
  if (order.size() > kMostReasons) order.resize(kMostReasons);
  std::string out;
  for (const auto& [rank, i] : order) {
    const int points = signs.signs[i] * weights.points[i] / 100;
    const auto sign = static_cast<LinkSign>(i);
    if (!out.empty()) out += "; ";
    out += NameOf(sign);
    out += points > 0 ? " +" : " ";
    out += std::to_string(points);
    std::string detail;
    switch (sign) {
      case LinkSign::kSameNoun:
        detail = a.noun;
        break;
      case LinkSign::kSameMetric:
        detail = a.metric;
        break;
      case LinkSign::kSameSubject:
        detail = a.subject;
        break;
      case LinkSign::kWordsAlike:
      case LinkSign::kWordsShared:
      case LinkSign::kNearWordsAlike:
        detail = Shared(a, b, false, a_text, rarities);
        break;
      case LinkSign::kNamesAlike:
      case LinkSign::kNamesShared:
        detail = Shared(a, b, true, a_text, rarities);
        break;
      default:
        break;
    }
    if (!detail.empty()) out += ": " + detail;
  }
  return out;
}

}  // namespace crosscheck

#include "checker/link/explain_signs.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "checker/link/shared_words.h"

namespace crosscheck {
namespace {

constexpr size_t kMostReasons = 6;
constexpr size_t kMostDetail = 120;  // bytes

// The shared features of a kind, the rarest first, as they stand in `text`.
std::string Shared(const RatedClaim& a, const RatedClaim& b, bool names,
                   std::string_view text) {
  const std::vector<Feature>& of_a = a.claim.features;
  const std::vector<Feature>& of_b = b.claim.features;
  std::vector<std::pair<int, Span>> found;
  for (size_t i = 0, j = 0; i < of_a.size() && j < of_b.size();) {
    const Feature& x = of_a[i];
    const Feature& y = of_b[j];
    if (x.key != y.key) {
      ++(x.key < y.key ? i : j);
      continue;
    }
    if (x.kind != FeatureKind::kFigure &&
        (x.kind == FeatureKind::kName) == names) {
      found.emplace_back(-int{a.rarities[i]} * Proximity(x.distance), x.span);
    }
    ++i;
    ++j;
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

std::string ExplainSigns(const PairSigns& signs, const RatedClaim& a,
                         const RatedClaim& b, std::string_view a_text,
                         const LinkWeights& weights) {
  std::vector<std::pair<int, size_t>> order;
  for (size_t i = 0; i < kLinkSigns; ++i) {
    if (signs.signs[i] == 0) continue;
    const int points = signs.signs[i] * weights.points[i] / 100;
    if (points != 0 && i > static_cast<size_t>(LinkSign::kOtherKind)) {
      order.emplace_back(-std::abs(points), i);
    }
  }
  std::sort(order.begin(), order.end());
  if (order.size() > kMostReasons) order.resize(kMostReasons);
  std::string out;
  std::optional<std::string> words, names;  // they share
  for (const auto& [rank, i] : order) {
    const int points = signs.signs[i] * weights.points[i] / 100;
    const auto sign = static_cast<LinkSign>(i);
    if (!out.empty()) out += "; ";
    out += NameOf(sign);
    out += points > 0 ? " +" : " ";
    out += std::to_string(points);
    std::string_view detail;
    switch (sign) {
      case LinkSign::kSameNoun:
        detail = a.claim.noun;
        break;
      case LinkSign::kSameMetric:
        detail = a.claim.metric;
        break;
      case LinkSign::kSameSubject:
        detail = a.claim.subject;
        break;
      case LinkSign::kWordsAlike:
      case LinkSign::kWordsShared:
      case LinkSign::kNearWordsAlike:
        if (!words) words = Shared(a, b, false, a_text);
        detail = *words;
        break;
      case LinkSign::kNamesAlike:
      case LinkSign::kNamesShared:
        if (!names) names = Shared(a, b, true, a_text);
        detail = *names;
        break;
      default:
        break;
    }
    if (detail.empty()) continue;
    out += ": ";
    out += detail;
  }
  return out;
}

}  // namespace crosscheck

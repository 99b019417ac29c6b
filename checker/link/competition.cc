#include "checker/link/competition.h"

#include <algorithm>
#include <bit>

namespace crosscheck {
namespace {

// Of a known metric, only figures of that metric are rivals.
bool IsOfOneMetric(const PairSigns& signs) {
  return signs[LinkSign::kSameMetric] != 0;
}

}  // namespace

void Competition::Standings::Clear(const FigureTable& figures,
                                   uint32_t article_a, uint32_t article_b) {
  const FigureTable::Range a = figures.RangeOf(article_a);
  const FigureTable::Range b = figures.RangeOf(article_b);
  first_a_ = a.first;
  first_b_ = b.first;
  size_a_ = a.limit - a.first;
  standings_.assign(size_a_ + (b.limit - b.first), {});
}

template <typename Takes>
void Competition::CountPartners(absl::Span<const Candidate> candidates,
                                Partners Standing::*count, const Takes& takes) {
  partners_.clear();
  const auto add = [&](uint32_t claim, uint32_t partner) {
    partners_.push_back(uint64_t{claim} << 32 |
                        uint64_t{figures_.ValueId(partner)} << 1 |
                        (standings_.Of(partner).has_equal ? 0 : 1));
  };
  for (const Candidate& candidate : candidates) {
    if (!takes(candidate.signs)) continue;
    add(candidate.a, candidate.b);
    add(candidate.b, candidate.a);
  }
  std::sort(partners_.begin(), partners_.end());
  for (size_t i = 0; i < partners_.size(); ++i) {
    // Of a value given twice the last counts: the one that is open.
    if (i + 1 < partners_.size() &&
        partners_[i + 1] >> 1 == partners_[i] >> 1) {
      continue;
    }
    Partners& found =
        standings_.Of(static_cast<uint32_t>(partners_[i] >> 32)).*count;
    ++found.values;
    found.open += partners_[i] & 1;
  }
}

void Competition::SetSigns(uint32_t article_a, uint32_t article_b,
                           absl::Span<Candidate> candidates) {
  standings_.Clear(figures_, article_a, article_b);
  for (Candidate& candidate : candidates) {
    const bool equal = candidate.signs[LinkSign::kSameValue] != 0 &&
                       candidate.signs[LinkSign::kOtherNoun] == 0;
    const bool of_such = equal && candidate.signs[LinkSign::kOnePart] == 0 &&
                         (candidate.signs[LinkSign::kCount] == 0 ||
                          candidate.signs[LinkSign::kSameNoun] != 0 ||
                          candidate.signs[LinkSign::kKinNoun] != 0 ||
                          candidate.signs[LinkSign::kSameFacet] != 0);
    for (uint32_t side : {candidate.a, candidate.b}) {
      Standing& standing = standings_.Of(side);
      standing.has_equal |= equal;
      standing.has_such |= of_such;
    }
  }
  CountPartners(candidates, &Standing::any, [](const PairSigns& signs) {
    return signs[LinkSign::kOtherNoun] == 0;
  });
  CountPartners(candidates, &Standing::of_one_metric, IsOfOneMetric);
  for (Candidate& candidate : candidates) {
    const Standing& x = standings_.Of(candidate.a);
    const Standing& y = standings_.Of(candidate.b);
    PairSigns& signs = candidate.signs;
    const auto count =
        IsOfOneMetric(signs) ? &Standing::of_one_metric : &Standing::any;
    const Partners &p = x.*count, &q = y.*count;
    signs[LinkSign::kRivals] =
        static_cast<int16_t>(std::bit_width(std::max(p.values, q.values)));
    signs[LinkSign::kOpenRivals] =
        static_cast<int16_t>(std::bit_width(std::max(p.open, q.open)));
    if (signs[LinkSign::kSameValue] != 0) continue;
    if (x.has_such && y.has_such) {
      signs[LinkSign::kElsewhereBoth] = 1;
    } else if (x.has_such || y.has_such) {
      signs[LinkSign::kElsewhereOne] = 1;
    } else if (x.has_equal || y.has_equal) {
      signs[LinkSign::kElsewhereLoose] = 1;
    }
  }
}

}  // namespace crosscheck

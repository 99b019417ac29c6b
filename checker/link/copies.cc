#include "checker/link/copies.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace crosscheck {
namespace {

constexpr size_t kCopyShare = 50;  // hundredths

// How many runs of words must be shared by one with so many.
size_t Needed(size_t runs) { return (runs * kCopyShare + 99) / 100; }

// How many runs of words both hold, or any number below `least` where they are
// fewer. `s` is the shorter.
size_t CountShared(const std::vector<uint64_t>& s,
                   const std::vector<uint64_t>& t, size_t least) {
  const size_t most_missed = s.size() - least;
  size_t shared = 0;
  // Which is smaller cannot be foreseen, so no branch hangs on it.
  for (size_t i = 0, j = 0; i < s.size() && j < t.size();) {
    const uint64_t x = s[i], y = t[j];
    shared += x == y ? 1 : 0;
    i += x <= y ? 1 : 0;
    j += y <= x ? 1 : 0;
    if (i > most_missed + shared) break;
  }
  return shared;
}

using Holder = std::pair<uint64_t, uint32_t>;  // a run of words, an article

// All, sorted: runs are hashes, so their first bits part them evenly.
std::vector<Holder> HoldersOf(
    absl::Span<const ArticleProfile* const> profiles) {
  constexpr int kBits = 12;
  const auto part_of = [](uint64_t run) { return run >> (64 - kBits); };
  std::vector<size_t> place((size_t{1} << kBits) + 1);
  for (const ArticleProfile* profile : profiles) {
    for (const uint64_t run : profile->shingles) ++place[part_of(run) + 1];
  }
  for (size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
  std::vector<Holder> holders(place.back());
  for (uint32_t a = 0; a < profiles.size(); ++a) {
    for (const uint64_t run : profiles[a]->shingles) {
      holders[place[part_of(run)]++] = {run, a};
    }
  }
  // Each place is now where the next part begins.
  auto first = holders.begin();
  for (size_t part = 0; part + 1 < place.size(); ++part) {
    const auto limit =
        holders.begin() + static_cast<std::ptrdiff_t>(place[part]);
    std::sort(first, limit);
    first = limit;
  }
  return holders;
}

// A run of words in more than one article: its holders, as a range.
struct Group {
  uint32_t first = 0;
  uint32_t limit = 0;
};

}  // namespace

Copies::Copies(absl::Span<const ArticleProfile* const> profiles) {
  const auto runs = [&](uint32_t a) -> const std::vector<uint64_t>& {
    return profiles[a]->shingles;
  };
  const std::vector<Holder> holders = HoldersOf(profiles);
  std::vector<std::vector<Group>> groups(profiles.size());
  for (uint32_t first = 0, limit; first < holders.size(); first = limit) {
    limit = first + 1;
    while (limit < holders.size() &&
           holders[limit].first == holders[first].first) {
      ++limit;
    }
    if (limit - first < 2) continue;
    for (uint32_t h = first; h < limit; ++h) {
      groups[holders[h].second].push_back({first, limit});
    }
  }
  std::vector<uint32_t> seen(profiles.size(), UINT32_MAX);
  for (uint32_t a = 0; a < profiles.size(); ++a) {
    // The copy of an article holds so many of its shared runs that it cannot
    // do without all but `needed` - 1 of them: without one of the rarest rest.
    const size_t needed = Needed(runs(a).size());
    if (needed == 0 || groups[a].size() < needed) continue;
    std::sort(groups[a].begin(), groups[a].end(), [](Group x, Group y) {
      return std::pair(x.limit - x.first, x.first) <
             std::pair(y.limit - y.first, y.first);
    });
    for (size_t g = 0; g + needed <= groups[a].size(); ++g) {
      for (uint32_t h = groups[a][g].first; h < groups[a][g].limit; ++h) {
        const uint32_t b = holders[h].second;
        if (b == a || seen[b] == a || runs(b).size() < runs(a).size() ||
            (runs(b).size() == runs(a).size() && b < a)) {
          continue;
        }
        seen[b] = a;
        if (CountShared(runs(a), runs(b), needed) >= needed) {
          pairs_.push_back(std::minmax(a, b));
        }
      }
    }
  }
  std::sort(pairs_.begin(), pairs_.end());
}

bool Copies::Are(uint32_t a, uint32_t b) const {
  const std::pair<uint32_t, uint32_t> pair = std::minmax(a, b);
  return std::binary_search(pairs_.begin(), pairs_.end(), pair);
}

}  // namespace crosscheck

#ifndef CROSSCHECK_CHECKER_LINK_COMPETITION_H_
#define CROSSCHECK_CHECKER_LINK_COMPETITION_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "checker/link/candidate.h"
#include "checker/link/figure_table.h"

namespace crosscheck {

// Sets the signs of candidates that hang on the other candidates of the same
// two articles: how many partners each claim could have, and whether the other
// article gives its figure too. Cost: n log n for n candidates; no allocation
// once it has grown.
class Competition {
 public:
  // Keeps a reference.
  explicit Competition(const FigureTable& figures) : figures_(figures) {}

  // All candidates of two articles, or of one with itself.
  void SetSigns(uint32_t article_a, uint32_t article_b,
                absl::Span<Candidate> candidates);

 private:
  // Different values a claim could be held against, and how many of them are
  // not given on its own side.
  struct Partners {
    uint32_t values = 0;
    uint32_t open = 0;
  };
  // What the candidates come to for a claim.
  struct Standing {
    bool has_equal = false;
    bool has_such = false;  // … of the same thing, as far as is known
    Partners any;
    Partners of_one_metric;  // of them, those of its own metric
  };

  // Of each claim of the two articles.
  class Standings {
   public:
    void Clear(const FigureTable& figures, uint32_t article_a,
               uint32_t article_b);
    Standing& Of(uint32_t claim) {
      const bool in_a = claim - first_a_ < size_a_;
      return standings_[in_a ? claim - first_a_ : claim - first_b_ + size_a_];
    }

   private:
    uint32_t first_a_ = 0, first_b_ = 0, size_a_ = 0;
    std::vector<Standing> standings_;
  };

  // Counts the partners of the candidates that `takes` takes.
  template <typename Takes>
  void CountPartners(absl::Span<const Candidate> candidates,
                     Partners Standing::*count, const Takes& takes);

  const FigureTable& figures_;
  Standings standings_;
  // Claim, value of a partner of it, and whether that is open, as one number.
  std::vector<uint64_t> partners_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_COMPETITION_H_

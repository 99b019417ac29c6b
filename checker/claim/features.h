#ifndef CROSSCHECK_CHECKER_CLAIM_FEATURES_H_
#define CROSSCHECK_CHECKER_CLAIM_FEATURES_H_

#include <span>
#include <vector>

#include "checker/claim/sentence_view.h"
#include "checker/model/claim.h"
#include "checker/model/document.h"
#include "checker/model/quantity.h"

namespace crosscheck {

// Gathers the features of one claim after another: what its surroundings hold,
// by which linking knows it again. The nearest come first to the limit, so the
// claim's own sentence is added before others. For one article; not
// thread-safe.
//
//   Features features(document);
//   features.Add(view, &figure);            // the figure's own sentence
//   features.AddFigures(figures, figure);
//   features.Add(before, nullptr);          // the sentence before
//   claim.features = features.Take();
class Features {
 public:
  explicit Features(const Document& document) : document_(document) {}

  // The concepts, names and words of a sentence, with their distances from
  // `figure`; null: it stands in another sentence.
  void Add(const SentenceView& view, const Quantity* figure);
  // The figures of its sentence but itself: two sentences that hold the same
  // ones tell the same story.
  void AddFigures(std::span<const Quantity> figures, const Quantity& figure);
  // What was added, as Claim::features are: sorted, each key at its nearest, at
  // most 96 before that. Begins anew.
  std::vector<Feature> Take();

 private:
  const Document& document_;
  std::vector<Feature> features_;  // keeps its room from claim to claim
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_FEATURES_H_

#ifndef CROSSCHECK_CHECKER_CLAIM_FACETS_H_
#define CROSSCHECK_CHECKER_CLAIM_FACETS_H_

#include <cstdint>

#include "checker/claim/concepts.h"
#include "checker/claim/sentence_view.h"
#include "checker/model/claim.h"
#include "checker/model/document.h"
#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// What a figure counts, and what its sentence says of that: the dead or the
// injured, planned or spent. For one article; keeps references.
//
//   "killed 12 soldiers": noun soldier, facet outcome=death
class FacetReader {
 public:
  FacetReader(const Rulebook& rules, const Concepts& concepts,
              const Document& document)
      : rules_(rules), concepts_(concepts), document_(document) {}

  // What is counted: the concept at the head of the noun phrase ("225 employee
  // conferences" are conferences), else the word there. Of a count without a
  // noun, what it is the number of ("the number of employees fell to 5,200").
  void ReadNoun(const SentenceView& view, Claim& claim) const;

  // For each contrast group the nearest concept, sorted by group. A claim's own
  // counted noun comes first.
  void ReadFacets(const SentenceView& view, Claim& claim) const;

  // A count that still has no noun counts whom its facets befall: "12 were
  // killed" are persons. After ReadFacets.
  void ReadNounOfFacets(Claim& claim) const;

 private:
  // Takes what `mention`, a concept, word or name, says for the thing counted:
  // "12 Egyptians" count Egyptians, who are persons.
  void TakeNoun(const Mention& mention, Claim& claim) const;
  // Takes the concept, or what is counted by it: 12 dead are 12 persons.
  void TakeConcept(const Concept& idea, Claim& claim) const;
  void ReadNounBefore(const SentenceView& view, Claim& claim) const;
  int ScopeReach(uint32_t rule) const;

  const Rulebook& rules_;
  const Concepts& concepts_;
  const Document& document_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLAIM_FACETS_H_

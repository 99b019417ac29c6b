#include "checker/link/figure_keys.h"

#include <string>

#include "checker/rulebook/word_hash.h"

namespace crosscheck {

FigureKeys KeysOfFigure(const Claim& claim) {
  const Quantity& figure = claim.quantity;
  const std::string said = ValueText(figure);
  if (said.empty()) return {};
  const bool measured = !figure.unit.quantity.empty();
  const bool counted = figure.kind == QuantityKind::kCount;
  return {WordHash(measured ? said + figure.unit.id : said),
          WordHash(said + std::string(ToString(figure.kind)) + figure.unit.id,
                   counted ? claim.noun_key : uint64_t{0})};
}

uint64_t ThingKey(const Claim& claim, bool has_clock) {
  if (claim.metric_known) return WordHash(claim.metric);
  std::string said(ToString(claim.quantity.kind));
  said += claim.quantity.unit.quantity;
  if (has_clock) said += "clock";
  for (const Facet& facet : claim.facets) {
    if (facet.near != Nearness::kClause || facet.stated_scope) continue;
    said += '|';
    said += facet.value;
  }
  return WordHash(said, claim.noun_key);
}

}  // namespace crosscheck

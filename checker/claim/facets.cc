#include "checker/claim/facets.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace crosscheck {
namespace {

// Beyond these a mention is not taken to speak of the figure.
constexpr int kFacetReach = 22;
constexpr int kScopeReach = 14;

// A count with no word for what is counted; a dual has it in itself.
bool IsBareCount(const Claim& claim) {
  return claim.quantity.kind == QuantityKind::kCount &&
         claim.quantity.unit.id.empty();
}

// Of mentions in turn, the noun that is counted: a concept settles it, else it
// is the first word or name.
bool Settles(const Mention& mention, const Mention*& noun) {
  const bool is_concept = mention.kind == Mention::kConcept;
  const bool is_word =
      mention.kind == Mention::kWord || mention.kind == Mention::kName;
  if (is_concept || (is_word && noun == nullptr)) noun = &mention;
  return is_concept;
}

}  // namespace

void FacetReader::TakeConcept(const Concept& idea, Claim& claim) const {
  claim.noun = idea.name;
  claim.noun_key = idea.counts.empty() ? idea.key : ConceptKey(idea.counts);
  claim.noun_is_concept = true;
  claim.noun_broader = concepts_.Broader(idea.name);
}

void FacetReader::TakeNoun(const Mention& mention, Claim& claim) const {
  claim.noun = mention.text;
  claim.noun_key = mention.key;
  claim.noun_is_concept = mention.kind == Mention::kConcept;
  if (claim.noun_is_concept && mention.idea != nullptr) {
    TakeConcept(*mention.idea, claim);
  }
  if (mention.kind != Mention::kName || !mention.by_rule) return;
  const Concept* idea =
      concepts_.OfNames(rules_.Attribute(mention.rule, "type"));
  if (idea == nullptr) return;
  // Known in every language, as concepts are; shown as it is printed.
  claim.noun = document_.Folded(mention.limit - 1);
  claim.noun_is_concept = true;
  claim.noun_broader = concepts_.Broader(idea->name);
  claim.noun_broader.insert(claim.noun_broader.begin(), idea->key);
}

void FacetReader::ReadNoun(const SentenceView& view, Claim& claim) const {
  const Quantity& figure = claim.quantity;
  if (figure.noun_first_token >= figure.noun_limit_token) {
    if (IsBareCount(claim)) ReadNounBefore(view, claim);
    return;
  }
  uint32_t head = figure.noun_first_token;
  for (uint32_t t = head; t < figure.noun_limit_token; ++t) {
    if (document_.Folded(t) == figure.unit.id) head = t;
  }
  const Mention* noun = nullptr;
  for (const Mention& mention : view.mentions) {
    if (mention.first > head || mention.limit <= head) continue;
    if (Settles(mention, noun)) break;
  }
  if (noun != nullptr) TakeNoun(*noun, claim);
}

void FacetReader::ReadNounBefore(const SentenceView& view, Claim& claim) const {
  const Quantity& figure = claim.quantity;
  const Mention* count_of = nullptr;  // the last one before the figure
  for (const Mention& mention : view.mentions) {
    if (mention.first >= figure.first_token) break;
    if (mention.kind == Mention::kCountOf &&
        view.Barriers(mention, figure) == 0 &&
        view.Distance(mention, figure) <= kFacetReach) {
      count_of = &mention;
    }
  }
  if (count_of == nullptr) return;
  const Mention* noun = nullptr;
  uint32_t next = count_of->limit;  // where its phrase goes on
  for (const Mention& mention : view.mentions) {
    if (mention.first < count_of->limit) continue;
    if (mention.first > next || mention.first >= figure.first_token) break;
    next = std::max(next, mention.limit);
    if (Settles(mention, noun)) break;
  }
  if (noun != nullptr) TakeNoun(*noun, claim);
}

void FacetReader::ReadNounOfFacets(Claim& claim) const {
  if (!IsBareCount(claim) || claim.noun_key != 0) return;
  for (const Facet& facet : claim.facets) {
    const Concept* idea = concepts_.Find(facet.value);
    if (facet.near == Nearness::kClause && !facet.stated_scope &&
        idea != nullptr && concepts_.Find(idea->counts) != nullptr) {
      TakeConcept(*idea, claim);
      return;
    }
  }
}

int FacetReader::ScopeReach(uint32_t rule) const {
  const std::string_view text = rules_.Attribute(rule, "reach");
  int reach = kScopeReach;
  std::from_chars(text.data(), text.data() + text.size(), reach);
  return reach;
}

void FacetReader::ReadFacets(const SentenceView& view, Claim& claim) const {
  struct Best {
    int cost;
    Facet facet;
  };
  std::vector<Best> best;
  const auto offer = [&](std::string_view axis, std::string_view value,
                         std::string_view rule, int cost, int barriers,
                         bool scope) {
    Facet facet{axis, value, rule,
                barriers == 0 ? Nearness::kClause : Nearness::kSentence, scope};
    for (Best& known : best) {
      if (known.facet.axis != axis) continue;
      if (cost < known.cost) known = {cost, facet};
      return;
    }
    best.push_back({cost, facet});
  };
  for (const Mention& mention : view.mentions) {
    if (mention.kind == Mention::kConcept && mention.idea != nullptr &&
        !mention.idea->group.empty()) {
      const int cost = view.Distance(mention, claim.quantity);
      if (cost > kFacetReach) continue;
      const Concept& idea = concepts_.InGroup(*mention.idea);
      if (!idea.CanBe(claim.quantity)) continue;
      offer(idea.group, idea.name, rules_.Id(mention.rule), cost,
            view.Barriers(mention, claim.quantity), false);
    } else if (mention.kind == Mention::kScope) {
      const int cost = view.Distance(mention, claim.quantity);
      if (cost > ScopeReach(mention.rule)) continue;
      offer(rules_.Attribute(mention.rule, "axis"), rules_.Means(mention.rule),
            rules_.Id(mention.rule), cost,
            view.Barriers(mention, claim.quantity), true);
    }
  }
  for (Best& known : best) claim.facets.push_back(known.facet);
  std::sort(claim.facets.begin(), claim.facets.end(),
            [](const Facet& a, const Facet& b) { return a.axis < b.axis; });
}

}  // namespace crosscheck

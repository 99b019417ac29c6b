#include "checker/claim/subject.h"

#include <string>

namespace crosscheck {
namespace {

// How many tokens nearer a name behind a preposition must stand.
constexpr int kGovernedCost = 8;
// At this cost a name is close.
constexpr int kSureCost = 12;

}  // namespace

std::string_view SubjectReader::Take(const SentenceView& view,
                                     const Mention& mention,
                                     Claim& claim) const {
  // A name of several words is several mentions: all of it is shown.
  uint32_t first = mention.first, limit = mention.limit;
  if (!mention.by_rule) {
    // Between them may stand what their words mean besides ("Port Salam").
    const auto at = static_cast<size_t>(&mention - view.mentions.data());
    for (size_t i = at; i-- > 0;) {
      const Mention& before = view.mentions[i];
      if (before.kind != Mention::kName) continue;
      if (before.by_rule || before.limit != first) break;
      first = before.first;
    }
    for (size_t i = at + 1; i < view.mentions.size(); ++i) {
      const Mention& after = view.mentions[i];
      if (after.kind != Mention::kName) continue;
      if (after.by_rule || after.first != limit) break;
      limit = after.limit;
    }
  }
  claim.subject_surface = Cut(
      article_.text,
      {document_.tokens[first].raw.begin, document_.tokens[limit - 1].raw.end});
  claim.subject =
      mention.by_rule ? mention.text : std::string_view(claim.subject_surface);
  claim.subject_key = mention.key;
  return mention.by_rule ? rules_.Attribute(mention.rule, "type")
                         : std::string_view();
}

bool SubjectReader::CanBe(const Mention& mention) const {
  if (mention.kind != Mention::kName) return false;
  if (!mention.by_rule) return true;
  return rules_.Attribute(mention.rule, "type") != "demonym";
}

std::optional<std::string_view> SubjectReader::TakeFirst(
    const SentenceView& view, Claim& claim) const {
  for (const Mention& mention : view.mentions) {
    if (!CanBe(mention)) continue;
    return Take(view, mention, claim);
  }
  return std::nullopt;
}

SubjectReader::Known SubjectReader::Read(const SentenceView& view,
                                         ViewOf view_of, Claim& claim) const {
  const Mention* best = nullptr;
  int best_cost = 0;
  for (const Mention& mention : view.mentions) {
    if (!CanBe(mention)) continue;
    if (claim.speaker.find(Cut(
            article_.text, {document_.tokens[mention.first].raw.begin,
                            document_.tokens[mention.limit - 1].raw.end})) !=
        std::string::npos) {
      continue;
    }
    // A name after the figure is less often its subject, nor is one behind a
    // preposition.
    int cost = view.Distance(mention, claim.quantity) +
               (mention.first > claim.quantity.first_token ? 6 : 0) -
               (mention.by_rule ? 2 : 0) +
               (mention.governed ? kGovernedCost : 0);
    if (best == nullptr || cost < best_cost) {
      best = &mention;
      best_cost = cost;
    }
  }
  if (best != nullptr) {
    return {Take(view, *best, claim), best->governed || best_cost > kSureCost};
  }
  // The sentence before it, in its paragraph; then the headline.
  const auto& sentences = document_.sentences;
  if (claim.sentence > 0 && sentences[claim.sentence - 1].paragraph ==
                                sentences[claim.sentence].paragraph) {
    const auto type = TakeFirst(view_of(claim.sentence - 1), claim);
    if (type) return {*type};
  }
  if (!sentences.empty() && sentences[0].is_title) {
    return {TakeFirst(view_of(0), claim).value_or("")};
  }
  return {};
}

}  // namespace crosscheck

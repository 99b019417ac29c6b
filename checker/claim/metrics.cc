#include "checker/claim/metrics.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace crosscheck {
namespace {

constexpr int kMaxCost = 24;

std::vector<std::string_view> Words(
    const std::vector<std::string_view>& lists) {
  std::vector<std::string_view> words;
  for (std::string_view list : lists) {
    while (!list.empty()) {
      const size_t end = std::min(list.find_first_of(", "), list.size());
      if (end > 0) words.push_back(list.substr(0, end));
      list.remove_prefix(std::min(end + 1, list.size()));
    }
  }
  return words;
}

}  // namespace

MetricTable::MetricTable(const Rulebook& rules) : rules_(rules) {
  std::unordered_map<std::string_view, Limits> limits_of_metric;
  const auto all = rules.OfKind(RuleKind::kMetrics);
  for (uint32_t rule : all) {
    if (rules.Language(rule) == kShared) {
      Limits& limits = limits_of_metric[rules.Means(rule)];
      limits.kinds = KindBits(Words(rules.List(rule, "kinds")));
      limits.concepts = Words(rules.List(rule, "concepts"));
      limits.measures = Words(rules.List(rule, "measures"));
      limits.varies = rules.Attribute(rule, "varies") == "true";
      limits.single = rules.Attribute(rule, "single") == "true";
      limits.once = limits.single || rules.Attribute(rule, "once") == "true";
      limits.of = Words(rules.List(rule, "of"));
      limits.reach = kMaxCost;
      const std::string_view reach = rules.Attribute(rule, "reach");
      std::from_chars(reach.data(), reach.data() + reach.size(), limits.reach);
    }
  }
  place_of_stem_.resize(rules.lexicon().word_count());
  for (uint32_t rule : all) {
    const uint8_t language = rules.Language(rule);
    if (language == kShared) continue;
    const auto known = limits_of_metric.find(rules.Means(rule));
    limits_of_rule_[rule] = known == limits_of_metric.end()
                                ? Limits{.reach = kMaxCost}
                                : known->second;
    for (std::string_view word : rules.List(rule, "except")) {
      except_[rule].push_back(rules.fold().Fold(word));
    }
    for (auto forms = rules.WordsOfForms(rule); forms.Next();) {
      Form entry;
      entry.rule = rule;
      entry.language = language;
      entry.stems.assign(forms.words().begin(), forms.words().end());
      std::sort(entry.stems.begin(), entry.stems.end());
      entry.limits = &limits_of_rule_[rule];
      if (const auto except = except_.find(rule); except != except_.end()) {
        entry.except = &except->second;
      }
      uint16_t& place = place_of_stem_[entry.stems[0]];
      if (place == 0) {
        by_stem_.emplace_back();
        place = static_cast<uint16_t>(by_stem_.size());
      }
      by_stem_[place - 1].push_back(static_cast<uint32_t>(forms_.size()));
      forms_.push_back(std::move(entry));
    }
  }
}

bool MetricTable::Counts(const Limits& limits, const SentenceView& view,
                         const Quantity& figure) {
  if (limits.concepts.empty()) return true;
  bool known = false;
  for (const Mention& mention : view.mentions) {
    if (mention.kind != Mention::kConcept || mention.idea == nullptr ||
        mention.first >= figure.noun_limit_token ||
        mention.limit <= figure.noun_first_token) {
      continue;
    }
    known = true;
    for (std::string_view fitting : limits.concepts) {
      if (mention.idea->name == fitting || mention.idea->cls == fitting) {
        return true;
      }
    }
  }
  return !known;
}

bool MetricTable::Measures(const Limits& limits, const Quantity& figure) {
  return limits.measures.empty() || figure.kind != QuantityKind::kQuantity ||
         std::find(limits.measures.begin(), limits.measures.end(),
                   figure.unit.quantity) != limits.measures.end();
}

std::optional<MetricTable::Match> MetricTable::Find(const SentenceView& view,
                                                    const Quantity& figure,
                                                    uint8_t language) const {
  std::optional<Match> best;
  size_t best_words = 0;
  const uint32_t kind = 1u << static_cast<int>(figure.kind);
  const auto cost_of = [&](uint32_t stem,
                           const std::vector<std::string>* except) {
    int cost = kMaxCost + 1;
    for (const SentenceView::StemAt& at : view.stems) {
      if (at.stem != stem) continue;
      if (except != nullptr &&
          std::find(except->begin(), except->end(), at.word) != except->end()) {
        continue;
      }
      cost =
          std::min(cost, view.Distance(at.token, at.token + 1,
                                       figure.first_token, figure.limit_token));
    }
    return cost;
  };
  for (const SentenceView::StemAt& word : view.stems) {
    const uint16_t place =
        word.stem < place_of_stem_.size() ? place_of_stem_[word.stem] : 0;
    if (place == 0) continue;
    for (uint32_t index : by_stem_[place - 1]) {
      const Form& form = forms_[index];
      if (form.language != language) continue;
      const Limits& limits = *form.limits;
      if ((limits.kinds & kind) == 0) continue;
      int cost = 0;
      for (uint32_t stem : form.stems) {
        cost = std::max(cost, cost_of(stem, form.except));
        if (cost > limits.reach) break;
      }
      if (cost > limits.reach || !Measures(limits, figure) ||
          !Counts(limits, view, figure)) {
        continue;
      }
      // A longer wording wins over a shorter one unless it is much farther.
      const int weighed = cost - 6 * static_cast<int>(form.stems.size());
      const int best_weighed =
          best ? best->cost - 6 * static_cast<int>(best_words) : 0;
      if (!best || weighed < best_weighed ||
          (weighed == best_weighed && rules_.Id(form.rule) < best->rule)) {
        best =
            Match{rules_.Means(form.rule), rules_.Id(form.rule), cost, &limits};
        best_words = form.stems.size();
      }
    }
  }
  return best;
}

}  // namespace crosscheck

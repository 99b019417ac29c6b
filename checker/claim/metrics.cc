#include "checker/claim/metrics.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <tuple>
#include <utility>

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
  const auto all = rules.OfKind(RuleKind::kMetrics);
  for (uint32_t rule : all) {
    if (rules.Language(rule) == kShared) {
      Limits& limits = limits_[rules.Means(rule)];
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
  std::vector<uint32_t> limit_of_form;  // its stems end here in stems_
  std::vector<uint16_t> forms_of_stem(rules.lexicon().word_count());
  for (uint32_t rule : all) {
    const uint8_t language = rules.Language(rule);
    if (language == kShared) continue;
    const Limits& limits =
        limits_.try_emplace(rules.Means(rule), Limits{.reach = kMaxCost})
            .first->second;
    const std::vector<std::string>* except = nullptr;
    for (std::string_view word : rules.List(rule, "except")) {
      std::vector<std::string>& words = except_[rule];
      words.push_back(rules.fold().Fold(word));
      except = &words;
    }
    for (auto forms = rules.WordsOfForms(rule); forms.Next();) {
      Form entry{.rule = rule,
                 .language = language,
                 .limits = &limits,
                 .except = except};
      for (uint32_t stem : forms.words()) {
        stems_.push_back(stem);
        entry.mask |= MaskOf(stem);
        ++forms_of_stem[stem];
      }
      limit_of_form.push_back(static_cast<uint32_t>(stems_.size()));
      forms_.push_back(entry);
    }
  }
  // Each under the rarest of its stems.
  std::vector<std::pair<uint32_t, uint32_t>> by_stem;  // stem, form
  by_stem.reserve(forms_.size());
  for (uint32_t f = 0, first = 0; f < forms_.size(); ++f) {
    forms_[f].stems = {stems_.data() + first, limit_of_form[f] - first};
    first = limit_of_form[f];
    by_stem.emplace_back(
        *std::min_element(forms_[f].stems.begin(), forms_[f].stems.end(),
                          [&](uint32_t a, uint32_t b) {
                            return std::tie(forms_of_stem[a], a) <
                                   std::tie(forms_of_stem[b], b);
                          }),
        f);
  }
  std::sort(by_stem.begin(), by_stem.end());
  place_of_stem_.resize(forms_of_stem.size());
  std::vector<Form> sorted;
  sorted.reserve(forms_.size());
  for (const auto& [stem, form] : by_stem) {
    if (place_of_stem_[stem] == 0) {
      first_form_.push_back(static_cast<uint32_t>(sorted.size()));
      place_of_stem_[stem] = static_cast<uint16_t>(first_form_.size());
    }
    sorted.push_back(forms_[form]);
  }
  first_form_.push_back(static_cast<uint32_t>(sorted.size()));
  forms_ = std::move(sorted);
}

std::span<const MetricTable::Form> MetricTable::FormsOf(uint32_t stem) const {
  const uint16_t place =
      stem < place_of_stem_.size() ? place_of_stem_[stem] : 0;
  if (place == 0) return {};
  const uint32_t first = first_form_[place - 1];
  return {forms_.data() + first, first_form_[place] - first};
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
         IsMeasuredIn(limits.measures, figure);
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
  uint64_t missing = ~uint64_t{0};
  for (const SentenceView::StemAt& word : view.stems) {
    missing &= ~MaskOf(word.stem);
  }
  for (const SentenceView::StemAt& word : view.stems) {
    for (const Form& form : FormsOf(word.stem)) {
      if ((form.mask & missing) != 0 || form.language != language) continue;
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

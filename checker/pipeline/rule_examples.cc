#include "checker/pipeline/rule_examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "checker/claim/concepts.h"
#include "checker/claim/make_claims.h"
#include "checker/quantity/find_quantities.h"
#include "checker/text/read_document.h"

namespace crosscheck {
namespace {

bool StartsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool HasFeature(const Claim& claim, uint64_t key) {
  return std::any_of(claim.features.begin(), claim.features.end(),
                     [&](const Feature& f) { return f.key == key; });
}

// What a rule of kinds that do not show in the figure says of a claim: its
// known metric, its facets (by rule), its names and concepts (by meaning).
bool SaysOfClaim(const Rulebook& rules, uint32_t rule, const Claim& claim) {
  const std::string_view id = rules.Id(rule);
  const std::string_view means = rules.Means(rule);
  switch (rules.Kind(rule)) {
    case RuleKind::kMetrics:
      return claim.metric_known && claim.metric_rule == id;
    case RuleKind::kScope:
      return std::any_of(claim.facets.begin(), claim.facets.end(),
                         [&](const Facet& facet) { return facet.rule == id; });
    case RuleKind::kNouns:
      return HasFeature(claim, ConceptKey(means));
    case RuleKind::kEntities:
      return HasFeature(claim, NameKey(means));
    default:
      return false;
  }
}

bool ShowsInClaims(const Rulebook& rules, uint32_t rule) {
  switch (rules.Kind(rule)) {
    case RuleKind::kMetrics:
    case RuleKind::kScope:
      return true;
    case RuleKind::kEntities:
    case RuleKind::kNouns:
      return rules.Attribute(rule, "type") != "not_a_name";
    default:
      return false;
  }
}

// Does the rule show in the derivation of a figure? Those that say how words
// stand, or that form a unit with another word, leave no trace of their own.
bool ShowsInFigures(const Rulebook& rules, uint32_t rule) {
  constexpr std::string_view kNoTrace[] = {"plural",
                                           "plural_ending",
                                           "plural_before_noun",
                                           "broken_plural",
                                           "anaphor",
                                           "noun_skip",
                                           "head_noun",
                                           "verbal_noun",
                                           "adjective",
                                           "pronoun_ending",
                                           "verb_ending",
                                           "numbered_head",
                                           "ordinal_head",
                                           "own_first_letter",
                                           "over",
                                           "zero_letter",
                                           "per",
                                           "per_time",
                                           "squared",
                                           "square",
                                           "cubed",
                                           "cubic",
                                           "power",
                                           "power_prefix",
                                           "shows_plural_ending"};
  const std::string_view role = rules.Attribute(rule, "role");
  if (std::find(std::begin(kNoTrace), std::end(kNoTrace), role) !=
      std::end(kNoTrace)) {
    return false;
  }
  switch (rules.Kind(rule)) {
    case RuleKind::kNumbers:
    case RuleKind::kScales:
    case RuleKind::kUnits:
    case RuleKind::kCurrency:
    case RuleKind::kModality:
      return true;
    default:
      return false;
  }
}

std::vector<std::string> Split(std::string_view text, std::string_view mark) {
  std::vector<std::string> out;
  while (true) {
    const size_t at = text.find(mark);
    std::string_view part = text.substr(0, at);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    out.emplace_back(part);
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at + mark.size());
  }
}

std::string ShortNumber(const std::string& value) {
  const auto number = Decimal::Parse(value);
  return number ? number->ToShortString() : value;
}

// "about 5.60 USD" and "about 5.6 USD" are one reading; a reading without a
// unit leaves the counted noun open.
bool SameReading(const std::string& wanted, const std::string& got) {
  if (wanted == got) return true;
  std::vector<std::string> a = Split(wanted, " "), b = Split(got, " ");
  for (auto* list : {&a, &b}) {
    for (std::string& part : *list) {
      const size_t slash = part.find('/');
      part = slash == std::string::npos
                 ? ShortNumber(part)
                 : ShortNumber(part.substr(0, slash)) + "/" +
                       ShortNumber(part.substr(slash + 1));
    }
  }
  if (a == b) return true;
  return a.size() + 1 == b.size() && std::equal(a.begin(), a.end(), b.begin());
}

class Runner {
 public:
  Runner(const Rulebook& rules, const SiteLine& site_line)
      : rules_(rules),
        site_line_(site_line),
        documents_(rules),
        finder_(rules),
        maker_(rules) {}

  void Run(const RuleExample& example, ExampleResults& results) {
    ++results.run;
    if (rules_.Kind(example.rule) == RuleKind::kFurniture) {
      const auto by = site_line_(example.text);
      if (by.has_value() == example.negative) {
        results.failures.push_back(
            {std::string(rules_.Id(example.rule)), std::string(example.text),
             example.negative ? "text" : "furniture",
             by ? "furniture by " + std::string(rules_.Id(*by)) : "text"});
      }
      return;
    }
    Article article;
    article.language = example.language;
    if (article.language.empty()) {
      const uint8_t language = rules_.Language(example.rule);
      article.language = language == kShared
                             ? std::string("en")
                             : std::string(rules_.languages()[language]);
    }
    article.text = example.text;
    article.published = ParseIsoDate(
        example.published.empty() ? "2025-01-28" : example.published);
    const Document document = documents_.Read(article);
    const QuantityReading figures = finder_.Find(article, document);
    const ArticleClaims made = maker_.Make(article, document, figures, 0);

    std::string got;
    std::vector<std::vector<std::string>> readings;
    std::set<std::string_view> used;
    for (const Claim& claim : made.claims) {
      readings.push_back(ReadingsOf(claim));
      used.insert(claim.quantity.rules.begin(), claim.quantity.rules.end());
      got += got.empty() ? "" : " ; ";
      got += readings.back().front();
    }
    if (readings.empty()) got = "no figure";
    const std::string_view id = rules_.Id(example.rule);
    bool good = true;
    if (!example.reads.empty()) {
      good = Reads(example, document, made, readings, got);
    }
    if (ShowsInFigures(rules_, example.rule)) {
      // A unit may be formed by parts ("square foot") that mean the same.
      const bool formed =
          !example.negative && rules_.Kind(example.rule) == RuleKind::kUnits &&
          std::any_of(
              made.claims.begin(), made.claims.end(), [&](const Claim& claim) {
                return claim.quantity.unit.id == rules_.Means(example.rule);
              });
      const bool uses = formed || used.contains(id);
      if (uses == example.negative) {
        good = false;
        got += uses ? " (by this rule)" : " (without this rule)";
      }
    }
    if (ShowsInClaims(rules_, example.rule)) {
      const bool says = std::any_of(
          made.claims.begin(), made.claims.end(), [&](const Claim& claim) {
            return SaysOfClaim(rules_, example.rule, claim);
          });
      if (says == example.negative) {
        good = false;
        got += says ? " (by this rule)" : " (without this rule)";
      }
    }
    if (good) return;
    results.failures.push_back({std::string(id), std::string(example.text),
                                example.reads.empty()
                                    ? "not to be read by this rule"
                                    : std::string(example.reads),
                                got});
  }

 private:
  // How an example may put the claim: what is counted as the concept or as it
  // is printed, an open currency as any of its candidates.
  static std::vector<std::string> ReadingsOf(const Claim& claim) {
    Quantity figure = claim.quantity;
    std::vector<std::string> out;
    if (!claim.noun.empty()) out.push_back(ReadsAs(figure, claim.noun));
    out.push_back(ReadsAs(figure, figure.unit.id));
    if (figure.kind == QuantityKind::kMoney && figure.unit.id.empty()) {
      for (const std::string& code : claim.quantity.unit.candidates) {
        figure.unit.id = code;
        out.push_back(ReadsAs(figure, ""));
      }
    }
    return out;
  }

  bool Reads(const RuleExample& example, const Document& document,
             const ArticleClaims& made,
             const std::vector<std::vector<std::string>>& readings,
             std::string& got) {
    const std::string reads(example.reads);
    const size_t equals = reads.find('=');
    if (equals != std::string::npos) {
      const std::string what = reads.substr(0, equals);
      const std::string value = reads.substr(equals + 1);
      if (what == "metric") {
        return Any(
            made.claims, got, [](const Claim& claim) { return claim.metric; },
            value);
      }
      if (what == "speaker") {
        return Any(
            made.claims, got, [](const Claim& claim) { return claim.speaker; },
            value);
      }
      if (what == "facet") {
        return AnyOf(
            made.claims, got,
            [](const Claim& claim, const auto& offer) {
              for (const Facet& facet : claim.facets) {
                offer(std::string(facet.axis) + "/" + std::string(facet.value));
              }
            },
            value);
      }
      if (what == "name" || what == "concept") {
        const uint64_t key =
            what == "name" ? NameKey(value) : ConceptKey(value);
        got = "not " + value;
        return std::any_of(
            made.claims.begin(), made.claims.end(),
            [&](const Claim& claim) { return HasFeature(claim, key); });
      }
      return MeansStandsIn(document, rules_.Kind(example.rule), value, got);
    }
    if (reads == "no figure") return readings.empty();
    const std::vector<std::string> wanted = Split(reads, ";");
    if (wanted.size() != readings.size()) return false;
    for (size_t i = 0; i < wanted.size(); ++i) {
      if (std::none_of(readings[i].begin(), readings[i].end(),
                       [&](const std::string& reading) {
                         return SameReading(wanted[i], reading);
                       })) {
        return false;
      }
    }
    return true;
  }

  template <typename Get>
  static bool Any(const std::vector<Claim>& claims, std::string& got,
                  const Get& get, const std::string& value) {
    got.clear();
    for (const Claim& claim : claims) {
      if (get(claim) == value) return true;
      got += got.empty() ? "" : ", ";
      got += get(claim);
    }
    return false;
  }

  // As Any, where a claim says several things.
  template <typename List>
  static bool AnyOf(const std::vector<Claim>& claims, std::string& got,
                    const List& list, const std::string& value) {
    got.clear();
    bool found = false;
    for (const Claim& claim : claims) {
      list(claim, [&](const std::string& said) {
        found = found || said == value;
        got += got.empty() ? "" : ", ";
        got += said;
      });
    }
    return found;
  }

  // Does the text hold a phrase of the kind whose rule means `value`?
  bool MeansStandsIn(const Document& document, RuleKind kind,
                     const std::string& value, std::string& got) const {
    got.clear();
    for (uint32_t t = 0; t < document.tokens.size(); ++t) {
      for (const PhraseMatch& match :
           MatchPhrases(rules_.lexicon(), document, t, KindBit(kind))) {
        if (rules_.Means(match.rule) == value) return true;
        got += got.empty() ? "" : ", ";
        got += rules_.Means(match.rule);
      }
    }
    return false;
  }

  const Rulebook& rules_;
  const SiteLine& site_line_;
  DocumentReader documents_;
  QuantityFinder finder_;
  ClaimMaker maker_;
};

}  // namespace

std::string ReadsAs(const Quantity& figure, const std::string& counted_noun) {
  std::string out;
  if (figure.modality != Modality::kExact) {
    out += ToString(figure.modality);
    out += ' ';
  }
  std::string unit = figure.unit.id;
  switch (figure.kind) {
    case QuantityKind::kDate:
      out += "date ";
      unit.clear();
      break;
    case QuantityKind::kDuration:
      out += "duration ";
      unit.clear();
      break;
    case QuantityKind::kOrdinal:
      out += "ordinal ";
      unit.clear();
      break;
    case QuantityKind::kAge:
      out += "age ";
      unit.clear();
      break;
    case QuantityKind::kRatio:
      out += "ratio ";
      unit.clear();
      break;
    case QuantityKind::kScore:
      out += "score ";
      unit.clear();
      break;
    case QuantityKind::kCount:
      unit = counted_noun;
      break;
    default:
      break;
  }
  const std::string value = ValueText(figure);
  if (figure.value && figure.iso.empty()) {
    out += figure.value->ToShortString();
  } else {
    out += value.empty() ? "open" : value;
  }
  if (!unit.empty()) {
    out += ' ';
    out += unit;
  }
  return out;
}

ExampleResults RunRuleExamples(const Rulebook& rules, const SiteLine& site_line,
                               const std::vector<std::string>& only) {
  ExampleResults results;
  Runner runner(rules, site_line);
  for (const RuleExample& example : rules.Examples()) {
    if (!only.empty() &&
        std::none_of(only.begin(), only.end(), [&](const std::string& start) {
          return StartsWith(rules.Id(example.rule), start);
        })) {
      continue;
    }
    runner.Run(example, results);
  }
  return results;
}

}  // namespace crosscheck

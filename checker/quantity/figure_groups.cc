#include "checker/quantity/figure_groups.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "checker/quantity/modality_reader.h"
#include "checker/quantity/tokens.h"

namespace crosscheck {
namespace {

// How far a counted noun carries to an elliptic figure.
constexpr uint32_t kMaxShareReach = 12;
constexpr size_t kMostBack = 4;  // figures

bool HasNoun(const Quantity& figure) {
  return figure.noun_first_token < figure.noun_limit_token;
}

bool IsLower(Modality m) {
  return m == Modality::kAtLeast || m == Modality::kMoreThan;
}

bool IsUpper(Modality m) {
  return m == Modality::kAtMost || m == Modality::kLessThan;
}

}  // namespace

FigureGroups::FigureGroups(const Rulebook& rules, const NumberWords& words,
                           const RangeWords& ranges)
    : rules_(rules), ranges_(ranges), words_(words) {
  for (uint32_t rule : rules.OfKind(RuleKind::kCurrency)) {
    if (rules.Attribute(rule, "default") != "usual") continue;
    std::vector<std::string> codes;
    for (std::string_view code : rules.List(rule, "candidates")) {
      codes.emplace_back(code);
    }
    usual_.insert(std::move(codes));
  }
}

// "and", "or", "but", a comma: what may stand between two halves.
bool FigureGroups::IsJoint(const Document& document, uint32_t token) const {
  if (IsComma(document, token)) return true;
  if (ranges_.At(document, token,
                 {RangeRole::kAnd, RangeRole::kOr, RangeRole::kBut})) {
    return true;
  }
  for (const NumberWord& word : words_.At(document, token)) {
    if (word.role == NumberRole::kJoin) return true;
  }
  return false;
}

void FigureGroups::JoinBounds(const Document& document,
                              std::vector<Quantity>& figures) const {
  for (size_t i = 1; i < figures.size();) {
    Quantity& a = figures[i - 1];
    Quantity& b = figures[i];
    const bool rising = IsLower(a.modality) && IsUpper(b.modality);
    const bool falling = IsUpper(a.modality) && IsLower(b.modality);
    bool joins =
        (rising || falling) && a.value && b.value && !a.vague && !b.vague &&
        a.kind == b.kind && (!HasNoun(a) || a.unit.id == b.unit.id) &&
        b.first_token >= a.limit_token && b.first_token - a.limit_token <= 2 &&
        OnLine(document, b.first_token);
    for (uint32_t t = a.limit_token; joins && t < b.first_token; ++t) {
      joins = IsJoint(document, t);
    }
    // "after 3 p.m. but before 6 p.m."
    if ((rising || falling) && a.kind == QuantityKind::kDate &&
        b.kind == QuantityKind::kDate && rising && !a.iso.empty() &&
        !b.iso.empty() && a.iso.find('/') == std::string::npos &&
        b.iso.find('/') == std::string::npos &&
        b.first_token == a.limit_token + 1 && OnLine(document, b.first_token) &&
        a.iso < b.iso && a.iso.starts_with('T') == b.iso.starts_with('T') &&
        a.iso.size() == b.iso.size() && IsJoint(document, a.limit_token)) {
      a.iso += "/" + b.iso;
      a.days.last = b.days.last;
      a.modality = Modality::kExact;
      a.span.end = b.span.end;
      a.core.end = b.core.end;
      a.limit_token = b.limit_token;
      a.rules.insert(a.rules.end(), b.rules.begin(), b.rules.end());
      figures.erase(figures.begin() + static_cast<std::ptrdiff_t>(i));
      continue;
    }
    const Quantity& low = rising ? a : b;
    const Quantity& high = rising ? b : a;
    if (joins && *low.value < *high.value) {
      a.range = {low.range.low, high.range.high, low.range.low_included,
                 high.range.high_included};
      a.modality = Modality::kRange;
      a.value.reset();
      a.span.end = b.span.end;
      a.core.end = b.core.end;
      a.limit_token = b.limit_token;
      a.noun_first_token = b.noun_first_token;
      a.noun_limit_token = b.noun_limit_token;
      a.unit = b.unit;
      a.rules.insert(a.rules.end(), b.rules.begin(), b.rules.end());
      figures.erase(figures.begin() + static_cast<std::ptrdiff_t>(i));
      continue;
    }
    ++i;
  }
}

// A count with no noun of its own, behind a joint, counts what the last one
// did, within a sentence.
// Does `from` say what `to`, money or a percent, was before?
bool FigureGroups::ChangesTo(const Document& document, const Quantity& from,
                             const Quantity& to) const {
  constexpr uint32_t kMostBetween = 3;
  const Decimal most_times(20);
  if ((to.kind != QuantityKind::kMoney && to.kind != QuantityKind::kPercent) ||
      !to.value || from.value->IsZero() || to.value->IsZero()) {
    return false;
  }
  const Decimal x = from.value->Abs(), y = to.value->Abs();
  const auto most = Multiply(std::min(x, y), most_times);
  if (!most || *most < std::max(x, y)) return false;
  const auto word =
      ranges_.Before(document, from.first_token, {RangeRole::kFrom});
  if (!word) return false;
  if (to.first_token > from.first_token) {
    const auto next =
        ranges_.Before(document, to.first_token, {RangeRole::kTo});
    return next && next->first_token == from.limit_token;
  }
  if (word->first_token < to.limit_token ||
      word->first_token - to.limit_token > kMostBetween) {
    return false;
  }
  bool changes = to.change != ChangeRole::kNone;
  for (uint32_t t = to.limit_token; t < from.first_token; ++t) {
    if (!OnLine(document, t) ||
        (!IsWord(document, t) && !IsComma(document, t))) {
      return false;
    }
    changes |=
        ranges_.At(document, t, {RangeRole::kUp, RangeRole::kDown}).has_value();
  }
  return changes;
}

void FigureGroups::ShareChangeUnits(const Document& document,
                                    std::vector<Quantity>& figures) const {
  for (size_t i = 0; i < figures.size(); ++i) {
    Quantity& figure = figures[i];
    if (figure.kind != QuantityKind::kCount || !figure.value ||
        HasNoun(figure) || !figure.unit.id.empty()) {
      continue;
    }
    for (const size_t other : {i - 1, i + 1}) {
      if (other >= figures.size() ||
          !ChangesTo(document, figure, figures[other])) {
        continue;
      }
      figure.kind = figures[other].kind;
      figure.unit = figures[other].unit;
      figure.rules.push_back("shared.shape.same_change");
      break;
    }
  }
}

// "millions, if not billions of dollars", "a room of 10 by 12 metres": what the
// second of two is of, the first is too.
void FigureGroups::ShareAhead(const Document& document,
                              std::vector<Quantity>& figures) const {
  constexpr uint32_t kMostBetween = 4;
  for (size_t i = 1; i < figures.size(); ++i) {
    Quantity& a = figures[i - 1];
    const Quantity& b = figures[i];
    if (a.kind != QuantityKind::kCount || HasNoun(a) ||
        b.first_token < a.limit_token ||
        b.first_token - a.limit_token > kMostBetween ||
        !OnLine(document, b.first_token)) {
      continue;
    }
    const bool vague = a.vague && b.vague;
    bool joint = false, by = false;
    uint32_t t = a.limit_token;
    // "4- and 5-year-olds", "a 47-to-43 percent lead"
    const bool hyphen = IsText(document, t, "-") && document.tokens[t].glued;
    const bool to = hyphen && IsGlued(document, t + 1) &&
                    ranges_.At(document, t, {RangeRole::kTo}).has_value();
    if (hyphen && !to) ++t;
    if (to && b.kind == QuantityKind::kPercent && b.first_token == t + 3) {
      a.kind = b.kind;
      a.unit = b.unit;
      a.range = b.range;
      if (a.value) a.range = Rounded(*a.value, a.value->LastPlace());
      continue;
    }
    while (t < b.first_token && OnLine(document, t)) {
      const auto link = ranges_.At(
          document, t, {RangeRole::kOr, RangeRole::kAnd, RangeRole::kBy});
      if (!link && !IsComma(document, t)) break;
      joint = joint || (link && link->role != RangeRole::kBy);
      by = by || (link && link->role == RangeRole::kBy);
      t = link ? link->limit_token : t + 1;
    }
    if (t != b.first_token) continue;
    const bool suspended =
        hyphen && joint && !by && a.value && b.value &&
        (b.kind == QuantityKind::kAge || b.kind == QuantityKind::kDuration ||
         b.kind == QuantityKind::kQuantity || b.kind == QuantityKind::kCount);
    const bool shares = (vague && joint && !by) || suspended ||
                        (by && !joint && b.kind == QuantityKind::kQuantity &&
                         b.unit.quantity == "length");
    if (!shares || b.unit.id.empty()) continue;
    if (b.kind == QuantityKind::kDuration) {
      // "two- and four-year": P4Y says P2Y of the first.
      const size_t first = b.iso.find_first_of("0123456789");
      const size_t last = b.iso.find_last_of("0123456789");
      if (first == std::string::npos || !a.value) continue;
      a.iso =
          b.iso.substr(0, first) + a.value->ToString() + b.iso.substr(last + 1);
    }
    a.kind = b.kind;
    a.unit = b.unit;
    a.noun_first_token = b.noun_first_token;
    a.noun_limit_token = b.noun_limit_token;
  }
}

// "8.6 و72.3 و157.8 ميليمتر", "40 and 20 metres": the last names the unit of
// all. Not "5 and 6 million", where the scale may be of the last alone.
void FigureGroups::ShareListUnits(const Document& document,
                                  std::vector<Quantity>& figures) const {
  const auto digits = [&](const Quantity& figure) {
    return figure.modality == Modality::kExact && figure.value &&
           !figure.in_words && IsDigits(document, figure.first_token);
  };
  for (size_t i = figures.size(); i-- > 1;) {
    const Quantity& named = figures[i];
    Quantity& bare = figures[i - 1];
    const bool scaled = std::any_of(
        named.rules.begin(), named.rules.end(), [](std::string_view rule) {
          return rule.find(".scale.") != std::string_view::npos;
        });
    if ((named.kind != QuantityKind::kQuantity &&
         named.kind != QuantityKind::kMoney &&
         named.kind != QuantityKind::kPercent) ||
        scaled || !digits(named) || bare.kind != QuantityKind::kCount ||
        !digits(bare) || HasNoun(bare) || !bare.unit.id.empty() ||
        bare.limit_token >= named.first_token) {
      continue;
    }
    bool joined = true;
    for (uint32_t t = bare.limit_token; t < named.first_token; ++t) {
      joined = joined && OnLine(document, t) &&
               ranges_.At(document, t, {RangeRole::kAnd}).has_value();
    }
    if (!joined || !OnLine(document, named.first_token)) continue;
    bare.kind = named.kind;
    bare.unit = named.unit;
    bare.rules.push_back("shared.shape.same_list");
  }
}

// "عند الدقيقة 22": does the word before the digits say they count nothing?
bool FigureGroups::IsNumbered(const Document& document,
                              const Quantity& figure) const {
  const uint32_t first = figure.first_token;
  if (first == 0 || !OnLine(document, first) || !IsDigits(document, first)) {
    return false;
  }
  for (const PhraseMatch& match :
       MatchPhrases(rules_.lexicon(), document, first - 1,
                    KindBit(RuleKind::kNumbers))) {
    if (match.limit_token == first &&
        rules_.Attribute(match.rule, "role") == "numbered_head") {
      return true;
    }
  }
  return false;
}

// Does the figure count some of those counted before, as in "12 people, among
// them 3 children and a nurse"? `i` is its place in `figures`.
bool FigureGroups::IsPart(const Document& document,
                          const std::vector<Quantity>& figures,
                          size_t i) const {
  for (; i > 0; --i) {
    for (uint32_t t = figures[i - 1].limit_token; t < figures[i].first_token;
         ++t) {
      if (document.tokens[t].starts_line) return false;
      for (const PhraseMatch& match : MatchPhrases(
               rules_.lexicon(), document, t, KindBit(RuleKind::kSentences))) {
        if (rules_.Attribute(match.rule, "role") == "some_of") return true;
      }
      if (IsComma(document, t)) return false;
    }
  }
  return false;
}

void FigureGroups::ShareNouns(const Document& document,
                              std::vector<Quantity>& figures) const {
  for (size_t i = 1; i < figures.size(); ++i) {
    Quantity& figure = figures[i];
    if (figure.kind != QuantityKind::kCount || IsNumbered(document, figure)) {
      continue;
    }
    const bool anaphor = HasNoun(figure) && figure.unit.id.empty();
    if (HasNoun(figure) && !anaphor) continue;
    const Quantity* giver = nullptr;
    bool parts_over = false;
    for (size_t back = 1; back <= kMostBack && back <= i; ++back) {
      const Quantity& other = figures[i - back];
      if (other.kind == QuantityKind::kDate) continue;
      // "killed 12, among them 3 children, and injured 30": not 30 children.
      parts_over = parts_over ||
                   IsComma(document,
                           std::max(other.limit_token, other.noun_limit_token));
      if (parts_over && IsPart(document, figures, i - back)) continue;
      if (other.kind == QuantityKind::kCount && HasNoun(other) &&
          other.unit.dimension == Dimension::kCounted &&
          !other.unit.id.empty()) {
        giver = &other;
      }
      break;
    }
    if (giver == nullptr) continue;
    const uint32_t begin =
        std::max(giver->limit_token, giver->noun_limit_token);
    if (begin > figure.first_token ||
        figure.first_token - begin > kMaxShareReach) {
      continue;
    }
    bool joint = false, cut = false;
    for (uint32_t t = begin; t < figure.first_token; ++t) {
      if (document.tokens[t].starts_line) cut = true;
      const std::string_view text = document.Folded(t);
      if (document.tokens[t].kind == TokenKind::kPunct &&
          !IsComma(document, t) && text != "\"" && text != "-") {
        cut = true;
      }
      joint = joint || IsJoint(document, t);
      for (int r = 0; r < document.tokens[t].reading_count; ++r) {
        joint = joint ||
                (document.tokens[t].readings[r].proclitics & kCliticAnd) != 0;
      }
    }
    if (document.tokens[figure.first_token].starts_line) cut = true;
    if (cut || (!joint && !anaphor)) continue;
    figure.unit = giver->unit;
    figure.noun_first_token = giver->noun_first_token;
    figure.noun_limit_token = giver->noun_limit_token;
  }
}

void FigureGroups::PairBrackets(const Document& document,
                                std::vector<Quantity>& figures) const {
  for (size_t i = 1; i < figures.size(); ++i) {
    Quantity& second = figures[i];
    Quantity& first = figures[i - 1];
    if (second.first_token == 0 ||
        document.Folded(second.first_token - 1) != "(" ||
        second.first_token - 1 < first.limit_token ||
        second.first_token - 1 - first.limit_token > 2) {
      continue;
    }
    const bool money = first.kind == QuantityKind::kMoney &&
                       second.kind == QuantityKind::kMoney &&
                       first.unit.id != second.unit.id;
    const bool measure = first.kind == QuantityKind::kQuantity &&
                         second.kind == QuantityKind::kQuantity &&
                         first.unit.quantity == second.unit.quantity &&
                         first.unit.id != second.unit.id;
    if (money || measure) {
      second.same_as = static_cast<int32_t>(i - 1);
      first.same_as = static_cast<int32_t>(i);
      // "About 230 km (140 miles)": no surer than what it is converted from.
      if (second.modality == Modality::kExact && second.value &&
          !second.vague) {
        Loosen(first.modality, second);
      }
    }
  }
}

// A currency name that several countries share goes to the one the text
// speaks of most. One the rule calls usual stands unless the text speaks of
// another country, and never of the usual one.
void FigureGroups::ChooseCurrencies(const Document& document,
                                    std::vector<Quantity>& figures) const {
  bool needed = false;
  for (const Quantity& figure : figures) {
    needed = needed || (figure.kind == QuantityKind::kMoney &&
                        figure.unit.candidates.size() > 1);
  }
  if (!needed) return;
  std::map<std::string_view, int> spoken_of;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (!Starts(document, t, KindBit(RuleKind::kContext))) continue;
    const auto matches = MatchPhrases(rules_.lexicon(), document, t,
                                      KindBit(RuleKind::kContext));
    if (matches.empty()) continue;
    ++spoken_of[rules_.Attribute(matches.front().rule, "currency")];
  }
  for (Quantity& figure : figures) {
    if (figure.kind != QuantityKind::kMoney ||
        figure.unit.candidates.size() < 2) {
      continue;
    }
    std::string best;
    int most = 0;
    for (const std::string& code : figure.unit.candidates) {
      const auto found = spoken_of.find(code);
      if (found != spoken_of.end() && found->second > most) {
        most = found->second;
        best = code;
      }
    }
    if (figure.unit.id.empty() ||
        (usual_.contains(figure.unit.candidates) && most > 1 &&
         spoken_of.find(figure.unit.id) == spoken_of.end())) {
      figure.unit.id = best.empty() ? figure.unit.id : best;
    }
  }
}

void FigureGroups::Apply(const Document& document,
                         std::vector<Quantity>& figures) const {
  if (figures.empty()) return;
  JoinBounds(document, figures);
  ShareChangeUnits(document, figures);
  ShareAhead(document, figures);
  ShareListUnits(document, figures);
  ShareNouns(document, figures);
  PairBrackets(document, figures);
  ChooseCurrencies(document, figures);
}

}  // namespace crosscheck

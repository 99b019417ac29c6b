#include "checker/quantity/find_quantities.h"

#include <algorithm>

#include "checker/quantity/figure_reader.h"
#include "checker/quantity/modality_reader.h"
#include "checker/quantity/not_figures.h"
#include "checker/quantity/number_reader.h"
#include "checker/quantity/time_reader.h"
#include "checker/quantity/unit_reader.h"

namespace crosscheck {

struct QuantityFinder::Parts {
  explicit Parts(const Rulebook& book)
      : rules(book),
        numbers(book),
        units(book),
        times(book, numbers),
        figures(book, numbers, units),
        modality(book) {}
  const Rulebook& rules;
  NumberReader numbers;
  UnitReader units;
  TimeReader times;
  FigureReader figures;
  ModalityReader modality;
};

namespace {

constexpr uint64_t kStarters =
    KindBit(RuleKind::kNumbers) | KindBit(RuleKind::kScales) |
    KindBit(RuleKind::kTime) | KindBit(RuleKind::kCurrency) |
    KindBit(RuleKind::kUnits);

bool MayStart(const Rulebook& rules, const Token& token) {
  if (token.kind == TokenKind::kDigits) return true;
  for (int r = 0; r < token.reading_count; ++r) {
    if (rules.lexicon().KindsStartingWith(token.readings[r].word) & kStarters) {
      return true;
    }
  }
  return false;
}

// "10 million yuan ($1.4 million)": the same amount in two units.
void PairBrackets(const Document& document, std::vector<Quantity>& figures) {
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
    }
  }
}

}  // namespace

QuantityFinder::QuantityFinder(const Rulebook& rules)
    : parts_(std::make_unique<Parts>(rules)) {}
QuantityFinder::~QuantityFinder() = default;

QuantityReading QuantityFinder::Find(const Article& article,
                                     const Document& document) const {
  QuantityReading out;
  std::optional<IsoDate> anchor;
  uint32_t sentence = 0;
  const auto& tokens = document.tokens;
  for (uint32_t t = 0; t < tokens.size();) {
    while (sentence + 1 < document.sentences.size() &&
           t >= document.sentences[sentence].limit_token) {
      ++sentence;
    }
    if (!MayStart(parts_->rules, tokens[t])) {
      ++t;
      continue;
    }
    // A date may begin like what is no figure ("first quarter", "1. January").
    std::optional<Quantity> time =
        parts_->times.Read(document, t, article.published, anchor);
    const auto none = FindNotFigure(parts_->rules, document, t);
    if (none && !(time && time->limit_token > none->limit_token)) {
      const uint32_t limit = std::max(none->limit_token, t + 1);
      out.skipped.push_back({{tokens[t].raw.begin, tokens[limit - 1].raw.end},
                             none->reason,
                             none->rule});
      t = limit;
      continue;
    }
    std::optional<Quantity> figure = parts_->figures.Read(document, t);
    if (time && (!figure || time->limit_token >= figure->limit_token)) {
      figure = std::move(time);
    }
    // "half a year", "two": a bare fraction or one is too thin where a word
    // such as "one" only points.
    if (!figure || figure->limit_token <= t) {
      if (tokens[t].kind == TokenKind::kDigits) {
        out.skipped.push_back({tokens[t].raw, "unread", "shared.shape.none"});
      }
      ++t;
      continue;
    }
    const uint32_t limit = figure->limit_token;
    const uint32_t first = document.sentences.empty()
                               ? 0
                               : document.sentences[sentence].first_token;
    parts_->modality.Apply(document, first, *figure);
    // A widened figure must not reach into the one before it.
    if (!out.quantities.empty() &&
        figure->span.begin < out.quantities.back().span.end) {
      figure->span.begin =
          std::max(figure->core.begin, out.quantities.back().span.end);
      figure->first_token =
          std::max(figure->first_token, out.quantities.back().limit_token);
    }
    if (figure->kind == QuantityKind::kDate && IsBounded(figure->days)) {
      anchor = IsoDate{figure->days, figure->granularity};
    }
    t = std::max(limit, figure->limit_token);
    out.quantities.push_back(std::move(*figure));
  }
  PairBrackets(document, out.quantities);
  return out;
}

}  // namespace crosscheck

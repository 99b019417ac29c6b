#include <fmt/format.h>

#include <functional>
#include <map>

#include "checker/evaluate/extraction.h"

namespace crosscheck {
namespace {

using RowName = std::function<std::string(const ExtractionSlice&)>;

void AddRow(Table& table, const std::string& name,
            const ExtractionCounts& counts) {
  const Tally tally = ToTally(counts);
  table.Row({name, std::to_string(counts.cases),
             std::to_string(counts.expected), std::to_string(counts.found),
             std::to_string(counts.value), std::to_string(counts.right),
             std::to_string(counts.false_hits),
             std::to_string(counts.out_of_scope), Precision(tally),
             Recall(tally), F1(tally)});
}

std::string TableOf(const ExtractionScores& scores, const std::string& head,
                    bool tier_a_only, const RowName& name) {
  std::map<std::string, ExtractionCounts> rows;
  ExtractionCounts all;
  for (const ExtractionSlice& slice : scores.slices) {
    if (tier_a_only && slice.tier != "A") continue;
    rows[name(slice)] += slice.counts;
    all += slice.counts;
  }
  Table table({head, "cases", "expected", "found", "value", "right",
               "false hits", "skipped", "precision", "recall", "f1"});
  for (const auto& [row, counts] : rows) AddRow(table, row, counts);
  table.Rule();
  AddRow(table, "all", all);
  return table.ToText();
}

}  // namespace

std::string ToText(const ExtractionScores& scores) {
  const RowName suite = [](const ExtractionSlice& slice) {
    return slice.suite + "." + slice.language;
  };
  const RowName kind = [](const ExtractionSlice& slice) {
    return slice.kind + "." + slice.language;
  };
  const RowName language = [](const ExtractionSlice& slice) {
    return slice.language;
  };
  return TableOf(scores, "suite (tier A)", true, suite) + "\n" +
         TableOf(scores, "kind (tier A)", true, kind) + "\n" +
         TableOf(scores, "language (tier A)", true, language) + "\n" +
         TableOf(scores, "kind (all tiers)", false, kind) + "\n" +
         TableOf(scores, "language (all tiers)", false, language);
}

}  // namespace crosscheck

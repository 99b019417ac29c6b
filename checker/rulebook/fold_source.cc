#include "checker/rulebook/fold_source.h"

#include <fmt/format.h>

#include <sstream>

#include "checker/rulebook/fold_lines.h"

namespace crosscheck {

FoldTable MakeFoldTable(const std::vector<SourceRule>& rules,
                        std::vector<RuleFault>& faults) {
  FoldTable table;
  for (const SourceRule& rule : rules) {
    if (rule.kind != RuleKind::kFold) continue;
    for (const auto& [key, value] : rule.attributes) {
      std::istringstream lines(value);
      for (std::string line; std::getline(lines, line);) {
        bool understood = false;
        if (key == "pairs") {
          if (const auto pair = ReadFoldPair(line)) {
            table.Set(pair->first, pair->second);
            understood = true;
          }
        } else if (const auto range = ReadFoldRange(line)) {
          for (char32_t c = range->first; c <= range->second; ++c) {
            table.Set(c, "");
          }
          understood = true;
        }
        if (!understood) {
          faults.push_back({rule.path, rule.line, rule.column,
                            fmt::format("\"{}\" cannot be read; write \"A B\" "
                                        "or \"U+0000..U+0000\"",
                                        line)});
        }
      }
    }
  }
  for (const SourceRule& rule : rules) {
    if (rule.kind != RuleKind::kFold) continue;
    for (const auto& [key, value] : rule.attributes) {
      if (key != "pairs") continue;
      std::istringstream lines(value);
      for (std::string line; std::getline(lines, line);) {
        const auto pair = ReadFoldPair(line);
        if (pair && table.Fold(pair->second) != pair->second) {
          faults.push_back({rule.path, rule.line, rule.column,
                            fmt::format("\"{}\": what it becomes folds again; "
                                        "name the last form",
                                        line)});
        }
      }
    }
  }
  return table;
}

}  // namespace crosscheck

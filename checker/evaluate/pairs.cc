#include "checker/evaluate/pairs.h"

#include <fmt/format.h>

#include <map>
#include <tuple>

#include "checker/evaluate/gold.h"
#include "checker/evaluate/json_line.h"
#include "checker/evaluate/on_threads.h"
#include "checker/evaluate/table.h"

namespace crosscheck {
namespace {

constexpr std::array<std::string_view, kPairLabels> kLabels = {
    "consistent", "contradiction", "unrelated"};
constexpr size_t kYes = static_cast<size_t>(PairLabel::kConsistent);
constexpr size_t kClash = static_cast<size_t>(PairLabel::kContradiction);
constexpr size_t kNothing = static_cast<size_t>(PairLabel::kUnrelated);

size_t LabelIndex(std::string_view label) {
  for (size_t i = 0; i < kPairLabels; ++i) {
    if (kLabels[i] == label) return i;
  }
  return kNothing;
}

std::string ShowFigures(const std::vector<ReportClaim>& claims) {
  std::vector<std::string> out;
  for (const ReportClaim& claim : claims) out.push_back(ShowFigure(claim));
  return JsonList(out);
}

std::string ShowError(const GoldPair& pair, const StatementVerdict& verdict) {
  JsonObject out;
  out.Text("id", pair.id)
      .Text("suite", pair.suite)
      .Text("lang", pair.language)
      .Text("expected", pair.label)
      .Text("got", verdict.label)
      .Text("verdict", verdict.verdict)
      .Text("a", pair.a)
      .Text("b", pair.b);
  for (const auto& [name, value] : pair.slices) out.Text(name, value);
  return out.Raw("claims_a", ShowFigures(verdict.claims_a))
      .Raw("claims_b", ShowFigures(verdict.claims_b))
      .Raw("explanation", JsonTexts(verdict.explanation))
      .Take();
}

using SliceKey = std::tuple<std::string, std::string, std::string>;
using Slices = std::map<SliceKey, Confusion>;

void Add(const GoldPair& pair, const StatementVerdict& verdict, Slices& slices,
         std::vector<std::string>& errors) {
  const size_t gold = LabelIndex(pair.label), got = LabelIndex(verdict.label);
  Confusion one;
  ++one.counts[gold][got];
  if (pair.two_way && gold == kNothing) ++one.unrelated_two_way[got];
  slices[{pair.suite, pair.language, ""}] += one;
  for (const auto& [name, value] : pair.slices) {
    slices[{pair.suite, pair.language, name + "=" + value}] += one;
  }
  if (gold != got) errors.push_back(ShowError(pair, verdict));
}

int64_t Sum(const std::array<int64_t, kPairLabels>& row) {
  return row[kYes] + row[kClash] + row[kNothing];
}

Tally Contradictions(const Confusion& confusion) {
  const auto& counts = confusion.counts;
  return {counts[kClash][kClash], Sum(counts[kClash]) - counts[kClash][kClash],
          counts[kYes][kClash] + counts[kNothing][kClash] -
              confusion.unrelated_two_way[kClash]};
}

std::vector<std::string> ScoreCells(const Confusion& confusion) {
  const auto& counts = confusion.counts;
  int64_t all = 0, same = 0, same_way = 0;
  for (size_t gold = 0; gold < kPairLabels; ++gold) {
    all += Sum(counts[gold]);
    same += counts[gold][gold];
    for (size_t got = 0; got < kPairLabels; ++got) {
      if ((gold == kYes) == (got == kYes)) same_way += counts[gold][got];
    }
  }
  const Tally clash = Contradictions(confusion);
  return {std::to_string(all),
          PercentText(same, all),
          PercentText(same_way, all),
          std::to_string(clash.hits),
          std::to_string(clash.misses),
          std::to_string(clash.false_alarms),
          Precision(clash),
          Recall(clash),
          F1(clash)};
}

}  // namespace

std::string_view ToString(PairLabel label) {
  return kLabels[static_cast<size_t>(label)];
}

Confusion& Confusion::operator+=(const Confusion& other) {
  for (size_t i = 0; i < kPairLabels; ++i) {
    unrelated_two_way[i] += other.unrelated_two_way[i];
    for (size_t j = 0; j < kPairLabels; ++j) {
      counts[i][j] += other.counts[i][j];
    }
  }
  return *this;
}

PairScores ScoreVerdicts(const std::vector<GoldPair>& pairs,
                         const std::vector<StatementVerdict>& verdicts) {
  PairScores out;
  Slices slices;
  for (size_t i = 0; i < pairs.size(); ++i) {
    Add(pairs[i], verdicts[i], slices, out.errors);
  }
  for (const auto& [key, confusion] : slices) {
    const auto& [suite, language, name] = key;
    out.slices.push_back({suite, language, name, confusion});
  }
  return out;
}

absl::StatusOr<PairScores> ScorePairs(const std::vector<std::string>& paths,
                                      const Pipeline& pipeline, int jobs) {
  const auto pairs = ReadGoldPairs(paths);
  if (!pairs.ok()) return pairs.status();
  std::vector<StatementVerdict> verdicts(pairs->size());
  OnThreads(pairs->size(), jobs, [&](size_t i) {
    const GoldPair& pair = (*pairs)[i];
    verdicts[i] = pipeline.Compare(
        MakeTextArticle("a", pair.language, pair.a, pair.published_a),
        MakeTextArticle("b", pair.language, pair.b, pair.published_b));
  });
  return ScoreVerdicts(*pairs, verdicts);
}

std::string ToText(const PairScores& scores) {
  Table confusion({"gold \\ ours", "consistent", "contradiction", "unrelated"});
  const std::vector<std::string> heads = {
      "pairs",      "accuracy",  "two-way", "clash hits", "misses",
      "false hits", "precision", "recall",  "f1"};
  const auto with = [](std::string name, std::vector<std::string> cells) {
    cells.insert(cells.begin(), std::move(name));
    return cells;
  };
  Table sums(with("suite", heads)), parts(with("slice", heads));
  Confusion all;
  for (const PairSlice& slice : scores.slices) {
    const std::string name = slice.suite + "." + slice.language;
    if (!slice.name.empty()) {
      parts.Row(with(name + " " + slice.name, ScoreCells(slice.confusion)));
      continue;
    }
    all += slice.confusion;
    sums.Row(with(name, ScoreCells(slice.confusion)));
    for (size_t gold = 0; gold < kPairLabels; ++gold) {
      const auto& row = slice.confusion.counts[gold];
      if (Sum(row) == 0) continue;
      confusion.Row({fmt::format("{} {}", name, kLabels[gold]),
                     std::to_string(row[kYes]), std::to_string(row[kClash]),
                     std::to_string(row[kNothing])});
    }
  }
  sums.Rule();
  sums.Row(with("all", ScoreCells(all)));
  return confusion.ToText() + "\n" + sums.ToText() + "\n" + parts.ToText();
}

}  // namespace crosscheck

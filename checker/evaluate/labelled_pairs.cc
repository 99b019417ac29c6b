#include "checker/evaluate/labelled_pairs.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include "checker/evaluate/checked_articles.h"
#include "checker/evaluate/gold.h"
#include "checker/evaluate/json_line.h"
#include "checker/evaluate/on_threads.h"
#include "checker/evaluate/value_match.h"

namespace crosscheck {
namespace {

// A label of so many digits is hardly the same as another by chance.
constexpr size_t kTellingDigits = 2;

// Labels name a few places of a fact, and may tell its values in several
// facts ("wounded (four)", "wounded: four or two"): facts with one metric and a
// value in common are one family, named by its first fact.
std::vector<uint32_t> FamiliesOf(const std::vector<GoldFact>& facts) {
  std::vector<uint32_t> family(facts.size());
  std::map<std::tuple<std::string, std::string, std::string>, uint32_t> first;
  for (uint32_t f = 0; f < facts.size(); ++f) family[f] = f;
  for (uint32_t f = 0; f < facts.size(); ++f) {
    if (facts[f].verdict == "unrelated") continue;
    for (const GoldValue& value : facts[f].values) {
      const uint32_t other =
          first.try_emplace({facts[f].metric, value.unit, value.value}, f)
              .first->second;
      const uint32_t from = std::max(family[f], family[other]);
      const uint32_t to = std::min(family[f], family[other]);
      std::replace(family.begin(), family.end(), from, to);
    }
  }
  return family;
}

std::string PairLine(const Weighing& weighing, size_t c, std::string_view story,
                     std::string_view language, std::string_view verdict,
                     std::string_view fact, bool same) {
  const LinkCandidate& candidate = weighing.candidates[c];
  const ReportClaim& x = weighing.claims[candidate.a];
  const ReportClaim& y = weighing.claims[candidate.b];
  JsonObject signs;
  for (const auto& [name, value] : candidate.signs) {
    signs.Raw(name, std::to_string(value));
  }
  return JsonObject()
      .Text("story", story)
      .Text("lang", language)
      .Text("verdict", verdict)
      .Text("fact", fact)
      .Text("compares", ToString(weighing.verdicts[c]))
      .Raw("same", same ? "1" : "0")
      .Raw("meets", candidate.meets ? "1" : "0")
      .Raw("within", x.article == y.article ? "1" : "0")
      .Text("a", x.article + ": " + x.quote)
      .Text("b", y.article + ": " + y.quote)
      .Text("sa", x.sentence)
      .Text("sb", y.sentence)
      .Raw("signs", signs.Take())
      .Take();
}

std::vector<std::string> LabelStory(const GoldStory& story,
                                    const Pipeline& pipeline) {
  const Weighing weighing = pipeline.Weigh(story.articles);
  Report report;
  report.claims = weighing.claims;
  const CheckedArticles checked(story.articles, std::move(report));
  // Claim -> the facts it lies over, or repeats: labels name one place of a
  // value, and articles say it again.
  std::map<uint32_t, std::vector<uint32_t>> facts_of;
  for (uint32_t f = 0; f < story.facts.size(); ++f) {
    for (const GoldValue& value : story.facts[f].values) {
      for (uint32_t over : checked.ClaimsOver(value.article, value.span)) {
        const ReportClaim& labelled = weighing.claims[over];
        // What is misread says nothing about linking.
        if (!ReadsAs(labelled, value.value)) continue;
        for (uint32_t claim = 0; claim < weighing.claims.size(); ++claim) {
          const ReportClaim& other = weighing.claims[claim];
          if (claim == over || (other.article == labelled.article &&
                                other.kind == labelled.kind &&
                                (other.unit == labelled.unit ||
                                 value.value.size() >= kTellingDigits) &&
                                ReadsAs(other, value.value))) {
            facts_of[claim].push_back(f);
          }
        }
      }
    }
  }
  const std::vector<uint32_t> family = FamiliesOf(story.facts);
  const auto of_one_family = [&](const std::vector<uint32_t>& x,
                                 const std::vector<uint32_t>& y) {
    return std::any_of(x.begin(), x.end(), [&](uint32_t f) {
      return std::any_of(y.begin(), y.end(),
                         [&](uint32_t g) { return family[f] == family[g]; });
    });
  };
  std::vector<std::string> lines;
  for (size_t c = 0; c < weighing.candidates.size(); ++c) {
    const LinkCandidate& candidate = weighing.candidates[c];
    const auto a = facts_of.find(candidate.a), b = facts_of.find(candidate.b);
    const bool both = a != facts_of.end() && b != facts_of.end();
    std::string_view verdict, id;
    if (both) {
      for (uint32_t fact : a->second) {
        if (std::find(b->second.begin(), b->second.end(), fact) ==
            b->second.end()) {
          continue;
        }
        const std::string& said = story.facts[fact].verdict;
        if (verdict.empty() || verdict == "unrelated") {
          verdict = said;
          id = story.facts[fact].id;
        }
      }
      if (verdict.empty()) {
        verdict =
            of_one_family(a->second, b->second) ? "same family" : "other facts";
      }
    } else if (story.exhaustive && !candidate.meets) {
      verdict = "no fact";
    } else {
      continue;
    }
    const bool same = verdict == "conflict" || verdict == "compatible" ||
                      verdict == "update" || verdict == "same family";
    lines.push_back(
        PairLine(weighing, c, story.id, story.language, verdict, id, same));
  }
  return lines;
}

}  // namespace

absl::StatusOr<std::vector<std::string>> LabelledPairs(
    const std::vector<std::string>& paths, const Pipeline& pipeline, int jobs) {
  const auto folders = FindStories(paths);
  if (!folders.ok()) return folders.status();
  std::vector<absl::Status> problems(folders->size());
  std::vector<std::vector<std::string>> results(folders->size());
  OnThreads(folders->size(), jobs, [&](size_t i) {
    const auto story = ReadStory((*folders)[i]);
    if (!story.ok()) {
      problems[i] = story.status();
      return;
    }
    results[i] = LabelStory(*story, pipeline);
  });
  std::vector<std::string> lines;
  for (size_t i = 0; i < results.size(); ++i) {
    if (!problems[i].ok()) return problems[i];
    std::move(results[i].begin(), results[i].end(), std::back_inserter(lines));
  }
  return lines;
}

std::vector<std::string> BackgroundPairs(const std::vector<Article>& articles,
                                         const Pipeline& pipeline) {
  const Weighing weighing = pipeline.Weigh(articles);
  std::vector<size_t> clashing;
  for (size_t c = 0; c < weighing.candidates.size(); ++c) {
    const LinkCandidate& candidate = weighing.candidates[c];
    if (!candidate.meets && weighing.verdicts[c] == Verdict::kConflict &&
        weighing.claims[candidate.a].article !=
            weighing.claims[candidate.b].article) {
      clashing.push_back(c);
    }
  }
  const size_t step = clashing.size() / kMostBackground + 1;
  std::vector<std::string> lines;
  for (size_t i = 0; i < clashing.size(); i += step) {
    lines.push_back(PairLine(weighing, clashing[i], "background", "",
                             "background", "", false));
  }
  return lines;
}

}  // namespace crosscheck

#ifndef CROSSCHECK_CHECKER_GATE_FACTS_H_
#define CROSSCHECK_CHECKER_GATE_FACTS_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/model/article.h"
#include "checker/model/finding.h"
#include "checker/model/report.h"
#include "checker/model/time_scope.h"
#include "checker/pipeline/kept_reading.h"
#include "checker/pipeline/pipeline.h"

namespace crosscheck {

// Something a newsroom has checked itself, in one sentence a language.
struct CheckedFact {
  std::string id;
  std::optional<Day> from, until;  // when it holds; absent: without end
  std::vector<Article> articles;   // a sentence each, as of a source
};

// Reads a facts register:
//
//   facts:
//     - id: budget-2025
//       says:
//         en: The water ministry's budget is 4.2 billion dollars.
//         ar: …
//       from: 2025-01-01        # optional, so until, source, url
//       until: 2025-12-31
//       source: Ministry of Water
//       url: https://water.example/budget
//
// Offsets of its claims are bytes of the file. Failure: InvalidArgument with
// all faults, "facts.yaml:3:5: …", a line each.
absl::StatusOr<std::vector<CheckedFact>> ReadFacts(std::string_view text,
                                                   const std::string& path);

// Checks each article against the facts that hold on its day (undated: on
// `today`) and adds what conflicts to the report as findings of rule
// "facts.conflict", with the facts as articles. `readings` are those the
// report's articles of the same ids were made from. `levels` as in
// PipelineOptions. Cost: a comparison of a sentence and an article for each of
// the facts that shares a few words with it.
void CheckFacts(const Pipeline& pipeline, const std::vector<CheckedFact>& facts,
                const std::vector<KeptReading>& readings, Day today,
                const std::map<std::string, Level>& levels, Report& report);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_GATE_FACTS_H_

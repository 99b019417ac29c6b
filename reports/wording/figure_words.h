#ifndef CROSSCHECK_REPORTS_WORDING_FIGURE_WORDS_H_
#define CROSSCHECK_REPORTS_WORDING_FIGURE_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/report.h"
#include "reports/wording/phrasebook.h"

namespace crosscheck {

// Figures and names of a run in plain words, exact always: a number is only
// shortened where nothing is lost. Texts that are no number are shown as they
// are, so that a run from another tool can be rendered. Nothing here is
// escaped for a terminal or a page; that is the caller's part. The examples are
// English; the patterns, scales and names come from the Phrasebook.

// "1200000000" -> "1.2 billion"; "1234567" -> "1,234,567"; "0.05" -> "0.05"
std::string NumberWords(std::string_view decimal, const Phrasebook& book);

// A unit or counted noun by itself: "tonne" -> "metric tons".
std::string UnitWords(std::string_view unit, const Phrasebook& book);

// "KWD, JOD or IQD"
std::string OneOf(const std::vector<std::string>& names,
                  const Phrasebook& book);

// What the claim says, normalized:
//   $1.2 billion             "USD 1.2 billion"
//   نحو 12 مليار دولار       "about USD 12 billion"
//   at least 12 people       "at least 12 people"
//   18%                      "18%"
//   several million tonnes   "2 to 10 million metric tons"
//   a year and a half        "1 year 6 months"
//   40 million dinars        "40 million KWD, JOD or IQD"
// Empty when the claim has no value and no range.
std::string FigureWords(const ReportClaim& claim, const Phrasebook& book);

// The range of values the wording allows, when it has two ends that differ and
// is no range as printed: "1.15 to under 1.25 billion". Else empty. Dates show
// none: their text is the range.
std::string RangeWords(const ReportClaim& claim, const Phrasebook& book);

// "training_cost" -> "training cost"
std::string MetricWords(std::string_view metric, const Phrasebook& book);

// Subject and metric as far as known: "Marsa Nour plant · construction cost".
std::string FactWords(std::string_view subject, std::string_view metric,
                      const Phrasebook& book);

// "outcome=death" -> "outcome: death"; "session=close" -> "at the close"
std::string QualifierWords(std::string_view qualifier, const Phrasebook& book);

// 1041 -> "1,041"
std::string GroupedDigits(uint64_t number);
// (1, "claim") -> "1 claim"; (12, "claim") -> "12 claims"
std::string Counted(uint64_t number, std::string_view noun);

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORTS_WORDING_FIGURE_WORDS_H_

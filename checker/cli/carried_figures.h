#ifndef CROSSCHECK_CHECKER_CLI_CARRIED_FIGURES_H_
#define CROSSCHECK_CHECKER_CLI_CARRIED_FIGURES_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/ledger/ledger.h"
#include "checker/model/decimal.h"
#include "checker/model/report.h"
#include "checker/pipeline/pipeline.h"

namespace crosscheck {

// "DeepSeek, training cost": who, and what of it; an empty metric is any.
struct FactName {
  std::string subject;
  std::string metric;
};
// Split at the last comma.
FactName ReadFactName(const std::string& text);

// A claim of an archived article.
struct CarriedFigure {
  ReportArticle article;
  ReportClaim claim;
};

// Every figure of a fact in a ledger, by value and unit, then by date. Subjects
// are met by their canonical name or as printed, letter case aside; metrics by
// id or words, in whole or in part. `value`: only equal ones. Cost: reads the
// articles that name the subject (with a value, those that have both).
absl::StatusOr<std::vector<CarriedFigure>> FindFiguresOf(
    Ledger& ledger, const FactName& fact, const std::optional<Decimal>& value);

// Every figure in a ledger that says what a claim of the finding says, of the
// same fact, in whatever language: of the same subject and value by key; and,
// where the finding's own articles are in the ledger, all that linking takes
// for one fact with them.
absl::StatusOr<std::vector<CarriedFigure>> FindFiguresOf(
    Ledger& ledger, const Pipeline& keeps_agreeing, const Report& run,
    const Finding& finding);

// For people: a heading a value, a line an article. `by_date`: in one list.
std::string ToText(const std::vector<CarriedFigure>& figures, bool by_date);
// Claims as `extract` prints them, each with its article's "path", "url",
// "language" beside it: a JSON array, or (`lines`) one a line.
std::string ToJson(const std::vector<CarriedFigure>& figures, bool lines);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_CLI_CARRIED_FIGURES_H_

#ifndef CROSSCHECK_CHECKER_MODEL_READING_H_
#define CROSSCHECK_CHECKER_MODEL_READING_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checker/model/article.h"
#include "checker/model/claim.h"
#include "checker/model/report.h"
#include "checker/model/time_scope.h"

namespace crosscheck {

// Where a claim's figure and sentence stand in the file.
struct ClaimPlace {
  std::string field;  // as in SourcePlace
  uint32_t begin_byte = 0;
  uint32_t end_byte = 0;
  uint32_t line = 1;
  Column begin;
  uint32_t end_line = 1;
  Column end;
  uint32_t sentence_begin_byte = 0;
  uint32_t sentence_end_byte = 0;

  friend bool operator==(const ClaimPlace&, const ClaimPlace&) = default;
};

// An article after its claims were made: all that linking, comparing and
// showing need of it, so that it can be kept in place of the article. Spans of
// the claims are bytes of `text`, which is Article::text. places[i] is that of
// made.claims[i], whose `article` means nothing here. The text and skipped
// figures stand here only, not in `article`.
struct ArticleReading {
  ReportArticle article;
  std::optional<IsoDate> published;
  std::string text;
  ArticleClaims made;
  std::vector<ClaimPlace> places;
  std::vector<ReportSkip> skipped;  // figures left out, in order
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_READING_H_

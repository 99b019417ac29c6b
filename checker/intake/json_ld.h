#ifndef CROSSCHECK_CHECKER_INTAKE_JSON_LD_H_
#define CROSSCHECK_CHECKER_INTAKE_JSON_LD_H_

#include <optional>
#include <string_view>

#include "checker/intake/metadata.h"

namespace crosscheck {

// What a JSON-LD block says of an article (schema.org NewsArticle and other
// kinds of Article, BlogPosting, Report), wherever in the block it stands;
// nullopt where it speaks of none or is no JSON, which many are not.
//
//   {"@graph": [{"@type": "NewsArticle", "headline": "…",
//                "datePublished": "2025-01-28"}]}
std::optional<Metadata> ReadJsonLd(std::string_view block);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_JSON_LD_H_

#ifndef CROSSCHECK_CHECKER_INTAKE_FRONT_MATTER_H_
#define CROSSCHECK_CHECKER_INTAKE_FRONT_MATTER_H_

#include <string>
#include <string_view>

#include "checker/intake/metadata.h"
#include "checker/model/span.h"

namespace crosscheck {

// The YAML between two lines of "---" at the top of a Markdown file.
//
// Read are title, date (also published, publishDate, datePublished), outlet
// (also source, publication, site), lang (also language, locale) and url (also
// link, permalink, canonical, canonical_url); other keys are the site's own.
struct FrontMatter {
  Metadata metadata;
  // Where the title stands word for word; empty where it is written otherwise
  // (folded over lines, with escapes).
  Span title;
  uint32_t end = 0;  // where the article begins; 0: there is none
  std::string
      fault;  // "line 3: front matter: …"; the rest is read all the same
};
FrontMatter ReadFrontMatter(std::string_view text);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_FRONT_MATTER_H_

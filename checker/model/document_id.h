#ifndef CROSSCHECK_CHECKER_MODEL_DOCUMENT_ID_H_
#define CROSSCHECK_CHECKER_MODEL_DOCUMENT_ID_H_

#include <string>
#include <string_view>

#include "checker/model/report.h"

namespace crosscheck {

// A URL with what does not tell articles apart taken off: the scheme's case
// and "www." are folded, the fragment, default port, a final slash and
// campaign parameters (utm_*, fbclid, gclid) dropped. A text that is no http or
// https URL ("urn:newsml:…") stays as it is.
//
//   CanonicalUrl("HTTPS://www.Harbour.example:443/a/?utm_source=x&id=7#top")
//     // "https://harbour.example/a?id=7"
std::string CanonicalUrl(std::string_view url);

// Which article it is, whatever file it stands in: its URL where it has one,
// else its id (the file's name, or the record's).
std::string DocumentId(const ReportArticle& article);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_MODEL_DOCUMENT_ID_H_

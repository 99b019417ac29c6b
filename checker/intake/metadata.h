#ifndef CROSSCHECK_CHECKER_INTAKE_METADATA_H_
#define CROSSCHECK_CHECKER_INTAKE_METADATA_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/model/article.h"
#include "checker/model/report.h"

namespace crosscheck {

// What is said of an article, as written; empty: nothing is.
struct Metadata {
  std::string outlet;
  std::string url;
  std::string language;
  std::string published;
  std::string title;
};

// Fills the empty members of `metadata` from `other`.
void FillFrom(const Metadata& other, Metadata& metadata);

// Sets the article's members from `metadata`; a date that is none is left out
// (and false is returned), one that is not ISO 8601 is shown as its ISO day.
// `title` is set where the article has none of its own.
[[nodiscard]] bool Apply(const Metadata& metadata, Article& article);

// The day or days of a publication date as sites write them: ISO 8601, also
// compact and with slashes ("20250128", "2025/1/28"), and as mail and feeds do
// ("Tue, 28 Jan 2025 10:00:00 GMT"). nullopt for a date that is none.
//
//   ReadPublished("2025/1/28 10:15")   // 2025-01-28
//   ReadPublished("2025-13-45")        // nullopt
std::optional<IsoDate> ReadPublished(std::string_view text);

// "AR_eg" -> "ar-EG"; empty where it is no language tag.
std::string ReadLanguageTag(std::string_view text);

// The sources.json of a folder: file name -> what it says. A missing file is
// no fault; a broken one is, and an entry of the wrong type is.
struct Sidecar {
  std::map<std::string, Metadata, std::less<>> articles;
  std::vector<Problem> problems;
};
Sidecar ReadSidecar(const std::string& folder);
Sidecar ReadSidecarBytes(const std::string& path, const std::string& bytes);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_INTAKE_METADATA_H_

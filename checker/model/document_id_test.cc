#include "checker/model/document_id.h"

#include <gtest/gtest.h>

namespace crosscheck {
namespace {

TEST(CanonicalUrl, TakesOffWhatTellsNothingApart) {
  struct Row {
    std::string_view url, canonical;
  };
  constexpr Row kRows[] = {
      {"HTTPS://www.Harbour.example:443/a/?utm_source=x&id=7#top",
       "https://harbour.example/a?id=7"},
      {"http://harbour.example", "http://harbour.example"},
      {"http://harbour.example/", "http://harbour.example"},
      {"http://harbour.example:8080/A/b", "http://harbour.example:8080/A/b"},
      {"https://h.example?fbclid=1&gclid=2", "https://h.example"},
      // "news", kept as written
      {"https://h.example/أخبار?a=1&&b", "https://h.example/أخبار?a=1&b"},
      {"urn:newsml:h.example:20250302:7", "urn:newsml:h.example:20250302:7"},
      {"ftp://H.example/a#b", "ftp://H.example/a#b"},
      {"", ""},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(CanonicalUrl(row.url), row.canonical);
    EXPECT_EQ(CanonicalUrl(row.canonical), row.canonical);
  }
}

}  // namespace
}  // namespace crosscheck

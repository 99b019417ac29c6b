#ifndef CROSSCHECK_CHECKER_EVALUATE_GOLD_H_
#define CROSSCHECK_CHECKER_EVALUATE_GOLD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "checker/model/article.h"
#include "checker/model/span.h"

namespace crosscheck {

// Labelled data as read from disk; the formats are in design/formats.md.
// Every reader checks what it needs and says where a line is wrong:
// `x.jsonl:3: no "text"; give the case a text`.

// A figure a suite expects. `values` is one value, or the two ends of a range
// (an end that is open is empty), or nothing where the suite asserts none.
struct ExpectedFigure {
  std::optional<Span> span;  // bytes of the case's text
  std::string surface;
  std::string
      kind;  // number|money|quantity|percent|ordinal|date|duration|range
  bool is_range = false;
  std::vector<std::string> values;
  // Further readings the suite takes for right (dates without a year).
  std::vector<std::vector<std::string>> alternatives;
  std::string unit;   // empty: none asserted
  std::string grain;  // dates: "Day", "Minute" …
  bool unit_ambiguous = false;
  bool end_exclusive = false;
  bool in_minor_unit = false;  // "50 cents" given as 50 USD
  bool is_relative = false;    // "the last", "the next": no number is asserted
  std::string json;            // the element as written, for --errors
};

struct ExtractionCase {
  std::string id;
  std::string suite;
  std::string language;
  std::string text;
  std::string ref_time;  // empty: none
  std::string tier;      // "A", "B", "C"
  std::vector<std::string> flags;
  std::vector<ExpectedFigure> expected;

  bool Has(std::string_view flag) const;
};

struct GoldPair {
  std::string id;
  std::string suite;
  std::string language;
  std::string a;
  std::string b;
  std::string published_a;
  std::string published_b;
  std::string label;     // consistent|contradiction|unrelated
  bool two_way = false;  // the suite tells only consistent from not
  // The suite's own slices: {"num_rel", "conflict"} …
  std::vector<std::pair<std::string, std::string>> slices;
};

struct GoldValue {
  std::string article;
  Span span;
  std::string surface;
  std::string value;  // as text; the ends of a list joined by "/"
  std::string unit;
  std::string modality;
};

struct GoldFact {
  std::string id;
  std::string verdict;   // conflict|compatible|update|unrelated
  std::string strength;  // clear|weak|needs_arithmetic
  std::string fact;
  std::string subject;
  std::string metric;
  std::string note;
  std::vector<GoldValue> values;
  // Conflicts: which values clash; filled with the differing ones where the
  // file gives none. Other verdicts: every pair.
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
};

struct GoldStory {
  std::string id;        // the folder's name
  std::string language;  // "ar", "en", "ar+en"
  bool exhaustive = false;
  std::vector<Article> articles;
  std::vector<GoldFact> facts;
};

// A figure of an article that a checker must, may, or must not read.
struct SeedClaim {
  std::string id;
  std::string article;
  std::string kind;
  std::string extract;  // must|optional|must_not
  Span core;
  std::string surface;
  std::string value;
  std::string unit;
};

struct SeedPair {
  std::string id;
  std::string a;
  std::string b;
  std::string relation;
  std::string flag;  // must_flag|note|must_not_flag
  std::string issue;
  std::string why;
};

struct SeedGold {
  std::vector<SeedClaim> claims;
  std::vector<SeedPair> pairs;
};

// `paths` are files, or folders whose *.jsonl are read in name order.
absl::StatusOr<std::vector<ExtractionCase>> ReadExtractionCases(
    const std::vector<std::string>& paths);
absl::StatusOr<std::vector<GoldPair>> ReadGoldPairs(
    const std::vector<std::string>& paths);
// `paths` are story folders, or folders of story folders.
absl::StatusOr<std::vector<std::string>> FindStories(
    const std::vector<std::string>& paths);
absl::StatusOr<GoldStory> ReadStory(const std::string& folder);
absl::StatusOr<SeedGold> ReadSeedGold(const std::string& folder);
// The *.txt of a folder with their sources.json. The first line is the
// headline, unless sources.json says `"title": null`. Offsets are bytes of
// the file as read.
absl::StatusOr<std::vector<Article>> ReadGoldArticles(
    const std::string& folder);

// A text without a file, published (or spoken of) at `published`.
Article MakeTextArticle(std::string id, std::string language, std::string text,
                        const std::string& published);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_EVALUATE_GOLD_H_

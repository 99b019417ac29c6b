#ifndef CROSSCHECK_CHECKER_LINK_WEIGHTS_H_
#define CROSSCHECK_CHECKER_LINK_WEIGHTS_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "checker/rulebook/rulebook.h"

namespace crosscheck {

// What two claims may have in common or not, each a number that counts so many
// points (rules/shared/link.yaml, where each is explained). Likenesses are in
// hundredths, the rest 0 or 1, or a small count.
enum class LinkSign : uint8_t {
  // What kind of figure: where a score starts.
  kCount,
  kMoney,
  kPercent,
  kMeasure,
  kDate,
  kClock,
  kDuration,
  kAge,
  kOtherKind,
  // What is counted.
  kSameNoun,
  kKinNoun,
  kOtherNoun,
  kSisterNoun,
  kUnknownNoun,
  // What is said of it.
  kSameFacet,
  kSameFacetFar,
  kOtherFacetFar,
  kOneSidedFacet,
  kSameMetric,
  kSingleMetric,
  kPeriodMetric,
  kDatedMetric,
  kAgeOfOne,
  // Of whom.
  kSameSubject,
  kOtherSubject,
  kOtherNearName,
  kOneNearName,
  kOtherClauseName,
  // The words and names around.
  kWordsAlike,
  kWordsShared,
  kNearWordsAlike,
  kNamesAlike,
  kNamesShared,
  kFiguresShared,
  kEditedSentence,
  // The articles.
  kEvent,
  kAcrossLanguages,
  kSameArticle,
  // The places in them.
  kBothInTitle,
  kTitleAndBody,
  kOneLeads,
  // How it is said.
  kPlannedDiffers,
  kOnePart,
  kOnePast,
  // The values.
  kSameValue,
  kCloseValue,
  kNearValue,
  kFarValue,
  kSameDigits,
  kSwappedDigits,  // 1: of two digits, 2: of more
  kSharedEnd,
  kSmallValue,
  kLargeValue,
  kVague,
  // The other claims of the two articles: one of them, or both, give the
  // other's value for such a thing elsewhere; how many others there are, and
  // how many of those whose value the other article does not give (whole steps
  // of log2); how many third articles give only one of the two.
  kElsewhereOne,
  kElsewhereBoth,
  kElsewhereLoose,
  kThirdGivesBoth,
  kThirdsGiveOne,
  kSiblings,
  kRivals,
  kOpenRivals,
};
inline constexpr size_t kLinkSigns =
    static_cast<size_t>(LinkSign::kOpenRivals) + 1;

// "same_noun": the last part of its rule's id.
std::string_view NameOf(LinkSign sign);

// The points of rules/shared/link.yaml. A rule that is missing counts nothing.
struct LinkWeights {
  std::array<int, kLinkSigns> points{};
  int Of(LinkSign sign) const { return points[static_cast<size_t>(sign)]; }
  int threshold = 0;             // a link needs this many
  int threshold_telling = 0;     // … less what their values give
  int threshold_apart = 0;       // … where the figures do not meet
  int threshold_within = 0;      // … and both stand in one article
  int threshold_title = 0;       // … one of them in its headline
  int threshold_headline = 0;    // … and both count the same, about as many
  int threshold_statements = 0;  // … and they are two statements side by side
  int event_least = 0;  // hundredths of likeness for articles to be paired
  // Two articles whose figures are said to clash must be this alike (in one
  // language, in two, or without both dates) and this near in days.
  int event_apart = 0;
  int event_across = 0;
  int event_undated = 0;
  int days_apart = 0;
  // Further apart in days than this, or where little is said of the figures,
  // articles must be alike by this many hundredths of the likeness above.
  int days_close = 0;
  int event_loose = 100;
  // Axes whose figures of these kinds (none: of all) are told anew for each
  // match: they clash within a day, in articles as alike as undated ones must
  // be.
  struct Recurring {
    std::string_view axis;
    std::vector<std::string_view> kinds;
  };
  std::vector<Recurring> recurring;
  int margin = 0;  // by how much a link must beat its rivals
};
LinkWeights ReadLinkWeights(const Rulebook& rules);

}  // namespace crosscheck

#endif  // CROSSCHECK_CHECKER_LINK_WEIGHTS_H_

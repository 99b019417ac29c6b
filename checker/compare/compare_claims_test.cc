#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "checker/compare/find_findings.h"
#include "checker/compare/settings.h"
#include "checker/testing/read_text.h"

namespace crosscheck {
namespace {

Claim ClaimOf(std::string_view text, uint32_t article) {
  const TextReading read = ReadText(text);
  EXPECT_FALSE(read.made.claims.empty()) << text;
  if (read.made.claims.empty()) return {};
  Claim claim = read.made.claims[0];
  claim.article = article;
  return claim;
}

// The first claims of two texts, of articles published on these days.
Verdict Compared(std::string_view a, std::string_view day_a, std::string_view b,
                 std::string_view day_b, const ClaimLink& link) {
  std::vector<CompareArticle> articles(2);
  articles[0].published = ParseIsoDate(day_a);
  articles[1].published = ParseIsoDate(day_b);
  return CompareClaims(ClaimOf(a, 0), ClaimOf(b, 1), link, articles,
                       ReadCompareSettings(BuiltInRules(), {}, {}))
      .verdict;
}

TEST(CompareClaims, KnowsWhatChangesAsAStoryGoesOn) {
  constexpr std::string_view kDay = "2024-03-01", kNext = "2024-03-02";
  const struct {
    std::string_view a, b;
    Verdict verdict;
  } kRows[] = {
      {"The fire killed 12 people.", "The fire killed 14 people.",
       Verdict::kUpdate},
      // A house does not grow with the toll.
      {"A house of 3 storeys fell and killed a man.",
       "A house of 4 storeys fell and killed a man.", Verdict::kConflict},
      // The price of silver moves, not how deep somebody fell.
      {"He fell 12 feet into a silver mine.",
       "He fell 15 feet into a silver mine.", Verdict::kConflict},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(Compared(row.a, kDay, row.b, kNext, {}), row.verdict) << row.b;
  }
}

// What two sentences of one fact, linked like this, come to.
Findings Found(std::string_view a, std::string_view b, ClaimLink link) {
  std::vector<CompareArticle> articles(2);
  articles[0] = {"a", "", "Harbour Daily", a, ParseIsoDate("2024-03-01")};
  articles[1] = {"b", "", "Coast Courier", b, ParseIsoDate("2024-03-01")};
  link.b = 1;
  const std::vector<Claim> claims = {ClaimOf(a, 0), ClaimOf(b, 1)};
  return FindFindings(
      claims, {link}, articles, [](uint32_t, uint32_t) { return false; },
      ReadCompareSettings(BuiltInRules(), {}, {}), false);
}

// Everything in a message is as it was printed, but for a date that hangs on
// the day of its article.
TEST(FindFindings, SaysWhatWasPrinted) {
  const struct {
    std::string_view a, b, message;
  } kRows[] = {
      {"The wreck killed twelve of the sailors.",
       "The wreck killed at least 15 sailors.",
       "Death: \"twelve of the sailors\" (Harbour Daily, 2024-03-01) against "
       "\"at least 15 sailors\" (Coast Courier, 2024-03-01); they cannot both "
       "stand"},
      {"The club was founded a year ago.", "The club was founded in 1998.",
       "Founded on: \"a year ago\" [2024-01] (Harbour Daily, 2024-03-01) "
       "against \"1998\" (Coast Courier, 2024-03-01); they cannot both stand"},
  };
  for (const auto& row : kRows) {
    const Findings found = Found(row.a, row.b, {});
    ASSERT_EQ(found.findings.size(), 1u) << row.b;
    EXPECT_EQ(found.findings[0].message, row.message);
  }
}

// Figures that meet are news where they are of one fact by more than their
// values, and printed otherwise.
TEST(FindFindings, NotesNoEqualDigitsOfAnythingElse) {
  ClaimLink sure, unsure;
  sure.score = unsure.score = 300;
  sure.telling = 100;
  const std::string_view about = "The wreck killed about 120 people.";
  const std::string_view exact = "The wreck killed 120 sailors.";
  EXPECT_EQ(Found(about, exact, sure).findings.size(), 1u);
  EXPECT_TRUE(Found(about, exact, unsure).findings.empty());
  EXPECT_EQ(Found(about, exact, unsure).agreeing, 1u);
  EXPECT_TRUE(
      Found("The wreck killed 120 people.", exact, sure).findings.empty());
}

TEST(CompareClaims, KnowsAPartyByLessOfItsName) {
  ClaimLink sure;
  sure.score = 300;
  const auto severity = [&](std::string_view a, std::string_view b) {
    return Found(a, b, sure).findings.at(0).severity;
  };
  const std::string_view first =
      "The wreck killed 12 sailors, Calder police said.";
  EXPECT_GT(
      severity(first, "The Calder police said the wreck killed 18 sailors."),
      severity(first, "The coast guard said the wreck killed 18 sailors."));
}

TEST(CompareClaims, LetsAnOutletWriteItsStoryOver) {
  const struct {
    std::string_view outlet_a, outlet_b;
    Verdict verdict;
  } kRows[] = {
      {"Harbour Daily", "Harbour Daily", Verdict::kUpdate},
      {"Harbour Daily", "Coast Courier", Verdict::kConflict},
      {"", "", Verdict::kConflict},
  };
  std::vector<CompareArticle> articles(2);
  articles[0].id = "a";
  articles[1].id = "b";
  for (CompareArticle& article : articles) {
    article.published = ParseIsoDate("2024-03-01");
  }
  for (const auto& row : kRows) {
    articles[0].outlet = row.outlet_a;
    articles[1].outlet = row.outlet_b;
    EXPECT_EQ(
        CompareClaims(ClaimOf("The fire killed 22 people.", 0),
                      ClaimOf("The fire killed 30 people.", 1), {}, articles,
                      ReadCompareSettings(BuiltInRules(), {}, {}))
            .verdict,
        row.verdict)
        << row.outlet_b;
  }
}

TEST(CompareClaims, LetsACountThatGoesOnMoveWithinTheDay) {
  constexpr std::string_view kDay = "2024-03-01";
  EXPECT_EQ(Compared("The fire has killed 22 people so far.", kDay,
                     "The fire killed 30 people.", kDay, {}),
            Verdict::kUpdate);
  EXPECT_EQ(Compared("The fire killed 22 people.", kDay,
                     "The fire killed 30 people.", kDay, {}),
            Verdict::kConflict);
}

TEST(CompareClaims, LetsNoPartMoveWithinATotalThatStands) {
  ClaimLink link;
  link.same_total = true;
  EXPECT_EQ(Compared("The fire killed 8 students.", "2024-03-01",
                     "The fire killed 9 students.", "2024-03-04", link),
            Verdict::kConflict);
}

TEST(CompareClaims, HoldsNoVagueWordToItsLast) {
  const auto said = [](std::string_view text) {
    return Compared("The fire killed dozens of people.", "2024-03-01", text,
                    "2024-03-01", {});
  };
  EXPECT_EQ(said("The fire killed 17 people."), Verdict::kCompatible);
  EXPECT_EQ(said("The fire killed 3 people."), Verdict::kConflict);
}

TEST(CompareClaims, NeedsBothDaysForWhatChanges) {
  const auto compared = [](std::string_view day_a, std::string_view day_b) {
    return Compared("The fire killed 12 people.", day_a,
                    "The fire killed 14 people.", day_b, {});
  };
  EXPECT_EQ(compared("2024-03-01", "none"), Verdict::kUndecided);
  EXPECT_EQ(compared("none", "none"), Verdict::kConflict);
}

TEST(CompareClaims, AccusesOnlyWhereTheLinkIsSure) {
  ClaimLink link;
  EXPECT_EQ(Compared("The pier cost $3 million.", "2024-03-01",
                     "The pier cost $8 million.", "2024-03-01", link),
            Verdict::kConflict);
  link.may_clash = false;
  EXPECT_EQ(Compared("The pier cost $3 million.", "2024-03-01",
                     "The pier cost $8 million.", "2024-03-01", link),
            Verdict::kUndecided);
}

TEST(CompareClaims, LetsPeopleAge) {
  const auto aged = [](std::string_view day_a, std::string_view day_b) {
    return Compared("The boy is 4 years old.", day_a, "The boy is 6 years old.",
                    day_b, {});
  };
  EXPECT_EQ(aged("2024-03-01", "2024-03-02"), Verdict::kConflict);
  EXPECT_EQ(aged("2022-01-10", "2024-03-02"), Verdict::kUpdate);
  EXPECT_EQ(aged("2024-03-02", "2022-01-10"), Verdict::kConflict);
  EXPECT_EQ(aged("none", "2024-03-02"), Verdict::kUndecided);
  EXPECT_EQ(aged("none", "none"), Verdict::kConflict);
}

TEST(CompareClaims, KnowsThatSomeAreAmongAll) {
  const auto said = [](std::string_view narrow) {
    return Compared(narrow, "2024-03-01", "The blast killed 10 people.",
                    "2024-03-01", {});
  };
  EXPECT_EQ(said("The blast killed 9 students."), Verdict::kUndecided);
  EXPECT_EQ(said("The blast killed 11 students."), Verdict::kConflict);
}

TEST(CompareClaims, HoldsWhatIsLongOverToOneFigure) {
  const auto week_on = [](std::string_view a, std::string_view b) {
    return Compared(a, "2024-03-01", b, "2024-03-08", {});
  };
  EXPECT_EQ(week_on("Heat killed 106 people in 2010.",
                    "Heat killed 100 people in 2010."),
            Verdict::kConflict);
  EXPECT_EQ(week_on("Heat killed 106 people in 2024.",
                    "Heat killed 100 people in 2024."),
            Verdict::kUpdate);
}

TEST(CompareClaims, HoldsAPeriodThatIsOverToOneFigure) {
  const auto next_day = [](std::string_view a, std::string_view b) {
    return Compared(a, "2024-06-10", b, "2024-06-11", {});
  };
  EXPECT_EQ(next_day("Inflation fell to 11.4 percent in May 2024.",
                     "Inflation fell to 14.1 percent in May 2024."),
            Verdict::kConflict);
  EXPECT_EQ(next_day("Inflation fell to 11.4 percent.",
                     "Inflation fell to 14.1 percent."),
            Verdict::kUpdate);
}

TEST(CompareClaims, LetsWhatIsSoNowChange) {
  const auto next_day = [](std::string_view a, std::string_view b) {
    return Compared(a, "2024-03-01", b, "2024-03-02", {});
  };
  EXPECT_EQ(next_day("There are now 6 ships in the port.",
                     "There are now 5 ships in the port."),
            Verdict::kUpdate);
  EXPECT_EQ(next_day("The fleet has 6 ships.", "The fleet has 5 ships."),
            Verdict::kConflict);
}

}  // namespace
}  // namespace crosscheck

#include "checker/claim/make_claims.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "checker/claim/concepts.h"
#include "checker/testing/read_text.h"

namespace crosscheck {
namespace {

// "subject | metric | axis=value … | speaker | planned negated"; a metric the
// rules do not know stands in brackets.
std::string Say(const Claim& claim) {
  std::string out = claim.subject + " | ";
  out += claim.metric_known ? claim.metric : "(" + claim.metric + ")";
  out += " |";
  for (const Facet& facet : claim.facets) {
    out += ' ';
    out += facet.axis;
    out += '=';
    out += facet.value;
  }
  out += " | " + claim.speaker + " |";
  if (claim.planned) out += " planned";
  if (claim.negated) out += " negated";
  return out;
}

std::vector<std::string> Said(std::string_view text) {
  std::vector<std::string> out;
  for (const Claim& claim : ReadText(text).made.claims) {
    out.push_back(Say(claim));
  }
  return out;
}

TEST(Claims, AreAboutSomething) {
  const struct {
    std::string_view text;
    std::vector<std::string> claims;
  } kRows[] = {
      {"Officials said 12 people were killed and 30 injured in Kirkuk.",
       {"Kirkuk | (death of person) | outcome=death | Officials |",
        "Kirkuk | (injury) | outcome=injury | Officials |"}},
      {"The bridge is worth $40 million, according to its backers.",
       {" | () | | its backers |"}},
      // A word of the name means something besides.
      {"12 people were killed off Port Salam.",
       {"Port Salam | (death of person) | outcome=death |  |"}},
      {"DeepSeek spent $5.6 million on training its model.",
       {"DeepSeek | training_cost | |  |"}},
      {"The company did not spend $5 million on the harbour.",
       {" | () | |  | negated"}},
      // "The cost of training the DeepSeek model reached 5.6 million dollars."
      {"بلغت كلفة تدريب نموذج ديب سيك 5.6 مليون دولار.",
       {"DeepSeek | training_cost | |  |"}},
      // "The harbour office also announced the death of 12 persons": who, not
      // what.
      {"مكتب الميناء أعلن أيضا مقتل 12 شخصا.",
       {" | (death of person) | outcome=death | مكتب الميناء |"}},
      // "DeepSeek was founded in the year 2023."
      {"تأسست ديب سيك عام 2023.", {"DeepSeek | founded_on | |  |"}},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(Said(row.text), row.claims) << row.text;
  }
}

TEST(Claims, KnowWhatTheyCount) {
  const struct {
    std::string_view text, noun, is;  // `is`: the concept it meets others by
  } kRows[] = {
      {"The mill has 40 employees.", "worker", "worker"},
      {"The number of employees fell to 40.", "worker", "worker"},
      {"A number of employees said it failed 40.", "", ""},
      {"In the fire 40 were killed.", "death", "person"},
      {"The fire killed 40 Egyptians.", "egyptians", "Egypt"},
      {"ارتفع عدد الموظفين إلى 40.", "worker", "worker"},
      {"قتل 40 مصريا.", "مصريا", "Egypt"},
  };
  for (const auto& row : kRows) {
    const TextReading read = ReadText(row.text);
    ASSERT_EQ(read.made.claims.size(), 1u) << row.text;
    const Claim& claim = read.made.claims[0];
    EXPECT_EQ(claim.noun, row.noun) << row.text;
    const uint64_t key = row.is.empty()      ? 0
                         : row.is == "Egypt" ? NameKey(row.is)
                                             : ConceptKey(row.is);
    EXPECT_EQ(claim.noun_key, key) << row.text;
    // Egyptians are persons.
    if (row.is == "Egypt") {
      EXPECT_EQ(claim.noun_broader,
                std::vector<uint64_t>{ConceptKey("person")});
    }
  }
}

TEST(Claims, KnowTheirDay) {
  const struct {
    std::string_view text;
    std::string_view when;
    TimeBasis basis;
  } kRows[] = {
      {"Unemployment rose to 7.3 percent in March 2024.",
       "2024-03-01/2024-03-31", TimeBasis::kWritten},
      {"Unemployment rose to 7.3 percent.", "2025-01-28/2025-01-28",
       TimeBasis::kPublication},
      // "Unemployment rose to 7.3 percent in the year 2023."
      {"ارتفعت البطالة إلى 7.3 في المئة عام 2023.", "2023-01-01/2023-12-31",
       TimeBasis::kWritten},
  };
  for (const auto& row : kRows) {
    const TextReading read = ReadText(row.text);
    ASSERT_FALSE(read.made.claims.empty()) << row.text;
    const TimeScope& when = read.made.claims[0].when;
    ASSERT_TRUE(IsBounded(when.days)) << row.text;
    EXPECT_EQ(ToIsoDate(*when.days.first) + "/" + ToIsoDate(*when.days.last),
              row.when)
        << row.text;
    EXPECT_EQ(when.basis, row.basis) << row.text;
  }
}

TEST(Claims, LeaveToWhatIsHeldAgainstItsOwnDay) {
  const TextReading read =
      ReadText("Profit was $6 million, against $4 million in 2023.");
  ASSERT_GE(read.made.claims.size(), 2u);
  EXPECT_EQ(read.made.claims[0].when.basis, TimeBasis::kPublication);
  EXPECT_EQ(read.made.claims[1].when.basis, TimeBasis::kWritten);
}

TEST(Claims, TakeABareProfitForMoney) {
  const auto first = [](std::string_view text) {
    const TextReading read = ReadText(text);
    EXPECT_GE(read.made.claims.size(), 2u) << text;
    return read.made.claims[0].quantity;
  };
  const Quantity bare =
      first("Profit rose to 2.4 billion. Costs were $3 billion.");
  EXPECT_EQ(bare.kind, QuantityKind::kMoney);
  EXPECT_EQ(bare.unit.id, "USD");
  EXPECT_EQ(first("Profit rose to 2.4 billion. Costs were $3 billion, or 2.8 "
                  "billion euros.")
                .kind,
            QuantityKind::kCount);
}

TEST(Claims, KnowPartsOfAWhole) {
  const struct {
    std::string_view text;
    bool first, last;
  } kRows[] = {
      {"Police held 40 people, including 3 boys.", false, true},
      {"Police held 40 people, and 3 boys were hurt.", false, false},
      // "Police held 40 people, among them 3 boys."
      {"احتجزت الشرطة 40 شخصا من بينهم 3 صبية.", false, true},
  };
  for (const auto& row : kRows) {
    const TextReading read = ReadText(row.text);
    ASSERT_EQ(read.made.claims.size(), 2u) << row.text;
    EXPECT_EQ(read.made.claims[0].part, row.first) << row.text;
    EXPECT_EQ(read.made.claims[1].part, row.last) << row.text;
  }
}

// A body has one founding; a person, a place or a weekday has none.
TEST(Claims, KnowWhatAFoundingIsOf) {
  const struct {
    std::string_view text;
    bool single;
  } kRows[] = {
      {"Microsoft was founded in 1975.", true},
      {"Bill Gates was founded in 1975.", false},
      {"France was founded in 1975.", false},
      {"Microsoft was founded on Monday.", false},
  };
  for (const auto& row : kRows) {
    const TextReading read = ReadText(row.text);
    ASSERT_FALSE(read.made.claims.empty()) << row.text;
    EXPECT_EQ(read.made.claims[0].metric, "founded_on") << row.text;
    EXPECT_EQ(read.made.claims[0].metric_single, row.single) << row.text;
  }
}

TEST(Claims, HoldEachFeatureOnceSorted) {
  const TextReading read = ReadText(
      "The ferry sank near Calder; 12 people of the ferry died, the port of "
      "Calder said, and 12 people were saved.");
  ASSERT_GE(read.made.claims.size(), 2u);
  for (const Claim& claim : read.made.claims) {
    EXPECT_FALSE(claim.features.empty());
    for (size_t i = 1; i < claim.features.size(); ++i) {
      EXPECT_LT(claim.features[i - 1].key, claim.features[i].key);
    }
    for (const Feature& feature : claim.features) {
      EXPECT_LT(feature.span.begin, feature.span.end);
      EXPECT_LE(feature.span.end, read.article.text.size());
    }
  }
}

// "Kirkuk" in both scripts, and a name the rules do not know, by its sound.
TEST(Claims, MeetAcrossScripts) {
  const auto meets = [](std::string_view a, std::string_view b) {
    const TextReading one = ReadText(a), two = ReadText(b);
    if (one.made.claims.empty() || two.made.claims.empty()) return false;
    const auto& x = one.made.claims[0].features;
    const auto& y = two.made.claims[0].features;
    return std::any_of(x.begin(), x.end(), [&](const Feature& feature) {
      return feature.kind == FeatureKind::kName &&
             std::binary_search(y.begin(), y.end(), feature);
    });
  };
  // "12 people were killed in Kirkuk."
  EXPECT_TRUE(meets("In Kirkuk 12 people died.", "قتل 12 شخصا في كركوك."));
  // "12 people were killed in Baghdad."
  EXPECT_FALSE(meets("In Kirkuk 12 people died.", "قتل 12 شخصا في بغداد."));
}

TEST(Claims, ForShowingAreTheSameWithoutFeatures) {
  const TextReading read =
      ReadText("Officials said 12 people were killed in Kirkuk in 2024.");
  const ArticleClaims shown =
      ClaimMaker(BuiltInRules())
          .Make(read.article, read.document, read.figures, 0, ClaimUse::kShow);
  ASSERT_EQ(shown.claims.size(), read.made.claims.size());
  for (size_t i = 0; i < shown.claims.size(); ++i) {
    EXPECT_EQ(Say(shown.claims[i]), Say(read.made.claims[i]));
    EXPECT_TRUE(shown.claims[i].features.empty());
  }
}

}  // namespace
}  // namespace crosscheck

#include "checker/link/link_claims.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "checker/testing/read_text.h"

namespace crosscheck {
namespace {

// Articles with all their claims, ready to be linked.
struct World {
  std::vector<TextReading> readings;
  std::vector<std::string> outlets;
  std::vector<LinkArticle> articles;
  std::vector<Claim> claims;

  // The claims of one article.
  std::vector<Claim> operator()(uint32_t article, std::vector<Claim>) const {
    std::vector<Claim> out = readings[article].made.claims;
    for (Claim& claim : out) claim.article = article;
    return out;
  }
};

World WorldOf(const std::vector<std::string_view>& texts) {
  World world;
  for (const std::string_view text : texts) {
    world.readings.push_back(ReadText(text));
    world.outlets.push_back("Outlet " + std::to_string(world.outlets.size()));
  }
  for (uint32_t i = 0; i < world.readings.size(); ++i) {
    const TextReading& read = world.readings[i];
    world.articles.push_back({&read.made.profile, world.outlets[i],
                              read.article.language, read.article.text,
                              read.article.published->days.first});
    for (Claim claim : read.made.claims) {
      claim.article = i;
      world.claims.push_back(std::move(claim));
    }
  }
  return world;
}

const ClaimLinker& Linker() {
  static const ClaimLinker* const kLinker = new ClaimLinker(BuiltInRules());
  return *kLinker;
}

// Are the figures of these values linked, across two articles?
bool Links(std::string_view a, std::string_view b, int value_a, int value_b) {
  const World world = WorldOf({a, b});
  for (const ClaimLink& link : Linker().Link(world.articles, world).links) {
    const Claim& x = world.claims[link.a];
    const Claim& y = world.claims[link.b];
    if (x.article == y.article) continue;
    if (x.quantity.value && *x.quantity.value == Decimal(value_a) &&
        y.quantity.value && *y.quantity.value == Decimal(value_b)) {
      return true;
    }
  }
  return false;
}

constexpr std::string_view kWreck =
    "A ferry sank off Calder on Monday. The wreck killed 12 people, the coast "
    "guard said.";

TEST(Link, JoinsWhatIsSaidOfOneEvent) {
  EXPECT_TRUE(Links(kWreck,
                    "The ferry wreck off Calder killed 15 people, the coast "
                    "guard said on Monday.",
                    12, 15));
  // "Police said two ferries collided off Kirkuk on Monday; 15 people were
  // killed."
  EXPECT_TRUE(Links(
      "Two ferries collided off Kirkuk on Monday and 12 people were killed, "
      "police said.",
      "قالت الشرطة إن عبارتين اصطدمتا قبالة كركوك يوم الاثنين وقتل 15 شخصا.",
      12, 15));
}

TEST(Link, KnowsDigitsThatChangedPlaces) {
  constexpr std::string_view kPlant =
      "The van plant in Lorain will close in October, Hartwell said on Monday. "
      "It employs 1,850 people.";
  EXPECT_TRUE(Links(kPlant,
                    "Hartwell closes its van plant in Lorain in October, it "
                    "said on Monday. Some 1,580 jobs will go.",
                    1850, 1580));
  EXPECT_FALSE(Links(kPlant,
                     "Hartwell closes its van plant in Lorain in October, it "
                     "said on Monday. Some 1,270 vans will be finished.",
                     1850, 1270));
}

TEST(Link, GivesOnePersonOneAge) {
  const auto links = [](std::string_view second) {
    return Links(
        "A court in Calder jailed Lena Orth on Monday. Lena Orth, 52, stole "
        "from a bank in Calder, the court said.",
        second, 52, 25);
  };
  EXPECT_TRUE(links(
      "The court in Calder sent Lena Orth, 25, to prison on Monday over the "
      "theft from the bank in Calder."));
  EXPECT_FALSE(links(
      "The court in Calder sent Paul Denham, 25, to prison on Monday over the "
      "theft from the bank in Calder."));
}

TEST(Link, LeavesApartWhatIsNot) {
  // Another event, with the same measure.
  EXPECT_FALSE(Links(kWreck,
                     "A fire in a Venby textile factory killed 15 people, "
                     "firefighters said.",
                     12, 15));
  // The same event: killed, and injured.
  EXPECT_FALSE(Links(kWreck,
                     "The ferry wreck off Calder injured 15 people, the coast "
                     "guard said on Monday.",
                     12, 15));
}

// What the other article says too is no other figure's clash.
TEST(Link, LeavesWhatIsSpokenFor) {
  EXPECT_FALSE(Links(kWreck,
                     "The ferry wreck off Calder killed 12 people, the coast "
                     "guard said on Monday. Fishermen said it killed 15 "
                     "people.",
                     12, 15));
}

TEST(Link, KnowsAnEditedSentence) {
  const World world = WorldOf(
      {"A mine at Venby collapsed and killed at least 2 people on the night "
       "shift, the owners said.",
       "A mine at Venby collapsed and killed at least 4 people on the night "
       "shift, the owners said."});
  const LinkResult result = Linker().LinkStatements(world.articles, world);
  ASSERT_FALSE(result.links.empty());
  EXPECT_TRUE(result.links[0].edited);
}

TEST(Link, AddsUpThePartsOfAWhole) {
  const World world = WorldOf(
      {"The harbour bill runs to nearly 1,800 pages.",
       "The harbour bill runs to 1,159 pages, with 609 pages of notes."});
  const LinkResult result = Linker().LinkStatements(world.articles, world);
  ASSERT_FALSE(result.links.empty());
  EXPECT_EQ(result.links[0].part, "1159 and 609 make 1768");
}

TEST(Link, NeverJoinsFiguresOfOneSentence) {
  const World world = WorldOf(
      {"Some said 12 people died in Calder, some said 15 people died in "
       "Calder."});
  EXPECT_TRUE(Linker().Link(world.articles, world).links.empty());
}

TEST(Link, SaysWhy) {
  const World world = WorldOf({kWreck,
                               "The ferry wreck off Calder killed 15 people, "
                               "the coast guard said on Monday."});
  const LinkResult result = Linker().Link(world.articles, world);
  ASSERT_FALSE(result.links.empty());
  for (const ClaimLink& link : result.links) {
    EXPECT_LT(link.a, link.b);
    EXPECT_FALSE(link.why.empty());
  }
}

TEST(Link, TellsCopiesFromConfirmations) {
  const std::string story =
      "A ferry sank off Calder on Monday. The wreck killed 12 people, the "
      "coast "
      "guard said, while boats from three harbours searched the bay for those "
      "who were still missing late in the evening.";
  const World world = WorldOf(
      {story, story, "The ferry wreck off Calder killed 15 people on Monday."});
  const LinkResult result = Linker().Link(world.articles, world);
  ASSERT_EQ(result.origin.size(), 3u);
  EXPECT_EQ(result.origin[0], result.origin[1]);
  EXPECT_NE(result.origin[0], result.origin[2]);
}

TEST(Link, AsksOnlyForWhatIsNew) {
  const World world = WorldOf({kWreck,
                               "The ferry wreck off Calder killed 15 people, "
                               "the coast guard said on Monday.",
                               "The ferry wreck off Calder killed 18 people, "
                               "the coast guard said on Monday."});
  LinkScope scope;
  scope.is_new = {false, false, true};
  for (const ClaimLink& link :
       Linker().Link(world.articles, world, scope).links) {
    EXPECT_TRUE(world.claims[link.a].article == 2 ||
                world.claims[link.b].article == 2);
  }
}

TEST(Link, DoesNotHangOnWhoWeighsWhatWhen) {
  std::vector<std::string> texts;
  for (int i = 0; i < 40; ++i) {  // more than are weighed in a row
    texts.push_back("The ferry wreck off Calder killed " +
                    std::to_string(10 + i % 7) +
                    " people, the coast guard said on Monday.");
  }
  const World world = WorldOf({texts.begin(), texts.end()});
  LinkScope backwards;
  backwards.for_each = [](size_t count, absl::FunctionRef<void(size_t)> work) {
    while (count > 0) work(--count);
  };
  const auto told = [&](const LinkScope& scope) {
    std::string out;
    for (const ClaimLink& link :
         Linker().Link(world.articles, world, scope).links) {
      out += std::to_string(link.a) + " " + std::to_string(link.b) + " " +
             link.why + "\n";
    }
    return out;
  };
  EXPECT_NE(told({}), "");
  EXPECT_EQ(told({}), told(backwards));
}

}  // namespace
}  // namespace crosscheck

#include "checker/ledger/reading_bytes.h"

#include <gtest/gtest.h>

#include "checker/ledger/testing/small_world.h"

namespace crosscheck {
namespace {

class ReadingBytes : public testing::Test {
 protected:
  ArticleReading Hard() const {
    // Range, bound, date, duration, percent, speaker; Arabic ("the ferry's cost
    // was about 5.6 million dollars, the ministry said on 3 March 2025").
    Article article = world_.MakeArticle(1);
    article.text +=
        "Between 5 and 7 percent of 1,200 tonnes, at least 30 people, on 3 "
        "March 2025 at 10:15, lasted two years and cost €2.5bn, Smith said.\n"
        "بلغت كلفة العبارة نحو 5.6 مليون دولار بحسب الوزارة في 3 مارس 2025\n";
    const auto size = static_cast<uint32_t>(article.text.size());
    article.pieces = {{0, size, 0, size}};
    return world_.pipeline().Read(article);
  }
  SmallWorld world_{1};
};

TEST_F(ReadingBytes, ComeBackAsTheyWere) {
  ArticleReading reading = Hard();
  ASSERT_GT(reading.made.claims.size(), 8u);
  const std::string bytes = PackReading(reading);
  TextPool pool;
  auto back = UnpackReading(bytes, pool);
  ASSERT_TRUE(back.ok()) << back.status();
  EXPECT_EQ(PackReading(*back), bytes);
  // What is found with it is the same, to the last word.
  std::vector<ArticleReading> before, after;
  for (int i = 2; i < 30; ++i) {
    before.push_back(world_.Read(i));
    after.push_back(world_.Read(i));
  }
  before.push_back(std::move(reading));
  after.push_back(*std::move(back));
  EXPECT_EQ(world_.pipeline().CheckReadings(Keep(std::move(before)), {}),
            world_.pipeline().CheckReadings(Keep(std::move(after)), {}));
}

TEST_F(ReadingBytes, AreShort) {
  const ArticleReading reading = Hard();
  EXPECT_LT(PackReading(reading).size(), 8 * reading.text.size());
}

TEST_F(ReadingBytes, BrokenOnesAreTold) {
  const std::string bytes = PackReading(Hard());
  for (size_t size = 0; size < bytes.size(); ++size) {
    TextPool pool;
    EXPECT_FALSE(UnpackReading(bytes.substr(0, size), pool).ok()) << size;
  }
  for (size_t at = 0; at < bytes.size(); ++at) {
    std::string broken = bytes;
    broken[at] = static_cast<char>(broken[at] ^ 0x10);
    TextPool pool;
    const auto back = UnpackReading(broken, pool);
    // Some bits of the frame mean nothing; then nothing is lost either.
    if (back.ok()) {
      EXPECT_EQ(PackReading(*back), bytes) << at;
    }
  }
}

}  // namespace
}  // namespace crosscheck

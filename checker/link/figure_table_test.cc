#include "checker/link/figure_table.h"

#include <gtest/gtest.h>

#include <vector>

namespace crosscheck {
namespace {

TEST(FigureTable, NumbersClaimsThrough) {
  FigureTable table;
  table.Add(std::vector<FigureKeys>{{.value = 7, .figure = 70},
                                    {.value = 0, .figure = 0},
                                    {.value = 9, .figure = 90}});
  table.Add({});  // an article without a figure
  table.Add(std::vector<FigureKeys>{{.value = 9, .figure = 91},
                                    {.value = 7, .figure = 70}});
  ASSERT_EQ(table.size(), 5u);
  EXPECT_EQ(table.RangeOf(0).limit, 3u);
  EXPECT_EQ(table.RangeOf(1).first, table.RangeOf(1).limit);
  EXPECT_EQ(table.RangeOf(2).first, 3u);
  for (const auto& [claim, article] :
       std::vector<std::pair<uint32_t, uint32_t>>{{0, 0}, {2, 0}, {3, 2}}) {
    EXPECT_EQ(table.ArticleOf(claim), article) << claim;
  }
  EXPECT_EQ(table.FigureKey(0), table.FigureKey(4));
  EXPECT_EQ(table.ValueId(1), 0u);
  EXPECT_EQ(table.ValueId(2), table.ValueId(3));
  EXPECT_NE(table.ValueId(2), table.ValueId(0));
}

}  // namespace
}  // namespace crosscheck

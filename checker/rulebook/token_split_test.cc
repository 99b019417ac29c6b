#include "checker/rulebook/token_split.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {
namespace {

using Texts = std::vector<std::string>;

// Each token; "+" before one that is glued, "/" before one that begins a line.
Texts Cut(std::string_view folded) {
  Texts out;
  for (const SplitToken& token : SplitTokens(folded)) {
    std::string shown = token.after_newline ? "/" : token.glued ? "+" : "";
    shown += folded.substr(token.begin, token.end - token.begin);
    out.push_back(std::move(shown));
  }
  return out;
}

TEST(SplitTokens, CutsWhereWordsAndNumbersMeet) {
  const struct {
    std::string_view folded;
    Texts tokens;
  } kRows[] = {
      {"", {}},
      {"  \n ", {}},
      {"grew 5.6bn", {"/grew", "5", "+.", "+6", "+bn"}},
      {"don't", {"/don't"}},
      {"at&t rose", {"/at&t", "rose"}},
      // Not between letters.
      {"the weavers' mill", {"/the", "weavers", "+'", "mill"}},
      {"u.s. exports", {"/u.s.", "exports"}},
      {"at 9 a.m. sharp", {"/at", "9", "a.m.", "sharp"}},
      {"it sank. they left", {"/it", "sank", "+.", "they", "left"}},
      {"wait... what?!", {"/wait", "+...", "what", "+?", "+!"}},
      {"one\ntwo", {"/one", "/two"}},
      // "5 tons": letters behind digits
      {"5طن", {"/5", "+طن"}},
      // "mill ltd": two scripts are two words
      {"طاحونةltd", {"/طاحونة", "+ltd"}},
      // Words longer than the eight bytes that are looked at at once.
      {"extraordinarily longwinded", {"/extraordinarily", "longwinded"}},
  };
  for (const auto& row : kRows) {
    EXPECT_EQ(Cut(row.folded), row.tokens) << row.folded;
  }
}

TEST(SplitTokens, TellsWhatATokenIs) {
  const std::vector<SplitToken> tokens = SplitTokens("mill 42 طن %");
  ASSERT_EQ(tokens.size(), 4u);
  EXPECT_EQ(tokens[0].kind, TokenKind::kWord);
  EXPECT_EQ(tokens[0].script, Script::kLatin);
  EXPECT_EQ(tokens[1].kind, TokenKind::kDigits);
  EXPECT_EQ(tokens[2].script, Script::kArabic);
  EXPECT_NE(tokens[3].kind, TokenKind::kWord);
}

}  // namespace
}  // namespace crosscheck
